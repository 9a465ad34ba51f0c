/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-printer.h"

#include <adwaita.h>

#include "ui-test-pdf.h"

static void
on_failed (IlvHandoutPrinter *printer G_GNUC_UNUSED, const char *message, char **said)
{
  g_assert_null (*said);
  *said = g_strdup (message);
}

/* (transfer full) (nullable): what went wrong. @lesson: (nullable). */
static char *
print (PdfFixture *fixture, const char *lesson, const char *path)
{
  g_autoptr (IlvHandoutPrinter) printer = ilv_handout_printer_new ();
  char *said = NULL;

  g_signal_connect (printer, "failed", G_CALLBACK (on_failed), &said);
  ilv_handout_printer_print (printer, NULL, fixture->course,
                             lesson != NULL ? ilv_course_find_lesson (fixture->course, lesson)
                                            : NULL,
                             fixture->runs, GTK_PRINT_OPERATION_ACTION_EXPORT, path);
  ui_test_wait_until (!ilv_handout_printer_is_printing (printer));
  g_assert_finalize_object (g_steal_pointer (&printer));
  return said;
}

/* The pages that GTK prints are those of the handout. */
static void
test_lesson (PdfFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const parts[] = { "Two lines, one cashier", "A shop that explains your CPU",
                                       "What do you expect?", "Where the links lead", NULL };
  g_autofree char *said = print (fixture, "cashiers", fixture->path);

  g_assert_null (said);
  pdf_assert_holds (fixture, parts);
}

static void
test_course (PdfFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const parts[] = { "Handout of the course", "A shop that explains your CPU",
                                       "One by one, or all at once", NULL };
  g_autofree char *said = print (fixture, NULL, fixture->path);

  g_assert_null (said);
  pdf_assert_holds (fixture, parts);
}

/* The last run is on it, read by another thread. */
static void
test_run (PdfFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const parts[] = { "Sequential · 1 task · 1 processor", "utilisation", NULL };
  static const char *const steps[] = { "cpu 1ms", NULL };
  IlvLesson *lesson = ilv_course_find_lesson (fixture->course, "concurrency");
  IlvSection *section = ilv_lesson_find_section (lesson, NULL);
  const IlvRunPlace place = { "concurrency", ilv_section_get_slug (section),
                              ilv_comparison_get_title (ilv_section_get_comparison (section)) };
  IlvTraceInfo *info = ilv_trace_info_new ("sequential", 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  IlvSpan span = { 0, 1000000, 0, ILV_NO_WORKER, 0, 0, ILV_NO_PEER, ILV_STATE_RUNNING, 0, 0 };
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvLastRun) run = NULL;
  g_autofree char *said = NULL;

  ilv_trace_info_add_task (info, "A", steps);
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  g_array_append_val (spans, span);
  trace = ilv_trace_new (info, spans, NULL);
  run = ilv_last_run_new (&trace, NULL, 1);
  ilv_last_runs_put (fixture->runs, &place, run);
  said = print (fixture, "concurrency", fixture->path);
  g_assert_null (said);
  pdf_assert_holds (fixture, parts);
}

static void
test_failed (PdfFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *said = print (fixture, "cashiers", "/nowhere/at/all.pdf");

  g_assert_nonnull (said);
  g_assert_true (g_str_has_prefix (said, "The handout could not be printed: "));
}

/* Whoever printed has gone before it was done. */
static void
test_abandoned (PdfFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvHandoutPrinter *printer = ilv_handout_printer_new ();

  ilv_handout_printer_print (printer, NULL, fixture->course, NULL, fixture->runs,
                             GTK_PRINT_OPERATION_ACTION_EXPORT, fixture->path);
  g_object_add_weak_pointer (G_OBJECT (printer), (gpointer *) &printer);
  g_object_unref (printer);
  ui_test_wait_until (printer == NULL);
}

#define add(path, function)                                                                        \
  g_test_add ("/ui/handout-printer/" path, PdfFixture, NULL, pdf_set_up, function, pdf_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("lesson", test_lesson);
  add ("course", test_course);
  add ("run", test_run);
  add ("failed", test_failed);
  add ("abandoned", test_abandoned);

  return g_test_run ();
}
