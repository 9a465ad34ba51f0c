/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the server says is looked at through a plain libsoup session, not through our client. */

#include "service-fixture.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>

#include <libsoup/soup.h>

#include "ilv-pokemon.h"
#include "ilv-web-page.h"
#include "ilv-web-server.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  IlvWebServer *server;
  SoupSession *session;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvServerSettings settings = { 0 };

  fixture->server = ilv_web_server_new (NULL);
  g_assert_nonnull (fixture->server);
  ilv_web_server_set_settings (fixture->server, &settings);
  fixture->session = soup_session_new_with_options ("max-conns", 200, "max-conns-per-host", 200, NULL);
  soup_session_set_proxy_resolver (fixture->session, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (fixture->session);
  g_assert_finalize_object (fixture->server);
}

static SoupMessage *
message_new (Fixture *fixture, const char *method, const char *path)
{
  g_autofree char *uri = g_strconcat (ilv_web_server_get_address (fixture->server), path, NULL);

  return soup_message_new (method, uri);
}

/* The status, and the body where it is wanted. */
static guint
get (Fixture *fixture, const char *path, char **body)
{
  g_autoptr (SoupMessage) message = message_new (fixture, "GET", path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
    = soup_session_send_and_read (fixture->session, message, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (soup_message_headers_get_content_type (
                     soup_message_get_response_headers (message), NULL),
                   ==, "application/json");
  if (body != NULL)
    *body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return soup_message_get_status (message);
}

static void
assert_page (Fixture *fixture, const char *path, guint status, const char *pattern)
{
  g_autofree char *body = NULL;

  g_assert_cmpuint (get (fixture, path, &body), ==, status);
  if (!g_pattern_match_simple (pattern, body))
    g_error ("%s: “%s” is not “%s”", path, body, pattern);
}

static void
test_pages (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *species = g_strdup_printf (
    "{\"id\":25,\"name\":\"pikachu\",\"is_default\":true,\"species\":{\"url\":\"%s"
    "/api/v2/pokemon-species/25/\"},\"location_area_encounters\":\"%s"
    "/api/v2/pokemon/25/encounters\"}",
    ilv_web_server_get_address (fixture->server), ilv_web_server_get_address (fixture->server));

  assert_page (fixture, "/api/v2/pokemon/25", 200, species);
  assert_page (fixture, "/api/v2/pokemon/25/", 200, species);
  assert_page (fixture, "/api/v2/pokemon/pikachu", 200, species);
  assert_page (fixture, "/login?user=ada", 200, "{\"user\":\"ada\",\"token\":\"*\"}");
  assert_page (fixture, "/login?user=%22a%22", 200, "{\"user\":\"\\\"a\\\"\",\"token\":\"*\"}");
  assert_page (fixture, "/login", 400, "{\"status\":400,*");
  assert_page (fixture, "/login?user=", 400, "{\"status\":400,*");
  assert_page (fixture, "/slow/0", 200, "{\"slept_ms\":0}");
  for (guint i = 0; i < 2; i++)
    {
      assert_page (fixture, "/", 404, "{\"status\":404,\"error\":\"not found\"}");
      assert_page (fixture, "/api/v2/pokemon/", 404, "*not found*");
      assert_page (fixture, "/api/v2/pokemon/0", 404, "*not found*");
      assert_page (fixture, "/api/v2/pokemon/1026", 404, "*not found*");
      assert_page (fixture, "/api/v2/pokemon/-1", 404, "*not found*");
      assert_page (fixture, "/api/v2/pokemon/25/encounters", 404, "*not found*");
      assert_page (fixture, "/slow/2001", 404, "*not found*");
      assert_page (fixture, "/slow/", 404, "*not found*");
    }
}

/* Each by its number and by its name; a request for each of them would take long with sanitizers, so
 * some go over the wire and all are looked up where the server looks. */
static void
test_all_names (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint id = 1; id <= ILV_N_POKEMON; id++)
    {
      const char *name = ilv_pokemon_get_name (id);
      g_autofree char *by_id = g_strdup_printf ("/api/v2/pokemon/%u", id);
      g_autofree char *by_name = g_strdup_printf ("/api/v2/pokemon/%s", name);
      g_autofree char *pattern = g_strdup_printf ("{\"id\":%u,\"name\":\"%s\",*", id, name);
      IlvWebPage first;
      IlvWebPage second;

      ilv_web_page_init (&first, "http://127.0.0.1:1", by_id, NULL);
      ilv_web_page_init (&second, "http://127.0.0.1:1", by_name, NULL);
      g_assert_cmpuint (first.status, ==, 200);
      g_assert_true (g_pattern_match_simple (pattern, first.body));
      g_assert_cmpstr (first.body, ==, second.body);
      ilv_web_page_clear (&first);
      ilv_web_page_clear (&second);
      if (id % 64 == 1)
        assert_page (fixture, by_name, 200, pattern);
    }
}

static void
test_method (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (SoupMessage) message = message_new (fixture, "POST", "/login?user=ada");
  g_autoptr (GBytes) body = g_bytes_new_take (g_malloc0 (1024 * 1024), 1024 * 1024);
  g_autoptr (GBytes) answer = NULL;

  soup_message_set_request_body_from_bytes (message, "text/plain", body);
  answer = soup_session_send_and_read (fixture->session, message, NULL, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (soup_message_get_status (message), ==, 405);
}

/* Thousands of ranges would make gigabytes of one page. */
static void
test_range (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (SoupMessage) message = message_new (fixture, "GET", "/login?user=ada");
  g_autoptr (GBytes) answer = NULL;

  soup_message_headers_append (soup_message_get_request_headers (message), "Range",
                               "bytes=0-1,3-4");
  answer = soup_session_send_and_read (fixture->session, message, NULL, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
}

static void
test_failures (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvServerSettings settings = { .failure_rate = 1 };

  ilv_web_server_set_settings (fixture->server, &settings);
  for (guint i = 0; i < 50; i++)
    assert_page (fixture, "/api/v2/pokemon/1", 500, "{\"status\":500,*");
  settings.failure_rate = 0;
  ilv_web_server_set_settings (fixture->server, &settings);
  for (guint i = 0; i < 50; i++)
    assert_page (fixture, "/api/v2/pokemon/1", 200, "*bulbasaur*");
}

static void
test_latency (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvServerSettings settings = { .latency_ns = 50 * MS };
  gint64 begin_us;

  ilv_web_server_set_settings (fixture->server, &settings);
  for (guint i = 0; i < 5; i++)
    {
      begin_us = g_get_monotonic_time ();
      assert_page (fixture, "/api/v2/pokemon/1", 200, "*bulbasaur*");
      g_assert_cmpint (g_get_monotonic_time () - begin_us, >=, 50 * 1000);
    }
  begin_us = g_get_monotonic_time ();
  assert_page (fixture, "/slow/100", 200, "{\"slept_ms\":100}");
  g_assert_cmpint (g_get_monotonic_time () - begin_us, >=, 150 * 1000);
  settings.jitter_ns = 50 * MS;
  ilv_web_server_set_settings (fixture->server, &settings);
  for (guint i = 0; i < 20; i++)
    assert_page (fixture, "/api/v2/pokemon/1", 200, "*bulbasaur*");
}

typedef struct
{
  guint n_done;
  guint n_by_status[600];
  guint n_with_retry;
} Tally;

static void
on_tallied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GBytes) bytes
    = soup_session_send_and_read_finish (SOUP_SESSION (source), result, NULL);
  SoupMessage *message = soup_session_get_async_result_message (SOUP_SESSION (source), result);
  Tally *tally = user_data;

  tally->n_done++;
  if (bytes == NULL)
    return;
  tally->n_by_status[soup_message_get_status (message)]++;
  if (g_strcmp0 (soup_message_headers_get_one (soup_message_get_response_headers (message),
                                               "Retry-After"),
                 "1")
      == 0)
    tally->n_with_retry++;
}

static void
send_all (Fixture *fixture, guint n, Tally *tally)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SoupMessage) message = message_new (fixture, "GET", "/api/v2/pokemon/1");

      soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, NULL,
                                        on_tallied, tally);
    }
}

