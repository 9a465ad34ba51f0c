/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-presentation.h"
#include "ilv-talk-times.h"

G_BEGIN_DECLS

struct _IlvPresentation
{
  GObject parent_instance;

  IlvDeck *deck;
  IlvTalkClock *clock;
  IlvTalkTimes *times;
  GDateTime *begun;
  GPtrArray *polls; /* element-type IlvPoll */
  GArray *runs;     /* IlvRunState of each experiment */
  guint slide;
  guint step;
  IlvCover cover;
  gboolean over; /* the last slide is behind it; black and white may cover that too */
  gboolean frozen;
  gboolean pointing;
  gboolean magnifying;
  gboolean overview;
  gboolean asking;
  gboolean ended;
  gboolean waiting;
  GString *digits;
  int counting;
  guint notes_size;
  double pointer_x;
  double pointer_y;
};

typedef enum
{
  ILV_PRESENTATION_PROP_0,
  ILV_PRESENTATION_PROP_DECK,
  ILV_PRESENTATION_PROP_SLIDE,
  ILV_PRESENTATION_PROP_STEP,
  ILV_PRESENTATION_PROP_COVER,
  ILV_PRESENTATION_PROP_FROZEN,
  ILV_PRESENTATION_PROP_POINTING,
  ILV_PRESENTATION_PROP_MAGNIFYING,
  ILV_PRESENTATION_PROP_OVERVIEW,
  ILV_PRESENTATION_PROP_ASKING,
  ILV_PRESENTATION_PROP_ENDED,
  ILV_PRESENTATION_PROP_DIGITS,
  ILV_PRESENTATION_PROP_COUNTING,
  ILV_PRESENTATION_PROP_NOTES_SIZE,
  ILV_PRESENTATION_PROP_RUN_STATE,
  ILV_PRESENTATION_PROP_WAITING,
  ILV_PRESENTATION_PROP_POINTER_X,
  ILV_PRESENTATION_PROP_POINTER_Y,
  ILV_PRESENTATION_N_PROPERTIES,
} IlvPresentationProperty;

void ilv_presentation_notify (IlvPresentation *self, IlvPresentationProperty property);
void ilv_presentation_emit_performed (IlvPresentation *self, IlvTalkCommand command);

/* Each notifies of what it changes, and does nothing where it is so already. */
void ilv_presentation_set_flag (IlvPresentation *self,
                                gboolean *flag,
                                gboolean value,
                                IlvPresentationProperty property);
void ilv_presentation_set_cover (IlvPresentation *self, IlvCover cover);
void ilv_presentation_set_counting (IlvPresentation *self, int choice);
void ilv_presentation_clear_digits (IlvPresentation *self);

/* The number that is being typed. */
guint ilv_presentation_get_typed (IlvPresentation *self);

/* Stores the hands that are being typed, if they are, and clears the digits; a choice for which none were
 * typed keeps its hands. */
void ilv_presentation_store_count (IlvPresentation *self);

/* Goes to a step of a slide, and leaves what belongs to the place before. */
void ilv_presentation_show (IlvPresentation *self, guint slide, guint step);

/* The step at which a slide is met: what was run already is shown as such. */
guint ilv_presentation_get_first_step (IlvPresentation *self, guint slide);

/* Whether a slide of that kind shows how its experiment runs. */
gboolean ilv_presentation_shows_runs (IlvSlide *slide);

/* The slide on which the experiment of the present one is run: the present one, if it shows the run.
 * %ILV_SLIDE_NONE where it has none, or that has to wait for its poll. */
guint ilv_presentation_find_run_slide (IlvPresentation *self);

/* To be called when anything has changed that `waiting` hangs on. */
void ilv_presentation_update_waiting (IlvPresentation *self);

/* How far the experiment of the slide that is shown is. */
IlvRunState ilv_presentation_get_current_run_state (IlvPresentation *self);

G_END_DECLS
