/* SPDX-License-Identifier: GPL-3.0-or-later */

/* pokeapi.co is played by an embedded server: no test asks the internet. */

#include "service-fixture.h"

#include "ilv-poke-api.h"
#include "ilv-pokemon.h"
#include "ilv-web-server.h"

#define SECOND_NS G_GINT64_CONSTANT (1000000000)

typedef struct
{
  IlvWebServer *server;
  IlvPokeApi *api;
} Fixture;

static void
set_latency (Fixture *fixture, gint64 latency_ns)
{
  IlvServerSettings settings = { .latency_ns = latency_ns };

  ilv_web_server_set_settings (fixture->server, &settings);
}

static char *
get_cache_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "interleave", "pokeapi", NULL);
}

static char *
get_cache_file (guint id)
{
  g_autofree char *folder = get_cache_folder ();
  g_autofree char *name = g_strdup_printf ("pokemon-%u.json", id);

  return g_build_filename (folder, name, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = get_cache_folder ();

  remove_all (folder);
  fixture->server = ilv_web_server_new (NULL);
  set_latency (fixture, 0);
  fixture->api = ilv_poke_api_new (ilv_web_server_get_address (fixture->server), 60 * SECOND_NS);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_poke_api_stop (fixture->api);
  g_assert_finalize_object (fixture->api);
  g_assert_finalize_object (fixture->server);
}

typedef struct
{
  Fixture *fixture;
  guint id;
  GCancellable *cancellable;
  char *text;
  GError *error;
  gboolean is_done;
} Fetch;

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fetch *fetch = user_data;

  fetch->text = ilv_poke_api_get_finish (ILV_POKE_API (source), result, &fetch->error);
  fetch->is_done = TRUE;
}

static void
fetch_async (Fetch *fetch)
{
  g_autofree char *path = g_strdup_printf ("/api/v2/pokemon/%u", fetch->id);

  ilv_poke_api_get_async (fetch->fixture->api, path, fetch->cancellable, on_fetched, fetch);
}

static gpointer
fetch_in_thread (gpointer data)
{
  Fetch *fetch = data;
  g_autofree char *path = g_strdup_printf ("/api/v2/pokemon/%u", fetch->id);

  fetch->text
    = ilv_poke_api_get (fetch->fixture->api, path, fetch->cancellable, &fetch->error);
  return NULL;
}

static void
fetch_clear (Fetch *fetch)
{
  g_clear_pointer (&fetch->text, g_free);
  g_clear_error (&fetch->error);
}

/* Both ways. */
static void
assert_gets (Fixture *fixture, guint id)
{
  Fetch blocking = { .fixture = fixture, .id = id };
  Fetch task = { .fixture = fixture, .id = id };

  fetch_in_thread (&blocking);
  g_assert_no_error (blocking.error);
  g_assert_cmpstr (blocking.text, ==, ilv_pokemon_get_name (id));
  fetch_async (&task);
  WAIT_FOR (task.is_done);
  g_assert_no_error (task.error);
  g_assert_cmpstr (task.text, ==, ilv_pokemon_get_name (id));
  fetch_clear (&blocking);
  fetch_clear (&task);
}

static void
assert_fails (Fixture *fixture, guint id, int code, const char *pattern)
{
  Fetch fetch = { .fixture = fixture, .id = id };

  fetch_in_thread (&fetch);
  g_assert_null (fetch.text);
  g_assert_error (fetch.error, ILV_WORLD_ERROR, code);
  if (!g_pattern_match_simple (pattern, fetch.error->message))
    g_error ("“%s” is not “%s”", fetch.error->message, pattern);
  fetch_clear (&fetch);
}

/* 200 are asked for at once, by tasks and threads: all come, and 20 at most were on the way. */
static void
test_in_flight (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Fetch fetches[200] = { 0 };
  GThread *threads[40];
  guint n_done = 0;

  set_latency (fixture, SECOND_NS / 20);
  for (guint i = 0; i < 200; i++)
    fetches[i] = (Fetch) { .fixture = fixture, .id = i + 1 };
  for (guint i = 0; i < 40; i++)
    threads[i] = g_thread_new ("fetch", fetch_in_thread, &fetches[i]);
  for (guint i = 40; i < 200; i++)
    fetch_async (&fetches[i]);
  WAIT_FOR (({
    n_done = 0;
    for (guint i = 40; i < 200; i++)
      n_done += fetches[i].is_done;
    n_done == 160;
  }));
  for (guint i = 0; i < 40; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < 200; i++)
    {
      g_assert_no_error (fetches[i].error);
      g_assert_cmpstr (fetches[i].text, ==, ilv_pokemon_get_name (i + 1));
      fetch_clear (&fetches[i]);
    }
  g_assert_cmpuint (ilv_web_server_get_max_in_flight (fixture->server), <=, 20);
  g_assert_cmpuint (ilv_web_server_get_max_in_flight (fixture->server), >=, 2);
}

static void
test_cache (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *file = get_cache_file (25);

  assert_gets (fixture, 25);
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  ilv_web_server_stop (fixture->server);
  assert_gets (fixture, 25);
  assert_fails (fixture, 26, ILV_WORLD_ERROR_OFFLINE, "*internet*built-in server*");
}

