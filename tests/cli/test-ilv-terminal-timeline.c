/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-terminal-timeline.h"

#include <locale.h>
#include <string.h>

#include "ilv-terminal-cell.h"
#include "ilv-terminal-legend.h"
#include "ilv-terminal-ruler.h"
#include "ilv-text-report.h"

#define MS G_GINT64_CONSTANT (1000000)

/* With "Core 0 " before it, a lane of 40 columns has 33 cells of 10 ms. */
#define DURATION_NS (330 * MS)

static const IlvTerminal plain = { 40, ILV_TERMINAL_COLOUR_NONE, TRUE, TRUE };
static const IlvTerminal ascii = { 40, ILV_TERMINAL_COLOUR_NONE, FALSE, TRUE };
static const IlvTerminal coloured = { 40, ILV_TERMINAL_COLOUR_TRUE, TRUE, TRUE };

typedef struct
{
  int start_ms;
  int end_ms;
  guint task;
  IlvState state;
  int processor;
} Piece;

static IlvTrace *
create_trace (guint n_tasks, const Piece *pieces, guint n_pieces)
{
  const char *steps[] = { "cpu 400ms", NULL };
  IlvTraceInfo *info = ilv_trace_info_new ("time-sliced", 2);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));

  for (guint i = 0; i < n_tasks; i++)
    {
      char name[] = { 'A' + i % 26, '\0' };

      ilv_trace_info_add_task (info, name, steps);
    }
  ilv_trace_info_add_worker (info, "Worker 1", 4711, 0);
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  for (guint i = 0; i < n_pieces; i++)
    {
      IlvSpan span = {
        .start_ns = pieces[i].start_ms * MS,
        .end_ns = pieces[i].end_ms * MS,
        .task = pieces[i].task,
        .worker = 0,
        .processor = pieces[i].processor,
        .step = 0,
        .peer = ILV_NO_PEER,
        .state = pieces[i].state,
      };

      g_array_append_val (spans, span);
    }
  return ilv_trace_new (info, spans, NULL);
}

static char *
paint (const IlvTerminal *terminal, IlvTrace *trace, IlvGrouping grouping, guint label_width)
{
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, grouping);
  const IlvTerminalTimeline timeline = { terminal, index, DURATION_NS, label_width };
  GString *output = g_string_new (NULL);

  ilv_terminal_timeline_append (&timeline, output);
  return g_string_free (output, FALSE);
}

static char *
strip_escapes (const char *text)
{
  GString *stripped = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (*text == '\033')
      text = strchr (text, 'm');
    else
      g_string_append_c (stripped, *text);
  return g_string_free (stripped, FALSE);
}

static void
test_plain (void)
{
  static const Piece pieces[] = {
    { 0, 100, 0, ILV_STATE_RUNNING, 0 },
    { 100, 200, 1, ILV_STATE_RUNNING, 0 },
    { 200, 320, 0, ILV_STATE_RUNNING, 0 },
  };
  g_autoptr (IlvTrace) trace = create_trace (2, pieces, G_N_ELEMENTS (pieces));
  g_autofree char *text = paint (&plain, trace, ILV_GROUPING_PROCESSOR, 6);
  g_autofree char *ascii_text = paint (&ascii, trace, ILV_GROUPING_PROCESSOR, 6);

  g_assert_cmpstr (text, ==,
                   "       0 ms      100       200       300\n"
                   "       ├─────────┼─────────┼─────────┼──\n"
                   "Core 0 AAAAAAAAAABBBBBBBBBBAAAAAAAAAAAA\n");
  g_assert_cmpstr (ascii_text, ==,
                   "       0 ms      100       200       300\n"
                   "       |---------|---------|---------|--\n"
                   "Core 0 AAAAAAAAAABBBBBBBBBBAAAAAAAAAAAA\n");
}

