/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-canvas.h"
#include "ilv-task-progress.h"
#include "ilv-tile.h"
#include "ilv-tiles-scene.h"
#include "scene-fixture.h"

#define WIDTH 300
#define HEIGHT 340

/* The picture is 8 × 8, with 2 × 2 tiles of two blocks each; workers take turns. */
#define PICTURE 8
#define TILE 4
#define BLOCK 2

static TraceFixture
begin (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 4);

  ilv_trace_info_add_worker (fixture.info, "Worker 1", 0, 0);
  ilv_trace_info_add_worker (fixture.info, "Worker 2", 0, 1);
  for (guint task = 0; task < 4; task++)
    {
      gint64 start_ns = task / 2 * 20 * MS;

      trace_fixture_add (&fixture, task, ILV_STATE_RUNNING, task % 2, start_ns, start_ns + 20 * MS)
        ->worker = task % 2;
    }

  return fixture;
}

static void
add_block (TraceFixture *fixture, guint task, guint block, gint64 time_ns)
{
  guint8 values[TILE * BLOCK];
  IlvTile tile = { PICTURE, PICTURE, task % 2 * TILE, task / 2 * TILE + block * BLOCK,
                   TILE,    BLOCK,   values };
  g_autoptr (GBytes) bytes = NULL;

  memset (values, 255, sizeof values);
  bytes = ilv_tile_to_bytes (&tile);
  ilv_trace_info_add_result (fixture->info, time_ns, task, 0, ILV_RESULT_PIXELS, NULL, bytes);
}

static IlvTrace *
new_trace (void)
{
  TraceFixture fixture = begin ();

  for (guint row = 0; row < 2; row++)
    for (guint block = 0; block < 2; block++)
      for (guint column = 0; column < 2; column++)
        add_block (&fixture, row * 2 + column, block, (row * 20 + (block + 1) * 10) * MS);

  return trace_fixture_end (&fixture);
}

static IlvCanvas *
new_canvas (IlvTrace *trace)
{
  static const GdkRGBA colours[] = { { 1, 0, 0, 1 }, { 0, 0, 1, 1 } };
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
  IlvCanvas *canvas = ilv_canvas_new ();

  ilv_canvas_set_colours (canvas, colours, 2);
  ilv_canvas_set_index (canvas, index);

  return canvas;
}

static guint32
get_pixel (IlvCanvas *canvas, guint x, guint y)
{
  GdkTexture *texture = ilv_canvas_get_texture (canvas);
  guint32 pixels[PICTURE * PICTURE];

  gdk_texture_download (texture, (guchar *) pixels, PICTURE * sizeof (guint32));

  return pixels[y * PICTURE + x];
}

static void
test_canvas (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  g_autoptr (IlvCanvas) canvas = new_canvas (trace);
  const IlvCanvasPart *parts;
  guint width, height, n_parts;

  g_assert_false (ilv_canvas_move (canvas, 9 * MS));
  g_assert_null (ilv_canvas_get_texture (canvas));

  g_assert_true (ilv_canvas_move (canvas, 10 * MS));
  ilv_canvas_get_size (canvas, &width, &height);
  g_assert_cmpuint (width, ==, PICTURE);
  g_assert_cmpuint (height, ==, PICTURE);
  parts = ilv_canvas_get_parts (canvas, &n_parts);
  g_assert_cmpuint (n_parts, ==, 4);
  g_assert_cmpuint (parts[1].x, ==, TILE);
  g_assert_cmpuint (parts[1].height, ==, BLOCK);
  g_assert_cmpuint (parts[1].painter, ==, 1);
  g_assert_cmpuint (parts[2].width, ==, 0);

  /* Each in the tint of who painted it, and nothing where nobody did. */
  g_assert_cmphex (get_pixel (canvas, 0, 0), ==, 0xffff6161);
  g_assert_cmphex (get_pixel (canvas, TILE, 0), ==, 0xff6161ff);
  g_assert_cmphex (get_pixel (canvas, 0, BLOCK), ==, 0);

  ilv_canvas_move (canvas, 20 * MS);
  g_assert_cmpuint (ilv_canvas_get_parts (canvas, &n_parts)[0].height, ==, TILE);
}

