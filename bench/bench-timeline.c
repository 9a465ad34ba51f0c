/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A frame of the timeline in a window of 1280×720, drawn by the cairo renderer: how long the
 * snapshot of all of its layers and the painting of the nodes take of a processor, in the median, with few spans
 * and with many, wholly zoomed out and at several zooms. The ratio is to the smallest trace: the
 * work has to be bounded by pixels. */

#include <stdlib.h>

#include "ilv-record-buffer.h"
#include "ilv-timeline-private.h"

#define MS G_GINT64_CONSTANT (1000000)
#define LENGTH_NS (10000 * MS)
#define N_TASKS 8
#define N_PROCESSORS 4
#define N_FRAMES 41

#define MAX_SNAPSHOT_MS 4.0
#define MAX_PAINT_MS 8.0

static IlvTrace *
create_trace (guint n_spans)
{
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", N_PROCESSORS);
  GArray *spans = g_array_sized_new (FALSE, FALSE, sizeof (IlvSpan), n_spans);
  const char *steps[] = { "cpu 400ms", NULL };
  GRand *random = g_rand_new_with_seed (42);
  guint per_lane = n_spans / N_PROCESSORS;

  for (guint i = 0; i < N_TASKS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c", 'A' + i);

      ilv_trace_info_add_task (info, name, steps);
    }
  for (guint i = 0; i < N_PROCESSORS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Worker %u", i + 1);

      ilv_trace_info_add_worker (info, name, 0, (int) i);
    }
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;

  for (guint lane = 0; lane < N_PROCESSORS; lane++)
    for (guint i = 0; i < per_lane; i++)
      {
        gint64 start_ns = LENGTH_NS * i / per_lane;
        gint64 length_ns = LENGTH_NS / per_lane;
        IlvSpan span = {
          .start_ns = start_ns,
          .end_ns = start_ns + MAX (1, (gint64) (length_ns * g_rand_double_range (random, 0.4, 1))),
          .task = lane + N_PROCESSORS * (i % 2),
          .worker = lane,
          .processor = (gint16) lane,
          .step = 0,
          .peer = ILV_NO_PEER,
          .state = ILV_STATE_RUNNING
        };

        g_array_append_val (spans, span);
      }
  g_rand_free (random);

  return ilv_trace_new (info, spans, NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (double *values, guint n_values)
{
  qsort (values, n_values, sizeof (double), compare_doubles);

  return values[n_values / 2];
}

/* All layers, as when the range changes. */
static void
snapshot_layers (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child == NULL)
    GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    snapshot_layers (child, snapshot);
}

static void
measure_frames (IlvTimeline *timeline, double *snapshot_ms, double *paint_ms)
{
  GtkWidget *widget = GTK_WIDGET (timeline);
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  graphene_rect_t viewport =
    GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  IlvTimeAxis *axis = ilv_timeline_get_axis (timeline);
  double snapshots[N_FRAMES], paints[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr (GdkTexture) texture = NULL;
      g_autoptr (GskRenderNode) node = NULL;
      gint64 start_ns, middle_ns;

      /* Every frame is another one. */
      ilv_time_axis_pan (axis, (i % 2 == 0 ? 1 : -1) * MS);
      start_ns = ilv_clock_thread_cpu_time_ns ();
      snapshot_layers (widget, snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      middle_ns = ilv_clock_thread_cpu_time_ns ();
      texture = gsk_renderer_render_texture (renderer, node, &viewport);
      snapshots[i] = (middle_ns - start_ns) / 1e6;
      paints[i] = (ilv_clock_thread_cpu_time_ns () - middle_ns) / 1e6;
    }

  *snapshot_ms = get_median (snapshots, N_FRAMES);
  *paint_ms = get_median (paints, N_FRAMES);
}

/* Returns whether the budget was kept. */
static gboolean
measure_trace (IlvTimeline *timeline, guint n_spans, double *reference_ms)
{
  const double zooms[] = { 1, 10, 100 };
  g_autoptr (IlvTrace) trace = create_trace (n_spans);
  IlvTimeAxis *axis = ilv_timeline_get_axis (timeline);
  gboolean kept = TRUE;

  ilv_timeline_set_trace (timeline, trace);
  while (ilv_timeline_is_loading (timeline))
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      double snapshot_ms, paint_ms;

      ilv_time_axis_set_range (axis, 0, LENGTH_NS);
      ilv_time_axis_zoom (axis, zooms[i], LENGTH_NS / 2);
      measure_frames (timeline, &snapshot_ms, &paint_ms);
      if (*reference_ms <= 0)
        *reference_ms = snapshot_ms + paint_ms;

      g_print ("%8u spans, zoom %3.0f: snapshot %6.2f ms, paint %6.2f ms, ratio %5.2f\n", n_spans,
               zooms[i], snapshot_ms, paint_ms, (snapshot_ms + paint_ms) / *reference_ms);
      kept = kept && snapshot_ms <= MAX_SNAPSHOT_MS && paint_ms <= MAX_PAINT_MS;
    }

  return kept;
}

int
main (void)
{
  const guint sizes[] = { 1000, 100000, 1000000, 10000000 };
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  GtkWidget *timeline, *window;
  double reference_ms = 0;
  gboolean kept = TRUE;

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  if (!gtk_init_check ())
    {
      g_print ("no display: skipped\n");
      return 77;
    }

  timeline = ilv_timeline_new ();
  ilv_time_axis_set_limit_ns (axis, LENGTH_NS);
  ilv_timeline_set_axis (ILV_TIMELINE (timeline), axis);

  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_set_child (GTK_WINDOW (window), timeline);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (timeline) == 0)
    g_main_context_iteration (NULL, TRUE);

  g_print ("window of %d×%d, %d lanes, medians of %d frames\n", gtk_widget_get_width (timeline),
           gtk_widget_get_height (timeline), N_PROCESSORS, N_FRAMES);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    kept = measure_trace (ILV_TIMELINE (timeline), sizes[i], &reference_ms) && kept;

  g_print ("budget: snapshot %.0f ms, paint %.0f ms: %s\n", MAX_SNAPSHOT_MS, MAX_PAINT_MS,
           kept ? "kept" : "not kept");
  gtk_window_destroy (GTK_WINDOW (window));

  return EXIT_SUCCESS;
}
