/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-picture.h"

#include <math.h>

/* So many columns begin with a clean balance, counted from the start of time: panning moves the
 * picture and does not make it shimmer. */
#define BLOCK 64

/* However short a span is, it can be seen. */
#define MIN_OPACITY 0.4f

void
ilv_lane_picture_init (IlvLanePicture *self, guint n_columns)
{
  self->n_columns = n_columns;
  self->classes = g_malloc (n_columns);
  self->opacity = g_new (float, n_columns);
}

void
ilv_lane_picture_clear (IlvLanePicture *self)
{
  g_clear_pointer (&self->classes, g_free);
  g_clear_pointer (&self->opacity, g_free);
  self->n_columns = 0;
}

/* Gives the column to the class that has got too little until now, among those that are in it. */
static guint8
choose_class (const IlvColumn *column, float *balance, float *total)
{
  guint8 chosen = ILV_LANE_PICTURE_NOTHING;

  *total = 0;
  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    *total += column->coverage[i];

  if (*total <= 0)
    return chosen;

  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    {
      if (column->coverage[i] <= 0)
        continue;

      balance[i] += column->coverage[i] / *total;
      if (chosen == ILV_LANE_PICTURE_NOTHING || balance[i] > balance[chosen])
        chosen = i;
    }
  balance[chosen] -= 1;

  return chosen;
}

void
ilv_lane_picture_sample (
  IlvLanePicture *self, IlvLaneIndex *index, guint lane, double from_ns, double column_ns)
{
  float balance[ILV_N_PAINT_CLASSES] = { 0 };
  gint64 first = (gint64) floor (from_ns / column_ns + 0.5);
  gint64 lead = first >= 0 ? first % BLOCK : 0;
  g_autofree IlvColumn *columns = g_new (IlvColumn, self->n_columns + lead);

  ilv_lane_index_sample (index, lane, from_ns - lead * column_ns, column_ns, self->n_columns + lead,
                         columns);

  for (gint64 i = 0; i < self->n_columns + lead; i++)
    {
      float total;
      guint8 class;

      if ((first - lead + i) % BLOCK == 0)
        memset (balance, 0, sizeof balance);

      class = choose_class (&columns[i], balance, &total);
      if (i < lead)
        continue;

      self->classes[i - lead] = class;
      self->opacity[i - lead] =
        class == ILV_LANE_PICTURE_NOTHING ? 0 : CLAMP (total, MIN_OPACITY, 1);
    }
}

void
ilv_lane_picture_erase (IlvLanePicture *self, int from, int to)
{
  from = MAX (from, 0);
  to = MIN (to, (int) self->n_columns);
  if (from < to)
    memset (self->classes + from, ILV_LANE_PICTURE_NOTHING, to - from);
}

/* Which classes there are, one bit each. */
static guint32
collect_classes (const IlvLanePicture *self)
{
  guint32 classes = 0;

  G_STATIC_ASSERT (ILV_N_PAINT_CLASSES <= 32);
  for (guint x = 0; x < self->n_columns; x++)
    if (self->classes[x] != ILV_LANE_PICTURE_NOTHING)
      classes |= 1u << self->classes[x];

  return classes;
}

static gboolean
has_state (guint32 classes, IlvState state)
{
  const guint32 colours = (1u << ILV_N_TASK_COLOURS) - 1;

  return (classes >> ILV_PAINT_CLASS (state, 0) & colours) != 0;
}

static void
add_band (IlvLaneBand *bands, guint *n_bands, int from, int to, int period)
{
  if (from < to)
    bands[(*n_bands)++] = (IlvLaneBand){ from, to - from, MIN (to - from, period) };
}

static gboolean
has_edge (const IlvSpanLook *look, guint32 classes)
{
  for (guint class = 0; class < ILV_N_PAINT_CLASSES; class++)
    if ((classes >> class & 1) != 0 && ilv_span_look_has_edge (look, class))
      return TRUE;

  return FALSE;
}

