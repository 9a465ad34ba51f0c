/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-interpreter-choice.h"
#include "ui-test.h"

static const IlvStrategy in_c[ILV_N_SIDES] = { ILV_STRATEGY_SEQUENTIAL, ILV_STRATEGY_THREAD_POOL };
static const IlvStrategy in_python[ILV_N_SIDES]
  = { ILV_STRATEGY_SEQUENTIAL, ILV_STRATEGY_PYTHON_THREADS };

typedef struct
{
  GtkWidget *drop_down;
  IlvPythons *pythons;
  GListModel *found; /* whatever this machine has */
  IlvInterpreterChoice *choice;
  guint n_changes;
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->drop_down = g_object_ref_sink (gtk_drop_down_new (NULL, NULL));
  fixture->pythons = ilv_pythons_new (NULL);
  fixture->choice
    = ilv_interpreter_choice_new (GTK_DROP_DOWN (fixture->drop_down), fixture->pythons);
  fixture->found = ilv_pythons_get_model (fixture->pythons);
  ui_test_wait_until (!ilv_pythons_is_searching (fixture->pythons));
  g_signal_connect_swapped (fixture->choice, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->choice);
  g_clear_object (&fixture->pythons);
  g_assert_finalize_object (fixture->drop_down);
}

/* (transfer none) (nullable): the last one that can run Python's threads. */
static IlvPython *
find_last (Fixture *fixture)
{
  IlvPython *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (fixture->found); i++)
    {
      g_autoptr (IlvPython) python = g_list_model_get_item (fixture->found, i);

      if (ilv_python_can_run (python, ILV_STRATEGY_PYTHON_THREADS))
        last = python;
    }
  return last;
}

/* Nothing is asked where nothing needs an interpreter. */
static void
test_c (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_interpreter_choice_set_strategies (fixture->choice, in_c);
  g_assert_false (gtk_widget_get_visible (fixture->drop_down));
  g_assert_null (ilv_interpreter_choice_get_python (fixture->choice, ILV_STRATEGY_THREAD_POOL));
}

static void
test_best (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvPython *best = ilv_python_choose (fixture->found, ILV_STRATEGY_PYTHON_THREADS);

  ilv_interpreter_choice_set_strategies (fixture->choice, in_python);
  g_assert_true (gtk_widget_get_visible (fixture->drop_down) == (best != NULL));
  g_assert_true (
    ilv_interpreter_choice_get_python (fixture->choice, ILV_STRATEGY_PYTHON_THREADS) == best);
  g_assert_null (ilv_interpreter_choice_get_chosen (fixture->choice));
}

/* What was chosen is used, at another visit too; one that has gone is not. */
static void
test_chosen (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvPython *last = find_last (fixture);

  if (last == NULL)
    {
      g_test_skip ("There is no Python");
      return;
    }
  ilv_interpreter_choice_set_chosen (fixture->choice, ilv_python_get_path (last));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  ilv_interpreter_choice_set_chosen (fixture->choice, ilv_python_get_path (last));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  ilv_interpreter_choice_set_strategies (fixture->choice, in_python);
  g_assert_true (
    ilv_interpreter_choice_get_python (fixture->choice, ILV_STRATEGY_PYTHON_THREADS) == last);
  g_assert_cmpstr (ilv_interpreter_choice_get_chosen (fixture->choice), ==,
                   ilv_python_get_path (last));

  ilv_interpreter_choice_set_chosen (fixture->choice, "/nonexistent/python3");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_true (
    ilv_interpreter_choice_get_python (fixture->choice, ILV_STRATEGY_PYTHON_THREADS)
    == ilv_python_choose (fixture->found, ILV_STRATEGY_PYTHON_THREADS));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/interpreter-choice/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("c", test_c);
  ADD ("best", test_best);
  ADD ("chosen", test_chosen);
#undef ADD

  return g_test_run ();
}
