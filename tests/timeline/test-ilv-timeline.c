/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ilv-compat.h"
#include "ilv-lane-loader.h"
#include "ilv-lane-picture.h"
#include "ilv-lane-view.h"
#include "ilv-moment-text.h"
#include "ilv-story-label.h"
#include "ilv-span-text.h"
#include "ilv-timeline-private.h"

#define MS G_GINT64_CONSTANT (1000000)
#define WIDTH 600
#define HEIGHT 200

static void
add_span (GArray *spans, gint64 start_ns, gint64 end_ns, guint task, int processor, IlvState state)
{
  IlvSpan span = { .start_ns = start_ns,
                   .end_ns = end_ns,
                   .task = task,
                   .worker = processor >= 0 ? (guint32) processor : ILV_NO_WORKER,
                   .processor = (gint16) processor,
                   .step = ILV_NO_STEP,
                   .peer = ILV_NO_PEER,
                   .state = state };

  g_array_append_val (spans, span);
}

static GArray *
new_spans (void)
{
  return g_array_new (FALSE, FALSE, sizeof (IlvSpan));
}

static IlvTrace *
finish_with_flows (
  GArray *spans, GArray *flows, guint n_tasks, guint n_workers, IlvTraceOutcome outcome)
{
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", n_workers);
  const char *steps[] = { "cpu 400ms", NULL };

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *name = g_strdup_printf ("%c", 'A' + i);

      ilv_trace_info_add_task (info, name, steps);
    }
  for (guint i = 0; i < n_workers; i++)
    {
      g_autofree char *name = g_strdup_printf ("Worker %u", i + 1);

      ilv_trace_info_add_worker (info, name, 0, (int) i);
    }
  info->outcome = outcome;

  return ilv_trace_new (info, spans, flows);
}

static IlvTrace *
finish (GArray *spans, guint n_tasks, guint n_workers, IlvTraceOutcome outcome)
{
  return finish_with_flows (spans, NULL, n_tasks, n_workers, outcome);
}

/* A on core 0, B on core 1, each for 400 ms, then A once more. */
static IlvTrace *
new_parallel (void)
{
  GArray *spans = new_spans ();

  add_span (spans, 0, 400 * MS, 0, 0, ILV_STATE_RUNNING);
  add_span (spans, 0, 300 * MS, 1, 1, ILV_STATE_RUNNING);
  add_span (spans, 500 * MS, 800 * MS, 0, 0, ILV_STATE_RUNNING);

  return finish (spans, 2, 2, ILV_TRACE_OUTCOME_FINISHED);
}

/* Slices of A and B in turn on one processor, over 800 ms. */
static IlvTrace *
new_slices (guint n_slices)
{
  GArray *spans = new_spans ();

  for (guint i = 0; i < n_slices; i++)
    add_span (spans, 800 * MS * i / n_slices, 800 * MS * (i + 1) / n_slices, i % 2, 0,
              ILV_STATE_RUNNING);

  return finish (spans, 2, 1, ILV_TRACE_OUTCOME_FINISHED);
}

/* Spans of five tasks on one processor, with no order in their lengths. */
static IlvTrace *
new_irregular (void)
{
  GArray *spans = new_spans ();
  gint64 end_ns;

  for (gint64 start_ns = 0; start_ns < 800 * MS; start_ns = end_ns)
    {
      end_ns = start_ns + g_test_rand_int_range (1000, 200000);
      add_span (spans, start_ns, end_ns, g_test_rand_int_range (0, 5), 0, ILV_STATE_RUNNING);
    }

  return finish (spans, 5, 1, ILV_TRACE_OUTCOME_FINISHED);
}

static GtkWidget *
open_window (IlvTimeline *timeline)
{
  GtkWidget *window = gtk_window_new ();

  gtk_widget_set_size_request (GTK_WIDGET (timeline), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (timeline));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (timeline));

  return window;
}

static IlvTimeline *
new_timeline (IlvTrace *trace, IlvTimeAxis *axis)
{
  IlvTimeline *timeline = ILV_TIMELINE (ilv_timeline_new ());

  ilv_time_axis_set_limit_ns (axis, 1000 * MS);
  ilv_timeline_set_axis (timeline, axis);
  ilv_timeline_set_trace (timeline, trace);

  return timeline;
}

static double
get_x (IlvTimeline *timeline, gint64 time_ns)
{
  return ilv_timeline_view_to_x (ilv_timeline_get_view (timeline), time_ns);
}

static double
get_y (IlvTimeline *timeline, guint lane)
{
  int y, height;

  ilv_lane_layout_get_lane (&ilv_timeline_get_view (timeline)->layout, lane, &y, &height);

  return y + height / 2.0;
}

static void
activate (IlvTimeline *timeline, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (timeline), action, NULL);
}

static guint
count_snapshots (IlvTimeline *timeline)
{
  return ilv_lane_view_get_n_snapshots (ILV_LANE_VIEW (ilv_timeline_get_lane_view (timeline)));
}

/* Counts the nodes, and those of one type, below a node. */
static void
count_nodes (GskRenderNode *node, GskRenderNodeType type, guint *n_nodes, guint *n_of_type)
{
  GskRenderNode *child = NULL;

  (*n_nodes)++;
  if (gsk_render_node_get_node_type (node) == type)
    (*n_of_type)++;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        count_nodes (gsk_container_node_get_child (node, i), type, n_nodes, n_of_type);
      break;
    case GSK_TRANSFORM_NODE:
      child = gsk_transform_node_get_child (node);
      break;
    case GSK_CLIP_NODE:
      child = gsk_clip_node_get_child (node);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      child = gsk_rounded_clip_node_get_child (node);
      break;
    case GSK_REPEAT_NODE:
      child = gsk_repeat_node_get_child (node);
      break;
    default:
      break;
    }

  if (child != NULL)
    count_nodes (child, type, n_nodes, n_of_type);
}