guint
ilv_lane_picture_get_bands (const IlvLanePicture *self,
                            const IlvSpanLook *look,
                            int height,
                            IlvLaneBand *bands)
{
  guint32 classes = collect_classes (self);
  gboolean patterned = has_state (classes, ILV_STATE_BLOCKED) ||
                       (look->high_contrast && has_state (classes, ILV_STATE_RUNNING));
  int period = patterned ? ILV_SPAN_LOOK_PERIOD * look->scale : 1;
  int thin = ilv_span_look_get_thin_height (height / look->scale) * look->scale;
  int thin_from = (height - thin) / 2;
  int thin_to = thin_from + thin;
  int line = 0;
  guint n_bands = 0;

  if (classes == 0 || height < 1)
    return 0;

  /* A ready span has a line at the top and at the bottom, as a running one may have that would not be
   * seen without; a waiting one is in the middle. */
  if (has_state (classes, ILV_STATE_READY) || has_edge (look, classes))
    line = MIN (look->scale, height);
  if (!has_state (classes, ILV_STATE_WAITING))
    thin_from = thin_to = height - line;

  thin_from = MAX (thin_from, line);
  thin_to = CLAMP (thin_to, thin_from, MAX (height - line, thin_from));
  add_band (bands, &n_bands, 0, line, period);
  add_band (bands, &n_bands, line, thin_from, period);
  add_band (bands, &n_bands, thin_from, thin_to, period);
  add_band (bands, &n_bands, thin_to, height - line, period);
  add_band (bands, &n_bands, MAX (thin_to, height - line), height, period);

  return n_bands;
}

GdkTexture *
ilv_lane_picture_create_texture (const IlvLanePicture *self,
                                 const IlvSpanLook *look,
                                 const IlvLaneBand *band,
                                 int height)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize stride = self->n_columns * sizeof (guint32);
  guint32 *pixels = g_malloc (stride * band->n_rows);

  for (int row = 0; row < band->n_rows; row++)
    for (guint x = 0; x < self->n_columns; x++)
      {
        guint class = self->classes[x];
        const GdkRGBA *colour;
        guint32 pixel = 0;

        if (class != ILV_LANE_PICTURE_NOTHING)
          {
            colour = ilv_span_look_get_colour (look, class, x, band->y + row, height);
            pixel = ilv_span_look_to_pixel (colour, self->opacity[x]);
          }
        pixels[row * self->n_columns + x] = pixel;
      }

  bytes = g_bytes_new_take (pixels, stride * band->n_rows);
  return gdk_memory_texture_new (self->n_columns, band->n_rows, GDK_MEMORY_DEFAULT, bytes, stride);
}

void
ilv_lane_picture_snapshot (const IlvLanePicture *self,
                           const IlvSpanLook *look,
                           GtkSnapshot *snapshot,
                           int x,
                           int y,
                           int height)
{
  IlvLaneBand bands[ILV_LANE_PICTURE_MAX_BANDS];
  float scale = look->scale;
  guint n_bands = ilv_lane_picture_get_bands (self, look, height * look->scale, bands);

  for (guint i = 0; i < n_bands; i++)
    {
      const IlvLaneBand *band = &bands[i];
      g_autoptr (GdkTexture) texture =
        ilv_lane_picture_create_texture (self, look, band, height * look->scale);
      graphene_rect_t bounds =
        GRAPHENE_RECT_INIT (x, y + band->y / scale, self->n_columns / scale, band->height / scale);
      graphene_rect_t rows = bounds;

      if (band->n_rows == 1)
        {
          gtk_snapshot_append_texture (snapshot, texture, &bounds);
          continue;
        }

      rows.size.height = band->n_rows / scale;
      gtk_snapshot_push_repeat (snapshot, &bounds, &rows);
      gtk_snapshot_append_texture (snapshot, texture, &rows);
      gtk_snapshot_pop (snapshot);
    }
}
