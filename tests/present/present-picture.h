/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a widget of a window that is on the screen looks like, pixel by pixel. */

#pragma once

#include <gtk/gtk.h>

#include "ui-test.h"

G_BEGIN_DECLS

typedef struct
{
  int width;
  int height;
  guint32 *pixels; /* 0xAARRGGBB */
} PresentPicture;

static inline void
present_picture_clear (PresentPicture *self)
{
  g_clear_pointer (&self->pixels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PresentPicture, present_picture_clear)

static inline gboolean
present_picture_on_frame (GtkWidget *widget G_GNUC_UNUSED, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data)
{
  (*(guint *) data)++;
  return G_SOURCE_CONTINUE;
}

/* Waits until what has been changed is drawn. */
static inline void
present_picture_settle (GtkWidget *widget)
{
  guint n_frames = 0;
  guint tick = gtk_widget_add_tick_callback (widget, present_picture_on_frame, &n_frames, NULL);

  ui_test_wait_until (n_frames >= 3);
  gtk_widget_remove_tick_callback (widget, tick);
}

static inline void
present_picture_take (PresentPicture *self, GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t bounds;

  present_picture_settle (widget);
  self->width = gtk_widget_get_width (widget);
  self->height = gtk_widget_get_height (widget);
  graphene_rect_init (&bounds, 0, 0, (float) self->width, (float) self->height);
  paintable = gtk_widget_paintable_new (widget);
  gdk_paintable_snapshot (paintable, snapshot, self->width, self->height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node, &bounds);
  self->pixels = g_new0 (guint32, (gsize) self->width * (gsize) self->height);
  gdk_texture_download (texture, (guchar *) self->pixels, (gsize) self->width * 4);
}

static inline guint32
present_picture_get (const PresentPicture *self, int x, int y)
{
  g_assert_true (x >= 0 && x < self->width && y >= 0 && y < self->height);
  return self->pixels[y * self->width + x] & 0xffffff;
}

/* How many pixels have that colour (0xRRGGBB). */
static inline guint
present_picture_count (const PresentPicture *self, guint32 colour)
{
  guint count = 0;

  for (int i = 0; i < self->width * self->height; i++)
    count += (self->pixels[i] & 0xffffff) == colour;
  return count;
}

static inline gboolean
present_picture_is_all (const PresentPicture *self, guint32 colour)
{
  return present_picture_count (self, colour) == (guint) (self->width * self->height);
}

static inline gboolean
present_picture_equal (const PresentPicture *self, const PresentPicture *other)
{
  return self->width == other->width && self->height == other->height
         && memcmp (self->pixels, other->pixels, (gsize) self->width * (gsize) self->height * 4) == 0;
}

G_END_DECLS
