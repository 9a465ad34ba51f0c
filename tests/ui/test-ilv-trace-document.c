/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trace files that are read behind the window: what is there when, and what of two of them. */

#include "ilv-trace-document.h"
#include "ui-test-trace.h"
#include "ui-test.h"

typedef struct
{
  char *folder;
  guint n_changes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = g_dir_make_tmp ("ilv-document-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_trace_remove (fixture->folder);
}

static IlvTraceDocument *
open_files (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr (GFile) one = ui_test_trace_write (fixture->folder, "one.json", first);
  g_autoptr (GFile) two = second != NULL ? ui_test_trace_write (fixture->folder, "two.json", second) : NULL;

  return ilv_trace_document_new (one, two);
}

static void
on_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static gboolean
is_cancelled (IlvTraceDocument *document)
{
  return g_error_matches (ilv_trace_document_get_error (document), G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Nothing is there before the main loop turns; then all is, with its texts. */
static void
test_read (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTraceDocument) document = open_files (fixture, UI_TEST_TRACE, NULL);
  const IlvTraceStrand *strand;
  guint64 n_faults;

  g_signal_connect_swapped (document, "changed", G_CALLBACK (on_changed), fixture);
  g_assert_true (ilv_trace_document_is_reading (document));
  g_assert_cmpuint (ilv_trace_document_get_n_strands (document), ==, 0);
  ui_test_wait_until (!ilv_trace_document_is_reading (document));
  g_assert_cmpuint (fixture->n_changes, >, 0);
  g_assert_cmpstr (ilv_trace_document_get_title (document), ==, "one.json");
  g_assert_cmpuint (ilv_trace_document_get_n_strands (document), ==, 1);
  strand = ilv_trace_document_get_strand (document, 0);
  g_assert_nonnull (strstr (strand->facts, "Spans: 2"));
  g_assert_false (strand->has_figures);
  g_assert_nonnull (strstr (strand->sentence, "Most workers busy at once: 2"));
  g_assert_cmpint (ilv_trace_document_find_default (document, 0), ==, 0);
  g_assert_cmpint (ilv_trace_document_find_default (document, 1), ==, -1);
  g_assert_null (ilv_trace_document_describe_faults (document, &n_faults));
}

static void
test_faults (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTraceDocument) document = open_files (fixture, UI_TEST_TRACE_BROKEN, NULL);
  g_autofree char *faults = NULL;
  guint64 n_faults;

  ui_test_wait_until (!ilv_trace_document_is_reading (document));
  g_assert_cmpuint (ilv_trace_document_get_n_strands (document), ==, 1);
  faults = ilv_trace_document_describe_faults (document, &n_faults);
  g_assert_cmpuint (n_faults, ==, 1);
  g_assert_true (g_str_has_prefix (faults, "byte "));
  g_assert_nonnull (strstr (faults, "event 3"));
  g_assert_null (strchr (faults, '\n'));
}

static void
test_no_trace (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTraceDocument) document = open_files (fixture, "hello", NULL);

  ui_test_wait_until (!ilv_trace_document_is_reading (document));
  g_assert_error (ilv_trace_document_get_error (document), ILV_TRACE_IMPORT_ERROR, ILV_TRACE_IMPORT_ERROR_NO_TRACE);
  g_assert_cmpuint (ilv_trace_document_get_n_strands (document), ==, 0);
}

/* What is stopped has ended at once, and nothing comes of it later; it can be read after all. */
static void
test_cancel (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTraceDocument) document = open_files (fixture, UI_TEST_TRACE, NULL);

  ilv_trace_document_cancel (document);
  g_assert_false (ilv_trace_document_is_reading (document));
  g_assert_true (is_cancelled (document));
  ui_test_wait_for_the_rest ();
  g_assert_true (is_cancelled (document));
  ilv_trace_document_reload (document);
  g_assert_true (ilv_trace_document_is_reading (document));
  ui_test_wait_until (!ilv_trace_document_is_reading (document));
  g_assert_cmpuint (ilv_trace_document_get_n_strands (document), ==, 1);
}

