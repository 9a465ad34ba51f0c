/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-block.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ilv-block-part.h"
#include "ilv-slide-markup.h"
#include "ilv-text-layout.h"

struct _IlvTextBlock
{
  GtkWidget parent_instance;

  GtkWidget *text; /* the paragraphs */
};

G_DEFINE_FINAL_TYPE (IlvTextBlock, ilv_text_block, GTK_TYPE_WIDGET)

static const char *
get_css_class (IlvBlockKind kind)
{
  switch (kind)
    {
    case ILV_BLOCK_HEADING:
      return "heading";
    case ILV_BLOCK_ITEM:
      return "item";
    case ILV_BLOCK_QUOTE:
      return "quote";
    case ILV_BLOCK_SINCE:
      return "since";
    case ILV_BLOCK_CODE:
      return "code";
    case ILV_BLOCK_FAULT:
      return "fault";
    default:
      return "paragraph";
    }
}

static GtkWidget *
add_label (GtkWidget *box, const char *markup)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", markup, "use-markup", TRUE, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "yalign", 0.0f, "hexpand", TRUE, NULL);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* A hyphen at a line's end would look like a part of the code. */
static void
show_as_code (GtkWidget *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static void
add_paragraphs (GtkWidget *box, IlvBlock *block)
{
  g_autoptr (GPtrArray) paragraphs = ilv_text_block_split (block);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      GtkWidget *label = add_label (box, paragraphs->pdata[i]);

      if (ilv_block_get_kind (block) == ILV_BLOCK_CODE)
        show_as_code (label);
    }
}

static void
add_box_title (GtkWidget *box, IlvBlock *block)
{
  GtkWidget *label = add_label (box, ilv_block_part_is_continued (block)
                                       ? _ ("Since the notes were written (continued)")
                                       : _ ("Since the notes were written"));

  gtk_widget_add_css_class (label, "box-title");
}

static void
add_marker (IlvTextBlock *self, const char *marker)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", marker, "xalign", 0.0f, "yalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, "marker");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

/* Whether the text reads from the right: its first letter does. */
static gboolean
reads_from_right (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  switch (g_unichar_get_script (g_utf8_get_char (text)))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A text begins at the side that it reads from, with its marker, whatever the program's language is. */
static void
follow_direction (IlvTextBlock *self, IlvBlock *block)
{
  g_autofree char *text = ilv_slide_markup_to_text (ilv_block_get_markup (block));
  GtkTextDirection direction = reads_from_right (text) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;

  gtk_widget_set_direction (GTK_WIDGET (self), direction);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_direction (child, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (self->text); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_direction (child, direction);
}

static void
ilv_text_block_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_text_block_parent_class)->dispose (object);
}

static void
ilv_text_block_class_init (IlvTextBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_text_block_dispose;
  gtk_widget_class_set_css_name (widget_class, "textblock");
}

static void
ilv_text_block_init (IlvTextBlock *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ilv_text_layout_new (GTK_ORIENTATION_HORIZONTAL));
  self->text = g_object_new (GTK_TYPE_BOX, "css-name", "paragraphs", NULL);
  gtk_widget_set_layout_manager (self->text, ilv_text_layout_new (GTK_ORIENTATION_VERTICAL));
}

GtkWidget *
ilv_text_block_new (IlvBlock *block)
{
  IlvTextBlock *self;
  IlvBlockKind kind;

  g_return_val_if_fail (ILV_IS_BLOCK (block), NULL);
  g_return_val_if_fail (ilv_block_get_markup (block) != NULL, NULL);

  self = g_object_new (ILV_TYPE_TEXT_BLOCK, NULL);
  kind = ilv_block_get_kind (block);
  gtk_widget_add_css_class (GTK_WIDGET (self), get_css_class (kind));
  if (kind == ILV_BLOCK_ITEM)
    add_marker (self, ilv_block_get_marker (block));
  if (kind == ILV_BLOCK_SINCE)
    add_box_title (self->text, block);
  add_paragraphs (self->text, block);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  follow_direction (self, block);
  return GTK_WIDGET (self);
}

GPtrArray *
ilv_text_block_split (IlvBlock *block)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  const char *markup = ilv_block_get_markup (block);
  g_autoptr (GArray) breaks = NULL;

  if (ilv_block_get_kind (block) == ILV_BLOCK_CODE)
    {
      g_ptr_array_add (paragraphs, ilv_slide_markup_new (markup));
      return paragraphs;
    }
  breaks = ilv_block_part_find_breaks (block, ILV_BLOCK_BREAK_PARAGRAPH, 0, strlen (markup));
  for (guint i = 0; i + 1 < breaks->len; i++)
    {
      g_autoptr (IlvBlock) part = ilv_block_part_new (block, g_array_index (breaks, gsize, i),
                                                      g_array_index (breaks, gsize, i + 1));

      g_ptr_array_add (paragraphs, ilv_slide_markup_new (ilv_block_get_markup (part)));
    }
  return paragraphs;
}

GtkLabel *
ilv_text_block_get_last_label (IlvTextBlock *self)
{
  g_return_val_if_fail (ILV_IS_TEXT_BLOCK (self), NULL);

  return GTK_LABEL (gtk_widget_get_last_child (self->text));
}

int
ilv_text_block_get_gap (IlvBlockKind above, IlvBlockKind kind, int text_size)
{
  double lines = 0.75;

  if (above == ILV_BLOCK_HEADING)
    lines = 0.3;
  else if (kind == ILV_BLOCK_HEADING)
    lines = 1;
  else if (kind == ILV_BLOCK_ITEM)
    lines = 0.45;
  else if (kind == ILV_BLOCK_SINCE || above == ILV_BLOCK_SINCE)
    lines = 0.9;
  return (int) (lines * text_size);
}
