/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libsoup's server does the talking. What it is not given here is what it has no limits for:
 *
 * - its own listening has a backlog of 10, so that many connects at once cost a second: the socket
 *   is ours, and so is accepting, which bounds the number of connections;
 * - a Range header can multiply an answer, so it is dropped, and bodies of requests are not kept;
 * - idle connections would stay for ever: each answer closes its own. */

#include "ilv-web-server.h"

#include <string.h>

#include <libsoup/soup.h>

#include "ilv-answer-queue.h"
#include "ilv-web-page.h"

#define BACKLOG 4096
#define MAX_CONNECTIONS 4096
#define SOCKET_TIMEOUT_S 30
#define RATE_WINDOW_US G_USEC_PER_SEC
#define TOO_MANY_REQUESTS 429

struct _IlvWebServer
{
  GObject parent_instance;

  char *address;
  GSocket *socket;
  GSocketAddress *bound;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;

  /* Guards what is up to the next comment. */
  GMutex mutex;
  IlvServerSettings settings;
  IlvWebFault fault;
  guint max_in_flight;
  guint n_broken;

  /* The server's own thread only. */
  SoupServer *soup;
  IlvAnswerQueue *answers;
  GHashTable *connections;
  GHashTable *stolen; /* connections that a fault keeps, and the sources that write to them */
  GRand *rand;
  gint64 window_begin_us;
  guint n_in_window;
};

G_DEFINE_FINAL_TYPE (IlvWebServer, ilv_web_server, G_TYPE_OBJECT)

/* Whether one more request is within the limit of the second that is running. */
static gboolean
is_within_rate (IlvWebServer *self, guint rate_limit, gint64 now_us)
{
  if (now_us - self->window_begin_us >= RATE_WINDOW_US)
    {
      self->window_begin_us = now_us;
      self->n_in_window = 0;
    }
  return ++self->n_in_window <= rate_limit || rate_limit == 0;
}

static void
choose_page (IlvWebServer *self,
             const IlvServerSettings *settings,
             SoupServerMessage *message,
             const char *path,
             GHashTable *query,
             IlvWebPage *page)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  const char *method = soup_server_message_get_method (message);

  if (method != SOUP_METHOD_GET && method != SOUP_METHOD_HEAD)
    ilv_web_page_init_error (page, SOUP_STATUS_METHOD_NOT_ALLOWED, "only GET is understood");
  else if (!is_within_rate (self, settings->rate_limit, g_get_monotonic_time ()))
    {
      ilv_web_page_init_error (page, TOO_MANY_REQUESTS, "too many requests");
      soup_message_headers_replace (headers, "Retry-After", "1");
    }
  else if (g_rand_double (self->rand) < settings->failure_rate)
    ilv_web_page_init_error (page, SOUP_STATUS_INTERNAL_SERVER_ERROR, "failed, as it was asked to");
  else
    ilv_web_page_init (page, self->address, path, query);
}

static gint64
choose_latency_us (IlvWebServer *self, const IlvServerSettings *settings)
{
  gint64 latency_ns = settings->latency_ns;

  if (settings->jitter_ns > 0)
    latency_ns += g_rand_double_range (self->rand, -1, 1) * settings->jitter_ns;
  return MAX (latency_ns, 0) / 1000;
}

static gboolean
on_trickle (gpointer stream)
{
  return g_output_stream_write (g_io_stream_get_output_stream (stream), " ", 1, NULL, NULL) == 1;
}

/* Begins an answer by hand and leaves it unfinished. */
static void
leave_unfinished (IlvWebServer *self, SoupServerMessage *message, gboolean trickles)
{
  static const char beginning[] = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{\"id\": ";
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);
  GSource *source;

  g_mutex_lock (&self->mutex);
  self->n_broken++;
  g_mutex_unlock (&self->mutex);

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), beginning,
                             sizeof beginning - 1, NULL, NULL, NULL);
  if (!trickles)
    {
      g_io_stream_close (stream, NULL, NULL);
      return;
    }
  source = g_timeout_source_new (50);
  g_source_set_callback (source, on_trickle, g_object_ref (stream), g_object_unref);
  g_source_attach (source, self->context);
  g_hash_table_insert (self->stolen, g_steal_pointer (&stream), source);
}

