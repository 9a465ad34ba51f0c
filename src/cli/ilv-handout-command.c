/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ilv-cli.h"
#include "ilv-command-lesson.h"
#include "ilv-command-place.h"
#include "ilv-handout-file.h"
#include "ilv-handout.h"
#include "ilv-output.h"
#include "ilv-run-comparison.h"
#include "ilv-run-race.h"

#define MAX_LESSONS 64

/* What was asked for. */
typedef struct
{
  char *lessons[MAX_LESSONS];
  char *output;
  char *paper_name;
  char *answer;
  gboolean with_notes;
  gboolean run;
  IlvHandoutPaper paper;
} Wish;

static void
wish_clear (Wish *wish)
{
  for (guint i = 0; i < MAX_LESSONS; i++)
    g_clear_pointer (&wish->lessons[i], g_free);
  g_clear_pointer (&wish->output, g_free);
  g_clear_pointer (&wish->paper_name, g_free);
  g_clear_pointer (&wish->answer, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
check_paper (const IlvCommand *self, Wish *wish, int *status)
{
  g_autofree char *message = NULL;

  if (wish->paper_name == NULL)
    ilv_handout_paper_init_default (&wish->paper);
  else if (!ilv_handout_paper_init_named (&wish->paper, wish->paper_name))
    {
      message = g_strdup_printf (_ ("“%s” is no paper; there are: a4 letter"), wish->paper_name);
      *status = ilv_output_refuse (self->name, message);
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse (const IlvCommand *self, char **arguments, Wish *wish, int *status)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wish->output, N_ ("The file to write"),
      N_ ("FILE.pdf") },
    { "notes", 0, 0, G_OPTION_ARG_NONE, &wish->with_notes, N_ ("With the presenter’s notes"),
      NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &wish->paper_name,
      N_ ("The size of the paper: a4 or letter"), N_ ("PAPER") },
    { "run", 0, 0, G_OPTION_ARG_NONE, &wish->run,
      N_ ("Run every experiment first, instead of showing its last run"), NULL },
    { "answer", 0, 0, G_OPTION_ARG_STRING, &wish->answer,
      N_ ("What every question is answered with"), N_ ("TEXT") },
    G_OPTION_ENTRY_NULL,
  };

  if (!ilv_command_parse (self, arguments, entries, MAX_LESSONS, wish->lessons, status))
    return FALSE;
  if (wish->output == NULL || wish->output[0] == '\0')
    {
      *status = ilv_output_refuse (self->name, _ ("Where to? Write --output FILE.pdf"));
      return FALSE;
    }
  return check_paper (self, wish, status);
}

/* (transfer full) (nullable) (element-type IlvLesson): what was asked for, each once; all that are
 * written where nothing was. */
static GPtrArray *
find_lessons (const IlvCommand *self, IlvCourse *course, const Wish *wish, int *status)
{
  g_autoptr (GPtrArray) lessons = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MAX_LESSONS && wish->lessons[i] != NULL; i++)
    {
      g_auto (IlvCommandPlace) place = { 0 };
      IlvLesson *lesson;

      if (!ilv_command_place_is_path (wish->lessons[i]))
        lesson = ilv_command_find_lesson (self, course, wish->lessons[i], status);
      else
        lesson = ilv_command_place_init (&place, self, wish->lessons[i], status) ? place.lesson : NULL;
      if (lesson == NULL)
        return NULL;
      if (!g_ptr_array_find (lessons, lesson, NULL))
        g_ptr_array_add (lessons, g_object_ref (lesson));
    }
  for (guint i = 0;
       wish->lessons[0] == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      if (ilv_lesson_is_written (lesson))
        g_ptr_array_add (lessons, g_steal_pointer (&lesson));
    }
  return g_steal_pointer (&lessons);
}

