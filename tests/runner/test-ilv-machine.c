/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-machine.h"

#include <glib/gstdio.h>

#include "ilv-processors.h"

typedef struct
{
  IlvMachineSample *sample;
  GError *error;
  gboolean done;
} Answer;

static void
on_sample (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->sample = ilv_machine_sample_finish (ILV_MACHINE (source), result, &answer->error);
  answer->done = TRUE;
}

static IlvMachineSample *
take_sample (IlvMachine *machine)
{
  Answer answer = { 0 };

  ilv_machine_sample_async (machine, NULL, on_sample, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answer.error);
  g_assert_nonnull (answer.sample);
  return answer.sample;
}

static void
put (const char *root, const char *path, const char *text)
{
  g_autofree char *file = g_build_filename (root, path, NULL);
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);
}

static void
take_away (const char *root, const char *path)
{
  g_autofree char *file = g_build_filename (root, path, NULL);

  g_assert_cmpint (g_remove (file), ==, 0);
}

static void
put_core (const char *root, int processor, const char *package, const char *core)
{
  g_autofree char *folder = g_strdup_printf ("sys/devices/system/cpu/cpu%d/topology", processor);
  g_autofree char *package_file = g_build_filename (folder, "physical_package_id", NULL);
  g_autofree char *core_file = g_build_filename (folder, "core_id", NULL);

  put (root, package_file, package);
  put (root, core_file, core);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static const IlvProcessorUse *
get_use (IlvMachineSample *sample, guint index)
{
  g_assert_cmpuint (index, <, sample->processors->len);
  return &g_array_index (sample->processors, IlvProcessorUse, index);
}

/* A machine on paper: two packages of which the second has one core with two threads. */
static void
test_files (void)
{
  g_autofree char *root = g_dir_make_tmp ("ilv-machine-XXXXXX", NULL);
  g_autoptr (IlvMachine) machine = ilv_machine_new_for_root (root);
  g_autoptr (IlvMachineSample) first = NULL;
  g_autoptr (IlvMachineSample) second = NULL;
  g_autoptr (IlvMachineSample) third = NULL;

  put (root, "proc/loadavg", "1.00 1.00 1.00 3/412 99\n");
  put (root, "proc/self/status", "Name:\tx\nThreads:\t14\n");
  put (root, "proc/stat",
       "cpu 1 1 1 1\ncpu0 100 0 0 100\ncpu1 0 0 0 0\ncpu2 50 0 0 50\nctxt 1000\n");
  put_core (root, 0, "0\n", "4\n");
  put_core (root, 1, "1\n", "4\n");
  put_core (root, 2, "1\n", "4\n");
  first = take_sample (machine);
  g_assert_cmpint (first->n_tasks, ==, 412);
  g_assert_cmpint (first->n_runnable, ==, 3);
  g_assert_cmpint (first->n_own_threads, ==, 14);
  g_assert_cmpint (first->n_cores, ==, 2);
  g_assert_cmpuint (first->processors->len, ==, 3);
  g_assert_cmpint (get_use (first, 0)->core, ==, 0);
  g_assert_cmpint (get_use (first, 1)->core, ==, 1);
  g_assert_cmpint (get_use (first, 2)->core, ==, 1);
  g_assert_cmpfloat (get_use (first, 0)->busy, ==, -1);
  g_assert_cmpfloat (first->machine_switches, ==, -1);

  put (root, "proc/stat",
       "cpu0 175 0 0 125\ncpu1 0 0 0 80\ncpu2 50 0 0 50\nctxt 5000\nprocs_running 6\n");
  put (root, "proc/loadavg", "garbage");
  put (root, ".flatpak-info", "[Application]\n");
  second = take_sample (machine);
  g_assert_false (first->is_sandboxed);
  g_assert_true (second->is_sandboxed);
  g_assert_cmpfloat (get_use (second, 0)->busy, ==, 0.75);
  g_assert_cmpfloat (get_use (second, 1)->busy, ==, 0);
  g_assert_cmpfloat (get_use (second, 2)->busy, ==, -1);
  g_assert_cmpfloat (second->machine_switches, >, 0);
  g_assert_cmpint (second->n_tasks, ==, -1);
  g_assert_cmpint (second->n_runnable, ==, 6);

  take_away (root, "proc/stat");
  take_away (root, "proc/loadavg");
  take_away (root, "proc/self/status");
  third = take_sample (machine);
  g_assert_cmpuint (third->processors->len, ==, 0);
  g_assert_cmpint (third->n_cores, ==, -1);
  g_assert_cmpint (third->n_tasks, ==, -1);
  g_assert_cmpint (third->n_runnable, ==, -1);
  g_assert_cmpint (third->n_own_threads, ==, -1);
  g_assert_cmpfloat (third->machine_switches, ==, -1);
  remove_tree (root);
}

/* Where one processor does not say which core it is of, the number of cores is unknown. */
static void
test_unknown_core (void)
{
  g_autofree char *root = g_dir_make_tmp ("ilv-machine-XXXXXX", NULL);
  g_autoptr (IlvMachine) machine = ilv_machine_new_for_root (root);
  g_autoptr (IlvMachineSample) sample = NULL;

  put (root, "proc/stat", "cpu0 1 1 1 1\ncpu1 1 1 1 1\n");
  put_core (root, 0, "0\n", "0\n");
  put_core (root, 1, "0\n", "-1\n");
  sample = take_sample (machine);
  g_assert_cmpuint (sample->processors->len, ==, 2);
  g_assert_cmpint (sample->n_cores, ==, -1);
  remove_tree (root);
}

static void
assert_possible (IlvMachineSample *sample)
{
  guint n_allowed = 0;

  for (guint i = 0; i < sample->processors->len; i++)
    {
      n_allowed += get_use (sample, i)->is_allowed;
      g_assert_cmpfloat (get_use (sample, i)->busy, <=, 1);
    }
  g_assert_cmpuint (n_allowed, ==, ilv_processors_get_count ());
  g_assert_cmpint (sample->n_own_threads, >, 0);
  g_assert_cmpint (sample->n_tasks, >=, sample->n_own_threads);
  g_assert_cmpint (sample->n_runnable, >=, 0);
  g_assert_cmpint (sample->n_runnable, <=, sample->n_tasks);
  g_assert_cmpint (sample->n_cores, <=, (int) sample->processors->len);
}

/* The machine that the test runs on. */
static void
test_real (void)
{
  g_autoptr (IlvMachine) machine = ilv_machine_new ();
  g_autoptr (IlvMachineSample) first = take_sample (machine);
  g_autoptr (IlvMachineSample) second = NULL;
  gint64 deadline_us = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  gboolean known = FALSE;

  assert_possible (first);
  g_assert_cmpfloat (first->own_switches, ==, -1);
  while (!known)
    {
      g_clear_pointer (&second, ilv_machine_sample_free);
      second = take_sample (machine);
      assert_possible (second);
      /* Each look is taken in another thread, which this one waits for: that is a switch. */
      g_assert_cmpfloat (second->own_switches, >=, 0);
      known = second->own_switches > 0 && get_use (second, 0)->busy >= 0;
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
    }
}

static void
test_cancel (void)
{
  g_autoptr (IlvMachine) machine = ilv_machine_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { 0 };

  g_cancellable_cancel (cancellable);
  ilv_machine_sample_async (machine, cancellable, on_sample, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.sample);
  g_clear_error (&answer.error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/machine/files", test_files);
  g_test_add_func ("/runner/machine/unknown-core", test_unknown_core);
  g_test_add_func ("/runner/machine/real", test_real);
  g_test_add_func ("/runner/machine/cancel", test_cancel);
  return g_test_run ();
}
