/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ilv-cli.h"
#include "ilv-command.h"
#include "ilv-course.h"
#include "ilv-output.h"
#include "ilv-terminal.h"

/* (nullable): of what a section has to run. */
static const char *
get_title (IlvSection *section)
{
  IlvComparison *comparison = ilv_section_get_comparison (section);
  IlvRace *race = ilv_section_get_race (section);

  if (comparison != NULL)
    return ilv_comparison_get_title (comparison);
  return race != NULL ? ilv_race_get_title (race) : NULL;
}

static void
append_lesson (const IlvTerminal *terminal, GString *output, IlvLesson *lesson)
{
  g_autofree char *line = NULL;

  if (ilv_lesson_is_written (lesson))
    line = g_strdup_printf ("%s: %s", ilv_lesson_get_id (lesson), ilv_lesson_get_title (lesson));
  else
    /* Translators: a lesson's id and title. */
    line = g_strdup_printf (_ ("%s: %s (planned)"), ilv_lesson_get_id (lesson),
                            ilv_lesson_get_title (lesson));
  ilv_terminal_append_text (terminal, output, line, 0, 2);

  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    {
      IlvSection *section = ilv_lesson_get_section (lesson, i);
      const char *title = get_title (section);
      g_autofree char *run = NULL;

      if (title == NULL)
        continue;
      run = g_strdup_printf ("%s/%s: %s", ilv_lesson_get_id (lesson),
                             ilv_section_get_slug (section), title);
      g_string_append (output, "  ");
      ilv_terminal_append_text (terminal, output, run, 2, 4);
    }
}

static int
list (const IlvCommand *self, char **arguments)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GString) output = g_string_new (NULL);
  g_autoptr (IlvCourse) course = NULL;
  g_autoptr (GError) error = NULL;
  IlvTerminal terminal;
  int status;

  if (!ilv_command_parse (self, arguments, NULL, 0, NULL, &status))
    return status;
  course = ilv_course_new_from_folder (folder, &error);
  if (course == NULL)
    return ilv_output_fail (error->message);

  ilv_terminal_init (&terminal, STDOUT_FILENO, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      append_lesson (&terminal, output, lesson);
    }
  return ilv_output_write (output->str) ? ILV_CLI_EXIT_OK : ILV_CLI_EXIT_FAILED;
}

const IlvCommand ilv_list_command = {
  "list",
  NULL,
  N_ ("Lists the lessons of the course and what can be run in each."),
  list,
  NULL,
};