/* What a power cut or somebody's editor can leave is asked for again and mended. */
static void
test_damaged_cache (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const damages[] = {
    "", "{\"name\":", "{\"name\":25}", "[]", "{\"name\":\"../../etc\"}", "\1\2\3", "{\"name\":\"\"}",
  };
  g_autofree char *file = get_cache_file (25);

  assert_gets (fixture, 25);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *mended = NULL;

      g_assert_true (g_file_set_contents (file, damages[i], -1, NULL));
      assert_gets (fixture, 25);
      g_assert_true (g_file_get_contents (file, &mended, NULL, NULL));
      g_assert_cmpstr (mended, ==, "{\"name\":\"pikachu\"}\n");
    }
  g_assert_cmpint (g_remove (file), ==, 0);
  g_assert_cmpint (g_mkdir (file, 0700), ==, 0);
  assert_gets (fixture, 25);
}

/* Errors are not kept. */
static void
test_faults (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvServerSettings settings = { .failure_rate = 1 };

  ilv_web_server_set_settings (fixture->server, &settings);
  assert_fails (fixture, 25, ILV_WORLD_ERROR_ANSWER, "*500*");
  settings.failure_rate = 0;
  ilv_web_server_set_settings (fixture->server, &settings);
  assert_fails (fixture, 1026, ILV_WORLD_ERROR_ANSWER, "*404*");
  ilv_web_server_set_fault (fixture->server, ILV_WEB_FAULT_WRONG_JSON);
  assert_fails (fixture, 25, ILV_WORLD_ERROR_ANSWER, "*cannot be understood*");
  ilv_web_server_set_fault (fixture->server, ILV_WEB_FAULT_CUT);
  assert_fails (fixture, 25, ILV_WORLD_ERROR_OFFLINE, "*internet*");
  ilv_web_server_set_fault (fixture->server, ILV_WEB_FAULT_NONE);
  assert_gets (fixture, 25);
}

static void
test_time_limit (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_poke_api_stop (fixture->api);
  g_object_unref (fixture->api);
  fixture->api = ilv_poke_api_new (ilv_web_server_get_address (fixture->server), SECOND_NS / 5);
  ilv_web_server_set_fault (fixture->server, ILV_WEB_FAULT_SLOW_BODY);
  assert_fails (fixture, 25, ILV_WORLD_ERROR_TIMED_OUT, "*in time*built-in server*");
}

/* Of 60, some are on the way and some wait their turn: cancelling ends all of them, and the next ones
 * find their places free. */
static void
test_cancel (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Fetch fetches[60] = { 0 };
  GThread *threads[30];

  ilv_web_server_set_fault (fixture->server, ILV_WEB_FAULT_SLOW_BODY);
  for (guint i = 0; i < 60; i++)
    {
      fetches[i] = (Fetch) { .fixture = fixture, .id = i + 1, .cancellable = cancellable };
      if (i < 30)
        threads[i] = g_thread_new ("fetch", fetch_in_thread, &fetches[i]);
      else
        fetch_async (&fetches[i]);
    }
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < 60; i++)
    {
      if (i < 30)
        g_thread_join (threads[i]);
      else
        WAIT_FOR (fetches[i].is_done);
      g_assert_error (fetches[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      fetch_clear (&fetches[i]);
    }
  ilv_web_server_set_fault (fixture->server, ILV_WEB_FAULT_NONE);
  assert_gets (fixture, 25);
}

static void
test_stop (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Fetch fetches[60] = { 0 };

  ilv_web_server_set_fault (fixture->server, ILV_WEB_FAULT_SLOW_BODY);
  for (guint i = 0; i < 60; i++)
    {
      fetches[i] = (Fetch) { .fixture = fixture, .id = i + 1 };
      fetch_async (&fetches[i]);
    }
  ilv_poke_api_stop (fixture->api);
  for (guint i = 0; i < 60; i++)
    {
      WAIT_FOR (fetches[i].is_done);
      g_assert_nonnull (fetches[i].error);
      fetch_clear (&fetches[i]);
    }
  assert_fails (fixture, 25, ILV_WORLD_ERROR_CLOSED, "*again*");
}

/* Through the world: only what is below /api/ goes there. */
static void
test_world (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvWorld) world = make_world (0);

  ilv_world_set_poke_api_address (world, ilv_web_server_get_address (fixture->server));
  ilv_world_set_uses_pokeapi (world, TRUE);
  assert_performs (world, ILV_STEP_GET, "/api/v2/pokemon/25", "pikachu");
  assert_performs (world, ILV_STEP_GET, "/login?user=ada", "ada");
  g_assert_cmpuint (ilv_web_server_get_max_in_flight (fixture->server), ==, 1);
  ilv_web_server_stop (fixture->server);
  assert_performs (world, ILV_STEP_GET, "/login?user=ada", "ada");
  assert_fails_in_world (world, ILV_STEP_GET, "/api/v2/pokemon/26", ILV_WORLD_ERROR_OFFLINE,
                         "*internet*");
  ilv_world_set_uses_pokeapi (world, FALSE);
  assert_performs (world, ILV_STEP_GET, "/api/v2/pokemon/26", "raichu");
}

#define ADD(name, func) g_test_add ("/service/poke-api/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *cache = init_test (&argc, &argv);
  int status;

  ADD ("in-flight", test_in_flight);
  ADD ("cache", test_cache);
  ADD ("damaged-cache", test_damaged_cache);
  ADD ("faults", test_faults);
  ADD ("time-limit", test_time_limit);
  ADD ("cancel", test_cancel);
  ADD ("stop", test_stop);
  ADD ("world", test_world);
  status = g_test_run ();
  remove_all (cache);
  return status;
}
