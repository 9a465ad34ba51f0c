/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-presenter.h"

#include <glib/gi18n-lib.h>

#include "ilv-audience-window.h"
#include "ilv-console-window.h"
#include "ilv-keys-window.h"
#include "ilv-presenter-screens.h"
#include "ilv-slide-format.h"
#include "ilv-slide-measure.h"
#include "ilv-slide-style.h"
#include "ilv-stage-set.h"
#include "ilv-stage-settings.h"

struct _IlvPresenter
{
  GObject parent_instance;

  GtkApplication *application;
  IlvPresentation *presentation;
  IlvStageSet *stages;
  IlvPresenterScreens *screens;
  GtkWindow *audience;
  GtkWindow *console;  /* kept where it is hidden */
  GtkWindow *settings; /* hidden until it is asked for */
  GtkWindow *keys;     /* (nullable), weak */
  guint inhibition;
};

G_DEFINE_FINAL_TYPE (IlvPresenter, ilv_presenter, G_TYPE_OBJECT)

enum
{
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_console_shown (IlvPresenter *self)
{
  return self->console != NULL && gtk_widget_get_visible (GTK_WIDGET (self->console));
}

/* With one screen the console may lie below the audience's window, which then says all that it says. */
static void
update_alone (IlvPresenter *self)
{
  ilv_audience_window_set_alone (ILV_AUDIENCE_WINDOW (self->audience),
                                 !is_console_shown (self)
                                   || !ilv_presenter_screens_is_double (self->screens));
}

static void
hide_console (IlvPresenter *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->console), FALSE);
  update_alone (self);
  gtk_window_present (self->audience);
}

/* The talk goes on without it. */
static gboolean
on_console_close_request (IlvPresenter *self)
{
  hide_console (self);
  return GDK_EVENT_STOP;
}

static void
show_console (IlvPresenter *self)
{
  if (self->console == NULL)
    {
      self->console = ilv_console_window_new (self->application, self->stages);
      g_signal_connect_object (self->console, "close-request", G_CALLBACK (on_console_close_request),
                               self, G_CONNECT_SWAPPED);
      ilv_presenter_screens_set_console (self->screens, self->console);
    }
  gtk_window_present (self->console);
  update_alone (self);
}

static void
swap (IlvPresenter *self)
{
  if (ilv_presenter_screens_is_double (self->screens))
    ilv_presenter_screens_swap (self->screens);
  else if (is_console_shown (self) && gtk_window_is_active (self->console))
    gtk_window_present (self->audience);
  else
    show_console (self);
}

/* Where the presenter looks. */
static GtkWindow *
get_front (IlvPresenter *self)
{
  if (is_console_shown (self)
      && (ilv_presenter_screens_is_double (self->screens) || gtk_window_is_active (self->console)))
    return self->console;
  return self->audience;
}

static void
show_keys (IlvPresenter *self)
{
  if (self->keys == NULL)
    g_set_weak_pointer (&self->keys, ilv_keys_window_new (get_front (self)));
  gtk_window_present (self->keys);
}

static void
on_performed (IlvPresenter *self, guint command)
{
  switch (command)
    {
    case ILV_TALK_CONSOLE:
      if (is_console_shown (self))
        hide_console (self);
      else
        show_console (self);
      break;
    case ILV_TALK_SWAP:
      swap (self);
      break;
    case ILV_TALK_KEYS:
      show_keys (self);
      break;
    default:
      break;
    }
}

/* A projector that is plugged in in the middle of a talk leaves room for the console. */
static void
on_double_changed (IlvPresenter *self)
{
  if (ilv_presenter_screens_is_double (self->screens))
    show_console (self);
  update_alone (self);
}

/* Other slides, the same talk. */
static void
on_format_changed (IlvPresenter *self)
{
  IlvDeck *deck = ilv_presentation_get_deck (self->presentation);
  int format = ilv_audience_window_get_format (ILV_AUDIENCE_WINDOW (self->audience));
  g_autoptr (IlvDeck) other = NULL;

  if (ilv_deck_get_slide_width (deck) == format)
    return;
  other = ilv_slide_measure_create_deck (ilv_deck_get_lesson (deck), format);
  ilv_presentation_set_deck (self->presentation, other);
}

