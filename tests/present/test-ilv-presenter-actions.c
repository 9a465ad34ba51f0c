/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-presenter-actions.h"
#include "ilv-presenter-keys.h"
#include "present-test.h"

static void
test_names (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvPresenterActions) actions = ilv_presenter_actions_new (fixture->presentation);
  GActionGroup *group = G_ACTION_GROUP (actions);
  guint n_keys;
  const IlvPresenterKey *keys = ilv_presenter_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    g_assert_true (g_action_group_has_action (group, keys[i].action));
  g_assert_true (g_action_group_has_action (group, "end"));
  g_assert_true (g_action_group_has_action (group, "restart-timer"));
}

static gboolean
is_on (IlvPresenterActions *actions, const char *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (actions), name);

  return g_variant_get_boolean (state);
}

/* What is on and off is so in the presentation, whoever changed it. */
static void
test_toggles (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *name;
    IlvTalkCommand command;
  } toggles[] = {
    { "black", ILV_TALK_BLACK },     { "white", ILV_TALK_WHITE },
    { "freeze", ILV_TALK_FREEZE },   { "pointer", ILV_TALK_POINTER },
    { "magnify", ILV_TALK_MAGNIFY }, { "overview", ILV_TALK_OVERVIEW },
    { "pause", ILV_TALK_PAUSE },
  };
  g_autoptr (IlvPresenterActions) actions = ilv_presenter_actions_new (fixture->presentation);
  GActionGroup *group = G_ACTION_GROUP (actions);

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      const char *name = toggles[i].name;

      g_assert_false (is_on (actions, name));
      ilv_presentation_perform (fixture->presentation, toggles[i].command);
      g_assert_true (is_on (actions, name));
      g_action_group_activate_action (group, name, NULL);
      g_assert_false (is_on (actions, name));
      g_action_group_change_action_state (group, name, g_variant_new_boolean (TRUE));
      g_action_group_change_action_state (group, name, g_variant_new_boolean (TRUE));
      g_assert_true (is_on (actions, name));
      ilv_presentation_perform (fixture->presentation, toggles[i].command);
      g_assert_false (is_on (actions, name));
    }
}

static void
test_enabled (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvPresenterActions) actions = ilv_presenter_actions_new (fixture->presentation);
  GActionGroup *group = G_ACTION_GROUP (actions);

  g_assert_false (g_action_group_get_action_enabled (group, "previous"));
  g_assert_false (g_action_group_get_action_enabled (group, "run"));
  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  g_assert_true (g_action_group_get_action_enabled (group, "previous"));
  g_assert_true (g_action_group_get_action_enabled (group, "run"));
  g_assert_false (g_action_group_get_action_enabled (group, "stop"));
  ilv_presentation_set_run_state (fixture->presentation, 0, ILV_RUN_GOING);
  g_assert_true (g_action_group_get_action_enabled (group, "stop"));
  ilv_presentation_set_run_state (fixture->presentation, 0, ILV_RUN_DONE);
  g_assert_false (g_action_group_get_action_enabled (group, "stop"));
}

static void
test_activate (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvPresenterActions) actions = ilv_presenter_actions_new (fixture->presentation);
  GActionGroup *group = G_ACTION_GROUP (actions);

  g_action_group_activate_action (group, "next", NULL);
  g_assert_cmpuint (ilv_presentation_get_slide_number (fixture->presentation), ==, 1);
  fixture->now_ns += 5 * PRESENT_TEST_SECOND;
  g_action_group_activate_action (group, "restart-timer", NULL);
  g_assert_cmpint (ilv_talk_clock_get_elapsed_ns (fixture->clock), ==, 0);
  g_action_group_activate_action (group, "end", NULL);
  g_assert_true (ilv_presentation_has_ended (fixture->presentation));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  present_test_add ("/present/presenter-actions/names", test_names);
  present_test_add ("/present/presenter-actions/toggles", test_toggles);
  present_test_add ("/present/presenter-actions/enabled", test_enabled);
  present_test_add ("/present/presenter-actions/activate", test_activate);

  return g_test_run ();
}
