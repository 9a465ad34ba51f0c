/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the scenes share: a window, a picture of a widget, and the nodes of a frame. */

#pragma once

#include <gtk/gtk.h>

#include "ilv-palette.h"
#include "ilv-playhead.h"
#include "ilv-scene-widget.h"
#include "trace-fixture.h"

G_GNUC_UNUSED static GtkWidget *
scene_fixture_open (GtkWidget *scene, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_widget_set_size_request (scene, width, height);
  gtk_window_set_child (GTK_WINDOW (window), scene);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (scene);

  return window;
}

/* A playhead at a moment of the trace. */
G_GNUC_UNUSED static IlvPlayhead *
scene_fixture_add_playhead (GtkWidget *scene, IlvTrace *trace, gint64 position_ns)
{
  IlvPlayhead *playhead = ilv_playhead_new ();

  ilv_playhead_set_end_ns (playhead, ilv_trace_get_duration_ns (trace));
  ilv_playhead_set_position_ns (playhead, position_ns);
  ilv_scene_set_playhead (ILV_SCENE (scene), playhead);

  return playhead;
}

/* What the widget draws, or %NULL for nothing. */
G_GNUC_UNUSED static GskRenderNode *
scene_fixture_draw (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

G_GNUC_UNUSED static guint
scene_fixture_count_nodes (GskRenderNode *node)
{
  guint n_nodes = 1;

  if (node == NULL)
    return 0;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n_nodes += scene_fixture_count_nodes (gsk_container_node_get_child (node, i));
      break;
    case GSK_TRANSFORM_NODE:
      n_nodes += scene_fixture_count_nodes (gsk_transform_node_get_child (node));
      break;
    case GSK_CLIP_NODE:
      n_nodes += scene_fixture_count_nodes (gsk_clip_node_get_child (node));
      break;
    case GSK_ROUNDED_CLIP_NODE:
      n_nodes += scene_fixture_count_nodes (gsk_rounded_clip_node_get_child (node));
      break;
    case GSK_OPACITY_NODE:
      n_nodes += scene_fixture_count_nodes (gsk_opacity_node_get_child (node));
      break;
    case GSK_REPEAT_NODE:
      n_nodes += scene_fixture_count_nodes (gsk_repeat_node_get_child (node));
      break;
    default:
      break;
    }

  return n_nodes;
}

/* The pixels of a widget of @width × @height, 4 bytes each: blue, green, red, alpha. */
G_GNUC_UNUSED static guint32 *
scene_fixture_paint (GtkWidget *widget, int width, int height)
{
  g_autoptr (GskRenderNode) node = scene_fixture_draw (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  guint32 *pixels = g_new (guint32, width * height);

  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    memcpy (pixels + y * width,
            cairo_image_surface_get_data (surface) +
              (gsize) y * cairo_image_surface_get_stride (surface),
            width * sizeof (guint32));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return pixels;
}

/* How many pixels have the colour of a task, in the light theme. */
G_GNUC_UNUSED static guint
scene_fixture_count_pixels (const guint32 *pixels, int width, int height, guint task)
{
  IlvColour colour = ilv_palette_get_colour (ilv_palette_get_index (task), FALSE);
  guint32 wanted =
    0xff000000 | (guint32) colour.red << 16 | (guint32) colour.green << 8 | colour.blue;
  guint n_found = 0;

  for (int i = 0; i < width * height; i++)
    n_found += pixels[i] == wanted;

  return n_found;
}
