/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-clock.h"

#include <glib/gi18n-lib.h>

#include "ilv-key-text.h"
#include "ilv-talk-text.h"
#include "ilv-wrap-layout.h"

#define MS_NS G_GINT64_CONSTANT (1000000)
#define SECOND_NS (1000 * MS_NS)

struct _IlvConsoleClock
{
  GtkWidget parent_instance;

  IlvPresentation *presentation;
  guint tick_id; /* while it can be seen */

  GtkWidget *box;
  GtkLabel *elapsed_heading;
  GtkLabel *elapsed;
  GtkWidget *pause;
  GtkLabel *planned;
  GtkImage *pace_icon;
  GtkLabel *pace;
  GtkLabel *wall;
};

G_DEFINE_FINAL_TYPE (IlvConsoleClock, ilv_console_clock, GTK_TYPE_WIDGET)

/* A label whose text is set is laid out again, even if it is the same. */
static void
set_text (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
}

static void
set_css_class (gpointer widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_pace (IlvConsoleClock *self)
{
  gint64 pace_ns = ilv_presentation_get_pace_ns (self->presentation);
  g_autofree char *text = ilv_talk_text_format_pace (pace_ns);
  gboolean behind = pace_ns <= -SECOND_NS, ahead = pace_ns >= SECOND_NS;

  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->pace)),
                          ilv_presentation_get_planned_ns (self->presentation) > 0);
  set_text (self->pace, text);
  gtk_image_set_from_icon_name (self->pace_icon, behind  ? "go-down-symbolic"
                                                 : ahead ? "go-up-symbolic"
                                                         : "object-select-symbolic");
  set_css_class (gtk_widget_get_parent (GTK_WIDGET (self->pace)), "behind", behind);
}

void
ilv_console_clock_refresh (IlvConsoleClock *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *elapsed = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *wall = NULL;
  IlvTalkClock *clock;

  g_return_if_fail (ILV_IS_CONSOLE_CLOCK (self));

  clock = ilv_presentation_get_clock (self->presentation);
  elapsed = ilv_talk_text_format_time (ilv_talk_clock_get_elapsed_ns (clock));
  planned = ilv_talk_text_format_planned (ilv_presentation_get_planned_ns (self->presentation));
  /* Translators: the time of the day, as g_date_time_format() writes it; "%l:%M %p" for 12 hours. */
  wall = g_date_time_format (now, _("%H:%M"));
  set_text (self->elapsed, elapsed);
  set_text (self->planned, planned);
  set_text (self->wall, wall);
  set_css_class (self->elapsed, "paused", ilv_talk_clock_is_paused (clock));
  show_pace (self);
}

static void schedule (IlvConsoleClock *self);

static gboolean
on_tick (gpointer data)
{
  IlvConsoleClock *self = data;

  self->tick_id = 0;
  ilv_console_clock_refresh (self);
  schedule (self);
  return G_SOURCE_REMOVE;
}

/* Wakes just after the second has changed, so that none is left out or shown twice as long. */
static void
schedule (IlvConsoleClock *self)
{
  gint64 elapsed_ns
    = ilv_talk_clock_get_elapsed_ns (ilv_presentation_get_clock (self->presentation));
  guint rest_ms = (guint) ((SECOND_NS - elapsed_ns % SECOND_NS) / MS_NS);

  self->tick_id = g_timeout_add (rest_ms + 1, on_tick, self);
}

static void
show_paused (IlvConsoleClock *self)
{
  gboolean paused
    = ilv_talk_clock_is_paused (ilv_presentation_get_clock (self->presentation));
  g_autofree char *tooltip = ilv_key_text_create_tooltip ("pause");

  gtk_button_set_icon_name (GTK_BUTTON (self->pause), paused ? "media-playback-start-symbolic"
                                                             : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (self->pause, tooltip);
  gtk_label_set_label (self->elapsed_heading, paused ? _("Paused") : _("Elapsed"));
  ilv_console_clock_refresh (self);
}

static void
ilv_console_clock_map (GtkWidget *widget)
{
  IlvConsoleClock *self = ILV_CONSOLE_CLOCK (widget);

  GTK_WIDGET_CLASS (ilv_console_clock_parent_class)->map (widget);
  ilv_console_clock_refresh (self);
  schedule (self);
}

static void
ilv_console_clock_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&ILV_CONSOLE_CLOCK (widget)->tick_id, g_source_remove);

  GTK_WIDGET_CLASS (ilv_console_clock_parent_class)->unmap (widget);
}

static void
ilv_console_clock_dispose (GObject *object)
{
  IlvConsoleClock *self = ILV_CONSOLE_CLOCK (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (ilv_console_clock_parent_class)->dispose (object);
}

static void
ilv_console_clock_class_init (IlvConsoleClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_console_clock_dispose;
  widget_class->map = ilv_console_clock_map;
  widget_class->unmap = ilv_console_clock_unmap;
  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-console-clock.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleClock, box);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleClock, elapsed_heading);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleClock, elapsed);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleClock, pause);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleClock, planned);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleClock, pace_icon);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleClock, pace);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleClock, wall);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "consoleclock");
}

static void
ilv_console_clock_init (IlvConsoleClock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ilv_console_clock_new (IlvPresentation *presentation)
{
  IlvConsoleClock *self;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (ILV_TYPE_CONSOLE_CLOCK, NULL);
  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (ilv_presentation_get_clock (presentation), "notify::paused",
                           G_CALLBACK (show_paused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::slide", G_CALLBACK (ilv_console_clock_refresh),
                           self, G_CONNECT_SWAPPED);
  show_paused (self);
  return GTK_WIDGET (self);
}
