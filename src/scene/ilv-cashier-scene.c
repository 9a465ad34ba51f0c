/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-cashier-scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-cashier-layout.h"
#include "ilv-cashier-words.h"
#include "ilv-mark.h"
#include "ilv-person-shape.h"
#include "ilv-span-look.h"

struct _IlvCashierScene
{
  IlvSceneWidget parent_instance;

  IlvCashierStory *story;
  IlvCustomer *customers;
  IlvCashierLayout layout;
  IlvSpanLook look;
  GdkTexture *tiles[ILV_N_TASK_COLOURS];
  gboolean look_valid;
  GPtrArray *names; /* PangoLayout of each customer, where it was needed */
  guint longest_name;
  float name_scale;
};

G_DEFINE_FINAL_TYPE (IlvCashierScene, ilv_cashier_scene, ILV_TYPE_SCENE_WIDGET)

/* A walk takes this share of the whole run. */
#define WALK_SHARE 40

#define MIN_WIDTH 200
#define NATURAL_WIDTH 480
#define FLOOR_HEIGHT 3
#define FOOT_GAP 4
#define SEE_THROUGH 0.5f
#define MIN_NAME_SCALE 0.5f

static int
get_text_height (IlvCashierScene *self)
{
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), "A1");
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);

  return height;
}

static guint
get_n_customers (IlvCashierScene *self)
{
  return self->story != NULL ? ilv_cashier_story_get_n_customers (self->story) : 0;
}

static guint
get_colour (IlvCashierScene *self, guint customer)
{
  IlvTrace *trace = ilv_scene_widget_get_trace (ILV_SCENE_WIDGET (self));

  return ilv_trace_info_get_colour (ilv_trace_get_info (trace), customer);
}

static void
describe (IlvCashierScene *self)
{
  g_autofree char *words = NULL;

  if (self->story == NULL)
    {
      ilv_scene_widget_describe (ILV_SCENE_WIDGET (self), _ ("Nobody is here yet."));
      return;
    }

  words = ilv_cashier_words_describe (self->story, self->customers);
  ilv_scene_widget_describe (ILV_SCENE_WIDGET (self), words);
}

static gint64
get_walk_ns (IlvCashierScene *self)
{
  IlvSceneWidget *scene = ILV_SCENE_WIDGET (self);

  if (!ilv_scene_widget_may_move (scene))
    return 0;

  return ilv_trace_get_duration_ns (ilv_scene_widget_get_trace (scene)) / WALK_SHARE;
}

