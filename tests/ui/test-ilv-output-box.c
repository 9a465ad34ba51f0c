/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-output-box.h"
#include "ui-test.h"

typedef struct
{
  GtkWidget *box;
  IlvTraceInfo *info;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->box = g_object_ref_sink (g_object_new (ILV_TYPE_OUTPUT_BOX, NULL));
  fixture->info = ilv_trace_info_new ("python-threads", 1);
  ilv_trace_info_add_task (fixture->info, "A", (const char *[]){ NULL });
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_trace_info_unref (fixture->info);
  g_assert_finalize_object (fixture->box);
}

static void
add (Fixture *fixture, guint task, IlvResultKind kind, const char *text)
{
  ilv_trace_info_add_result (fixture->info, 1, task, 0, kind, text, NULL);
}

static const char *
show (Fixture *fixture)
{
  g_autoptr (IlvTrace) trace = ilv_trace_new (ilv_trace_info_copy (fixture->info),
                                              g_array_new (FALSE, FALSE, sizeof (IlvSpan)), NULL);

  ilv_output_box_set_trace (ILV_OUTPUT_BOX (fixture->box), trace);
  return ilv_output_box_get_text (ILV_OUTPUT_BOX (fixture->box));
}

static void
test_lines (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpstr (show (fixture), ==, "");
  g_assert_false (gtk_widget_get_visible (fixture->box));
  add (fixture, G_MAXUINT, ILV_RESULT_OUTPUT, "hello");
  add (fixture, 0, ILV_RESULT_TEXT, "pikachu");
  add (fixture, 0, ILV_RESULT_FAILURE, "HTTP 500");
  add (fixture, G_MAXUINT, ILV_RESULT_FAILURE, "The script ended badly.");
  g_assert_cmpstr (show (fixture), ==,
                   "hello\nA: pikachu\nA failed: HTTP 500\nThe script ended badly.");
  g_assert_true (gtk_widget_get_visible (fixture->box));
  ilv_output_box_set_trace (ILV_OUTPUT_BOX (fixture->box), NULL);
  g_assert_false (gtk_widget_get_visible (fixture->box));
}

/* Whatever a script writes, the box stays small, and what it holds is text. */
static void
test_flood (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < 3000; i++)
    add (fixture, G_MAXUINT, ILV_RESULT_OUTPUT, "a line with an ä\n");
  add (fixture, G_MAXUINT, ILV_RESULT_OUTPUT, "the end");
  g_assert_cmpuint (strlen (show (fixture)), <, 30000);
  g_assert_true (g_str_has_prefix (show (fixture), "…\na line"));
  g_assert_true (g_str_has_suffix (show (fixture), "\nthe end"));
}

static void
test_one_long_line (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) line = g_string_new ("a");

  for (guint i = 0; i < 30000; i++)
    g_string_append (line, "ä");
  add (fixture, G_MAXUINT, ILV_RESULT_OUTPUT, line->str);
  g_assert_cmpuint (strlen (show (fixture)), <, 30000);
  g_assert_true (g_utf8_validate (show (fixture), -1, NULL));
}

static GtkWidget *
find_scroller (GtkWidget *box)
{
  return gtk_expander_get_child (GTK_EXPANDER (gtk_widget_get_first_child (box)));
}

/* In a narrow box lines that are wrapped are seen whole. */
static void
test_narrow (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = gtk_window_new ();
  GtkAdjustment *adjustment;
  int height;

  add (fixture, G_MAXUINT, ILV_RESULT_OUTPUT, "one two three four five six seven eight nine ten");
  show (fixture);
  gtk_window_set_child (GTK_WINDOW (window), fixture->box);
  gtk_widget_measure (fixture->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (fixture->box, GTK_ORIENTATION_VERTICAL, 120, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (fixture->box, &(GtkAllocation){ 0, 0, 120, height }, -1);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_scroller (fixture->box)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, 40);
  g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), ==, gtk_adjustment_get_upper (adjustment));

  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/output-box/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("lines", test_lines);
  ADD ("flood", test_flood);
  ADD ("one-long-line", test_one_long_line);
  ADD ("narrow", test_narrow);
#undef ADD

  return g_test_run ();
}
