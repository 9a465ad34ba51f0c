/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-measure.h"

static void
test_every (void)
{
  for (guint i = 0; i < ILV_N_MEASURES; i++)
    for (guint side = 0; side < 2; side++)
      {
        g_autofree char *text = g_strconcat (side == 0 ? "left." : "right.",
                                             ilv_measure_to_string (i), NULL);
        IlvMeasure measure = ILV_N_MEASURES;
        gboolean is_right = side == 0;

        g_assert_true (ilv_measure_parse (text, &measure, &is_right));
        g_assert_cmpuint (measure, ==, i);
        g_assert_true (is_right == (side == 1));
      }
}

static void
test_faults (void)
{
  static const char *const texts[] = {
    "", ".", "left", "left.", "left.Makespan", "makespan", "up.makespan", "right.makespan ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      IlvMeasure measure;
      gboolean is_right;

      g_assert_false (ilv_measure_parse (texts[i], &measure, &is_right));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workload/measure/every", test_every);
  g_test_add_func ("/workload/measure/faults", test_faults);
  return g_test_run ();
}
