/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-names-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-mark.h"
#include "ilv-names-layout.h"
#include "ilv-scene-moment.h"

/* What is known of a task at the moment. */
typedef struct
{
  IlvTaskPhase phase;
  const IlvResult *result; /* (nullable): the last text, or why it failed */
  PangoLayout *text;       /* (nullable): of the result, laid out for a card */
  int room;                /* how wide it may be, in pixels; -1 for not laid out yet */
  float scale;             /* ≤ 1: how large it is shown for that */
} Card;

struct _IlvNamesScene
{
  IlvSceneWidget parent_instance;

  IlvLaneIndex *index;
  GArray *cards;
  guint n_applied; /* the results that were applied to the cards */
  guint n_names;
  guint n_failures;
  IlvNamesLayout layout;
};

G_DEFINE_FINAL_TYPE (IlvNamesScene, ilv_names_scene, ILV_TYPE_SCENE_WIDGET)

#define MIN_WIDTH 200
#define NATURAL_WIDTH 480
#define MIN_HEIGHT 60
#define HEAD_GAP 8
#define RADIUS 5
#define BAR_WIDTH 4
#define TEXT_GAP 7

/* Smaller than that, large text is no longer large. */
#define MIN_TEXT_SCALE 0.7f

/* The failures that are said one by one. */
#define MAX_SPOKEN 8

static Card *
get_card (IlvNamesScene *self, guint index)
{
  return &g_array_index (self->cards, Card, index);
}

static gboolean
is_failed (const Card *card)
{
  return card->result != NULL && card->result->kind == ILV_RESULT_FAILURE;
}

static void
clear_card (gpointer data)
{
  Card *card = data;

  g_clear_object (&card->text);
}

static void
reset_results (IlvNamesScene *self)
{
  self->n_applied = 0;
  self->n_names = 0;
  self->n_failures = 0;
  for (guint i = 0; i < self->cards->len; i++)
    get_card (self, i)->result = NULL;
}

static void
apply_result (IlvNamesScene *self, const IlvResult *result)
{
  Card *card;

  if (result->task >= self->cards->len ||
      (result->kind != ILV_RESULT_TEXT && result->kind != ILV_RESULT_FAILURE))
    return;

  card = get_card (self, result->task);
  if (card->result != NULL)
    *(is_failed (card) ? &self->n_failures : &self->n_names) -= 1;
  card->result = result;
  *(is_failed (card) ? &self->n_failures : &self->n_names) += 1;
}

/* Only what is new since the moment before, unless that was later. */
static void
apply_results (IlvNamesScene *self, IlvTrace *trace, gint64 moment_ns)
{
  const GPtrArray *results = ilv_trace_get_info (trace)->results;
  guint n_results = ilv_scene_moment_count_results (trace, moment_ns);

  if (n_results < self->n_applied)
    reset_results (self);
  for (; self->n_applied < n_results; self->n_applied++)
    apply_result (self, g_ptr_array_index (results, self->n_applied));
}

/* Once all have come, when the last one came: the other side may still be at work. */
static gint64
get_time_ns (IlvNamesScene *self, IlvTrace *trace)
{
  gint64 time_ns = ilv_scene_widget_get_moment_ns (ILV_SCENE_WIDGET (self));
  gint64 last_ns = -1;

  if (self->n_names + self->n_failures < self->cards->len)
    return MIN (time_ns, ilv_trace_get_duration_ns (trace));

  for (guint i = 0; i < self->cards->len; i++)
    last_ns = MAX (last_ns, get_card (self, i)->result->time_ns);

  return last_ns;
}

/* "14 of 20 names after 152 ms" */
static char *
format_count (IlvNamesScene *self, IlvTrace *trace)
{
  g_autofree char *time = ilv_scene_moment_format_length (get_time_ns (self, trace));

  if (self->n_failures > 0)
    /* Translators: how many names came, of how many, how many failures there were and when ("152
     * ms"). The plural is that of the second number. */
    return g_strdup_printf (ngettext ("%1$u of %2$u name, %3$u failed, after %4$s",
                                      "%1$u of %2$u names, %3$u failed, after %4$s",
                                      self->cards->len),
                            self->n_names, self->cards->len, self->n_failures, time);

  /* Translators: how many names came, of how many, and when ("152 ms"). The plural is that of the
   * second number. */
  return g_strdup_printf (
    ngettext ("%1$u of %2$u name after %3$s", "%1$u of %2$u names after %3$s", self->cards->len),
    self->n_names, self->cards->len, time);
}

