/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-view.h"

#include <glib/gi18n.h>

#include "ilv-compat.h"
#include "ilv-consent.h"
#include "ilv-export-actions.h"
#include "ilv-notice.h"
#include "ilv-pair-layout.h"
#include "ilv-race-chart.h"
#include "ilv-race-controls.h"
#include "ilv-race-offer.h"
#include "ilv-race-problems.h"
#include "ilv-race-side.h"
#include "ilv-race-summary.h"
#include "ilv-race-table.h"
#include "ilv-replay.h"
#include "ilv-run-keeper.h"
#include "ilv-summary.h"
#include "ilv-transport.h"
#include "ilv-wrap-layout.h"

/* Room behind the end of what is known, as a factor. */
#define AXIS_MARGIN 1.08

/* A race that takes longer than this is announced to do so. */
#define LONG_RACE_NS (G_GINT64_CONSTANT (10) * 1000000000)

struct _IlvRaceView
{
  GtkWidget parent_instance;

  IlvRace *race;
  IlvRaceBench *bench;
  IlvRaceOffer *offer;
  IlvTimeAxis *axis;
  IlvPlayhead *playhead;
  IlvReplay *replay;
  IlvRunKeeper *keeper;
  IlvExportActions *exports;
  GSimpleActionGroup *actions;
  gboolean lasting;
  gboolean has_result;
  guint n_built;
  char *status; /* while it runs */

  GtkWidget *title;
  GtkWidget *languages;
  GtkWidget *c;
  GtkWidget *python;
  GtkWidget *settings;
  GtkWidget *controls;
  GtkWidget *transport;
  GtkWidget *progress;
  GtkWidget *results;
  GtkWidget *chart;
  GtkWidget *table;
  GtkWidget *notices;
  GtkWidget *verdict;
  GtkWidget *problem;
  GtkWidget *sides;
  GtkWidget *left;
  GtkWidget *right;
};

static void implement_gradual (IlvGradualInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvRaceView,
                               ilv_race_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ILV_TYPE_GRADUAL, implement_gradual))

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (IlvRaceView *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
enable (IlvRaceView *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)), enabled);
}

static IlvRaceSide *
get_side (IlvRaceView *self, guint side)
{
  return ILV_RACE_SIDE (side == 0 ? self->left : self->right);
}

/* Runs with what they are called; those that there are. */
typedef struct
{
  GPtrArray *traces;
  GPtrArray *names;
} Runs;

static void
runs_clear (Runs *runs)
{
  g_clear_pointer (&runs->traces, g_ptr_array_unref);
  g_clear_pointer (&runs->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Runs, runs_clear)

static Runs
collect_runs (IlvRaceView *self)
{
  Runs runs = { g_ptr_array_new (), g_ptr_array_new () };

  for (guint i = 0; i < ilv_race_offer_get_n_runs (self->offer); i++)
    {
      IlvTrace *trace = ilv_race_bench_get_trace (self->bench, i);

      if (trace == NULL)
        continue;
      g_ptr_array_add (runs.traces, trace);
      g_ptr_array_add (runs.names, (gpointer) ilv_race_offer_get_titles (self->offer)[i]);
    }
  return runs;
}

/* In pictures, the two that are chosen; in what programs read, all. */
static void
update_exports (IlvRaceView *self)
{
  g_auto (Runs) all = collect_runs (self);
  const char *const *titles = ilv_race_offer_get_titles (self->offer);
  IlvTrace *seen[ILV_N_SIDES];
  const char *names[ILV_N_SIDES] = { NULL };

  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      seen[i] = ilv_race_side_get_trace (get_side (self, i));
      if (seen[i] != NULL)
        names[i] = titles[ilv_race_side_get_selected (get_side (self, i))];
    }
  ilv_export_actions_set_seen (self->exports, seen, names,
                               ilv_race_bench_is_running (self->bench) ? 0 : ILV_N_SIDES);
  ilv_export_actions_set_all (self->exports, (IlvTrace *const *) all.traces->pdata,
                              (const char *const *) all.names->pdata, all.traces->len);
}

