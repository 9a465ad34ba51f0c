/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-machine-text.h"

#include <string.h>

/* user nice system idle iowait irq softirq steal; what guests use is in user and nice already. */
#define N_TIMES 8
#define TIME_IDLE 3
#define TIME_IO_WAIT 4

/* A whole number without a sign; moves @text behind it. */
static gboolean
read_number (const char **text, gint64 *number)
{
  char *end;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  *number = g_ascii_strtoll (*text, &end, 10);
  *text = end;
  return *number < G_MAXINT64;
}

static void
skip_blanks (const char **text)
{
  while (**text == ' ' || **text == '\t')
    (*text)++;
}

/* Where the next line begins; the end of the text where there is none. */
static const char *
find_next_line (const char *text)
{
  const char *end = strchr (text, '\n');

  return end != NULL ? end + 1 : text + strlen (text);
}

/* "cpu0 20469 0 6307 …": older kernels have fewer times, but none has less than the first four. */
static gboolean
read_processor (const char *line, IlvProcessorCount *count)
{
  gint64 number, time;
  guint n_times = 0;

  if (!g_str_has_prefix (line, "cpu"))
    return FALSE;
  line += strlen ("cpu");
  if (!read_number (&line, &number) || number > G_MAXINT || (*line != ' ' && *line != '\t'))
    return FALSE;

  *count = (IlvProcessorCount){ .number = number };
  for (skip_blanks (&line); n_times < N_TIMES && read_number (&line, &time); skip_blanks (&line))
    {
      count->total += time;
      if (n_times != TIME_IDLE && n_times != TIME_IO_WAIT)
        count->busy += time;
      n_times++;
    }
  return n_times > TIME_IDLE;
}

void
ilv_machine_text_read_tasks (const char *text, gint64 *runnable, gint64 *tasks)
{
  g_auto (GStrv) fields = NULL;
  const char *field;

  *runnable = *tasks = -1;
  if (text == NULL)
    return;
  fields = g_strsplit (text, " ", 5);
  if (g_strv_length (fields) < 4)
    return;

  field = fields[3];
  if (!read_number (&field, runnable) || *field++ != '/' || !read_number (&field, tasks) ||
      (*field != '\0' && !g_ascii_isspace (*field)))
    *runnable = *tasks = -1;
}

gint64
ilv_machine_text_read_number (const char *text, const char *key)
{
  gsize length = strlen (key);
  gint64 number;

  for (; text != NULL && *text != '\0'; text = find_next_line (text))
    {
      const char *value = text + length;

      if (strncmp (text, key, length) != 0 || (*value != ' ' && *value != '\t'))
        continue;
      skip_blanks (&value);
      return read_number (&value, &number) ? number : -1;
    }
  return -1;
}

GArray *
ilv_machine_text_read_processors (const char *text)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (IlvProcessorCount));

  for (; text != NULL && *text != '\0'; text = find_next_line (text))
    {
      IlvProcessorCount count;

      if (read_processor (text, &count))
        g_array_append_val (counts, count);
    }
  return counts;
}