static void
ilv_cashier_scene_moment_changed (IlvSceneWidget *scene)
{
  IlvCashierScene *self = ILV_CASHIER_SCENE (scene);

  if (self->story != NULL)
    ilv_cashier_story_get (self->story, ilv_scene_widget_get_moment_ns (scene), get_walk_ns (self),
                           self->customers);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
find_longest_name (IlvCashierScene *self)
{
  glong longest = 0;

  for (guint i = 0; i < get_n_customers (self); i++)
    {
      glong length = g_utf8_strlen (ilv_cashier_story_get_name (self->story, i), -1);

      if (length > longest)
        {
          longest = length;
          self->longest_name = i;
        }
    }
}

static void
ilv_cashier_scene_trace_changed (IlvSceneWidget *scene)
{
  IlvCashierScene *self = ILV_CASHIER_SCENE (scene);
  IlvTrace *trace = ilv_scene_widget_get_trace (scene);

  g_clear_pointer (&self->story, ilv_cashier_story_free);
  g_clear_pointer (&self->customers, g_free);
  g_ptr_array_set_size (self->names, 0);
  if (trace != NULL)
    {
      self->story = ilv_cashier_story_new (trace);
      self->customers = g_new0 (IlvCustomer, get_n_customers (self));
      g_ptr_array_set_size (self->names, (int) get_n_customers (self));
      find_longest_name (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ilv_cashier_scene_look_changed (IlvSceneWidget *scene)
{
  IlvCashierScene *self = ILV_CASHIER_SCENE (scene);
  guint n_names = self->names->len;

  self->look_valid = FALSE;
  g_ptr_array_set_size (self->names, 0);
  g_ptr_array_set_size (self->names, (int) n_names);
  /* Where people are said to move or not, they stand elsewhere. */
  ilv_cashier_scene_moment_changed (scene);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
load_look (IlvCashierScene *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->look_valid && self->look.scale == scale)
    return;

  ilv_span_look_load (&self->look, ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self)), scale);
  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    {
      g_clear_object (&self->tiles[i]);
      self->tiles[i] =
        ilv_span_look_create_tile (&self->look, ILV_PAINT_CLASS (ILV_STATE_RUNNING, i));
    }
  self->look_valid = TRUE;
}

static PangoLayout *
get_name (IlvCashierScene *self, guint customer)
{
  PangoLayout *name = g_ptr_array_index (self->names, customer);

  if (name == NULL)
    {
      PangoAttrList *attributes;

      name = ilv_mark_create_text (GTK_WIDGET (self),
                                   ilv_cashier_story_get_name (self->story, customer));
      attributes = pango_attr_list_copy (pango_layout_get_attributes (name));
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (name, attributes);
      pango_attr_list_unref (attributes);
      g_ptr_array_index (self->names, customer) = name;
    }

  return name;
}

/* All names are as large as the longest can be. */
static void
scale_names (IlvCashierScene *self)
{
  graphene_rect_t body = ilv_person_shape_get_body (0, 0, self->layout.scale);
  int width, height;

  pango_layout_get_pixel_size (get_name (self, self->longest_name), &width, &height);
  self->name_scale = MIN ((body.size.width - 3) / width, (body.size.height - 2) / height);
  self->name_scale = MIN (self->name_scale, 1);
}

static void
snapshot_name (IlvCashierScene *self,
               GtkSnapshot *snapshot,
               guint customer,
               const graphene_rect_t *body,
               gboolean hollow)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  PangoLayout *name = get_name (self, customer);
  GdkRGBA colour = theme->text;
  float scale = self->name_scale;
  int width, height;

  /* Rather no name than one that nobody can read. */
  if (scale < MIN_NAME_SCALE)
    return;

  pango_layout_get_pixel_size (name, &width, &height);
  if (!hollow)
    ilv_timeline_theme_get_task_text_colour (theme, get_colour (self, customer), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT (body->origin.x + (body->size.width - width * scale) / 2,
                          body->origin.y + body->size.height - height * scale - 2 * scale));
  gtk_snapshot_scale (snapshot, scale, scale);
  if (!hollow && self->tiles[get_colour (self, customer)] != NULL)
    {
      GdkRGBA plate;

      ilv_timeline_theme_get_task_colour (theme, get_colour (self, customer), &plate);
      gtk_snapshot_append_color (snapshot, &plate,
                                 &GRAPHENE_RECT_INIT (-1, 1, width + 2, height - 1));
    }
  gtk_snapshot_append_layout (snapshot, name, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_customer (IlvCashierScene *self, GtkSnapshot *snapshot, guint index)
{
  const IlvCustomer *customer = &self->customers[index];
  IlvPersonShape shape = { .tile = self->tiles[get_colour (self, index)] };
  float scale = self->layout.scale;
  float x, y, opacity;
  graphene_rect_t body;

  ilv_cashier_layout_get_customer (
    &self->layout, customer, ilv_cashier_story_get_line (self->story, index), &x, &y, &opacity);
  if (opacity <= 0)
    return;

  /* As on a timeline: who wants no cashier now is pale. */
  shape.hollow = customer->state == ILV_STATE_WAITING || customer->state == ILV_STATE_BLOCKED;
  ilv_timeline_theme_get_task_colour (ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self)),
                                      get_colour (self, index), &shape.fill);
  ilv_timeline_theme_get_task_line_colour (ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self)),
                                           get_colour (self, index), &shape.line);
  body = ilv_person_shape_get_body (x, y, scale);
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  ilv_person_shape_append (snapshot, &shape, x, y, scale);
  snapshot_name (self, snapshot, index, &body, shape.hollow);
  if (opacity < 1)
    gtk_snapshot_pop (snapshot);
}

/* The customer who is being served there, or G_MAXUINT. */
static guint
find_served (IlvCashierScene *self, guint cashier)
{
  for (guint i = 0; i < get_n_customers (self); i++)
    if (self->customers[i].state == ILV_STATE_RUNNING && self->customers[i].cashier == cashier)
      return i;

  return G_MAXUINT;
}

