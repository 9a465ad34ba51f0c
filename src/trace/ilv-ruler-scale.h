/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvRulerScale:
 * @tick_ns: the distance of the marks: one, two or five of a power of ten
 * @unit_ns: what the labels count
 * @decimals: of the labels
 * @zero: (translated): the first label, which names the unit
 *
 * The marks of a ruler in a picture.
 */
typedef struct
{
  double tick_ns;
  double unit_ns;
  int decimals;
  const char *zero;
} IlvRulerScale;

/* For an axis of @axis_ns (> 0) with at most @n_ticks marks besides the first. */
void ilv_ruler_scale_init (IlvRulerScale *self, double axis_ns, guint n_ticks);

/* (transfer full): the label of the mark @index, which counts from 0. */
char *ilv_ruler_scale_format (const IlvRulerScale *self, guint index);

G_END_DECLS
