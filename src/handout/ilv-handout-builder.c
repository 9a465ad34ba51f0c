/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-builder.h"

#include <glib/gi18n-lib.h>

#include "ilv-handout-line.h"
#include "ilv-handout-question.h"
#include "ilv-notes-text.h"

/* All in points. About 75 letters. */
#define MEASURE 400
#define INDENT 18
#define PARAGRAPH_GAP 7
#define ITEM_GAP 3.5
#define BOX_GAP 11
#define HEADING_GAP 15
#define SECTION_GAP 26
#define RULE_HEIGHT 10

static void
draw_rule (gpointer data, cairo_t *cr, double x, double y, gboolean is_pdf G_GNUC_UNUSED)
{
  const double *width = data;

  ilv_handout_style_set_ink (cr, ILV_HANDOUT_INK_RULE);
  cairo_set_line_width (cr, 0.7);
  cairo_move_to (cr, x, y + RULE_HEIGHT);
  cairo_line_to (cr, x + *width, y + RULE_HEIGHT);
  cairo_stroke (cr);
}

static void
add_rule (IlvHandoutBuilder *self)
{
  double *width = g_new (double, 1);

  *width = ilv_handout_flow_get_width (self->flow);
  ilv_handout_flow_add_row (self->flow, RULE_HEIGHT, draw_rule, width, g_free);
}

/* (transfer full) */
static IlvHandoutText *
create_markup (IlvHandoutBuilder *self,
               IlvHandoutFont font,
               IlvHandoutInk ink,
               double indent,
               const char *markup)
{
  return ilv_handout_text_new_from_markup (ilv_handout_flow_get_context (self->flow), font, ink,
                                           ilv_handout_builder_get_measure (self) - indent, markup,
                                           self->addresses);
}

/* A line that is no paragraph of the lesson. */
static void
add_label (IlvHandoutBuilder *self, IlvHandoutInk ink, const char *text)
{
  ilv_handout_builder_add_text (self, ILV_HANDOUT_FONT_CAPTION, ink, text);
  ilv_handout_flow_keep (self->flow, ILV_HANDOUT_KEEP_TIGHT);
  ilv_handout_flow_add_gap (self->flow, 2);
}

static void
add_boxed (IlvHandoutBuilder *self, IlvHandoutFrame frame, const char *label, const char *markup)
{
  g_auto (GStrv) paragraphs = g_strsplit (markup, "\n\n", -1);
  gboolean is_quote = frame == ILV_HANDOUT_FRAME_QUOTE;

  ilv_handout_flow_add_gap (self->flow, BOX_GAP);
  ilv_handout_flow_begin_box (self->flow, frame, self->measure);
  if (label != NULL)
    add_label (self, ILV_HANDOUT_INK_DIM, label);
  /* Markup does not go on beyond a paragraph. */
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      ilv_handout_flow_add_gap (self->flow, i > 0 ? PARAGRAPH_GAP : 0);
      ilv_handout_builder_add_markup (
        self, is_quote ? ILV_HANDOUT_FONT_SMALL : ILV_HANDOUT_FONT_BODY,
        is_quote ? ILV_HANDOUT_INK_DIM : ILV_HANDOUT_INK_TEXT, paragraphs[i]);
    }
  ilv_handout_flow_end_box (self->flow);
  ilv_handout_flow_add_gap (self->flow, BOX_GAP);
}

static void
add_item (IlvHandoutBuilder *self, const char *marker, const char *markup)
{
  PangoContext *context = ilv_handout_flow_get_context (self->flow);

  ilv_handout_flow_add_gap (self->flow, ITEM_GAP);
  ilv_handout_line_add (
    self->flow, create_markup (self, ILV_HANDOUT_FONT_BODY, ILV_HANDOUT_INK_TEXT, INDENT, markup),
    INDENT,
    ilv_handout_text_new (context, ILV_HANDOUT_FONT_BODY, ILV_HANDOUT_INK_DIM, INDENT * 2,
                          marker != NULL ? marker : "•"));
  ilv_handout_flow_add_gap (self->flow, ITEM_GAP);
}

/* What a section shows on a screen, in words. */
static void
add_scene (IlvHandoutBuilder *self, const char *scene)
{
  const char *text = NULL;

  if (g_str_equal (scene, "computer"))
    text = _ ("In the program: what this computer’s processors are doing, live.");
  else if (g_str_equal (scene, "speedup"))
    text = _ ("In the program: how much sooner many tasks end with more processors.");
  if (text == NULL)
    return;
  ilv_handout_flow_add_gap (self->flow, PARAGRAPH_GAP);
  ilv_handout_builder_add_text (self, ILV_HANDOUT_FONT_SMALL, ILV_HANDOUT_INK_DIM, text);
  ilv_handout_flow_add_gap (self->flow, PARAGRAPH_GAP);
}