static void
update_actions (IlvRaceView *self)
{
  gboolean running = ilv_race_bench_is_running (self->bench);
  gboolean can_replay = !running && ilv_playhead_get_end_ns (self->playhead) > 0;

  update_exports (self);
  enable (self, "run", !running && ilv_race_offer_get_n_runs (self->offer) > 0);
  enable (self, "stop", running);
  enable (self, "play", can_replay);
  enable (self, "previous-event", can_replay);
  enable (self, "next-event", can_replay);
  gtk_widget_set_sensitive (self->controls, !running);
  gtk_widget_set_sensitive (self->languages, !running);
  gtk_widget_set_visible (self->progress, running);
}

/* The two runs that are chosen, on one scale. */
static void
show_sides (IlvRaceView *self)
{
  gint64 end_ns = 0;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      IlvTrace *trace =
        ilv_race_bench_get_trace (self->bench, ilv_race_side_get_selected (get_side (self, i)));

      ilv_race_side_set_trace (get_side (self, i), trace);
      if (trace != NULL)
        end_ns = MAX (end_ns, ilv_trace_get_duration_ns (trace));
    }
  ilv_replay_set_traces (self->replay, ilv_race_side_get_trace (get_side (self, 0)),
                         ilv_race_side_get_trace (get_side (self, 1)));
  ilv_time_axis_set_limit_ns (self->axis, MAX (end_ns * AXIS_MARGIN, 1));
  ilv_playhead_set_end_ns (self->playhead, end_ns);
  ilv_playhead_set_position_ns (self->playhead, end_ns);
  gtk_widget_set_visible (self->sides, end_ns > 0);
  update_actions (self);
}

static void
on_side_selected (IlvRaceView *self)
{
  if (!ilv_race_bench_is_running (self->bench))
    show_sides (self);
}

static void
clear_results (IlvRaceView *self)
{
  const char *const *titles = ilv_race_offer_get_titles (self->offer);

  self->has_result = FALSE;
  ilv_race_lanes_set_titles (ilv_race_view_get_lanes (self), titles);
  ilv_race_table_set_titles (ILV_RACE_TABLE (self->table), titles);
  ilv_notice_set_text (ILV_NOTICE (self->verdict), NULL);
  ilv_notice_set_text (ILV_NOTICE (self->problem), NULL);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_race_side_set_trace (get_side (self, i), NULL);
  ilv_replay_set_traces (self->replay, NULL, NULL);
  ilv_playhead_set_end_ns (self->playhead, 0);
  gtk_widget_set_visible (self->sides, FALSE);
}

static void
show_running (IlvRaceView *self)
{
  guint current = ilv_race_experiment_get_current (ilv_race_bench_get_experiment (self->bench));
  guint n_runs = ilv_race_offer_get_n_runs (self->offer);

  g_clear_pointer (&self->status, g_free);
  if (current < n_runs)
    /* Translators: the number of a run, how many there are, and the run’s title. */
    self->status = g_strdup_printf (_ ("Run %u of %u: %s"), current + 1, n_runs,
                                    ilv_race_offer_get_titles (self->offer)[current]);
  else
    self->status = g_strdup (_ ("Starting the server…"));
  ilv_transport_set_running (ILV_TRANSPORT (self->transport), self->status);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 ilv_race_bench_get_progress (self->bench));
}

static void
on_watched (IlvRaceView *self, guint run)
{
  IlvTrace *trace = ilv_race_bench_get_trace (self->bench, run);

  ilv_race_lanes_set_trace (ilv_race_view_get_lanes (self), run, trace);
  if (trace != NULL && !ilv_trace_is_live (trace))
    ilv_race_table_set_trace (ILV_RACE_TABLE (self->table), run, trace);
  if (ilv_race_bench_is_running (self->bench))
    show_running (self);
  emit_changed (self);
}

