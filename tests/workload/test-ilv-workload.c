/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-workload.h"

#include <string.h>

static IlvWorkload *
read_workload (const char *text, GError **error)
{
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, "lesson.md", 10, error);

  return key_file == NULL ? NULL : ilv_workload_new_from_key_file (key_file, error);
}

static IlvWorkload *
read_good_workload (const char *text)
{
  g_autoptr (GError) error = NULL;
  IlvWorkload *workload = read_workload (text, &error);

  g_assert_no_error (error);
  return workload;
}

static void
assert_refused (const char *text, IlvWorkloadError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_workload (text, &error));
  g_assert_error (error, ILV_WORKLOAD_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_step (IlvWorkload *workload,
             guint task,
             guint index,
             IlvStepKind kind,
             gint64 duration_ns,
             guint target)
{
  const IlvStep *step = ilv_workload_get_step (workload, task, index);

  g_assert_cmpint (step->kind, ==, kind);
  g_assert_cmpint (step->duration_ns, ==, duration_ns);
  g_assert_cmpuint (step->target, ==, target);
}

static void
assert_equal (IlvWorkload *one, IlvWorkload *other)
{
  g_assert_cmpuint (ilv_workload_get_n_tasks (one), ==, ilv_workload_get_n_tasks (other));
  for (guint i = 0; i < ilv_workload_get_n_tasks (one); i++)
    {
      guint n_steps = ilv_workload_get_n_steps (one, i);

      g_assert_cmpstr (ilv_workload_get_task_name (one, i), ==,
                       ilv_workload_get_task_name (other, i));
      g_assert_cmpint (ilv_workload_is_spawned (one, i), ==, ilv_workload_is_spawned (other, i));
      g_assert_cmpuint (n_steps, ==, ilv_workload_get_n_steps (other, i));
      g_assert_cmpstrv (ilv_workload_get_step_texts (one, i),
                        ilv_workload_get_step_texts (other, i));
      for (guint j = 0; j < n_steps; j++)
        {
          const IlvStep *step = ilv_workload_get_step (other, i, j);

          assert_step (one, i, j, step->kind, step->duration_ns, step->target);
        }
    }
  g_assert_cmpuint (ilv_workload_get_n_locks (one), ==, ilv_workload_get_n_locks (other));
  for (guint i = 0; i < ilv_workload_get_n_locks (one); i++)
    g_assert_cmpstr (ilv_workload_get_lock_name (one, i), ==,
                     ilv_workload_get_lock_name (other, i));
}

static void
test_read (void)
{
  g_autoptr (IlvWorkload) workload =
    read_good_workload ("[Compare]\n"
                          "Title=Passed over\n"
                          "[Task Brew tea]\n"
                          "Steps=lock the kettle; cpu 40 ms;unlock the kettle ;spawn Drink;\n"
                          "[Tasks]\n"
                          "[Task Drink]\n"
                          "Steps=wait 1.5s; await Brew tea\n");

  g_assert_cmpuint (ilv_workload_get_n_tasks (workload), ==, 2);
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 0), ==, "Brew tea");
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 1), ==, "Drink");
  g_assert_cmpuint (ilv_workload_get_n_steps (workload, 0), ==, 4);
  assert_step (workload, 0, 0, ILV_STEP_LOCK, 0, 0);
  assert_step (workload, 0, 1, ILV_STEP_CPU, 40000000, 0);
  assert_step (workload, 0, 2, ILV_STEP_UNLOCK, 0, 0);
  assert_step (workload, 0, 3, ILV_STEP_SPAWN, 0, 1);
  g_assert_cmpuint (ilv_workload_get_n_steps (workload, 1), ==, 2);
  assert_step (workload, 1, 0, ILV_STEP_WAIT, 1500000000, 0);
  assert_step (workload, 1, 1, ILV_STEP_AWAIT, 0, 0);
  g_assert_cmpstrv (ilv_workload_get_step_texts (workload, 0),
                    ((const char *const[]){ "lock the kettle", "cpu 40ms", "unlock the kettle",
                                            "spawn Drink", NULL }));
  g_assert_cmpuint (ilv_workload_get_n_locks (workload), ==, 1);
  g_assert_cmpstr (ilv_workload_get_lock_name (workload, 0), ==, "the kettle");
  g_assert_false (ilv_workload_is_spawned (workload, 0));
  g_assert_true (ilv_workload_is_spawned (workload, 1));
  g_assert_false (ilv_workload_is_uniform (workload));
  g_assert_cmpint (ilv_workload_get_work_ns (workload), ==, 40000000);
  g_assert_cmpint (ilv_workload_get_sequential_ns (workload), ==, 1540000000);
}

