/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-cashier-scene.h"
#include "scene-fixture.h"

#define WIDTH 500
#define HEIGHT 240

static IlvTrace *
new_trace (guint n_lines, guint n_in_line, guint n_cashiers)
{
  TraceFixture fixture = trace_fixture_begin ("model", n_cashiers, 0);
  const char *steps[] = { "cpu 100ms", NULL };

  for (guint i = 0; i < n_lines * n_in_line; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c%u", 'A' + i % n_lines, i / n_lines + 1);

      ilv_trace_info_add_task (fixture.info, name, steps);
    }
  trace_fixture_add_pieces (&fixture, 0, 100 * MS);

  return trace_fixture_end (&fixture);
}

static GtkWidget *
new_scene (IlvTrace *trace)
{
  GtkWidget *scene = ilv_scene_new ("cashiers");

  ilv_scene_set_trace (ILV_SCENE (scene), trace);

  return scene;
}

static void
test_words (void)
{
  g_autoptr (IlvTrace) trace = new_trace (2, 2, 1);
  GtkWidget *scene = g_object_ref_sink (new_scene (trace));
  g_autoptr (IlvPlayhead) playhead = scene_fixture_add_playhead (scene, trace, 150 * MS);

  g_assert_cmpstr (ilv_scene_widget_get_description (ILV_SCENE_WIDGET (scene)), ==,
                   "Core 0 serves B1. In the lines: A2, B2. 1 of 4 served.");
  ilv_playhead_set_position_ns (playhead, 400 * MS);
  g_assert_cmpstr (ilv_scene_widget_get_description (ILV_SCENE_WIDGET (scene)), ==,
                   "4 of 4 served.");
  ilv_scene_set_trace (ILV_SCENE (scene), NULL);
  g_assert_cmpstr (ilv_scene_widget_get_description (ILV_SCENE_WIDGET (scene)), ==,
                   "Nobody is here yet.");
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
  g_autoptr (IlvTrace) trace = new_trace (2, 2, 1);
  GtkWidget *scene = g_object_ref_sink (ilv_scene_new ("cashiers"));
  g_autoptr (IlvPlayhead) playhead = ilv_playhead_new ();
  guint n_notified = 0;

  g_signal_connect_swapped (scene, "notify", G_CALLBACK (on_notify), &n_notified);
  ilv_scene_set_trace (ILV_SCENE (scene), trace);
  ilv_scene_set_trace (ILV_SCENE (scene), trace);
  g_assert_cmpuint (n_notified, ==, 1);
  ilv_scene_set_playhead (ILV_SCENE (scene), playhead);
  ilv_scene_set_playhead (ILV_SCENE (scene), playhead);
  g_assert_cmpuint (n_notified, ==, 2);
  g_object_unref (scene);
}

/* Who has left cannot be seen, all the others can. */
static void
test_pixels (void)
{
  g_autoptr (IlvTrace) trace = new_trace (2, 3, 1);
  GtkWidget *scene = new_scene (trace);
  g_autoptr (IlvPlayhead) playhead = scene_fixture_add_playhead (scene, trace, 150 * MS);
  GtkWidget *window = scene_fixture_open (scene, WIDTH, HEIGHT);
  g_autofree guint32 *pixels = scene_fixture_paint (scene, WIDTH, HEIGHT);
  g_autofree guint32 *end = NULL;

  /* A line has one colour; of the first, one has left. */
  g_assert_cmpuint (scene_fixture_count_pixels (pixels, WIDTH, HEIGHT, 0), >, 100);
  g_assert_cmpuint (scene_fixture_count_pixels (pixels, WIDTH, HEIGHT, 1), >,
                    scene_fixture_count_pixels (pixels, WIDTH, HEIGHT, 0));
  for (guint i = 2; i < 6; i++)
    g_assert_cmpuint (scene_fixture_count_pixels (pixels, WIDTH, HEIGHT, i), ==, 0);

  ilv_playhead_set_position_ns (playhead, 600 * MS);
  end = scene_fixture_paint (scene, WIDTH, HEIGHT);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpuint (scene_fixture_count_pixels (end, WIDTH, HEIGHT, i), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* With less motion they stand in the line until they are served; else they set off before. */
static void
test_reduced_motion (void)
{
  g_autoptr (IlvTrace) trace = new_trace (2, 3, 1);
  GtkWidget *scene = new_scene (trace);
  g_autoptr (IlvPlayhead) playhead = scene_fixture_add_playhead (scene, trace, 50 * MS);
  GtkWidget *window = scene_fixture_open (scene, WIDTH, HEIGHT);
  GtkSettings *settings = gtk_widget_get_settings (scene);
  g_autofree guint32 *far_before = NULL;
  g_autofree guint32 *just_before = NULL;
  g_autofree guint32 *walking = NULL;
  const gsize size = WIDTH * HEIGHT * sizeof (guint32);

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  far_before = scene_fixture_paint (scene, WIDTH, HEIGHT);
  ilv_playhead_set_position_ns (playhead, 99 * MS);
  just_before = scene_fixture_paint (scene, WIDTH, HEIGHT);
  g_assert_cmpmem (far_before, size, just_before, size);

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  walking = scene_fixture_paint (scene, WIDTH, HEIGHT);
  g_assert_cmpint (memcmp (walking, just_before, size), !=, 0);

  gtk_settings_reset_property (settings, "gtk-enable-animations");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_bounded (void)
{
  g_autoptr (IlvTrace) trace = new_trace (6, 170, 16);
  GtkWidget *scene = new_scene (trace);
  g_autoptr (IlvPlayhead) playhead = scene_fixture_add_playhead (scene, trace, 1);
  GtkWidget *window = scene_fixture_open (scene, WIDTH, 500);
  g_autoptr (GskRenderNode) node = scene_fixture_draw (scene);
  guint n_nodes = scene_fixture_count_nodes (node);

  g_assert_cmpuint (n_nodes, >, 100);
  g_assert_cmpuint (n_nodes, <, 2000);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names (void)
{
  g_assert_null (ilv_scene_new ("nothing"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/cashier-scene/words", test_words);
  g_test_add_func ("/scene/cashier-scene/notifies-on-change", test_notifies_on_change);
  g_test_add_func ("/scene/cashier-scene/pixels", test_pixels);
  g_test_add_func ("/scene/cashier-scene/reduced-motion", test_reduced_motion);
  g_test_add_func ("/scene/cashier-scene/bounded", test_bounded);
  g_test_add_func ("/scene/cashier-scene/names", test_names);

  return g_test_run ();
}
