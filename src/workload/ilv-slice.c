/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slice.h"

#include "ilv-duration.h"

gboolean
ilv_slice_is_valid (gint64 slice_ns)
{
  return slice_ns >= ILV_SLICE_MIN_NS && slice_ns <= ILV_SLICE_MAX_NS
         && slice_ns % ILV_SLICE_UNIT_NS == 0;
}

gboolean
ilv_slice_parse (const char *text, gint64 *slice_ns)
{
  gint64 read_ns;

  g_return_val_if_fail (text != NULL && slice_ns != NULL, FALSE);

  if (ilv_duration_parse (text, &read_ns) != ILV_DURATION_FAULT_NONE
      || !ilv_slice_is_valid (read_ns))
    return FALSE;
  *slice_ns = read_ns;
  return TRUE;
}