static char *
describe_card (IlvNamesScene *self, guint index)
{
  const Card *card = get_card (self, index);
  const char *name = ilv_lane_index_get_label (self->index, index);

  if (is_failed (card))
    /* Translators: a task's name, and why it failed. */
    return g_strdup_printf (_ ("%1$s failed: %2$s"), name,
                            card->result->text != NULL ? card->result->text : "");
  if (card->result != NULL)
    /* Translators: a task's name, and the name that it brought. */
    return g_strdup_printf (_ ("%1$s: %2$s"), name,
                            card->result->text != NULL ? card->result->text : "");

  switch (card->phase)
    {
    case ILV_TASK_PHASE_BEFORE:
      /* Translators: %s is a task's name. */
      return g_strdup_printf (_ ("%s has not begun"), name);
    case ILV_TASK_PHASE_AT_WORK:
      /* Translators: %s is a task's name. */
      return g_strdup_printf (_ ("%s is at work"), name);
    case ILV_TASK_PHASE_ENDED:
    default:
      /* Translators: %s is a task's name. */
      return g_strdup_printf (_ ("%s brought nothing"), name);
    }
}

/* The count, what failed, and the names. */
static void
describe (IlvNamesScene *self, IlvTrace *trace)
{
  g_autofree char *count = format_count (self, trace);
  g_autoptr (GString) text = g_string_new (count);
  guint n_spoken = 0;

  for (guint i = 0; i < self->cards->len && n_spoken < MAX_SPOKEN; i++)
    if (is_failed (get_card (self, i)))
      {
        g_autofree char *failure = describe_card (self, i);

        g_string_append_printf (text, ". %s", failure);
        n_spoken++;
      }
  for (guint i = 0; i < self->cards->len; i++)
    if (get_card (self, i)->result != NULL && !is_failed (get_card (self, i)) &&
        get_card (self, i)->result->text != NULL)
      g_string_append_printf (text, ". %s", get_card (self, i)->result->text);

  ilv_scene_widget_describe (ILV_SCENE_WIDGET (self), text->str);
}

static void
ilv_names_scene_moment_changed (IlvSceneWidget *scene)
{
  IlvNamesScene *self = ILV_NAMES_SCENE (scene);
  IlvTrace *trace = ilv_scene_widget_get_trace (scene);
  gint64 moment_ns = ilv_scene_widget_get_moment_ns (scene);
  const IlvSpan *span;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (trace == NULL || self->cards->len == 0)
    {
      ilv_scene_widget_describe (scene, _ ("No names yet"));
      return;
    }

  apply_results (self, trace, moment_ns);
  for (guint i = 0; i < self->cards->len; i++)
    get_card (self, i)->phase = ilv_scene_moment_find (self->index, i, moment_ns, &span);
  describe (self, trace);
}

static void
ilv_names_scene_trace_changed (IlvSceneWidget *scene)
{
  IlvNamesScene *self = ILV_NAMES_SCENE (scene);
  IlvTrace *trace = ilv_scene_widget_get_trace (scene);
  guint n_cards = 0;

  g_clear_object (&self->index);
  if (trace != NULL)
    {
      self->index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
      n_cards = ilv_lane_index_get_n_lanes (self->index);
    }
  if (n_cards != self->cards->len)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  g_array_set_size (self->cards, n_cards);
  reset_results (self);
}

static void
ilv_names_scene_look_changed (IlvSceneWidget *scene)
{
  IlvNamesScene *self = ILV_NAMES_SCENE (scene);

  for (guint i = 0; i < self->cards->len; i++)
    clear_card (get_card (self, i));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
get_text_height (IlvNamesScene *self)
{
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), "A");
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);

  return height;
}

/* What is wider than its card is smaller; what has no room then either is cut. */
static void
fit_text (Card *card, int width)
{
  int natural;

  pango_layout_set_width (card->text, -1);
  pango_layout_get_pixel_size (card->text, &natural, NULL);
  card->scale = MIN ((float)width / MAX (natural, 1), 1);
  if (card->scale < MIN_TEXT_SCALE)
    card->scale = 1;
  card->room = width;
  pango_layout_set_width (card->text, (int)ceilf (width / card->scale) * PANGO_SCALE);
}