/* Of 100 requests the first 30 of each second are answered; however long all of them take. */
static void
test_rate_limit (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvServerSettings settings = { .rate_limit = 30 };
  gint64 begin_us = g_get_monotonic_time ();
  Tally tally = { 0 };
  gint64 seconds;

  ilv_web_server_set_settings (fixture->server, &settings);
  send_all (fixture, 100, &tally);
  WAIT_FOR (tally.n_done == 100);
  seconds = (g_get_monotonic_time () - begin_us) / G_USEC_PER_SEC + 1;
  g_assert_cmpuint (tally.n_by_status[200], >=, 30);
  g_assert_cmpuint (tally.n_by_status[200], <=, 30 * seconds);
  g_assert_cmpuint (tally.n_by_status[200] + tally.n_by_status[429], ==, 100);
  g_assert_cmpuint (tally.n_with_retry, ==, tally.n_by_status[429]);
}

/* All 100 wait at the same moment: none is answered before the last has come, nor after. */
static void
test_in_flight (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvServerSettings settings = { .latency_ns = 3600 * 1000 * MS };
  Tally tally = { 0 };

  g_assert_cmpuint (ilv_web_server_get_max_in_flight (fixture->server), ==, 0);
  ilv_web_server_set_settings (fixture->server, &settings);
  send_all (fixture, 100, &tally);
  WAIT_FOR (ilv_web_server_get_max_in_flight (fixture->server) == 100);
  g_assert_cmpuint (tally.n_done, ==, 0);
  ilv_web_server_stop (fixture->server);
  WAIT_FOR (tally.n_done == 100);
}