static void
test_states (void)
{
  static const Piece pieces[] = {
    { 0, 100, 0, ILV_STATE_RUNNING, 0 },
    { 0, 50, 1, ILV_STATE_READY, ILV_NO_PROCESSOR },
    { 50, 150, 1, ILV_STATE_BLOCKED, ILV_NO_PROCESSOR },
    { 150, 210, 1, ILV_STATE_WAITING, ILV_NO_PROCESSOR },
    { 210, 330, 1, ILV_STATE_RUNNING, 0 },
  };
  g_autoptr (IlvTrace) trace = create_trace (2, pieces, G_N_ELEMENTS (pieces));
  g_autofree char *text = paint (&plain, trace, ILV_GROUPING_TASK, 6);
  g_autofree char *escaped = paint (&coloured, trace, ILV_GROUPING_TASK, 6);
  g_autofree char *signs = strip_escapes (escaped);

  g_assert_cmpstr (strchr (strchr (text, '\n') + 1, '\n'), ==,
                   "\n"
                   "A      AAAAAAAAAA\n"
                   "B      .....xxxxxxxxxx------BBBBBBBBBBBB\n");
  g_assert_cmpstr (strchr (strchr (signs, '\n') + 1, '\n'), ==,
                   "\n"
                   "A          A     \n"
                   "B      ·····╳╳╳╳╳╳╳╳╳╳──────     B      \n");
}

/* What is narrower than a cell: the task with the most time has it, and a short one alone is seen
 * all the same. */
static void
test_mixed (void)
{
  static const Piece pieces[] = {
    { 0, 4, 0, ILV_STATE_RUNNING, 0 },     { 4, 10, 1, ILV_STATE_RUNNING, 0 },
    { 10, 16, 0, ILV_STATE_RUNNING, 0 },   { 16, 20, 1, ILV_STATE_RUNNING, 0 },
    { 155, 157, 0, ILV_STATE_RUNNING, 0 }, { 198, 201, 1, ILV_STATE_RUNNING, 0 },
  };
  g_autoptr (IlvTrace) trace = create_trace (2, pieces, G_N_ELEMENTS (pieces));
  g_autofree char *text = paint (&plain, trace, ILV_GROUPING_PROCESSOR, 6);

  g_assert_cmpstr (strstr (text, "Core"), ==, "Core 0 BA             A   B\n");
}

/* Tasks 0 and 8 have one colour; their letters must be their own. */
static void
test_letters_of_one_colour (void)
{
  static const Piece pieces[] = {
    { 0, 100, 0, ILV_STATE_RUNNING, 0 },
    { 100, 200, 8, ILV_STATE_RUNNING, 0 },
    { 200, 204, 0, ILV_STATE_RUNNING, 0 },
    { 204, 210, 8, ILV_STATE_RUNNING, 0 },
  };
  g_autoptr (IlvTrace) trace = create_trace (9, pieces, G_N_ELEMENTS (pieces));
  g_autofree char *text = paint (&plain, trace, ILV_GROUPING_PROCESSOR, 6);

  g_assert_cmpstr (strstr (text, "Core"), ==, "Core 0 AAAAAAAAAAIIIIIIIIIII\n");
}

static void
append_colours (
  GString *expected, const char *text, int foreground, int background, gboolean reversed)
{
  IlvColour before = { 0 };
  IlvColour after = { 0 };
  IlvTerminalStyle style = { NULL, NULL, FALSE, reversed };

  if (foreground >= 0)
    {
      before = ilv_palette_get_colour (foreground, TRUE);
      style.foreground = &before;
    }
  if (background >= 0)
    {
      after = ilv_palette_get_colour (background, TRUE);
      style.background = &after;
    }
  ilv_terminal_append_style (&coloured, expected, &style);
  g_string_append (expected, text);
}

/* Cells of half A and half B, of nothing and then B, and of A and then nothing. */
static void
test_split (void)
{
  static const Piece pieces[] = {
    { 100, 105, 0, ILV_STATE_RUNNING, 0 },
    { 105, 110, 1, ILV_STATE_RUNNING, 0 },
    { 115, 120, 1, ILV_STATE_RUNNING, 0 },
    { 120, 125, 0, ILV_STATE_RUNNING, 0 },
  };
  g_autoptr (IlvTrace) trace = create_trace (2, pieces, G_N_ELEMENTS (pieces));
  g_autofree char *text = paint (&coloured, trace, ILV_GROUPING_PROCESSOR, 6);
  g_autoptr (GString) expected = g_string_new ("Core 0 ");

  for (guint i = 0; i < 10; i++)
    append_colours (expected, " ", -1, -1, FALSE);
  append_colours (expected, "▌", 0, 1, FALSE);
  append_colours (expected, "▌", 1, -1, TRUE);
  append_colours (expected, "▌", 0, -1, FALSE);
  g_string_append (expected, "\033[0m\n");
  g_assert_cmpstr (strstr (text, "Core"), ==, expected->str);
}

