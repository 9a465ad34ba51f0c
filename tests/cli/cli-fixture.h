/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands as a person types them: the test program calls itself with "--cli" and then is the
 * terminal face. The course is the one that the program holds, or a small one that is laid over it,
 * so that there is something to run that stalls. */

#pragma once

#include "ilv-cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gio/gio.h>

#include "ilv-terminal.h"

#define COURSE_PATH "/io/github/interleave/Interleave/course"

static char *program;

typedef struct
{
  char *output;
  char *errors;
} Result;

G_GNUC_UNUSED static void
result_clear (Result *result)
{
  g_clear_pointer (&result->output, g_free);
  g_clear_pointer (&result->errors, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

G_GNUC_UNUSED static char **
create_environment (void)
{
  char **environment = g_get_environ ();

  environment = g_environ_unsetenv (environment, "COLUMNS");
  return g_environ_unsetenv (environment, "NO_COLOR");
}

/* Words are separated by spaces; '' is an empty word. Where @output or @errors is given, a pipe is
 * put there, else that goes to @output_fd or @errors_fd. No GSubprocess: its threads belong to
 * GLib, and ThreadSanitizer cannot see into them. */
G_GNUC_UNUSED static GPid
spawn (
  const char *arguments, char **environment, int output_fd, int errors_fd, int *output, int *errors)
{
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_strv_builder_add_many (builder, program, "--cli", NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, strcmp (words[i], "''") == 0 ? "" : words[i]);
  argv = g_strv_builder_end (builder);
  g_spawn_async_with_pipes_and_fds (
    NULL, (const char *const *) argv, (const char *const *) environment, G_SPAWN_DO_NOT_REAP_CHILD,
    NULL, NULL, -1, output_fd, errors_fd, NULL, NULL, 0, &pid, NULL, output, errors, &error);
  g_assert_no_error (error);
  return pid;
}

/* Appends what comes from @fd until @part has come, or, if it is %NULL, to the end. */
G_GNUC_UNUSED static void
read_until (int fd, GString *text, const char *part)
{
  while (part == NULL || strstr (text->str, part) == NULL)
    {
      char buffer[4096];
      gssize n = read (fd, buffer, sizeof buffer);

      /* The end of a terminal whose other side was closed is an error. */
      if (n <= 0)
        {
          g_assert_true (n == 0 || errno == EIO);
          g_assert_null (part);
          return;
        }
      g_string_append_len (text, buffer, n);
    }
}

G_GNUC_UNUSED static char *
read_all (int fd)
{
  GString *text = g_string_new (NULL);

  read_until (fd, text, NULL);
  close (fd);
  return g_string_free (text, FALSE);
}

G_GNUC_UNUSED static void
wait_for (GPid pid, const char *arguments, int status, const char *errors)
{
  int wait_status;

  g_assert_cmpint (waitpid (pid, &wait_status, 0), ==, pid);
  if (!WIFEXITED (wait_status) || WEXITSTATUS (wait_status) != status)
    g_error ("interleave %s: wait status %d instead of exit status %d: %s", arguments, wait_status,
             status, errors);
}

G_GNUC_UNUSED static void
run_with (char **environment, const char *arguments, int status, Result *result)
{
  int output, errors;
  GPid pid = spawn (arguments, environment, -1, -1, &output, &errors);

  result_clear (result);
  result->output = read_all (output);
  result->errors = read_all (errors);
  wait_for (pid, arguments, status, result->errors);
}

G_GNUC_UNUSED static void
run (const char *arguments, int status, Result *result)
{
  g_auto (GStrv) environment = create_environment ();

  run_with (environment, arguments, status, result);
}

G_GNUC_UNUSED static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  remove (path);
}

G_GNUC_UNUSED static char *
create_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("ilv-cli-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

G_GNUC_UNUSED static void
run_lesson (const char *lesson, const char *arguments, int status, Result *result)
{
  g_auto (GStrv) environment = create_environment ();
  g_autofree char *folder = create_folder ();
  g_autofree char *overlay = g_strdup_printf ("%s=%s", COURSE_PATH, folder);

  write_file (folder, "course.ini", "[Course]\nTitle=Trial\nLessons=trial;later\n");
  write_file (folder, "trial/lesson.md", lesson);
  write_file (folder, "later/lesson.md", "---\n[Lesson]\nTitle=Later\n---\n");
  environment = g_environ_setenv (environment, "G_RESOURCE_OVERLAYS", overlay, TRUE);
  /* GLib warns when it looks for files below a file that is laid over. */
  environment = g_environ_setenv (environment, "G_DEBUG", "gc-friendly", TRUE);
  run_with (environment, arguments, status, result);
  remove_file (folder, "course.ini");
  remove_file (folder, "trial/lesson.md");
  remove_file (folder, "later/lesson.md");
  remove_file (folder, "trial");
  remove_file (folder, "later");
  remove_file (folder, "");
}

G_GNUC_UNUSED static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in: %s", part, text);
}

G_GNUC_UNUSED static void
assert_lines (const char *text, guint width)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_null (strchr (text, '\033'));
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (ilv_terminal_measure_text (lines[i]), <=, width);
}
