/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-experiment-side.h"

#include <glib/gi18n.h>

#include "ilv-enlarged.h"
#include "ilv-experiment-words.h"
#include "ilv-heartbeat-strip.h"
#include "ilv-result-text.h"
#include "ilv-scene.h"
#include "ilv-summary.h"

struct _IlvExperimentSide
{
  GObject parent_instance;

  IlvComparisonStage *stage;
  IlvSide side;
  /* All the grid's. */
  GtkWidget *strategy;
  GtkWidget *processors;
  GtkWidget *scene; /* or NULL */
  GtkWidget *timeline;
  GtkWidget *crowd;
  GtkWidget *heartbeat;
  GtkWidget *length;
  GtkWidget *way; /* how it will be run */
  GtkWidget *figures;
  GtkWidget *results;
};

G_DEFINE_FINAL_TYPE (IlvExperimentSide, ilv_experiment_side, G_TYPE_OBJECT)

/* The rows of the grid. */
enum
{
  ROW_NAME,
  ROW_SCENE,
  ROW_TIMELINE,
  ROW_CROWD,
  ROW_HEARTBEAT,
  ROW_FIGURES,
  ROW_RESULTS,
};

/* Scenes are drawn for a page. */
#define SCENE_FACTOR 1.6

/* How high a timeline is that stands below a scene. */
#define TIMELINE_BELOW_SCENE 150

/* More lanes than that are not told apart from the back row. */
#define MAX_TOLD_APART 48

/* How many tasks failed and why fits in that; advice that servers give with it may not. Which names have
 * come is seen in their picture. */
#define RESULT_LINES 2

static IlvTrace *
get_trace (IlvExperimentSide *self, IlvSide side)
{
  return ilv_comparison_stage_get_trace (self->stage, side);
}

static gboolean
has_ended (IlvTrace *trace)
{
  return trace != NULL && !ilv_trace_is_live (trace);
}

static IlvStrategy
get_strategy (IlvExperimentSide *self)
{
  IlvComparisonView *view = ilv_comparison_stage_get_view (self->stage);

  return ilv_conditions_get_strategy (ilv_comparison_view_get_conditions (view), self->side);
}

/* Then only their code tells the sides apart. */
static gboolean
is_same_strategy (IlvExperimentSide *self)
{
  IlvComparisonView *view = ilv_comparison_stage_get_view (self->stage);
  IlvConditions *conditions = ilv_comparison_view_get_conditions (view);

  return ilv_conditions_get_strategy (conditions, ILV_SIDE_LEFT)
         == ilv_conditions_get_strategy (conditions, ILV_SIDE_RIGHT);
}

static void
show_name (IlvExperimentSide *self, IlvTrace *trace)
{
  IlvStrategy strategy = get_strategy (self);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autofree char *processors = ilv_experiment_words_describe_processors (info->processors);
  const char *file
    = ilv_comparison_get_code_name (ilv_comparison_stage_get_comparison (self->stage), self->side);
  g_autofree char *name = NULL;

  ilv_strategy_from_string (info->strategy, &strategy);
  gtk_label_set_label (GTK_LABEL (self->strategy), ilv_strategy_get_title (strategy));
  gtk_label_set_label (GTK_LABEL (self->processors),
                       file != NULL && is_same_strategy (self) ? file : processors);
  /* Translators: %s is the name of a strategy, such as Thread pool. */
  name = g_strdup_printf (self->side == ILV_SIDE_LEFT ? _ ("Left side: %s") : _ ("Right side: %s"),
                          ilv_strategy_get_title (strategy));
  ilv_timeline_set_summary (ILV_TIMELINE (self->timeline), name);
}

/* Who sees a grey area is to know what it is made of. */
static void
show_crowd (IlvExperimentSide *self, IlvTrace *trace, IlvGrouping grouping)
{
  guint n_tasks = ilv_trace_get_info (trace)->tasks->len;
  gboolean crowded = grouping == ILV_GROUPING_TASK && n_tasks > MAX_TOLD_APART;
  g_autofree char *text = NULL;

  if (crowded)
    text = g_strdup_printf (
      ngettext ("%u task, a very thin line", "%u tasks, a very thin line each", n_tasks), n_tasks);
  gtk_label_set_label (GTK_LABEL (self->crowd), crowded ? text : "");
  gtk_widget_set_visible (self->crowd, crowded);
}

