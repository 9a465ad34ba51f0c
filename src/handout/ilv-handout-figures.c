/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-figures.h"

#include <glib/gi18n-lib.h>

#include "ilv-figures.h"
#include "ilv-summary.h"

#define MAX_FIGURES 7
#define GAP 6
#define MIN_COLUMN_WIDTH 64

typedef struct
{
  PangoLayout *value;
  PangoLayout *caption;
} Figure;

typedef struct
{
  Figure figures[MAX_FIGURES];
  guint n_figures;
  guint n_columns;
  double column_width;
  double value_height;
  double line_height; /* of values and captions together, and the gap below */
} Figures;

static void
figures_free (gpointer data)
{
  Figures *self = data;

  for (guint i = 0; i < self->n_figures; i++)
    {
      g_object_unref (self->figures[i].value);
      g_object_unref (self->figures[i].caption);
    }
  g_free (self);
}

static const char *
get_end_caption (IlvTraceOutcome outcome)
{
  switch (outcome)
    {
    case ILV_TRACE_OUTCOME_STALLED:
      return _ ("came to a standstill");
    case ILV_TRACE_OUTCOME_CANCELLED:
      return _ ("stopped");
    case ILV_TRACE_OUTCOME_RUNNING:
      return _ ("so far");
    case ILV_TRACE_OUTCOME_FINISHED:
    default:
      return _ ("finished");
    }
}

/* Takes @value over. */
static void
add_figure (Figures *self, PangoContext *context, char *value, const char *caption)
{
  double width = self->column_width - GAP;
  Figure *figure = &self->figures[self->n_figures++];

  figure->value = ilv_handout_style_create_layout (context, ILV_HANDOUT_FONT_FIGURE, width);
  figure->caption = ilv_handout_style_create_layout (context, ILV_HANDOUT_FONT_CAPTION, width);
  pango_layout_set_text (figure->value, value, -1);
  pango_layout_set_text (figure->caption, caption, -1);
  g_free (value);
}

static void
add_time_slices (Figures *self, PangoContext *context, const IlvFigures *figures)
{
  g_autofree char *asked = ilv_summary_format_slice_asked (figures);
  g_autofree char *caption = NULL;

  if (!ilv_figures_has_time_slices (figures))
    return;
  if (asked != NULL)
    /* Translators: below a length of time; %s is a length of time, such as “20 ms”. */
    caption = g_strdup_printf (_ ("time slice · asked: %s"), asked);
  add_figure (self, context, ilv_summary_format_slice_median (figures),
              caption != NULL ? caption : _ ("time slice"));
}

static void
add_figures (Figures *self, PangoContext *context, const IlvFigures *figures)
{
  gint64 switches = figures->voluntary_switches + figures->involuntary_switches;

  add_figure (self, context, ilv_summary_format_duration (figures->makespan_ns),
              get_end_caption (figures->outcome));
  add_figure (self, context, ilv_summary_format_duration (figures->cpu_time_ns), _ ("CPU time"));
  if (figures->voluntary_switches >= 0 && figures->involuntary_switches >= 0)
    add_figure (self, context, g_strdup_printf ("%" G_GINT64_FORMAT, switches),
                _ ("context switches"));
  add_time_slices (self, context, figures);
  add_figure (self, context, g_strdup_printf ("%u", figures->max_parallelism),
              _ ("running at once"));
  /* Translators: a percentage. */
  add_figure (self, context, g_strdup_printf (_ ("%.0f %%"), 100 * figures->utilisation),
              _ ("utilisation"));
  /* Translators: so many times sooner. */
  add_figure (self, context, g_strdup_printf (_ ("%.2f×"), figures->speedup), _ ("speedup"));
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

static void
draw (gpointer data, cairo_t *cr, double x, double y, gboolean is_pdf G_GNUC_UNUSED)
{
  const Figures *self = data;

  for (guint i = 0; i < self->n_figures; i++)
    {
      double left = x + i % self->n_columns * self->column_width;
      double top = y + i / self->n_columns * self->line_height;

      ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_TEXT);
      cairo_move_to (cr, left, top);
      pango_cairo_show_layout (cr, self->figures[i].value);
      ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_DIM);
      cairo_move_to (cr, left, top + self->value_height);
      pango_cairo_show_layout (cr, self->figures[i].caption);
    }
}

void
ilv_handout_figures_add (IlvHandoutFlow *flow, IlvTrace *trace)
{
  double room = ilv_handout_flow_get_width (flow);
  Figures *self = g_new0 (Figures, 1);
  double caption_height = 0;
  IlvFigures figures;
  guint n_lines;

  ilv_figures_compute (&figures, trace);
  self->n_columns = CLAMP (room / MIN_COLUMN_WIDTH, 1,
                           ilv_figures_has_time_slices (&figures) ? MAX_FIGURES : MAX_FIGURES - 1);
  self->column_width = room / self->n_columns;
  add_figures (self, ilv_handout_flow_get_context (flow), &figures);
  for (guint i = 0; i < self->n_figures; i++)
    {
      self->value_height = MAX (self->value_height, get_height (self->figures[i].value));
      caption_height = MAX (caption_height, get_height (self->figures[i].caption));
    }
  self->line_height = self->value_height + caption_height + GAP;
  n_lines = (self->n_figures + self->n_columns - 1) / self->n_columns;
  ilv_handout_flow_add_row (flow, n_lines * self->line_height - GAP, draw, self, figures_free);
}
