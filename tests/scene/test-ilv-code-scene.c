/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-scene.h"
#include "ilv-code-view.h"
#include "scene-fixture.h"

#define CODE "one\ntwo\nthree\n"

/* A runs line 1, then 2; B waits in line 3 all the time. */
static IlvTrace *
new_trace (void)
{
  TraceFixture fixture = trace_fixture_begin ("python-asyncio", 1, 2);

  fixture.info->code = g_strdup (CODE);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 10 * MS)->step = 0;
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 10 * MS, 20 * MS)->step = 1;
  trace_fixture_add (&fixture, 1, ILV_STATE_WAITING, -1, 0, 20 * MS)->step = 2;

  return trace_fixture_end (&fixture);
}

static GtkWidget *
find_view (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (ILV_IS_CODE_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_view (child);

  return found;
}

static const GArray *
get_marks (GtkWidget *scene)
{
  return ilv_code_view_get_marks (ILV_CODE_VIEW (find_view (scene)));
}

static void
assert_mark (GtkWidget *scene, guint index, guint line, guint task, gboolean pale)
{
  const IlvCodeMark *mark = &g_array_index (get_marks (scene), IlvCodeMark, index);

  g_assert_cmpuint (get_marks (scene)->len, >, index);
  g_assert_cmpuint (mark->line, ==, line);
  g_assert_cmpuint (mark->task, ==, task);
  g_assert_cmpint (mark->pale, ==, pale);
}

static void
test_lines (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  GtkWidget *scene = g_object_ref_sink (ilv_code_scene_new ());
  g_autoptr (IlvPlayhead) playhead = NULL;

  ilv_code_scene_set_text (ILV_CODE_SCENE (scene), CODE);
  ilv_scene_set_trace (ILV_SCENE (scene), trace);
  playhead = scene_fixture_add_playhead (scene, trace, 5 * MS);
  g_assert_cmpuint (get_marks (scene)->len, ==, 2);
  assert_mark (scene, 0, 0, 0, FALSE);
  assert_mark (scene, 1, 2, 1, TRUE);
  g_assert_cmpstr (ilv_scene_widget_get_description (ILV_SCENE_WIDGET (scene)), ==,
                   "A runs line 1. B waits in line 3.");

  ilv_playhead_set_position_ns (playhead, 15 * MS);
  assert_mark (scene, 0, 1, 0, FALSE);
  ilv_playhead_set_position_ns (playhead, 20 * MS);
  g_assert_cmpuint (get_marks (scene)->len, ==, 0);
  g_object_unref (scene);
}

/* Lines are lit only in the code that ran, and again when it is put back. */
static void
test_edits (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  GtkWidget *scene = g_object_ref_sink (ilv_code_scene_new ());
  g_autoptr (IlvPlayhead) playhead = NULL;

  ilv_code_scene_set_text (ILV_CODE_SCENE (scene), CODE);
  ilv_scene_set_trace (ILV_SCENE (scene), trace);
  playhead = scene_fixture_add_playhead (scene, trace, 5 * MS);
  ilv_code_scene_set_text (ILV_CODE_SCENE (scene), "zero\n" CODE);
  g_assert_cmpuint (get_marks (scene)->len, ==, 0);
  ilv_code_scene_set_text (ILV_CODE_SCENE (scene), "one\ntwo\nthree");
  g_assert_cmpuint (get_marks (scene)->len, ==, 2);
  g_object_unref (scene);
}

static void
on_notify (guint *n_notified)
{
  (*n_notified)++;
}

static void
test_notifies_on_change (void)
{
  GtkWidget *scene = g_object_ref_sink (ilv_code_scene_new ());
  g_autofree char *text = NULL;
  guint n_notified = 0;

  g_signal_connect_swapped (scene, "notify", G_CALLBACK (on_notify), &n_notified);
  g_object_set (scene, "text", CODE, "language", "python3", "editable", TRUE, NULL);
  g_assert_cmpuint (n_notified, ==, 3);
  g_object_set (scene, "text", CODE, "language", "python3", "editable", TRUE, NULL);
  g_assert_cmpuint (n_notified, ==, 3);
  text = ilv_code_scene_dup_text (ILV_CODE_SCENE (scene));
  g_assert_cmpstr (text, ==, CODE);
  g_assert_cmpstr (ilv_code_scene_get_language (ILV_CODE_SCENE (scene)), ==, "python3");

  ilv_code_scene_set_text (ILV_CODE_SCENE (scene), NULL);
  g_assert_cmpuint (n_notified, ==, 4);
  g_object_unref (scene);
}

/* Tab leaves a text that cannot be edited. */
static void
test_tab (void)
{
  GtkWidget *scene = g_object_ref_sink (ilv_code_scene_new ());
  GtkTextView *view = GTK_TEXT_VIEW (find_view (scene));

  g_assert_false (gtk_text_view_get_accepts_tab (view));
  ilv_code_scene_set_editable (ILV_CODE_SCENE (scene), TRUE);
  g_assert_true (gtk_text_view_get_accepts_tab (view));
  g_assert_true (gtk_text_view_get_editable (view));
  g_object_unref (scene);
}

static int
measure (GtkWidget *scene, guint n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int natural;

  for (guint i = 1; i < n_lines; i++)
    g_string_append (text, "line\n");
  ilv_code_scene_set_text (ILV_CODE_SCENE (scene), text->str);
  gtk_widget_measure (scene, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static void
test_height (void)
{
  GtkWidget *scene = g_object_ref_sink (ilv_code_scene_new ());
  int ten = measure (scene, 10);
  int twenty = measure (scene, 20);

  g_assert_cmpint (twenty, >, ten);
  g_assert_cmpint (measure (scene, 24), ==, twenty + (twenty - ten) / 10 * 4);
  g_assert_cmpint (measure (scene, 100), ==, measure (scene, 24));
  g_object_unref (scene);
}

/* A thousand tasks in one line are some names and a number. */
static void
test_bounded (void)
{
  TraceFixture fixture = trace_fixture_begin ("python-asyncio", 1, 1000);
  g_autoptr (IlvTrace) trace = NULL;
  GtkWidget *scene = ilv_code_scene_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GtkWidget *window, *view;

  fixture.info->code = g_strdup (CODE);
  for (guint i = 0; i < 1000; i++)
    trace_fixture_add (&fixture, i, ILV_STATE_WAITING, -1, 0, 20 * MS)->step = 1;
  trace = trace_fixture_end (&fixture);
  ilv_code_scene_set_text (ILV_CODE_SCENE (scene), CODE);
  ilv_scene_set_trace (ILV_SCENE (scene), trace);
  g_object_unref (scene_fixture_add_playhead (scene, trace, 5 * MS));
  window = scene_fixture_open (scene, 400, 200);
  view = find_view (scene);
  g_assert_cmpuint (get_marks (scene)->len, ==, 1000);

  GTK_TEXT_VIEW_GET_CLASS (view)->snapshot_layer (GTK_TEXT_VIEW (view),
                                                  GTK_TEXT_VIEW_LAYER_ABOVE_TEXT, snapshot);
  GTK_TEXT_VIEW_GET_CLASS (view)->snapshot_layer (GTK_TEXT_VIEW (view),
                                                  GTK_TEXT_VIEW_LAYER_BELOW_TEXT, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_cmpuint (scene_fixture_count_nodes (node), >, 10);
  g_assert_cmpuint (scene_fixture_count_nodes (node), <, 100);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/code-scene/lines", test_lines);
  g_test_add_func ("/scene/code-scene/edits", test_edits);
  g_test_add_func ("/scene/code-scene/notifies-on-change", test_notifies_on_change);
  g_test_add_func ("/scene/code-scene/tab", test_tab);
  g_test_add_func ("/scene/code-scene/height", test_height);
  g_test_add_func ("/scene/code-scene/bounded", test_bounded);

  return g_test_run ();
}