/* The result as text, laid out anew only if it is another one or the room is. */
static PangoLayout *
get_text (IlvNamesScene *self, Card *card, const char *words, int width)
{
  if (card->text == NULL)
    {
      card->text = ilv_mark_create_text (GTK_WIDGET (self), words);
      pango_layout_set_ellipsize (card->text, PANGO_ELLIPSIZE_END);
      card->room = -1;
    }
  else if (!g_str_equal (pango_layout_get_text (card->text), words))
    {
      pango_layout_set_text (card->text, words, -1);
      card->room = -1;
    }
  if (card->room != width)
    fit_text (card, width);

  return card->text;
}

static gboolean
is_mirrored (IlvNamesScene *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* @x of what is @width wide, where the cards begin on the other side. */
static int
mirror (IlvNamesScene *self, int x, int width)
{
  return is_mirrored (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;
}

static void
append_outline (GtkSnapshot *snapshot,
                const graphene_rect_t *bounds,
                float width,
                const GdkRGBA *line)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, MIN (RADIUS, bounds->size.height / 4));
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ *line, *line, *line, *line });
}

/* A card without room for text: filled once the name is there, hollow for a failure. */
static void
snapshot_square (IlvNamesScene *self,
                 GtkSnapshot *snapshot,
                 const Card *card,
                 const graphene_rect_t *bounds,
                 const GdkRGBA *colour)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));

  if (is_failed (card))
    append_outline (snapshot, bounds, MIN (2.5f, bounds->size.width / 3), &theme->playhead);
  else if (card->result != NULL)
    gtk_snapshot_append_color (snapshot, colour, bounds);
  else if (card->phase == ILV_TASK_PHASE_AT_WORK)
    append_outline (snapshot, bounds, 1, colour);
  else
    gtk_snapshot_append_color (snapshot, &theme->track, bounds);
}

static void
snapshot_text (IlvNamesScene *self,
               GtkSnapshot *snapshot,
               Card *card,
               const graphene_rect_t *bounds)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  const char *result = card->result->text != NULL ? card->result->text : "";
  /* Translators: stands on a card before why there is no name; told without colour. */
  g_autofree char *failure = is_failed (card) ? g_strdup_printf (_ ("✕ %s"), result) : NULL;
  PangoLayout *text = get_text (self, card, failure != NULL ? failure : result,
                                (int) bounds->size.width - BAR_WIDTH - 2 * TEXT_GAP);
  float left = bounds->origin.x + TEXT_GAP + (is_mirrored (self) ? 0 : BAR_WIDTH);
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (roundf (left), roundf (bounds->origin.y
                                                           + (bounds->size.height - height * card->scale) / 2)));
  gtk_snapshot_scale (snapshot, card->scale, card->scale);
  gtk_snapshot_append_layout (snapshot, text, failure != NULL ? &theme->failure : &theme->text);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_card (IlvNamesScene *self,
               GtkSnapshot *snapshot,
               Card *card,
               const graphene_rect_t *bounds,
               const GdkRGBA *colour)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  const GdkRGBA *line = is_failed (card) ? &theme->playhead : colour;
  GdkRGBA fill = card->result != NULL ? *line : theme->track;
  float bar = is_mirrored (self) ? bounds->size.width - BAR_WIDTH : 0;
  GskRoundedRect outline;

  if (card->result != NULL)
    fill.alpha = is_failed (card) ? 0.1f : 0.2f;
  gsk_rounded_rect_init_from_rect (&outline, bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, bounds);
  if (card->result != NULL)
    gtk_snapshot_append_color (
      snapshot, line,
      &GRAPHENE_RECT_INIT (bounds->origin.x + bar, bounds->origin.y, BAR_WIDTH, bounds->size.height));
  gtk_snapshot_pop (snapshot);

  if (is_failed (card) || theme->high_contrast ||
      (card->result == NULL && card->phase == ILV_TASK_PHASE_AT_WORK))
    append_outline (snapshot, bounds, 1, line);
  if (card->result != NULL)
    snapshot_text (self, snapshot, card, bounds);
}

