/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "ilv-code-slide.h"

#include "ilv-code-scene.h"
#include "ilv-code-sheet.h"
#include "present-test-windows.h"

/* Code that is made of the tasks. */
#define CODE_LESSON(right)                                                                         \
  "# Code\n\n```compare\n[Compare]\nTitle=Code\nLeft=python-threads\nRight=" right                   \
  "\n[Task A]\nSteps=cpu 4ms\n[Task B]\nSteps=cpu 4ms\n```\n"

static IlvComparisonStage *
get_stage (PresentFixture *fixture)
{
  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  return ILV_COMPARISON_STAGE (ilv_stage_set_get_current (fixture->stages));
}

/* On a slide, in a window. (transfer floating) */
static GtkWidget *
show_code (IlvComparisonStage *stage, GtkWidget **slide, int height)
{
  GtkWidget *window = gtk_window_new ();

  *slide = ilv_stage_create_view (ILV_STAGE (stage), ILV_SLIDE_CODE);
  gtk_widget_set_vexpand (*slide, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), *slide);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, height);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_mapped (*slide) && gtk_widget_get_width (*slide) > 0);
  return window;
}

static guint
count_sheets (GtkWidget *slide)
{
  guint n_sheets = 0;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    n_sheets += gtk_widget_get_visible (ui_test_find (slide, ILV_TYPE_CODE_SHEET, i));
  return n_sheets;
}

static void
check_text (GtkWidget *slide, IlvComparisonStage *stage, guint side)
{
  IlvCodePane *pane = ilv_comparison_view_get_code (ilv_comparison_stage_get_view (stage));
  g_autofree char *shown = ilv_code_scene_dup_text (
    ILV_CODE_SCENE (ui_test_find (ui_test_find (slide, ILV_TYPE_CODE_SHEET, side),
                                  ILV_TYPE_CODE_SCENE, 0)));
  g_autofree char *code = ilv_code_pane_dup_text (pane, side);

  g_assert_cmpstr (shown, ==, g_strchomp (code));
}

static void
test_different (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonStage *stage = get_stage (fixture);
  GtkWidget *slide, *window = show_code (stage, &slide, 900);

  g_assert_cmpuint (count_sheets (slide), ==, 2);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    check_text (slide, stage, i);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_same (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *slide, *window = show_code (get_stage (fixture), &slide, 900);

  g_assert_cmpuint (count_sheets (slide), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
get_first_line (GtkWidget *slide, guint *first, guint *n_seen, guint *n_lines)
{
  ilv_code_sheet_get_lines (ILV_CODE_SHEET (ui_test_find (slide, ILV_TYPE_CODE_SHEET, 0)), first, n_seen,
                            n_lines);
}

/* Where not all of it has room, a page is turned for every view. */
static void
test_pages (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonStage *stage = get_stage (fixture);
  GtkWidget *slides[N_WINDOWS], *windows[N_WINDOWS];
  guint first, n_seen, n_lines;

  for (guint i = 0; i < N_WINDOWS; i++)
    windows[i] = show_code (stage, &slides[i], 260);
  get_first_line (slides[0], &first, &n_seen, &n_lines);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (n_seen, <, n_lines);
  ilv_comparison_stage_set_code_line (stage, ILV_SIDE_LEFT, n_lines - 1);
  for (guint i = 0; i < N_WINDOWS; i++)
    ui_test_wait_until ((get_first_line (slides[i], &first, &n_seen, &n_lines),
                         first + n_seen == n_lines && first > 0));
  for (guint i = 0; i < N_WINDOWS; i++)
    gtk_window_destroy (GTK_WINDOW (windows[i]));
}

/* Neither side runs code: words, not emptiness. */
static void
test_none (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *slide, *window = show_code (get_stage (fixture), &slide, 900);

  g_assert_cmpuint (count_sheets (slide), ==, 0);
  g_assert_nonnull (
    ui_test_find_label (slide, "As it is set now, neither side runs code of its own."));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  present_test_add_lesson ("/present/code-slide/different", CODE_LESSON ("python-processes"),
                           test_different);
  present_test_add_lesson ("/present/code-slide/same", CODE_LESSON ("python-threads"), test_same);
  present_test_add_lesson ("/present/code-slide/pages", CODE_LESSON ("python-processes"), test_pages);
  present_test_add ("/present/code-slide/none", test_none);

  return g_test_run ();
}
