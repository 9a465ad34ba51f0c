/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-computer-text.h"

static IlvMachineSample *
create_sample (guint n_processors, guint n_allowed, int n_cores)
{
  IlvMachineSample *sample = g_new0 (IlvMachineSample, 1);

  sample->processors = g_array_new (FALSE, FALSE, sizeof (IlvProcessorUse));
  sample->n_cores = n_cores;
  for (guint i = 0; i < n_processors; i++)
    {
      IlvProcessorUse use = { .number = i, .is_allowed = i < n_allowed };

      g_array_append_val (sample->processors, use);
    }
  return sample;
}

static void
test_machine (void)
{
  static const struct
  {
    guint n_processors;
    guint n_allowed;
    int n_cores;
    const char *text;
    const char *name;
  } cases[] = {
    { 1, 1, 1, "This computer has 1 core.", "Core 0" },
    { 2, 2, 2, "This computer has 2 cores.", "Core 0" },
    { 8, 8, 4, "This computer has 4 cores, which work as 8 processors.", "Processor 0" },
    { 2, 2, 1, "This computer has 1 core, which works as 2 processors.", "Processor 0" },
    { 4, 4, -1, "This computer has 4 processors.", "Core 0" },
    { 1, 1, -1, "This computer has 1 processor.", "Core 0" },
    { 4, 2, 4, "This computer has 4 cores. Interleave may use 2 of them.", "Core 0" },
    { 0, 0, -1, "What processors this computer has cannot be read here.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvMachineSample) sample =
        create_sample (cases[i].n_processors, cases[i].n_allowed, cases[i].n_cores);
      g_autofree char *text = ilv_computer_text_describe_machine (sample);
      g_autofree char *name = NULL;

      g_assert_cmpstr (text, ==, cases[i].text);
      if (cases[i].n_processors > 0)
        name = ilv_computer_text_get_processor_name (sample, 0);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_tasks (void)
{
  static const struct
  {
    gint64 n_tasks;
    gint64 n_runnable;
    const char *text;
  } cases[] = {
    { 412, 3,
      "Right now 412 tasks exist. 3 of them want a processor; only 2 can have one at a time." },
    { 412, 2, "Right now 412 tasks exist. 2 of them want a processor and have one." },
    { 412, 1, "Right now 412 tasks exist. 1 of them wants a processor and has one." },
    { 412, -1,
      "Right now 412 tasks exist. How many of them want a processor cannot be read here." },
    { 1, 1, "Right now 1 task exists. 1 of them wants a processor and has one." },
    { -1, 3, "How many tasks there are cannot be read here." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvMachineSample) sample = create_sample (2, 2, 2);
      g_autofree char *text = NULL;

      sample->n_tasks = cases[i].n_tasks;
      sample->n_runnable = cases[i].n_runnable;
      text = ilv_computer_text_describe_tasks (sample);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_sandbox (void)
{
  g_autoptr (IlvMachineSample) sample = create_sample (2, 2, 2);
  g_autofree char *text = NULL;

  sample->n_tasks = 412;
  sample->n_runnable = 2;
  sample->is_sandboxed = TRUE;
  text = ilv_computer_text_describe_tasks (sample);
  g_assert_cmpstr (text, ==,
                   "Right now 412 tasks exist. 2 of them want a processor and have one. Interleave runs "
                   "in a sandbox, so it may count them but not see what they are.");
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_numbers (void)
{
  assert_text (ilv_computer_text_format_share (0), "0 %");
  assert_text (ilv_computer_text_format_share (0.376), "38 %");
  assert_text (ilv_computer_text_format_share (1), "100 %");
  assert_text (ilv_computer_text_format_share (-1), "–");
  assert_text (ilv_computer_text_format_number (0), "0");
  assert_text (ilv_computer_text_format_number (412.4), "412");
  assert_text (ilv_computer_text_format_number (-1), "–");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/computer-text/machine", test_machine);
  g_test_add_func ("/ui/computer-text/tasks", test_tasks);
  g_test_add_func ("/ui/computer-text/sandbox", test_sandbox);
  g_test_add_func ("/ui/computer-text/numbers", test_numbers);
  return g_test_run ();
}
