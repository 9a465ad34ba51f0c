/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-mark.h"
#include "ilv-names-layout.h"
#include "ilv-names-scene.h"
#include "scene-fixture.h"

#define WIDTH 500
#define HEIGHT 200
#define TEXT_HEIGHT 15

/* Every task waits from 0 on; number i brings its name after (i + 1) × 10 ms, number 1 fails. */
static IlvTrace *
new_trace (guint n_tasks)
{
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 0);
  const char *steps[] = { "get /", NULL };

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pokémon %u", i + 1);
      g_autofree char *found = g_strdup_printf ("name-%u", i + 1);
      gint64 end_ns = (i + 1) * 10 * MS;

      ilv_trace_info_add_task (fixture.info, name, steps);
      trace_fixture_add (&fixture, i, ILV_STATE_WAITING, -1, 0, end_ns);
      if (i == 1)
        ilv_trace_info_add_result (fixture.info, end_ns, i, 0, ILV_RESULT_FAILURE, "HTTP 500",
                                   NULL);
      else
        ilv_trace_info_add_result (fixture.info, end_ns, i, 0, ILV_RESULT_TEXT, found, NULL);
    }

  return trace_fixture_end (&fixture);
}

/* One task, which brings that name. */
static IlvTrace *
new_trace_of_name (const char *name)
{
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 0);

  ilv_trace_info_add_task (fixture.info, "Pokémon 1", (const char *[]){ "get /", NULL });
  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, -1, 0, 10 * MS);
  ilv_trace_info_add_result (fixture.info, 10 * MS, 0, 0, ILV_RESULT_TEXT, name, NULL);

  return trace_fixture_end (&fixture);
}

static GtkWidget *
new_scene (IlvTrace *trace)
{
  GtkWidget *scene = ilv_scene_new ("names");

  ilv_scene_set_trace (ILV_SCENE (scene), trace);

  return scene;
}

static void
assert_words (GtkWidget *scene, const char *expected)
{
  g_assert_cmpstr (ilv_scene_widget_get_description (ILV_SCENE_WIDGET (scene)), ==, expected);
}

/* Names come and, when one goes back, go. */
static void
test_words (void)
{
  g_autoptr (IlvTrace) trace = new_trace (4);
  GtkWidget *scene = g_object_ref_sink (new_scene (trace));
  g_autoptr (IlvPlayhead) playhead = scene_fixture_add_playhead (scene, trace, 5 * MS);

  assert_words (scene, "0 of 4 names after 5 ms");
  ilv_playhead_set_position_ns (playhead, 10 * MS);
  assert_words (scene, "1 of 4 names after 10 ms. name-1");
  ilv_playhead_set_position_ns (playhead, 32 * MS);
  assert_words (scene,
                "2 of 4 names, 1 failed, after 32 ms. Pokémon 2 failed: HTTP 500. name-1. name-3");
  ilv_playhead_set_position_ns (playhead, 19 * MS);
  assert_words (scene, "1 of 4 names after 19 ms. name-1");

  /* The other side takes longer: this one was ready when it was. */
  ilv_playhead_set_end_ns (playhead, 3000 * MS);
  ilv_playhead_set_position_ns (playhead, 3000 * MS);
  assert_words (scene, "3 of 4 names, 1 failed, after 40 ms. Pokémon 2 failed: HTTP 500. name-1. "
                       "name-3. name-4");
  ilv_scene_set_trace (ILV_SCENE (scene), NULL);
  assert_words (scene, "No names yet");
  g_object_unref (scene);
}