/* Where the left side ended, marked on the right one. */
static void
show_reference (IlvExperimentSide *self)
{
  IlvTrace *left = get_trace (self, ILV_SIDE_LEFT);
  g_autofree char *duration = NULL;
  g_autofree char *label = NULL;

  if (self->side == ILV_SIDE_LEFT)
    return;
  if (!has_ended (left))
    {
      ilv_timeline_set_reference (ILV_TIMELINE (self->timeline), -1, NULL);
      return;
    }
  duration = ilv_experiment_words_describe_length (left);
  /* Translators: a mark on the right timeline where the left one ended; %s is a time. */
  label = g_strdup_printf (_ ("left: %s"), duration);
  ilv_timeline_set_reference (ILV_TIMELINE (self->timeline), ilv_trace_get_duration_ns (left), label);
}

static void
show_figures (IlvExperimentSide *self, IlvTrace *trace)
{
  IlvTrace *left = self->side == ILV_SIDE_RIGHT ? get_trace (self, ILV_SIDE_LEFT) : NULL;
  g_autofree char *length = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *results = NULL;

  if (trace != NULL)
    length = ilv_experiment_words_describe_length (trace);
  if (!has_ended (trace))
    gtk_widget_add_css_class (self->length, "running");
  else
    {
      figures = ilv_experiment_words_describe_side (trace, left);
      results = ilv_result_text_describe (trace, FALSE);
      gtk_widget_remove_css_class (self->length, "running");
    }
  gtk_label_set_label (GTK_LABEL (self->length), length != NULL ? length : "?");
  gtk_label_set_label (GTK_LABEL (self->way),
                       trace == NULL ? ilv_strategy_get_description (get_strategy (self)) : "");
  gtk_widget_set_visible (self->way, trace == NULL);
  gtk_label_set_label (GTK_LABEL (self->figures), figures != NULL ? figures : "");
  gtk_label_set_label (GTK_LABEL (self->results), results != NULL ? results : "");
  gtk_widget_set_visible (self->results, results != NULL && *results != '\0');
}

static void
ilv_experiment_side_dispose (GObject *object)
{
  g_clear_object (&ILV_EXPERIMENT_SIDE (object)->stage);

  G_OBJECT_CLASS (ilv_experiment_side_parent_class)->dispose (object);
}

static void
ilv_experiment_side_class_init (IlvExperimentSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_experiment_side_dispose;
}

static void
ilv_experiment_side_init (IlvExperimentSide *self G_GNUC_UNUSED)
{
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_name (IlvExperimentSide *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  self->strategy = create_label ("experiment-strategy");
  self->processors = create_label ("experiment-processors");
  gtk_label_set_wrap (GTK_LABEL (self->strategy), FALSE);
  gtk_label_set_wrap (GTK_LABEL (self->processors), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (self->strategy), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->processors), PANGO_ELLIPSIZE_MIDDLE);
  gtk_box_append (GTK_BOX (box), self->strategy);
  gtk_box_append (GTK_BOX (box), self->processors);
  return box;
}

static void
create_timeline (IlvExperimentSide *self)
{
  IlvComparisonView *view = ilv_comparison_stage_get_view (self->stage);
  IlvTimeAxis *axis = ilv_comparison_view_get_axis (view);
  IlvPlayhead *playhead = ilv_comparison_view_get_playhead (view);

  self->timeline = ilv_timeline_new ();
  ilv_timeline_set_side (ILV_TIMELINE (self->timeline), self->side);
  ilv_timeline_set_axis (ILV_TIMELINE (self->timeline), axis);
  ilv_timeline_set_playhead (ILV_TIMELINE (self->timeline), playhead);
  ilv_timeline_set_squeezed (ILV_TIMELINE (self->timeline), TRUE);
  ilv_timeline_set_hides_rest (ILV_TIMELINE (self->timeline), TRUE);
  gtk_widget_set_vexpand (self->timeline, TRUE);
  gtk_widget_set_hexpand (self->timeline, TRUE);
  self->heartbeat = ilv_heartbeat_strip_new ();
  ilv_heartbeat_strip_set_axis (ILV_HEARTBEAT_STRIP (self->heartbeat), axis);
  ilv_heartbeat_strip_set_timeline (ILV_HEARTBEAT_STRIP (self->heartbeat),
                                    ILV_TIMELINE (self->timeline));
  ilv_scene_set_playhead (ILV_SCENE (self->heartbeat), playhead);
}