static guint
count_lane_nodes_of_type (IlvTimeline *timeline, GskRenderNodeType type, guint *n_of_type)
{
  GtkWidget *lanes = ilv_timeline_get_lane_view (timeline);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  guint n_nodes = 0;

  *n_of_type = 0;
  GTK_WIDGET_GET_CLASS (lanes)->snapshot (lanes, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    count_nodes (node, type, &n_nodes, n_of_type);

  return n_nodes;
}

static guint
count_lane_nodes (IlvTimeline *timeline)
{
  guint n_of_type;

  return count_lane_nodes_of_type (timeline, GSK_TEXTURE_NODE, &n_of_type);
}

static void
wait_for_index (IlvTimeline *timeline)
{
  while (ilv_timeline_is_loading (timeline))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_layout (void)
{
  for (guint n_lanes = 1; n_lanes < 200; n_lanes += 3)
    for (int height = 0; height < 900; height += 37)
      {
        IlvLaneLayout layout;
        int end = 0;

        ilv_lane_layout_place (&layout, 400, height, 15, 60, FALSE, n_lanes);
        g_assert_cmpint (layout.plot_x, >=, layout.label_x + layout.label_width);
        g_assert_cmpint (layout.plot_x + layout.plot_width, <=, 400);

        for (guint lane = 0; lane < n_lanes; lane++)
          {
            int y, track;

            ilv_lane_layout_get_lane (&layout, lane, &y, &track);
            g_assert_cmpint (track, >=, 1);
            g_assert_cmpint (y, >=, lane == 0 ? layout.lanes_y : end);
            g_assert_cmpint (ilv_lane_layout_find_lane (&layout, y), ==, lane);
            g_assert_cmpint (ilv_lane_layout_find_lane (&layout, y + track - 0.5), ==, lane);
            end = y + track;
          }
        g_assert_cmpint (end, ==, layout.lanes_y + layout.lanes_height);
        g_assert_cmpint (ilv_lane_layout_find_lane (&layout, layout.lanes_y - 1), ==, -1);
        g_assert_cmpint (ilv_lane_layout_find_lane (&layout, end), ==, -1);
      }
}

static void
test_layout_sides (void)
{
  IlvLaneLayout left, right;

  ilv_lane_layout_place (&left, 400, 200, 15, 60, FALSE, 2);
  ilv_lane_layout_place (&right, 400, 200, 15, 60, TRUE, 2);
  g_assert_cmpint (left.label_x, ==, 0);
  g_assert_cmpint (right.label_x, ==, 340);
  g_assert_cmpint (right.plot_x + right.plot_width, <=, right.label_x);
  g_assert_cmpint (left.plot_width, ==, right.plot_width);

  /* Names never take more than a third. */
  ilv_lane_layout_place (&left, 300, 200, 15, 1000, FALSE, 2);
  g_assert_cmpint (left.label_width, ==, 100);
}

static void
test_layout_measure (void)
{
  int before = 0;

  for (guint n_lanes = 1; n_lanes < 2000; n_lanes++)
    {
      int minimum;
      int natural = ilv_lane_layout_measure (15, n_lanes, &minimum);

      g_assert_cmpint (minimum, >, 15);
      g_assert_cmpint (natural, >=, minimum);
      g_assert_cmpint (natural, >=, before - 15);
      before = natural;
    }
}

static void
test_moments (void)
{
  static const struct
  {
    gint64 time_ns, tick_ns;
    double end_ns;
    gboolean with_unit;
    const char *text;
  } ticks[] = {
    { 0, 200 * MS, 800 * MS, TRUE, "0 ms" },
    { 200 * MS, 200 * MS, 800 * MS, FALSE, "200" },
    { 2000 * MS, 1000 * MS, 5000 * MS, TRUE, "2 s" },
    { 2500 * MS, 500 * MS, 60000 * MS, TRUE, "2.5 s" },
    { 500 * MS, 500 * MS, 5000 * MS, TRUE, "500 ms" },
    { 20000, 20000, 80000, TRUE, "20 µs" },
    { 250123000, 1000, 250200000, TRUE, "250.123 ms" },
    { 250120000, 20000, 250200000, TRUE, "250.12 ms" },
    { 5, 1, 40, TRUE, "5 ns" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      IlvMomentUnit unit = ilv_moment_text_get_unit (ticks[i].tick_ns, ticks[i].end_ns);
      g_autofree char *text =
        ilv_moment_text_format_tick (ticks[i].time_ns, ticks[i].tick_ns, unit, ticks[i].with_unit);

      g_assert_cmpstr (text, ==, ticks[i].text);
    }
}

static void
assert_moment (gint64 time_ns, const char *expected)
{
  g_autofree char *text = ilv_moment_text_format (time_ns);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_moment (void)
{
  assert_moment (0, "0.000 ms");
  assert_moment (104213000, "104.213 ms");
  assert_moment (1500, "1.500 µs");
  assert_moment (12 * 1000 * MS, "12.000000 s");
}

static void
test_span_text (void)
{
  GArray *spans = new_spans ();
  g_autoptr (IlvTrace) trace = NULL;
  g_autofree char *running = NULL;
  g_autofree char *blocked = NULL;
  const IlvSpan *span;
  gsize n_spans;

  add_span (spans, 0, 4 * MS, 0, 1, ILV_STATE_RUNNING);
  add_span (spans, 4 * MS, 6 * MS, 0, -1, ILV_STATE_BLOCKED);
  g_array_index (spans, IlvSpan, 1).peer = 1;
  trace = finish (spans, 2, 2, ILV_TRACE_OUTCOME_FINISHED);
  span = ilv_trace_get_spans (trace, &n_spans);

  running = ilv_span_text_to_sentence (trace, &span[0]);
  g_assert_cmpstr (running, ==,
                   "A is running, Core 1 · Worker 2, 0.000 ms – 4.000 ms, 4.000 ms long");
  blocked = ilv_span_text_to_sentence (trace, &span[1]);
  g_assert_cmpstr (blocked, ==, "A is blocked, waits for B, 4.000 ms – 6.000 ms, 2.000 ms long");
}

static void
test_span_markup_is_escaped (void)
{
  IlvTraceInfo *info = ilv_trace_info_new ("<&>", 1);
  const char *steps[] = { NULL };
  GArray *spans = new_spans ();
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *markup = NULL;
  g_autofree char *text = NULL;
  gsize n_spans;

  ilv_trace_info_add_task (info, "<b>&", steps);
  ilv_trace_info_add_worker (info, "</i>&", 0, 0);
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  add_span (spans, 0, 4 * MS, 0, 0, ILV_STATE_RUNNING);
  trace = ilv_trace_new (info, spans, NULL);

  markup = ilv_span_text_to_markup (trace, ilv_trace_get_spans (trace, &n_spans));
  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &text, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "<b>& is running\nCore 0 · </i>&\n"));
}

/* Every column shows who ran there, and on the whole each has its share. */
static void
test_picture (void)
{
  g_autoptr (IlvTrace) trace = new_irregular ();
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_PROCESSOR);
  g_autofree IlvColumn *columns = g_new (IlvColumn, 800);
  double n_columns[5] = { 0 };
  double shares[5] = { 0 };
  IlvLanePicture picture;

  ilv_lane_index_sample (index, 0, 0, MS, 800, columns);
  ilv_lane_picture_init (&picture, 800);
  ilv_lane_picture_sample (&picture, index, 0, 0, MS);
  for (guint i = 0; i < 800; i++)
    {
      g_assert_cmpuint (picture.classes[i], <, 5);
      g_assert_cmpfloat (columns[i].coverage[picture.classes[i]], >, 0);
      g_assert_cmpfloat_with_epsilon (picture.opacity[i], 1, 0.001);
      n_columns[picture.classes[i]]++;
      for (guint task = 0; task < 5; task++)
        shares[task] += columns[i].coverage[task];
    }
  /* A block of 64 columns begins with a clean balance, which may cost a column. */
  for (guint task = 0; task < 5; task++)
    g_assert_cmpfloat_with_epsilon (n_columns[task], shares[task], 2 * 800 / 64.0);

  ilv_lane_picture_clear (&picture);
}

static void
test_picture_does_not_shimmer (void)
{
  g_autoptr (IlvTrace) trace = new_irregular ();
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_PROCESSOR);
  IlvLanePicture picture, panned;

  ilv_lane_picture_init (&picture, 800);
  ilv_lane_picture_init (&panned, 500);
  ilv_lane_picture_sample (&picture, index, 0, 0, MS);
  for (guint from = 0; from < 300; from += 37)
    {
      ilv_lane_picture_sample (&panned, index, 0, from * MS, MS);
      for (guint i = 0; i < 500; i++)
        g_assert_cmpuint (panned.classes[i], ==, picture.classes[i + from]);
    }

  ilv_lane_picture_erase (&panned, -5, 100);
  ilv_lane_picture_erase (&panned, 100, 1000);
  for (guint i = 0; i < 500; i++)
    g_assert_cmpuint (panned.classes[i], ==, ILV_LANE_PICTURE_NOTHING);

  ilv_lane_picture_clear (&panned);
  ilv_lane_picture_clear (&picture);
}

static void
test_picture_shows_short_spans (void)
{
  GArray *spans = new_spans ();
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvLaneIndex) index = NULL;
  IlvLanePicture picture;

  add_span (spans, 100 * MS + 10, 100 * MS + 11, 1, 0, ILV_STATE_RUNNING);
  add_span (spans, 799 * MS, 800 * MS, 0, 0, ILV_STATE_RUNNING);
  trace = finish (spans, 2, 1, ILV_TRACE_OUTCOME_FINISHED);
  index = ilv_lane_index_new (trace, ILV_GROUPING_PROCESSOR);

  ilv_lane_picture_init (&picture, 800);
  ilv_lane_picture_sample (&picture, index, 0, 0, MS);
  for (guint i = 0; i < 799; i++)
    g_assert_cmpuint (picture.classes[i], ==,
                      i == 100 ? ILV_PAINT_CLASS (ILV_STATE_RUNNING, 1) : ILV_LANE_PICTURE_NOTHING);
  g_assert_cmpfloat (picture.opacity[100], >=, 0.3f);
  g_assert_cmpuint (picture.classes[799], ==, ILV_PAINT_CLASS (ILV_STATE_RUNNING, 0));
  ilv_lane_picture_clear (&picture);
}

#define N_PAINTED 700

