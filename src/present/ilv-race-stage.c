/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-stage.h"

#include <glib/gi18n.h>

#include "ilv-race-slide.h"
#include "ilv-race-view.h"
#include "ilv-replay.h"

struct _IlvRaceStage
{
  GObject parent_instance;

  IlvRaceView *race;
  IlvPlayhead *playhead;
  IlvReplay *replay;
  GSimpleActionGroup *actions;
  GPtrArray *shown; /* the views that are on a screen, unowned */
};

static void ilv_race_stage_iface_init (IlvStageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvRaceStage, ilv_race_stage, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_STAGE, ilv_race_stage_iface_init))

static void
enable_replay (IlvRaceStage *self, gboolean enabled)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));

  for (guint i = 0; names[i] != NULL; i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])), enabled);
}

/* What has been run can be replayed, all runs at once. */
static void
on_race_changed (IlvRaceStage *self)
{
  gint64 end_ns = ilv_race_bench_is_running (ilv_race_view_get_bench (self->race))
                    ? 0
                    : ilv_race_lanes_get_end_ns (ilv_race_view_get_lanes (self->race));

  if (end_ns != ilv_playhead_get_end_ns (self->playhead))
    {
      ilv_playhead_set_end_ns (self->playhead, end_ns);
      ilv_playhead_set_position_ns (self->playhead, end_ns);
    }
  enable_replay (self, end_ns > 0);
  ilv_stage_emit_changed (ILV_STAGE (self));
}

/* The replay follows the clock of one of the views that are seen. */
static void
choose_clock (IlvRaceStage *self)
{
  ilv_replay_set_widget (self->replay,
                         self->shown->len > 0 ? g_ptr_array_index (self->shown, 0) : NULL);
}

static void
on_view_mapped (IlvRaceStage *self, GtkWidget *view)
{
  g_ptr_array_add (self->shown, view);
  choose_clock (self);
}

static void
on_view_unmapped (IlvRaceStage *self, GtkWidget *view)
{
  g_ptr_array_remove (self->shown, view);
  choose_clock (self);
}

static GtkWidget *
ilv_race_stage_create_view (IlvStage *stage, IlvSlideKind kind G_GNUC_UNUSED)
{
  IlvRaceStage *self = ILV_RACE_STAGE (stage);
  GtkWidget *view = ilv_race_slide_new (self->race, self->playhead);

  g_signal_connect_object (view, "map", G_CALLBACK (on_view_mapped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "unmap", G_CALLBACK (on_view_unmapped), self, G_CONNECT_SWAPPED);
  return view;
}

static void
ilv_race_stage_run (IlvStage *stage)
{
  g_action_group_activate_action (ilv_race_view_get_actions (ILV_RACE_STAGE (stage)->race), "run",
                                  NULL);
}

static void
ilv_race_stage_stop (IlvStage *stage)
{
  g_action_group_activate_action (ilv_race_view_get_actions (ILV_RACE_STAGE (stage)->race), "stop",
                                  NULL);
}

static gboolean
ilv_race_stage_is_running (IlvStage *stage)
{
  return ilv_race_bench_is_running (ilv_race_view_get_bench (ILV_RACE_STAGE (stage)->race));
}

static gboolean
ilv_race_stage_has_result (IlvStage *stage)
{
  return ilv_race_view_has_result (ILV_RACE_STAGE (stage)->race);
}

static char *
ilv_race_stage_dup_obstacle (IlvStage *stage)
{
  IlvRaceLanes *lanes = ilv_race_view_get_lanes (ILV_RACE_STAGE (stage)->race);

  return ilv_race_lanes_get_n_lanes (lanes) == 0
           ? g_strdup (_ ("None of the runs of this race can be made on this computer."))
           : NULL;
}

static GActionGroup *
ilv_race_stage_get_actions (IlvStage *stage)
{
  return G_ACTION_GROUP (ILV_RACE_STAGE (stage)->actions);
}

static GtkWidget *
ilv_race_stage_get_settings (IlvStage *stage)
{
  return GTK_WIDGET (ILV_RACE_STAGE (stage)->race);
}

static char *
ilv_race_stage_describe (IlvStage *stage)
{
  const char *verdict = ilv_race_view_get_verdict (ILV_RACE_STAGE (stage)->race);

  return *verdict != '\0' ? g_strdup (verdict) : NULL;
}

static void
ilv_race_stage_iface_init (IlvStageInterface *iface)
{
  iface->create_view = ilv_race_stage_create_view;
  iface->run = ilv_race_stage_run;
  iface->stop = ilv_race_stage_stop;
  iface->is_running = ilv_race_stage_is_running;
  iface->has_result = ilv_race_stage_has_result;
  iface->dup_obstacle = ilv_race_stage_dup_obstacle;
  iface->get_actions = ilv_race_stage_get_actions;
  iface->get_settings = ilv_race_stage_get_settings;
  iface->describe = ilv_race_stage_describe;
}

static void
ilv_race_stage_dispose (GObject *object)
{
  IlvRaceStage *self = ILV_RACE_STAGE (object);

  if (self->race != NULL)
    ilv_race_bench_stop (ilv_race_view_get_bench (self->race));
  g_clear_object (&self->actions);
  g_clear_object (&self->replay);
  g_clear_object (&self->playhead);
  g_clear_object (&self->race);

  G_OBJECT_CLASS (ilv_race_stage_parent_class)->dispose (object);
}

static void
ilv_race_stage_finalize (GObject *object)
{
  g_ptr_array_unref (ILV_RACE_STAGE (object)->shown);

  G_OBJECT_CLASS (ilv_race_stage_parent_class)->finalize (object);
}

static void
ilv_race_stage_class_init (IlvRaceStageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_race_stage_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_race_stage_finalize;
}

static void
ilv_race_stage_init (IlvRaceStage *self)
{
  self->playhead = ilv_playhead_new ();
  self->actions = g_simple_action_group_new ();
  self->shown = g_ptr_array_new ();
}

IlvStage *
ilv_race_stage_new (IlvRace *race, const IlvLessonContext *context)
{
  IlvRaceStage *self;

  g_return_val_if_fail (ILV_IS_RACE (race), NULL);
  g_return_val_if_fail (context != NULL, NULL);

  self = g_object_new (ILV_TYPE_RACE_STAGE, NULL);
  self->race = g_object_ref_sink (ILV_RACE_VIEW (ilv_race_view_new_in_lesson (race, context)));
  ilv_race_view_set_lasting (self->race, TRUE);
  self->replay = ilv_replay_new (NULL, NULL, self->playhead,
                                 ilv_race_lanes_get_axis (ilv_race_view_get_lanes (self->race)));
  ilv_replay_add_actions (self->replay, G_ACTION_MAP (self->actions));
  /* Those of all runs at once would be too many to be stepped through. */
  g_action_map_remove_action (G_ACTION_MAP (self->actions), "previous-event");
  g_action_map_remove_action (G_ACTION_MAP (self->actions), "next-event");
  g_signal_connect_object (self->race, "changed", G_CALLBACK (on_race_changed), self,
                           G_CONNECT_SWAPPED);
  on_race_changed (self);
  return ILV_STAGE (self);
}

IlvPlayhead *
ilv_race_stage_get_playhead (IlvRaceStage *self)
{
  g_return_val_if_fail (ILV_IS_RACE_STAGE (self), NULL);

  return self->playhead;
}