static void
test_pixels (void)
{
  g_autoptr (IlvTrace) trace = new_trace (6);
  GtkWidget *scene = new_scene (trace);
  g_autoptr (IlvPlayhead) playhead = scene_fixture_add_playhead (scene, trace, 35 * MS);
  GtkWidget *window = scene_fixture_open (scene, WIDTH, HEIGHT);
  g_autofree guint32 *pixels = scene_fixture_paint (scene, WIDTH, HEIGHT);

  /* A bar in the colour of each name that came; the failure has another colour. */
  g_assert_cmpuint (scene_fixture_count_pixels (pixels, WIDTH, HEIGHT, 0), >, 50);
  g_assert_cmpuint (scene_fixture_count_pixels (pixels, WIDTH, HEIGHT, 1), ==, 0);
  g_assert_cmpuint (scene_fixture_count_pixels (pixels, WIDTH, HEIGHT, 2), >, 50);
  /* An outline for who is at work. */
  g_assert_cmpuint (scene_fixture_count_pixels (pixels, WIDTH, HEIGHT, 4), >, 50);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* How far from the left a pixel of that task's colour is, the first of them; -1 if there is none. */
static int
find_colour (GtkWidget *scene, guint task)
{
  g_autofree guint32 *pixels = scene_fixture_paint (scene, WIDTH, HEIGHT);

  for (int x = 0; x < WIDTH; x++)
    for (int y = 0; y < HEIGHT; y++)
      if (scene_fixture_count_pixels (pixels + y * WIDTH + x, 1, 1, task) > 0)
        return x;
  return -1;
}

/* From the right, where that is how one reads: the first card and its bar. */
static void
test_mirrored (void)
{
  g_autoptr (IlvTrace) trace = new_trace (6);
  GtkWidget *scene = new_scene (trace);
  g_autoptr (IlvPlayhead) playhead = scene_fixture_add_playhead (scene, trace, 35 * MS);
  GtkWidget *window = scene_fixture_open (scene, WIDTH, HEIGHT);

  g_assert_cmpint (find_colour (scene, 0), ==, 0);
  gtk_widget_set_direction (scene, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (find_colour (scene, 0), >=, WIDTH - 6);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The most letters that are drawn in one piece, in what is placed somewhere. */
static guint
count_glyphs (GskRenderNode *node, gboolean placed)
{
  guint n_glyphs = 0;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n_glyphs = MAX (n_glyphs, count_glyphs (gsk_container_node_get_child (node, i), placed));
      return n_glyphs;
    case GSK_TRANSFORM_NODE:
      return count_glyphs (gsk_transform_node_get_child (node), TRUE);
    case GSK_TEXT_NODE:
      return placed ? gsk_text_node_get_num_glyphs (node) : 0;
    default:
      return 0;
    }
}

/* A name that is somewhat wider than its card, one of two in a row, is smaller, and whole. */
static void
test_long_name (void)
{
  g_autoptr (GString) name = g_string_new ("n");
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvPlayhead) playhead = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkWidget *scene = ilv_scene_new ("names");
  GtkWidget *window = scene_fixture_open (scene, 200, 60);
  int width = 0;

  while (width < 95)
    {
      g_autoptr (PangoLayout) text = ilv_mark_create_text (scene, g_string_append_c (name, 'n')->str);

      pango_layout_get_pixel_size (text, &width, NULL);
    }
  trace = new_trace_of_name (name->str);
  ilv_scene_set_trace (ILV_SCENE (scene), trace);
  playhead = scene_fixture_add_playhead (scene, trace, 10 * MS);
  node = scene_fixture_draw (scene);
  g_assert_cmpuint (count_glyphs (node, FALSE), ==, name->len);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_layout (void)
{
  for (guint n_cards = 1; n_cards <= 1000; n_cards += 37)
    for (int width = 200; width <= 1200; width += 130)
      {
        int height = ilv_names_layout_measure (width, TEXT_HEIGHT, n_cards);
        IlvNamesLayout layout;
        int x, y;

        ilv_names_layout_place (&layout, width, height, TEXT_HEIGHT, n_cards);
        for (guint i = 0; i < n_cards; i++)
          {
            ilv_names_layout_get_card (&layout, i, &x, &y);
            g_assert_cmpint (x + layout.cell_width - ILV_NAMES_GAP, <=, width);
            g_assert_cmpint (y + layout.cell_height - ILV_NAMES_GAP, <=, height);
            g_assert_cmpint (ilv_names_layout_find_card (&layout, x, y), ==, i);
            g_assert_cmpint (
              ilv_names_layout_find_card (&layout, x + layout.cell_width - ILV_NAMES_GAP, y), ==,
              -1);
          }
        if (n_cards <= 20 && width >= 330)
          g_assert_true (layout.named);
      }
}

/* Twenty names are read, a thousand are squares, and few nodes each. */
static void
test_bounded (void)
{
  g_autoptr (IlvTrace) trace = new_trace (1000);
  GtkWidget *scene = new_scene (trace);
  GtkWidget *window = scene_fixture_open (scene, 360, 260);
  g_autoptr (GskRenderNode) node = scene_fixture_draw (scene);
  guint n_nodes = scene_fixture_count_nodes (node);

  g_assert_cmpuint (n_nodes, >, 1000);
  g_assert_cmpuint (n_nodes, <, 1100);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/names-scene/words", test_words);
  g_test_add_func ("/scene/names-scene/pixels", test_pixels);
  g_test_add_func ("/scene/names-scene/mirrored", test_mirrored);
  g_test_add_func ("/scene/names-scene/long-name", test_long_name);
  g_test_add_func ("/scene/names-scene/layout", test_layout);
  g_test_add_func ("/scene/names-scene/bounded", test_bounded);

  return g_test_run ();
}
