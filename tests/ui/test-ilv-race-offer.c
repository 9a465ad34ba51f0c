/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-offer.h"
#include "ui-test-race.h"

#define MS G_GINT64_CONSTANT (1000000)

static void
test_c (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  g_autoptr (IlvPythons) pythons = ilv_pythons_new (NULL);
  g_autoptr (IlvRaceOffer) offer = ilv_race_offer_new (race, pythons);
  g_autoptr (IlvRaceExperiment) experiment = ilv_race_experiment_new ();

  g_assert_true (ilv_race_offer_has (offer, FALSE));
  g_assert_false (ilv_race_offer_has (offer, TRUE));
  g_assert_cmpuint (ilv_race_offer_get_n_runs (offer), ==, 4);
  g_assert_cmpuint (g_strv_length ((GStrv) ilv_race_offer_get_titles (offer)), ==, 4);
  g_assert_cmpstr (ilv_race_offer_get_titles (offer)[3], ==, "All at once");
  ilv_race_offer_set_up (offer, experiment, 3);
  ilv_race_offer_set_up (offer, experiment, 3);
  g_assert_cmpuint (ilv_race_experiment_get_n_runs (experiment), ==, 4);

  /* No interpreter is looked for, and none is offered. */
  g_assert_false (ilv_pythons_is_searching (pythons));
  ilv_race_offer_choose (offer, TRUE);
  g_assert_cmpuint (ilv_race_offer_get_n_runs (offer), ==, 0);
  g_assert_null (ilv_race_offer_get_titles (offer)[0]);
}

/* Two loops of 20, four waves of six threads, and one wait for all. */
static void
test_estimate (void)
{
  g_autoptr (IlvRace) race = ui_test_create_race ();
  g_autoptr (IlvPythons) pythons = ilv_pythons_new (NULL);
  g_autoptr (IlvRaceOffer) offer = ilv_race_offer_new (race, pythons);

  g_assert_cmpint (ilv_race_offer_estimate_ns (offer, 20, 6, 100 * MS), ==,
                   (20 + 20 + 4 + 1) * 100 * MS);
  g_assert_cmpint (ilv_race_offer_estimate_ns (offer, 1, 64, 100 * MS), ==, 4 * 100 * MS);
  g_assert_cmpint (ilv_race_offer_estimate_ns (offer, 1000, 6, 0), ==, 0);
}

static void
on_changed (guint *n_changes)
{
  (*n_changes)++;
}

/* Where this machine has an interpreter, Python's runs are offered; where not, not. */
static void
test_python (void)
{
  g_autoptr (IlvRace) race = ui_test_read_race ("[Race]\nTitle=T\n"
                                                "[Run 1]\nTitle=C\nStrategy=sequential\n"
                                                "[Run 2]\nTitle=Python\nStrategy=python-asyncio\n"
                                                "[Task T]\nCount=5\nSteps=wait 5ms\n");
  g_autoptr (IlvPythons) pythons = ilv_pythons_new (NULL);
  g_autoptr (IlvRaceOffer) offer = ilv_race_offer_new (race, pythons);
  guint n_changes = 0;

  g_signal_connect_swapped (offer, "changed", G_CALLBACK (on_changed), &n_changes);
  g_assert_cmpuint (ilv_race_offer_get_n_runs (offer), ==, 1);
  g_assert_false (ilv_race_offer_has (offer, TRUE));
  while (ilv_pythons_is_searching (pythons))
    g_main_context_iteration (NULL, TRUE);
  if (g_list_model_get_n_items (ilv_pythons_get_model (pythons)) == 0)
    {
      g_test_skip ("No Python here");
      return;
    }
  g_assert_cmpuint (n_changes, >, 0);
  g_assert_true (ilv_race_offer_has (offer, TRUE));
  ilv_race_offer_choose (offer, TRUE);
  g_assert_cmpuint (ilv_race_offer_get_n_runs (offer), ==, 1);
  g_assert_cmpstr (ilv_race_offer_get_titles (offer)[0], ==, "Python");
  g_assert_cmpint (ilv_race_offer_estimate_ns (offer, 1000, 6, 100 * MS), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/race-offer/c", test_c);
  g_test_add_func ("/ui/race-offer/estimate", test_estimate);
  g_test_add_func ("/ui/race-offer/python", test_python);
  return g_test_run ();
}