/* Of each task a chain of spans in any state; now and then there is a gap. */
static IlvTrace *
new_random (guint n_spans)
{
  const guint n_tasks = 11;
  GArray *spans = new_spans ();
  gint64 times_ns[11] = { 0 };

  for (guint i = 0; i < n_spans; i++)
    {
      guint task = (guint) g_test_rand_int_range (0, n_tasks);
      gint64 length_ns = g_test_rand_int_range (1, g_test_rand_bit () ? 200 : 20000);

      if (g_test_rand_int_range (0, 4) == 0)
        times_ns[task] += g_test_rand_int_range (0, 30000);
      add_span (spans, times_ns[task], times_ns[task] + length_ns, task, (int) (task % 2),
                (IlvState) g_test_rand_int_range (0, ILV_N_SPAN_STATES));
      times_ns[task] += length_ns;
    }

  return finish (spans, n_tasks, 2, ILV_TRACE_OUTCOME_FINISHED);
}

/* What a column holds, by a look at each span of the lane; returns how much of it there is at all. */
static double
paint_column (IlvLaneIndex *index, guint lane, double from_ns, double to_ns, double *shares)
{
  guint n_spans = ilv_lane_index_get_n_spans (index, lane);
  double sum = 0;

  memset (shares, 0, ILV_N_PAINT_CLASSES * sizeof *shares);
  for (guint i = 0; i < n_spans; i++)
    {
      const IlvSpan *span = ilv_lane_index_get_span (index, lane, i);
      double length_ns = MIN ((double) span->end_ns, to_ns) - MAX ((double) span->start_ns, from_ns);

      if (length_ns <= 0)
        continue;
      shares[ILV_PAINT_CLASS (span->state, span->task % ILV_N_TASK_COLOURS)]
        += length_ns / (to_ns - from_ns);
      sum += length_ns / (to_ns - from_ns);
    }
  for (guint i = 0; i < ILV_N_PAINT_CLASSES && sum > 0; i++)
    shares[i] /= sum;

  return MIN (sum, 1);
}

/* The class has a share in the column, and no other one was owed more. Both were computed in single and in double
 * precision, and 64 columns add up: who is owed the same but for that may have it. */
static void
assert_chosen (const double *shares, double *owed, guint chosen)
{
  g_assert_cmpuint (chosen, <, ILV_N_PAINT_CLASSES);
  g_assert_cmpfloat (shares[chosen], >, 0);
  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    owed[i] += shares[i];
  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    if (shares[i] > 0)
      g_assert_cmpfloat (owed[chosen], >=, owed[i] - 1e-4);
  owed[chosen] -= 1;
}

/* Begins at a multiple of 64 columns, where nobody is owed anything. */
static guint
assert_painted (IlvLaneIndex *index, guint lane, gint64 block, double column_ns)
{
  double owed[ILV_N_PAINT_CLASSES] = { 0 };
  IlvLanePicture picture;
  guint n_seen = 0;

  ilv_lane_picture_init (&picture, N_PAINTED);
  ilv_lane_picture_sample (&picture, index, lane, (double) (64 * block) * column_ns, column_ns);
  for (guint i = 0; i < N_PAINTED; i++)
    {
      double from_ns = (double) (64 * block + i) * column_ns;
      double shares[ILV_N_PAINT_CLASSES];
      double sum = paint_column (index, lane, from_ns, from_ns + column_ns, shares);

      if (i % 64 == 0)
        memset (owed, 0, sizeof owed);
      /* An edge that is exactly between two columns may be on either side. */
      if (sum < 1e-9)
        {
          if (picture.classes[i] == ILV_LANE_PICTURE_NOTHING)
            g_assert_cmpfloat (picture.opacity[i], ==, 0);
          continue;
        }
      assert_chosen (shares, owed, picture.classes[i]);
      g_assert_cmpfloat_with_epsilon (picture.opacity[i], MAX (sum, 0.4), 1e-6);
      n_seen++;
    }
  ilv_lane_picture_clear (&picture);

  return n_seen;
}

/* Every column of random traces, at random places and zooms, is what one would paint who looks at every span: its
 * colour and how much of it is covered. */
static void
test_picture_is_painted_right (void)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (IlvTrace) trace = new_random (1 << round);
      double duration_ns = (double) ilv_trace_get_duration_ns (trace);

      for (guint grouping = ILV_GROUPING_PROCESSOR; grouping <= ILV_GROUPING_TASK; grouping++)
        {
          g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, grouping);
          guint n_lanes = ilv_lane_index_get_n_lanes (index);
          guint n_seen = 0;

          for (guint lane = 0; lane < n_lanes; lane++)
            {
              double column_ns = duration_ns * g_test_rand_double_range (0.0001, 0.01);
              gint64 last_block = (gint64) (duration_ns / column_ns / 64);

              n_seen += assert_painted (index, lane, 0, duration_ns / N_PAINTED);
              assert_painted (index, lane, g_test_rand_int_range (-3, (gint32) last_block + 2), column_ns);
            }
          /* The lanes of processors show only who runs. */
          if (grouping == ILV_GROUPING_TASK)
            g_assert_cmpuint (n_seen, >, 0);
        }
    }
}

/* Who runs on two processors, all of it too short to be seen by itself. */
static IlvTrace *
new_short (void)
{
  GArray *spans = new_spans ();

  for (int processor = 0; processor < 2; processor++)
    for (gint64 start_ns = 0, end_ns; start_ns < 800 * MS; start_ns = end_ns + g_test_rand_int_range (0, 40000))
      {
        end_ns = start_ns + g_test_rand_int_range (1, 40000);
        add_span (spans, start_ns, end_ns, (guint) (2 * g_test_rand_int_range (0, 4) + processor), processor,
                  ILV_STATE_RUNNING);
      }

  return finish (spans, 8, 2, ILV_TRACE_OUTCOME_FINISHED);
}

static cairo_surface_t *
draw_lanes (IlvTimeline *timeline)
{
  GtkWidget *lanes = ilv_timeline_get_lane_view (timeline);
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (lanes), gtk_widget_get_height (lanes));
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (lanes)->snapshot (lanes, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Cairo may round the last bit of each channel otherwise. */
static gboolean
is_pixel (guint32 pixel, guint32 expected)
{
  for (guint shift = 0; shift < 32; shift += 8)
    if (ABS ((int) (pixel >> shift & 0xff) - (int) (expected >> shift & 0xff)) > 1)
      return FALSE;

  return TRUE;
}

/* The task whose colour a pixel has, as strong as it has to be. */
static guint
find_task (const IlvSpanLook *look, guint32 pixel, double opacity)
{
  for (guint class = 0; class < ILV_N_TASK_COLOURS; class++)
    {
      const GdkRGBA *colour = ilv_span_look_get_colour (look, class, 0, 0, 1);

      if (is_pixel (pixel, ilv_span_look_to_pixel (colour, (float) opacity)))
        return class;
    }

  return ILV_N_PAINT_CLASSES;
}

static guint
assert_pixels (const IlvTimelineView *view, cairo_surface_t *surface, guint lane, int y)
{
  const guint32 *row
    = (const guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));
  double column_ns = (ilv_time_axis_get_end_ns (view->axis) - ilv_time_axis_get_start_ns (view->axis))
                     / view->layout.plot_width;
  gint64 first = llround (ilv_time_axis_get_start_ns (view->axis) / column_ns);
  double owed[ILV_N_PAINT_CLASSES] = { 0 };
  IlvSpanLook look;
  guint n_seen = 0;

  ilv_span_look_load (&look, &view->theme, 1);
  /* What the columns to the left of the plot are owed is not seen. */
  for (gint64 i = (64 - first % 64) % 64; i < view->layout.plot_width; i++)
    {
      double shares[ILV_N_PAINT_CLASSES];
      double from_ns = (double) (first + i) * column_ns;
      double sum = paint_column (view->index, lane, from_ns, from_ns + column_ns, shares);
      guint32 pixel = row[view->layout.plot_x + i];

      if ((first + i) % 64 == 0)
        memset (owed, 0, sizeof owed);
      if (sum < 1e-9)
        {
          g_assert_cmpuint (pixel >> 24, <=, sum > 0 ? 0x67 : 0);
          continue;
        }
      assert_chosen (shares, owed, find_task (&look, pixel, MAX (sum, 0.4)));
      n_seen++;
    }

  return n_seen;
}