static gboolean
can_connect (const char *host, guint16 port, GError **error)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;

  g_socket_client_set_enable_proxy (client, FALSE);
  g_socket_client_set_timeout (client, 5);
  connection = g_socket_client_connect_to_host (client, host, port, NULL, error);
  return connection != NULL;
}

/* Each address of this machine but the loopback one refuses. */
static void
test_loopback_only (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GUri) uri = g_uri_parse (ilv_web_server_get_address (fixture->server), G_URI_FLAGS_NONE,
                                      NULL);
  struct ifaddrs *addresses = NULL;
  guint16 port = g_uri_get_port (uri);

  g_assert_cmpstr (g_uri_get_host (uri), ==, "127.0.0.1");
  g_assert_true (can_connect ("127.0.0.1", port, NULL));
  g_assert_cmpint (getifaddrs (&addresses), ==, 0);
  for (struct ifaddrs *at = addresses; at != NULL; at = at->ifa_next)
    {
      char host[INET_ADDRSTRLEN];
      struct sockaddr_in *address = (struct sockaddr_in *) at->ifa_addr;
      g_autoptr (GError) error = NULL;

      if (at->ifa_addr == NULL || at->ifa_addr->sa_family != AF_INET
          || ntohl (address->sin_addr.s_addr) >> 24 == 127)
        continue;
      inet_ntop (AF_INET, &address->sin_addr, host, sizeof host);
      g_assert_false (can_connect (host, port, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
    }
  freeifaddrs (addresses);
}

/* Ended while requests wait, it leaves nobody waiting. */
static void
test_stop (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvServerSettings settings = { .latency_ns = 3600 * 1000 * MS };
  Tally tally = { 0 };

  ilv_web_server_set_settings (fixture->server, &settings);
  send_all (fixture, 20, &tally);
  WAIT_FOR (ilv_web_server_get_max_in_flight (fixture->server) == 20);
  ilv_web_server_stop (fixture->server);
  ilv_web_server_stop (fixture->server);
  WAIT_FOR (tally.n_done == 20);
  g_assert_cmpuint (tally.n_by_status[200], ==, 0);
}

static void
test_many_servers (void)
{
  for (guint i = 0; i < 30; i++)
    {
      IlvWebServer *server = ilv_web_server_new (NULL);

      g_assert_nonnull (server);
      g_assert_finalize_object (server);
    }
}

#define ADD(name, func) \
  g_test_add ("/service/web-server/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pages", test_pages);
  ADD ("all-names", test_all_names);
  ADD ("method", test_method);
  ADD ("range", test_range);
  ADD ("failures", test_failures);
  ADD ("latency", test_latency);
  ADD ("rate-limit", test_rate_limit);
  ADD ("in-flight", test_in_flight);
  ADD ("loopback-only", test_loopback_only);
  ADD ("stop", test_stop);
  g_test_add_func ("/service/web-server/many", test_many_servers);
  return g_test_run ();
}
