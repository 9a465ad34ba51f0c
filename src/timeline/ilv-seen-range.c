/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-seen-range.h"

struct _IlvSeenRange
{
  GObject parent_instance;

  GtkWidget *widget; /* unowned */
  GtkAdjustment *adjustment;
  double drawn_from_y;
  double drawn_to_y;
};

G_DEFINE_FINAL_TYPE (IlvSeenRange, ilv_seen_range, G_TYPE_OBJECT)

/* What of the widget lies in the viewport; %FALSE where there is none. */
static gboolean
find_seen (IlvSeenRange *self, double *from_y, double *to_y)
{
  GtkWidget *port = gtk_widget_get_ancestor (self->widget, GTK_TYPE_VIEWPORT);
  graphene_point_t top;

  if (port == NULL
      || !gtk_widget_compute_point (port, self->widget, &GRAPHENE_POINT_INIT (0, 0), &top))
    return FALSE;
  *from_y = top.y;
  *to_y = top.y + gtk_widget_get_height (port);
  return TRUE;
}

static void
on_scrolled (IlvSeenRange *self)
{
  double height = gtk_widget_get_height (self->widget);
  double from_y, to_y;

  if (find_seen (self, &from_y, &to_y)
      && (MAX (from_y, 0) < self->drawn_from_y || MIN (to_y, height) > self->drawn_to_y))
    gtk_widget_queue_draw (self->widget);
}

static void
set_adjustment (IlvSeenRange *self, GtkAdjustment *adjustment)
{
  if (self->adjustment == adjustment)
    return;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    {
      g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_scrolled), self);
      g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (on_scrolled), self);
    }
}

static void
ilv_seen_range_dispose (GObject *object)
{
  set_adjustment (ILV_SEEN_RANGE (object), NULL);

  G_OBJECT_CLASS (ilv_seen_range_parent_class)->dispose (object);
}

static void
ilv_seen_range_class_init (IlvSeenRangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_seen_range_dispose;
}

static void
ilv_seen_range_init (IlvSeenRange *self G_GNUC_UNUSED)
{
}

IlvSeenRange *
ilv_seen_range_new (GtkWidget *widget)
{
  IlvSeenRange *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (ILV_TYPE_SEEN_RANGE, NULL);
  self->widget = widget;
  return self;
}

void
ilv_seen_range_take (IlvSeenRange *self, double *from_y, double *to_y)
{
  GtkWidget *port;
  double seen;

  g_return_if_fail (ILV_IS_SEEN_RANGE (self));

  port = gtk_widget_get_ancestor (self->widget, GTK_TYPE_VIEWPORT);
  set_adjustment (
    self, port != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (port)) : NULL);
  if (find_seen (self, from_y, to_y))
    {
      seen = *to_y - *from_y;
      *from_y -= seen;
      *to_y += seen;
    }
  else
    {
      *from_y = -G_MAXDOUBLE;
      *to_y = G_MAXDOUBLE;
    }
  self->drawn_from_y = *from_y;
  self->drawn_to_y = *to_y;
}