void
ilv_handout_builder_init (IlvHandoutBuilder *self, IlvHandoutFlow *flow)
{
  self->flow = flow;
  self->measure = MIN (MEASURE, ilv_handout_flow_get_width (flow));
  self->addresses = g_ptr_array_new_with_free_func (g_free);
}

void
ilv_handout_builder_clear (IlvHandoutBuilder *self)
{
  g_clear_pointer (&self->addresses, g_ptr_array_unref);
}

double
ilv_handout_builder_get_measure (IlvHandoutBuilder *self)
{
  return MIN (self->measure, ilv_handout_flow_get_width (self->flow));
}

void
ilv_handout_builder_add_text (IlvHandoutBuilder *self,
                              IlvHandoutFont font,
                              IlvHandoutInk ink,
                              const char *text)
{
  PangoContext *context = ilv_handout_flow_get_context (self->flow);

  ilv_handout_line_add (
    self->flow,
    ilv_handout_text_new (context, font, ink, ilv_handout_builder_get_measure (self), text), 0,
    NULL);
}

void
ilv_handout_builder_add_markup (IlvHandoutBuilder *self,
                                IlvHandoutFont font,
                                IlvHandoutInk ink,
                                const char *markup)
{
  ilv_handout_line_add (self->flow, create_markup (self, font, ink, 0, markup), 0, NULL);
}

void
ilv_handout_builder_add_code (IlvHandoutBuilder *self, const char *name, const char *code)
{
  g_autofree char *clean = g_strchomp (g_strdup (code));

  ilv_handout_flow_add_gap (self->flow, BOX_GAP);
  if (name != NULL)
    add_label (self, ILV_HANDOUT_INK_DIM, name);
  ilv_handout_flow_begin_box (self->flow, ILV_HANDOUT_FRAME_CODE, 0);
  ilv_handout_line_add (self->flow,
                        ilv_handout_text_new (ilv_handout_flow_get_context (self->flow),
                                              ILV_HANDOUT_FONT_CODE, ILV_HANDOUT_INK_TEXT,
                                              ilv_handout_flow_get_width (self->flow), clean),
                        0, NULL);
  ilv_handout_flow_end_box (self->flow);
  ilv_handout_flow_add_gap (self->flow, BOX_GAP);
}

void
ilv_handout_builder_begin_lesson (IlvHandoutBuilder *self, IlvLesson *lesson)
{
  guint minutes = ilv_lesson_get_minutes (lesson);

  ilv_handout_flow_break_page (self->flow);
  ilv_handout_flow_add_bookmark (self->flow, ilv_lesson_get_title (lesson), 1);
  ilv_handout_builder_add_text (self, ILV_HANDOUT_FONT_LESSON, ILV_HANDOUT_INK_TEXT,
                                ilv_lesson_get_title (lesson));
  ilv_handout_flow_keep (self->flow, ILV_HANDOUT_KEEP_TIGHT);
  ilv_handout_flow_add_gap (self->flow, 4);
  ilv_handout_builder_add_text (self, ILV_HANDOUT_FONT_LEAD, ILV_HANDOUT_INK_DIM,
                                ilv_lesson_get_summary (lesson));
  ilv_handout_flow_keep (self->flow, ILV_HANDOUT_KEEP_TIGHT);
  if (minutes > 0)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("About %u minute", "About %u minutes", minutes), minutes);

      ilv_handout_flow_add_gap (self->flow, 5);
      ilv_handout_builder_add_text (self, ILV_HANDOUT_FONT_CAPTION, ILV_HANDOUT_INK_DIM, text);
      ilv_handout_flow_keep (self->flow, ILV_HANDOUT_KEEP_TIGHT);
    }
  add_rule (self);
  ilv_handout_flow_keep (self->flow, ILV_HANDOUT_KEEP_TIGHT);
}

void
ilv_handout_builder_begin_section (IlvHandoutBuilder *self, IlvSection *section)
{
  ilv_handout_flow_add_gap (self->flow, SECTION_GAP);
  ilv_handout_flow_add_bookmark (self->flow, ilv_section_get_title (section), 2);
  ilv_handout_builder_add_text (self, ILV_HANDOUT_FONT_SECTION, ILV_HANDOUT_INK_TEXT,
                                ilv_section_get_title (section));
  ilv_handout_flow_keep (self->flow, ILV_HANDOUT_KEEP_TIGHT);
  ilv_handout_flow_add_gap (self->flow, PARAGRAPH_GAP);
}