static void
create_scene (IlvExperimentSide *self, GtkGrid *grid)
{
  const char *name
    = ilv_comparison_get_scene (ilv_comparison_stage_get_comparison (self->stage));
  IlvComparisonView *view = ilv_comparison_stage_get_view (self->stage);

  if (name == NULL)
    return;
  self->scene = ilv_scene_new (name);
  if (self->scene == NULL)
    return;
  ilv_scene_set_playhead (ILV_SCENE (self->scene), ilv_comparison_view_get_playhead (view));
  gtk_widget_set_vexpand (self->scene, TRUE);
  gtk_widget_set_vexpand (self->timeline, FALSE);
  gtk_widget_set_size_request (self->timeline, -1, TIMELINE_BELOW_SCENE);
  gtk_grid_attach (grid, ilv_enlarged_new (self->scene, SCENE_FACTOR), self->side, ROW_SCENE, 1, 1);
}

/* The large number, and before there is one, how the side will be run: nothing moves when the run starts. */
static GtkWidget *
create_length (IlvExperimentSide *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 32);

  self->length = create_label ("experiment-length");
  gtk_label_set_wrap (GTK_LABEL (self->length), FALSE);
  self->way = create_label ("experiment-way");
  gtk_label_set_lines (GTK_LABEL (self->way), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->way), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (self->way, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->way, TRUE);
  gtk_box_append (GTK_BOX (line), self->length);
  gtk_box_append (GTK_BOX (line), self->way);
  return line;
}

/* Below each other, or where a scene needs the room, beside each other. */
static void
attach_figures (IlvExperimentSide *self, GtkGrid *grid)
{
  gboolean beside = self->scene != NULL;
  GtkWidget *box = gtk_box_new (
    beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, beside ? 32 : 0);

  gtk_box_append (GTK_BOX (box), create_length (self));
  self->figures = create_label ("experiment-figures");
  if (beside)
    {
      gtk_widget_add_css_class (self->length, "beside");
      gtk_widget_add_css_class (self->figures, "beside");
      gtk_widget_set_hexpand (self->figures, TRUE);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->figures);
  gtk_grid_attach (grid, box, self->side, ROW_FIGURES, 1, 1);
}

IlvExperimentSide *
ilv_experiment_side_new (IlvComparisonStage *stage, IlvSide side, GtkGrid *grid)
{
  IlvExperimentSide *self;

  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (stage), NULL);
  g_return_val_if_fail (GTK_IS_GRID (grid), NULL);

  self = g_object_new (ILV_TYPE_EXPERIMENT_SIDE, NULL);
  self->stage = g_object_ref (stage);
  self->side = side;
  create_timeline (self);
  self->crowd = create_label ("experiment-crowd");
  self->results = create_label ("experiment-results");
  gtk_label_set_lines (GTK_LABEL (self->results), RESULT_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->results), PANGO_ELLIPSIZE_END);
  gtk_grid_attach (grid, create_name (self), side, ROW_NAME, 1, 1);
  create_scene (self, grid);
  gtk_grid_attach (grid, self->timeline, side, ROW_TIMELINE, 1, 1);
  gtk_grid_attach (grid, self->crowd, side, ROW_CROWD, 1, 1);
  gtk_grid_attach (grid, self->heartbeat, side, ROW_HEARTBEAT, 1, 1);
  attach_figures (self, grid);
  gtk_grid_attach (grid, self->results, side, ROW_RESULTS, 1, 1);
  return self;
}

void
ilv_experiment_side_update (IlvExperimentSide *self)
{
  IlvTrace *trace, *plan;
  IlvConditions *conditions;

  g_return_if_fail (ILV_IS_EXPERIMENT_SIDE (self));

  trace = get_trace (self, self->side);
  plan = ilv_comparison_stage_get_plan (self->stage, self->side);
  conditions
    = ilv_comparison_view_get_conditions (ilv_comparison_stage_get_view (self->stage));
  show_name (self, trace != NULL ? trace : plan);
  ilv_timeline_set_grouping (ILV_TIMELINE (self->timeline),
                             ilv_conditions_get_grouping (conditions));
  ilv_timeline_set_min_lanes (ILV_TIMELINE (self->timeline),
                              MAX (ilv_trace_get_info (plan)->processors, 1));
  ilv_timeline_set_trace (ILV_TIMELINE (self->timeline), trace != NULL ? trace : plan);
  ilv_scene_set_trace (ILV_SCENE (self->heartbeat), trace);
  if (self->scene != NULL)
    ilv_scene_set_trace (ILV_SCENE (self->scene), trace != NULL ? trace : plan);
  show_crowd (self, plan, ilv_conditions_get_grouping (conditions));
  show_reference (self);
  show_figures (self, trace);
}

IlvTimeline *
ilv_experiment_side_get_timeline (IlvExperimentSide *self)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT_SIDE (self), NULL);

  return ILV_TIMELINE (self->timeline);
}
