/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-strategy-offer.h"
#include "ui-test-lesson.h"

#define TASK "[Task A]\nSteps=cpu 5ms\n```\n"
#define PAGE "# Page\n\n```compare\n[Compare]\n"

static void
assert_offer (const char *markdown, gboolean about_python)
{
  g_autoptr (GListModel) none = G_LIST_MODEL (g_list_store_new (ILV_TYPE_PYTHON));
  UiTestLesson lesson;
  IlvComparison *comparison;
  guint offered;

  ui_test_lesson_init (&lesson, markdown);
  comparison = ilv_section_get_comparison (ilv_lesson_get_section (lesson.lesson, 0));
  g_assert_true (ilv_strategy_offer_needs_python (comparison) == about_python);
  offered = ilv_strategy_offer_find (comparison, ilv_comparison_get_workload (comparison), none);
  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    {
      gboolean expected = ilv_strategy_is_python (i) ? about_python : i != ILV_STRATEGY_GIO;

      g_assert_true (((offered & 1u << i) != 0) == expected);
    }
  ui_test_lesson_clear (&lesson);
}

static void
test_find (void)
{
  assert_offer (PAGE "Left=sequential\nRight=model\n" TASK, FALSE);
  assert_offer (PAGE "Left=python-threads\nRight=model\n" TASK, TRUE);
}

/* Without Python, C stands in for it and it is said so; without one of a kind, nothing does. */
static void
test_no_python (void)
{
  g_autoptr (GListModel) none = G_LIST_MODEL (g_list_store_new (ILV_TYPE_PYTHON));

  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    {
      IlvStrategy stand_in = ilv_strategy_offer_get_stand_in (i, none);
      g_autofree char *caution = ilv_strategy_offer_describe_caution (i, none);

      g_assert_false (ilv_strategy_is_python (stand_in));
      g_assert_true ((stand_in == i) == !ilv_strategy_is_python (i));
      g_assert_true ((caution != NULL) == (stand_in != i));
      if (caution != NULL)
        g_assert_nonnull (strstr (caution, ilv_strategy_get_title (stand_in)));
      g_assert_false (ilv_strategy_offer_is_missing (i, none));
    }
  g_assert_cmpint (ilv_strategy_offer_get_stand_in (ILV_STRATEGY_PYTHON_THREADS, none), ==,
                   ILV_STRATEGY_GIL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/strategy-offer/find", test_find);
  g_test_add_func ("/ui/strategy-offer/no-python", test_no_python);

  return g_test_run ();
}
