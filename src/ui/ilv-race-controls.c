/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-controls.h"

#include <glib/gi18n.h>

#include "ilv-pair-layout.h"
#include "ilv-pokeapi-setting.h"
#include "ilv-race-experiment.h"
#include "ilv-wheel.h"
#include "ilv-wrap-layout.h"

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

struct _IlvRaceControls
{
  GtkWidget parent_instance;

  GtkAdjustment *requests;
  GtkAdjustment *workers;
  GtkAdjustment *latency;
  GtkAdjustment *jitter;
  GtkAdjustment *failures;
  GtkAdjustment *limit;
  GtkWidget *requests_row;
  GtkWidget *workers_row;
  GtkWidget *code_hint;
  GtkWidget *server;
  GtkWidget *pokeapi_row;
  GtkWidget *pokeapi;
};

G_DEFINE_FINAL_TYPE (IlvRaceControls, ilv_race_controls, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (IlvRaceControls *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has_pool (IlvRace *race)
{
  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    if (ilv_race_get_run (race, i)->strategy == ILV_STRATEGY_THREAD_POOL ||
        ilv_race_get_run (race, i)->workers > 0)
      return TRUE;
  return FALSE;
}

/* The first pool's size stands for all. */
static guint
get_lesson_workers (IlvRace *race)
{
  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    if (ilv_race_get_run (race, i)->workers > 0)
      return ilv_race_get_run (race, i)->workers;
  return g_get_num_processors ();
}

static void
show_requests (IlvRaceControls *self, IlvWorkload *workload)
{
  guint n_tasks = ilv_workload_get_n_tasks (workload);
  g_autoptr (IlvWorkload) other =
    ilv_race_experiment_resize_workload (workload, n_tasks > 1 ? 1 : 2);

  gtk_widget_set_visible (self->requests_row, other != NULL);
  gtk_adjustment_set_value (self->requests, n_tasks);
}

/* The embedded server's habits do not matter where the real one is asked. */
static void
on_pokeapi_changed (IlvRaceControls *self)
{
  gtk_widget_set_sensitive (self->server, !ilv_race_controls_get_uses_pokeapi (self));
  emit_changed (self);
}

static void
ilv_race_controls_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_race_controls_parent_class)->dispose (object);
}

static void
ilv_race_controls_class_init (IlvRaceControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_race_controls_dispose;

  /**
   * IlvRaceControls::changed:
   *
   * Something has been changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ILV_TYPE_PAIR_LAYOUT);
  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "racecontrols");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-race-controls.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, requests);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, workers);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, latency);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, jitter);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, failures);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, limit);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, requests_row);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, workers_row);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, code_hint);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, server);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, pokeapi_row);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceControls, pokeapi);
}

static void
ilv_race_controls_init (IlvRaceControls *self)
{
  GtkAdjustment *adjustments[6];

  gtk_widget_init_template (GTK_WIDGET (self));
  adjustments[0] = self->requests;
  adjustments[1] = self->workers;
  adjustments[2] = self->latency;
  adjustments[3] = self->jitter;
  adjustments[4] = self->failures;
  adjustments[5] = self->limit;
  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    g_signal_connect_swapped (adjustments[i], "value-changed", G_CALLBACK (emit_changed), self);
  /* The wheel scrolls the page; what lies under the pointer meanwhile shall stay as it is. */
  ilv_wheel_ignore (GTK_WIDGET (self));
  g_signal_connect_swapped (self->pokeapi, "notify::active", G_CALLBACK (on_pokeapi_changed), self);
}

void
ilv_race_controls_set_race (IlvRaceControls *self, IlvRace *race, GSettings *settings)
{
  const IlvLessonServer *server;

  g_return_if_fail (ILV_IS_RACE_CONTROLS (self));
  g_return_if_fail (ILV_IS_RACE (race));

  server = ilv_race_get_server (race);
  show_requests (self, ilv_race_get_workload (race));
  gtk_widget_set_visible (self->workers_row, has_pool (race));
  gtk_widget_set_visible (self->server, server->given);
  gtk_widget_set_visible (self->pokeapi_row, server->given);
  gtk_adjustment_set_value (self->workers, get_lesson_workers (race));
  gtk_adjustment_set_value (self->latency, server->latency_ns / NS_PER_MS);
  gtk_adjustment_set_value (self->jitter, server->jitter_ns / NS_PER_MS);
  gtk_adjustment_set_value (self->failures, server->failure_rate * 100);
  gtk_adjustment_set_value (self->limit, server->rate_limit);
  if (ilv_pokeapi_setting_is_there (settings))
    g_settings_bind (settings, ILV_POKEAPI_SETTING, self->pokeapi, "active",
                     G_SETTINGS_BIND_DEFAULT);
}

void
ilv_race_controls_set_has_code (IlvRaceControls *self, gboolean has_code)
{
  g_return_if_fail (ILV_IS_RACE_CONTROLS (self));

  gtk_widget_set_sensitive (self->requests_row, !has_code);
  gtk_widget_set_sensitive (self->workers_row, !has_code);
  gtk_widget_set_visible (self->code_hint, has_code);
}

guint
ilv_race_controls_get_requests (IlvRaceControls *self)
{
  g_return_val_if_fail (ILV_IS_RACE_CONTROLS (self), 1);

  return gtk_adjustment_get_value (self->requests);
}

guint
ilv_race_controls_get_workers (IlvRaceControls *self)
{
  g_return_val_if_fail (ILV_IS_RACE_CONTROLS (self), 1);

  return gtk_adjustment_get_value (self->workers);
}

void
ilv_race_controls_get_server (IlvRaceControls *self, IlvServerSettings *server)
{
  g_return_if_fail (ILV_IS_RACE_CONTROLS (self));

  server->latency_ns = gtk_adjustment_get_value (self->latency) * NS_PER_MS;
  server->jitter_ns = gtk_adjustment_get_value (self->jitter) * NS_PER_MS;
  server->failure_rate = gtk_adjustment_get_value (self->failures) / 100;
  server->rate_limit = gtk_adjustment_get_value (self->limit);
}

gboolean
ilv_race_controls_get_uses_pokeapi (IlvRaceControls *self)
{
  g_return_val_if_fail (ILV_IS_RACE_CONTROLS (self), FALSE);

  return gtk_switch_get_active (GTK_SWITCH (self->pokeapi));
}

char *
ilv_race_controls_describe (IlvRaceControls *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint n_requests;
  char *part;

  g_return_val_if_fail (ILV_IS_RACE_CONTROLS (self), NULL);

  n_requests = ilv_race_controls_get_requests (self);
  if (!gtk_widget_get_visible (self->code_hint))
    {
      part = g_strdup_printf (ngettext ("%u request", "%u requests", n_requests), n_requests);
      g_strv_builder_add (builder, part);
      g_free (part);
    }
  if (ilv_race_controls_get_uses_pokeapi (self))
    g_strv_builder_add (builder, "pokeapi.co");
  else if (gtk_widget_get_visible (self->server))
    {
      /* Translators: how long a server waits before it answers, in milliseconds. */
      part = g_strdup_printf (_ ("latency %.0f ms"), gtk_adjustment_get_value (self->latency));
      g_strv_builder_add (builder, part);
      g_free (part);
    }
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}
