/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small course in a folder of its own, and what a reader of PDF files finds in its handout. */

#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "ilv-handout.h"

typedef struct
{
  char *path;
  char *pdf; /* the file that was written last */
  IlvCourse *course;
  IlvLastRuns *runs;
} HandoutFixture;

/* @data: (nullable): unused. */
G_GNUC_UNUSED static void
handout_fixture_set_up (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->path = g_dir_make_tmp ("ilv-handout-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->pdf = g_build_filename (fixture->path, "handout.pdf", NULL);
  fixture->runs = ilv_last_runs_new (NULL);
}

static void
handout_fixture_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      handout_fixture_remove (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

G_GNUC_UNUSED static void
handout_fixture_tear_down (HandoutFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  handout_fixture_remove (fixture->path);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->pdf, g_free);
  g_clear_object (&fixture->course);
  g_clear_object (&fixture->runs);
}

static void
handout_fixture_write (HandoutFixture *fixture,
                       const char *folder,
                       const char *name,
                       const char *text)
{
  g_autofree char *path = g_build_filename (fixture->path, folder, NULL);
  g_autofree char *file = g_build_filename (path, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_file_set_contents (file, text, -1, &error);
  g_assert_no_error (error);
}

/* The course “Course” of one lesson “Lesson”, whose sections are @markdown. */
G_GNUC_UNUSED static void
handout_fixture_load (HandoutFixture *fixture, const char *markdown)
{
  g_autofree char *lesson =
    g_strconcat ("---\n[Lesson]\nTitle=Lesson\nSummary=About it\nMinutes=7\n"
                 "Source=Notes\n---\n\n",
                 markdown, NULL);
  g_autofree char *path = g_build_filename (fixture->path, "course", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  handout_fixture_write (fixture, "course", "course.ini",
                         "[Course]\nTitle=Course\nLessons=lesson\n");
  handout_fixture_write (fixture, "course/lesson", "lesson.md", lesson);
  g_clear_object (&fixture->course);
  fixture->course = ilv_course_new_from_folder (folder, &error);
  g_assert_no_error (error);
}

/* (transfer full): laid out on A4. */
G_GNUC_UNUSED static IlvHandout *
handout_fixture_create (HandoutFixture *fixture, gboolean with_notes)
{
  IlvHandout *handout = ilv_handout_new (fixture->course, NULL, with_notes, fixture->runs);
  IlvHandoutPaper paper;

  g_assert_true (ilv_handout_paper_init_named (&paper, "a4"));
  ilv_handout_set_paper (handout, &paper);
  ilv_handout_load (handout);
  while (!ilv_handout_paginate (handout))
    ;
  return handout;
}

G_GNUC_UNUSED static void
handout_fixture_save (HandoutFixture *fixture, IlvHandout *handout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ilv_handout_create_pdf (handout, &error);
  const char *data;
  gsize size;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_assert_true (g_file_set_contents (fixture->pdf, data, size, NULL));
}

/* (transfer full) (nullable): what a program of poppler's prints; %NULL where it is not installed.
 * @words: its name and options, separated by spaces; "FILE" is the PDF. */
G_GNUC_UNUSED static char *
handout_fixture_ask (HandoutFixture *fixture, const char *words)
{
  g_auto (GStrv) argv = g_strsplit (words, " ", -1);
  /* What ThreadSanitizer needs before us is nothing for others. */
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "LD_PRELOAD");
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return NULL;
    }
  for (guint i = 0; argv[i] != NULL; i++)
    if (g_str_equal (argv[i], "FILE"))
      {
        g_free (argv[i]);
        argv[i] = g_strdup (fixture->pdf);
      }
  g_spawn_sync (NULL, argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpstr (errors, ==, "");
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return output;
}

/* Makes every stretch of white space one space. */
G_GNUC_UNUSED static void
handout_fixture_squeeze (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
    else if (to > text && to[-1] != ' ')
      *to++ = ' ';
  *to = '\0';
}

/* (transfer full) (nullable): the text of page @page (from 1; 0 for all) of the file without
 * running title and page number. */
G_GNUC_UNUSED static char *
handout_fixture_read (HandoutFixture *fixture, guint page)
{
  g_autofree char *pages = page > 0 ? g_strdup_printf (" -f %u -l %u", page, page) : g_strdup ("");
  g_autofree char *words =
    g_strdup_printf ("pdftotext -enc UTF-8 -nopgbrk -x 0 -y 60 -W 596 -H 722%s FILE -", pages);
  char *text = handout_fixture_ask (fixture, words);

  if (text != NULL)
    handout_fixture_squeeze (text);
  return text;
}

/* That each of @parts stands once in @text, in this order. */
G_GNUC_UNUSED static void
handout_fixture_assert_order (const char *text, const char *const *parts)
{
  const char *at = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (at, parts[i]);

      if (found == NULL)
        g_error ("“%s” is missing, or out of order, in: %s", parts[i], text);
      at = found + strlen (parts[i]);
      g_assert_null (strstr (at, parts[i]));
    }
}