static void
test_count (void)
{
  g_autoptr (IlvWorkload) workload = read_good_workload ("[Task Page]\n"
                                                         "Count=3\n"
                                                         "Steps=cpu 5ms\n"
                                                         "[Task Last]\n"
                                                         "Count=1\n"
                                                         "Steps=await Page 3; await Page 1\n");

  g_assert_cmpuint (ilv_workload_get_n_tasks (workload), ==, 4);
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 0), ==, "Page 1");
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 2), ==, "Page 3");
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 3), ==, "Last 1");
  assert_step (workload, 2, 0, ILV_STEP_CPU, 5000000, 0);
  assert_step (workload, 3, 0, ILV_STEP_AWAIT, 0, 2);
  assert_step (workload, 3, 1, ILV_STEP_AWAIT, 0, 0);
  g_assert_cmpint (ilv_workload_get_work_ns (workload), ==, 15000000);
}

static void
test_uniform (void)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (703, 400000000);
  g_autoptr (IlvWorkload) most = ilv_workload_new_uniform (ILV_WORKLOAD_MAX_TASKS,
                                                           ILV_WORKLOAD_MAX_DURATION_NS);
  g_autoptr (IlvWorkload) uneven = read_good_workload ("[Task A]\nSteps=cpu 1ms\n"
                                                       "[Task B]\nSteps=cpu 2ms\n");
  g_autoptr (IlvWorkload) longer = read_good_workload ("[Task A]\nSteps=cpu 1ms; cpu 1ms\n");
  g_autoptr (IlvWorkload) waiting = read_good_workload ("[Task A]\nSteps=wait 1ms\n");

  g_assert_cmpuint (ilv_workload_get_n_tasks (workload), ==, 703);
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 0), ==, "A");
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 25), ==, "Z");
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 26), ==, "AA");
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 27), ==, "AB");
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 701), ==, "ZZ");
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 702), ==, "AAA");
  assert_step (workload, 702, 0, ILV_STEP_CPU, 400000000, 0);
  g_assert_cmpstr (ilv_workload_get_step_texts (workload, 1)[0], ==, "cpu 400ms");
  g_assert_true (ilv_workload_is_uniform (workload));
  g_assert_cmpint (ilv_workload_get_work_ns (workload), ==, G_GINT64_CONSTANT (703) * 400000000);
  g_assert_cmpint (ilv_workload_get_sequential_ns (most), ==,
                   ILV_WORKLOAD_MAX_DURATION_NS * ILV_WORKLOAD_MAX_TASKS);
  g_assert_false (ilv_workload_is_uniform (uneven));
  g_assert_false (ilv_workload_is_uniform (longer));
  g_assert_false (ilv_workload_is_uniform (waiting));
}

