/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-screen-place.h"

/* How much of a screen's width a window has that has lost its own. */
#define NORMAL_SHARE 0.6

/* How often it is told so to a window manager that gives it another. */
#define MAX_SHRINKS 3

typedef enum
{
  THEN_NOTHING,
  THEN_ENTER,  /* full screen again, elsewhere */
  THEN_SHRINK, /* to a size that leaves room on the screen */
} Then;

struct _IlvScreenPlace
{
  GObject parent_instance;

  IlvScreens *screens;
  GtkWindow *window;   /* (nullable), not owned */
  IlvScreen *screen;   /* (nullable) */
  GPtrArray *before;   /* the screens at the last change */
  GdkMonitor *monitor; /* (nullable): where the window was asked to be full screen */
  Then then;           /* what to do when the window has left full screen */
  guint source;        /* what shrinks it */
  guint n_shrinks;     /* how often it may still be shrunk */
  gint64 left_us;      /* when it left full screen to be shrunk */
  gboolean away;
};

G_DEFINE_FINAL_TYPE (IlvScreenPlace, ilv_screen_place, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_AWAY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* GDK's macros for it are deprecated by now. */
static gboolean
is_x11 (GdkDisplay *display)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (display), "GdkX11Display");
}

/* Under X, few window managers move a window that is full screen already. */
static gboolean
must_leave_first (IlvScreenPlace *self, GdkMonitor *monitor)
{
  guint number = ilv_screens_find_window (self->screens, self->window);

  return is_x11 (gdk_monitor_get_display (monitor)) &&
         gtk_window_is_fullscreen (self->window) &&
         (number == ILV_SCREEN_NONE ||
          ilv_screens_find_monitor (
            self->screens, ilv_screens_get_list (self->screens)->pdata[number]) != monitor);
}

/* One that leaves room for the console, on any of the screens. */
static int
get_normal_width (IlvScreenPlace *self)
{
  GPtrArray *list = ilv_screens_get_list (self->screens);
  int width = G_MAXINT;

  for (guint i = 0; i < list->len; i++)
    width = MIN (width, (int) (((IlvScreen *) list->pdata[i])->width * NORMAL_SHARE));
  return list->len > 0 ? width : -1;
}

static void
set_normal_size (IlvScreenPlace *self)
{
  int width = get_normal_width (self);

  if (width > 0)
    gtk_window_set_default_size (self->window, width, width * 9 / 16);
}

static void
go_full_screen (IlvScreenPlace *self, GdkMonitor *monitor)
{
  if (!g_set_object (&self->monitor, monitor) || self->window == NULL)
    return;

  /* What a window manager gives back to a window that was never seen as a normal one. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->window)))
    set_normal_size (self);
  self->then = must_leave_first (self, monitor) ? THEN_ENTER : THEN_NOTHING;
  if (self->then == THEN_ENTER)
    gtk_window_unfullscreen (self->window);
  else
    gtk_window_fullscreen_on_monitor (self->window, monitor);
}

/* Left to itself, a window manager may put the window over all of a screen that remains. */
static void
become_normal (IlvScreenPlace *self)
{
  if (self->monitor == NULL)
    return;
  g_clear_object (&self->monitor);
  if (self->window == NULL)
    return;

  self->then = gtk_window_is_fullscreen (self->window) ? THEN_SHRINK : THEN_NOTHING;
  gtk_window_unfullscreen (self->window);
}

/* Under X, a window manager leaves the window at a place of the screen that has gone, but finds a place
 * for one that appears. */
static void
appear_again (IlvScreenPlace *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->window), FALSE);
  set_normal_size (self);
  gtk_widget_set_visible (GTK_WIDGET (self->window), TRUE);
}

static gboolean
on_shrink (gpointer data)
{
  IlvScreenPlace *self = ILV_SCREEN_PLACE (data);

  self->source = 0;
  if (self->window == NULL || gtk_window_is_fullscreen (self->window))
    return G_SOURCE_REMOVE;
  if (self->n_shrinks == MAX_SHRINKS && gtk_widget_get_mapped (GTK_WIDGET (self->window)) &&
      is_x11 (gtk_widget_get_display (GTK_WIDGET (self->window))))
    appear_again (self);
  else
    set_normal_size (self);
  return G_SOURCE_REMOVE;
}

/* When the window has been laid out with the size that it was given back, which would win
 * otherwise. */
static void
shrink_soon (IlvScreenPlace *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, on_shrink, self, NULL);
}

static void
on_fullscreened (IlvScreenPlace *self)
{
  Then then = self->then;

  if (self->window == NULL || gtk_window_is_fullscreen (self->window))
    return;
  self->then = THEN_NOTHING;
  if (then == THEN_ENTER && self->monitor != NULL && gdk_monitor_is_valid (self->monitor))
    gtk_window_fullscreen_on_monitor (self->window, self->monitor);
  if (then != THEN_SHRINK)
    return;
  self->n_shrinks = MAX_SHRINKS;
  self->left_us = g_get_monotonic_time ();
  shrink_soon (self);
}