static void
show_findings (IlvRaceView *self, const GError *error)
{
  guint n_runs = ilv_race_offer_get_n_runs (self->offer);
  g_autofree IlvRacer *racers = g_new (IlvRacer, n_runs);
  g_autofree char *verdict = NULL;
  g_autofree char *problem = NULL;

  for (guint i = 0; i < n_runs; i++)
    {
      racers[i].title = ilv_race_offer_get_titles (self->offer)[i];
      racers[i].trace = ilv_race_bench_get_trace (self->bench, i);
    }
  verdict = ilv_race_summary_compare (racers, n_runs);
  problem =
    ilv_race_problems_describe (ilv_race_bench_get_experiment (self->bench), racers, n_runs, error);
  ilv_notice_set_text (ILV_NOTICE (self->verdict), verdict);
  ilv_notice_set_text (ILV_NOTICE (self->problem), problem);
  if (verdict != NULL)
    ilv_compat_announce (GTK_WIDGET (self), verdict);
}

/* Those that could be run. */
static void
keep_run (IlvRaceView *self)
{
  g_auto (Runs) runs = collect_runs (self);

  ilv_run_keeper_keep (self->keeper, (IlvTrace *const *) runs.traces->pdata,
                       (const char *const *) runs.names->pdata, runs.traces->len);
}

static void
on_ended (IlvRaceView *self, GError *error)
{
  g_clear_pointer (&self->status, g_free);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) == NULL && !self->lasting)
    return;
  self->has_result = error == NULL;
  ilv_transport_set_running (ILV_TRANSPORT (self->transport), NULL);
  show_findings (self, error);
  show_sides (self);
  if (error == NULL)
    keep_run (self);
  emit_changed (self);
}

static void
set_up_world (IlvRaceView *self)
{
  IlvRaceControls *controls = ILV_RACE_CONTROLS (self->controls);
  IlvWorld *world = ilv_race_experiment_get_world (ilv_race_bench_get_experiment (self->bench));
  IlvServerSettings server = { 0 };

  ilv_race_controls_get_server (controls, &server);
  ilv_world_set_server_settings (world, &server);
  ilv_world_set_uses_pokeapi (world, ilv_race_controls_get_uses_pokeapi (controls));
}

static void
on_run_action (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer data)
{
  IlvRaceView *self = data;
  IlvRaceExperiment *experiment = ilv_race_bench_get_experiment (self->bench);
  guint n_tasks = ilv_race_controls_get_requests (ILV_RACE_CONTROLS (self->controls));
  g_autoptr (IlvWorkload) workload =
    ilv_race_experiment_resize_workload (ilv_race_get_workload (self->race), n_tasks);
  g_auto (GStrv) codes = NULL;

  ilv_race_offer_set_up (self->offer, experiment,
                         ilv_race_controls_get_workers (ILV_RACE_CONTROLS (self->controls)));
  codes = ilv_race_experiment_dup_not_agreed (experiment);
  if (!ilv_consent_check (GTK_WIDGET (self), (const char *const *) codes, G_ACTION_GROUP (self->actions)))
    return;
  clear_results (self);
  set_up_world (self);
  ilv_race_bench_run (self->bench,
                      workload != NULL ? workload : ilv_race_get_workload (self->race));
  show_running (self);
  update_actions (self);
  emit_changed (self);
}

static void
on_stop_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  ilv_race_bench_stop (ILV_RACE_VIEW (data)->bench);
}

/* Whoever asks for a thousand slow answers in a row shall know it before. */
static void
on_controls_changed (IlvRaceView *self)
{
  IlvRaceControls *controls = ILV_RACE_CONTROLS (self->controls);
  IlvServerSettings server = { 0 };
  gint64 estimate_ns;
  g_autofree char *duration = NULL;
  g_autofree char *hint = NULL;

  ilv_race_controls_get_server (controls, &server);
  estimate_ns =
    ilv_race_offer_estimate_ns (self->offer, ilv_race_controls_get_requests (controls),
                                ilv_race_controls_get_workers (controls), server.latency_ns);
  if (estimate_ns > LONG_RACE_NS && !ilv_race_controls_get_uses_pokeapi (controls))
    {
      duration = ilv_summary_format_duration (estimate_ns);
      /* Translators: %s is a length of time. */
      hint = g_strdup_printf (_ ("This race will take about %s. It can be stopped."), duration);
    }
  ilv_transport_set_hint (ILV_TRANSPORT (self->transport), hint);
  emit_changed (self);
}