static void
test_step_faults (void)
{
  static const struct
  {
    const char *step;
    const char *message;
  } cases[] = {
    { "cpu 40", "“cpu 40” has no unit; write for example “cpu 40ms”" },
    { "wait  40", "“wait  40” has no unit; write for example “wait 40ms”" },
    { "cpu", "“cpu” has no number of its time; write for example “cpu 40ms”" },
    { "cpu soon", "“cpu soon” has no number of its time; write for example “cpu 40ms”" },
    { "cpu -1s", "“cpu -1s” has no number of its time; write for example “cpu 40ms”" },
    { "wait 1 h",
      "“wait 1 h” has no known unit (s, ms, µs or ns); write for example “wait 40ms”" },
    { "cpu 0s", "“cpu 0s” takes no time; write for example “cpu 40ms”" },
    { "cpu 0.1ns", "“cpu 0.1ns” is finer than a nanosecond; write for example “cpu 40ms”" },
    { "cpu 3601s", "“cpu 3601s” is longer than an hour; write for example “cpu 40ms”" },
    { "CPU 40ms", "“CPU 40ms” is no step; a step begins with cpu, wait, block, get, read, write, "
                  "query, ask, paint, add, lock, unlock, await or spawn" },
    { "cpu40ms", "“cpu40ms” is no step; a step begins with cpu, wait, block, get, read, write, "
                 "query, ask, paint, add, lock, unlock, await or spawn" },
    { "lock", "“lock” names no lock; write for example “lock L”" },
    { "unlock ", "“unlock” names no lock; write for example “unlock L”" },
    { "lock [L]", "“lock [L]” has no good name of a lock; write 1 to 40 characters without “;”, "
                  "“[”, “]” and control characters" },
    { "await", "“await” names no task; write for example “await B”" },
    { "cpu 1ms; ;cpu 1ms", "There is one “;” too many; take it out" },
    { ";", "There is one “;” too many; take it out" },
    { "", "Nothing stands after the “=”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("[Task A]\nSteps=%s\n", cases[i].step);
      g_autofree char *message = g_strdup_printf ("lesson.md:11: Steps: %s", cases[i].message);

      assert_refused (text, ILV_WORKLOAD_ERROR_SYNTAX, message);
    }
  assert_refused ("[Task A]\n", ILV_WORKLOAD_ERROR_SYNTAX,
                  "lesson.md:10: [Task A]: The key “Steps” is missing");
  assert_refused ("[Task A]\nCount=0\nSteps=cpu 1s\n", ILV_WORKLOAD_ERROR_SYNTAX,
                  "lesson.md:11: Count: “0” is no whole number from 1 to 1000");
}

static void
test_names (void)
{
  g_autofree char *longest = g_strnfill (40, 'n');
  g_autofree char *good = g_strdup_printf ("[Task %s]\nSteps=cpu 1ms\n"
                                           "[Task ä = 🫖]\nSteps=await %s\n",
                                           longest, longest);
  g_autofree char *bad = g_strdup_printf ("[Task %sn]\nSteps=cpu 1ms\n", longest);
  g_autofree char *bad_message =
    g_strdup_printf ("lesson.md:10: [Task %sn]: “%sn” cannot be a task's name; write 1 to 40 "
                       "characters without “;”, “[”, “]” and control characters",
                       longest, longest);
  g_autoptr (IlvWorkload) workload = read_good_workload (good);

  g_assert_cmpstr (ilv_workload_get_task_name (workload, 0), ==, longest);
  g_assert_cmpstr (ilv_workload_get_task_name (workload, 1), ==, "ä = 🫖");
  assert_refused (bad, ILV_WORKLOAD_ERROR_SYNTAX, bad_message);
  assert_refused ("[Task ]\nSteps=cpu 1ms\n", ILV_WORKLOAD_ERROR_SYNTAX,
                  "lesson.md:10: [Task ]: “” cannot be a task's name; write 1 to 40 characters "
                  "without “;”, “[”, “]” and control characters");
  assert_refused ("[Task A;B]\nSteps=cpu 1ms\n", ILV_WORKLOAD_ERROR_SYNTAX,
                  "lesson.md:10: [Task A;B]: “A;B” cannot be a task's name; write 1 to 40 "
                  "characters without “;”, “[”, “]” and control characters");
}

static void
test_meaning_faults (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "[Compare]\nLeft=x\n", "lesson.md:10: There is no task; add a group such as “[Task A]” with a "
                             "line such as “Steps=cpu 40ms”" },
    { "[Task A]\nSteps=cpu 1ms\n[Task  A]\nSteps=cpu 1ms\n",
      "lesson.md:12: [Task  A]: There are two tasks named “A”; rename one" },
    { "[Task A]\nCount=2\nSteps=cpu 1ms\n[Task A 2]\nSteps=cpu 1ms\n",
      "lesson.md:13: [Task A 2]: There are two tasks named “A 2”; rename one" },
    { "[Task A]\nSteps=await B\n",
      "lesson.md:11: Steps: “await B” names a task that there is not; add a group “[Task B]”" },
    { "[Task A]\nSteps=cpu 1ms; await A\n",
      "lesson.md:11: Steps: “await A” names the task itself; name another" },
    { "[Task A]\nSteps=spawn A\n",
      "lesson.md:11: Steps: “spawn A” names the task itself; name another" },
    { "[Task A]\nSteps=await B\n[Task B]\nCount=2\nSteps=cpu 1ms\n",
      "lesson.md:11: Steps: “await B” names a group of 2 tasks; write for example “await B 1”" },
    { "[Task A]\nSteps=spawn B\n[Task B]\nCount=1\nSteps=cpu 1ms\n",
      "lesson.md:11: Steps: “spawn B” names a group of 1 task; write “spawn B 1”" },
    { "[Task A]\nSteps=spawn C\n[Task B]\nSteps=spawn C\n[Task C]\nSteps=cpu 1ms\n",
      "lesson.md:13: Steps: “spawn C” starts a task that “A” has started already; take one of the "
      "two out" },
    { "[Task A]\nCount=2\nSteps=spawn B\n[Task B]\nSteps=cpu 1ms\n",
      "lesson.md:12: Steps: “spawn B” starts a task that “A 1” has started already; take one of the "
      "two out" },
    { "[Task R]\nSteps=cpu 1ms\n[Task A]\nSteps=spawn B\n[Task B]\nSteps=spawn A\n",
      "lesson.md:12: [Task A]: “A” never starts, because “B”, which is to start it, never starts "
      "either; take a “spawn” out" },
    { "[Task C]\nSteps=cpu 1ms\n[Task A]\nSteps=spawn B;spawn C\n[Task B]\nSteps=spawn A\n",
      "lesson.md:10: [Task C]: “C” never starts, because “A”, which is to start it, never starts "
      "either; take a “spawn” out" },
    { "[Task A]\nSteps=lock L; cpu 1ms; lock L; unlock L\n",
      "lesson.md:11: Steps: “lock L” takes a lock that the task already holds; write “unlock L” "
      "before it" },
    { "[Task A]\nSteps=lock L; unlock L; unlock L\n",
      "lesson.md:11: Steps: “unlock L” gives back a lock that the task does not hold; write “lock "
      "L” before it" },
    { "[Task A]\nSteps=lock L; lock M; unlock L\n",
      "lesson.md:11: Steps: “lock M” takes a lock that is never given back; write “unlock M” after "
      "it" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, ILV_WORKLOAD_ERROR_MEANING, cases[i].message);
}