/* A window manager may take its time to give the old size back. Later than that, or if it insists,
 * the size is what somebody wants. */
static void
on_resized (IlvScreenPlace *self)
{
  int width, height;

  if (self->window == NULL)
    return;
  gtk_window_get_default_size (self->window, &width, &height);
  if (self->n_shrinks == 0 || width <= get_normal_width (self) ||
      g_get_monotonic_time () > self->left_us + G_USEC_PER_SEC)
    return;
  self->n_shrinks--;
  shrink_soon (self);
}

/* @again: whether to ask again for what was asked for already. */
static void
apply (IlvScreenPlace *self, gboolean again)
{
  GdkMonitor *monitor = NULL;
  gboolean away;

  if (self->screen != NULL)
    monitor = ilv_screens_find_monitor (self->screens, self->screen);
  if (monitor != NULL && again)
    g_clear_object (&self->monitor);
  if (monitor != NULL)
    go_full_screen (self, monitor);
  else
    become_normal (self);

  away = self->screen != NULL && monitor == NULL;
  if (self->away != away)
    {
      self->away = away;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AWAY]);
    }
}

static void
set_copy (IlvScreenPlace *self, const IlvScreen *screen)
{
  IlvScreen *copy = ilv_screen_copy (screen);

  g_clear_pointer (&self->screen, ilv_screen_free);
  self->screen = copy;
}

static void
on_screens_changed (IlvScreenPlace *self)
{
  GPtrArray *list = ilv_screens_get_list (self->screens);

  if (self->screen != NULL)
    {
      guint number = ilv_screen_list_find_again (list, self->screen, self->before);

      if (number != ILV_SCREEN_NONE)
        set_copy (self, list->pdata[number]);
    }
  g_ptr_array_unref (self->before);
  self->before = ilv_screen_list_copy (list);
  apply (self, FALSE);
}

/* Seen with GTK 4.8: a window that goes while it is full screen on a monitor is still told when that
 * monitor goes. */
static void
on_window_destroyed (GtkWindow *window)
{
  gtk_window_unfullscreen (window);
}

static void
ilv_screen_place_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_AWAY:
      g_value_set_boolean (value, ILV_SCREEN_PLACE (object)->away);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_screen_place_dispose (GObject *object)
{
  IlvScreenPlace *self = ILV_SCREEN_PLACE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->monitor);
  g_clear_object (&self->screens);

  G_OBJECT_CLASS (ilv_screen_place_parent_class)->dispose (object);
}

static void
ilv_screen_place_finalize (GObject *object)
{
  IlvScreenPlace *self = ILV_SCREEN_PLACE (object);

  g_clear_pointer (&self->screen, ilv_screen_free);
  g_clear_pointer (&self->before, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_screen_place_parent_class)->finalize (object);
}

static void
ilv_screen_place_class_init (IlvScreenPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ilv_screen_place_get_property;
  object_class->dispose = ilv_screen_place_dispose;
  object_class->finalize = ilv_screen_place_finalize;

  properties[PROP_AWAY] = g_param_spec_boolean (
    "away", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_screen_place_init (IlvScreenPlace *self G_GNUC_UNUSED)
{
}

IlvScreenPlace *
ilv_screen_place_new (IlvScreens *screens, GtkWindow *window)
{
  IlvScreenPlace *self;

  g_return_val_if_fail (ILV_IS_SCREENS (screens), NULL);
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (ILV_TYPE_SCREEN_PLACE, NULL);
  self->screens = g_object_ref (screens);
  self->before = ilv_screen_list_copy (ilv_screens_get_list (screens));
  g_set_weak_pointer (&self->window, window);
  g_signal_connect (window, "destroy", G_CALLBACK (on_window_destroyed), NULL);
  g_signal_connect_object (window, "notify::fullscreened", G_CALLBACK (on_fullscreened), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::default-width", G_CALLBACK (on_resized), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (screens, "changed", G_CALLBACK (on_screens_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
ilv_screen_place_set_screen (IlvScreenPlace *self, const IlvScreen *screen)
{
  g_return_if_fail (ILV_IS_SCREEN_PLACE (self));

  set_copy (self, screen);
  /* Who sets it again wants it there, even if the presenter has left full screen meanwhile. */
  apply (self, TRUE);
}

const IlvScreen *
ilv_screen_place_get_screen (IlvScreenPlace *self)
{
  g_return_val_if_fail (ILV_IS_SCREEN_PLACE (self), NULL);

  return self->screen;
}

gboolean
ilv_screen_place_is_away (IlvScreenPlace *self)
{
  g_return_val_if_fail (ILV_IS_SCREEN_PLACE (self), FALSE);

  return self->away;
}