/* The same of the pixels that come out in the end. */
static void
test_pixels_are_painted_right (void)
{
  g_autoptr (IlvTrace) trace = new_short ();
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  IlvTimeline *timeline = new_timeline (trace, axis);
  const IlvTimelineView *view = ilv_timeline_get_view (timeline);
  GtkWidget *window = open_window (timeline);

  wait_for_index (timeline);
  ilv_time_axis_show_all (axis);
  for (guint zoom = 0; zoom < 6; zoom++)
    {
      cairo_surface_t *surface = draw_lanes (timeline);

      for (guint lane = 0; lane < 2; lane++)
        g_assert_cmpuint (assert_pixels (view, surface, lane, (int) get_y (timeline, lane)), >, 100);
      cairo_surface_destroy (surface);
      ilv_time_axis_zoom (axis, g_test_rand_double_range (1.1, 1.7), 400 * MS);
      ilv_time_axis_pan (axis, g_test_rand_int_range (0, MS));
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whichever states there are, the bands cover every row once, and a row of them is what drawing it
 * by itself would have given. */
static void
assert_bands (const IlvLanePicture *picture, const IlvSpanLook *look, int height)
{
  IlvLaneBand bands[ILV_LANE_PICTURE_MAX_BANDS];
  guint n_bands = ilv_lane_picture_get_bands (picture, look, height, bands);
  int end = 0;

  for (guint i = 0; i < n_bands; i++)
    {
      g_autofree guint32 *pixels = g_new (guint32, picture->n_columns * bands[i].n_rows);
      g_autoptr (GdkTexture) texture =
        ilv_lane_picture_create_texture (picture, look, &bands[i], height);

      g_assert_cmpint (bands[i].y, ==, end);
      end += bands[i].height;
      gdk_texture_download (texture, (guchar *) pixels, picture->n_columns * sizeof (guint32));
      for (int y = 0; y < bands[i].height; y++)
        for (guint x = 0; x < picture->n_columns; x++)
          {
            const GdkRGBA *colour = ilv_span_look_get_colour (look, picture->classes[x], (int) x,
                                                              bands[i].y + y, height);

            g_assert_cmphex (pixels[y % bands[i].n_rows * picture->n_columns + x], ==,
                             ilv_span_look_to_pixel (colour, 1));
          }
    }
  g_assert_cmpint (end, ==, height);
}

static void
test_picture_bands (void)
{
  IlvLanePicture picture;

  ilv_lane_picture_init (&picture, 40);
  for (guint states = 1; states < 1 << ILV_N_SPAN_STATES; states++)
    {
      for (guint i = 0; i < 40; i++)
        {
          do
            picture.classes[i] = g_test_rand_int_range (0, ILV_N_PAINT_CLASSES);
          while ((states >> picture.classes[i] / ILV_N_TASK_COLOURS & 1) == 0);
          picture.opacity[i] = 1;
        }

      for (guint variant = 0; variant < 8; variant++)
        {
          IlvTimelineTheme theme = { .high_contrast = variant & 1 };
          IlvSpanLook look;

          /* Some colours of the other palette have an edge. */
          ilv_palette_set_kind (variant & 4 ? ILV_PALETTE_OKABE_ITO : ILV_PALETTE_STANDARD);

          ilv_span_look_load (&look, &theme, variant & 2 ? 2 : 1);
          for (int height = look.scale; height < 150; height += 7 * look.scale)
            assert_bands (&picture, &look, height);
        }
    }
  ilv_palette_set_kind (ILV_PALETTE_STANDARD);
  ilv_lane_picture_clear (&picture);
}

static void
count_notify (G_GNUC_UNUSED GObject *object, G_GNUC_UNUSED GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_notify_on_change_only (void)
{
  static const char *const names[] = { "trace",     "axis",           "playhead",
                                       "grouping",  "side",           "ghost-ns",
                                       "summary",   "ghost-editable", "reference-ns",
                                       "min-lanes", "reference-label" };
  IlvTimeline *timeline = g_object_ref_sink (ILV_TIMELINE (ilv_timeline_new ()));
  g_autoptr (IlvTrace) trace = new_parallel ();
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvPlayhead) playhead = ilv_playhead_new ();
  guint counts[G_N_ELEMENTS (names)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", names[i], NULL);

      g_signal_connect (timeline, signal, G_CALLBACK (count_notify), &counts[i]);
    }

  for (guint i = 0; i < 2; i++)
    {
      ilv_timeline_set_trace (timeline, trace);
      ilv_timeline_set_axis (timeline, axis);
      ilv_timeline_set_playhead (timeline, playhead);
      ilv_timeline_set_grouping (timeline, ILV_GROUPING_TASK);
      ilv_timeline_set_side (timeline, 1);
      ilv_timeline_set_ghost_ns (timeline, 600 * MS);
      ilv_timeline_set_ghost_editable (timeline, TRUE);
      ilv_timeline_set_reference (timeline, 803 * MS, "concurrent 803");
      ilv_timeline_set_min_lanes (timeline, 2);
      ilv_timeline_set_summary (timeline, "A and B ran at once.");
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (counts[i], ==, 1);

  g_assert_true (ilv_timeline_get_trace (timeline) == trace);
  g_assert_true (ilv_timeline_get_axis (timeline) == axis);
  g_assert_true (ilv_timeline_get_playhead (timeline) == playhead);
  g_assert_cmpint (ilv_timeline_get_grouping (timeline), ==, ILV_GROUPING_TASK);
  g_assert_cmpint (ilv_timeline_get_side (timeline), ==, 1);
  g_assert_cmpint (ilv_timeline_get_ghost_ns (timeline), ==, 600 * MS);
  g_assert_true (ilv_timeline_get_ghost_editable (timeline));
  g_assert_cmpuint (ilv_timeline_get_min_lanes (timeline), ==, 2);
  g_assert_cmpstr (ilv_timeline_get_summary (timeline), ==, "A and B ran at once.");
  gtk_test_accessible_assert_property (timeline, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A and B ran at once.");

  g_assert_finalize_object (timeline);
}

static void
test_properties (void)
{
  g_autoptr (IlvTrace) trace = new_parallel ();
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) got = NULL;
  g_autofree char *label = NULL;
  gint64 reference_ns, ghost_ns;
  IlvTimeline *timeline;
  int grouping;

  timeline = g_object_new (ILV_TYPE_TIMELINE, "trace", trace, "axis", axis, "grouping",
                           ILV_GROUPING_WORKER, "side", 1, "ghost-ns", 5 * MS, "reference-ns",
                           7 * MS, "reference-label", "there", "min-lanes", 3, NULL);
  g_object_ref_sink (timeline);
  g_object_get (timeline, "trace", &got, "grouping", &grouping, "ghost-ns", &ghost_ns,
                "reference-ns", &reference_ns, "reference-label", &label, NULL);
  g_assert_true (got == trace);
  g_assert_cmpint (grouping, ==, ILV_GROUPING_WORKER);
  g_assert_cmpint (ghost_ns, ==, 5 * MS);
  g_assert_cmpint (reference_ns, ==, 7 * MS);
  g_assert_cmpstr (label, ==, "there");

  g_assert_finalize_object (timeline);
}

static void
assert_place (IlvSpanPlace place, int lane, guint position)
{
  g_assert_cmpint (place.lane, ==, lane);
  if (lane >= 0)
    g_assert_cmpuint (place.position, ==, position);
}

static void
test_pick (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_parallel ();
  IlvTimeline *timeline = new_timeline (trace, axis);
  GtkWidget *window = open_window (timeline);
  const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      gtk_widget_set_direction (gtk_widget_get_first_child (GTK_WIDGET (timeline)), directions[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (timeline));

      /* Time runs to the right in both. */
      g_assert_cmpfloat (get_x (timeline, 300 * MS), >, get_x (timeline, 100 * MS));
      assert_place (ilv_timeline_pick (timeline, get_x (timeline, 100 * MS), get_y (timeline, 0)),
                    0, 0);
      assert_place (ilv_timeline_pick (timeline, get_x (timeline, 600 * MS), get_y (timeline, 0)),
                    0, 1);
      assert_place (ilv_timeline_pick (timeline, get_x (timeline, 100 * MS), get_y (timeline, 1)),
                    1, 0);
      assert_place (ilv_timeline_pick (timeline, get_x (timeline, 450 * MS), get_y (timeline, 0)),
                    -1, 0);
      assert_place (ilv_timeline_pick (timeline, get_x (timeline, 600 * MS), get_y (timeline, 1)),
                    -1, 0);
      assert_place (ilv_timeline_pick (timeline, get_x (timeline, 100 * MS), 2), -1, 0);

      /* A near miss is a hit. */
      assert_place (
        ilv_timeline_pick (timeline, get_x (timeline, 400 * MS) + 2, get_y (timeline, 0)), 0, 0);
      assert_place (
        ilv_timeline_pick (timeline, get_x (timeline, 500 * MS) - 2, get_y (timeline, 0)), 0, 1);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pick_agrees_with_trace (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_slices (1000);
  IlvTimeline *timeline = new_timeline (trace, axis);
  GtkWidget *window = open_window (timeline);
  const IlvTimelineView *view = ilv_timeline_get_view (timeline);

  for (guint i = 0; i < 2000; i++)
    {
      double x, time_ns;
      const IlvSpan *span;

      ilv_time_axis_zoom (axis, g_test_rand_double_range (0.5, 2), 400 * MS);
      x = view->layout.plot_x + g_test_rand_double_range (0, view->layout.plot_width);
      time_ns = ilv_timeline_view_from_x (view, x);
      span =
        ilv_span_place_get_span (ilv_timeline_pick (timeline, x, get_y (timeline, 0)), view->index);
      if (time_ns >= 800 * MS)
        continue;

      g_assert_nonnull (span);
      g_assert_cmpfloat (span->start_ns, <=, time_ns);
      g_assert_cmpfloat (span->end_ns, >, time_ns - 1);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_selected (IlvTimeAxis *axis, int side, guint span)
{
  g_assert_cmpint (ilv_time_axis_get_selected_side (axis), ==, side);
  if (side >= 0)
    g_assert_cmpuint (ilv_time_axis_get_selected_span (axis), ==, span);
}

static void
test_walk (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_parallel ();
  IlvTimeline *timeline = new_timeline (trace, axis);
  GtkWidget *window = open_window (timeline);

  ilv_timeline_set_side (timeline, 1);
  activate (timeline, "timeline.next-span");
  assert_selected (axis, 1, 0);
  activate (timeline, "timeline.next-span");
  assert_selected (axis, 1, 2);
  activate (timeline, "timeline.next-span");
  assert_selected (axis, 1, 2);
  activate (timeline, "timeline.next-lane");
  assert_selected (axis, 1, 1);
  activate (timeline, "timeline.next-lane");
  assert_selected (axis, 1, 1);
  activate (timeline, "timeline.previous-lane");
  assert_selected (axis, 1, 0);
  activate (timeline, "timeline.last-span");
  assert_selected (axis, 1, 2);
  gtk_test_accessible_assert_property (
    timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "A is running, Core 0 · Worker 1, 500.000 ms – 800.000 ms, 300.000 ms long. A ran on core 0 from "
    "500.000 ms until 800.000 ms.");
  activate (timeline, "timeline.first-span");
  assert_selected (axis, 1, 0);
  activate (timeline, "timeline.previous-span");
  assert_selected (axis, 1, 0);
  activate (timeline, "timeline.clear-selection");
  assert_selected (axis, -1, 0);
  assert_place (ilv_timeline_get_view (timeline)->selected, -1, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_walk_reveals (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_slices (200);
  IlvTimeline *timeline = new_timeline (trace, axis);
  GtkWidget *window = open_window (timeline);
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  ilv_time_axis_set_range (axis, 0, 50 * MS);
  for (guint step = 0; step < 399; step++)
    {
      guint i = step < 200 ? step : 398 - step;

      activate (timeline, step < 200 ? "timeline.next-span" : "timeline.previous-span");
      assert_selected (axis, 0, i);
      g_assert_cmpfloat (ilv_time_axis_get_start_ns (axis), <=, spans[i].start_ns);
      g_assert_cmpfloat (ilv_time_axis_get_end_ns (axis), >=, spans[i].end_ns);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whatever the lanes are, a walk to the end and back passes all spans of a lane. */
static void
test_walk_groupings (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_slices (50);
  IlvTimeline *timeline = g_object_ref_sink (new_timeline (trace, axis));
  const IlvGrouping groupings[] = { ILV_GROUPING_PROCESSOR, ILV_GROUPING_WORKER,
                                    ILV_GROUPING_TASK };
  const guint steps[] = { 49, 49, 24 };

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    {
      ilv_timeline_set_grouping (timeline, groupings[i]);
      ilv_time_axis_select (axis, -1, 0);
      activate (timeline, "timeline.first-span");
      for (guint j = 0; j < steps[i]; j++)
        {
          guint before = ilv_time_axis_get_selected_span (axis);

          activate (timeline, "timeline.next-span");
          g_assert_cmpuint (ilv_time_axis_get_selected_span (axis), >, before);
        }
      assert_selected (axis, 0, i < 2 ? 49 : 48);
    }

  g_assert_finalize_object (timeline);
}

static void
test_selection_of_the_other_side (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_parallel ();
  IlvTimeline *timeline = g_object_ref_sink (new_timeline (trace, axis));

  ilv_time_axis_select (axis, 0, 2);
  assert_place (ilv_timeline_get_view (timeline)->selected, 0, 1);
  ilv_time_axis_select (axis, 1, 2);
  assert_place (ilv_timeline_get_view (timeline)->selected, -1, 0);
  ilv_time_axis_select (axis, 0, 99);
  assert_place (ilv_timeline_get_view (timeline)->selected, -1, 0);

  g_assert_finalize_object (timeline);
}

static const char *
get_story (IlvTimeline *timeline)
{
  return ilv_story_label_get_text (
    ILV_STORY_LABEL (gtk_widget_get_last_child (GTK_WIDGET (timeline))));
}

static void
assert_gap (IlvTimeline *timeline, gint64 start_ns, gint64 end_ns, const char *story)
{
  const IlvTimelineView *view = ilv_timeline_get_view (timeline);

  g_assert_true (view->has_gap);
  g_assert_cmpint (view->gap.start_ns, ==, start_ns);
  g_assert_cmpint (view->gap.end_ns, ==, end_ns);
  assert_place (view->selected, -1, 0);
  g_assert_cmpstr (get_story (timeline), ==, story);
  gtk_test_accessible_assert_property (timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, story);
}

/* Whatever is clicked is told of: a span, a gap between spans, and nothing behind the end. */
static void
test_story (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_parallel ();
  IlvTimeline *timeline = new_timeline (trace, axis);
  GtkWidget *window = open_window (timeline);

  g_assert_null (get_story (timeline));
  ilv_timeline_select_at (timeline, get_x (timeline, 600 * MS), get_y (timeline, 0));
  g_assert_cmpstr (get_story (timeline), ==, "A ran on core 0 from 500.000 ms until 800.000 ms.");
  ilv_timeline_select_at (timeline, get_x (timeline, 450 * MS), get_y (timeline, 0));
  assert_selected (axis, 0, ILV_TIME_AXIS_NO_SPAN);
  assert_gap (timeline, 400 * MS, 500 * MS,
              "Core 0 had nothing to do for this run from 400.000 ms until 500.000 ms: no task was "
              "ready.");
  ilv_timeline_select_at (timeline, get_x (timeline, 900 * MS), get_y (timeline, 0));
  assert_selected (axis, -1, 0);
  g_assert_false (ilv_timeline_get_view (timeline)->has_gap);
  g_assert_null (get_story (timeline));

  /* One selection for both sides. */
  ilv_timeline_select_at (timeline, get_x (timeline, 450 * MS), get_y (timeline, 0));
  ilv_time_axis_select (axis, 1, 0);
  g_assert_false (ilv_timeline_get_view (timeline)->has_gap);
  g_assert_null (get_story (timeline));

  /* The lanes of another grouping are others. */
  ilv_timeline_select_at (timeline, get_x (timeline, 450 * MS), get_y (timeline, 0));
  ilv_timeline_set_grouping (timeline, ILV_GROUPING_TASK);
  assert_selected (axis, -1, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_walk_gaps (void)
{
  const char *between = "Nothing was recorded of A from 400.000 ms until 500.000 ms.";
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_parallel ();
  IlvTimeline *timeline = new_timeline (trace, axis);
  GtkWidget *window = open_window (timeline);

  ilv_timeline_set_grouping (timeline, ILV_GROUPING_TASK);
  activate (timeline, "timeline.next-gap");
  assert_gap (timeline, 400 * MS, 500 * MS, between);
  activate (timeline, "timeline.next-gap");
  assert_gap (timeline, 400 * MS, 500 * MS, between);
  activate (timeline, "timeline.previous-gap");
  assert_gap (timeline, 400 * MS, 500 * MS, between);

  /* From a gap to the spans beside it, and back. */
  activate (timeline, "timeline.next-span");
  assert_selected (axis, 0, 2);
  activate (timeline, "timeline.previous-gap");
  assert_gap (timeline, 400 * MS, 500 * MS, between);
  activate (timeline, "timeline.previous-span");
  assert_selected (axis, 0, 0);
  activate (timeline, "timeline.next-lane");
  assert_selected (axis, 0, 1);
  activate (timeline, "timeline.next-gap");
  assert_gap (timeline, 300 * MS, 800 * MS, "B had ended at 300.000 ms.");
  activate (timeline, "timeline.next-span");
  assert_selected (axis, 0, 1);
  activate (timeline, "timeline.next-gap");
  activate (timeline, "timeline.previous-lane");
  assert_selected (axis, 0, 0);
  activate (timeline, "timeline.next-gap");
  activate (timeline, "timeline.clear-selection");
  assert_selected (axis, -1, 0);

  /* Too narrow to be seen, it is passed. */
  ilv_time_axis_set_limit_ns (axis, 1000000 * MS);
  activate (timeline, "timeline.next-gap");
  assert_selected (axis, -1, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A and B on two processors; A starts B at 100 ms and once more something at each of @n moments. */
static IlvTrace *
new_flows (guint n)
{
  GArray *flows = g_array_new (FALSE, FALSE, sizeof (IlvFlow));
  GArray *spans = new_spans ();

  add_span (spans, 0, 800 * MS, 0, 0, ILV_STATE_RUNNING);
  add_span (spans, 100 * MS, 800 * MS, 1, 1, ILV_STATE_RUNNING);
  for (guint i = 0; i < n; i++)
    {
      IlvFlow flow = { 100 * MS + i * MS / 10, 0, 1, ILV_FLOW_LOCK };

      g_array_append_val (flows, flow);
    }

  return finish_with_flows (spans, flows, 2, 2, ILV_TRACE_OUTCOME_FINISHED);
}

/* Each has a knob, with an edge. */
static guint
count_arrows (IlvTimeline *timeline)
{
  GtkWidget *layer = gtk_widget_get_next_sibling (ilv_timeline_get_lane_view (timeline));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  guint n_nodes = 0, n_clips = 0;

  GTK_WIDGET_GET_CLASS (layer)->snapshot (layer, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    count_nodes (node, GSK_ROUNDED_CLIP_NODE, &n_nodes, &n_clips);

  return n_clips / 2;
}

/* Whose arrows are drawn is the selection's matter, or a key's; how many, that of the room. */
static void
test_flows (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) few = new_flows (3);
  g_autoptr (IlvTrace) many = new_flows (3000);
  IlvTimeline *timeline = new_timeline (few, axis);
  GtkWidget *window = open_window (timeline);
  const IlvGrouping groupings[] = { ILV_GROUPING_PROCESSOR, ILV_GROUPING_WORKER,
                                    ILV_GROUPING_TASK };

  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    {
      ilv_timeline_set_grouping (timeline, groupings[i]);
      g_assert_cmpuint (count_arrows (timeline), ==, 0);
      activate (timeline, "timeline.flows");
      g_assert_true (ilv_time_axis_get_shows_flows (axis));
      g_assert_cmpuint (count_arrows (timeline), ==, 3);
      activate (timeline, "timeline.flows");
      g_assert_cmpuint (count_arrows (timeline), ==, 0);
      ilv_time_axis_select (axis, 0, 1);
      g_assert_cmpuint (count_arrows (timeline), ==, 3);
      ilv_time_axis_select (axis, -1, 0);
    }

  ilv_timeline_set_trace (timeline, many);
  activate (timeline, "timeline.flows");
  g_assert_cmpuint (count_arrows (timeline), ==, 0);
  ilv_time_axis_select (axis, 0, 1);
  g_assert_cmpuint (count_arrows (timeline), ==, 0);
  ilv_time_axis_set_range (axis, 100 * MS, 101 * MS);
  g_assert_cmpuint (count_arrows (timeline), ==, 11);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_zoom_keys (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_parallel ();
  IlvTimeline *timeline = g_object_ref_sink (new_timeline (trace, axis));

  /* About the selection, if there is one. */
  ilv_time_axis_select (axis, 0, 2);
  activate (timeline, "timeline.zoom-in");
  g_assert_false (ilv_time_axis_shows_all (axis));
  g_assert_cmpfloat_with_epsilon (ilv_time_axis_to_x (axis, 650 * MS, 1000), 650, 0.001);
  activate (timeline, "timeline.zoom-out");
  g_assert_true (ilv_time_axis_shows_all (axis));
  activate (timeline, "timeline.zoom-in");
  activate (timeline, "timeline.zoom-in");
  activate (timeline, "timeline.zoom-fit");
  g_assert_true (ilv_time_axis_shows_all (axis));

  g_assert_finalize_object (timeline);
}

static void
test_hover_draws_no_span (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvPlayhead) playhead = ilv_playhead_new ();
  g_autoptr (IlvTrace) trace = new_slices (200);
  IlvTimeline *timeline = new_timeline (trace, axis);
  GtkWidget *window;
  guint before;

  ilv_playhead_set_end_ns (playhead, 800 * MS);
  ilv_timeline_set_playhead (timeline, playhead);
  window = open_window (timeline);

  /* The first selection takes room from the lanes, for what is told of it. */
  ilv_time_axis_select (axis, 0, 100);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (timeline));
  before = count_snapshots (timeline);
  g_assert_cmpuint (before, >, 0);

  for (guint i = 0; i < 20; i++)
    {
      ilv_timeline_point_at (timeline, get_x (timeline, i * 40 * MS), get_y (timeline, 0));
      ilv_playhead_set_position_ns (playhead, i * 30 * MS);
      ilv_timeline_set_ghost_ns (timeline, i * 20 * MS);
      ilv_time_axis_select (axis, 0, i);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (timeline));
    }
  g_assert_cmpuint (count_snapshots (timeline), ==, before);

  ilv_time_axis_zoom (axis, 2, 400 * MS);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (timeline));
  g_assert_cmpuint (count_snapshots (timeline), ==, before + 1);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The lower edge of all that lies over the lanes. */
static double
get_bottom (IlvTimeline *timeline)
{
  GtkWidget *overlay = gtk_widget_get_last_child (gtk_widget_get_parent (ilv_timeline_get_lane_view (timeline)));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t bounds;

  GTK_WIDGET_GET_CLASS (overlay)->snapshot (overlay, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_get_bounds (node, &bounds);
  return bounds.origin.y + bounds.size.height - gtk_widget_get_height (overlay);
}

/* What is told of a span is on the timeline, also where the text is large and the timeline low. */
static void
test_hover_large_text (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_slices (2);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  IlvTimeline *timeline = new_timeline (trace, axis);
  GtkWidget *window;

  ilv_compat_load_css (provider, "window { font-size: 40px; }");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  window = gtk_window_new ();
  gtk_widget_set_size_request (GTK_WIDGET (timeline), 400, -1);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (timeline));
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 1);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (timeline));
  ilv_timeline_point_at (timeline, get_x (timeline, 200 * MS), get_y (timeline, 0));
  assert_place (ilv_timeline_get_view (timeline)->hovered, 0, 0);
  g_assert_cmpfloat (get_bottom (timeline), <=, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider));
}

static void
test_hover_sets_cursor (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_parallel ();
  IlvTimeline *timeline = new_timeline (trace, axis);
  GtkWidget *window = open_window (timeline);

  ilv_timeline_point_at (timeline, get_x (timeline, 250 * MS), get_y (timeline, 1));
  g_assert_cmpint (ABS (ilv_time_axis_get_cursor_ns (axis) - 250 * MS), <=, 1);
  assert_place (ilv_timeline_get_view (timeline)->hovered, 1, 0);
  gtk_test_accessible_assert_property (
    timeline, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "B is running, Core 1 · Worker 2, 0.000 ms – 300.000 ms, 300.000 ms long");

  /* The picture moves away below the pointer. */
  ilv_time_axis_set_range (axis, 700 * MS, 900 * MS);
  assert_place (ilv_timeline_get_view (timeline)->hovered, -1, 0);

  ilv_timeline_point_at (timeline, 1, get_y (timeline, 1));
  g_assert_cmpint (ilv_time_axis_get_cursor_ns (axis), ==, -1);
  ilv_timeline_point_at (timeline, get_x (timeline, 750 * MS), get_y (timeline, 0));
  ilv_timeline_point_away (timeline);
  g_assert_cmpint (ilv_time_axis_get_cursor_ns (axis), ==, -1);
  assert_place (ilv_timeline_get_view (timeline)->hovered, -1, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_ghost_keys (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  IlvTimeline *timeline = g_object_ref_sink (new_timeline (NULL, axis));
  g_autoptr (IlvTrace) trace = new_parallel ();
  guint n_notified = 0;

  g_signal_connect (timeline, "notify::ghost-ns", G_CALLBACK (count_notify), &n_notified);
  activate (timeline, "timeline.next-span");
  g_assert_cmpint (ilv_timeline_get_ghost_ns (timeline), ==, -1);

  ilv_timeline_set_ghost_editable (timeline, TRUE);
  activate (timeline, "timeline.next-span");
  g_assert_cmpint (ilv_timeline_get_ghost_ns (timeline), ==, 500 * MS);
  activate (timeline, "timeline.next-span");
  g_assert_cmpint (ilv_timeline_get_ghost_ns (timeline), ==, 510 * MS);
  activate (timeline, "timeline.previous-span");
  activate (timeline, "timeline.previous-span");
  g_assert_cmpint (ilv_timeline_get_ghost_ns (timeline), ==, 490 * MS);
  g_assert_cmpuint (n_notified, ==, 4);
  for (guint i = 0; i < 120; i++)
    activate (timeline, "timeline.next-span");
  g_assert_cmpint (ilv_timeline_get_ghost_ns (timeline), ==, 1000 * MS);

  /* With spans to walk, the keys walk. */
  ilv_timeline_set_trace (timeline, trace);
  activate (timeline, "timeline.previous-span");
  g_assert_cmpint (ilv_timeline_get_ghost_ns (timeline), ==, 1000 * MS);
  assert_selected (axis, 0, 0);

  g_assert_finalize_object (timeline);
}

static void
test_ghost_can_be_grabbed (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  IlvTimeline *timeline = new_timeline (NULL, axis);
  GtkWidget *window = open_window (timeline);
  double x;

  g_assert_false (ilv_timeline_is_on_ghost (timeline, get_x (timeline, 400 * MS), 50));
  ilv_timeline_set_ghost_ns (timeline, 400 * MS);
  x = get_x (timeline, 400 * MS);
  g_assert_true (ilv_timeline_is_on_ghost (timeline, x, 50));
  g_assert_true (ilv_timeline_is_on_ghost (timeline, x - 5, 50));
  g_assert_false (ilv_timeline_is_on_ghost (timeline, x + 30, 50));
  /* By its flag, which is wider than the line. */
  g_assert_true (ilv_timeline_is_on_ghost (timeline, x + 30, 6));
  g_assert_false (ilv_timeline_is_on_ghost (timeline, x - 30, 6));

  g_assert_cmpint (ABS (ilv_timeline_get_moment (timeline, x) - 400 * MS), <=, 1);
  g_assert_cmpint (ilv_timeline_get_moment (timeline, -50), ==, 0);
  g_assert_cmpint (ilv_timeline_get_moment (timeline, 5000), ==, 1000 * MS);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_nodes_are_bounded (void)
{
  const guint sizes[] = { 3, 100, 599, 1000, 5000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
      g_autoptr (IlvTrace) trace = new_slices (sizes[i]);
      IlvTimeline *timeline = new_timeline (trace, axis);
      GtkWidget *window = open_window (timeline);

      wait_for_index (timeline);
      ilv_time_axis_show_all (axis);
      for (guint zoom = 0; zoom < 12; zoom++)
        {
          guint n_nodes = count_lane_nodes (timeline);

          g_assert_cmpuint (n_nodes, >, 0);
          g_assert_cmpuint (n_nodes, <=, 3000);
          ilv_time_axis_zoom (axis, 3, 400 * MS);
        }

      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_nodes_are_bounded_in_many_lanes (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  GArray *spans = new_spans ();
  g_autoptr (IlvTrace) trace = NULL;
  IlvTimeline *timeline;
  GtkWidget *window;

  for (guint lane = 0; lane < 32; lane++)
    for (guint i = 0; i < 80; i++)
      add_span (spans, i * 10 * MS, (i + 1) * 10 * MS, lane % 20, (int) lane, i % 4);
  trace = finish (spans, 20, 32, ILV_TRACE_OUTCOME_FINISHED);
  timeline = new_timeline (trace, axis);
  ilv_timeline_set_grouping (timeline, ILV_GROUPING_WORKER);
  window = open_window (timeline);

  for (guint zoom = 0; zoom < 12; zoom++)
    {
      g_assert_cmpuint (count_lane_nodes (timeline), <=, 3000);
      ilv_time_axis_zoom (axis, 1.5, 400 * MS);
    }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* However crowded it is around them: what is wide enough to be a bar is one, and the crowd is one
 * picture. */
static void
test_wide_spans_are_bars (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
      GArray *spans = new_spans ();
      g_autoptr (IlvTrace) trace = NULL;
      IlvTimeline *timeline;
      GtkWidget *window;
      gint64 start_ns = 0;
      guint n_wide = 0, n_clips, n_textures;

      for (guint i = 0; start_ns < 900 * MS; i++)
        {
          gboolean wide = g_test_rand_int_range (0, 50) == 0;
          gint64 length_ns = wide ? 50 * MS : g_test_rand_int_range (1000, 1000000);

          add_span (spans, start_ns, start_ns + length_ns, i % 3, 0, ILV_STATE_RUNNING);
          start_ns += length_ns;
          n_wide += wide;
        }
      trace = finish (spans, 3, 1, ILV_TRACE_OUTCOME_FINISHED);
      timeline = new_timeline (trace, axis);
      window = open_window (timeline);

      count_lane_nodes_of_type (timeline, GSK_ROUNDED_CLIP_NODE, &n_clips);
      g_assert_cmpuint (n_clips, ==, n_wide);
      count_lane_nodes_of_type (timeline, GSK_TEXTURE_NODE, &n_textures);
      g_assert_cmpuint (n_textures, ==, 1);

      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* Without spans, without length, without anything: it has a size and can be drawn. */
static void
test_empty (void)
{
  GArray *spans = new_spans ();
  g_autoptr (IlvTrace) empty = finish (spans, 0, 0, ILV_TRACE_OUTCOME_RUNNING);
  IlvTimeline *timeline = ILV_TIMELINE (ilv_timeline_new ());
  GtkWidget *window = open_window (timeline);
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (timeline), GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, >, 20);

  ilv_timeline_set_trace (timeline, empty);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (timeline));
  activate (timeline, "timeline.next-span");
  activate (timeline, "timeline.next-lane");
  assert_selected (ilv_timeline_get_axis (timeline), -1, 0);
  g_assert_cmpuint (count_lane_nodes (timeline), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_min_lanes_makes_equal_heights (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) one = new_slices (10);
  g_autoptr (IlvTrace) two = new_parallel ();
  IlvTimeline *timelines[] = { g_object_ref_sink (new_timeline (one, axis)),
                               g_object_ref_sink (new_timeline (two, axis)) };
  int natural[2];

  for (guint i = 0; i < 2; i++)
    {
      ilv_timeline_set_min_lanes (timelines[i], 2);
      gtk_widget_measure (GTK_WIDGET (timelines[i]), GTK_ORIENTATION_VERTICAL, -1, NULL,
                          &natural[i], NULL, NULL);
    }
  g_assert_cmpint (natural[0], ==, natural[1]);

  for (guint i = 0; i < 2; i++)
    g_assert_finalize_object (timelines[i]);
}

static void
count_changed (G_GNUC_UNUSED IlvLaneLoader *loader, guint *count)
{
  (*count)++;
}

static void
assert_never (IlvLaneLoader *loader, IlvTrace *unwanted)
{
  IlvLaneIndex *index = ilv_lane_loader_get_index (loader);

  g_assert_true (index == NULL || ilv_lane_index_get_trace (index) != unwanted);
}

static void
test_loader (void)
{
  g_autoptr (IlvTrace) small = new_slices (10);
  g_autoptr (IlvTrace) large = new_slices (ILV_LANE_LOADER_MAX_DIRECT + 1);
  g_autoptr (IlvTrace) larger = new_slices (ILV_LANE_LOADER_MAX_DIRECT + 2);
  IlvLaneLoader *loader = ilv_lane_loader_new ();
  guint n_changed = 0;
  gint64 deadline_us;

  g_signal_connect (loader, "changed", G_CALLBACK (count_changed), &n_changed);
  ilv_lane_loader_load (loader, small, ILV_GROUPING_PROCESSOR);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (ilv_lane_index_get_trace (ilv_lane_loader_get_index (loader)) == small);

  /* What was there stays until the large one is ready; the last wish wins. */
  ilv_lane_loader_load (loader, large, ILV_GROUPING_PROCESSOR);
  g_assert_true (ilv_lane_loader_is_loading (loader));
  g_assert_true (ilv_lane_index_get_trace (ilv_lane_loader_get_index (loader)) == small);
  ilv_lane_loader_load (loader, larger, ILV_GROUPING_TASK);
  while (ilv_lane_loader_is_loading (loader))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_changed, ==, 2);
  g_assert_true (ilv_lane_index_get_trace (ilv_lane_loader_get_index (loader)) == larger);
  g_assert_cmpint (ilv_lane_index_get_grouping (ilv_lane_loader_get_index (loader)), ==,
                   ILV_GROUPING_TASK);

  /* A small one overtakes. */
  ilv_lane_loader_load (loader, large, ILV_GROUPING_TASK);
  ilv_lane_loader_load (loader, small, ILV_GROUPING_TASK);
  g_assert_true (ilv_lane_index_get_trace (ilv_lane_loader_get_index (loader)) == small);
  while (ilv_lane_loader_is_loading (loader))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ilv_lane_index_get_trace (ilv_lane_loader_get_index (loader)) == small);

  /* What is taken away does not come back. */
  ilv_lane_loader_load (loader, large, ILV_GROUPING_TASK);
  ilv_lane_loader_load (loader, NULL, ILV_GROUPING_TASK);
  g_assert_null (ilv_lane_loader_get_index (loader));
  while (ilv_lane_loader_is_loading (loader))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (ilv_lane_loader_get_index (loader));

  /* Not even while what came after it is sorted. */
  g_signal_connect (loader, "changed", G_CALLBACK (assert_never), large);
  ilv_lane_loader_load (loader, large, ILV_GROUPING_TASK);
  ilv_lane_loader_load (loader, NULL, ILV_GROUPING_TASK);
  ilv_lane_loader_load (loader, larger, ILV_GROUPING_TASK);
  while (ilv_lane_loader_is_loading (loader))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ilv_lane_index_get_trace (ilv_lane_loader_get_index (loader)) == larger);

  /* The thread may let go of it a moment later than the main context does. */
  g_object_add_weak_pointer (G_OBJECT (loader), (gpointer *) &loader);
  g_object_unref (loader);
  deadline_us = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  while (g_atomic_pointer_get (&loader) != NULL && g_get_monotonic_time () < deadline_us)
    g_thread_yield ();
  g_assert_null (g_atomic_pointer_get (&loader));
}

static void
test_dispose_twice (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_parallel ();
  IlvTimeline *timeline = g_object_ref_sink (new_timeline (trace, axis));

  g_object_run_dispose (G_OBJECT (timeline));
  ilv_time_axis_set_cursor_ns (axis, 5);
  ilv_time_axis_zoom (axis, 2, 5);
  g_object_run_dispose (G_OBJECT (timeline));

  g_assert_finalize_object (timeline);
}

static void
test_finalize_with_window (void)
{
  g_autoptr (IlvTimeAxis) axis = ilv_time_axis_new ();
  g_autoptr (IlvTrace) trace = new_parallel ();
  IlvTimeline *timeline = g_object_ref_sink (new_timeline (trace, axis));
  GtkWidget *window = open_window (timeline);

  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (timeline);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/layout/lanes", test_layout);
  g_test_add_func ("/timeline/layout/sides", test_layout_sides);
  g_test_add_func ("/timeline/layout/measure", test_layout_measure);
  g_test_add_func ("/timeline/moment-text/ticks", test_moments);
  g_test_add_func ("/timeline/moment-text/moment", test_moment);
  g_test_add_func ("/timeline/span-text/sentence", test_span_text);
  g_test_add_func ("/timeline/span-text/markup-is-escaped", test_span_markup_is_escaped);
  g_test_add_func ("/timeline/picture/shares", test_picture);
  g_test_add_func ("/timeline/picture/is-painted-right", test_picture_is_painted_right);
  g_test_add_func ("/timeline/picture/pixels-are-painted-right", test_pixels_are_painted_right);
  g_test_add_func ("/timeline/picture/does-not-shimmer", test_picture_does_not_shimmer);
  g_test_add_func ("/timeline/picture/short-spans", test_picture_shows_short_spans);
  g_test_add_func ("/timeline/picture/bands", test_picture_bands);
  g_test_add_func ("/timeline/loader", test_loader);
  g_test_add_func ("/timeline/timeline/notify-on-change-only", test_notify_on_change_only);
  g_test_add_func ("/timeline/timeline/properties", test_properties);
  g_test_add_func ("/timeline/timeline/pick", test_pick);
  g_test_add_func ("/timeline/timeline/pick-agrees-with-trace", test_pick_agrees_with_trace);
  g_test_add_func ("/timeline/timeline/walk", test_walk);
  g_test_add_func ("/timeline/timeline/walk-reveals", test_walk_reveals);
  g_test_add_func ("/timeline/timeline/walk-groupings", test_walk_groupings);
  g_test_add_func ("/timeline/timeline/other-side", test_selection_of_the_other_side);
  g_test_add_func ("/timeline/timeline/story", test_story);
  g_test_add_func ("/timeline/timeline/walk-gaps", test_walk_gaps);
  g_test_add_func ("/timeline/timeline/flows", test_flows);
  g_test_add_func ("/timeline/timeline/zoom-keys", test_zoom_keys);
  g_test_add_func ("/timeline/timeline/hover-draws-no-span", test_hover_draws_no_span);
  g_test_add_func ("/timeline/timeline/hover-large-text", test_hover_large_text);
  g_test_add_func ("/timeline/timeline/hover-sets-cursor", test_hover_sets_cursor);
  g_test_add_func ("/timeline/timeline/ghost-keys", test_ghost_keys);
  g_test_add_func ("/timeline/timeline/ghost-can-be-grabbed", test_ghost_can_be_grabbed);
  g_test_add_func ("/timeline/timeline/nodes-are-bounded", test_nodes_are_bounded);
  g_test_add_func ("/timeline/timeline/many-lanes", test_nodes_are_bounded_in_many_lanes);
  g_test_add_func ("/timeline/timeline/wide-spans-are-bars", test_wide_spans_are_bars);
  g_test_add_func ("/timeline/timeline/empty", test_empty);
  g_test_add_func ("/timeline/timeline/min-lanes", test_min_lanes_makes_equal_heights);
  g_test_add_func ("/timeline/timeline/dispose-twice", test_dispose_twice);
  g_test_add_func ("/timeline/timeline/finalize-with-window", test_finalize_with_window);

  return g_test_run ();
}
