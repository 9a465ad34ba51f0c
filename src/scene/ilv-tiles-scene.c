/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-tiles-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-canvas.h"
#include "ilv-mark.h"
#include "ilv-palette.h"
#include "ilv-scene-moment.h"
#include "ilv-task-progress.h"

struct _IlvTilesScene
{
  IlvSceneWidget parent_instance;

  IlvLaneIndex *index;
  IlvCanvas *canvas;
  IlvTaskProgress *progress; /* (nullable): of a run that paints no pixels */
  GPtrArray *painters;       /* their names */
};

G_DEFINE_FINAL_TYPE (IlvTilesScene, ilv_tiles_scene, ILV_TYPE_SCENE_WIDGET)

#define MIN_SIZE 160
#define NATURAL_SIZE 300
#define GAP 8
#define SAMPLE_GAP 5
#define LEGEND_GAP 14
#define MIN_NUMBERED 24

/* More tiles than that have no outlines, which would be all that one sees. */
#define MAX_OUTLINES 400

#define MAX_LEGEND 8

static void
get_painter_colour (IlvTilesScene *self, guint painter, GdkRGBA *colour)
{
  ilv_timeline_theme_get_task_colour (ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self)), painter,
                                      colour);
}

static void
load_colours (IlvTilesScene *self)
{
  GdkRGBA colours[ILV_N_TASK_COLOURS];

  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    get_painter_colour (self, i, &colours[i]);
  ilv_canvas_set_colours (self->canvas, colours, ILV_N_TASK_COLOURS);
}

static void
find_painters (IlvTilesScene *self, const IlvTraceInfo *info)
{
  guint n_painters = info->workers->len > 0 ? info->workers->len : info->processors;

  g_ptr_array_set_size (self->painters, 0);
  for (guint i = 0; i < n_painters; i++)
    g_ptr_array_add (self->painters, info->workers->len > 0
                                       ? g_strdup (ilv_trace_info_get_worker (info, i)->name)
                                       /* Translators: the name of a processor; %u is its number. */
                                       : g_strdup_printf (_ ("Core %u"), i));
}

static gboolean
has_pixels (const IlvTraceInfo *info)
{
  for (guint i = 0; i < info->results->len; i++)
    if (((const IlvResult *) g_ptr_array_index (info->results, i))->kind == ILV_RESULT_PIXELS)
      return TRUE;

  return FALSE;
}

static guint
count_ended (IlvTilesScene *self)
{
  gint64 moment_ns = ilv_scene_widget_get_moment_ns (ILV_SCENE_WIDGET (self));
  guint n_ended = 0;

  for (guint i = 0; i < ilv_lane_index_get_n_lanes (self->index); i++)
    {
      const IlvSpan *span;

      n_ended += ilv_scene_moment_find (self->index, i, moment_ns, &span) == ILV_TASK_PHASE_ENDED;
    }

  return n_ended;
}

/* Who has painted any of a tile, of a picture with pixels. */
static guint
count_painted_by (IlvTilesScene *self, guint painter)
{
  guint n_parts, n_painted = 0;
  const IlvCanvasPart *parts = ilv_canvas_get_parts (self->canvas, &n_parts);

  for (guint i = 0; i < n_parts; i++)
    n_painted += parts[i].width > 0 && parts[i].painter == painter;

  return n_painted;
}

static void
describe (IlvTilesScene *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_tiles;

  if (self->index == NULL)
    {
      ilv_scene_widget_describe (ILV_SCENE_WIDGET (self), _ ("Nothing is painted yet."));
      return;
    }

  n_tiles = ilv_lane_index_get_n_lanes (self->index);
  /* Translators: how many tiles of a picture are finished, of how many; the plural is that of the
   * second number. */
  g_string_append_printf (
    text, ngettext ("%1$u of %2$u tile is finished.", "%1$u of %2$u tiles are finished.", n_tiles),
    count_ended (self), n_tiles);
  for (guint i = 0; i < MIN (self->painters->len, MAX_LEGEND); i++)
    {
      guint n_painted = count_painted_by (self, i);

      if (n_painted > 0)
        /* Translators: the name of a worker, and on how many tiles it worked. */
        g_string_append_printf (text,
                                ngettext (" %1$s: %2$u tile.", " %1$s: %2$u tiles.", n_painted),
                                (const char *) g_ptr_array_index (self->painters, i), n_painted);
    }
  ilv_scene_widget_describe (ILV_SCENE_WIDGET (self), text->str);
}

