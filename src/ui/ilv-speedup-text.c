/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-speedup-text.h"

#include <glib/gi18n.h>

static const IlvSpeedupPoint *
find_point (const GArray *points, guint processors)
{
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, IlvSpeedupPoint, i).processors == processors)
      return &g_array_index (points, IlvSpeedupPoint, i);
  return NULL;
}

gboolean
ilv_speedup_text_find_common (const GArray *modelled,
                              const GArray *measured,
                              const IlvSpeedupPoint **model,
                              const IlvSpeedupPoint **real)
{
  *model = *real = NULL;
  for (guint i = measured->len; i > 0; i--)
    {
      const IlvSpeedupPoint *point = &g_array_index (measured, IlvSpeedupPoint, i - 1);

      *model = find_point (modelled, point->processors);
      if (*model == NULL)
        continue;
      *real = point;
      return TRUE;
    }
  return FALSE;
}

char *
ilv_speedup_text_describe (const GArray *modelled, const GArray *measured)
{
  const IlvSpeedupPoint *model, *real;

  if (!ilv_speedup_text_find_common (modelled, measured, &model, &real))
    return NULL;
  if (real->processors == 1)
    return g_strdup (_ ("One core is measured: it is what the others are compared with."));
  /* Translators: for example “On 2 cores the model says 2.00 times as fast; measured: 1.94.” */
  return g_strdup_printf (
    ngettext ("On %u core the model says %.2f times as fast; measured: %.2f.",
              "On %u cores the model says %.2f times as fast; measured: %.2f.", real->processors),
    real->processors, model->speedup, real->speedup);
}
