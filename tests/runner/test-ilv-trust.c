/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trust.h"

#include <glib/gstdio.h>

#define CODE "print ('hello')\n"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = g_dir_make_tmp ("ilv-trust-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "interleave", "agreed.ini", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_agree (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrust) trust = ilv_trust_new (fixture->file);
  g_autoptr (IlvTrust) later = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (ilv_trust_is_agreed (trust, CODE));
  g_assert_true (ilv_trust_agree (trust, CODE, "hello.py", &error));
  g_assert_no_error (error);
  g_assert_true (ilv_trust_is_agreed (trust, CODE));
  g_assert_false (ilv_trust_is_agreed (trust, CODE "\n"));
  g_assert_false (ilv_trust_is_agreed (trust, ""));

  later = ilv_trust_new (fixture->file);
  g_assert_true (ilv_trust_is_agreed (later, CODE));
  g_assert_cmpuint (ilv_trust_get_n_agreed (later), ==, 1);
}

static void
test_once (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrust) trust = ilv_trust_new (fixture->file);
  g_autoptr (IlvTrust) later = NULL;

  ilv_trust_agree_once (trust, CODE);
  g_assert_true (ilv_trust_is_agreed (trust, CODE));
  g_assert_cmpuint (ilv_trust_get_n_agreed (trust), ==, 0);
  later = ilv_trust_new (fixture->file);
  g_assert_false (ilv_trust_is_agreed (later, CODE));
}

static void
test_withdraw (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrust) trust = ilv_trust_new (fixture->file);
  g_autoptr (IlvTrust) later = NULL;

  g_assert_true (ilv_trust_agree (trust, CODE, "hello.py", NULL));
  ilv_trust_agree_once (trust, "2");
  g_assert_true (ilv_trust_withdraw (trust, NULL));
  g_assert_false (ilv_trust_is_agreed (trust, CODE));
  g_assert_false (ilv_trust_is_agreed (trust, "2"));
  later = ilv_trust_new (fixture->file);
  g_assert_false (ilv_trust_is_agreed (later, CODE));
}

/* A file that cannot be read agrees to nothing, and is not lost. */
static void
test_damaged (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char damaged[] = "[Agreed]\nno key\n";
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *copy = g_strconcat (fixture->path, "~", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (IlvTrust) trust = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, damaged, -1, NULL));
  trust = ilv_trust_new (fixture->file);
  g_assert_cmpuint (ilv_trust_get_n_agreed (trust), ==, 0);
  g_assert_true (ilv_trust_agree (trust, CODE, "hello.py", NULL));
  g_assert_true (g_file_get_contents (copy, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, damaged);
}

/* Where it cannot be kept, it holds for now. */
static void
test_not_saved (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (IlvTrust) trust = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "a file where the folder should be", -1, NULL));
  trust = ilv_trust_new (fixture->file);
  g_assert_false (ilv_trust_agree (trust, CODE, "hello.py", &error));
  g_assert_nonnull (error);
  g_assert_true (ilv_trust_is_agreed (trust, CODE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/runner/trust/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("agree", test_agree);
  ADD ("once", test_once);
  ADD ("withdraw", test_withdraw);
  ADD ("damaged", test_damaged);
  ADD ("not-saved", test_not_saved);
  return g_test_run ();
}
