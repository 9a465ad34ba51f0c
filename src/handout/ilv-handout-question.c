/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-question.h"

#include <glib/gi18n-lib.h>

#include "ilv-handout-line.h"

/* All in points. */
#define GAP 11
#define CHOICE_GAP 5
#define INDENT 18
#define BOX_SIZE 8.5
#define BLANK_HEIGHT 24
#define BLANK_WIDTH 110
#define LABEL_GAP 6

/* Where a box is beside the first line of an answer. */
typedef struct
{
  double x;
  double height; /* of the line */
} TickBox;

static void
draw_tick_box (gpointer data, cairo_t *cr, double x, double y, gboolean is_pdf G_GNUC_UNUSED)
{
  const TickBox *box = data;

  ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_DIM);
  cairo_set_line_width (cr, 0.9);
  ilv_handout_style_round (cr, x + box->x, y + (box->height - BOX_SIZE) / 2, BOX_SIZE, BOX_SIZE,
                           1.5);
  cairo_stroke (cr);
}

/* The box lies beside the first line of the answer, as a row without height above it. */
static void
add_choice (IlvHandoutBuilder *builder, const char *choice)
{
  PangoContext *context = ilv_handout_flow_get_context (builder->flow);
  double measure = ilv_handout_builder_get_measure (builder);
  IlvHandoutText *text = ilv_handout_text_new (context, ILV_HANDOUT_FONT_BODY, ILV_HANDOUT_INK_TEXT,
                                               measure - INDENT, choice);
  TickBox *box = g_new (TickBox, 1);

  box->x = ilv_handout_text_is_rtl (text) ? measure - BOX_SIZE - 0.5 : 0.5;
  box->height =
    ilv_handout_text_get_height (text) / MAX (1, pango_layout_get_line_count (text->layout));
  ilv_handout_flow_add_gap (builder->flow, CHOICE_GAP);
  ilv_handout_flow_add_row (builder->flow, 0, draw_tick_box, box, g_free);
  ilv_handout_flow_keep (builder->flow, ILV_HANDOUT_KEEP_TIGHT);
  ilv_handout_line_add (builder->flow, text, INDENT, NULL);
}

/* A line to write on, and what stands before it. */
typedef struct
{
  PangoLayout *label;
  double label_width;
  double room;
  gboolean is_rtl;
} Blank;

static void
blank_free (gpointer data)
{
  Blank *self = data;

  g_object_unref (self->label);
  g_free (self);
}

static void
draw_blank (gpointer data, cairo_t *cr, double x, double y, gboolean is_pdf G_GNUC_UNUSED)
{
  const Blank *self = data;
  double baseline = y + BLANK_HEIGHT - 6;
  double label_x = 0;
  double line_x = self->label_width + LABEL_GAP;

  if (self->is_rtl)
    {
      label_x = self->room - self->label_width;
      line_x = label_x - LABEL_GAP - BLANK_WIDTH;
    }
  ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_DIM);
  cairo_move_to (cr, x + label_x, baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->label, 0));
  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, x + line_x, baseline + 1);
  cairo_rel_line_to (cr, BLANK_WIDTH, 0);
  cairo_stroke (cr);
}

static void
add_blank (IlvHandoutBuilder *builder)
{
  Blank *blank = g_new0 (Blank, 1);
  int width;

  blank->label = ilv_handout_style_create_layout (ilv_handout_flow_get_context (builder->flow),
                                                  ILV_HANDOUT_FONT_SMALL, -1);
  pango_layout_set_width (blank->label, -1);
  /* Translators: before a line to write on, on paper. */
  pango_layout_set_text (blank->label, _ ("I expect:"), -1);
  pango_layout_get_size (blank->label, &width, NULL);
  blank->label_width = (double) width / PANGO_SCALE;
  blank->room = ilv_handout_flow_get_width (builder->flow);
  blank->is_rtl = ilv_handout_flow_is_from_right (builder->flow);
  ilv_handout_flow_add_row (builder->flow, BLANK_HEIGHT, draw_blank, blank, blank_free);
}

void
ilv_handout_question_add (IlvHandoutBuilder *builder, IlvPrediction *prediction)
{
  ilv_handout_flow_add_gap (builder->flow, GAP);
  ilv_handout_flow_begin_box (builder->flow, ILV_HANDOUT_FRAME_PREDICT, builder->measure);
  ilv_handout_builder_add_text (builder, ILV_HANDOUT_FONT_CAPTION, ILV_HANDOUT_INK_ACCENT,
                                _ ("What do you expect?"));
  ilv_handout_flow_add_gap (builder->flow, 2);
  ilv_handout_builder_add_text (builder, ILV_HANDOUT_FONT_HEADING, ILV_HANDOUT_INK_TEXT,
                                ilv_prediction_get_question (prediction));
  if (ilv_prediction_get_n_choices (prediction) == 0)
    add_blank (builder);
  for (guint i = 0; i < ilv_prediction_get_n_choices (prediction); i++)
    add_choice (builder, ilv_prediction_get_choice (prediction, i)->text);
  ilv_handout_flow_end_box (builder->flow);
  ilv_handout_flow_add_gap (builder->flow, GAP);
}