/* C or Python has been chosen. */
static void
on_language_changed (IlvRaceView *self)
{
  gboolean is_python = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->python));
  guint n_runs;

  ilv_race_offer_choose (self->offer, is_python);
  ilv_race_controls_set_has_code (ILV_RACE_CONTROLS (self->controls), is_python);
  n_runs = ilv_race_offer_get_n_runs (self->offer);
  ilv_race_experiment_clear (ilv_race_bench_get_experiment (self->bench));
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_race_side_set_titles (get_side (self, i), ilv_race_offer_get_titles (self->offer),
                              i == 0 || n_runs == 0 ? 0 : n_runs - 1);
  clear_results (self);
  on_controls_changed (self);
  update_actions (self);
}

/* Python's runs are offered when an interpreter has been found. */
static void
on_offer_changed (IlvRaceView *self)
{
  gboolean has_c = ilv_race_offer_has (self->offer, FALSE);
  gboolean has_python = ilv_race_offer_has (self->offer, TRUE);

  if (ilv_race_bench_is_running (self->bench))
    return;
  gtk_widget_set_visible (self->languages, has_c && has_python);
  if (has_python && !has_c)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->python), TRUE);
  emit_changed (self);
}

static void
connect_parts (IlvRaceView *self)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      ilv_race_side_set_up (get_side (self, i), i, self->axis, self->playhead);
      g_signal_connect_swapped (get_side (self, i), "notify::selected",
                                G_CALLBACK (on_side_selected), self);
    }
  ilv_transport_set_playhead (ILV_TRANSPORT (self->transport), self->playhead);
  self->exports = ilv_export_actions_new (G_ACTION_MAP (self->actions),
                                          ilv_race_side_get_timeline (get_side (self, 0)),
                                          ilv_transport_get_export_button (ILV_TRANSPORT (self->transport)));
  ilv_export_actions_set_title (self->exports, ilv_race_get_title (self->race));
  g_signal_connect_swapped (self->bench, "watched", G_CALLBACK (on_watched), self);
  g_signal_connect_swapped (self->bench, "ended", G_CALLBACK (on_ended), self);
  g_signal_connect_swapped (self->python, "toggled", G_CALLBACK (on_language_changed), self);
  g_signal_connect_swapped (self->controls, "changed", G_CALLBACK (on_controls_changed), self);
}

/* A page that is left takes its race with it, unless it outlives it. */
static void
ilv_race_view_unroot (GtkWidget *widget)
{
  IlvRaceView *self = ILV_RACE_VIEW (widget);

  if (!self->lasting)
    ilv_race_bench_stop (self->bench);
  ilv_playhead_set_playing (self->playhead, FALSE);

  GTK_WIDGET_CLASS (ilv_race_view_parent_class)->unroot (widget);
}

static void
ilv_race_view_dispose (GObject *object)
{
  IlvRaceView *self = ILV_RACE_VIEW (object);
  GtkWidget *child;

  if (self->bench != NULL)
    {
      ilv_race_bench_stop (self->bench);
      g_signal_handlers_disconnect_by_data (self->bench, self);
    }
  g_clear_object (&self->replay);
  g_clear_object (&self->keeper);
  if (self->exports != NULL)
    g_object_run_dispose (G_OBJECT (self->exports));
  g_clear_object (&self->exports);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->bench);
  g_clear_object (&self->race);
  if (self->offer != NULL)
    g_signal_handlers_disconnect_by_data (self->offer, self);
  g_clear_object (&self->offer);
  g_clear_object (&self->axis);
  g_clear_object (&self->playhead);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ilv_race_view_parent_class)->dispose (object);
}

