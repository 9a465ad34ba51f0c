/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span.h"

#include <glib/gi18n-lib.h>

/**
 * ilv_state_to_string:
 * @state: a state
 *
 * Returns: (transfer none): the stable word for @state, as files hold it
 */
const char *
ilv_state_to_string (IlvState state)
{
  switch (state)
    {
    case ILV_STATE_RUNNING:
      return "running";
    case ILV_STATE_READY:
      return "ready";
    case ILV_STATE_WAITING:
      return "waiting";
    case ILV_STATE_BLOCKED:
      return "blocked";
    case ILV_STATE_ENDED:
      return "ended";
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * ilv_state_get_label:
 * @state: a state
 *
 * Returns: (transfer none): the word for @state that a person reads, translated
 */
const char *
ilv_state_get_label (IlvState state)
{
  switch (state)
    {
    case ILV_STATE_RUNNING:
      /* Translators: the task executes on a processor. */
      return C_ ("task state", "running");
    case ILV_STATE_READY:
      /* Translators: the task could execute, but no processor is free for it. */
      return C_ ("task state", "ready");
    case ILV_STATE_WAITING:
      /* Translators: the task waits for time, input, a person or another task. */
      return C_ ("task state", "waiting");
    case ILV_STATE_BLOCKED:
      /* Translators: the task waits for a lock that another task holds. */
      return C_ ("task state", "blocked");
    case ILV_STATE_ENDED:
      /* Translators: the task has done all of its steps. */
      return C_ ("task state", "ended");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * ilv_flow_kind_to_string:
 * @kind: a kind of flow
 *
 * Returns: (transfer none): the stable word for @kind, as files hold it
 */
const char *
ilv_flow_kind_to_string (IlvFlowKind kind)
{
  switch (kind)
    {
    case ILV_FLOW_SPAWNED:
      return "spawned";
    case ILV_FLOW_AWAITED:
      return "awaited";
    case ILV_FLOW_LOCK:
      return "lock";
    default:
      g_return_val_if_reached ("");
    }
}
