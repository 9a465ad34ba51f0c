/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A course, a folder for PDF files, and what is in them. */

#pragma once

#include <glib/gstdio.h>

#include "ilv-handout.h"
#include "ui-test.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path; /* of the file that is to be written */
  IlvCourse *course;
  IlvLastRuns *runs;
} PdfFixture;

static inline void
pdf_set_up (PdfFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("ilv-pdf-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "handout.pdf", NULL);
  fixture->course = ilv_course_new_from_folder (folder, &error);
  g_assert_no_error (error);
  fixture->runs = ilv_last_runs_new (NULL);
}

static inline void
pdf_tear_down (PdfFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  ui_test_wait_until (G_OBJECT (fixture->course)->ref_count == 1);
  g_assert_finalize_object (fixture->course);
  g_assert_finalize_object (fixture->runs);
}

/* That there is a PDF in which all of @parts (NULL-terminated) stand. */
static inline void
pdf_assert_holds (PdfFixture *fixture, const char *const *parts)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *argv[] = { "pdftotext", fixture->path, "-", NULL };
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_file_get_contents (fixture->path, &raw, NULL, NULL));
  g_assert_true (g_str_has_prefix (raw, "%PDF-"));
  if (program == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (text, parts[i]) == NULL)
      g_error ("“%s” is not in: %s", parts[i], text);
}

G_END_DECLS
