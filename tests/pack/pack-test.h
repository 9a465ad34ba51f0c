/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder of its own for each test of the pack room, and zip files that nobody would make by mistake. */

#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "ilv-pack.h"

#define PACK_LESSON "---\n[Lesson]\nTitle=Ours\n---\n\n# One\n\nText.\n"

typedef struct
{
  GFile *folder;
  GFile *store;
} PackFixture;

G_GNUC_UNUSED static void
pack_set_up (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_dir_make_tmp ("ilv-pack-XXXXXX", NULL);

  fixture->folder = g_file_new_for_path (path);
  fixture->store = g_file_get_child (fixture->folder, "store");
}

G_GNUC_UNUSED static void
pack_tear_down (PackFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_pack_delete_folder (fixture->folder);
  g_assert_false (g_file_query_exists (fixture->folder, NULL));
  g_object_unref (fixture->store);
  g_object_unref (fixture->folder);
}

G_GNUC_UNUSED static void
pack_add_test (const char *path, void (*test) (PackFixture *, gconstpointer))
{
  g_test_add (path, PackFixture, NULL, pack_set_up, test, pack_tear_down);
}

/* (transfer full): the file at @path, below the test's folder, with that text. */
G_GNUC_UNUSED static GFile *
pack_write (PackFixture *fixture, const char *path, const char *text)
{
  GFile *file = g_file_resolve_relative_path (fixture->folder, path);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GError) error = NULL;

  g_file_make_directory_with_parents (parent, NULL, NULL);
  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

/* Adds a file, or whatever @type says, to a zip file. @content: also what a link points to. */
G_GNUC_UNUSED static void
pack_add (struct archive *zip, const char *name, guint type, const char *content, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, type);
  archive_entry_set_perm (entry, 0644);
  if (type == AE_IFLNK)
    archive_entry_set_symlink (entry, content);
  else
    archive_entry_set_size (entry, size);
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  if (type == AE_IFREG)
    g_assert_cmpint (archive_write_data (zip, content, size), ==, (gssize) size);
  archive_entry_free (entry);
}

/* A zip file at @path, below the test's folder, to which the caller adds; ends with pack_end_zip(). */
G_GNUC_UNUSED static struct archive *
pack_begin_zip (PackFixture *fixture, const char *path, GFile **file)
{
  struct archive *zip = archive_write_new ();

  *file = g_file_resolve_relative_path (fixture->folder, path);
  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_filename (zip, g_file_peek_path (*file)), ==, ARCHIVE_OK);
  return zip;
}

G_GNUC_UNUSED static void
pack_end_zip (struct archive *zip)
{
  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);
}

/* (transfer full): a zip file with one lesson. */
G_GNUC_UNUSED static GFile *
pack_write_zip (PackFixture *fixture, const char *path, const char *lesson)
{
  GFile *file;
  struct archive *zip = pack_begin_zip (fixture, path, &file);

  pack_add (zip, "ours/lesson.md", AE_IFREG, lesson, strlen (lesson));
  pack_end_zip (zip);
  return file;
}
