/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-notes.h"
#include "present-test.h"

#define FIRST_NOTES "Say <i>this</i> first, then wait.\n\nThen that."

typedef struct
{
  GtkWidget *window;
  GtkWidget *notes;
  GtkAdjustment *place;
} Notes;

/* So low that they have to be scrolled. */
static void
notes_open (Notes *notes, PresentFixture *fixture)
{
  GtkWidget *scroller;

  notes->window = gtk_window_new ();
  notes->notes = ilv_console_notes_new (fixture->presentation);
  gtk_window_set_default_size (GTK_WINDOW (notes->window), 260, 110);
  gtk_window_set_child (GTK_WINDOW (notes->window), notes->notes);
  gtk_window_present (GTK_WINDOW (notes->window));
  scroller = ui_test_find (notes->notes, GTK_TYPE_SCROLLED_WINDOW, 0);
  notes->place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  ilv_presentation_set_notes_size (fixture->presentation, ILV_NOTES_SIZE_MAX);
  ui_test_wait_until (gtk_adjustment_get_page_size (notes->place) > 0
                      && gtk_adjustment_get_upper (notes->place)
                           > 2 * gtk_adjustment_get_page_size (notes->place));
}

static gboolean
shows (Notes *notes, const char *text)
{
  return ui_test_find_label (notes->notes, text) != NULL;
}

/* There are notes from the first slide on: the title has those of the first section. */
static void
test_notes (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Notes notes;

  notes_open (&notes, fixture);
  g_assert_true (shows (&notes, FIRST_NOTES));
  ilv_presentation_go_to (fixture->presentation, 1);
  g_assert_true (shows (&notes, FIRST_NOTES));
  present_test_show (fixture, ILV_SLIDE_POLL);
  g_assert_true (shows (&notes, "Let everyone vote."));
  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  g_assert_true (shows (&notes, "Let everyone vote."));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_LAST);
  g_assert_true (shows (&notes, "There are no notes about this section."));
  gtk_window_destroy (GTK_WINDOW (notes.window));
}

/* Within a section they stay where they are; those of another one begin at their top. */
static void
test_scroll (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Notes notes;

  notes_open (&notes, fixture);
  gtk_adjustment_set_value (notes.place, 20);
  ilv_presentation_go_to (fixture->presentation, 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (notes.place), ==, 20);
  present_test_show (fixture, ILV_SLIDE_POLL);
  g_assert_cmpfloat (gtk_adjustment_get_value (notes.place), ==, 0);
  gtk_window_destroy (GTK_WINDOW (notes.window));
}

static void
test_size (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Notes notes;
  double small;

  notes_open (&notes, fixture);
  g_assert_true (shows (&notes, "400 %"));
  small = gtk_adjustment_get_upper (notes.place) / 2;
  ilv_presentation_set_notes_size (fixture->presentation, 100);
  g_assert_true (shows (&notes, "100 %"));
  ui_test_wait_until (gtk_adjustment_get_upper (notes.place) < small);
  gtk_window_destroy (GTK_WINDOW (notes.window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  present_test_add ("/present/console-notes/notes", test_notes);
  present_test_add ("/present/console-notes/scroll", test_scroll);
  present_test_add ("/present/console-notes/size", test_size);

  return g_test_run ();
}