/* What stalls when it is run is a lesson, not a fault. */
static void
test_legal_stalls (void)
{
  static const char *const texts[] = {
    "[Task A]\nSteps=await B\n[Task B]\nSteps=await A\n",
    "[Task A]\nSteps=lock L;lock M;unlock M;unlock L\n[Task B]\nSteps=lock M;lock L;unlock L;unlock "
    "M\n",
    "[Task A]\nSteps=lock L;await B;unlock L\n[Task B]\nSteps=lock L;unlock L\n",
    "[Task A]\nSteps=await B; spawn B\n[Task B]\nSteps=cpu 1ms\n",
    "[Task A]\nSteps=lock L;unlock L;lock L;unlock L\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (IlvWorkload) workload = read_good_workload (texts[i]);

      g_assert_cmpuint (ilv_workload_get_n_tasks (workload), >, 0);
    }
}

static char *
make_text_with_steps (guint n_steps)
{
  GString *text = g_string_new ("[Task A]\nSteps=");

  for (guint i = 0; i < n_steps; i++)
    g_string_append (text, "cpu 1ms;");
  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *most_steps = make_text_with_steps (1000);
  g_autofree char *too_many_steps = make_text_with_steps (1001);
  g_autoptr (IlvWorkload) steps = read_good_workload (most_steps);
  g_autoptr (IlvWorkload) tasks = read_good_workload ("[Task A]\nCount=1000\nSteps=cpu 3600s\n");

  g_assert_cmpuint (ilv_workload_get_n_steps (steps, 0), ==, 1000);
  g_assert_cmpuint (ilv_workload_get_n_tasks (tasks), ==, 1000);
  assert_refused (too_many_steps, ILV_WORKLOAD_ERROR_MEANING,
                  "lesson.md:11: Steps: “cpu 1ms” is one step too many; a task can have 1000");
  assert_refused ("[Task A]\nCount=1000\nSteps=cpu 1ms\n[Task B]\nSteps=cpu 1ms\n",
                  ILV_WORKLOAD_ERROR_MEANING,
                  "lesson.md:13: [Task B]: With this there are more than 1000 tasks; take some out");
}

/* Names that need escapes in a key file, and those that look like something else. */
static const char *const odd_names[] = { "A", "a\\b", "Zwei  Worte", "ä=ö", "#7", "cpu 1ms", "🫖",
                                         "\\", "s\\", "=", "Task", "'\"“”" };

static char *
make_random_steps (guint task, guint n_tasks, gboolean *spawned)
{
  GString *steps = g_string_new (NULL);

  for (int i = g_test_rand_int_range (1, 8); i > 0; i--)
    {
      guint other = g_test_rand_int_range (0, n_tasks);
      g_autofree char *other_name = g_strescape (odd_names[other], "\303\244\266\360\237\253\226"
                                                                   "\342\200\234\235'\"");
      g_autofree char *lock = g_strdup_printf ("L %d", g_test_rand_int_range (0, 4));

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          g_string_append_printf (steps, "cpu %d.%03dms;", g_test_rand_int_range (0, 5000),
                                  g_test_rand_int_range (1, 1000));
          break;
        case 1:
          g_string_append_printf (steps, " wait %d ns ;", g_test_rand_int_range (1, 2000));
          break;
        case 2:
          g_string_append_printf (steps, "lock %s; unlock %s;", lock, lock);
          break;
        case 3:
          if (other != task)
            g_string_append_printf (steps, "await %s;", other_name);
          break;
        default:
          /* Only a task after this one, so that each can be started. */
          if (other > task && !spawned[other])
            {
              spawned[other] = TRUE;
              g_string_append_printf (steps, "spawn %s;", other_name);
            }
        }
    }
  if (steps->len == 0)
    g_string_append (steps, "cpu 1ms");
  return g_string_free (steps, FALSE);
}

