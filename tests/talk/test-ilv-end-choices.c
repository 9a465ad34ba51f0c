/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-end-choices.h"

#include <math.h>

#define MS G_GINT64_CONSTANT (1000000)

static void
test_texts (void)
{
  static const struct
  {
    gint64 sequential_ns;
    guint n_at_once;
    const char *texts[4];
  } cases[] = {
    { 800 * MS, 2, { "About 400 ms", "About 600 ms", "About 800 ms", "Longer" } },
    { 800 * MS, 1, { "About 400 ms", "About 600 ms", "About 800 ms", "Longer" } },
    { 1200 * MS, 2, { "About 600 ms", "About 900 ms", "About 1.2 s", "Longer" } },
    { 2000 * MS, 4, { "About 500 ms", "About 1.3 s", "About 2 s", "Longer" } },
    { 40000 * MS, 2, { "About 20 s", "About 30 s", "About 40 s", "Longer" } },
    { 5 * MS, 2, { "About 2.5 ms", "About 3.8 ms", "About 5.0 ms", "Longer" } },
    { 0, 2, { "Less than 100 ms", "From 100 ms to 1 s", "From 1 s to 10 s", "Longer" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) choices
        = ilv_end_choices_new (cases[i].sequential_ns, cases[i].n_at_once, FALSE);

      g_assert_cmpuint (choices->len, ==, 4);
      for (guint j = 0; j < choices->len; j++)
        {
          const IlvChoice *choice = choices->pdata[j];

          g_assert_cmpstr (choice->text, ==, cases[i].texts[j]);
          g_assert_cmpstr (choice->explanation, ==, "");
        }
    }
}

/* Each time belongs to one, and that is the nearest. */
static void
test_limits (void)
{
  static const double limits[] = { -INFINITY, 500e6, 700e6, 900e6, INFINITY };
  g_autoptr (GPtrArray) choices = ilv_end_choices_new (800 * MS, 2, FALSE);

  for (guint i = 0; i < choices->len; i++)
    {
      const IlvChoice *choice = choices->pdata[i];

      g_assert_true (choice->from == limits[i] && choice->to == limits[i + 1]);
    }
}

/* Where nobody knows how fast the computer is, it may be faster than all shares. */
static void
test_guess (void)
{
  static const struct
  {
    const char *text;
    double from_ns;
  } expected[] = {
    { "Less than 450 ms", -INFINITY }, { "About 600 ms", 450e6 }, { "About 900 ms", 750e6 },
    { "About 1.2 s", 1050e6 },         { "Longer", 1350e6 },
  };
  g_autoptr (GPtrArray) choices = ilv_end_choices_new (1200 * MS, 2, TRUE);

  g_assert_cmpuint (choices->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < choices->len; i++)
    {
      const IlvChoice *choice = choices->pdata[i];

      g_assert_cmpstr (choice->text, ==, expected[i].text);
      g_assert_true (choice->from == expected[i].from_ns);
      g_assert_true (choice->to == (i + 1 < choices->len ? expected[i + 1].from_ns : INFINITY));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk/end-choices/texts", test_texts);
  g_test_add_func ("/talk/end-choices/limits", test_limits);
  g_test_add_func ("/talk/end-choices/guess", test_guess);

  return g_test_run ();
}
