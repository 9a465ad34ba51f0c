/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-stage-set.h"

#include <math.h>

#include "ilv-comparison-stage.h"
#include "ilv-race-stage.h"
#include "ilv-scene-stage.h"
#include "ilv-spare-time.h"

struct _IlvStageSet
{
  GObject parent_instance;

  IlvPresentation *presentation;
  IlvProgress *progress;
  GSettings *settings;
  IlvPythons *pythons;
  IlvGlossary *glossary;
  IlvLastRuns *runs;
  IlvRunStore *history;
  GPtrArray *stages; /* IlvStage or NULL, by experiment */
  guint shown;       /* the experiment of the slide that is shown */
};

G_DEFINE_FINAL_TYPE (IlvStageSet, ilv_stage_set, G_TYPE_OBJECT)

/* So many slides ahead a stage is made, which is much work for one slide. */
#define SLIDES_AHEAD 3

static IlvDeck *
get_deck (IlvStageSet *self)
{
  return ilv_presentation_get_deck (self->presentation);
}

/* (nullable): only if it is made already */
static IlvStage *
find_stage (IlvStageSet *self, guint experiment)
{
  return experiment < self->stages->len ? self->stages->pdata[experiment] : NULL;
}

static guint
find_experiment (IlvStageSet *self, IlvStage *stage)
{
  guint experiment = ILV_SLIDE_NONE;

  g_ptr_array_find (self->stages, stage, &experiment);
  return experiment;
}

static void
decide_polls (IlvStageSet *self, IlvStage *stage, guint experiment)
{
  for (guint i = 0; i < ilv_deck_get_n_polls (get_deck (self)); i++)
    {
      guint decider;
      IlvPrediction *prediction = ilv_deck_get_prediction (get_deck (self), i, &decider);
      double measured;

      if (decider != experiment)
        continue;
      measured = ilv_stage_measure (stage, prediction);
      if (!isnan (measured))
        ilv_poll_set_measured (ilv_presentation_get_poll (self->presentation, i), measured);
    }
}

static void
on_stage_changed (IlvStageSet *self, IlvStage *stage)
{
  guint experiment = find_experiment (self, stage);
  IlvRunState state = ilv_stage_is_running (stage)   ? ILV_RUN_GOING
                      : ilv_stage_has_result (stage) ? ILV_RUN_DONE
                                                     : ILV_RUN_NONE;

  if (experiment == ILV_SLIDE_NONE)
    return;
  if (state == ILV_RUN_DONE)
    decide_polls (self, stage, experiment);
  ilv_presentation_set_run_state (self->presentation, experiment, state);
}

static void
activate (IlvStage *stage, const char *action)
{
  GActionGroup *actions = ilv_stage_get_actions (stage);

  if (actions != NULL && g_action_group_has_action (actions, action))
    g_action_group_activate_action (actions, action, NULL);
}

static void
on_performed (IlvStageSet *self, guint command)
{
  IlvStage *stage = ilv_stage_set_get_current (self);

  if (stage == NULL)
    return;
  switch (command)
    {
    case ILV_TALK_RUN:
      ilv_stage_run (stage);
      break;
    case ILV_TALK_STOP:
      ilv_stage_stop (stage);
      break;
    case ILV_TALK_PLAY:
      activate (stage, "play");
      break;
    case ILV_TALK_ZOOM_IN:
      activate (stage, "zoom-in");
      break;
    case ILV_TALK_ZOOM_OUT:
      activate (stage, "zoom-out");
      break;
    case ILV_TALK_ZOOM_FIT:
      activate (stage, "zoom-fit");
      break;
    default:
      break;
    }
}

/* One at a time, the nearest first. */
static void
make_stages (gpointer data)
{
  IlvStageSet *self = data;
  guint first = ilv_presentation_get_slide_number (self->presentation);
  guint end = MIN (first + 1 + SLIDES_AHEAD, ilv_deck_get_n_slides (get_deck (self)));

  for (guint i = first; i < end; i++)
    {
      IlvSlide *slide = ilv_deck_get_slide (get_deck (self), i);
      guint experiment = ilv_slide_get_parts (slide)->experiment;

      if (experiment >= self->stages->len || find_stage (self, experiment) != NULL)
        continue;
      if (ilv_stage_set_get (self, slide) != NULL)
        {
          ilv_spare_time_add (self, make_stages);
          return;
        }
    }
}

/* A run goes on from the code to the timelines of the same experiment, and no further. */
static void
on_slide_changed (IlvStageSet *self)
{
  IlvSlide *slide = ilv_presentation_get_slide (self->presentation);
  guint experiment = ilv_slide_get_parts (slide)->experiment;
  IlvStage *left = find_stage (self, self->shown);

  ilv_spare_time_add (self, make_stages);
  if (experiment == self->shown)
    return;
  self->shown = experiment;
  if (left != NULL)
    ilv_stage_stop (left);
}