static void
push_answer (IlvWebServer *self, SoupServerMessage *message, gint64 due_us)
{
  guint n = ilv_answer_queue_push (self->answers, message, due_us);

  g_mutex_lock (&self->mutex);
  self->max_in_flight = MAX (self->max_in_flight, n);
  g_mutex_unlock (&self->mutex);
}

static void
on_request (SoupServer *soup G_GNUC_UNUSED,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  IlvWebServer *self = user_data;
  IlvServerSettings settings;
  IlvWebPage page;
  IlvWebFault fault;
  gint64 due_us;

  g_mutex_lock (&self->mutex);
  settings = self->settings;
  fault = self->fault;
  g_mutex_unlock (&self->mutex);

  if (fault == ILV_WEB_FAULT_SLOW_BODY || fault == ILV_WEB_FAULT_CUT)
    {
      leave_unfinished (self, message, fault == ILV_WEB_FAULT_SLOW_BODY);
      return;
    }
  choose_page (self, &settings, message, path, query, &page);
  if (fault == ILV_WEB_FAULT_WRONG_JSON)
    page.body[g_utf8_strlen (page.body, -1) / 2] = '\0';
  soup_server_message_set_status (message, page.status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, page.body,
                                    strlen (page.body));
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Connection",
                                "close");
  due_us = g_get_monotonic_time () + choose_latency_us (self, &settings) + page.delay_ns / 1000;
  push_answer (self, message, due_us);
  ilv_web_page_clear (&page);
}

static void
on_headers (SoupServer *soup G_GNUC_UNUSED,
            SoupServerMessage *message,
            const char *path G_GNUC_UNUSED,
            GHashTable *query G_GNUC_UNUSED,
            gpointer user_data G_GNUC_UNUSED)
{
  soup_message_headers_remove (soup_server_message_get_request_headers (message), "Range");
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
}

static void
on_connection_gone (gpointer data, GObject *connection)
{
  IlvWebServer *self = data;

  g_hash_table_remove (self->connections, connection);
}

static void
add_connection (IlvWebServer *self, GSocket *socket)
{
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GSocketAddress) remote = g_socket_get_remote_address (socket, NULL);

  if (remote == NULL || g_hash_table_size (self->connections) >= MAX_CONNECTIONS)
    {
      g_socket_close (socket, NULL);
      return;
    }
  g_socket_set_timeout (socket, SOCKET_TIMEOUT_S);
  connection = g_socket_connection_factory_create_connection (socket);
  g_hash_table_add (self->connections, connection);
  g_object_weak_ref (G_OBJECT (connection), on_connection_gone, self);
  soup_server_accept_iostream (self->soup, G_IO_STREAM (connection), self->bound, remote,
                               NULL);
}

static gboolean
on_connect (GSocket *socket, GIOCondition condition G_GNUC_UNUSED, gpointer user_data)
{
  IlvWebServer *self = user_data;
  GSocket *accepted;

  while ((accepted = g_socket_accept (socket, NULL, NULL)) != NULL)
    {
      add_connection (self, accepted);
      g_object_unref (accepted);
    }
  return G_SOURCE_CONTINUE;
}

static void
close_stolen (gpointer stream, gpointer source, gpointer data G_GNUC_UNUSED)
{
  g_source_destroy (source);
  g_source_unref (source);
  g_io_stream_close (stream, NULL, NULL);
  g_object_unref (stream);
}

static void
close_connection (gpointer connection, gpointer value G_GNUC_UNUSED, gpointer user_data)
{
  GSocket *socket = g_socket_connection_get_socket (connection);

  g_object_weak_unref (connection, on_connection_gone, user_data);
  g_socket_shutdown (socket, TRUE, TRUE, NULL);
}

static void
end_thread (IlvWebServer *self)
{
  g_hash_table_foreach (self->stolen, close_stolen, NULL);
  g_clear_pointer (&self->stolen, g_hash_table_unref);
  g_hash_table_foreach (self->connections, close_connection, self);
  g_clear_pointer (&self->connections, g_hash_table_unref);
  soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  g_clear_pointer (&self->answers, ilv_answer_queue_free);
  g_clear_pointer (&self->rand, g_rand_free);
}