void
ilv_handout_builder_add_block (IlvHandoutBuilder *self, IlvBlock *block)
{
  const char *markup = ilv_block_get_markup (block);

  switch (ilv_block_get_kind (block))
    {
    case ILV_BLOCK_HEADING:
      ilv_handout_flow_add_gap (self->flow, HEADING_GAP);
      ilv_handout_builder_add_markup (self, ILV_HANDOUT_FONT_HEADING, ILV_HANDOUT_INK_TEXT, markup);
      ilv_handout_flow_keep (self->flow, ILV_HANDOUT_KEEP_TIGHT);
      ilv_handout_flow_add_gap (self->flow, ITEM_GAP);
      break;
    case ILV_BLOCK_ITEM:
      add_item (self, ilv_block_get_marker (block), markup);
      break;
    case ILV_BLOCK_QUOTE:
      add_boxed (self, ILV_HANDOUT_FRAME_QUOTE, NULL, markup);
      break;
    case ILV_BLOCK_SINCE:
      add_boxed (self, ILV_HANDOUT_FRAME_SINCE, _ ("Since the notes were written"), markup);
      break;
    case ILV_BLOCK_CODE:
      {
        g_autofree char *code = NULL;

        if (pango_parse_markup (markup, -1, 0, NULL, &code, NULL, NULL))
          ilv_handout_builder_add_code (self, NULL, code);
        break;
      }
    case ILV_BLOCK_PREDICT:
      ilv_handout_question_add (self, ilv_block_get_prediction (block));
      break;
    case ILV_BLOCK_SCENE:
      add_scene (self, ilv_block_get_scene (block));
      break;
    case ILV_BLOCK_COMPARE:
    case ILV_BLOCK_RACE:
      break;
    case ILV_BLOCK_PARAGRAPH:
    default:
      ilv_handout_flow_add_gap (self->flow, PARAGRAPH_GAP);
      ilv_handout_builder_add_markup (self, ILV_HANDOUT_FONT_BODY, ILV_HANDOUT_INK_TEXT, markup);
      ilv_handout_flow_add_gap (self->flow, PARAGRAPH_GAP);
    }
}

void
ilv_handout_builder_add_notes (IlvHandoutBuilder *self, const char *notes)
{
  g_autofree char *markup = ilv_notes_text_create_markup (notes);
  g_auto (GStrv) paragraphs = g_strsplit (markup, "\n\n", -1);

  ilv_handout_flow_add_gap (self->flow, BOX_GAP);
  ilv_handout_flow_begin_box (self->flow, ILV_HANDOUT_FRAME_NOTES, self->measure);
  add_label (self, ILV_HANDOUT_INK_DIM, _ ("Presenter’s notes"));
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      ilv_handout_flow_add_gap (self->flow, i > 0 ? PARAGRAPH_GAP - 2 : 0);
      ilv_handout_builder_add_markup (self, ILV_HANDOUT_FONT_SMALL, ILV_HANDOUT_INK_TEXT,
                                      paragraphs[i]);
    }
  ilv_handout_flow_end_box (self->flow);
  ilv_handout_flow_add_gap (self->flow, BOX_GAP);
}

void
ilv_handout_builder_end_lesson (IlvHandoutBuilder *self)
{
  PangoContext *context = ilv_handout_flow_get_context (self->flow);

  if (self->addresses->len == 0)
    return;
  ilv_handout_flow_add_gap (self->flow, SECTION_GAP);
  ilv_handout_builder_add_text (self, ILV_HANDOUT_FONT_HEADING, ILV_HANDOUT_INK_TEXT,
                                _ ("Where the links lead"));
  ilv_handout_flow_keep (self->flow, ILV_HANDOUT_KEEP_TIGHT);
  for (guint i = 0; i < self->addresses->len; i++)
    {
      const char *address = g_ptr_array_index (self->addresses, i);
      g_autofree char *markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", address, address);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      ilv_handout_flow_add_gap (self->flow, ITEM_GAP);
      ilv_handout_line_add (
        self->flow,
        create_markup (self, ILV_HANDOUT_FONT_SMALL, ILV_HANDOUT_INK_TEXT, INDENT, markup), INDENT,
        ilv_handout_text_new (context, ILV_HANDOUT_FONT_SMALL, ILV_HANDOUT_INK_DIM, INDENT * 2,
                              number));
    }
  g_ptr_array_set_size (self->addresses, 0);
}
