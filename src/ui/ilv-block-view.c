/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-block-view.h"

#include <glib/gi18n.h>

#include "ilv-link-place.h"
#include "ilv-term-popover.h"

struct _IlvBlockView
{
  GtkWidget parent_instance;

  IlvGlossary *glossary;
};

/* The narrowest that a text becomes; on the narrowest window, it is wider even in letters of twice the size. */
#define LEAST_CHARS 8

G_DEFINE_FINAL_TYPE (IlvBlockView, ilv_block_view, GTK_TYPE_WIDGET)

static const char *
get_css_class (IlvBlockKind kind)
{
  switch (kind)
    {
    case ILV_BLOCK_HEADING:
      return "title-4";
    case ILV_BLOCK_QUOTE:
      return "quote";
    case ILV_BLOCK_SINCE:
      return "since";
    case ILV_BLOCK_CODE:
      return "code";
    case ILV_BLOCK_FAULT:
      return "fault";
    default:
      return "text";
    }
}

/* The popover is the view's and not the label's, which keeps no children. */
static void
open_term (IlvBlockView *self, IlvTerm *term, GtkLabel *label, const char *uri)
{
  graphene_point_t origin;
  GdkRectangle place;

  if (!ilv_link_place_find (label, uri, &place) ||
      !gtk_widget_compute_point (GTK_WIDGET (label), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (place.x, place.y), &origin))
    {
      ilv_term_popover_open (term, GTK_WIDGET (self), NULL);
      return;
    }

  place.x = (int) origin.x;
  place.y = (int) origin.y;
  ilv_term_popover_open (term, GTK_WIDGET (self), &place);
}

/* Whether the link is one of ours; all others are the system's. */
static gboolean
on_activate_link (IlvBlockView *self, const char *uri, GtkLabel *label)
{
  const char *id = ilv_glossary_parse_link (uri);
  IlvTerm *term = NULL;

  if (id == NULL)
    return FALSE;
  if (self->glossary != NULL)
    term = ilv_glossary_find (self->glossary, id);
  if (term != NULL)
    open_term (self, term, label, uri);
  return TRUE;
}

/* Without a least width, GTK finds one by breaking the whole text after each of its characters, which takes
 * several times as long as all the rest of its layout. */
static GtkWidget *
create_label (const char *markup)
{
  return g_object_new (GTK_TYPE_LABEL, "label", markup, "use-markup", TRUE, "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", LEAST_CHARS, "xalign", 0.0f,
                       "hexpand", TRUE, NULL);
}

static void
add_marker (IlvBlockView *self, const char *marker)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", marker, "yalign", 0.0f, "xalign", 1.0f, "width-chars",
                    2, NULL);

  gtk_widget_add_css_class (label, "text");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
add_title (IlvBlockView *self)
{
  GtkWidget *label = create_label (_ ("Since the notes were written"));

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

/* A hyphen at a line's end would look like a part of the code. */
static void
show_as_code (GtkWidget *label)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_add_css_class (label, "monospace");
}

static void
add_text (IlvBlockView *self, IlvBlock *block)
{
  GtkWidget *label = create_label (ilv_block_get_markup (block));

  if (ilv_block_get_kind (block) == ILV_BLOCK_CODE)
    show_as_code (label);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (on_activate_link), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
ilv_block_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&ILV_BLOCK_VIEW (object)->glossary);

  G_OBJECT_CLASS (ilv_block_view_parent_class)->dispose (object);
}

static void
ilv_block_view_class_init (IlvBlockViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_block_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "block");
}

static void
ilv_block_view_init (IlvBlockView *self G_GNUC_UNUSED)
{
}

GtkWidget *
ilv_block_view_new (IlvBlock *block)
{
  IlvBlockView *self;
  GtkLayoutManager *layout;
  IlvBlockKind kind;

  g_return_val_if_fail (ILV_IS_BLOCK (block), NULL);

  self = g_object_new (ILV_TYPE_BLOCK_VIEW, NULL);
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  kind = ilv_block_get_kind (block);
  gtk_widget_add_css_class (GTK_WIDGET (self), get_css_class (kind));
  if (kind == ILV_BLOCK_ITEM)
    {
      gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
      add_marker (self, ilv_block_get_marker (block));
    }
  else
    {
      gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
      gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
    }
  if (kind == ILV_BLOCK_SINCE)
    add_title (self);
  add_text (self, block);
  return GTK_WIDGET (self);
}

void
ilv_block_view_set_glossary (IlvBlockView *self, IlvGlossary *glossary)
{
  g_return_if_fail (ILV_IS_BLOCK_VIEW (self));
  g_return_if_fail (glossary == NULL || ILV_IS_GLOSSARY (glossary));

  g_set_object (&self->glossary, glossary);
}
