/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-chart-axis.h"
#include "ilv-chart.h"
#include "scene-fixture.h"

#define WIDTH 400
#define HEIGHT 240

static void
test_steps (void)
{
  static const struct
  {
    double end;
    guint max_ticks;
    double step, last;
  } axes[] = {
    { 16, 5, 5, 20 }, { 1, 5, 0.2, 1 },       { 0.3, 3, 0.1, 0.3 }, { 2, 4, 0.5, 2 },
    { 7, 1, 10, 10 }, { 1024, 8, 200, 1200 }, { 100, 5, 20, 100 },  { 1.95, 8, 0.5, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      double step = ilv_chart_axis_get_step (axes[i].end, axes[i].max_ticks);

      g_assert_cmpfloat_with_epsilon (step, axes[i].step, 1e-12);
      g_assert_cmpfloat_with_epsilon (ilv_chart_axis_get_end (axes[i].end, step), axes[i].last,
                                      1e-9);
    }
}

static void
test_log (void)
{
  g_assert_cmpfloat (ilv_chart_axis_get_log_place (1, 1, 16), ==, 0);
  g_assert_cmpfloat (ilv_chart_axis_get_log_place (4, 1, 16), ==, 0.5);
  g_assert_cmpfloat (ilv_chart_axis_get_log_place (16, 1, 16), ==, 1);
  g_assert_cmpfloat (ilv_chart_axis_get_log_place (3, 3, 3), ==, 0.5);
}

static void
assert_format (double value, const char *expected)
{
  g_autofree char *text = ilv_chart_axis_format (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  assert_format (2, "2");
  assert_format (1.5, "1.5");
  assert_format (1.25, "1.25");
  assert_format (0.999, "1");
  assert_format (1024, "1024");
}

static IlvChart *
new_chart (void)
{
  IlvChart *chart = ILV_CHART (ilv_chart_new ());
  guint model, measured;

  ilv_chart_set_labels (chart, "Processors", "Speedup");
  model = ilv_chart_add_series (chart, "Model", ILV_CHART_LINE);
  measured = ilv_chart_add_series (chart, "Measured", ILV_CHART_DOTS);
  ilv_chart_add_point (chart, model, 4, 3.5);
  ilv_chart_add_point (chart, model, 1, 1);
  ilv_chart_add_point (chart, model, 2, 1.9);
  ilv_chart_add_point (chart, measured, 2, 3);
  ilv_chart_add_point (chart, measured, 2, 1.85);

  return chart;
}

static void
test_text (void)
{
  IlvChart *chart = g_object_ref_sink (new_chart ());
  g_autofree char *text = ilv_chart_to_text (chart);
  g_autofree char *nothing = NULL;

  g_assert_cmpstr (text, ==,
                   "Processors 1: Model 1\n"
                   "Processors 2: Model 1.9; Measured 1.85\n"
                   "Processors 4: Model 3.5");
  ilv_chart_clear (chart);
  nothing = ilv_chart_to_text (chart);
  g_assert_cmpstr (nothing, ==, "");
  g_object_unref (chart);
}

/* A line and a dot, which is not a line in another colour. */
static void
test_pixels (void)
{
  GtkWidget *chart = GTK_WIDGET (new_chart ());
  GtkWidget *window = scene_fixture_open (chart, WIDTH, HEIGHT);
  g_autofree guint32 *pixels = scene_fixture_paint (chart, WIDTH, HEIGHT);
  guint n_line = scene_fixture_count_pixels (pixels, WIDTH, HEIGHT, 0);
  guint n_dots = scene_fixture_count_pixels (pixels, WIDTH, HEIGHT, 1);

  g_assert_cmpuint (n_line, >, 200);
  g_assert_cmpuint (n_dots, >, 60);
  g_assert_cmpuint (n_dots, <, 300);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_empty (void)
{
  GtkWidget *chart = ilv_chart_new ();
  GtkWidget *window = scene_fixture_open (chart, WIDTH, HEIGHT);

  ilv_chart_add_series (ILV_CHART (chart), "Nothing", ILV_CHART_LINE);
  g_assert_null (scene_fixture_draw (chart));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/chart/steps", test_steps);
  g_test_add_func ("/scene/chart/log", test_log);
  g_test_add_func ("/scene/chart/format", test_format);
  g_test_add_func ("/scene/chart/text", test_text);
  g_test_add_func ("/scene/chart/pixels", test_pixels);
  g_test_add_func ("/scene/chart/empty", test_empty);

  return g_test_run ();
}
