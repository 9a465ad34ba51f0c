/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-audience-window.h"

#include <glib/gi18n.h>

#include "ilv-presenter-keys.h"
#include "ilv-slide-canvas.h"
#include "ilv-slide-view.h"

struct _IlvAudienceWindow
{
  GtkWindow parent_instance;

  IlvStageSet *stages;
};

G_DEFINE_FINAL_TYPE (IlvAudienceWindow, ilv_audience_window, GTK_TYPE_WINDOW)

static gboolean
on_key_pressed (IlvAudienceWindow *self, guint keyval, guint keycode G_GNUC_UNUSED, GdkModifierType state)
{
  return ilv_presenter_keys_handle (ilv_stage_set_get_presentation (self->stages), keyval, state);
}

static void
ilv_audience_window_dispose (GObject *object)
{
  g_clear_object (&ILV_AUDIENCE_WINDOW (object)->stages);

  G_OBJECT_CLASS (ilv_audience_window_parent_class)->dispose (object);
}

static void
ilv_audience_window_class_init (IlvAudienceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_audience_window_dispose;
}

static void
ilv_audience_window_init (IlvAudienceWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_css_class (GTK_WIDGET (self), "audience");
}

GtkWindow *
ilv_audience_window_new (GtkApplication *application, IlvStageSet *stages)
{
  IlvAudienceWindow *self;
  GtkWidget *canvas = ilv_slide_canvas_new ();

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_AUDIENCE_WINDOW, "application", application, "default-width", 1280,
                       "default-height", 720, "title", _ ("Presentation"), NULL);
  self->stages = g_object_ref (stages);
  ilv_slide_canvas_set_child (ILV_SLIDE_CANVAS (canvas), ilv_slide_view_new (stages));
  gtk_window_set_child (GTK_WINDOW (self), canvas);
  return GTK_WINDOW (self);
}
