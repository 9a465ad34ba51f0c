/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A presenter who presses all keys at random, for what holds in every state. */

#include "presentation-fixture.h"

#define N_STEPS 20000

/* (transfer full): all that anybody can see of a talk, but where the clock is. */
static char *
describe (PresentationFixture *fixture)
{
  static const char *const properties[] = { "slide",      "step",     "cover",  "frozen", "pointing",
                                            "magnifying", "overview", "asking", "ended",  "digits",
                                            "counting",   "notes-size", "run-state", "waiting" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *contents = NULL;

      g_object_get_property (G_OBJECT (fixture->presentation), properties[i], &value);
      contents = g_strdup_value_contents (&value);
      g_string_append_printf (text, "%s=%s ", properties[i], contents);
    }
  for (guint round = 0; round < ILV_POLL_N_ROUNDS; round++)
    for (guint i = 0; i < ilv_poll_get_n_choices (fixture->poll); i++)
      g_string_append_printf (text, "%u:%d ", ilv_poll_get_count (fixture->poll, round, i),
                              ilv_poll_is_revealed (fixture->poll, round));
  g_string_append_printf (text, "paused=%d performed=%s",
                          ilv_talk_clock_is_paused (ilv_presentation_get_clock (fixture->presentation)),
                          fixture->performed->str);
  return g_string_free (text, FALSE);
}

/* A command that is possible does something, and one that is not, nothing but forget the digits of a
 * number. Whoever was told when that may change knows it at any time. */
static void
check_command (PresentationFixture *fixture, IlvTalkCommand command, const gboolean *known)
{
  gint64 elapsed_ns = ilv_talk_clock_get_elapsed_ns (ilv_presentation_get_clock (fixture->presentation));
  gboolean has_digits = ilv_presentation_get_digits (fixture->presentation)[0] != '\0';
  gboolean possible = can (fixture, command);
  g_autofree char *before = describe (fixture);
  g_autofree char *after = NULL;

  g_assert_cmpint (possible, ==, known[command]);
  perform (fixture, command);
  after = describe (fixture);
  if (!possible && !has_digits)
    g_assert_cmpstr (before, ==, after);
  else if (possible && command != ILV_TALK_RESTART)
    g_assert_cmpstr (before, !=, after);
  else if (possible)
    g_assert_cmpint (elapsed_ns, >, ilv_talk_clock_get_elapsed_ns (
                                      ilv_presentation_get_clock (fixture->presentation)));
}

typedef struct
{
  PresentationFixture *fixture;
  gboolean known[ILV_N_TALK_COMMANDS];
} Watch;

static void
look (Watch *watch)
{
  for (guint i = 0; i < ILV_N_TALK_COMMANDS; i++)
    watch->known[i] = can (watch->fixture, i);
}

/* What others do meanwhile: runs begin and end, numbers are typed. */
static void
disturb (PresentationFixture *fixture)
{
  static const IlvRunState states[] = { ILV_RUN_NONE, ILV_RUN_GOING, ILV_RUN_DONE };

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      set_run (fixture, states[g_test_rand_int_range (0, G_N_ELEMENTS (states))]);
      break;
    case 1:
      ilv_presentation_type_digit (fixture->presentation, (guint) g_test_rand_int_range (0, 10));
      break;
    default:
      break;
    }
}

static void
test_walk (PresentationFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Watch watch = { .fixture = fixture };

  look (&watch);
  g_signal_connect_swapped (fixture->presentation, "commands-changed", G_CALLBACK (look), &watch);
  for (guint i = 0; i < N_STEPS && !ilv_presentation_has_ended (fixture->presentation); i++)
    {
      IlvTalkCommand command = (IlvTalkCommand) g_test_rand_int_range (0, ILV_N_TALK_COMMANDS);

      fixture->now_ns += 1000;
      disturb (fixture);

      /* It would be a short walk, and nothing passes while the clock is paused. */
      if (command == ILV_TALK_END || ilv_presentation_is_asking (fixture->presentation))
        command = ILV_TALK_ESCAPE;
      if (ilv_talk_clock_is_paused (ilv_presentation_get_clock (fixture->presentation)))
        command = ILV_TALK_PAUSE;
      check_command (fixture, command, watch.known);
      g_string_truncate (fixture->performed, 0);
    }
  g_assert_false (ilv_presentation_has_ended (fixture->presentation));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  presentation_fixture_add ("/talk/presentation/walk", test_walk);

  return g_test_run ();
}
