/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-term-popover.h"

#define WIDTH_CHARS 40

/* Of the popover, around its text. */
#define MARGIN 48

struct _IlvTermPopover
{
  GtkPopover parent_instance;

  GtkWidget *box;
  int width_chars; /* of the text, at most */
};

G_DEFINE_FINAL_TYPE (IlvTermPopover, ilv_term_popover, GTK_TYPE_POPOVER)

/* So many as a window that is narrow, or has large letters, has room for. */
static int
get_width_chars (GtkWidget *parent)
{
  PangoContext *context = gtk_widget_get_pango_context (parent);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int char_width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                        pango_font_metrics_get_approximate_digit_width (metrics));
  GtkRoot *root = gtk_widget_get_root (parent);
  int width = root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) : 0;

  pango_font_metrics_unref (metrics);
  if (width <= MARGIN || char_width <= 0)
    return WIDTH_CHARS;
  return CLAMP ((width - MARGIN) * PANGO_SCALE / char_width, 1, WIDTH_CHARS);
}

static void
add_label (IlvTermPopover *self, const char *text, gboolean is_markup, const char *css_class)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", text, "use-markup", is_markup, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "max-width-chars",
                    self->width_chars, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

static gboolean
on_idle (gpointer data)
{
  GtkWidget *self = data;

  if (gtk_widget_get_parent (self) != NULL)
    gtk_widget_unparent (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: whoever closes it may still have to give the focus back. */
static void
ilv_term_popover_closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_idle, g_object_ref (popover), g_object_unref);
}

static void
ilv_term_popover_class_init (IlvTermPopoverClass *klass)
{
  GTK_POPOVER_CLASS (klass)->closed = ilv_term_popover_closed;
}

static void
ilv_term_popover_init (IlvTermPopover *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "term");
  gtk_popover_set_child (GTK_POPOVER (self), self->box);
}

IlvTermPopover *
ilv_term_popover_open (IlvTerm *term, GtkWidget *parent, const GdkRectangle *place)
{
  IlvTermPopover *self;
  g_autofree char *source = NULL;

  g_return_val_if_fail (ILV_IS_TERM (term), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  self = g_object_new (ILV_TYPE_TERM_POPOVER, NULL);
  self->width_chars = get_width_chars (parent);
  source = ilv_term_make_source_markup (term);
  add_label (self, ilv_term_get_title (term), FALSE, "heading");
  add_label (self, ilv_term_get_definition (term), FALSE, NULL);
  add_label (self, source, TRUE, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ilv_term_get_title (term), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  ilv_term_get_definition (term), -1);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  if (place != NULL)
    gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
  return self;
}
