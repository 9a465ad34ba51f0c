/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-prediction.h"
#include "ilv-slide.h"

G_BEGIN_DECLS

#define ILV_TYPE_STAGE (ilv_stage_get_type ())

/**
 * IlvStage:
 *
 * What slides run or show, once for all windows: it runs the experiment, holds what came of it and where
 * its replay and scale are; any number of slide widgets are views of it, and so stay in step. A stage
 * outlives the slides that show it: what was run is still there when the teacher comes back to it.
 *
 * Signals: #IlvStage::changed, when it starts or stops running, has something new to show, or can be run
 * or not.
 */
G_DECLARE_INTERFACE (IlvStage, ilv_stage, ILV, STAGE, GObject)

struct _IlvStageInterface
{
  GTypeInterface parent_iface;

  GtkWidget *(*create_view) (IlvStage *self, IlvSlideKind kind);
  void (*run) (IlvStage *self);
  void (*stop) (IlvStage *self);
  gboolean (*is_running) (IlvStage *self);
  gboolean (*has_result) (IlvStage *self);
  char *(*dup_obstacle) (IlvStage *self);
  GActionGroup *(*get_actions) (IlvStage *self);
  GtkWidget *(*get_settings) (IlvStage *self);
  double (*measure) (IlvStage *self, IlvPrediction *prediction);
  char *(*describe) (IlvStage *self);
  char *(*dup_remark) (IlvStage *self);
};

/* (transfer floating): a view for a slide of that kind, to fill the room below the slide's title. */
GtkWidget *ilv_stage_create_view (IlvStage *self, IlvSlideKind kind);

/* Runs it, if it can be run and does not run; ends the run, if there is one, soon. */
void ilv_stage_run (IlvStage *self);
void ilv_stage_stop (IlvStage *self);
gboolean ilv_stage_is_running (IlvStage *self);

/* Whether the last run has ended with a result. */
gboolean ilv_stage_has_result (IlvStage *self);

/* (transfer full) (nullable): why it cannot be run now, in words. */
char *ilv_stage_dup_obstacle (IlvStage *self);

/* (transfer none) (nullable): `play`, `zoom-in`, `zoom-out`, `zoom-fit` and what else it can. */
GActionGroup *ilv_stage_get_actions (IlvStage *self);

/* (transfer none) (nullable): all its settings, in one widget that the stage keeps; it can be put into
 * one window at a time. */
GtkWidget *ilv_stage_get_settings (IlvStage *self);

/* What the last run says about a prediction, as ilv_poll_set_measured() wants it; NAN where it says
 * nothing. */
double ilv_stage_measure (IlvStage *self, IlvPrediction *prediction);

/* (transfer full) (nullable): what the last run has shown, in words. */
char *ilv_stage_describe (IlvStage *self);

/* (transfer full) (nullable): why that is to be believed less, or is not what it seems, in sentences. */
char *ilv_stage_dup_remark (IlvStage *self);

/* For implementations: emits #IlvStage::changed. */
void ilv_stage_emit_changed (IlvStage *self);

G_END_DECLS