static void
assert_chosen (const int *parts, int before, int after, guint split)
{
  IlvTerminalCell cell;

  ilv_terminal_cell_choose (&cell, parts);
  g_assert_cmpint (cell.before, ==, before);
  g_assert_cmpint (cell.after, ==, after);
  g_assert_cmpuint (cell.split, ==, split);
}

static void
test_choose (void)
{
  const int ready = ILV_PAINT_CLASS (ILV_STATE_READY, 0);
  const int parts[][ILV_TERMINAL_CELL_PARTS] = {
    { -1, -1, -1, -1, -1, -1, -1, -1 },
    { 0, 0, 0, 0, 0, 0, 0, 0 },
    { 0, 0, 0, 1, 1, 1, 1, 1 },
    { 0, 1, 0, 1, 0, 1, 0, 0 },
    { -1, -1, 2, 2, 2, 2, 2, 2 },
    { -1, -1, -1, 2, -1, -1, -1, -1 },
    { ready, ready, ready, ready, ready, 1, 1, 1 },
    { ready, ready, ready, 1, 1, 1, 1, 1 },
    { -1, -1, ready, -1, -1, -1, -1, -1 },
  };

  assert_chosen (parts[0], -1, -1, 8);
  assert_chosen (parts[1], 0, 0, 8);
  assert_chosen (parts[2], 0, 1, 3);
  assert_chosen (parts[3], 0, 0, 8);
  assert_chosen (parts[4], -1, 2, 2);
  assert_chosen (parts[5], 2, -1, 1);
  assert_chosen (parts[6], ready, ready, 8);
  assert_chosen (parts[7], -1, 1, 3);
  assert_chosen (parts[8], ready, ready, 8);
}

static void
assert_ruler (guint n_columns, gint64 duration_ns, const char *expected)
{
  g_autoptr (GString) output = g_string_new (NULL);

  ilv_terminal_ruler_append (&ascii, output, 1, n_columns, duration_ns);
  g_assert_cmpstr (output->str, ==, expected);
}

static void
test_ruler (void)
{
  assert_ruler (20, 0, " 0 ns\n |-------------------\n");
  assert_ruler (20, 20 * MS, " 0 ms      10\n |---------|---------\n");
  assert_ruler (20, 2000 * MS, " 0 s       1\n |---------|---------\n");
  assert_ruler (20, 2000, " 0 us      1\n |---------|---------\n");
  assert_ruler (20, G_MAXINT64 / 4, " 0 s     1000000000\n |-------|--------|--\n");
}

static void
test_letters (void)
{
  static const char *const names[] = { "A", "B", "é", "x", "-", "Fetch", "", "日" };
  g_autoptr (IlvTraceInfo) info = ilv_trace_info_new ("model", 1);
  const char *steps[] = { NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ilv_trace_info_add_task (info, names[i], steps);
  g_assert_cmpuint (ilv_terminal_get_letter (&plain, info, 0), ==, 'A');
  g_assert_cmpuint (ilv_terminal_get_letter (&plain, info, 1), ==, 'B');
  g_assert_cmpuint (ilv_terminal_get_letter (&plain, info, 2), ==, 0xe9);
  g_assert_cmpuint (ilv_terminal_get_letter (&ascii, info, 2), ==, 'C');
  for (guint i = 3; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (ilv_terminal_get_letter (&plain, info, i), ==, 'A' + i);

  for (guint i = G_N_ELEMENTS (names); i < 200; i++)
    {
      gunichar letter;

      ilv_trace_info_add_task (info, "longer", steps);
      letter = ilv_terminal_get_letter (&plain, info, i);
      g_assert_true (letter != 'x' && g_unichar_isalnum (letter));
      if (i < 61)
        g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (letter)));
    }
}