static gpointer
run_thread (gpointer data)
{
  IlvWebServer *self = data;
  g_autoptr (GSource) listening = NULL;

  g_main_context_push_thread_default (self->context);
  self->rand = g_rand_new ();
  self->connections = g_hash_table_new (NULL, NULL);
  self->stolen = g_hash_table_new (NULL, NULL);
  self->answers = ilv_answer_queue_new (self->context);
  self->soup = soup_server_new ("server-header", "interleave", NULL);
  soup_server_add_early_handler (self->soup, NULL, on_headers, self, NULL);
  soup_server_add_handler (self->soup, NULL, on_request, self, NULL);
  listening = g_socket_create_source (self->socket, G_IO_IN, NULL);
  g_source_set_callback (listening, G_SOURCE_FUNC (on_connect), self, NULL);
  g_source_attach (listening, self->context);

  g_main_loop_run (self->loop);

  g_source_destroy (listening);
  end_thread (self);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static gboolean
on_stop (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static gboolean
listen_on_loopback (IlvWebServer *self, GError **error)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any_port = g_inet_socket_address_new (loopback, 0);

  self->socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                               error);
  if (self->socket == NULL || !g_socket_bind (self->socket, any_port, FALSE, error))
    return FALSE;
  g_socket_set_listen_backlog (self->socket, BACKLOG);
  g_socket_set_blocking (self->socket, FALSE);
  if (!g_socket_listen (self->socket, error)
      || (self->bound = g_socket_get_local_address (self->socket, error)) == NULL)
    return FALSE;
  self->address = g_strdup_printf ("http://127.0.0.1:%u",
                                   g_inet_socket_address_get_port (
                                     G_INET_SOCKET_ADDRESS (self->bound)));
  return TRUE;
}

static void
ilv_web_server_dispose (GObject *object)
{
  ilv_web_server_stop (ILV_WEB_SERVER (object));

  G_OBJECT_CLASS (ilv_web_server_parent_class)->dispose (object);
}

static void
ilv_web_server_finalize (GObject *object)
{
  IlvWebServer *self = ILV_WEB_SERVER (object);

  g_clear_object (&self->socket);
  g_clear_object (&self->bound);
  g_free (self->address);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (ilv_web_server_parent_class)->finalize (object);
}

static void
ilv_web_server_class_init (IlvWebServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_web_server_dispose;
  object_class->finalize = ilv_web_server_finalize;
}

static void
ilv_web_server_init (IlvWebServer *self)
{
  g_mutex_init (&self->mutex);
  self->settings.latency_ns = ILV_SERVER_DEFAULT_LATENCY_NS;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
}

IlvWebServer *
ilv_web_server_new (GError **error)
{
  g_autoptr (IlvWebServer) self = g_object_new (ILV_TYPE_WEB_SERVER, NULL);

  if (!listen_on_loopback (self, error))
    return NULL;
  self->thread = g_thread_try_new ("web-server", run_thread, self, error);
  return self->thread != NULL ? g_steal_pointer (&self) : NULL;
}

void
ilv_web_server_stop (IlvWebServer *self)
{
  g_autoptr (GSource) source = NULL;
  GThread *thread;

  g_mutex_lock (&self->mutex);
  thread = g_steal_pointer (&self->thread);
  g_mutex_unlock (&self->mutex);
  if (thread == NULL)
    return;
  /* Not g_main_context_invoke(): the thread may not have begun, and would miss it. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, on_stop, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (thread);
  g_socket_close (self->socket, NULL);
}

const char *
ilv_web_server_get_address (IlvWebServer *self)
{
  return self->address;
}

void
ilv_web_server_set_settings (IlvWebServer *self, const IlvServerSettings *settings)
{
  g_mutex_lock (&self->mutex);
  self->settings = *settings;
  g_mutex_unlock (&self->mutex);
}

void
ilv_web_server_set_fault (IlvWebServer *self, IlvWebFault fault)
{
  g_mutex_lock (&self->mutex);
  self->fault = fault;
  g_mutex_unlock (&self->mutex);
}

guint
ilv_web_server_get_max_in_flight (IlvWebServer *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->max_in_flight;
  g_mutex_unlock (&self->mutex);
  return n;
}

guint
ilv_web_server_get_n_broken (IlvWebServer *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->n_broken;
  g_mutex_unlock (&self->mutex);
  return n;
}