static void
ilv_tiles_scene_moment_changed (IlvSceneWidget *scene)
{
  IlvTilesScene *self = ILV_TILES_SCENE (scene);

  if (ilv_canvas_move (self->canvas, ilv_scene_widget_get_moment_ns (scene)) ||
      self->progress != NULL || self->index == NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  describe (self);
}

static void
ilv_tiles_scene_trace_changed (IlvSceneWidget *scene)
{
  IlvTilesScene *self = ILV_TILES_SCENE (scene);
  IlvTrace *trace = ilv_scene_widget_get_trace (scene);

  g_clear_object (&self->index);
  g_clear_pointer (&self->progress, ilv_task_progress_free);
  g_ptr_array_set_size (self->painters, 0);
  if (trace != NULL)
    {
      const IlvTraceInfo *info = ilv_trace_get_info (trace);

      self->index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
      find_painters (self, info);
      if (!ilv_trace_is_live (trace) && !has_pixels (info))
        self->progress = ilv_task_progress_new (self->index);
    }
  ilv_canvas_set_index (self->canvas, self->index);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ilv_tiles_scene_look_changed (IlvSceneWidget *scene)
{
  load_colours (ILV_TILES_SCENE (scene));
  ilv_tiles_scene_moment_changed (scene);
  gtk_widget_queue_resize (GTK_WIDGET (scene));
}

/* Lays out who painted in which colour from (@left, @top) and, where there is a snapshot, draws it;
 * returns the height, and in @used how much of @width it took. */
static int
place_legend (IlvTilesScene *self, GtkSnapshot *snapshot, int left, int top, int width, int *used)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  int x = 0, y = 0, height = 0;

  *used = 0;
  for (guint i = 0; i < MIN (self->painters->len, MAX_LEGEND + 1); i++)
    {
      gboolean rest = i == MAX_LEGEND;
      /* Translators: so many more workers than those named before. */
      g_autofree char *more = g_strdup_printf (_ ("+%u"), self->painters->len - MAX_LEGEND);
      const char *name = rest ? more : g_ptr_array_index (self->painters, i);
      g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), name);
      int text_width, sample;

      pango_layout_get_pixel_size (text, &text_width, &height);
      sample = rest ? 0 : height - 4;
      if (x > 0 && x + sample + SAMPLE_GAP + text_width > width)
        {
          x = 0;
          y += height + 2;
        }
      if (snapshot != NULL)
        {
          GdkRGBA colour, line;

          get_painter_colour (self, i, &colour);
          ilv_timeline_theme_get_task_line_colour (theme, i, &line);
          if (!rest)
            ilv_mark_append_box (snapshot,
                                 &GRAPHENE_RECT_INIT (left + x, top + y + 2, sample, sample), 3,
                                 &colour, &line);
          ilv_mark_append_text (snapshot, text, left + x + sample + SAMPLE_GAP, top + y,
                                &theme->text);
        }
      x += sample + SAMPLE_GAP + text_width;
      *used = MAX (*used, x);
      x += LEGEND_GAP;
    }

  return self->painters->len > 0 ? y + height : 0;
}

/* The number of the painter, so that colours are not all that tells. */
static void
snapshot_number (IlvTilesScene *self,
                 GtkSnapshot *snapshot,
                 const graphene_rect_t *bounds,
                 guint painter)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  const char *name, *space;
  g_autoptr (PangoLayout) text = NULL;
  graphene_rect_t chip;
  GdkRGBA fill, colour;

  if (painter >= self->painters->len || bounds->size.width < MIN_NUMBERED)
    return;

  name = g_ptr_array_index (self->painters, painter);
  space = strrchr (name, ' ');
  text = ilv_mark_create_text (GTK_WIDGET (self), space != NULL ? space + 1 : name);
  chip = ilv_mark_place_chip (text, bounds->origin.x + 3, bounds->origin.y + 3, G_MAXINT);
  if (chip.size.height + 4 > bounds->size.height || chip.size.width + 4 > bounds->size.width)
    return;

  ilv_timeline_theme_get_task_colour (theme, painter, &fill);
  ilv_timeline_theme_get_task_text_colour (theme, painter, &colour);
  ilv_mark_append_chip (snapshot, text, &chip, &fill, NULL, &colour);
}

static void
snapshot_outline (IlvTilesScene *self,
                  GtkSnapshot *snapshot,
                  const graphene_rect_t *bounds,
                  guint painter)
{
  GskRoundedRect outline;
  GdkRGBA line;

  ilv_timeline_theme_get_task_line_colour (ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self)),
                                           painter, &line);
  gsk_rounded_rect_init_from_rect (&outline, bounds, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
                              (GdkRGBA[4]){ line, line, line, line });
  snapshot_number (self, snapshot, bounds, painter);
}

static void
snapshot_picture (IlvTilesScene *self, GtkSnapshot *snapshot, const graphene_rect_t *frame)
{
  GdkTexture *texture = ilv_canvas_get_texture (self->canvas);
  const IlvCanvasPart *parts;
  guint width, height, n_parts;

  if (texture == NULL)
    return;

  gtk_snapshot_append_texture (snapshot, texture, frame);
  ilv_canvas_get_size (self->canvas, &width, &height);
  parts = ilv_canvas_get_parts (self->canvas, &n_parts);
  for (guint i = 0; i < n_parts && n_parts <= MAX_OUTLINES; i++)
    {
      float x_scale = frame->size.width / width;
      float y_scale = frame->size.height / height;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (
        frame->origin.x + parts[i].x * x_scale, frame->origin.y + parts[i].y * y_scale,
        parts[i].width * x_scale, parts[i].height * y_scale);

      if (parts[i].width > 0)
        snapshot_outline (self, snapshot, &bounds, parts[i].painter);
    }
}

