/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slice.h"

#define MS G_GINT64_CONSTANT (1000000)

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gint64 slice_ns; /* 0 for a fault */
  } cases[] = {
    { "4ms", 4 * MS },     { "20ms", 20 * MS }, { "20 ms", 20 * MS }, { "0.1s", 100 * MS },
    { "5000us", 5 * MS },  { "100ms", 100 * MS }, { "3ms", 0 },       { "3.999ms", 0 },
    { "4.5ms", 0 },        { "100.000001ms", 0 }, { "101ms", 0 },     { "1s", 0 },
    { "0ms", 0 },          { "20", 0 },           { "", 0 },          { "-20ms", 0 },
    { "twenty", 0 },       { "20 min", 0 },       { "9999999999999s", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 slice_ns = 7;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (ilv_slice_parse (cases[i].text, &slice_ns), ==, cases[i].slice_ns > 0);
      g_assert_cmpint (slice_ns, ==, cases[i].slice_ns > 0 ? cases[i].slice_ns : 7);
    }
}

static void
test_valid (void)
{
  g_assert_true (ilv_slice_is_valid (ILV_SLICE_MIN_NS));
  g_assert_true (ilv_slice_is_valid (ILV_SLICE_MAX_NS));
  g_assert_false (ilv_slice_is_valid (ILV_SLICE_MIN_NS - MS));
  g_assert_false (ilv_slice_is_valid (ILV_SLICE_MAX_NS + MS));
  g_assert_false (ilv_slice_is_valid (ILV_SLICE_MIN_NS + 1));
  g_assert_false (ilv_slice_is_valid (0));
  g_assert_false (ilv_slice_is_valid (G_MININT64));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workload/slice/parse", test_parse);
  g_test_add_func ("/workload/slice/valid", test_valid);
  return g_test_run ();
}
