/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-ghost-flag.h"

#include <glib/gi18n-lib.h>

#include "ilv-mark.h"
#include "ilv-summary.h"

PangoLayout *
ilv_ghost_flag_place (GtkWidget *layer, const IlvTimelineView *view, graphene_rect_t *bounds)
{
  g_autofree char *duration = NULL;
  g_autofree char *text = NULL;
  PangoLayout *layout;
  double x;

  if (!ilv_timeline_view_find_x (view, view->ghost_ns, &x))
    return NULL;

  duration = ilv_summary_format_duration (view->ghost_ns);
  /* Translators: on the flag at the end that the learner predicts: "You: 600 ms". */
  text = g_strdup_printf (_ ("You: %s"), duration);
  layout = ilv_mark_create_text (layer, text);
  *bounds = ilv_mark_place_chip (layout, x, 1, gtk_widget_get_width (layer));

  return layout;
}
