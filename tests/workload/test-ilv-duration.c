/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-duration.h"

#include <locale.h>

#include "ilv-workload.h"

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    gint64 duration_ns;
  } cases[] = {
    { "40ms", 40000000 },
    { "1.5s", 1500000000 },
    { "0.000000001s", 1 },
    { "1ns", 1 },
    { "7us", 7000 },
    { "7µs", 7000 },
    { "7μs", 7000 },
    { "007.50 ms", 7500000 },
    { "0.10000000000000000000000000000s", 100000000 },
    { "3600s", ILV_WORKLOAD_MAX_DURATION_NS },
    { "3600000000000ns", ILV_WORKLOAD_MAX_DURATION_NS },
    { "3599.999999999s", ILV_WORKLOAD_MAX_DURATION_NS - 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 duration_ns = -1;

      g_assert_cmpint (ilv_duration_parse (cases[i].text, &duration_ns), ==,
                       ILV_DURATION_FAULT_NONE);
      g_assert_cmpint (duration_ns, ==, cases[i].duration_ns);
    }
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    IlvDurationFault fault;
  } cases[] = {
    { "", ILV_DURATION_FAULT_NUMBER },
    { "ms", ILV_DURATION_FAULT_NUMBER },
    { ".5s", ILV_DURATION_FAULT_NUMBER },
    { "1.s", ILV_DURATION_FAULT_NUMBER },
    { "-1s", ILV_DURATION_FAULT_NUMBER },
    { "+1s", ILV_DURATION_FAULT_NUMBER },
    { "inf s", ILV_DURATION_FAULT_NUMBER },
    { "nan", ILV_DURATION_FAULT_NUMBER },
    { "40", ILV_DURATION_FAULT_NO_UNIT },
    { "40 ", ILV_DURATION_FAULT_NO_UNIT },
    { "0x10ms", ILV_DURATION_FAULT_UNIT },
    { "1e3ms", ILV_DURATION_FAULT_UNIT },
    { "1,5s", ILV_DURATION_FAULT_UNIT },
    { "1.5.5s", ILV_DURATION_FAULT_UNIT },
    { "5 min", ILV_DURATION_FAULT_UNIT },
    { "5 ms x", ILV_DURATION_FAULT_UNIT },
    { "5MS", ILV_DURATION_FAULT_UNIT },
    { "0s", ILV_DURATION_FAULT_ZERO },
    { "0.000ms", ILV_DURATION_FAULT_ZERO },
    { "0.5ns", ILV_DURATION_FAULT_FINE },
    { "0.0000000001s", ILV_DURATION_FAULT_FINE },
    { "3600.000000001s", ILV_DURATION_FAULT_LONG },
    { "3601s", ILV_DURATION_FAULT_LONG },
    { "9223372036854775808ns", ILV_DURATION_FAULT_LONG },
    { "99999999999999999999999999999999999999999999s", ILV_DURATION_FAULT_LONG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 duration_ns = -1;

      g_assert_cmpint (ilv_duration_parse (cases[i].text, &duration_ns), ==, cases[i].fault);
      g_assert_cmpint (duration_ns, ==, -1);
    }
}

static void
test_write (void)
{
  static const struct
  {
    gint64 duration_ns;
    const char *text;
  } cases[] = {
    { 1, "1ns" },
    { 999, "999ns" },
    { 1000, "1µs" },
    { 1001, "1.001µs" },
    { 40000000, "40ms" },
    { 40500000, "40.5ms" },
    { 400000000, "400ms" },
    { 1000000000, "1s" },
    { 1500000000, "1.5s" },
    { 10000000000, "10s" },
    { 1000001000, "1000.001ms" },
    { 1234567891, "1234567.891µs" },
    { ILV_WORKLOAD_MAX_DURATION_NS, "3600s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ilv_duration_format (cases[i].duration_ns);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      gint64 scale = 1;
      gint64 duration_ns;
      gint64 again_ns = -1;
      g_autofree char *text = NULL;

      for (int j = g_test_rand_int_range (0, 10); j > 0; j--)
        scale *= 10;
      duration_ns = scale * g_test_rand_int_range (1, 3600);
      text = ilv_duration_format (duration_ns);
      g_assert_cmpint (ilv_duration_parse (text, &again_ns), ==, ILV_DURATION_FAULT_NONE);
      g_assert_cmpint (again_ns, ==, duration_ns);
    }
}

static void
test_locale (void)
{
  gint64 duration_ns = 0;
  g_autofree char *text = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL && setlocale (LC_NUMERIC, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("no locale with a decimal comma is installed");
      return;
    }
  g_assert_cmpint (ilv_duration_parse ("1.5s", &duration_ns), ==, ILV_DURATION_FAULT_NONE);
  g_assert_cmpint (duration_ns, ==, 1500000000);
  text = ilv_duration_format (duration_ns);
  g_assert_cmpstr (text, ==, "1.5s");
  setlocale (LC_NUMERIC, "C");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workload/duration/read", test_read);
  g_test_add_func ("/workload/duration/faults", test_faults);
  g_test_add_func ("/workload/duration/write", test_write);
  g_test_add_func ("/workload/duration/round-trip", test_round_trip);
  g_test_add_func ("/workload/duration/locale", test_locale);

  return g_test_run ();
}