/* Moving on paints only what is new; moving back begins anew; a run that grew goes on. */
static void
test_canvas_is_incremental (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  g_autoptr (IlvCanvas) canvas = new_canvas (trace);
  g_autoptr (IlvTrace) grown = NULL;
  g_autoptr (IlvLaneIndex) index = NULL;
  GdkTexture *texture;

  ilv_canvas_move (canvas, 10 * MS);
  g_assert_cmpuint (ilv_canvas_get_n_painted (canvas), ==, 2);
  texture = ilv_canvas_get_texture (canvas);
  g_assert_false (ilv_canvas_move (canvas, 15 * MS));
  g_assert_true (ilv_canvas_get_texture (canvas) == texture);
  ilv_canvas_move (canvas, 40 * MS);
  g_assert_cmpuint (ilv_canvas_get_n_painted (canvas), ==, 8);
  ilv_canvas_move (canvas, 10 * MS);
  g_assert_cmpuint (ilv_canvas_get_n_painted (canvas), ==, 10);

  grown = ilv_trace_new (ilv_trace_info_copy (ilv_trace_get_info (trace)),
                         g_array_new (FALSE, FALSE, sizeof (IlvSpan)), NULL);
  index = ilv_lane_index_new (grown, ILV_GROUPING_TASK);
  ilv_canvas_set_index (canvas, index);
  ilv_canvas_move (canvas, 40 * MS);
  g_assert_cmpuint (ilv_canvas_get_n_painted (canvas), ==, 16);
}

static void
test_bad_pixels (void)
{
  TraceFixture fixture = begin ();
  g_autoptr (GBytes) garbage = g_bytes_new_static ("garbage", 7);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvCanvas) canvas = NULL;

  ilv_trace_info_add_result (fixture.info, MS, 0, 0, ILV_RESULT_PIXELS, NULL, garbage);
  ilv_trace_info_add_result (fixture.info, MS, 0, 0, ILV_RESULT_TEXT, "text", NULL);
  trace = trace_fixture_end (&fixture);
  canvas = new_canvas (trace);
  ilv_canvas_move (canvas, 40 * MS);
  g_assert_null (ilv_canvas_get_texture (canvas));
}

static void
test_progress (void)
{
  TraceFixture fixture = trace_fixture_begin ("model", 1, 3);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvLaneIndex) index = NULL;
  g_autoptr (IlvTaskProgress) progress = NULL;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 10 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_READY, -1, 10 * MS, 30 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 30 * MS, 40 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_WAITING, -1, 0, 40 * MS);
  trace = trace_fixture_end (&fixture);
  index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
  progress = ilv_task_progress_new (index);

  g_assert_cmpfloat (ilv_task_progress_get (progress, 0, 0), ==, 0);
  g_assert_cmpfloat (ilv_task_progress_get (progress, 0, 5 * MS), ==, 0.25);
  g_assert_cmpfloat (ilv_task_progress_get (progress, 0, 20 * MS), ==, 0.5);
  g_assert_cmpfloat (ilv_task_progress_get (progress, 0, 35 * MS), ==, 0.75);
  g_assert_cmpfloat (ilv_task_progress_get (progress, 0, 99 * MS), ==, 1);
  g_assert_cmpfloat (ilv_task_progress_get (progress, 1, 40 * MS), ==, 0);
  g_assert_cmpfloat (ilv_task_progress_get (progress, 2, 40 * MS), ==, 0);
}