static void
snapshot_counter_name (IlvCashierScene *self,
                       GtkSnapshot *snapshot,
                       guint cashier,
                       const graphene_rect_t *counter,
                       const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) name = ilv_mark_create_text (
    GTK_WIDGET (self), self->layout.named
                         ? ilv_cashier_story_get_cashier_name (self->story, cashier)
                         : ilv_cashier_story_get_cashier_number (self->story, cashier));
  int room = (int) self->layout.cell_width - 4;
  int width;

  pango_layout_get_pixel_size (name, &width, NULL);
  if (width > room)
    {
      pango_layout_set_width (name, room * PANGO_SCALE);
      pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
      width = room;
    }
  ilv_mark_append_text (snapshot, name,
                        MIN (counter->origin.x + (counter->size.width - width) / 2,
                             gtk_widget_get_width (GTK_WIDGET (self)) - width),
                        counter->origin.y + counter->size.height + 2, colour);
}

/* A counter has the colour of whom it serves around it. */
static void
snapshot_counter (IlvCashierScene *self, GtkSnapshot *snapshot, guint cashier)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  float size = self->layout.counter_size;
  guint served = find_served (self, cashier);
  GdkRGBA line = theme->grid;
  IlvPersonShape shape = { .fill = theme->text };
  float line_width = served != G_MAXUINT ? 2 : 1;
  graphene_rect_t bounds;
  GskRoundedRect outline;

  ilv_cashier_layout_get_counter (&self->layout, cashier, &bounds.origin.x, &bounds.origin.y);
  bounds = GRAPHENE_RECT_INIT (roundf (bounds.origin.x), roundf (bounds.origin.y), size, size);
  if (served != G_MAXUINT)
    ilv_timeline_theme_get_task_line_colour (theme, get_colour (self, served), &line);
  else
    line.alpha = MAX (line.alpha, 0.25f);

  gsk_rounded_rect_init_from_rect (&outline, &bounds, size / 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &theme->track, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[4]){ line_width, line_width, line_width, line_width },
                              (GdkRGBA[4]){ line, line, line, line });

  /* Head and body overlap, so they are made pale together. */
  shape.fill.alpha = 1;
  gtk_snapshot_push_opacity (snapshot, theme->dim.alpha * (served != G_MAXUINT ? 1 : SEE_THROUGH));
  ilv_person_shape_append (snapshot, &shape, bounds.origin.x + size * 0.56f,
                           bounds.origin.y + size * 0.86f, size * 0.7f / ILV_CASHIER_PERSON_HEIGHT);
  gtk_snapshot_pop (snapshot);
  snapshot_counter_name (self, snapshot, cashier, &bounds,
                         served != G_MAXUINT ? &theme->text : &theme->dim);
}

/* The ground of a line, and how many stand farther behind than there is room for. */
static void
snapshot_line (IlvCashierScene *self, GtkSnapshot *snapshot, guint line)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  const IlvCashierLayout *layout = &self->layout;
  float half = ILV_CASHIER_PERSON_WIDTH * layout->scale / 2;
  graphene_rect_t ground;
  guint n_hidden = 0;
  float x, y;

  ilv_cashier_layout_get_place (layout, line, 0, &x, &y);
  ground = GRAPHENE_RECT_INIT (0, roundf (y) + 1, x + half + 4, FLOOR_HEIGHT);
  ground.origin.x = MAX (layout->tail_x - half - 4 - (layout->tail_x - half > 40 ? 24 : 0), 0);
  ground.size.width -= ground.origin.x;
  ilv_mark_append_box (snapshot, &ground, FLOOR_HEIGHT / 2.0, &theme->grid, NULL);

  for (guint i = 0; i < get_n_customers (self); i++)
    n_hidden += ilv_cashier_story_get_line (self->story, i) == line &&
                self->customers[i].away == 0 && self->customers[i].gone == 0 &&
                self->customers[i].index > layout->capacity - 0.5;
  if (n_hidden > 0)
    {
      /* Translators: so many more customers than can be seen. */
      g_autofree char *number = g_strdup_printf (_ ("+%u"), n_hidden);
      g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), number);
      int width, height;

      pango_layout_get_pixel_size (text, &width, &height);
      ilv_mark_append_text (snapshot, text, MAX (layout->tail_x - half - width - 4, 0),
                            y - height - 2, &theme->dim);
    }
}

/* Those behind first, so that who stands in front, or walks, is in front. */
static void
snapshot_customers (IlvCashierScene *self, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < get_n_customers (self); i++)
    if (self->customers[i].away == 0 && self->customers[i].gone < 1)
      g_array_append_val (order, i);
  ilv_cashier_words_sort (order, self->customers);
  for (guint i = order->len; i > 0; i--)
    snapshot_customer (self, snapshot, g_array_index (order, guint, i - 1));

  for (guint i = 0; i < get_n_customers (self); i++)
    if (self->customers[i].away > 0 && self->customers[i].away < 1)
      snapshot_customer (self, snapshot, i);
  for (guint i = 0; i < get_n_customers (self); i++)
    if (self->customers[i].state == ILV_STATE_RUNNING)
      snapshot_customer (self, snapshot, i);
}

