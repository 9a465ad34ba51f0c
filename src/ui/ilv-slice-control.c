/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slice-control.h"

#include <glib/gi18n.h>

#include "ilv-slice.h"
#include "ilv-wrap-layout.h"

/* What is proposed to who no longer wants the kernel's own. */
#define PROPOSED_MS 20

#define REFUSAL_WIDTH 44 /* characters */

struct _IlvSliceControl
{
  GtkWidget parent_instance;

  GtkAdjustment *length; /* ms */
  GtkWidget *spin;
  GtkWidget *own;
  GtkWidget *refusal;
  gboolean can_choose;
};

G_DEFINE_FINAL_TYPE (IlvSliceControl, ilv_slice_control, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_own (IlvSliceControl *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->own));
}

static void
update_sensitive (IlvSliceControl *self)
{
  gtk_widget_set_sensitive (self->own, self->can_choose);
  gtk_widget_set_sensitive (self->spin, self->can_choose && !is_own (self));
}

static void
on_own_toggled (IlvSliceControl *self)
{
  update_sensitive (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_length_changed (IlvSliceControl *self)
{
  if (!is_own (self))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_spin (IlvSliceControl *self)
{
  const char *explanation = _ ("How long a task may run while others are ready");
  GtkWidget *label = gtk_label_new (_ ("Time slice (ms)"));

  self->length = gtk_adjustment_new (PROPOSED_MS, (double) ILV_SLICE_MIN_NS / ILV_SLICE_UNIT_NS,
                                     (double) ILV_SLICE_MAX_NS / ILV_SLICE_UNIT_NS, 1, 10, 0);
  self->spin = gtk_spin_button_new (self->length, 1, 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 3);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (self->spin), TRUE);
  gtk_widget_set_tooltip_text (self->spin, explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Time slice in milliseconds"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, explanation, -1);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->spin, GTK_WIDGET (self));
  g_signal_connect_object (self->length, "value-changed", G_CALLBACK (on_length_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
add_own (IlvSliceControl *self)
{
  self->own = gtk_check_button_new ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->own), TRUE);
  gtk_widget_set_parent (self->own, GTK_WIDGET (self));
  g_signal_connect_object (self->own, "toggled", G_CALLBACK (on_own_toggled), self,
                           G_CONNECT_SWAPPED);
}

static void
add_refusal (IlvSliceControl *self)
{
  self->refusal = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->refusal), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->refusal), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->refusal), REFUSAL_WIDTH);
  gtk_widget_add_css_class (self->refusal, "caption");
  gtk_widget_add_css_class (self->refusal, "dim-label");
  gtk_widget_set_visible (self->refusal, FALSE);
  gtk_widget_set_parent (self->refusal, GTK_WIDGET (self));
}

static void
ilv_slice_control_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_slice_control_parent_class)->dispose (object);
}

static void
ilv_slice_control_class_init (IlvSliceControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_slice_control_dispose;

  /**
   * IlvSliceControl::changed:
   *
   * Another time slice has been chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "slicecontrol");
}

static void
ilv_slice_control_init (IlvSliceControl *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ilv_wrap_layout_new (8, 4));
  add_spin (self);
  add_own (self);
  add_refusal (self);
  ilv_slice_control_set_use (self, FALSE, FALSE, NULL);
}

gint64
ilv_slice_control_get_slice_ns (IlvSliceControl *self)
{
  g_return_val_if_fail (ILV_IS_SLICE_CONTROL (self), 0);

  return is_own (self) ? 0 : (gint64) gtk_adjustment_get_value (self->length) * ILV_SLICE_UNIT_NS;
}

void
ilv_slice_control_set_slice_ns (IlvSliceControl *self, gint64 slice_ns)
{
  g_return_if_fail (ILV_IS_SLICE_CONTROL (self));

  if (slice_ns == 0)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->own), TRUE);
  if (!ilv_slice_is_valid (slice_ns))
    return;
  gtk_adjustment_set_value (self->length, (double) slice_ns / ILV_SLICE_UNIT_NS);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->own), FALSE);
}

static void
show_refusal (IlvSliceControl *self, const char *refusal, gboolean by_model)
{
  g_autofree char *text = NULL;

  if (refusal != NULL && by_model)
    text = g_strconcat (refusal, " ", _ ("Only the model has the time slice that you choose."), NULL);
  gtk_label_set_label (GTK_LABEL (self->refusal), text != NULL ? text : refusal);
  gtk_widget_set_visible (self->refusal, refusal != NULL);
  if (refusal != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->own), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    self->refusal, NULL, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->own),
                                   GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

void
ilv_slice_control_set_use (IlvSliceControl *self,
                           gboolean by_kernel,
                           gboolean by_model,
                           const char *refusal)
{
  const char *title;

  g_return_if_fail (ILV_IS_SLICE_CONTROL (self));

  /* Translators: a box to check: the time slice that the kernel, or the model, has by itself. */
  title = by_model && !by_kernel ? _ ("Model’s own") : _ ("Kernel’s own");
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->own), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  show_refusal (self, by_kernel ? refusal : NULL, by_model);
  self->can_choose = by_model || refusal == NULL;
  update_sensitive (self);
  gtk_widget_set_visible (GTK_WIDGET (self), by_kernel || by_model);
}
