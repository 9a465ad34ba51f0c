/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-step.h"

static const char *const words[] = {
  [ILV_STEP_CPU] = "cpu",       [ILV_STEP_WAIT] = "wait",   [ILV_STEP_BLOCK] = "block",
  [ILV_STEP_GET] = "get",       [ILV_STEP_READ] = "read",   [ILV_STEP_WRITE] = "write",
  [ILV_STEP_QUERY] = "query",   [ILV_STEP_ASK] = "ask",     [ILV_STEP_PAINT] = "paint",
  [ILV_STEP_ADD] = "add",       [ILV_STEP_LOCK] = "lock",   [ILV_STEP_UNLOCK] = "unlock",
  [ILV_STEP_AWAIT] = "await",   [ILV_STEP_SPAWN] = "spawn",
};

G_STATIC_ASSERT (G_N_ELEMENTS (words) == ILV_N_STEP_KINDS);

const char *
ilv_step_kind_to_string (IlvStepKind kind)
{
  g_return_val_if_fail ((guint) kind < ILV_N_STEP_KINDS, NULL);

  return words[kind];
}

gboolean
ilv_step_kind_is_io (IlvStepKind kind)
{
  return kind == ILV_STEP_GET || kind == ILV_STEP_READ || kind == ILV_STEP_WRITE
         || kind == ILV_STEP_QUERY || kind == ILV_STEP_ASK;
}

gboolean
ilv_step_kind_from_string (const char *word, IlvStepKind *kind)
{
  g_return_val_if_fail (word != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < ILV_N_STEP_KINDS; i++)
    if (g_str_equal (words[i], word))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}