static void
ilv_cashier_scene_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvCashierScene *self = ILV_CASHIER_SCENE (widget);
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int text_height = get_text_height (self);
  g_autofree char *served = NULL;

  if (self->story == NULL || get_n_customers (self) == 0)
    {
      ilv_scene_widget_append_placeholder (ILV_SCENE_WIDGET (self), snapshot,
                                           _ ("The customers come when it runs"));
      return;
    }

  load_look (self);
  ilv_cashier_layout_place (&self->layout, width, height, text_height + FOOT_GAP, text_height,
                            ilv_cashier_story_get_n_lines (self->story),
                            ilv_cashier_story_get_n_cashiers (self->story),
                            ilv_cashier_story_get_longest_line (self->story));

  scale_names (self);

  for (guint line = 0; line < self->layout.n_lines; line++)
    snapshot_line (self, snapshot, line);
  /* Who leaves passes behind the counter. */
  for (guint i = 0; i < get_n_customers (self); i++)
    if (self->customers[i].state == ILV_STATE_ENDED && self->customers[i].away > 0)
      snapshot_customer (self, snapshot, i);
  for (guint i = 0; i < ilv_cashier_story_get_n_cashiers (self->story); i++)
    snapshot_counter (self, snapshot, i);
  snapshot_customers (self, snapshot);

  served = ilv_cashier_words_count (self->story, self->customers);
  ilv_scene_widget_append_line (ILV_SCENE_WIDGET (self), snapshot, served, height - text_height,
                                &theme->dim);
}

static void
ilv_cashier_scene_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size G_GNUC_UNUSED,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline G_GNUC_UNUSED,
                           int *natural_baseline G_GNUC_UNUSED)
{
  IlvCashierScene *self = ILV_CASHIER_SCENE (widget);
  int text_height = get_text_height (self);
  guint n_lines = 2;
  guint n_cashiers = 1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  if (self->story != NULL)
    {
      n_lines = ilv_cashier_story_get_n_lines (self->story);
      n_cashiers = ilv_cashier_story_get_n_cashiers (self->story);
    }
  *natural = ilv_cashier_layout_measure (n_lines, n_cashiers, text_height, minimum);
  *minimum += text_height + FOOT_GAP;
  *natural += text_height + FOOT_GAP;
}

static void
ilv_cashier_scene_dispose (GObject *object)
{
  IlvCashierScene *self = ILV_CASHIER_SCENE (object);

  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    g_clear_object (&self->tiles[i]);
  g_ptr_array_set_size (self->names, 0);

  G_OBJECT_CLASS (ilv_cashier_scene_parent_class)->dispose (object);
}

static void
ilv_cashier_scene_finalize (GObject *object)
{
  IlvCashierScene *self = ILV_CASHIER_SCENE (object);

  g_clear_pointer (&self->story, ilv_cashier_story_free);
  g_clear_pointer (&self->customers, g_free);
  g_ptr_array_unref (self->names);

  G_OBJECT_CLASS (ilv_cashier_scene_parent_class)->finalize (object);
}

static void
ilv_cashier_scene_class_init (IlvCashierSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  IlvSceneWidgetClass *scene_class = ILV_SCENE_WIDGET_CLASS (klass);

  object_class->dispose = ilv_cashier_scene_dispose;
  object_class->finalize = ilv_cashier_scene_finalize;
  widget_class->measure = ilv_cashier_scene_measure;
  widget_class->snapshot = ilv_cashier_scene_snapshot;
  scene_class->trace_changed = ilv_cashier_scene_trace_changed;
  scene_class->moment_changed = ilv_cashier_scene_moment_changed;
  scene_class->look_changed = ilv_cashier_scene_look_changed;

  gtk_widget_class_set_css_name (widget_class, "cashierscene");
}

static void
free_name (gpointer name)
{
  g_clear_object (&name);
}

static void
ilv_cashier_scene_init (IlvCashierScene *self)
{
  self->names = g_ptr_array_new_with_free_func (free_name);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lines and cashiers"), -1);
  describe (self);
}

GtkWidget *
ilv_cashier_scene_new (void)
{
  return g_object_new (ILV_TYPE_CASHIER_SCENE, NULL);
}
