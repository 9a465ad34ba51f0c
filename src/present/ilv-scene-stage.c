/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-scene-stage.h"

#include "ilv-computer-slide.h"
#include "ilv-speedup-slide.h"
#include "ilv-speedup-view.h"

struct _IlvSceneStage
{
  GObject parent_instance;

  IlvComputerWatch *watch; /* or NULL */
  IlvSpeedupBench *bench;  /* or NULL */
  GtkWidget *settings;     /* or NULL */
};

static void ilv_scene_stage_iface_init (IlvStageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvSceneStage, ilv_scene_stage, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_STAGE, ilv_scene_stage_iface_init))

static GtkWidget *
ilv_scene_stage_create_view (IlvStage *stage, IlvSlideKind kind G_GNUC_UNUSED)
{
  IlvSceneStage *self = ILV_SCENE_STAGE (stage);

  return self->watch != NULL ? ilv_computer_slide_new (self->watch)
                             : ilv_speedup_slide_new (self->bench);
}

static void
ilv_scene_stage_run (IlvStage *stage)
{
  IlvSceneStage *self = ILV_SCENE_STAGE (stage);

  if (self->bench != NULL)
    g_action_group_activate_action (ilv_speedup_bench_get_actions (self->bench), "run", NULL);
}

static void
ilv_scene_stage_stop (IlvStage *stage)
{
  IlvSceneStage *self = ILV_SCENE_STAGE (stage);

  if (self->bench != NULL)
    ilv_speedup_bench_stop (self->bench);
}

static gboolean
ilv_scene_stage_is_running (IlvStage *stage)
{
  IlvSceneStage *self = ILV_SCENE_STAGE (stage);

  return self->bench != NULL && ilv_speedup_bench_is_running (self->bench);
}

static gboolean
ilv_scene_stage_has_result (IlvStage *stage)
{
  IlvSceneStage *self = ILV_SCENE_STAGE (stage);

  return self->bench != NULL && ilv_speedup_bench_has_result (self->bench);
}

static GtkWidget *
ilv_scene_stage_get_settings (IlvStage *stage)
{
  return ILV_SCENE_STAGE (stage)->settings;
}

/* What the computer does changes, and is nothing to be remembered. */
static char *
ilv_scene_stage_describe (IlvStage *stage)
{
  IlvSceneStage *self = ILV_SCENE_STAGE (stage);

  return ilv_scene_stage_has_result (stage)
           ? g_strdup (ilv_speedup_bench_get_sentence (self->bench))
           : NULL;
}

static void
ilv_scene_stage_iface_init (IlvStageInterface *iface)
{
  iface->create_view = ilv_scene_stage_create_view;
  iface->run = ilv_scene_stage_run;
  iface->stop = ilv_scene_stage_stop;
  iface->is_running = ilv_scene_stage_is_running;
  iface->has_result = ilv_scene_stage_has_result;
  iface->get_settings = ilv_scene_stage_get_settings;
  iface->describe = ilv_scene_stage_describe;
}

static void
ilv_scene_stage_dispose (GObject *object)
{
  IlvSceneStage *self = ILV_SCENE_STAGE (object);

  if (self->bench != NULL)
    ilv_speedup_bench_stop (self->bench);
  g_clear_object (&self->settings);
  g_clear_object (&self->bench);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (ilv_scene_stage_parent_class)->dispose (object);
}

static void
ilv_scene_stage_class_init (IlvSceneStageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_scene_stage_dispose;
}

static void
ilv_scene_stage_init (IlvSceneStage *self G_GNUC_UNUSED)
{
}

IlvStage *
ilv_scene_stage_new (const char *scene)
{
  g_autoptr (IlvSceneStage) self = NULL;

  g_return_val_if_fail (scene != NULL, NULL);

  self = g_object_new (ILV_TYPE_SCENE_STAGE, NULL);
  if (g_str_equal (scene, "computer"))
    {
      self->watch = ilv_computer_watch_new (NULL);
    }
  else if (g_str_equal (scene, "speedup"))
    {
      self->bench = ilv_speedup_bench_new ();
      self->settings = g_object_ref_sink (ilv_speedup_view_new_for_bench (self->bench));
      g_signal_connect_object (self->bench, "changed", G_CALLBACK (ilv_stage_emit_changed), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      return NULL;
    }
  return ILV_STAGE (g_steal_pointer (&self));
}

IlvComputerWatch *
ilv_scene_stage_get_watch (IlvSceneStage *self)
{
  g_return_val_if_fail (ILV_IS_SCENE_STAGE (self), NULL);

  return self->watch;
}

IlvSpeedupBench *
ilv_scene_stage_get_bench (IlvSceneStage *self)
{
  g_return_val_if_fail (ILV_IS_SCENE_STAGE (self), NULL);

  return self->bench;
}