static void
ilv_names_scene_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvNamesScene *self = ILV_NAMES_SCENE (widget);
  IlvTrace *trace = ilv_scene_widget_get_trace (ILV_SCENE_WIDGET (self));
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  int text_height = get_text_height (self);
  int top = text_height + HEAD_GAP;
  g_autofree char *count = NULL;

  if (trace == NULL || self->cards->len == 0)
    {
      ilv_scene_widget_append_placeholder (ILV_SCENE_WIDGET (self), snapshot,
                                           _ ("The names come when it runs"));
      return;
    }

  count = format_count (self, trace);
  ilv_scene_widget_append_line (ILV_SCENE_WIDGET (self), snapshot, count, 0, &theme->text);
  ilv_names_layout_place (&self->layout, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget) - top, text_height, self->cards->len);
  for (guint i = 0; i < self->cards->len; i++)
    {
      graphene_rect_t bounds;
      GdkRGBA colour;
      int card_width = self->layout.cell_width - ILV_NAMES_GAP;
      int x, y;

      ilv_names_layout_get_card (&self->layout, i, &x, &y);
      bounds = GRAPHENE_RECT_INIT (mirror (self, x, card_width), y + top, card_width,
                                   self->layout.cell_height - ILV_NAMES_GAP);
      ilv_timeline_theme_get_task_line_colour (
        theme, ilv_trace_info_get_colour (ilv_trace_get_info (trace), i), &colour);
      if (self->layout.named)
        snapshot_card (self, snapshot, get_card (self, i), &bounds, &colour);
      else
        snapshot_square (self, snapshot, get_card (self, i), &bounds, &colour);
    }
}

static gboolean
ilv_names_scene_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  IlvNamesScene *self = ILV_NAMES_SCENE (widget);
  g_autofree char *text = NULL;
  int card;

  if (keyboard_tooltip || self->cards->len == 0 || self->layout.n_columns == 0)
    return FALSE;

  card = ilv_names_layout_find_card (&self->layout, mirror (self, x, 1), y - get_text_height (self) - HEAD_GAP);
  if (card < 0 || card >= (int) self->cards->len)
    return FALSE;

  text = describe_card (self, card);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static GtkSizeRequestMode
ilv_names_scene_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_names_scene_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  IlvNamesScene *self = ILV_NAMES_SCENE (widget);
  int text_height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  text_height = get_text_height (self);
  *natural = ilv_names_layout_measure (for_size >= 0 ? for_size : NATURAL_WIDTH, text_height,
                                       self->cards->len);
  *minimum = MIN (*natural, MIN_HEIGHT) + text_height + HEAD_GAP;
  *natural += text_height + HEAD_GAP;
}

static void
ilv_names_scene_dispose (GObject *object)
{
  IlvNamesScene *self = ILV_NAMES_SCENE (object);

  g_array_set_size (self->cards, 0);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (ilv_names_scene_parent_class)->dispose (object);
}

static void
ilv_names_scene_finalize (GObject *object)
{
  g_array_unref (ILV_NAMES_SCENE (object)->cards);

  G_OBJECT_CLASS (ilv_names_scene_parent_class)->finalize (object);
}

static void
ilv_names_scene_class_init (IlvNamesSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  IlvSceneWidgetClass *scene_class = ILV_SCENE_WIDGET_CLASS (klass);

  object_class->dispose = ilv_names_scene_dispose;
  object_class->finalize = ilv_names_scene_finalize;
  widget_class->snapshot = ilv_names_scene_snapshot;
  widget_class->measure = ilv_names_scene_measure;
  widget_class->get_request_mode = ilv_names_scene_get_request_mode;
  widget_class->query_tooltip = ilv_names_scene_query_tooltip;
  scene_class->trace_changed = ilv_names_scene_trace_changed;
  scene_class->moment_changed = ilv_names_scene_moment_changed;
  scene_class->look_changed = ilv_names_scene_look_changed;

  gtk_widget_class_set_css_name (widget_class, "namesscene");
}

static void
ilv_names_scene_init (IlvNamesScene *self)
{
  self->cards = g_array_new (FALSE, TRUE, sizeof (Card));
  g_array_set_clear_func (self->cards, clear_card);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Names"),
                                  -1);
  ilv_names_scene_moment_changed (ILV_SCENE_WIDGET (self));
}

GtkWidget *
ilv_names_scene_new (void)
{
  return g_object_new (ILV_TYPE_NAMES_SCENE, NULL);
}
