/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-vote-bar.h"

#include <adwaita.h>

#include "ilv-compat.h"

#define GROWTH_MS 600
#define MIN_WIDTH 40
#define STRIPE 0.5 /* of the height */

struct _IlvVoteBar
{
  GtkWidget parent_instance;

  gboolean striped;
  double fraction; /* where it grows to */
  double shown;
  AdwAnimation *animation;
};

G_DEFINE_FINAL_TYPE (IlvVoteBar, ilv_vote_bar, GTK_TYPE_WIDGET)

static void
show_fraction (double fraction, gpointer data)
{
  IlvVoteBar *self = data;

  self->shown = CLAMP (fraction, 0, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Stripes from the lower left to the upper right, as wide as the gaps between them. */
static void
append_stripes (GtkSnapshot *snapshot, const graphene_rect_t *bar, const GdkRGBA *colour)
{
  GdkRGBA pale = *colour;
  float size = bar->size.height * (float) STRIPE;
  GskColorStop stops[4];

  pale.alpha *= 0.4f;
  stops[0] = (GskColorStop){ 0, *colour };
  stops[1] = (GskColorStop){ 0.5f, *colour };
  stops[2] = (GskColorStop){ 0.5f, pale };
  stops[3] = (GskColorStop){ 1, pale };
  gtk_snapshot_append_repeating_linear_gradient (
    snapshot, bar, &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT (size, size), stops,
    G_N_ELEMENTS (stops));
}

static void
append_bar (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *colour, gboolean striped)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, bounds->size.height / 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (striped)
    append_stripes (snapshot, bounds, colour);
  else
    gtk_snapshot_append_color (snapshot, colour, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
ilv_vote_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvVoteBar *self = ILV_VOTE_BAR (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t trough = GRAPHENE_RECT_INIT (0, 0, width, height);
  graphene_rect_t bar = trough;
  GdkRGBA colour, faint;

  ilv_compat_get_widget_colour (widget, &colour);
  faint = colour;
  faint.alpha *= 0.16f;
  append_bar (snapshot, &trough, &faint, FALSE);
  bar.size.width *= (float) self->shown;
  if (bar.size.width > 0)
    append_bar (snapshot, &bar, &colour, self->striped);
}

static void
ilv_vote_bar_measure (GtkWidget *widget G_GNUC_UNUSED,
                      GtkOrientation orientation,
                      int for_size G_GNUC_UNUSED,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline G_GNUC_UNUSED,
                      int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : 1;
}

static void
ilv_vote_bar_dispose (GObject *object)
{
  IlvVoteBar *self = ILV_VOTE_BAR (object);

  g_clear_object (&self->animation);

  G_OBJECT_CLASS (ilv_vote_bar_parent_class)->dispose (object);
}

static void
ilv_vote_bar_class_init (IlvVoteBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_vote_bar_dispose;
  widget_class->measure = ilv_vote_bar_measure;
  widget_class->snapshot = ilv_vote_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "votebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_vote_bar_init (IlvVoteBar *self)
{
  self->animation
    = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, GROWTH_MS,
                               adw_callback_animation_target_new (show_fraction, self, NULL));
}

GtkWidget *
ilv_vote_bar_new (guint round)
{
  IlvVoteBar *self;

  g_return_val_if_fail (round < 2, NULL);

  self = g_object_new (ILV_TYPE_VOTE_BAR, NULL);
  self->striped = round == 0;
  gtk_widget_add_css_class (GTK_WIDGET (self), round == 0 ? "first" : "second");
  return GTK_WIDGET (self);
}

void
ilv_vote_bar_set_fraction (IlvVoteBar *self, double fraction)
{
  AdwTimedAnimation *animation;

  g_return_if_fail (ILV_IS_VOTE_BAR (self));
  g_return_if_fail (fraction >= 0 && fraction <= 1);

  if (self->fraction == fraction)
    return;
  self->fraction = fraction;
  animation = ADW_TIMED_ANIMATION (self->animation);
  adw_animation_pause (self->animation);
  adw_timed_animation_set_value_from (animation, self->shown);
  adw_timed_animation_set_value_to (animation, fraction);
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

double
ilv_vote_bar_get_fraction (IlvVoteBar *self)
{
  g_return_val_if_fail (ILV_IS_VOTE_BAR (self), 0);

  return self->fraction;
}
