/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-view.h"

#include <math.h>

#include "ilv-lane-picture.h"
#include "ilv-mark.h"
#include "ilv-seen-range.h"
#include "ilv-span-look.h"

struct _IlvLaneView
{
  GtkWidget parent_instance;

  const IlvTimelineView *view;
  IlvSpanLook look;
  GdkTexture *tiles[ILV_N_PAINT_CLASSES];
  GPtrArray *letters;
  GArray *bars;
  gboolean look_valid;
  IlvSeenRange *seen;
  guint n_snapshots;
};

G_DEFINE_FINAL_TYPE (IlvLaneView, ilv_lane_view, GTK_TYPE_WIDGET)

/* The most spans that are drawn one by one, which bounds the nodes of a frame: a bar has up to
 * five. */
#define MAX_BARS 600

#define MIN_BAR_WIDTH 3
#define MIN_CROWDED_BAR_WIDTH 16
#define MIN_ROUND_WIDTH 5
#define MIN_LETTER_WIDTH 12
#define MAX_RADIUS 5

/* A span that is drawn by itself, from one device pixel to another. */
typedef struct
{
  const IlvSpan *span;
  float x;
  float y;
  float width;
  float height;
  gboolean square_left;
  gboolean square_right;
} Bar;

/* The part of a lane's track that its spans take. */
static void
get_bar_rows (const IlvLaneLayout *layout, guint lane, int *y, int *height)
{
  int inset;

  ilv_lane_layout_get_lane (layout, lane, y, height);
  inset = *height >= 28 * layout->scale   ? (int) lround (2 * layout->scale)
          : *height >= 12 * layout->scale ? 1
                                          : 0;
  *y += inset;
  *height -= 2 * inset;
}

static double
snap (const IlvLaneView *self, double x)
{
  return round (x * self->look.scale) / self->look.scale;
}

static guint
count_visible_spans (const IlvTimelineView *view)
{
  gint64 start_ns = (gint64) ilv_time_axis_get_start_ns (view->axis);
  gint64 end_ns = (gint64) ilv_time_axis_get_end_ns (view->axis);
  guint n_lanes = ilv_lane_index_get_n_lanes (view->index);
  guint n_spans = 0;

  for (guint lane = 0; lane < n_lanes && n_spans <= MAX_BARS; lane++)
    n_spans += ilv_lane_index_find (view->index, lane, end_ns) -
               ilv_lane_index_find (view->index, lane, start_ns) + 1;

  return n_spans;
}

/* How wide a span must be to be drawn by itself. */
static double
get_min_bar_width (const IlvTimelineView *view)
{
  double all_lanes = (double) view->layout.plot_width * ilv_lane_index_get_n_lanes (view->index);

  if (count_visible_spans (view) <= MAX_BARS)
    return MIN_BAR_WIDTH;

  return MAX (MIN_CROWDED_BAR_WIDTH, all_lanes / MAX_BARS);
}

static void
add_bar (IlvLaneView *self, const IlvSpan *span, double x1, double x2, int y, int height)
{
  const IlvLaneLayout *layout = &self->view->layout;
  double left = MAX (x1, layout->plot_x);
  double right = MIN (x2, layout->plot_x + layout->plot_width);
  Bar bar = { .span = span, .y = y, .height = height };

  bar.x = snap (self, left);
  bar.width = snap (self, right) - bar.x;
  bar.square_left = left > x1;
  /* The end of an open span is not known yet, and does not look like one. */
  bar.square_right = right < x2 || span->open;
  if (bar.width > 0)
    g_array_append_val (self->bars, bar);
}

/* Collects the bars of a lane; returns whether there are spans that are too narrow for that. The
 * work is bounded by pixels: what ends within the width of a bar cannot be as wide as one. */
static gboolean
collect_bars (IlvLaneView *self, guint lane, double min_width)
{
  const IlvTimelineView *view = self->view;
  double end_ns = ilv_time_axis_get_end_ns (view->axis);
  guint n_spans = ilv_lane_index_get_n_spans (view->index, lane);
  guint position =
    ilv_lane_index_find (view->index, lane, (gint64) ilv_time_axis_get_start_ns (view->axis));
  gboolean crowded = FALSE;
  int y, height;

  get_bar_rows (&view->layout, lane, &y, &height);
  while (position < n_spans)
    {
      const IlvSpan *span = ilv_lane_index_get_span (view->index, lane, position);
      double x1 = ilv_timeline_view_to_x (view, span->start_ns);
      double x2 = ilv_timeline_view_to_x (view, span->end_ns);
      guint next;

      if (span->start_ns >= end_ns)
        break;

      position++;
      if (x2 - x1 >= min_width)
        {
          add_bar (self, span, x1, x2, y, height);
          continue;
        }

      crowded = TRUE;
      next = ilv_lane_index_find (view->index, lane,
                                  (gint64) ilv_timeline_view_from_x (view, x1 + min_width) - 1);
      position = MAX (position, next);
    }

  return crowded;
}

