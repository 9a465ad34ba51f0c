/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-painting.h"

#include <math.h>

/* What is shown of the plane: the whole set, with some room around it. */
#define LEFT (-2.2)
#define TOP (-1.5)
#define EXTENT 3.0

/* A point that has not left the circle after so many steps is taken to be in the set. With fewer,
 * all of the picture would be done too soon to be watched. */
#define MAX_ITERATIONS 8000

/* About 5 µs: a step waits for the one before, 3 to 4 ns on today's processors. */
#define ITERATIONS_PER_QUANTUM 1500

#define ROWS_PER_BLOCK 8

/* The largest divisor of @n_tiles that is not above its root. */
static guint
count_tile_rows (guint n_tiles)
{
  guint rows = 1;

  for (guint i = 2; i * i <= n_tiles; i++)
    if (n_tiles % i == 0)
      rows = i;
  return rows;
}

/* Logarithmic: most of the points leave after a few steps, the fine structure takes thousands. */
static guint8
get_value (guint iterations)
{
  return 1 + (guint) (254 * log1p (iterations) / log1p (MAX_ITERATIONS));
}

static void
end_pixel (IlvPainting *self, guint8 value)
{
  self->values[self->n_pixels++] = value;
  self->real = self->imaginary = 0;
  self->iterations = 0;
}

/* Goes on with the present pixel for up to @n_iterations; how many were needed, at least one. The
 * loop works on locals: each turn waits for the one before, and memory would make that four times
 * as long. */
static guint
run_pixel (IlvPainting *self, guint n_iterations)
{
  guint x = self->tile.x + self->n_pixels % self->tile.width;
  guint y = self->tile.y + self->n_pixels / self->tile.width;
  double c_real = LEFT + (x + 0.5) * EXTENT / ILV_PAINTING_SIZE;
  double c_imaginary = TOP + (y + 0.5) * EXTENT / ILV_PAINTING_SIZE;
  double real = self->real;
  double imaginary = self->imaginary;
  guint most = MIN (n_iterations, MAX_ITERATIONS - self->iterations);
  guint done = 0;

  while (done < most && real * real + imaginary * imaginary <= 4)
    {
      double next = real * real - imaginary * imaginary + c_real;

      imaginary = 2 * real * imaginary + c_imaginary;
      real = next;
      done++;
    }
  self->real = real;
  self->imaginary = imaginary;
  self->iterations += done;
  if (real * real + imaginary * imaginary > 4)
    end_pixel (self, get_value (self->iterations));
  else if (self->iterations == MAX_ITERATIONS)
    end_pixel (self, 0);
  return MAX (done, 1);
}

static guint
count_pixels (const IlvPainting *self)
{
  return self->tile.width * self->tile.height;
}

void
ilv_painting_init (IlvPainting *self, guint index, guint n_tiles)
{
  guint n_rows = count_tile_rows (n_tiles);
  guint n_columns = n_tiles / n_rows;
  guint column = index % n_columns;
  guint row = index / n_columns;

  g_return_if_fail (index < n_tiles);

  *self = (IlvPainting){ 0 };
  self->tile.picture_width = self->tile.picture_height = ILV_PAINTING_SIZE;
  self->tile.x = column * ILV_PAINTING_SIZE / n_columns;
  self->tile.y = row * ILV_PAINTING_SIZE / n_rows;
  self->tile.width = (column + 1) * ILV_PAINTING_SIZE / n_columns - self->tile.x;
  self->tile.height = (row + 1) * ILV_PAINTING_SIZE / n_rows - self->tile.y;
  self->values = g_malloc (MAX (count_pixels (self), 1));
  self->tile.values = self->values;
}

void
ilv_painting_clear (IlvPainting *self)
{
  g_clear_pointer (&self->values, g_free);
}

gboolean
ilv_painting_run_quantum (IlvPainting *self)
{
  guint left = ITERATIONS_PER_QUANTUM;

  while (left > 0 && self->n_pixels < count_pixels (self))
    {
      guint done = run_pixel (self, left);

      left -= MIN (left, done);
    }
  return self->n_pixels < count_pixels (self);
}

GBytes *
ilv_painting_take_rows (IlvPainting *self)
{
  IlvTile block = self->tile;
  guint n_rows;

  if (self->tile.width == 0)
    return NULL;
  n_rows = self->n_pixels / self->tile.width - self->n_handed_out;
  if (n_rows == 0 || (n_rows < ROWS_PER_BLOCK && self->n_pixels < count_pixels (self)))
    return NULL;
  block.y += self->n_handed_out;
  block.height = n_rows;
  block.values += (gsize) self->n_handed_out * self->tile.width;
  self->n_handed_out += n_rows;
  return ilv_tile_to_bytes (&block);
}
