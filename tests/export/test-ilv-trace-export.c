/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-export.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "ilv-trace-file.h"
#include "trace-fixture.h"

static IlvTrace *
make_trace (guint n_tasks)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, n_tasks);

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 100 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_BLOCKED, -1, 0, 100 * MS);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 0, 100 * MS, 200 * MS);
  for (guint i = 2; i < n_tasks; i++)
    trace_fixture_add (&fixture, i, ILV_STATE_READY, -1, 0, 200 * MS);
  return trace_fixture_end (&fixture);
}

static IlvTraceExport *
make_export (IlvTrace *trace, const IlvPictureView *view)
{
  return ilv_trace_export_new (&trace, NULL, 1, view);
}

static GBytes *
write_bytes (IlvTraceExport *export, IlvExportFormat format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ilv_trace_export_write (export, format, stream, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

typedef struct
{
  const guchar *data;
  gsize length;
} Reader;

static cairo_status_t
read_png (void *closure, unsigned char *data, unsigned int length)
{
  Reader *reader = closure;

  if (length > reader->length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->length -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
paint (IlvTrace *trace, const IlvPictureView *view)
{
  g_autoptr (IlvTraceExport) export = make_export (trace, view);
  g_autoptr (GBytes) bytes = write_bytes (export, ILV_EXPORT_FORMAT_PNG);
  Reader reader = { .length = g_bytes_get_size (bytes) };
  cairo_surface_t *surface;

  reader.data = g_bytes_get_data (bytes, NULL);
  surface = cairo_image_surface_create_from_png_stream (read_png, &reader);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static IlvColour
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + (int) x * sizeof pixel, sizeof pixel);
  return (IlvColour){ pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff };
}

static void
assert_colour (IlvColour colour, IlvColour expected)
{
  g_assert_cmphex ((guint) colour.red << 16 | colour.green << 8 | colour.blue, ==,
                   (guint) expected.red << 16 | expected.green << 8 | expected.blue);
}

/* What texts are exported are those of the format's own writer. */
static void
test_texts (void)
{
  g_autoptr (IlvTrace) trace = make_trace (2);
  const IlvPictureView view = { .grouping = ILV_GROUPING_TASK, .start_ns = 50 * MS, .end_ns = 60 * MS };
  g_autoptr (IlvTraceExport) export = make_export (trace, &view);
  g_autofree char *json = ilv_trace_file_to_json (&trace, NULL, 1);
  g_autofree char *csv = ilv_trace_file_to_csv (&trace, NULL, 1);
  g_autofree char *svg = ilv_trace_file_to_svg (&trace, NULL, 1, &view);
  const char *const expected[] = { json, csv, svg };

  for (guint i = ILV_EXPORT_FORMAT_JSON; i <= ILV_EXPORT_FORMAT_SVG; i++)
    {
      g_autoptr (GBytes) bytes = write_bytes (export, i);

      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected[i], strlen (expected[i]));
    }
}

/* Every rectangle of the picture without a text on it has its colour in the middle, in each theme. */
static void
test_png (void)
{
  g_autoptr (IlvTrace) trace = make_trace (2);

  for (guint theme = 0; theme < 2; theme++)
    {
      const IlvPictureView view = { .grouping = ILV_GROUPING_TASK, .dark = theme == 1 };
      g_autoptr (IlvPicture) picture = ilv_trace_picture_draw (&trace, NULL, 1, &view, NULL);
      cairo_surface_t *surface = paint (trace, &view);
      guint n_compared = 0;

      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 2 * (int) picture->width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 2 * (int) picture->height);
      assert_colour (get_pixel (surface, 1, 1), picture->theme->ground);
      for (guint i = 0; i < picture->items->len; i++)
        {
          const IlvPictureItem *item = &g_array_index (picture->items, IlvPictureItem, i);

          if (!g_str_equal (item->role, "running"))
            continue;
          assert_colour (get_pixel (surface, 2 * (item->x + item->width / 2), 2 * (item->y + 4)), item->colour);
          n_compared++;
        }
      g_assert_cmpuint (n_compared, ==, 2);
      cairo_surface_destroy (surface);
    }
}

/* In high contrast, tasks are told apart by marks in their other colour. */
static void
test_patterns (void)
{
  g_autoptr (IlvTrace) trace = make_trace (2);
  const IlvPictureView view = { .grouping = ILV_GROUPING_TASK, .high_contrast = TRUE };
  g_autoptr (IlvPicture) picture = ilv_trace_picture_draw (&trace, NULL, 1, &view, NULL);
  cairo_surface_t *surface = paint (trace, &view);
  guint n_marks = 0;

  for (guint i = 0; i < picture->items->len; i++)
    {
      const IlvPictureItem *item = &g_array_index (picture->items, IlvPictureItem, i);

      if (!g_str_equal (item->role, "running"))
        continue;
      for (guint y = 6; y < 20; y++)
        {
          double at = floor (item->y) + y;
          gboolean is_mark = ilv_palette_has_pattern_at (item->task_colour, (guint) (item->x + 20) % 8, (guint) at % 8);

          assert_colour (get_pixel (surface, 2 * floor (item->x + 20) + 1, 2 * at + 1),
                         is_mark ? ilv_palette_get_pattern_colour (item->task_colour, FALSE) : item->colour);
          n_marks += is_mark;
        }
    }
  g_assert_cmpuint (n_marks, >, 0);
  cairo_surface_destroy (surface);
}

/* What is outside of the range is not there, and what reaches out of it is cut off. */
static void
test_range (void)
{
  g_autoptr (IlvTrace) trace = make_trace (2);
  const IlvPictureView view = { .grouping = ILV_GROUPING_TASK, .start_ns = 120 * MS, .end_ns = 160 * MS };
  g_autoptr (IlvPicture) picture = ilv_trace_picture_draw (&trace, NULL, 1, &view, NULL);
  guint n_running = 0;

  for (guint i = 0; i < picture->items->len; i++)
    {
      const IlvPictureItem *item = &g_array_index (picture->items, IlvPictureItem, i);

      g_assert_cmpstr (item->role, !=, "blocked");
      g_assert_cmpstr (item->role, !=, "end");
      if (g_str_equal (item->role, "ruler"))
        {
          g_assert_cmpstr (item->text, ==, "120 ms");
          break;
        }
    }
  for (guint i = 0; i < picture->items->len; i++)
    {
      const IlvPictureItem *item = &g_array_index (picture->items, IlvPictureItem, i);

      if (!g_str_equal (item->role, "running"))
        continue;
      n_running++;
      g_assert_cmpfloat (item->width, >=, 799);
      g_assert_cmpfloat (item->width, <=, 800);
    }
  g_assert_cmpuint (n_running, ==, 1);
}

static void
on_done (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
save (IlvTraceExport *export, IlvExportFormat format, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ilv_trace_export_save_async (export, format, file, cancellable, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return ilv_trace_export_save_finish (export, result, error);
}

/* What was cancelled, or cannot be painted, leaves the old file as it was, and nothing beside it. */
static void
test_not_whole (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ilv-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "kept", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IlvTrace) trace = make_trace (9000);
  g_autoptr (IlvTraceExport) export = make_export (trace, &(IlvPictureView){ .grouping = ILV_GROUPING_TASK });
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (save (export, ILV_EXPORT_FORMAT_PNG, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  for (guint format = 0; format < ILV_N_EXPORT_FORMATS; format++)
    {
      g_assert_false (save (export, format, file, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
    }
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "old");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "kept");
  g_assert_null (g_dir_read_name (dir));

  g_assert_true (save (export, ILV_EXPORT_FORMAT_CSV, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (ilv_trace_export_get_fraction (export), ==, 1);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_formats (void)
{
  IlvExportFormat format;

  for (guint i = 0; i < ILV_N_EXPORT_FORMATS; i++)
    {
      g_assert_true (ilv_export_format_parse (ilv_export_format_to_string (i), &format));
      g_assert_cmpint (format, ==, i);
    }
  g_assert_false (ilv_export_format_parse ("PNG", &format));
  g_assert_false (ilv_export_format_parse ("", &format));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/trace-export/formats", test_formats);
  g_test_add_func ("/export/trace-export/texts", test_texts);
  g_test_add_func ("/export/trace-export/png", test_png);
  g_test_add_func ("/export/trace-export/patterns", test_patterns);
  g_test_add_func ("/export/trace-export/range", test_range);
  g_test_add_func ("/export/trace-export/not-whole", test_not_whole);

  return g_test_run ();
}
