/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-machine-text.h"

static void
test_tasks (void)
{
  static const struct
  {
    const char *text;
    gint64 runnable;
    gint64 tasks;
  } cases[] = {
    { "0.05 0.10 0.09 3/412 12345\n", 3, 412 },
    { "12.00 8.5 7 40/12000 9", 40, 12000 },
    { "0 0 0 1/1", 1, 1 },
    { "0 0 0 1/1\n", 1, 1 },
    { NULL, -1, -1 },
    { "", -1, -1 },
    { "\n", -1, -1 },
    { "0.05 0.10 0.09", -1, -1 },
    { "0.05 0.10 0.09 3 412 12345", -1, -1 },
    { "0.05 0.10 0.09 3/ 12345", -1, -1 },
    { "0.05 0.10 0.09 /412 12345", -1, -1 },
    { "0.05 0.10 0.09 -3/412 12345", -1, -1 },
    { "0.05 0.10 0.09 3/412x 12345", -1, -1 },
    { "0.05 0.10 0.09 3/99999999999999999999 1", -1, -1 },
    { "a b c d e f", -1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 runnable = 77, tasks = 77;

      ilv_machine_text_read_tasks (cases[i].text, &runnable, &tasks);
      g_assert_cmpint (runnable, ==, cases[i].runnable);
      g_assert_cmpint (tasks, ==, cases[i].tasks);
    }
}

static void
test_number (void)
{
  static const char text[] = "cpu  1 2 3\nctxt 1491620\nbtime 5\nprocs_running 7\nThreads:\t14\n"
                             "empty\nnothing \nword abc\nbelow -4\nbehind 12 13\nlast 9";
  static const struct
  {
    const char *key;
    gint64 number;
  } cases[] = {
    { "ctxt", 1491620 }, { "procs_running", 7 }, { "Threads:", 14 }, { "behind", 12 },
    { "last", 9 },       { "ctx", -1 },          { "empty", -1 },    { "nothing", -1 },
    { "word", -1 },      { "below", -1 },        { "missing", -1 },  { "running", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ilv_machine_text_read_number (text, cases[i].key), ==, cases[i].number);
  g_assert_cmpint (ilv_machine_text_read_number (NULL, "ctxt"), ==, -1);
  g_assert_cmpint (ilv_machine_text_read_number ("", "ctxt"), ==, -1);
  g_assert_cmpint (ilv_machine_text_read_number ("ctxt", "ctxt"), ==, -1);
}

static void
test_processors (void)
{
  g_autoptr (GArray) counts =
    ilv_machine_text_read_processors ("cpu  9 9 9 9 9 9 9 9 9 9\n"
                                      "cpu0 1 2 4 8 16 32 64 128 256 512\n"
                                      "cpu3 10 20 30 40\n"
                                      "cpu12 1 1 1\n"
                                      "cpu 5 1 1 1 1\n"
                                      "cpux 1 2 3 4\n"
                                      "cpu-1 1 2 3 4\n"
                                      "cpu7x 1 2 3 4\n"
                                      "cpu99999999999 1 2 3 4\n"
                                      "intr 1 2 3 4 5\n"
                                      "cpu5 1 2 3 4 5 garbage\n"
                                      "cpu6 1 2");
  static const IlvProcessorCount expected[] = {
    { .number = 0, .busy = 1 + 2 + 4 + 32 + 64 + 128, .total = 255 },
    { .number = 3, .busy = 60, .total = 100 },
    { .number = 5, .busy = 6, .total = 15 },
  };

  g_assert_cmpuint (counts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < counts->len; i++)
    {
      const IlvProcessorCount *count = &g_array_index (counts, IlvProcessorCount, i);

      g_assert_cmpint (count->number, ==, expected[i].number);
      g_assert_cmpint (count->busy, ==, expected[i].busy);
      g_assert_cmpint (count->total, ==, expected[i].total);
    }
}

static void
test_no_processors (void)
{
  static const char *const texts[] = {
    NULL, "", "\n\n", "cpu", "cpu0", "cpu0\n", "\xff\xfe cpu0 1 2"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) counts = ilv_machine_text_read_processors (texts[i]);

      g_assert_cmpuint (counts->len, ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/machine-text/tasks", test_tasks);
  g_test_add_func ("/runner/machine-text/number", test_number);
  g_test_add_func ("/runner/machine-text/processors", test_processors);
  g_test_add_func ("/runner/machine-text/no-processors", test_no_processors);
  return g_test_run ();
}