static void
ilv_race_view_finalize (GObject *object)
{
  g_free (ILV_RACE_VIEW (object)->status);

  G_OBJECT_CLASS (ilv_race_view_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, title);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, languages);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, c);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, python);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, settings);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, controls);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, transport);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, progress);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, results);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, chart);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, table);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, notices);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceView, sides);
}

static void
ilv_race_view_class_init (IlvRaceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_race_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_race_view_finalize;
  widget_class->unroot = ilv_race_view_unroot;

  /**
   * IlvRaceView::changed:
   *
   * It starts or stops running, or what it shows or offers is different.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ILV_TYPE_PAIR_LAYOUT);
  g_type_ensure (ILV_TYPE_RACE_CHART);
  g_type_ensure (ILV_TYPE_RACE_CONTROLS);
  g_type_ensure (ILV_TYPE_RACE_TABLE);
  g_type_ensure (ILV_TYPE_TRANSPORT);
  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "race");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-race-view.ui");
  bind_children (widget_class);
}

static void
create_actions (IlvRaceView *self)
{
  static const GActionEntry entries[] = {
    { .name = "run", .activate = on_run_action },
    { .name = "stop", .activate = on_stop_action },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  self->replay = ilv_replay_new (GTK_WIDGET (self), NULL, self->playhead, self->axis);
  ilv_replay_add_actions (self->replay, G_ACTION_MAP (self->actions));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "comparison", G_ACTION_GROUP (self->actions));
}

static void
ilv_race_view_init (IlvRaceView *self)
{
  GtkLayoutManager *layout;

  self->bench = ilv_race_bench_new ();
  self->axis = ilv_time_axis_new ();
  self->playhead = ilv_playhead_new ();
  create_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  /* The left side is on the left in every language. */
  gtk_widget_set_direction (self->sides, GTK_TEXT_DIR_LTR);
  self->problem = ilv_notice_new (ILV_NOTICE_WARNING, NULL, NULL);
  self->verdict = ilv_notice_new (ILV_NOTICE_RESULT, NULL, NULL);
  gtk_box_append (GTK_BOX (self->notices), self->problem);
  gtk_box_append (GTK_BOX (self->notices), self->verdict);
}

static GtkWidget *
create_side (IlvRaceView *self)
{
  GtkWidget *side = g_object_new (ILV_TYPE_RACE_SIDE, NULL);

  gtk_box_append (GTK_BOX (self->sides), side);
  return side;
}

static void
create_left (IlvRaceView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  self->left = create_side (self);
}

static void
create_right (IlvRaceView *self, const IlvLessonContext *context G_GNUC_UNUSED)
{
  self->right = create_side (self);
}

static void
set_up (IlvRaceView *self, const IlvLessonContext *context)
{
  g_autoptr (IlvPythons) pythons = NULL;

  connect_parts (self);
  if (context->pythons != NULL)
    pythons = g_object_ref (context->pythons);
  else
    pythons = ilv_pythons_new (context->settings);
  self->keeper = ilv_run_keeper_new (context, ilv_race_get_title (self->race));
  gtk_label_set_label (GTK_LABEL (self->title), ilv_race_get_title (self->race));
  self->offer = ilv_race_offer_new (self->race, pythons);
  g_signal_connect_swapped (self->offer, "changed", G_CALLBACK (on_offer_changed), self);
  on_language_changed (self);
  ilv_race_controls_set_race (ILV_RACE_CONTROLS (self->controls), self->race, context->settings);
  on_controls_changed (self);
  on_offer_changed (self);
}

static gboolean
build_next (IlvGradual *gradual, const IlvLessonContext *context)
{
  static void (*const parts[]) (IlvRaceView *, const IlvLessonContext *) = { create_left, create_right, set_up };
  IlvRaceView *self = ILV_RACE_VIEW (gradual);

  g_return_val_if_fail (self->n_built < G_N_ELEMENTS (parts), FALSE);

  parts[self->n_built++] (self, context);
  return self->n_built < G_N_ELEMENTS (parts);
}