static void
test_legend (void)
{
  static const Piece pieces[] = {
    { 0, 100, 0, ILV_STATE_RUNNING, 0 },
    { 0, 100, 1, ILV_STATE_READY, ILV_NO_PROCESSOR },
  };
  g_autoptr (IlvTrace) trace = create_trace (2, pieces, G_N_ELEMENTS (pieces));
  g_autoptr (GString) nothing = g_string_new (NULL);
  g_autoptr (GString) states = g_string_new (NULL);
  g_autoptr (GString) colours = g_string_new (NULL);
  g_autofree char *stripped = NULL;
  g_autofree char *expected = g_strdup_printf (". = %s\n", ilv_state_get_label (ILV_STATE_READY));

  ilv_terminal_legend_append (&plain, nothing, &trace, 1, FALSE);
  g_assert_cmpstr (nothing->str, ==, "");
  ilv_terminal_legend_append (&plain, states, &trace, 1, TRUE);
  g_assert_cmpstr (states->str, ==, expected);
  ilv_terminal_legend_append (&coloured, colours, &trace, 1, FALSE);
  stripped = strip_escapes (colours->str);
  g_assert_cmpstr (stripped, ==, " A    B \n");
}

static IlvTrace *
create_random_trace (void)
{
  guint n_tasks = g_test_rand_int_range (1, 70);
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autofree int *now_ms = g_new0 (int, n_tasks);

  for (int i = g_test_rand_int_range (0, 400); i > 0; i--)
    {
      guint task = g_test_rand_int_range (0, n_tasks);
      int start_ms = now_ms[task] + g_test_rand_int_range (0, 3);
      int end_ms = start_ms + g_test_rand_int_range (1, 60);
      IlvState state = g_test_rand_int_range (0, ILV_N_SPAN_STATES);
      Piece piece = { start_ms, end_ms, task, state, ILV_NO_PROCESSOR };

      if (state == ILV_STATE_RUNNING)
        piece.processor = task;
      g_array_append_val (pieces, piece);
      now_ms[task] = end_ms;
    }
  return create_trace (n_tasks, (Piece *) pieces->data, pieces->len);
}

static void
assert_report (const IlvTerminal *terminal, IlvTrace *const *traces, guint n, IlvGrouping grouping)
{
  g_autofree char *report = ilv_text_report_create (terminal, "Títle", traces, n, grouping);
  g_autofree char *text = strip_escapes (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_utf8_validate (report, -1, NULL));
  g_assert_cmpint (strchr (report, '\033') != NULL, ==,
                   terminal->colour != ILV_TERMINAL_COLOUR_NONE);
  if (!terminal->unicode)
    g_assert_true (g_str_is_ascii (report));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (ilv_terminal_measure_text (lines[i]), <=, terminal->width);
}

/* Whatever happened and wherever it is shown, no line is wider than the terminal. */
static void
test_any (void)
{
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (IlvTrace) left = create_random_trace ();
      g_autoptr (IlvTrace) right = create_random_trace ();
      IlvTrace *const traces[] = { left, right };
      const IlvTerminal terminal = {
        .width = g_test_rand_int_range (ILV_TERMINAL_MIN_WIDTH, 200),
        .colour = g_test_rand_int_range (0, 3),
        .unicode = g_test_rand_bit (),
        .dark = g_test_rand_bit (),
      };

      assert_report (&terminal, traces, g_test_rand_int_range (1, 3), g_test_rand_int_range (0, 3));
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/terminal-timeline/plain", test_plain);
  g_test_add_func ("/cli/terminal-timeline/states", test_states);
  g_test_add_func ("/cli/terminal-timeline/mixed", test_mixed);
  g_test_add_func ("/cli/terminal-timeline/letters-of-one-colour", test_letters_of_one_colour);
  g_test_add_func ("/cli/terminal-timeline/split", test_split);
  g_test_add_func ("/cli/terminal-cell/choose", test_choose);
  g_test_add_func ("/cli/terminal-ruler/steps", test_ruler);
  g_test_add_func ("/cli/terminal-legend/letters", test_letters);
  g_test_add_func ("/cli/terminal-legend/entries", test_legend);
  g_test_add_func ("/cli/text-report/any", test_any);
  return g_test_run ();
}
