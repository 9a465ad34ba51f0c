/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-processor-meter.h"

#include <glib/gi18n.h>

#include "ilv-computer-text.h"

struct _IlvProcessorMeter
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkWidget *share;
  GtkWidget *name;
};

G_DEFINE_FINAL_TYPE (IlvProcessorMeter, ilv_processor_meter, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (IlvProcessorMeter *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new ("–");

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static GtkWidget *
create_bar (void)
{
  GtkWidget *bar = gtk_level_bar_new ();

  /* Full is not good and empty is not bad: one colour. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_inverted (GTK_LEVEL_BAR (bar), TRUE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (bar), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  return bar;
}

static void
ilv_processor_meter_dispose (GObject *object)
{
  IlvProcessorMeter *self = ILV_PROCESSOR_METER (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->share, gtk_widget_unparent);
  g_clear_pointer (&self->name, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_processor_meter_parent_class)->dispose (object);
}

static void
ilv_processor_meter_class_init (IlvProcessorMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_processor_meter_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "processormeter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_processor_meter_init (IlvProcessorMeter *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->share = add_label (self, NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->share), 5);
  self->bar = create_bar ();
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  self->name = add_label (self, "dim-label");
}

GtkWidget *
ilv_processor_meter_new (void)
{
  return g_object_new (ILV_TYPE_PROCESSOR_METER, NULL);
}

void
ilv_processor_meter_show (IlvProcessorMeter *self, const char *name, double busy, gboolean is_dim)
{
  g_autofree char *share = NULL;

  g_return_if_fail (ILV_IS_PROCESSOR_METER (self));

  share = ilv_computer_text_format_share (busy);
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_label_set_label (GTK_LABEL (self->share), share);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), CLAMP (busy, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  busy < 0 ? _ ("unknown") : share, -1);
  gtk_widget_set_opacity (GTK_WIDGET (self), is_dim ? 0.5 : 1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               is_dim ? _ ("Interleave may not use this processor") : NULL);
}

void
ilv_processor_meter_fill (IlvProcessorMeter *self, gboolean with_text)
{
  g_return_if_fail (ILV_IS_PROCESSOR_METER (self));

  gtk_widget_set_vexpand (self->bar, TRUE);
  gtk_widget_set_visible (self->share, with_text);
  gtk_widget_set_visible (self->name, with_text);
}