static void
ilv_stage_set_dispose (GObject *object)
{
  IlvStageSet *self = ILV_STAGE_SET (object);

  ilv_spare_time_remove (self);
  if (self->stages != NULL)
    for (guint i = 0; i < self->stages->len; i++)
      if (self->stages->pdata[i] != NULL)
        ilv_stage_stop (self->stages->pdata[i]);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_object (&self->presentation);
  g_clear_object (&self->progress);
  g_clear_object (&self->settings);
  g_clear_object (&self->pythons);
  g_clear_object (&self->glossary);
  g_clear_object (&self->runs);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (ilv_stage_set_parent_class)->dispose (object);
}

static void
ilv_stage_set_class_init (IlvStageSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_stage_set_dispose;
}

static void
ilv_stage_set_init (IlvStageSet *self G_GNUC_UNUSED)
{
}

static void
free_stage (gpointer stage)
{
  g_clear_object (&stage);
}

/* (nullable): where the slide has nothing that is run or shown */
static IlvStage *
create_stage (IlvStageSet *self, IlvSlide *slide)
{
  const IlvSlideParts *parts = ilv_slide_get_parts (slide);
  IlvLesson *lesson = ilv_deck_get_lesson (get_deck (self));
  const IlvLessonContext context = {
    .lesson = ilv_lesson_get_id (lesson),
    .section = ilv_section_get_slug (ilv_lesson_get_section (lesson, parts->section)),
    .progress = self->progress,
    .settings = self->settings,
    .pythons = self->pythons,
    .glossary = self->glossary,
    .runs = self->runs,
    .history = self->history,
  };

  switch (ilv_block_get_kind (parts->subject))
    {
    case ILV_BLOCK_COMPARE:
      return ilv_comparison_stage_new (ilv_block_get_comparison (parts->subject), &context);
    case ILV_BLOCK_RACE:
      return ilv_race_stage_new (ilv_block_get_race (parts->subject), &context);
    case ILV_BLOCK_SCENE:
      return ilv_scene_stage_new (ilv_block_get_scene (parts->subject));
    default:
      return NULL;
    }
}

IlvStageSet *
ilv_stage_set_new (IlvPresentation *presentation, const IlvLessonContext *context)
{
  IlvStageSet *self;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (context != NULL, NULL);

  self = g_object_new (ILV_TYPE_STAGE_SET, NULL);
  self->presentation = g_object_ref (presentation);
  g_set_object (&self->progress, context->progress);
  g_set_object (&self->settings, context->settings);
  g_set_object (&self->pythons, context->pythons);
  g_set_object (&self->glossary, context->glossary);
  g_set_object (&self->runs, context->runs);
  g_set_object (&self->history, context->history);
  self->stages = g_ptr_array_new_with_free_func (free_stage);
  g_ptr_array_set_size (self->stages, (int) ilv_deck_get_n_experiments (get_deck (self)));
  self->shown
    = ilv_slide_get_parts (ilv_presentation_get_slide (presentation))->experiment;
  g_signal_connect_object (presentation, "notify::slide", G_CALLBACK (on_slide_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "performed", G_CALLBACK (on_performed), self,
                           G_CONNECT_SWAPPED);
  ilv_spare_time_add (self, make_stages);
  return self;
}

IlvPresentation *
ilv_stage_set_get_presentation (IlvStageSet *self)
{
  g_return_val_if_fail (ILV_IS_STAGE_SET (self), NULL);

  return self->presentation;
}

GSettings *
ilv_stage_set_get_program_settings (IlvStageSet *self)
{
  g_return_val_if_fail (ILV_IS_STAGE_SET (self), NULL);

  return self->settings;
}

IlvStage *
ilv_stage_set_get (IlvStageSet *self, IlvSlide *slide)
{
  IlvStage *stage;
  guint experiment;

  g_return_val_if_fail (ILV_IS_STAGE_SET (self), NULL);
  g_return_val_if_fail (ILV_IS_SLIDE (slide), NULL);

  experiment = ilv_slide_get_parts (slide)->experiment;
  if (experiment >= self->stages->len)
    return NULL;
  stage = self->stages->pdata[experiment];
  if (stage != NULL)
    return stage;
  stage = create_stage (self, slide);
  self->stages->pdata[experiment] = stage;
  if (stage != NULL)
    g_signal_connect_object (stage, "changed", G_CALLBACK (on_stage_changed), self,
                             G_CONNECT_SWAPPED);
  return stage;
}

IlvStage *
ilv_stage_set_get_current (IlvStageSet *self)
{
  g_return_val_if_fail (ILV_IS_STAGE_SET (self), NULL);

  return ilv_stage_set_get (self, ilv_presentation_get_slide (self->presentation));
}
