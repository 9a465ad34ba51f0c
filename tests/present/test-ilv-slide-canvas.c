/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-canvas.h"
#include "ilv-slide-format.h"

/* A slide keeps its shape in a canvas of another. */
static void
test_place (void)
{
  GtkWidget *canvas = g_object_ref_sink (ilv_slide_canvas_new ());
  double x, y;

  gtk_widget_measure (canvas, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (canvas, 960, 1000, -1, NULL);
  ilv_slide_canvas_from_slide (ILV_SLIDE_CANVAS (canvas), 0, 0, &x, &y);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (y, ==, 230);
  ilv_slide_canvas_to_slide (ILV_SLIDE_CANVAS (canvas), 480, 500, &x, &y);
  g_assert_cmpfloat (x, ==, 0.5);
  g_assert_cmpfloat (y, ==, 0.5);
  g_object_unref (canvas);
}

static void
test_format (void)
{
  g_assert_cmpint (ilv_slide_format_get_width (1920, 1080), ==, 1920);
  g_assert_cmpint (ilv_slide_format_get_width (1280, 800), ==, 1728);
  g_assert_cmpint (ilv_slide_format_get_width (1024, 768), ==, 1440);
  g_assert_cmpint (ilv_slide_format_get_width (1080, 1920), ==, 1440);
  g_assert_cmpint (ilv_slide_format_get_width (3440, 1440), ==, 1920);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/slide-canvas/place", test_place);
  g_test_add_func ("/present/slide-canvas/format", test_format);

  return g_test_run ();
}