static void
test_words (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  GtkWidget *scene = g_object_ref_sink (ilv_scene_new ("tiles"));
  g_autoptr (IlvPlayhead) playhead = NULL;

  g_assert_cmpstr (ilv_scene_widget_get_description (ILV_SCENE_WIDGET (scene)), ==,
                   "Nothing is painted yet.");
  ilv_scene_set_trace (ILV_SCENE (scene), trace);
  playhead = scene_fixture_add_playhead (scene, trace, 30 * MS);
  g_assert_cmpstr (ilv_scene_widget_get_description (ILV_SCENE_WIDGET (scene)), ==,
                   "2 of 4 tiles are finished. Worker 1: 2 tiles. Worker 2: 2 tiles.");
  g_object_unref (scene);
}

/* The picture is there as a texture, a handful of nodes, and it grows. */
static void
test_pixels (void)
{
  g_autoptr (IlvTrace) trace = new_trace ();
  GtkWidget *scene = ilv_scene_new ("tiles");
  g_autoptr (IlvPlayhead) playhead = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autofree guint32 *half = NULL;
  g_autofree guint32 *whole = NULL;
  GtkWidget *window;
  guint n_half = 0, n_whole = 0;

  ilv_scene_set_trace (ILV_SCENE (scene), trace);
  playhead = scene_fixture_add_playhead (scene, trace, 20 * MS);
  window = scene_fixture_open (scene, WIDTH, HEIGHT);
  half = scene_fixture_paint (scene, WIDTH, HEIGHT);
  ilv_playhead_set_position_ns (playhead, 40 * MS);
  whole = scene_fixture_paint (scene, WIDTH, HEIGHT);
  for (int i = 0; i < WIDTH * HEIGHT; i++)
    {
      n_half += half[i] >> 24 == 0xff;
      n_whole += whole[i] >> 24 == 0xff;
    }
  g_assert_cmpuint (n_half, >, 30000);
  g_assert_cmpuint (n_whole, >, n_half + 30000);
  node = scene_fixture_draw (scene);
  g_assert_cmpuint (scene_fixture_count_nodes (node), <, 60);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A model has no pixels: its cells fill in the colour of who works there. */
static void
test_model (void)
{
  TraceFixture fixture = trace_fixture_begin ("model", 2, 4);
  g_autoptr (IlvTrace) trace = NULL;
  g_autofree guint32 *quarter = NULL;
  g_autofree guint32 *whole = NULL;
  g_autoptr (IlvPlayhead) playhead = NULL;
  GtkWidget *scene = ilv_scene_new ("tiles");
  GtkWidget *window;

  trace_fixture_add_pieces (&fixture, 0, 100 * MS);
  trace = trace_fixture_end (&fixture);
  ilv_scene_set_trace (ILV_SCENE (scene), trace);
  playhead = scene_fixture_add_playhead (scene, trace, 50 * MS);
  window = scene_fixture_open (scene, WIDTH, HEIGHT);
  quarter = scene_fixture_paint (scene, WIDTH, HEIGHT);
  g_assert_cmpuint (scene_fixture_count_pixels (quarter, WIDTH, HEIGHT, 0), >, 9000);
  g_assert_cmpuint (scene_fixture_count_pixels (quarter, WIDTH, HEIGHT, 1), >, 9000);
  g_assert_cmpuint (scene_fixture_count_pixels (quarter, WIDTH, HEIGHT, 2), ==, 0);
  ilv_playhead_set_position_ns (playhead, 200 * MS);
  whole = scene_fixture_paint (scene, WIDTH, HEIGHT);
  g_assert_cmpuint (scene_fixture_count_pixels (whole, WIDTH, HEIGHT, 0), >,
                    3 * scene_fixture_count_pixels (quarter, WIDTH, HEIGHT, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/tiles-scene/canvas", test_canvas);
  g_test_add_func ("/scene/tiles-scene/canvas-is-incremental", test_canvas_is_incremental);
  g_test_add_func ("/scene/tiles-scene/bad-pixels", test_bad_pixels);
  g_test_add_func ("/scene/tiles-scene/progress", test_progress);
  g_test_add_func ("/scene/tiles-scene/words", test_words);
  g_test_add_func ("/scene/tiles-scene/pixels", test_pixels);
  g_test_add_func ("/scene/tiles-scene/model", test_model);

  return g_test_run ();
}
