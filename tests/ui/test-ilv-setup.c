/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-setup.h"
#include "ui-test.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  GtkWidget *setup;
  guint n_changed;
  guint n_grouping;
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
on_grouping (Fixture *fixture)
{
  fixture->n_grouping++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->setup = g_object_ref_sink (g_object_new (ILV_TYPE_SETUP, NULL));
  g_signal_connect_swapped (fixture->setup, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect_swapped (fixture->setup, "notify::grouping", G_CALLBACK (on_grouping), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->setup);
}

static gpointer
get_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->setup, ILV_TYPE_SETUP, name);
}

static void
set_uniform (Fixture *fixture, guint n_tasks, gint64 work_ns)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (n_tasks, work_ns);

  ilv_setup_set_workload (ILV_SETUP (fixture->setup), workload);
  g_assert_true (ilv_setup_get_workload (ILV_SETUP (fixture->setup)) == workload);
}

static void
assert_uniform (Fixture *fixture, guint n_tasks, gint64 work_ns)
{
  IlvWorkload *workload = ilv_setup_get_workload (ILV_SETUP (fixture->setup));

  g_assert_true (ilv_workload_is_uniform (workload));
  g_assert_cmpuint (ilv_workload_get_n_tasks (workload), ==, n_tasks);
  g_assert_cmpint (ilv_workload_get_step (workload, 0, 0)->duration_ns, ==, work_ns);
}

static void
test_uniform (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_uniform (fixture, 3, 450 * MS);
  g_assert_cmpuint (fixture->n_changed, >, 0);
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "tasks_row")));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "work_row")));
  g_assert_cmpfloat (gtk_adjustment_get_value (get_part (fixture, "tasks")), ==, 3);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_part (fixture, "work")), ==, 450);

  fixture->n_changed = 0;
  gtk_adjustment_set_value (get_part (fixture, "tasks"), 7);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  assert_uniform (fixture, 7, 450 * MS);
  gtk_adjustment_set_value (get_part (fixture, "work"), 100);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  assert_uniform (fixture, 7, 100 * MS);
}

static void
assert_fixed (Fixture *fixture)
{
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "tasks_row")));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "work_row")));
}

/* A number that the controls cannot show is not shown as another. */
static void
test_beyond_controls (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_uniform (fixture, ILV_SETUP_MAX_TASKS, 5000 * MS);
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "tasks_row")));
  set_uniform (fixture, ILV_SETUP_MAX_TASKS + 1, 400 * MS);
  assert_fixed (fixture);
  set_uniform (fixture, 2, 50 * MS);
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "work_row")));
  set_uniform (fixture, 2, 5 * MS);
  assert_fixed (fixture);
  set_uniform (fixture, 2, 5001 * MS);
  assert_fixed (fixture);
  set_uniform (fixture, 2, 400 * MS + MS / 2);
  assert_fixed (fixture);
}

static void
test_other_tasks (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (
    "[Task A]\nSteps=wait 100ms; cpu 50ms\n[Task B]\nSteps=cpu 60ms\n", "test", 1, &error);
  g_autoptr (IlvWorkload) workload = NULL;

  g_assert_no_error (error);
  workload = ilv_workload_new_from_key_file (key_file, &error);
  g_assert_no_error (error);
  ilv_setup_set_workload (ILV_SETUP (fixture->setup), workload);
  assert_fixed (fixture);
  g_assert_true (ilv_setup_get_workload (ILV_SETUP (fixture->setup)) == workload);
}

static void
test_processors (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvSetup *setup = ILV_SETUP (fixture->setup);
  GtkWidget *spin = get_part (fixture, "processors_spin");

  ilv_setup_set_max_processors (setup, 1);
  g_assert_false (gtk_widget_get_sensitive (spin));
  ilv_setup_set_processors (setup, 4);
  g_assert_cmpuint (ilv_setup_get_processors (setup), ==, 1);

  ilv_setup_set_max_processors (setup, 8);
  g_assert_true (gtk_widget_get_sensitive (spin));
  fixture->n_changed = 0;
  ilv_setup_set_processors (setup, 4);
  g_assert_cmpuint (ilv_setup_get_processors (setup), ==, 4);
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  /* Fewer than were chosen. */
  ilv_setup_set_max_processors (setup, 3);
  g_assert_cmpuint (ilv_setup_get_processors (setup), ==, 3);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)), ==, 3);
}

static void
test_grouping (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint grouping;

  g_assert_cmpint (ilv_setup_get_grouping (ILV_SETUP (fixture->setup)), ==, ILV_GROUPING_PROCESSOR);
  gtk_drop_down_set_selected (get_part (fixture, "groupings"), ILV_GROUPING_TASK);
  g_assert_cmpuint (fixture->n_grouping, ==, 1);
  g_assert_cmpint (ilv_setup_get_grouping (ILV_SETUP (fixture->setup)), ==, ILV_GROUPING_TASK);
  g_object_get (fixture->setup, "grouping", &grouping, NULL);
  g_assert_cmpuint (grouping, ==, ILV_GROUPING_TASK);
  gtk_drop_down_set_selected (get_part (fixture, "groupings"), ILV_GROUPING_WORKER);
  g_assert_cmpint (ilv_setup_get_grouping (ILV_SETUP (fixture->setup)), ==, ILV_GROUPING_WORKER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/setup/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("uniform", test_uniform);
  ADD ("beyond-controls", test_beyond_controls);
  ADD ("other-tasks", test_other_tasks);
  ADD ("processors", test_processors);
  ADD ("grouping", test_grouping);
#undef ADD

  return g_test_run ();
}
