/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-presenter-actions.h"

#include "ilv-presenter-keys.h"

struct _IlvPresenterActions
{
  GSimpleActionGroup parent_instance;

  IlvPresentation *presentation;
  GSimpleAction *actions[ILV_N_TALK_COMMANDS]; /* the group's, or NULL */
};

G_DEFINE_FINAL_TYPE (IlvPresenterActions, ilv_presenter_actions, G_TYPE_SIMPLE_ACTION_GROUP)

/* Returns: -1 for what is not on or off. */
static int
get_state (IlvPresenterActions *self, IlvTalkCommand command)
{
  switch (command)
    {
    case ILV_TALK_BLACK:
      return ilv_presentation_get_cover (self->presentation) == ILV_COVER_BLACK;
    case ILV_TALK_WHITE:
      return ilv_presentation_get_cover (self->presentation) == ILV_COVER_WHITE;
    case ILV_TALK_FREEZE:
      return ilv_presentation_is_frozen (self->presentation);
    case ILV_TALK_POINTER:
      return ilv_presentation_is_pointing (self->presentation);
    case ILV_TALK_MAGNIFY:
      return ilv_presentation_is_magnifying (self->presentation);
    case ILV_TALK_OVERVIEW:
      return ilv_presentation_shows_overview (self->presentation);
    case ILV_TALK_PAUSE:
      return ilv_talk_clock_is_paused (ilv_presentation_get_clock (self->presentation));
    default:
      return -1;
    }
}

static void
refresh (IlvPresenterActions *self)
{
  for (IlvTalkCommand i = 0; i < ILV_N_TALK_COMMANDS; i++)
    if (self->actions[i] != NULL)
      {
        int state = get_state (self, i);

        g_simple_action_set_enabled (self->actions[i],
                                     ilv_presentation_can_perform (self->presentation, i));
        if (state >= 0)
          g_simple_action_set_state (self->actions[i], g_variant_new_boolean (state));
      }
}

static void
perform (IlvPresenterActions *self, GSimpleAction *action)
{
  for (IlvTalkCommand i = 0; i < ILV_N_TALK_COMMANDS; i++)
    if (self->actions[i] == action)
      {
        ilv_presentation_perform (self->presentation, i);
        return;
      }
}

static void
on_activate (IlvPresenterActions *self, GVariant *parameter G_GNUC_UNUSED, GSimpleAction *action)
{
  perform (self, action);
}

/* The state is the presentation's: what is asked for here is done there, and comes back. */
static void
on_change_state (IlvPresenterActions *self, GVariant *wanted, GSimpleAction *action)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));

  if (!g_variant_equal (state, wanted))
    perform (self, action);
}

static void
on_restart_timer (IlvPresenterActions *self)
{
  ilv_talk_clock_restart (ilv_presentation_get_clock (self->presentation));
}

static void
ilv_presenter_actions_dispose (GObject *object)
{
  IlvPresenterActions *self = ILV_PRESENTER_ACTIONS (object);

  for (IlvTalkCommand i = 0; i < ILV_N_TALK_COMMANDS; i++)
    g_clear_object (&self->actions[i]);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (ilv_presenter_actions_parent_class)->dispose (object);
}

static void
ilv_presenter_actions_class_init (IlvPresenterActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_presenter_actions_dispose;
}

static void
ilv_presenter_actions_init (IlvPresenterActions *self G_GNUC_UNUSED)
{
}

static void
add_action (IlvPresenterActions *self, IlvTalkCommand command, const char *name)
{
  int state = get_state (self, command);

  if (self->actions[command] != NULL)
    return;
  self->actions[command]
    = state < 0 ? g_simple_action_new (name, NULL)
                : g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (state));
  g_signal_connect_object (self->actions[command], "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  if (state >= 0)
    g_signal_connect_object (self->actions[command], "change-state", G_CALLBACK (on_change_state),
                             self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (self->actions[command]));
}

static void
add_actions (IlvPresenterActions *self)
{
  guint n_keys;
  const IlvPresenterKey *keys = ilv_presenter_keys_get (&n_keys);
  g_autoptr (GSimpleAction) restart = g_simple_action_new ("restart-timer", NULL);

  for (guint i = 0; i < n_keys; i++)
    add_action (self, keys[i].command, keys[i].action);
  add_action (self, ILV_TALK_END, "end");
  g_signal_connect_object (restart, "activate", G_CALLBACK (on_restart_timer), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (restart));
}

IlvPresenterActions *
ilv_presenter_actions_new (IlvPresentation *presentation)
{
  IlvPresenterActions *self;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (ILV_TYPE_PRESENTER_ACTIONS, NULL);
  self->presentation = g_object_ref (presentation);
  add_actions (self);
  g_signal_connect_object (presentation, "commands-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ilv_presentation_get_clock (presentation), "notify::paused",
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}
