/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-next.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ilv-slide-canvas.h"
#include "ilv-slide-format.h"
#include "ilv-slide-view.h"
#include "ilv-spare-time.h"
#include "ilv-talk-text.h"

/* In pixels. */
#define PICTURE_HEIGHT 96
#define SMALL_PICTURE_HEIGHT 60

struct _IlvConsoleNext
{
  GtkWidget parent_instance;

  IlvStageSet *stages;
  IlvPresentation *presentation;
  IlvSlide *slide; /* the one in the picture */
  gboolean small;

  GtkWidget *canvas;
  GtkWidget *width_clamp; /* they keep the picture small */
  GtkWidget *height_clamp;
  GtkLabel *what;
  GtkLabel *after;
};

G_DEFINE_FINAL_TYPE (IlvConsoleNext, ilv_console_next, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SMALL,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
clamp (GtkWidget *widget, int size)
{
  g_object_set (widget, "maximum-size", size, "tightening-threshold", size, NULL);
}

static void
size_picture (IlvConsoleNext *self)
{
  int slide_width = ilv_deck_get_slide_width (ilv_presentation_get_deck (self->presentation));
  int height = self->small ? SMALL_PICTURE_HEIGHT : PICTURE_HEIGHT;
  int width = height * slide_width / ILV_SLIDE_HEIGHT;

  ilv_slide_canvas_set_slide_width (ILV_SLIDE_CANVAS (self->canvas), slide_width);
  gtk_widget_set_size_request (self->canvas, width, height);
  clamp (self->width_clamp, width);
  clamp (self->height_clamp, height);
}

static void
show_picture (gpointer data)
{
  IlvConsoleNext *self = data;
  IlvSlide *slide = ilv_presentation_get_next_slide (self->presentation);

  if (!g_set_object (&self->slide, slide))
    return;
  size_picture (self);
  ilv_slide_canvas_set_child (ILV_SLIDE_CANVAS (self->canvas),
                              slide != NULL ? ilv_slide_view_new_for_slide (self->stages, slide)
                                            : NULL);
}

static void
show_texts (IlvConsoleNext *self)
{
  g_autofree char *what = ilv_talk_text_describe_next (self->presentation);
  g_autofree char *after = ilv_talk_text_describe_after (self->presentation);

  gtk_label_set_label (self->what, what);
  gtk_label_set_label (self->after, after);
}

static void
on_slide_changed (IlvConsoleNext *self)
{
  show_texts (self);
  /* The slide itself must be drawn first: what comes next has time. */
  ilv_spare_time_add (self, show_picture);
}

static void
ilv_console_next_dispose (GObject *object)
{
  IlvConsoleNext *self = ILV_CONSOLE_NEXT (object);
  GtkWidget *child;

  ilv_spare_time_remove (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->slide);
  g_clear_object (&self->presentation);
  g_clear_object (&self->stages);

  G_OBJECT_CLASS (ilv_console_next_parent_class)->dispose (object);
}

static void
ilv_console_next_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SMALL:
      g_value_set_boolean (value, ILV_CONSOLE_NEXT (object)->small);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_console_next_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IlvConsoleNext *self = ILV_CONSOLE_NEXT (object);

  switch (id)
    {
    case PROP_SMALL:
      self->small = g_value_get_boolean (value);
      size_picture (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_console_next_class_init (IlvConsoleNextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_console_next_dispose;
  G_OBJECT_CLASS (klass)->get_property = ilv_console_next_get_property;
  G_OBJECT_CLASS (klass)->set_property = ilv_console_next_set_property;
  properties[PROP_SMALL]
    = g_param_spec_boolean ("small", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "consolenext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "width-chars", 8, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
ilv_console_next_init (IlvConsoleNext *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", _ ("Next"), "xalign", 0.0f, NULL);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->canvas = ilv_slide_canvas_new ();
  self->height_clamp = g_object_new (ADW_TYPE_CLAMP, "orientation", GTK_ORIENTATION_VERTICAL, "child",
                                     self->canvas, NULL);
  self->width_clamp = g_object_new (ADW_TYPE_CLAMP, "valign", GTK_ALIGN_START, "child",
                                    self->height_clamp, NULL);
  gtk_widget_add_css_class (heading, "console-heading");
  gtk_widget_add_css_class (self->canvas, "console-picture");
  gtk_box_append (GTK_BOX (row), self->width_clamp);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->what = add_label (texts, "console-what");
  self->after = add_label (texts, "console-detail");
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading,
                                  NULL, -1);
}

GtkWidget *
ilv_console_next_new (IlvStageSet *stages)
{
  static const char *const signals[] = {
    "notify::step", "notify::cover", "notify::waiting", "notify::overview", "notify::asking",
  };
  IlvConsoleNext *self;

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_CONSOLE_NEXT, NULL);
  self->stages = g_object_ref (stages);
  self->presentation = g_object_ref (ilv_stage_set_get_presentation (stages));
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->presentation, signals[i], G_CALLBACK (show_texts), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presentation, "notify::slide", G_CALLBACK (on_slide_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presentation, "notify::deck", G_CALLBACK (on_slide_changed), self,
                           G_CONNECT_SWAPPED);
  size_picture (self);
  on_slide_changed (self);
  return GTK_WIDGET (self);
}
