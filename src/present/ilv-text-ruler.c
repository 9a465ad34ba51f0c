/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-ruler.h"

#include "ilv-slide-markup.h"
#include "ilv-slide-style.h"
#include "ilv-text-block.h"
#include "ilv-text-slide.h"

/* A block of its kind with letters in place of paragraphs: all but the text. */
typedef struct
{
  GtkWidget *slide; /* the IlvTextSlide that it is in */
  GtkLabel *label;  /* of a paragraph */
  int width;        /* of the slide's text, for which the rest holds; 0 for none yet */
  int text_width;   /* that a paragraph has */
  int height;       /* all but the paragraphs */
} Frame;

struct _IlvTextRuler
{
  GtkWidget *slide;   /* one that nobody sees, for the style */
  GHashTable *frames; /* what is the same about blocks → Frame */
};

static int
measure_text (Frame *frame, int width)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (frame->label));
  int height;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_size (layout, NULL, &height);
  return PANGO_PIXELS_CEIL (height);
}

/* (transfer full): a block with as many paragraphs of one letter each. */
static IlvBlock *
create_skeleton (IlvBlock *block, guint n_paragraphs)
{
  GString *markup = g_string_new ("x");

  for (guint i = 1; i < n_paragraphs; i++)
    g_string_append (markup, "\n\nx");
  block = ilv_block_new_text (ilv_block_get_kind (block), ilv_block_get_marker (block), markup->str);
  g_string_free (markup, TRUE);
  return block;
}

static Frame *
create_frame (IlvTextRuler *self, IlvBlock *block, int text_size, guint n_paragraphs)
{
  Frame *frame = g_new0 (Frame, 1);
  g_autoptr (IlvBlock) skeleton = create_skeleton (block, n_paragraphs);
  GtkWidget *view;

  frame->slide = ilv_text_slide_new_empty (text_size);
  gtk_box_append (GTK_BOX (self->slide), frame->slide);
  view = ilv_text_slide_add_block (ILV_TEXT_SLIDE (frame->slide), skeleton);
  frame->label = ilv_text_block_get_last_label (ILV_TEXT_BLOCK (view));
  return frame;
}

static void
fit_frame (Frame *frame, int width, guint n_paragraphs)
{
  int minimum;

  if (frame->width == width)
    return;
  frame->width = width;
  gtk_label_set_label (frame->label, "x");
  gtk_widget_measure (frame->slide, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (frame->slide, GTK_ORIENTATION_VERTICAL, width, &frame->height, NULL, NULL, NULL);
  gtk_widget_allocate (frame->slide, width, frame->height, -1, NULL);
  frame->text_width = gtk_widget_get_width (GTK_WIDGET (frame->label));
  frame->height -= (int) n_paragraphs * measure_text (frame, frame->text_width);
}

static Frame *
get_frame (IlvTextRuler *self, IlvBlock *block, int text_size, guint n_paragraphs)
{
  const char *marker = ilv_block_get_kind (block) == ILV_BLOCK_CODE ? NULL : ilv_block_get_marker (block);
  g_autofree char *key = g_strdup_printf ("%d %d %u %s", ilv_block_get_kind (block), text_size,
                                          n_paragraphs, marker != NULL ? marker : "-");
  Frame *frame = g_hash_table_lookup (self->frames, key);

  if (frame == NULL)
    {
      frame = create_frame (self, block, text_size, n_paragraphs);
      g_hash_table_insert (self->frames, g_steal_pointer (&key), frame);
    }
  return frame;
}

IlvTextRuler *
ilv_text_ruler_new (void)
{
  IlvTextRuler *self = g_new0 (IlvTextRuler, 1);

  ilv_slide_style_load (gdk_display_get_default ());
  self->slide = g_object_ref_sink (g_object_new (GTK_TYPE_BOX, "css-name", "slide", NULL));
  self->frames = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
ilv_text_ruler_free (IlvTextRuler *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->frames);
  g_object_unref (self->slide);
  g_free (self);
}

int
ilv_text_ruler_measure (IlvTextRuler *self, IlvBlock *block, int text_size, int width)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  Frame *frame;
  int height;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (ILV_IS_BLOCK (block), 0);

  paragraphs = ilv_text_block_split (block);
  frame = get_frame (self, block, text_size, paragraphs->len);
  fit_frame (frame, width, paragraphs->len);
  height = frame->height;
  for (guint i = 0; i < paragraphs->len; i++)
    {
      gtk_label_set_label (frame->label, paragraphs->pdata[i]);
      height += measure_text (frame, frame->text_width);
    }
  return height;
}
