/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-screens.h"

struct _IlvScreens
{
  GObject parent_instance;

  GdkDisplay *display;
  GSettings *settings; /* (nullable) */
  GListModel *monitors;
  GPtrArray *list;  /* of IlvScreen */
  GPtrArray *known; /* of GdkMonitor, in the same order */
  guint source;     /* what looks for changes */
};

G_DEFINE_FINAL_TYPE (IlvScreens, ilv_screens, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static IlvScreen *
describe (GdkMonitor *monitor)
{
  GdkRectangle place;

  gdk_monitor_get_geometry (monitor, &place);
  return ilv_screen_new (gdk_monitor_get_connector (monitor),
                         gdk_monitor_get_manufacturer (monitor), gdk_monitor_get_model (monitor),
                         place.x, place.y, place.width, place.height);
}

/* GDK lists a new monitor before it knows where it stands and what it is; such a one is left out.
 */
static void
describe_all (IlvScreens *self, GPtrArray *list, GPtrArray *known)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);
      g_autoptr (IlvScreen) screen = describe (monitor);

      if (!gdk_monitor_is_valid (monitor) || screen->width <= 0 || screen->height <= 0)
        continue;
      g_ptr_array_add (list, g_steal_pointer (&screen));
      g_ptr_array_add (known, g_steal_pointer (&monitor));
    }
}

/* One that is pulled out and plugged in at once may look as before, but windows have lost it. */
static gboolean
are_same (GPtrArray *monitors, GPtrArray *others)
{
  return monitors->len == others->len &&
         (monitors->len == 0 ||
          memcmp (monitors->pdata, others->pdata, monitors->len * sizeof (gpointer)) == 0);
}

static gboolean
on_look (gpointer data)
{
  IlvScreens *self = ILV_SCREENS (data);
  g_autoptr (GPtrArray) list = ilv_screen_list_new ();
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (g_object_unref);

  self->source = 0;
  describe_all (self, list, known);
  if (ilv_screen_list_equal (self->list, list) && are_same (self->known, known))
    return G_SOURCE_REMOVE;

  g_ptr_array_unref (self->list);
  self->list = g_steal_pointer (&list);
  g_ptr_array_unref (self->known);
  self->known = g_steal_pointer (&known);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* A change comes in pieces: a monitor goes, another moves, one comes and then gets its properties.
 * They are looked at when GDK has handed on all that it has read. */
static void
look_soon (IlvScreens *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, on_look, self, NULL);
}

static void
watch (IlvScreens *self, guint first, guint count)
{
  for (guint i = first; i < first + count; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      g_signal_connect_object (monitor, "notify", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
    }
}

static void
on_items_changed (IlvScreens *self, guint position, guint removed G_GNUC_UNUSED, guint added)
{
  watch (self, position, added);
  look_soon (self);
}

static void
ilv_screens_dispose (GObject *object)
{
  IlvScreens *self = ILV_SCREENS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->display);

  G_OBJECT_CLASS (ilv_screens_parent_class)->dispose (object);
}

static void
ilv_screens_finalize (GObject *object)
{
  IlvScreens *self = ILV_SCREENS (object);

  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_screens_parent_class)->finalize (object);
}

static void
ilv_screens_class_init (IlvScreensClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_screens_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_screens_finalize;

  /**
   * IlvScreens::changed:
   *
   * A screen has come, gone, or become another.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_screens_init (IlvScreens *self)
{
  self->list = ilv_screen_list_new ();
  self->known = g_ptr_array_new_with_free_func (g_object_unref);
}

IlvScreens *
ilv_screens_new (GdkDisplay *display, GSettings *settings)
{
  IlvScreens *self;

  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);
  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ILV_TYPE_SCREENS, NULL);
  self->display = g_object_ref (display);
  g_set_object (&self->settings, settings);
  self->monitors = gdk_display_get_monitors (display);
  describe_all (self, self->list, self->known);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  watch (self, 0, g_list_model_get_n_items (self->monitors));
  return self;
}

GPtrArray *
ilv_screens_get_list (IlvScreens *self)
{
  g_return_val_if_fail (ILV_IS_SCREENS (self), NULL);

  return self->list;
}

GdkMonitor *
ilv_screens_find_monitor (IlvScreens *self, const IlvScreen *screen)
{
  guint number;

  g_return_val_if_fail (ILV_IS_SCREENS (self), NULL);
  g_return_val_if_fail (screen != NULL, NULL);

  number = ilv_screen_list_find (self->list, screen->connector, screen->model);
  if (number == ILV_SCREEN_NONE || !gdk_monitor_is_valid (self->known->pdata[number]))
    return NULL;
  return self->known->pdata[number];
}

guint
ilv_screens_find_window (IlvScreens *self, GtkWindow *window)
{
  GdkSurface *surface = NULL;
  GdkMonitor *monitor = NULL;
  guint number;

  g_return_val_if_fail (ILV_IS_SCREENS (self), ILV_SCREEN_NONE);
  g_return_val_if_fail (window == NULL || GTK_IS_WINDOW (window), ILV_SCREEN_NONE);

  if (window != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)))
    surface = gtk_native_get_surface (GTK_NATIVE (window));
  if (surface != NULL)
    monitor = gdk_display_get_monitor_at_surface (self->display, surface);
  if (monitor == NULL || !g_ptr_array_find (self->known, monitor, &number))
    return ILV_SCREEN_NONE;
  return number;
}

IlvScreenChoice
ilv_screens_choose (IlvScreens *self, GtkWindow *window)
{
  g_autofree char *connector = NULL;
  g_autofree char *model = NULL;

  g_return_val_if_fail (ILV_IS_SCREENS (self),
                        ((IlvScreenChoice){ ILV_SCREEN_NONE, ILV_SCREEN_NONE }));

  if (self->settings != NULL)
    {
      connector = g_settings_get_string (self->settings, "projector-connector");
      model = g_settings_get_string (self->settings, "projector-model");
    }
  return ilv_screen_choice_make (self->list, connector, model,
                                 ilv_screens_find_window (self, window));
}

void
ilv_screens_remember (IlvScreens *self, const IlvScreen *screen)
{
  g_return_if_fail (ILV_IS_SCREENS (self));
  g_return_if_fail (screen != NULL);

  if (self->settings == NULL)
    return;
  g_settings_set_string (self->settings, "projector-connector",
                         screen->connector != NULL ? screen->connector : "");
  g_settings_set_string (self->settings, "projector-model",
                         screen->model != NULL ? screen->model : "");
}
