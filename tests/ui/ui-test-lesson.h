/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A lesson and its progress in a folder of their own. */

#pragma once

#include "ilv-lesson.h"
#include "ilv-progress.h"

#include "ui-test.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  IlvLesson *lesson;
  IlvProgress *progress;
  GSettings *settings;
} UiTestLesson;

/* @markdown: the lesson's sections. */
static inline void
ui_test_lesson_init (UiTestLesson *self, const char *markdown)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = g_strconcat ("---\n[Lesson]\nTitle=Test\n---\n\n", markdown, NULL);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) file = NULL;

  self->folder = g_dir_make_tmp ("ilv-ui-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "lesson.md", NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  folder = g_file_new_for_path (self->folder);
  file = g_file_get_child (folder, "progress.ini");
  self->lesson = ilv_lesson_new_from_folder (folder, NULL, &error);
  g_assert_no_error (error);
  self->progress = ilv_progress_new (file);
  self->settings = g_settings_new (ILV_APPLICATION_ID);
}

static inline void
ui_test_lesson_clear (UiTestLesson *self)
{
  g_autofree char *path = g_build_filename (self->folder, "progress.ini", NULL);

  g_assert_finalize_object (self->lesson);
  g_assert_finalize_object (self->progress);
  g_settings_reset (self->settings, "require-predictions");
  g_assert_finalize_object (self->settings);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    ui_test_remove (self->folder, "progress.ini");
  ui_test_remove (self->folder, "lesson.md");
  ui_test_remove (self->folder, ".");
  g_free (self->folder);
}

G_END_DECLS
