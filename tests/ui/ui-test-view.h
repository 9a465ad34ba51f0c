/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The view of a comparison in a lesson, as the page of the lesson makes it. */

#pragma once

#include <adwaita.h>

#include "ui-test-lesson.h"
#include "ui-test-part.h"

G_BEGIN_DECLS

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  UiTestLesson lesson;
  IlvPythons *pythons;
  IlvLastRuns *runs;
  IlvRunStore *history; /* or NULL */
  GtkWidget *window;
  IlvComparisonView *view;
  IlvExperiment *experiment;
} ViewFixture;

static inline void
view_hide (ViewFixture *fixture)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  ui_test_wait_until (fixture->view == NULL && fixture->experiment == NULL);
}

/* Also again, as on the next visit. */
static inline void
view_show (ViewFixture *fixture)
{
  const IlvLessonContext context = {
    .lesson = "lesson",
    .section = "page",
    .progress = fixture->lesson.progress,
    .settings = fixture->lesson.settings,
    .pythons = fixture->pythons,
    .runs = fixture->runs,
    .history = fixture->history,
  };
  IlvSection *section = ilv_lesson_get_section (fixture->lesson.lesson, 0);

  view_hide (fixture);
  fixture->view = ILV_COMPARISON_VIEW (
    ilv_comparison_view_new_in_lesson (ilv_section_get_comparison (section), &context));
  fixture->experiment = ilv_comparison_view_get_experiment (fixture->view);
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  g_object_add_weak_pointer (G_OBJECT (fixture->experiment), (gpointer *) &fixture->experiment);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
}

/* @data: what stands in the lesson's compare block. */
static inline void
view_set_up (ViewFixture *fixture, gconstpointer data)
{
  g_autofree char *markdown
    = g_strdup_printf ("# Page\n\n```compare\n[Compare]\n%s```\n", (const char *) data);

  ui_test_lesson_init (&fixture->lesson, markdown);
  fixture->pythons = ilv_pythons_new (NULL);
  fixture->runs = ilv_last_runs_new (NULL);
  fixture->window = g_object_ref_sink (gtk_window_new ());
  view_show (fixture);
}

static inline void
view_tear_down (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  view_hide (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
  ui_test_wait_until (!ilv_pythons_is_searching (fixture->pythons));
  g_clear_object (&fixture->pythons);
  g_clear_object (&fixture->runs);
  g_clear_object (&fixture->history);
  ui_test_lesson_clear (&fixture->lesson);
}

static inline gpointer
view_get_part (ViewFixture *fixture, const char *name)
{
  return ui_test_get_part (GTK_WIDGET (fixture->view), name);
}

static inline gpointer
view_get_setup (ViewFixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (view_get_part (fixture, "setup"), ILV_TYPE_SETUP, name);
}

static inline GActionGroup *
view_get_actions (ViewFixture *fixture)
{
  return ilv_comparison_view_get_actions (fixture->view);
}

static inline gboolean
view_is_enabled (ViewFixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (view_get_actions (fixture), action);
}

static inline void
view_activate (ViewFixture *fixture, const char *action)
{
  g_action_group_activate_action (view_get_actions (fixture), action, NULL);
}

static inline void
view_change (ViewFixture *fixture, const char *action, GVariant *state)
{
  g_action_group_change_action_state (view_get_actions (fixture), action, state);
}

static inline void
view_run (ViewFixture *fixture)
{
  ui_test_wait_until (view_is_enabled (fixture, "run"));
  view_activate (fixture, "run");
  g_assert_true (ilv_experiment_is_running (fixture->experiment));
  ui_test_wait_until (view_is_enabled (fixture, "run"));
}

static inline IlvTrace *
view_get_trace (ViewFixture *fixture, IlvSide side)
{
  return ilv_timeline_get_trace (
    ILV_TIMELINE (ilv_comparison_view_get_timeline (fixture->view, side)));
}

static inline gboolean
view_shows (ViewFixture *fixture, const char *text)
{
  GtkWidget *label = ui_test_find_label (GTK_WIDGET (fixture->view), text);

  for (GtkWidget *widget = label; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (widget != fixture->window && !gtk_widget_get_visible (widget))
      return FALSE;
  return label != NULL;
}

G_END_DECLS
