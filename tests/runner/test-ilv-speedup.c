/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-speedup.h"

#include "ilv-processors.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  GError *error;
  gboolean done;
} Answer;

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  ilv_speedup_run_finish (ILV_SPEEDUP (source), result, &answer->error);
  answer->done = TRUE;
}

static const IlvSpeedupPoint *
get_point (const GArray *points, guint index)
{
  g_assert_cmpuint (index, <, points->len);
  return &g_array_index (points, IlvSpeedupPoint, index);
}

static void
on_changed (IlvSpeedup *speedup, guint *n_changes)
{
  (*n_changes)++;
  g_assert_cmpuint (ilv_speedup_get_modelled (speedup)->len +
                      ilv_speedup_get_measured (speedup)->len,
                    ==, *n_changes);
}

/* Eight tasks: the model's curve rises to eight and stays there. */
static void
test_run (void)
{
  g_autoptr (IlvSpeedup) speedup = ilv_speedup_new ();
  const GArray *modelled = ilv_speedup_get_modelled (speedup);
  const GArray *measured = ilv_speedup_get_measured (speedup);
  Answer answer = { 0 };
  guint n_changes = 0;

  g_signal_connect (speedup, "changed", G_CALLBACK (on_changed), &n_changes);
  ilv_speedup_run_async (speedup, 8, 10 * MS, NULL, on_run, &answer);
  g_assert_cmpfloat (ilv_speedup_get_progress (speedup), ==, 0);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answer.error);
  g_assert_cmpfloat (ilv_speedup_get_progress (speedup), ==, 1);

  g_assert_cmpuint (modelled->len, ==, 7);
  for (guint i = 0; i < modelled->len; i++)
    {
      g_assert_cmpuint (get_point (modelled, i)->processors, ==, 1u << i);
      g_assert_cmpfloat_with_epsilon (get_point (modelled, i)->speedup, MIN (1u << i, 8), 0.3);
    }
  g_assert_cmpfloat (get_point (modelled, 6)->speedup, ==, get_point (modelled, 3)->speedup);

  g_assert_cmpuint (get_point (measured, 0)->processors, ==, 1);
  g_assert_cmpfloat (get_point (measured, 0)->speedup, ==, 1);
  g_assert_cmpuint (get_point (measured, measured->len - 1)->processors, ==,
                    ilv_processors_get_count ());
  for (guint i = 0; i < measured->len; i++)
    {
      g_assert_cmpint (get_point (measured, i)->makespan_ns, >, 0);
      g_assert_cmpfloat (get_point (measured, i)->speedup, >, 0);
    }
}

static void
cancel (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* The model alone. */
static void
test_predict (void)
{
  g_autoptr (IlvSpeedup) speedup = ilv_speedup_new ();

  for (guint i = 0; i < 2; i++)
    {
      ilv_speedup_predict (speedup, 64, 500 * MS);
      g_assert_cmpuint (ilv_speedup_get_modelled (speedup)->len, ==, 7);
      g_assert_cmpuint (ilv_speedup_get_measured (speedup)->len, ==, 0);
      g_assert_cmpfloat_with_epsilon (get_point (ilv_speedup_get_modelled (speedup), 6)->speedup,
                                      64, 2);
    }
}

/* Stopped while it is measured: what there is stays, and it can be run again. */
static void
test_cancel (void)
{
  g_autoptr (IlvSpeedup) speedup = ilv_speedup_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gulong handler = g_signal_connect_swapped (speedup, "changed", G_CALLBACK (cancel), cancellable);
  Answer answer = { 0 };

  ilv_speedup_run_async (speedup, 2, 1000000 * MS, cancellable, on_run, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  g_assert_cmpuint (ilv_speedup_get_modelled (speedup)->len, ==, 7);
  g_assert_cmpuint (ilv_speedup_get_measured (speedup)->len, ==, 0);

  g_signal_handler_disconnect (speedup, handler);
  answer.done = FALSE;
  ilv_speedup_run_async (speedup, 1, MS, NULL, on_run, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (ilv_speedup_get_modelled (speedup)->len, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/speedup/run", test_run);
  g_test_add_func ("/runner/speedup/predict", test_predict);
  g_test_add_func ("/runner/speedup/cancel", test_cancel);
  return g_test_run ();
}
