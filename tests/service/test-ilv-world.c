/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "service-fixture.h"

static void
test_steps (void)
{
  g_autoptr (IlvWorld) world = make_world (0);

  assert_performs (world, ILV_STEP_GET, "/api/v2/pokemon/25", "pikachu");
  assert_performs (world, ILV_STEP_GET, "/api/v2/pokemon/pecharunt", "pecharunt");
  assert_performs (world, ILV_STEP_GET, "/login?user=ada", "ada");
  assert_performs (world, ILV_STEP_GET, "/slow/1", "{\"slept_ms\":1}");
  assert_performs (world, ILV_STEP_READ, "notes.txt", "64 KiB");
  assert_performs (world, ILV_STEP_WRITE, "copy.raw 8 MiB", "8 MiB");
  assert_performs (world, ILV_STEP_READ, "copy.raw", "8 MiB");
  assert_performs (world, ILV_STEP_QUERY, "SELECT product FROM ada_orders", "tea; notebook; compass");
  ilv_person_set_standing_answer (ilv_world_get_person (world), "3");
  assert_performs (world, ILV_STEP_ASK, "traffic-lights", "3");
}

static void
test_closed (void)
{
  g_autoptr (IlvWorld) world = make_world (0);
  g_autofree char *folder = ilv_world_dup_folder (world);

  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  ilv_world_close (world);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_null (ilv_world_dup_folder (world));
  g_assert_null (ilv_world_dup_web_address (world));
  g_assert_null (ilv_world_dup_database (world));
  assert_fails (world, ILV_STEP_GET, "/login?user=ada", ILV_WORLD_ERROR_CLOSED, "*again*");
  open_world (world);
  assert_performs (world, ILV_STEP_GET, "/login?user=ada", "ada");
}

int
main (int argc, char **argv)
{
  g_autofree char *cache = init_test (&argc, &argv);
  int status;

  g_test_add_func ("/service/world/steps", test_steps);
  g_test_add_func ("/service/world/closed", test_closed);
  status = g_test_run ();
  remove_all (cache);
  return status;
}