/* (transfer full) (nullable): the run of a block; sets @title where it is an experiment. */
static IlvLastRun *
run_block (const IlvRunOptions *options, IlvBlock *block, const char **title, GError **error)
{
  IlvComparison *comparison = ilv_block_get_comparison (block);
  IlvRace *race = ilv_block_get_race (block);

  *title = NULL;
  if (comparison != NULL)
    {
      *title = ilv_comparison_get_title (comparison);
      return ilv_run_comparison_measure (options, comparison, error);
    }
  if (race == NULL)
    return NULL;
  *title = ilv_race_get_title (race);
  return ilv_run_race_measure (options, race, error);
}

/* %FALSE where the person has interrupted it. What cannot be run here is said, and left as it was.
 */
static gboolean
run_section (const IlvRunOptions *options,
             IlvLesson *lesson,
             IlvSection *section,
             IlvLastRuns *runs)
{
  for (guint i = 0; i < ilv_section_get_n_blocks (section); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IlvLastRun) run = NULL;
      IlvRunPlace place = { ilv_lesson_get_id (lesson), ilv_section_get_slug (section), NULL };

      run = run_block (options, ilv_section_get_block (section, i), &place.title, &error);
      if (run != NULL)
        ilv_last_runs_put (runs, &place, run);
      else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return FALSE;
      else if (error != NULL)
        {
          /* Translators: the title of an experiment, and why it could not be run. */
          g_autofree char *note = g_strdup_printf (_ ("%s: %s"), place.title, error->message);

          ilv_output_note (note);
        }
    }
  return TRUE;
}

static gboolean
run_lessons (const Wish *wish, GPtrArray *lessons, IlvLastRuns *runs)
{
  IlvRunOptions options;

  ilv_run_options_init (&options);
  options.answer = wish->answer;
  for (guint i = 0; i < lessons->len; i++)
    {
      IlvLesson *lesson = g_ptr_array_index (lessons, i);

      for (guint j = 0; j < ilv_lesson_get_n_sections (lesson); j++)
        if (!run_section (&options, lesson, ilv_lesson_get_section (lesson, j), runs))
          return FALSE;
    }
  return TRUE;
}

static int
write_handout (IlvCourse *course, GPtrArray *lessons, const Wish *wish, IlvLastRuns *runs)
{
  g_autoptr (IlvHandout) handout = ilv_handout_new (course, lessons, wish->with_notes, runs);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (wish->output);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  ilv_handout_set_paper (handout, &wish->paper);
  ilv_handout_load (handout);
  bytes = ilv_handout_create_pdf (handout, &error);
  if (bytes == NULL || !ilv_handout_file_write (file, bytes, &error))
    return ilv_output_fail (error->message);
  return ILV_CLI_EXIT_OK;
}

static int
handout (const IlvCommand *self, char **arguments)
{
  g_autoptr (GFile) course_folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GFile) runs_folder = ilv_last_runs_get_default_folder ();
  g_autoptr (IlvLastRuns) runs = ilv_last_runs_new (runs_folder);
  g_autoptr (IlvCourse) course = NULL;
  g_autoptr (GPtrArray) lessons = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Wish) wish = { 0 };
  int status;

  if (!parse (self, arguments, &wish, &status))
    return status;
  course = ilv_course_new_from_folder (course_folder, &error);
  if (course == NULL)
    return ilv_output_fail (error->message);
  lessons = find_lessons (self, course, &wish, &status);
  if (lessons == NULL)
    return status;
  if (wish.run && !run_lessons (&wish, lessons, runs))
    return ilv_output_fail (_ ("Cancelled"));
  return write_handout (course, lessons, &wish, runs);
}

static char *
describe (void)
{
  return g_strdup (
    _ ("Without LESSON it is the whole course. Each experiment shows its last run in "
       "the window; with --run they are run now, which takes a while."));
}

const IlvCommand ilv_handout_command = {
  "handout",
  N_ ("[LESSON…] --output FILE.pdf"),
  N_ ("Writes lessons as a handout to be printed, with their timelines."),
  handout,
  describe,
};