static gboolean
unfold_next (IlvGradual *gradual)
{
  IlvRaceView *self = ILV_RACE_VIEW (gradual);
  GtkWidget *const parts[] = { self->settings, self->transport, self->results };

  return ilv_gradual_show_next (parts, G_N_ELEMENTS (parts));
}

static void
implement_gradual (IlvGradualInterface *iface)
{
  iface->build = build_next;
  iface->unfold = unfold_next;
}

GtkWidget *
ilv_race_view_new (IlvRace *race, GSettings *settings, IlvPythons *pythons)
{
  const IlvLessonContext context = { .settings = settings, .pythons = pythons };

  return ilv_race_view_new_in_lesson (race, &context);
}

GtkWidget *
ilv_race_view_new_in_lesson (IlvRace *race, const IlvLessonContext *context)
{
  GtkWidget *self = ilv_race_view_new_unbuilt (race);

  g_return_val_if_fail (self != NULL, NULL);

  ilv_gradual_complete (ILV_GRADUAL (self), context);
  return self;
}

GtkWidget *
ilv_race_view_new_unbuilt (IlvRace *race)
{
  IlvRaceView *self;

  g_return_val_if_fail (ILV_IS_RACE (race), NULL);

  self = g_object_new (ILV_TYPE_RACE_VIEW, NULL);
  self->race = g_object_ref (race);
  return GTK_WIDGET (self);
}

GActionGroup *
ilv_race_view_get_actions (IlvRaceView *self)
{
  g_return_val_if_fail (ILV_IS_RACE_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

IlvRaceBench *
ilv_race_view_get_bench (IlvRaceView *self)
{
  g_return_val_if_fail (ILV_IS_RACE_VIEW (self), NULL);

  return self->bench;
}

const char *
ilv_race_view_get_verdict (IlvRaceView *self)
{
  g_return_val_if_fail (ILV_IS_RACE_VIEW (self), NULL);

  return ilv_notice_get_text (ILV_NOTICE (self->verdict));
}

const char *
ilv_race_view_get_problem (IlvRaceView *self)
{
  g_return_val_if_fail (ILV_IS_RACE_VIEW (self), NULL);

  return ilv_notice_get_text (ILV_NOTICE (self->problem));
}

void
ilv_race_view_set_lasting (IlvRaceView *self, gboolean lasting)
{
  g_return_if_fail (ILV_IS_RACE_VIEW (self));

  self->lasting = lasting;
}

IlvRaceLanes *
ilv_race_view_get_lanes (IlvRaceView *self)
{
  g_return_val_if_fail (ILV_IS_RACE_VIEW (self), NULL);

  return ilv_race_chart_get_lanes (ILV_RACE_CHART (self->chart));
}

const char *
ilv_race_view_get_status (IlvRaceView *self)
{
  g_return_val_if_fail (ILV_IS_RACE_VIEW (self), NULL);

  return self->status;
}

gboolean
ilv_race_view_has_result (IlvRaceView *self)
{
  g_return_val_if_fail (ILV_IS_RACE_VIEW (self), FALSE);

  return self->has_result;
}

char *
ilv_race_view_describe_conditions (IlvRaceView *self)
{
  gboolean is_python;
  g_autofree char *settings = NULL;

  g_return_val_if_fail (ILV_IS_RACE_VIEW (self), NULL);

  is_python = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->python));
  settings = ilv_race_controls_describe (ILV_RACE_CONTROLS (self->controls));
  if (!gtk_widget_get_visible (self->languages))
    return g_steal_pointer (&settings);
  if (*settings == '\0')
    return g_strdup (is_python ? "Python" : "C");
  /* Translators: a programming language, and settings such as “20 requests · latency 100 ms”. */
  return g_strdup_printf (_ ("%s · %s"), is_python ? "Python" : "C", settings);
}
