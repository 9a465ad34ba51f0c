/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span.h"

static void
test_state_words (void)
{
  static const char *const words[] = { "running", "ready", "waiting", "blocked", "ended" };

  for (guint state = 0; state <= ILV_STATE_ENDED; state++)
    {
      g_assert_cmpstr (ilv_state_to_string (state), ==, words[state]);
      /* No translation is loaded here. */
      g_assert_cmpstr (ilv_state_get_label (state), ==, words[state]);
    }
}

static void
test_flow_words (void)
{
  g_assert_cmpstr (ilv_flow_kind_to_string (ILV_FLOW_SPAWNED), ==, "spawned");
  g_assert_cmpstr (ilv_flow_kind_to_string (ILV_FLOW_AWAITED), ==, "awaited");
  g_assert_cmpstr (ilv_flow_kind_to_string (ILV_FLOW_LOCK), ==, "lock");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/span/state-words", test_state_words);
  g_test_add_func ("/trace/span/flow-words", test_flow_words);

  return g_test_run ();
}
