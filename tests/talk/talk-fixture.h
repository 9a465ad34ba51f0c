/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lessons and measures for tests of talks. */

#pragma once

#include <string.h>

#include <glib/gstdio.h>

#include "ilv-deck.h"

G_BEGIN_DECLS

/* (transfer full): a lesson of so many minutes, whose sections are @markdown. Faults of it are passed over,
 * as a teacher's lesson may have some. */
static inline IlvLesson *
talk_fixture_create_lesson_of (guint minutes, const char *markdown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autofree char *folder_path = g_dir_make_tmp ("ilv-talk-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder_path, "lesson.md", NULL);
  g_autofree char *text = g_strdup_printf ("---\n[Lesson]\nTitle=Test\nMinutes=%u\n---\n\n%s", minutes,
                                           markdown);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  IlvLesson *lesson;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  lesson = ilv_lesson_new_from_folder (folder, faults, &error);
  g_assert_no_error (error);
  g_assert_nonnull (lesson);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder_path), ==, 0);
  return lesson;
}

static inline IlvLesson *
talk_fixture_create_lesson (const char *markdown)
{
  return talk_fixture_create_lesson_of (10, markdown);
}

#define TALK_FIXTURE_LINE 20 /* characters */

/* A line holds 20 characters at any size and is as high as its text; a box has a title. */
static inline int
talk_fixture_measure (IlvBlock *block, int text_size, int width G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  g_auto (GStrv) lines = g_strsplit (ilv_block_get_markup (block), "\n", -1);
  int n_lines = ilv_block_get_kind (block) == ILV_BLOCK_SINCE;

  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += MAX (1, ((int) strlen (lines[i]) + TALK_FIXTURE_LINE - 1) / TALK_FIXTURE_LINE);
  return n_lines * text_size;
}

/* A slide has room for ten lines of 40 pixels, for nine of 44, for eight of 48. */
static const IlvDeckMeasure talk_fixture_ten_lines = {
  .slide_width = 1920,
  .width = 1000,
  .height = 400,
  .measure = talk_fixture_measure,
};

G_END_DECLS
