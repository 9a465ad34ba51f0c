/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-step.h"

#include <string.h>

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
ilv_step_kind_is_work (IlvStepKind kind)
{
  return kind == ILV_STEP_CPU || kind == ILV_STEP_PAINT || kind == ILV_STEP_ADD;
}

/* "notes.txt 8 MiB": the reader has seen to it that nothing else can stand there. */
static gint64
estimate_write_ns (const char *argument)
{
  const char *size = strchr (argument, ' ');
  char *unit = NULL;
  guint64 kib;

  if (size == NULL)
    return ILV_STEP_FILE_NS;
  kib = g_ascii_strtoull (size, &unit, 10);
  if (g_str_has_suffix (unit, "MiB"))
    kib *= 1024;
  return ILV_STEP_FILE_NS + ILV_STEP_FILE_NS * (gint64) kib / (8 * 1024);
}

gint64
ilv_step_estimate_ns (const IlvStep *step, gint64 latency_ns)
{
  switch (step->kind)
    {
    case ILV_STEP_CPU:
    case ILV_STEP_WAIT:
    case ILV_STEP_BLOCK:
      return step->duration_ns;
    case ILV_STEP_GET:
      return latency_ns > 0 ? latency_ns : ILV_STEP_LATENCY_NS;
    case ILV_STEP_READ:
      return ILV_STEP_FILE_NS;
    case ILV_STEP_WRITE:
      return estimate_write_ns (step->argument);
    case ILV_STEP_QUERY:
      return ILV_STEP_QUERY_NS;
    case ILV_STEP_ASK:
      return ILV_STEP_PERSON_NS;
    case ILV_STEP_PAINT:
      return ILV_STEP_PICTURE_NS / step->count;
    case ILV_STEP_ADD:
      return ILV_STEP_ADDITION_NS * step->target;
    case ILV_STEP_LOCK:
    case ILV_STEP_UNLOCK:
    case ILV_STEP_AWAIT:
    case ILV_STEP_SPAWN:
    default:
      return 0;
    }
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
