/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-presenter-screens.h"

#include "ilv-screen-place.h"

struct _IlvPresenterScreens
{
  GObject parent_instance;

  IlvScreens *screens;
  GtkWindow *parent;        /* weak */
  GtkWindow *console;       /* weak */
  IlvScreenPlace *audience_place;
  IlvScreenPlace *console_place;
  IlvScreen *room;          /* (nullable) */
  IlvScreen *own;           /* (nullable): the presenter's, where it is another */
  gboolean is_double;
};

G_DEFINE_FINAL_TYPE (IlvPresenterScreens, ilv_presenter_screens, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOUBLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
is_there (IlvPresenterScreens *self, const IlvScreen *screen)
{
  GPtrArray *list = ilv_screens_get_list (self->screens);

  return screen != NULL
         && ilv_screen_list_find (list, screen->connector, screen->model) != ILV_SCREEN_NONE;
}

/* (transfer full) (nullable) */
static IlvScreen *
dup_screen (IlvPresenterScreens *self, guint number)
{
  GPtrArray *list = ilv_screens_get_list (self->screens);

  return number < list->len ? ilv_screen_copy (list->pdata[number]) : NULL;
}

static void
place_windows (IlvPresenterScreens *self)
{
  if (self->audience_place != NULL)
    ilv_screen_place_set_screen (self->audience_place, self->room);
  if (self->console_place != NULL)
    ilv_screen_place_set_screen (self->console_place, self->own);
}

static void
update_double (IlvPresenterScreens *self)
{
  gboolean is_double = is_there (self, self->room) && is_there (self, self->own);

  if (self->is_double == is_double)
    return;
  self->is_double = is_double;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOUBLE]);
}

static void
take (IlvPresenterScreens *self, IlvScreenChoice choice)
{
  g_clear_pointer (&self->room, ilv_screen_free);
  g_clear_pointer (&self->own, ilv_screen_free);
  self->room = dup_screen (self, choice.audience);
  self->own = dup_screen (self, choice.console);
  if (self->room != NULL && self->own != NULL)
    ilv_screens_remember (self->screens, self->room);
  place_windows (self);
  update_double (self);
}

/* The console is where the presenter is, if it is shown. */
static GtkWindow *
get_own_window (IlvPresenterScreens *self)
{
  if (self->console != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->console)))
    return self->console;
  return self->parent;
}

/* The place knows its screen again, even where it comes back with another connector. */
static void
find_room_again (IlvPresenterScreens *self)
{
  const IlvScreen *screen
    = self->audience_place != NULL ? ilv_screen_place_get_screen (self->audience_place) : NULL;

  if (screen == NULL)
    return;
  g_clear_pointer (&self->room, ilv_screen_free);
  self->room = ilv_screen_copy (screen);
}

/* Where the room's screen has gone and there is no other for it, its window waits. */
static void
on_screens_changed (IlvPresenterScreens *self)
{
  IlvScreenChoice choice;

  find_room_again (self);
  if (!is_there (self, self->room) || !is_there (self, self->own))
    {
      choice = ilv_screens_choose (self->screens, get_own_window (self));
      if (choice.console != ILV_SCREEN_NONE || (self->own == NULL && !is_there (self, self->room)))
        {
          take (self, choice);
          return;
        }
    }
  update_double (self);
}

static void
ilv_presenter_screens_dispose (GObject *object)
{
  IlvPresenterScreens *self = ILV_PRESENTER_SCREENS (object);

  g_clear_weak_pointer (&self->parent);
  g_clear_weak_pointer (&self->console);
  g_clear_object (&self->audience_place);
  g_clear_object (&self->console_place);
  g_clear_object (&self->screens);
  g_clear_pointer (&self->room, ilv_screen_free);
  g_clear_pointer (&self->own, ilv_screen_free);

  G_OBJECT_CLASS (ilv_presenter_screens_parent_class)->dispose (object);
}

static void
ilv_presenter_screens_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DOUBLE:
      g_value_set_boolean (value, ilv_presenter_screens_is_double (ILV_PRESENTER_SCREENS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_presenter_screens_class_init (IlvPresenterScreensClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_presenter_screens_dispose;
  object_class->get_property = ilv_presenter_screens_get_property;

  properties[PROP_DOUBLE]
    = g_param_spec_boolean ("double", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_presenter_screens_init (IlvPresenterScreens *self G_GNUC_UNUSED)
{
}

IlvPresenterScreens *
ilv_presenter_screens_new (GSettings *settings, GtkWindow *parent)
{
  IlvPresenterScreens *self;
  GdkDisplay *display = gdk_display_get_default ();

  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (ILV_TYPE_PRESENTER_SCREENS, NULL);
  self->screens = ilv_screens_new (display, settings);
  g_set_weak_pointer (&self->parent, parent);
  g_signal_connect_object (self->screens, "changed", G_CALLBACK (on_screens_changed), self,
                           G_CONNECT_SWAPPED);
  take (self, ilv_screens_choose (self->screens, parent));
  return self;
}

void
ilv_presenter_screens_set_audience (IlvPresenterScreens *self, GtkWindow *audience)
{
  g_return_if_fail (ILV_IS_PRESENTER_SCREENS (self));
  g_return_if_fail (GTK_IS_WINDOW (audience));

  g_clear_object (&self->audience_place);
  self->audience_place = ilv_screen_place_new (self->screens, audience);
  ilv_screen_place_set_screen (self->audience_place, self->room);
}

void
ilv_presenter_screens_set_console (IlvPresenterScreens *self, GtkWindow *console)
{
  g_return_if_fail (ILV_IS_PRESENTER_SCREENS (self));
  g_return_if_fail (GTK_IS_WINDOW (console));

  g_set_weak_pointer (&self->console, console);
  g_clear_object (&self->console_place);
  self->console_place = ilv_screen_place_new (self->screens, console);
  ilv_screen_place_set_screen (self->console_place, self->own);
}

gboolean
ilv_presenter_screens_is_double (IlvPresenterScreens *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTER_SCREENS (self), FALSE);

  return self->is_double;
}

const IlvScreen *
ilv_presenter_screens_get_room (IlvPresenterScreens *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTER_SCREENS (self), NULL);

  return self->room;
}

void
ilv_presenter_screens_swap (IlvPresenterScreens *self)
{
  GPtrArray *list;
  IlvScreenChoice choice;

  g_return_if_fail (ILV_IS_PRESENTER_SCREENS (self));

  if (!ilv_presenter_screens_is_double (self))
    return;
  list = ilv_screens_get_list (self->screens);
  choice.audience = ilv_screen_list_find (list, self->room->connector, self->room->model);
  choice.console = ilv_screen_list_find (list, self->own->connector, self->own->model);
  take (self, ilv_screen_choice_swap (choice));
}
