/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-presenter.h"

#include "ilv-audience-window.h"
#include "ilv-slide-measure.h"
#include "ilv-slide-style.h"
#include "ilv-stage-set.h"

struct _IlvPresenter
{
  GObject parent_instance;

  IlvPresentation *presentation;
  IlvStageSet *stages;
  GtkWindow *audience;
  GtkWindow *console;
};

G_DEFINE_FINAL_TYPE (IlvPresenter, ilv_presenter, G_TYPE_OBJECT)

enum
{
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
ilv_presenter_dispose (GObject *object)
{
  IlvPresenter *self = ILV_PRESENTER (object);

  g_clear_pointer (&self->audience, gtk_window_destroy);
  g_clear_pointer (&self->console, gtk_window_destroy);
  g_clear_object (&self->stages);
  g_clear_object (&self->presentation);

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

IlvPresenter *
ilv_presenter_new (GtkApplication *application,
                   GtkWindow *parent G_GNUC_UNUSED,
                   IlvLesson *lesson,
                   guint section,
                   const IlvLessonContext *context)
{
  IlvPresenter *self;
  g_autoptr (IlvDeck) deck = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (ILV_IS_LESSON (lesson), NULL);

  ilv_slide_style_load (gdk_display_get_default ());
  self = g_object_new (ILV_TYPE_PRESENTER, NULL);
  deck = ilv_slide_measure_create_deck (lesson, 1920);
  self->presentation = ilv_presentation_new (deck, NULL);
  if (section != ILV_SLIDE_NONE)
    ilv_presentation_begin (self->presentation, ilv_deck_find_section (deck, section));
  self->stages = ilv_stage_set_new (self->presentation, context);
  self->audience = ilv_audience_window_new (application, self->stages);
  g_signal_connect_object (self->presentation, "notify::ended", G_CALLBACK (ilv_presenter_end), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (self->audience);
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

  gtk_window_present (self->audience);
}

void
ilv_presenter_end (IlvPresenter *self)
{
  g_return_if_fail (ILV_IS_PRESENTER (self));

  g_signal_emit (self, signals[ENDED], 0);
}
