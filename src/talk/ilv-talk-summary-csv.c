/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-talk-summary.h"

#include <math.h>
#include <string.h>

#define NS_PER_S 1e9

/* What begins a formula in a spreadsheet; lessons may come from anybody. */
#define FORMULA_MARKS "=+-@\t\r"

typedef enum
{
  RECORD,
  NUMBER,
  CHOICE,
  TEXT,
  KIND,
  BEGUN,
  PLANNED,
  TIME,
  FIRST,
  SECOND,
  RIGHT,
  GAIN,
  N_COLUMNS,
} Column;

static const char *const column_names[] = {
  "record", "number", "choice", "text", "kind", "begun", "planned_s", "time_s", "first", "second", "right", "gain",
};

static const char *const kind_names[] = {
  [ILV_SLIDE_TITLE] = "title", [ILV_SLIDE_TEXT] = "text",
  [ILV_SLIDE_POLL] = "poll",   [ILV_SLIDE_CODE] = "code",
  [ILV_SLIDE_EXPERIMENT] = "experiment", [ILV_SLIDE_RACE] = "race",
  [ILV_SLIDE_SCENE] = "scene", [ILV_SLIDE_ANSWER] = "answer",
};

/* A line whose fields are filled before it is written; what is not, is empty. */
typedef struct
{
  char *fields[N_COLUMNS];
} Line;

static void
set_text (Line *line, Column column, const char *text)
{
  gboolean is_formula = text[0] != '\0' && strchr (FORMULA_MARKS, text[0]) != NULL;

  line->fields[column] = g_strconcat (is_formula ? "'" : "", text, NULL);
}

static void
set_count (Line *line, Column column, guint count)
{
  line->fields[column] = g_strdup_printf ("%u", count);
}

/* The same in every locale. */
static void
set_number (Line *line, Column column, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isnan (value))
    line->fields[column] = g_strdup (g_ascii_formatd (text, sizeof text, "%.3f", value));
}

static void
append_field (GString *csv, const char *field)
{
  if (strpbrk (field, ",\"\r\n") == NULL)
    {
      g_string_append (csv, field);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
write_line (GString *csv, Line *line)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      if (line->fields[i] != NULL)
        append_field (csv, line->fields[i]);
      g_clear_pointer (&line->fields[i], g_free);
    }
  g_string_append_c (csv, '\n');
}

static void
write_talk (GString *csv, IlvTalkSummary *summary)
{
  GDateTime *begun = ilv_talk_summary_get_begun (summary);
  g_autoptr (GDateTime) whole_second = g_date_time_add (begun, -g_date_time_get_microsecond (begun));
  g_autofree char *text = g_date_time_format_iso8601 (whole_second);
  gint64 planned_ns = ilv_talk_summary_get_planned_ns (summary);
  Line line = { 0 };

  set_text (&line, RECORD, "talk");
  set_text (&line, TEXT, ilv_talk_summary_get_title (summary));
  set_text (&line, BEGUN, text);
  set_number (&line, PLANNED, planned_ns > 0 ? (double) planned_ns / NS_PER_S : NAN);
  set_number (&line, TIME, (double) ilv_talk_summary_get_elapsed_ns (summary) / NS_PER_S);
  write_line (csv, &line);
}

static void
write_slide (GString *csv, const IlvTalkSummarySlide *slide)
{
  Line line = { 0 };

  set_text (&line, RECORD, "slide");
  set_count (&line, NUMBER, slide->number);
  set_text (&line, TEXT, slide->title);
  set_text (&line, KIND, kind_names[slide->kind]);
  set_number (&line, PLANNED, slide->planned_ns > 0 ? (double) slide->planned_ns / NS_PER_S : NAN);
  set_number (&line, TIME, (double) slide->time_ns / NS_PER_S);
  write_line (csv, &line);
}

static void
write_poll (GString *csv, const IlvTalkSummaryPoll *poll)
{
  Line line = { 0 };

  set_text (&line, RECORD, "poll");
  set_count (&line, NUMBER, poll->number);
  set_text (&line, TEXT, poll->question);
  set_count (&line, FIRST, poll->totals[0]);
  set_count (&line, SECOND, poll->totals[1]);
  set_number (&line, GAIN, poll->gain);
  write_line (csv, &line);
  for (guint i = 0; i < poll->n_choices; i++)
    {
      set_text (&line, RECORD, "choice");
      set_count (&line, NUMBER, poll->number);
      set_count (&line, CHOICE, i + 1);
      set_text (&line, TEXT, poll->choices[i]);
      set_count (&line, FIRST, poll->counts[0][i]);
      set_count (&line, SECOND, poll->counts[1][i]);
      if (poll->right >= 0)
        set_text (&line, RIGHT, poll->right == (int) i ? "yes" : "no");
      write_line (csv, &line);
    }
}

char *
ilv_talk_summary_to_csv (IlvTalkSummary *self)
{
  GString *csv;
  Line line = { 0 };

  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (self), NULL);

  csv = g_string_new (NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    set_text (&line, i, column_names[i]);
  write_line (csv, &line);
  write_talk (csv, self);
  for (guint i = 0; i < ilv_talk_summary_get_n_slides (self); i++)
    write_slide (csv, ilv_talk_summary_get_slide (self, i));
  for (guint i = 0; i < ilv_talk_summary_get_n_polls (self); i++)
    write_poll (csv, ilv_talk_summary_get_poll (self, i));
  return g_string_free (csv, FALSE);
}