static void
snapshot_picture (IlvLaneView *self, GtkSnapshot *snapshot, guint lane)
{
  const IlvLaneLayout *layout = &self->view->layout;
  int scale = self->look.scale;
  double start_ns = ilv_time_axis_get_start_ns (self->view->axis);
  double column_ns = (ilv_time_axis_get_end_ns (self->view->axis) - start_ns) /
                     ((double) layout->plot_width * scale);
  IlvLanePicture picture;
  int y, height;

  get_bar_rows (layout, lane, &y, &height);
  ilv_lane_picture_init (&picture, layout->plot_width * scale);

  /* Columns lie on multiples of their length, which moves them by half a device pixel at most. */
  ilv_lane_picture_sample (&picture, self->view->index, lane,
                           round (start_ns / column_ns) * column_ns, column_ns);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      int from = (int) lround ((bar->x - layout->plot_x) * scale);

      ilv_lane_picture_erase (&picture, from, from + (int) lround (bar->width * scale));
    }

  ilv_lane_picture_snapshot (&picture, &self->look, snapshot, layout->plot_x, y, height);
  ilv_lane_picture_clear (&picture);
}

static void
get_outline (IlvLaneView *self,
             const Bar *bar,
             const graphene_rect_t *bounds,
             GskRoundedRect *outline)
{
  float max_radius = MAX_RADIUS * (float) self->view->layout.scale;
  float radius = MIN (max_radius, MIN (bounds->size.width, bounds->size.height) / 3);
  graphene_size_t left = GRAPHENE_SIZE_INIT (radius, radius);
  graphene_size_t right = left;

  if (bar->square_left)
    left = *graphene_size_zero ();
  if (bar->square_right)
    right = *graphene_size_zero ();
  gsk_rounded_rect_init (outline, bounds, &left, &right, &right, &left);
}

static void
append_fill (IlvLaneView *self, GtkSnapshot *snapshot, guint class, const graphene_rect_t *bounds)
{
  if (self->tiles[class] == NULL)
    {
      gtk_snapshot_append_color (snapshot, &self->look.strong[class], bounds);
      return;
    }

  gtk_snapshot_push_repeat (snapshot, bounds, NULL);
  gtk_snapshot_append_texture (
    snapshot, self->tiles[class],
    &GRAPHENE_RECT_INIT (0, 0, ILV_SPAN_LOOK_PERIOD, ILV_SPAN_LOOK_PERIOD));
  gtk_snapshot_pop (snapshot);
}

static void
append_line (GtkSnapshot *snapshot, const GskRoundedRect *outline, float hair, const GdkRGBA *line)
{
  gtk_snapshot_append_border (snapshot, outline, (float[4]){ hair, hair, hair, hair },
                              (GdkRGBA[4]){ *line, *line, *line, *line });
}

static void
snapshot_bar (IlvLaneView *self, GtkSnapshot *snapshot, const Bar *bar)
{
  guint class = ILV_PAINT_CLASS (bar->span->state, bar->span->colour);
  float hair = roundf ((float) self->view->layout.scale);
  /* A hair's breadth between bars shows that they are two. */
  float gap = bar->width >= MIN_ROUND_WIDTH * hair && !bar->square_right ? hair : 0;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (bar->x, bar->y, bar->width - gap, bar->height);
  GskRoundedRect outline;

  if (bar->span->state == ILV_STATE_WAITING)
    {
      float thin = ilv_span_look_get_thin_height (bar->height);

      bounds.origin.y += floorf ((bar->height - thin) / 2);
      bounds.size.height = thin;
    }

  get_outline (self, bar, &bounds, &outline);
  if (bar->span->state == ILV_STATE_READY)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &self->look.weak[class], &bounds);
      gtk_snapshot_pop (snapshot);
      append_line (snapshot, &outline, hair, &self->look.strong[class]);
      return;
    }

  if (bar->width < MIN_ROUND_WIDTH)
    {
      /* Too narrow to be outlined. */
      if (ilv_span_look_has_edge (&self->look, class))
        gtk_snapshot_append_color (snapshot, &self->look.edge[bar->span->colour], &bounds);
      else
        append_fill (self, snapshot, class, &bounds);
      return;
    }

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  append_fill (self, snapshot, class, &bounds);
  gtk_snapshot_pop (snapshot);
  if (ilv_span_look_has_edge (&self->look, class))
    append_line (snapshot, &outline, hair, &self->look.edge[bar->span->colour]);
}

/* The task's name, laid out once and kept until it or the font changes. */
static PangoLayout *
get_letter (IlvLaneView *self, guint task)
{
  const IlvTraceInfo *info = ilv_trace_get_info (ilv_lane_index_get_trace (self->view->index));
  const char *name = ilv_trace_info_get_task (info, task)->name;
  PangoLayout *layout;

  if (task >= self->letters->len)
    g_ptr_array_set_size (self->letters, task + 1);

  layout = g_ptr_array_index (self->letters, task);
  if (layout == NULL)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_scale_new (0.9));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
      g_ptr_array_index (self->letters, task) = layout;
    }
  else if (!g_str_equal (pango_layout_get_text (layout), name))
    {
      pango_layout_set_text (layout, name, -1);
    }

  return layout;
}

