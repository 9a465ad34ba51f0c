/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A comparison view in a window, with a short comparison, and what one can do with it. */

#pragma once

#include <adwaita.h>

#include "ui-test-lesson.h"
#include "ui-test-part.h"

G_BEGIN_DECLS

#define MS G_GINT64_CONSTANT (1000000)
#define SECOND (1000 * MS)

/* One processor takes 10 ms for one after the other. */
#define WORK_NS (5 * MS)
#define SEQUENTIAL_NS (2 * WORK_NS)

typedef struct
{
  UiTestLesson lesson;
  GtkWidget *window;
  IlvComparisonView *view;
  IlvExperiment *experiment;
} Fixture;

typedef enum
{
  WITH_PREDICTION,
  WITHOUT_PREDICTION,
} Kind;

#define PREDICT "```predict\n[Predict]\nId=end\nKind=end\nSide=right\nQuestion=When?\n```\n\n"
#define COMPARE                                                                                    \
  "```compare\n[Compare]\nTitle=Short\nLeft=sequential\nRight=thread-pool\nProcessors=2\n"         \
  "[Task A]\nSteps=cpu 5ms\n[Task B]\nSteps=cpu 5ms\n```\n"

static inline gpointer
get_part (Fixture *fixture, const char *name)
{
  return ui_test_get_part (GTK_WIDGET (fixture->view), name);
}

static inline IlvTimeline *
get_timeline (Fixture *fixture, IlvSide side)
{
  return ILV_TIMELINE (ilv_comparison_view_get_timeline (fixture->view, side));
}

static inline IlvPlayhead *
get_playhead (Fixture *fixture)
{
  return ilv_timeline_get_playhead (get_timeline (fixture, ILV_SIDE_LEFT));
}

static inline IlvTimeAxis *
get_axis (Fixture *fixture)
{
  return ilv_timeline_get_axis (get_timeline (fixture, ILV_SIDE_LEFT));
}

static inline gboolean
is_enabled (Fixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (ilv_comparison_view_get_actions (fixture->view),
                                            action);
}

static inline void
activate (Fixture *fixture, const char *action)
{
  g_action_group_activate_action (ilv_comparison_view_get_actions (fixture->view), action, NULL);
}

static inline gboolean
shows_text (Fixture *fixture, const char *text)
{
  GtkWidget *label = ui_test_find_label (GTK_WIDGET (fixture->view), text);

  return label != NULL && gtk_widget_get_visible (gtk_widget_get_parent (label));
}

static inline void
remove_view (Fixture *fixture)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  ui_test_wait_until (fixture->view == NULL && fixture->experiment == NULL);
}

/* Again: as on the next visit. */
static inline void
show_view (Fixture *fixture)
{
  IlvSection *section = ilv_lesson_get_section (fixture->lesson.lesson, 0);
  IlvBlock *block = ilv_section_get_block (section, 0);
  g_autoptr (IlvGuess) guess = NULL;

  remove_view (fixture);
  if (ilv_block_get_kind (block) == ILV_BLOCK_PREDICT)
    guess = ilv_guess_new (ilv_block_get_prediction (block), "lesson", fixture->lesson.progress,
                           fixture->lesson.settings);
  fixture->view =
    ILV_COMPARISON_VIEW (ilv_comparison_view_new (ilv_section_get_comparison (section), guess));
  fixture->experiment = ilv_comparison_view_get_experiment (fixture->view);
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  g_object_add_weak_pointer (G_OBJECT (fixture->experiment), (gpointer *) &fixture->experiment);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_test_lesson_init (&fixture->lesson, GPOINTER_TO_INT (data) == WITH_PREDICTION
                                           ? "# Page\n\n" PREDICT COMPARE
                                           : "# Page\n\n" COMPARE);
  fixture->window = g_object_ref_sink (gtk_window_new ());
  show_view (fixture);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  remove_view (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
  ui_test_lesson_clear (&fixture->lesson);
}

static inline void
set_work (Fixture *fixture, gint64 work_ns)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (2, work_ns);

  ilv_setup_set_workload (get_part (fixture, "setup"), workload);
}

static inline void
run (Fixture *fixture)
{
  activate (fixture, "run");
  g_assert_true (ilv_experiment_is_running (fixture->experiment));
  ui_test_wait_until (is_enabled (fixture, "run"));
  g_assert_false (ilv_experiment_is_running (fixture->experiment));
}

G_END_DECLS