static char *
make_random_text (void)
{
  GString *text = g_string_new (NULL);
  guint n_tasks = g_test_rand_int_range (1, G_N_ELEMENTS (odd_names) + 1);
  gboolean spawned[G_N_ELEMENTS (odd_names)] = { FALSE };

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *steps = make_random_steps (i, n_tasks, spawned);

      g_string_append_printf (text, "[Task %s]\nSteps=%s\n", odd_names[i], steps);
    }
  return g_string_free (text, FALSE);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *text = make_random_text ();
      g_autoptr (IlvWorkload) workload = read_good_workload (text);
      g_autofree char *written = ilv_workload_to_text (workload);
      g_autoptr (IlvWorkload) again = read_good_workload (written);
      g_autofree char *written_again = ilv_workload_to_text (again);

      assert_equal (workload, again);
      g_assert_cmpstr (written, ==, written_again);
    }
}

static void
test_uniform_round_trip (void)
{
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (30, 123456789);
  g_autofree char *text = ilv_workload_to_text (workload);
  g_autoptr (IlvWorkload) again = read_good_workload (text);

  assert_equal (workload, again);
}

static void
mutate (GString *text)
{
  for (int i = g_test_rand_int_range (1, 6); i > 0 && text->len > 0; i--)
    {
      gsize at = g_test_rand_int_range (0, text->len);
      gsize length = g_test_rand_int_range (1, (int) MIN (20, text->len - at) + 1);
      g_autofree char *piece = g_strndup (text->str + at, length);

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          text->str[at] = (char) g_test_rand_int_range (1, 256);
          break;
        case 1:
          g_string_erase (text, at, length);
          break;
        case 2:
          g_string_insert (text, g_test_rand_int_range (0, text->len + 1), piece);
          break;
        default:
          g_string_insert_c (text, at, "0129;[]=#\n \\.mns"[g_test_rand_int_range (0, 16)]);
        }
    }
}

/* Whatever the text is: a workload that can be written and read again, or an error. */
static void
test_garbage (void)
{
  guint n_good = 0;
  guint n_bad = 0;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *start = make_random_text ();
      g_autoptr (GString) text = g_string_new (start);
      g_autoptr (GError) error = NULL;
      g_autoptr (IlvWorkload) workload = NULL;

      mutate (text);
      workload = read_workload (text->str, &error);
      g_assert_true ((workload == NULL) == (error != NULL));
      if (workload != NULL)
        {
          g_autofree char *written = ilv_workload_to_text (workload);
          g_autoptr (IlvWorkload) again = read_good_workload (written);

          assert_equal (workload, again);
          n_good++;
          continue;
        }
      g_assert_cmpint (error->domain, ==, ILV_WORKLOAD_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "lesson.md:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      n_bad++;
    }
  g_assert_cmpuint (n_good, >, 100);
  g_assert_cmpuint (n_bad, >, 1000);
}

static void
test_random_bytes (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (i % 2 == 0 ? "[Task A]\nSteps=" : "");
      g_autoptr (GError) error = NULL;
      g_autoptr (IlvWorkload) workload = NULL;

      for (int j = g_test_rand_int_range (0, 100); j > 0; j--)
        g_string_append_c (text, (char) g_test_rand_int_range (1, i % 4 == 0 ? 256 : 128));
      workload = read_workload (text->str, &error);
      g_assert_true ((workload == NULL) == (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workload/workload/read", test_read);
  g_test_add_func ("/workload/workload/count", test_count);
  g_test_add_func ("/workload/workload/uniform", test_uniform);
  g_test_add_func ("/workload/workload/step-faults", test_step_faults);
  g_test_add_func ("/workload/workload/names", test_names);
  g_test_add_func ("/workload/workload/meaning-faults", test_meaning_faults);
  g_test_add_func ("/workload/workload/legal-stalls", test_legal_stalls);
  g_test_add_func ("/workload/workload/limits", test_limits);
  g_test_add_func ("/workload/workload/round-trip", test_round_trip);
  g_test_add_func ("/workload/workload/uniform-round-trip", test_uniform_round_trip);
  g_test_add_func ("/workload/workload/garbage", test_garbage);
  g_test_add_func ("/workload/workload/random-bytes", test_random_bytes);

  return g_test_run ();
}