/* A second file that is stopped is not there; the first stays. */
static void
test_cancel_second (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTraceDocument) document = open_files (fixture, UI_TEST_TRACE, NULL);
  g_autoptr (GFile) second = ui_test_trace_write (fixture->folder, "two.json", UI_TEST_TRACE);

  ui_test_wait_until (!ilv_trace_document_is_reading (document));
  ilv_trace_document_add (document, second);
  g_assert_cmpstr (ilv_trace_document_get_title (document), ==, "one.json · two.json");
  ilv_trace_document_cancel (document);
  g_assert_cmpuint (ilv_trace_document_get_n_files (document), ==, 1);
  g_assert_cmpstr (ilv_trace_document_get_title (document), ==, "one.json");
  g_assert_null (ilv_trace_document_get_error (document));
  ui_test_wait_for_the_rest ();
  g_assert_cmpuint (ilv_trace_document_get_n_strands (document), ==, 1);
}

/* Each file has a side, though the first has two. */
static void
test_two (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *ours = ui_test_trace_create_ours ();
  g_autoptr (IlvTraceDocument) document = open_files (fixture, ours, UI_TEST_TRACE);
  g_autofree char *name = NULL;

  ui_test_wait_until (!ilv_trace_document_is_reading (document));
  g_assert_cmpuint (ilv_trace_document_get_n_strands (document), ==, 3);
  g_assert_cmpint (ilv_trace_document_find_default (document, 0), ==, 0);
  g_assert_cmpint (ilv_trace_document_find_default (document, 1), ==, 2);
  g_assert_true (ilv_trace_document_get_strand (document, 1)->has_figures);
  name = ilv_trace_document_name_strand (document, 2);
  g_assert_true (g_str_has_prefix (name, "two.json · "));
}

/* Our CSV does not say what ran; the sides have their names. */
static void
test_csv (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrace) left = ui_test_trace_create_run ("sequential", 20000000);
  g_autoptr (IlvTrace) right = ui_test_trace_create_run ("thread-pool", 10000000);
  IlvTrace *const sides[] = { left, right };
  g_autofree char *csv = ilv_trace_file_to_csv (sides, NULL, G_N_ELEMENTS (sides));
  g_autoptr (GFile) file = ui_test_trace_write (fixture->folder, "run.csv", csv);
  g_autoptr (IlvTraceDocument) document = ilv_trace_document_new (file, NULL);

  ui_test_wait_until (!ilv_trace_document_is_reading (document));
  g_assert_cmpuint (ilv_trace_document_get_n_strands (document), ==, 2);
  g_assert_cmpstr (ilv_trace_document_get_strand (document, 0)->name, ==, "left");
  g_assert_false (ilv_trace_document_get_strand (document, 0)->has_figures);
}

/* Of two files, faults name theirs. */
static void
test_faults_of_two (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTraceDocument) document = open_files (fixture, UI_TEST_TRACE_BROKEN, UI_TEST_TRACE_BROKEN);
  g_autofree char *faults = NULL;
  guint64 n_faults;

  ui_test_wait_until (!ilv_trace_document_is_reading (document));
  faults = ilv_trace_document_describe_faults (document, &n_faults);
  g_assert_cmpuint (n_faults, ==, 2);
  g_assert_true (g_str_has_prefix (faults, "one.json: byte "));
  g_assert_nonnull (strstr (faults, "\ntwo.json: byte "));
}

/* One that cannot be read is a fault of what is shown. */
static void
test_half (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTraceDocument) document = open_files (fixture, "hello", UI_TEST_TRACE);
  g_autofree char *faults = NULL;
  guint64 n_faults;

  ui_test_wait_until (!ilv_trace_document_is_reading (document));
  g_assert_cmpint (ilv_trace_document_find_default (document, 0), ==, 0);
  g_assert_cmpint (ilv_trace_document_find_default (document, 1), ==, -1);
  faults = ilv_trace_document_describe_faults (document, &n_faults);
  g_assert_cmpuint (n_faults, ==, 1);
  g_assert_true (g_str_has_prefix (faults, "one.json cannot be opened: "));
}

/* What nobody wants any more goes, even while it is read. */
static void
test_leave (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvTraceDocument *document = open_files (fixture, UI_TEST_TRACE, UI_TEST_TRACE);

  g_assert_finalize_object (document);
  ui_test_wait_for_the_rest ();
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/ui/trace-document/read", test_read);
  add ("/ui/trace-document/faults", test_faults);
  add ("/ui/trace-document/no-trace", test_no_trace);
  add ("/ui/trace-document/cancel", test_cancel);
  add ("/ui/trace-document/cancel-second", test_cancel_second);
  add ("/ui/trace-document/two", test_two);
  add ("/ui/trace-document/csv", test_csv);
  add ("/ui/trace-document/faults-of-two", test_faults_of_two);
  add ("/ui/trace-document/half", test_half);
  add ("/ui/trace-document/leave", test_leave);
  return g_test_run ();
}