static void
snapshot_letter (IlvLaneView *self, GtkSnapshot *snapshot, const Bar *bar)
{
  guint state = bar->span->state;
  guint class = ILV_PAINT_CLASS (state, bar->span->colour);
  gboolean on_lines = self->tiles[class] != NULL && state != ILV_STATE_READY;
  GdkRGBA colour = self->view->theme.text;
  GdkRGBA plate = self->view->theme.plate;
  PangoLayout *layout;
  float x, y;
  int width, height;

  /* Narrower than any letter: do not even lay it out. */
  if (bar->width < MIN_LETTER_WIDTH || state == ILV_STATE_WAITING)
    return;

  layout = get_letter (self, bar->span->task);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (height > bar->height || bar->width < width + (on_lines ? 24 : 8))
    return;

  if (state == ILV_STATE_RUNNING)
    {
      ilv_timeline_theme_get_task_text_colour (&self->view->theme, bar->span->colour, &colour);
      ilv_timeline_theme_get_task_colour (&self->view->theme, bar->span->colour, &plate);
    }

  x = roundf (bar->x + (bar->width - width) / 2);
  y = roundf (bar->y + (bar->height - height) / 2);
  if (on_lines)
    gtk_snapshot_append_color (snapshot, &plate, &GRAPHENE_RECT_INIT (x - 3, y, width + 6, height));
  ilv_mark_append_text (snapshot, layout, x, y, &colour);
}

static void
load_look (IlvLaneView *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->look_valid && self->look.scale == scale)
    return;

  ilv_span_look_load (&self->look, &self->view->theme, scale);
  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    {
      g_clear_object (&self->tiles[i]);
      if (i / ILV_N_TASK_COLOURS != ILV_STATE_WAITING)
        self->tiles[i] = ilv_span_look_create_tile (&self->look, i);
    }
  self->look_valid = TRUE;
}

static void
ilv_lane_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvLaneView *self = ILV_LANE_VIEW (widget);
  const IlvTimelineView *view = self->view;
  double min_width, from_y, to_y;
  guint n_lanes;

  self->n_snapshots++;
  if (view->index == NULL)
    return;

  load_look (self);
  min_width = get_min_bar_width (view);
  n_lanes = MIN (ilv_lane_index_get_n_lanes (view->index), view->layout.n_lanes);
  ilv_seen_range_take (self->seen, &from_y, &to_y);
  for (guint lane = 0; lane < n_lanes; lane++)
    {
      int y, height;

      ilv_lane_layout_get_lane (&view->layout, lane, &y, &height);
      if (y + height < from_y || y > to_y)
        continue;

      g_array_set_size (self->bars, 0);
      if (collect_bars (self, lane, min_width))
        snapshot_picture (self, snapshot, lane);

      for (guint i = 0; i < self->bars->len; i++)
        {
          const Bar *bar = &g_array_index (self->bars, Bar, i);

          snapshot_bar (self, snapshot, bar);
          snapshot_letter (self, snapshot, bar);
        }
    }
}

static void
free_letter (gpointer letter)
{
  g_clear_object (&letter);
}

static void
ilv_lane_view_dispose (GObject *object)
{
  IlvLaneView *self = ILV_LANE_VIEW (object);

  for (guint i = 0; i < ILV_N_PAINT_CLASSES; i++)
    g_clear_object (&self->tiles[i]);
  g_ptr_array_set_size (self->letters, 0);
  g_clear_object (&self->seen);

  G_OBJECT_CLASS (ilv_lane_view_parent_class)->dispose (object);
}

static void
ilv_lane_view_finalize (GObject *object)
{
  IlvLaneView *self = ILV_LANE_VIEW (object);

  g_ptr_array_unref (self->letters);
  g_array_unref (self->bars);

  G_OBJECT_CLASS (ilv_lane_view_parent_class)->finalize (object);
}

static void
ilv_lane_view_class_init (IlvLaneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_lane_view_dispose;
  object_class->finalize = ilv_lane_view_finalize;
  widget_class->snapshot = ilv_lane_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "lanes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_lane_view_init (IlvLaneView *self)
{
  self->letters = g_ptr_array_new_with_free_func (free_letter);
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  self->seen = ilv_seen_range_new (GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ilv_lane_view_new (const IlvTimelineView *view)
{
  IlvLaneView *self = g_object_new (ILV_TYPE_LANE_VIEW, NULL);

  self->view = view;

  return GTK_WIDGET (self);
}

void
ilv_lane_view_reset (IlvLaneView *self)
{
  g_return_if_fail (ILV_IS_LANE_VIEW (self));

  self->look_valid = FALSE;
  g_ptr_array_set_size (self->letters, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
ilv_lane_view_get_n_snapshots (IlvLaneView *self)
{
  g_return_val_if_fail (ILV_IS_LANE_VIEW (self), 0);

  return self->n_snapshots;
}