static void
close_windows (IlvPresenter *self)
{
  if (self->inhibition != 0)
    gtk_application_uninhibit (self->application, self->inhibition);
  self->inhibition = 0;
  if (self->keys != NULL)
    gtk_window_destroy (self->keys);
  g_clear_weak_pointer (&self->keys);
  g_clear_pointer (&self->settings, gtk_window_destroy);
  g_clear_pointer (&self->console, gtk_window_destroy);
  g_clear_pointer (&self->audience, gtk_window_destroy);
  g_clear_object (&self->screens);
}

static void
ilv_presenter_dispose (GObject *object)
{
  IlvPresenter *self = ILV_PRESENTER (object);

  close_windows (self);
  g_clear_object (&self->stages);
  g_clear_object (&self->presentation);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (ilv_presenter_parent_class)->dispose (object);
}

static void
ilv_presenter_class_init (IlvPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_presenter_dispose;

  /**
   * IlvPresenter::ended:
   *
   * The talk is over, and its windows are closed.
   */
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
ilv_presenter_init (IlvPresenter *self G_GNUC_UNUSED)
{
}

static void
start_talk (IlvPresenter *self, IlvLesson *lesson, guint section, const IlvLessonContext *context)
{
  const IlvScreen *room = ilv_presenter_screens_get_room (self->screens);
  int format = room != NULL ? ilv_slide_format_get_width (room->width, room->height)
                            : ilv_slide_format_get_width (16, 9);
  g_autoptr (IlvDeck) deck = ilv_slide_measure_create_deck (lesson, format);

  self->presentation = ilv_presentation_new (deck, NULL);
  if (section != ILV_SLIDE_NONE)
    ilv_presentation_begin (self->presentation, ilv_deck_find_section (deck, section));
  self->stages = ilv_stage_set_new (self->presentation, context);
  self->settings = ilv_stage_settings_new (self->application, self->stages);
  g_signal_connect_object (self->presentation, "performed", G_CALLBACK (on_performed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presentation, "notify::ended", G_CALLBACK (ilv_presenter_end), self,
                           G_CONNECT_SWAPPED);
}

static void
open_audience (IlvPresenter *self)
{
  self->audience = ilv_audience_window_new (self->application, self->stages);
  g_signal_connect_object (self->audience, "notify::format", G_CALLBACK (on_format_changed), self,
                           G_CONNECT_SWAPPED);
  ilv_presenter_screens_set_audience (self->screens, self->audience);
  gtk_window_present (self->audience);
  self->inhibition
    = gtk_application_inhibit (self->application, self->audience,
                               GTK_APPLICATION_INHIBIT_IDLE | GTK_APPLICATION_INHIBIT_SUSPEND,
                               /* Translators: why the computer is to stay awake. */
                               _ ("A lesson is being presented"));
}

IlvPresenter *
ilv_presenter_new (GtkApplication *application,
                   GtkWindow *parent,
                   IlvLesson *lesson,
                   guint section,
                   const IlvLessonContext *context)
{
  IlvPresenter *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ILV_IS_LESSON (lesson), NULL);
  g_return_val_if_fail (context != NULL, NULL);

  ilv_slide_style_load (gdk_display_get_default ());
  self = g_object_new (ILV_TYPE_PRESENTER, NULL);
  self->application = g_object_ref (application);
  self->screens = ilv_presenter_screens_new (context->settings, parent);
  start_talk (self, lesson, section, context);
  open_audience (self);
  g_signal_connect_object (self->screens, "notify::double", G_CALLBACK (on_double_changed), self,
                           G_CONNECT_SWAPPED);
  on_double_changed (self);
  return self;
}

IlvPresentation *
ilv_presenter_get_presentation (IlvPresenter *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTER (self), NULL);

  return self->presentation;
}

GtkWindow *
ilv_presenter_get_audience (IlvPresenter *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTER (self), NULL);

  return self->audience;
}

GtkWindow *
ilv_presenter_get_console (IlvPresenter *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTER (self), NULL);

  return self->console;
}

void
ilv_presenter_raise (IlvPresenter *self)
{
  g_return_if_fail (ILV_IS_PRESENTER (self));
  g_return_if_fail (self->audience != NULL);

  gtk_window_present (self->audience);
  if (is_console_shown (self))
    gtk_window_present (self->console);
}

void
ilv_presenter_end (IlvPresenter *self)
{
  g_return_if_fail (ILV_IS_PRESENTER (self));

  if (self->audience == NULL)
    return;
  ilv_presentation_perform (self->presentation, ILV_TALK_STOP);
  close_windows (self);
  g_signal_emit (self, signals[ENDED], 0);
}
