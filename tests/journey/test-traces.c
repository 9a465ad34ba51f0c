/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Traces of the person's own, by the keyboard and the accessibility tree alone: opened from a terminal, one and
 * then two; everything that can be used is named and reached. */

#include "journey-audit.h"
#include "journey-hands.h"

#include <glib/gstdio.h>

#define BROKEN                                                                                     \
  "[{\"ph\":\"X\",\"name\":\"parse\",\"pid\":1,\"tid\":1,\"ts\":0,\"dur\":1000},"                  \
  "{\"ph\":\"X\",\"name\":\"paint\",\"pid\":1,\"tid\":2,\"ts\":500,\"dur\":2000},{\"pid\":1}]"

/* The program that is there already is told to. */
static void
open_files (const char *first, const char *second)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("ILV_PROGRAM"), first, second, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
}

static void
write_trace (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, BROKEN, -1, &error);
  g_assert_no_error (error);
}

/* A span is measured by keys, and what was in it is text for whoever cannot see it. */
static void
measure (Journey *journey)
{
  journey_focus_by_tab (journey, "Timeline");
  journey_press ("Right");
  journey_press ("m");
  journey_expect (journey, "Range: 1.000 ms, from 0.000 ms to 1.000 ms");
  journey_expect (journey, "running 1.5 ms");
  journey_audit_names (journey);
  journey_click (journey, "Clear range");
  journey_wait_until_gone (journey, journey_has_text, "Range: 1.000 ms, from 0.000 ms to 1.000 ms");
}

static void
test_traces (void)
{
  Journey journey = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("interleave-traces-XXXXXX", NULL);
  g_autofree char *first = g_build_filename (folder, "first.json", NULL);
  g_autofree char *second = g_build_filename (folder, "second.json", NULL);

  journey_audit_listen ();
  write_trace (first);
  write_trace (second);
  journey_start (&journey, "concurrency");
  journey_expect (&journey, "What this lesson is about");
  open_files (first, NULL);
  journey_expect (&journey, "1 fault; what could be read is shown");
  journey_expect (&journey, "event 3");
  journey_expect (&journey, "Spans: 2");
  journey_audit_names (&journey);
  journey_focus_window ();
  journey_audit_focus (&journey);
  measure (&journey);
  open_files (first, second);
  journey_expect (&journey, "first.json · second.json");
  journey_expect (&journey, "2 faults; what could be read is shown");
  journey_audit_names (&journey);
  journey_print_turns (&journey, "traces");
  journey_quit (&journey);
  journey_end (&journey);
  g_assert_cmpint (g_remove (first), ==, 0);
  g_assert_cmpint (g_remove (second), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/traces", test_traces);
}
