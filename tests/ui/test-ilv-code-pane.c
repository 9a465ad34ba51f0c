/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-editor.h"
#include "ilv-code-pane.h"
#include "ui-test-view.h"

#define PYTHON                                                                                     \
  "Left=python-threads\nRight=python-processes\n[Task A]\nSteps=cpu 5ms\n[Task B]\nSteps=cpu 5ms\n"
#define PLAIN "Left=sequential\nRight=model\n[Task A]\nSteps=cpu 5ms\n"

static GtkTextView *
get_editor (ViewFixture *fixture, IlvSide side)
{
  GtkWidget *editor = ui_test_find (view_get_part (fixture, "code"), ILV_TYPE_CODE_EDITOR, side);

  return GTK_TEXT_VIEW (ui_test_find (editor, GTK_TYPE_TEXT_VIEW, 0));
}

static char *
get_code (ViewFixture *fixture, IlvSide side)
{
  return ilv_code_pane_dup_code (view_get_part (fixture, "code"), side);
}

static void
insert (ViewFixture *fixture, IlvSide side, const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (get_editor (fixture, side)), text, -1);
}

/* Where no side has code there is no pane. */
static void
test_plain (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (gtk_widget_get_visible (view_get_part (fixture, "code")));
  g_assert_null (get_code (fixture, ILV_SIDE_LEFT));
}

static void
test_sides (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *left = get_code (fixture, ILV_SIDE_LEFT);
  g_autofree char *right = get_code (fixture, ILV_SIDE_RIGHT);

  g_assert_true (gtk_widget_get_visible (view_get_part (fixture, "code")));
  g_assert_cmpstr (left, !=, right);
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (get_editor (fixture, ILV_SIDE_LEFT))));
  view_change (fixture, "code-side", g_variant_new_string ("right"));
  g_assert_false (gtk_text_view_get_editable (get_editor (fixture, ILV_SIDE_RIGHT)));
  view_activate (fixture, "edit-code");
  g_assert_true (gtk_text_view_get_editable (get_editor (fixture, ILV_SIDE_RIGHT)));

  /* A strategy without code takes its code away. */
  ilv_side_card_set_strategy (view_get_part (fixture, "left"), ILV_STRATEGY_SEQUENTIAL);
  g_assert_null (get_code (fixture, ILV_SIDE_LEFT));
  g_assert_true (gtk_widget_get_visible (view_get_part (fixture, "code")));
}

/* The text goes back, but is not lost. */
static void
test_ours (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *ours = get_code (fixture, ILV_SIDE_LEFT);
  g_autofree char *edited = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *undone = NULL;

  g_assert_false (view_is_enabled (fixture, "restore-code"));
  insert (fixture, ILV_SIDE_LEFT, "# mine\n");
  edited = get_code (fixture, ILV_SIDE_LEFT);
  g_assert_cmpstr (edited, !=, ours);
  g_assert_true (view_is_enabled (fixture, "restore-code"));
  g_assert_true (view_shows (fixture, "Edited"));

  view_activate (fixture, "restore-code");
  restored = get_code (fixture, ILV_SIDE_LEFT);
  g_assert_cmpstr (restored, ==, ours);
  g_assert_false (view_is_enabled (fixture, "restore-code"));
  g_assert_false (view_shows (fixture, "Edited"));

  gtk_text_buffer_undo (gtk_text_view_get_buffer (get_editor (fixture, ILV_SIDE_LEFT)));
  undone = get_code (fixture, ILV_SIDE_LEFT);
  g_assert_cmpstr (undone, ==, edited);
}

/* An edit is there at the next visit, also when the page is left at once. */
static void
test_kept (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *ours = get_code (fixture, ILV_SIDE_LEFT);
  g_autofree char *right = get_code (fixture, ILV_SIDE_RIGHT);
  g_autofree char *edited = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_right = NULL;
  g_autofree char *again = NULL;

  insert (fixture, ILV_SIDE_LEFT, "# mine, with \"quotes\", a \\ and two\n\nlines\n");
  edited = get_code (fixture, ILV_SIDE_LEFT);
  view_show (fixture);
  kept = get_code (fixture, ILV_SIDE_LEFT);
  g_assert_cmpstr (kept, ==, edited);
  kept_right = get_code (fixture, ILV_SIDE_RIGHT);
  g_assert_cmpstr (kept_right, ==, right);
  g_assert_true (view_is_enabled (fixture, "restore-code"));

  view_activate (fixture, "restore-code");
  view_show (fixture);
  again = get_code (fixture, ILV_SIDE_LEFT);
  g_assert_cmpstr (again, ==, ours);
}

static const IlvTraceInfo *
get_info (ViewFixture *fixture, IlvSide side)
{
  return ilv_trace_get_info (view_get_trace (fixture, side));
}

/* What is shown is what runs; where there is no Python, something stands in and says so. */
static void
test_run (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *code = NULL;

  insert (fixture, ILV_SIDE_LEFT, "print ('hello')\n");
  code = get_code (fixture, ILV_SIDE_LEFT);
  ui_test_wait_until (!ilv_pythons_is_searching (fixture->pythons));
  view_run (fixture);
  if (g_list_model_get_n_items (ilv_pythons_get_model (fixture->pythons)) == 0)
    {
      g_assert_cmpstr (get_info (fixture, ILV_SIDE_LEFT)->strategy, ==, "gil");
      return;
    }
  g_assert_cmpstr (get_info (fixture, ILV_SIDE_LEFT)->strategy, ==, "python-threads");
  g_assert_cmpstr (get_info (fixture, ILV_SIDE_LEFT)->code, ==, code);
  g_assert_nonnull (get_info (fixture, ILV_SIDE_LEFT)->interpreter);
  g_assert_true (view_shows (fixture, "hello"));
  g_assert_cmpint (get_info (fixture, ILV_SIDE_RIGHT)->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, compare, function)                                                               \
  g_test_add ("/ui/code-pane/" path, ViewFixture, compare, view_set_up, function, view_tear_down)
  ADD ("plain", PLAIN, test_plain);
  ADD ("sides", PYTHON, test_sides);
  ADD ("ours", PYTHON, test_ours);
  ADD ("kept", PYTHON, test_kept);
  ADD ("run", PYTHON, test_run);
#undef ADD

  return g_test_run ();
}
