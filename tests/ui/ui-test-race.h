/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A race for the tests of what shows races. */

#pragma once

#include "ilv-race.h"

static inline IlvRace *
ui_test_read_race (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, "race", 1, &error);
  IlvRace *race;

  g_assert_no_error (error);
  race = ilv_race_new_from_key_file (key_file, NULL, &error);
  g_assert_no_error (error);
  return race;
}

/* Four ways to get five names from a server that is quick. */
static inline IlvRace *
ui_test_create_race (void)
{
  return ui_test_read_race ("[Race]\nTitle=Five names\n"
                            "[Server]\nLatency=20ms\nJitter=5ms\nFailures=0\nLimit=0\n"
                            "[Run 1]\nTitle=A plain loop\nStrategy=sequential\n"
                            "[Run 2]\nTitle=await in a loop\nStrategy=await-loop\n"
                            "[Run 3]\nTitle=A thread pool\nStrategy=thread-pool\nWorkers=2\n"
                            "[Run 4]\nTitle=All at once\nStrategy=event-loop\n"
                            "[Task Pokémon]\nCount=5\nSteps=get /api/v2/pokemon/{random}\n");
}
