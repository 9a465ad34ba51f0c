/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "present-test-course.h"

#include "ilv-overview-tile.h"
#include "ilv-overview.h"

typedef struct
{
  PresentTestCourse course;
  IlvStageSet *stages;
  IlvPresentation *presentation;
  GtkWidget *overview;
  GtkWidget *window;
  GtkFlowBox *grid;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  present_test_course_init (&fixture->course);
  fixture->stages = present_test_course_open (&fixture->course, 0, 1920);
  fixture->presentation = ilv_stage_set_get_presentation (fixture->stages);
  ilv_presentation_go_to (fixture->presentation, 2);
  ilv_presentation_perform (fixture->presentation, ILV_TALK_OVERVIEW);
  fixture->overview = ilv_overview_new (fixture->stages);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->overview);
  fixture->grid = GTK_FLOW_BOX (ui_test_find (fixture->overview, GTK_TYPE_FLOW_BOX, 0));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->grid)) > 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->stages);
  present_test_course_clear (&fixture->course);
}

static GtkWidget *
get_tile (Fixture *fixture, int index)
{
  return GTK_WIDGET (gtk_flow_box_get_child_at_index (fixture->grid, index));
}

static int
get_selected (Fixture *fixture)
{
  g_autoptr (GList) selected = gtk_flow_box_get_selected_children (fixture->grid);

  g_assert_cmpuint (g_list_length (selected), ==, 1);
  return (int) ilv_overview_tile_get_number (selected->data);
}

static guint
count_filled (Fixture *fixture)
{
  guint n = 0;

  while (ui_test_find (fixture->overview, ILV_TYPE_SLIDE_VIEW, n) != NULL)
    n++;
  return n;
}

static guint
get_n_slides (Fixture *fixture)
{
  return ilv_deck_get_n_slides (ilv_presentation_get_deck (fixture->presentation));
}

static void
search (Fixture *fixture, const char *text)
{
  GtkWidget *bar = ui_test_find (fixture->overview, GTK_TYPE_SEARCH_BAR, 0);
  GtkWidget *entry = ui_test_find (fixture->overview, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

/* All slides are there at once, and their pictures come one by one. */
static void
test_fill (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_nonnull (get_tile (fixture, (int) get_n_slides (fixture) - 1));
  g_assert_null (get_tile (fixture, (int) get_n_slides (fixture)));
  g_assert_cmpuint (count_filled (fixture), <, get_n_slides (fixture));
  g_assert_cmpint (get_selected (fixture), ==, 2);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == get_tile (fixture, 2));
  ui_test_wait_until (count_filled (fixture) == get_n_slides (fixture));
  present_test_save (fixture->overview, "overview.png");
}

static void
test_go_to (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *tile = get_tile (fixture, 4);

  gtk_widget_grab_focus (tile);
  g_assert_true (gtk_widget_activate (tile));
  g_assert_cmpuint (ilv_presentation_get_slide_number (fixture->presentation), ==, 4);
  g_assert_false (ilv_presentation_shows_overview (fixture->presentation));
}

static void
press_arrow (Fixture *fixture, int steps)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (fixture->grid, "move-cursor", GTK_MOVEMENT_VISUAL_POSITIONS, steps, FALSE,
                         FALSE, &handled);
}

/* Arrows walk from the slide that is shown. */
static void
test_arrows (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  press_arrow (fixture, 1);
  g_assert_cmpint (get_selected (fixture), ==, 3);
  press_arrow (fixture, -1);
  press_arrow (fixture, -1);
  g_assert_cmpint (get_selected (fixture), ==, 1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == get_tile (fixture, 1));
}

static void
test_search (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *entry = ui_test_find (fixture->overview, GTK_TYPE_SEARCH_ENTRY, 0);
  GtkWidget *nothing = ui_test_find_label (fixture->overview, "No such slide");

  search (fixture, "PHOTOGRAPH film");
  g_assert_false (gtk_widget_get_mapped (get_tile (fixture, 2)));
  g_assert_true (gtk_widget_get_mapped (get_tile (fixture, get_selected (fixture))));
  present_test_save (fixture->overview, "overview-search.png");

  search (fixture, "no slide says this");
  g_assert_true (gtk_widget_get_mapped (nothing));
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (ilv_presentation_shows_overview (fixture->presentation));
  present_test_save (fixture->overview, "overview-nothing.png");

  search (fixture, "12");
  g_assert_cmpint (get_selected (fixture), ==, 11);
  g_assert_false (gtk_widget_get_mapped (nothing));

  g_assert_true (ilv_overview_leave_search (ILV_OVERVIEW (fixture->overview)));
  g_assert_true (gtk_widget_get_mapped (get_tile (fixture, 2)));
  g_assert_cmpint (get_selected (fixture), ==, 2);
  g_assert_false (ilv_overview_leave_search (ILV_OVERVIEW (fixture->overview)));

  search (fixture, "12");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (ilv_presentation_get_slide_number (fixture->presentation), ==, 11);
}

/* Another format, while it is open. */
static void
test_deck (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvDeck) deck = ilv_slide_measure_create_deck (
    ilv_deck_get_lesson (ilv_presentation_get_deck (fixture->presentation)), 1440);

  ilv_presentation_set_deck (fixture->presentation, deck);
  g_assert_nonnull (get_tile (fixture, (int) ilv_deck_get_n_slides (deck) - 1));
  g_assert_null (get_tile (fixture, (int) ilv_deck_get_n_slides (deck)));
  g_assert_cmpint (get_selected (fixture), ==,
                   (int) ilv_presentation_get_slide_number (fixture->presentation));
}

static void
test_names (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *title = NULL, *poll = NULL;
  IlvDeck *deck = ilv_presentation_get_deck (fixture->presentation);
  guint number = 0;

  while (ilv_slide_get_kind (ilv_deck_get_slide (deck, number)) != ILV_SLIDE_POLL)
    number++;
  title = g_strdup_printf ("Slide 1 of %u: Concurrency and parallelism", get_n_slides (fixture));
  poll = g_strdup_printf ("Slide %u of %u: Taking turns, or at the same time?, Question", number + 1,
                          get_n_slides (fixture));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_tile (fixture, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_tile (fixture, (int) number)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, poll);
}

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("/present/overview/fill", test_fill);
  add ("/present/overview/go-to", test_go_to);
  add ("/present/overview/arrows", test_arrows);
  add ("/present/overview/search", test_search);
  add ("/present/overview/deck", test_deck);
  add ("/present/overview/names", test_names);

  return g_test_run ();
}