/* A cell for each task, filled from the top as far as it has come. */
static void
snapshot_cells (IlvTilesScene *self, GtkSnapshot *snapshot, const graphene_rect_t *frame)
{
  IlvTrace *trace = ilv_scene_widget_get_trace (ILV_SCENE_WIDGET (self));
  gint64 moment_ns = ilv_scene_widget_get_moment_ns (ILV_SCENE_WIDGET (self));
  guint n_cells = ilv_lane_index_get_n_lanes (self->index);
  guint n_columns = MAX ((guint) ceil (sqrt (n_cells)), 1);
  guint n_rows = (n_cells + n_columns - 1) / n_columns;

  for (guint i = 0; i < n_cells; i++)
    {
      double done = ilv_task_progress_get (self->progress, i, moment_ns);
      guint n_spans = ilv_lane_index_get_n_spans (self->index, i);
      float width = frame->size.width / n_columns;
      float height = frame->size.height / n_rows;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (frame->origin.x + (i % n_columns) * width,
                                                   frame->origin.y + (i / n_columns) * height,
                                                   width - 1, (height - 1) * (float) done);
      guint position, painter;
      GdkRGBA colour;

      if (done <= 0)
        continue;

      position = MIN (ilv_lane_index_find (self->index, i, moment_ns), n_spans - 1);
      painter = ilv_canvas_get_painter (trace, ilv_lane_index_get_span (self->index, i, position));
      ilv_timeline_theme_get_task_line_colour (
        ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self)), painter, &colour);
      gtk_snapshot_append_color (snapshot, &colour, &bounds);
      if (n_cells <= MAX_OUTLINES)
        snapshot_number (self, snapshot, &bounds, painter);
    }
}

static void
ilv_tiles_scene_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvTilesScene *self = ILV_TILES_SCENE (widget);
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int legend_width;
  int legend = place_legend (self, NULL, 0, 0, width, &legend_width);
  float room = MAX (height - legend - (legend > 0 ? GAP : 0), 1);
  float size = MIN ((float) width, room);
  graphene_rect_t frame = GRAPHENE_RECT_INIT (floorf ((width - size) / 2), 0, size, size);

  if (self->index == NULL)
    {
      ilv_scene_widget_append_placeholder (ILV_SCENE_WIDGET (self), snapshot,
                                           _ ("The picture is painted when it runs"));
      return;
    }

  gtk_snapshot_append_color (snapshot, &theme->track, &frame);
  if (self->progress != NULL)
    snapshot_cells (self, snapshot, &frame);
  else
    snapshot_picture (self, snapshot, &frame);
  place_legend (self, snapshot, (width - legend_width) / 2, (int) size + GAP, width, &legend_width);
}

static GtkSizeRequestMode
ilv_tiles_scene_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_tiles_scene_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  IlvTilesScene *self = ILV_TILES_SCENE (widget);
  int width = for_size >= 0 ? for_size : NATURAL_SIZE;
  int legend, legend_width;

  *minimum = MIN_SIZE;
  *natural = NATURAL_SIZE;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  legend = place_legend (self, NULL, 0, 0, width, &legend_width);
  *natural = MAX (MIN (width, NATURAL_SIZE), MIN_SIZE) + legend + GAP;
  *minimum = MIN_SIZE + legend + GAP;
}

static void
ilv_tiles_scene_dispose (GObject *object)
{
  g_clear_object (&ILV_TILES_SCENE (object)->index);

  G_OBJECT_CLASS (ilv_tiles_scene_parent_class)->dispose (object);
}

static void
ilv_tiles_scene_finalize (GObject *object)
{
  IlvTilesScene *self = ILV_TILES_SCENE (object);

  g_clear_pointer (&self->progress, ilv_task_progress_free);
  ilv_canvas_free (self->canvas);
  g_ptr_array_unref (self->painters);

  G_OBJECT_CLASS (ilv_tiles_scene_parent_class)->finalize (object);
}

static void
ilv_tiles_scene_class_init (IlvTilesSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  IlvSceneWidgetClass *scene_class = ILV_SCENE_WIDGET_CLASS (klass);

  object_class->dispose = ilv_tiles_scene_dispose;
  object_class->finalize = ilv_tiles_scene_finalize;
  widget_class->snapshot = ilv_tiles_scene_snapshot;
  widget_class->measure = ilv_tiles_scene_measure;
  widget_class->get_request_mode = ilv_tiles_scene_get_request_mode;
  scene_class->trace_changed = ilv_tiles_scene_trace_changed;
  scene_class->moment_changed = ilv_tiles_scene_moment_changed;
  scene_class->look_changed = ilv_tiles_scene_look_changed;

  gtk_widget_class_set_css_name (widget_class, "tilesscene");
}

static void
ilv_tiles_scene_init (IlvTilesScene *self)
{
  self->canvas = ilv_canvas_new ();
  self->painters = g_ptr_array_new_with_free_func (g_free);
  load_colours (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Picture"), -1);
  describe (self);
}

GtkWidget *
ilv_tiles_scene_new (void)
{
  return g_object_new (ILV_TYPE_TILES_SCENE, NULL);
}
