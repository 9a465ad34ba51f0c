/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-transport.h"

#include "ilv-compat.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#include "ilv-summary.h"
#include "ilv-wheel.h"
#include "ilv-wrap-layout.h"

/* The replay's speeds: one to so many. */
static const guint slow_downs[] = { 1, 2, 4, 10, 25, 50, 100 };

struct _IlvTransport
{
  GtkWidget parent_instance;

  IlvPlayhead *playhead;

  GtkWidget *run_stack;
  GtkWidget *repeat_button;
  GtkWidget *controls_stack;
  GtkWidget *hint;
  GtkWidget *play_button;
  GtkWidget *scrubber;
  GtkAdjustment *adjustment;
  gboolean showing;
  GtkWidget *position;
  GtkWidget *speeds;
  GtkMenuButton *export_button;
};

G_DEFINE_FINAL_TYPE (IlvTransport, ilv_transport, GTK_TYPE_WIDGET)

static void
fill_speeds (IlvTransport *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (slow_downs); i++)
    {
      /* Translators: a speed: one to so many. */
      g_autofree char *title
        = slow_downs[i] == 1 ? g_strdup (_ ("1×")) : g_strdup_printf (_ ("1/%u×"), slow_downs[i]);

      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->speeds), G_LIST_MODEL (titles));
}

static void
show_position (IlvTransport *self)
{
  gint64 position_ns = ilv_playhead_get_position_ns (self->playhead);
  gint64 end_ns = ilv_playhead_get_end_ns (self->playhead);
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->scrubber, end_ns > 0);
  self->showing = TRUE;
  gtk_adjustment_set_value (self->adjustment,
                            end_ns > 0 ? (double) MAX (position_ns, 0) / end_ns : 0);
  self->showing = FALSE;
  text = position_ns < 0 ? g_strdup ("–") : ilv_summary_format_duration (position_ns);
  gtk_label_set_label (GTK_LABEL (self->position), text);
}

static void
show_playing (IlvTransport *self)
{
  gboolean playing = ilv_playhead_is_playing (self->playhead);

  gtk_button_set_icon_name (GTK_BUTTON (self->play_button),
                            playing ? "media-playback-pause-symbolic"
                                    : "media-playback-start-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, playing ? _ ("Pause") : _ ("Play"),
                                  -1);
}

static gboolean
on_scrubbed (IlvTransport *self, GtkScrollType scroll G_GNUC_UNUSED, double value)
{
  ilv_playhead_set_playing (self->playhead, FALSE);
  ilv_playhead_set_position_ns (self->playhead,
                                CLAMP (value, 0, 1) * ilv_playhead_get_end_ns (self->playhead));
  return TRUE;
}

/* Assistive technologies set the value itself. */
static void
on_value_changed (IlvTransport *self, GtkAdjustment *adjustment)
{
  if (!self->showing && self->playhead != NULL)
    on_scrubbed (self, GTK_SCROLL_JUMP, gtk_adjustment_get_value (adjustment));
}

static void
on_speed_selected (IlvTransport *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->speeds));

  if (selected < G_N_ELEMENTS (slow_downs))
    ilv_playhead_set_rate (self->playhead, 1.0 / slow_downs[selected]);
}

/* Time runs from left to right in every language, as the timelines draw it; so the buttons and the
 * scrubber that move through it must not be mirrored, nor their arrows. */
static void
set_left_to_right (GtkWidget *widget)
{
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_left_to_right (child);
}

static void
ilv_transport_dispose (GObject *object)
{
  IlvTransport *self = ILV_TRANSPORT (object);
  GtkWidget *child;

  if (self->playhead != NULL)
    g_signal_handlers_disconnect_by_data (self->playhead, self);
  g_clear_object (&self->playhead);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_transport_parent_class)->dispose (object);
}

static void
ilv_transport_class_init (IlvTransportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_transport_dispose;
  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "transport");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-transport.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvTransport, run_stack);
  gtk_widget_class_bind_template_child (widget_class, IlvTransport, repeat_button);
  gtk_widget_class_bind_template_child (widget_class, IlvTransport, controls_stack);
  gtk_widget_class_bind_template_child (widget_class, IlvTransport, hint);
  gtk_widget_class_bind_template_child (widget_class, IlvTransport, play_button);
  gtk_widget_class_bind_template_child (widget_class, IlvTransport, scrubber);
  gtk_widget_class_bind_template_child (widget_class, IlvTransport, adjustment);
  gtk_widget_class_bind_template_child (widget_class, IlvTransport, position);
  gtk_widget_class_bind_template_child (widget_class, IlvTransport, speeds);
  gtk_widget_class_bind_template_child (widget_class, IlvTransport, export_button);
}

static void
ilv_transport_init (IlvTransport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ilv_wheel_ignore (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ilv_wrap_layout_new (12, 8));
  set_left_to_right (gtk_widget_get_parent (self->play_button));
  set_left_to_right (self->scrubber);
  fill_speeds (self);
  ilv_compat_name_drop_down (GTK_DROP_DOWN (self->speeds));
  g_signal_connect_swapped (self->scrubber, "change-value", G_CALLBACK (on_scrubbed), self);
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (on_value_changed), self);
  g_signal_connect_swapped (self->speeds, "notify::selected", G_CALLBACK (on_speed_selected), self);
}

void
ilv_transport_set_playhead (IlvTransport *self, IlvPlayhead *playhead)
{
  g_return_if_fail (ILV_IS_TRANSPORT (self));
  g_return_if_fail (self->playhead == NULL);

  self->playhead = g_object_ref (playhead);
  g_signal_connect_swapped (playhead, "notify::position-ns", G_CALLBACK (show_position), self);
  g_signal_connect_swapped (playhead, "notify::end-ns", G_CALLBACK (show_position), self);
  g_signal_connect_swapped (playhead, "notify::playing", G_CALLBACK (show_playing), self);
  show_position (self);
  show_playing (self);
}

void
ilv_transport_set_running (IlvTransport *self, const char *what)
{
  g_return_if_fail (ILV_IS_TRANSPORT (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->run_stack), what != NULL ? "stop" : "run");
  ilv_transport_set_hint (self, what);
}

GtkMenuButton *
ilv_transport_get_export_button (IlvTransport *self)
{
  g_return_val_if_fail (ILV_IS_TRANSPORT (self), NULL);

  return self->export_button;
}

void
ilv_transport_set_has_run (IlvTransport *self, gboolean has_run)
{
  g_return_if_fail (ILV_IS_TRANSPORT (self));

  gtk_widget_set_visible (self->run_stack, has_run);
}

void
ilv_transport_set_has_repeat (IlvTransport *self, gboolean has_repeat)
{
  g_return_if_fail (ILV_IS_TRANSPORT (self));

  gtk_widget_set_visible (self->repeat_button, has_repeat);
}

void
ilv_transport_set_hint (IlvTransport *self, const char *hint)
{
  g_return_if_fail (ILV_IS_TRANSPORT (self));

  if (hint != NULL)
    gtk_label_set_label (GTK_LABEL (self->hint), hint);
  gtk_stack_set_visible_child_name (GTK_STACK (self->controls_stack),
                                    hint != NULL ? "hint" : "replay");
}
