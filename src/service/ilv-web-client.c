/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session of its own for each request: libsoup's session looks at all its requests whenever one
 * of them moves, so the cost of N at once in one session grows with N² (1,000: four times as much
 * CPU time as this). What a session is otherwise for is of no use here, since the server closes
 * each connection, and nothing is left behind in a main context or a thread that ends. */

#include "ilv-web-client.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "ilv-web-answer.h"
#include "ilv-world-error.h"

#define READ_SIZE 4096

typedef struct
{
  IlvWebClient *client;
  char *path;
  SoupSession *session;
  SoupMessage *message;
  GInputStream *stream;
  GString *body;
  gint64 deadline_us;
  char buffer[READ_SIZE];
} Request;

struct _IlvWebClient
{
  GObject parent_instance;

  char *address;
  char *host;
  gint64 time_limit_ns;
  SoupSession *shared; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (IlvWebClient, ilv_web_client, G_TYPE_OBJECT)

/* What needs the internet is taken out: on loopback there is no proxy, and answers are plain. */
static SoupSession *
get_session (IlvWebClient *self)
{
  guint timeout_s = self->time_limit_ns / 1000000000 + 1;
  SoupSession *session;

  if (self->shared != NULL)
    return g_object_ref (self->shared);
  session = soup_session_new_with_options ("max-conns", 1, "max-conns-per-host", 1, "timeout",
                                           timeout_s, NULL);
  soup_session_set_proxy_resolver (session, NULL);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  return session;
}

/* Without a slash, what follows the address could lead to another host. */
static SoupMessage *
message_new (IlvWebClient *self, const char *path, GError **error)
{
  g_autofree char *uri = g_strconcat (self->address, path, NULL);
  SoupMessage *message = NULL;

  if (*path == '/')
    message = soup_message_new (SOUP_METHOD_GET, uri);
  if (message == NULL)
    g_set_error (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_ANSWER,
                 _("“%s” is no path: write for example /api/v2/pokemon/25"), path);
  return message;
}

static Request *
request_new (IlvWebClient *self, const char *path, GError **error)
{
  SoupMessage *message = message_new (self, path, error);
  Request *request;

  if (message == NULL)
    return NULL;
  request = g_new0 (Request, 1);
  request->client = g_object_ref (self);
  request->path = g_strdup (path);
  request->message = message;
  request->body = g_string_new (NULL);
  request->deadline_us = g_get_monotonic_time () + self->time_limit_ns / 1000;
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->stream);
  g_clear_object (&request->message);
  g_clear_object (&request->session);
  g_string_free (request->body, TRUE);
  g_free (request->path);
  g_object_unref (request->client);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

/* Takes what was read; an answer must neither grow nor last without end. */
static gboolean
request_append (Request *request, gsize n, GError **error)
{
  g_string_append_len (request->body, request->buffer, n);
  if (request->body->len > ILV_WEB_ANSWER_MAX_BYTES)
    {
      g_set_error_literal (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_ANSWER,
                           _("The server’s answer is too long"));
      return FALSE;
    }
  if (g_get_monotonic_time () > request->deadline_us)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The answer does not end");
      return FALSE;
    }
  return TRUE;
}

static char *
request_finish (Request *request, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (request->message);

  return ilv_web_answer_read (request->path, soup_message_get_status (request->message),
                              soup_message_headers_get_one (headers, "Retry-After"),
                              request->body->str, request->body->len, error);
}

static void
return_failure (GTask *task, GError *cause)
{
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  ilv_web_answer_propagate (&error, cause, request->client->host);
  g_task_return_error (task, error);
}

static void read_on (GTask *task);

/* Whether there is more to read; otherwise the task is answered. */
static gboolean
take (GTask *task, gssize n, GError *cause)
{
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  char *text;

  if (n > 0 && request_append (request, n, &cause))
    return TRUE;
  if (n != 0)
    {
      return_failure (task, cause);
      return FALSE;
    }
  text = request_finish (request, &error);
  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
  return FALSE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (take (task, n, error))
    read_on (g_steal_pointer (&task));
}

/* What has come already is read at once, without a turn of the loop for each piece. */
static void
read_on (GTask *task)
{
  Request *request = g_task_get_task_data (task);
  GPollableInputStream *pollable = G_POLLABLE_INPUT_STREAM (request->stream);
  gssize n;

  do
    {
      GError *error = NULL;

      n = g_pollable_input_stream_read_nonblocking (pollable, request->buffer, READ_SIZE,
                                                    g_task_get_cancellable (task), &error);
      if (n < 0 && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        {
          g_error_free (error);
          g_input_stream_read_async (request->stream, request->buffer, READ_SIZE,
                                     G_PRIORITY_DEFAULT, g_task_get_cancellable (task), on_read,
                                     task);
          return;
        }
      if (!take (task, n, error))
        n = 0;
    }
  while (n > 0);
  g_object_unref (task);
}

static void
on_send (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  request->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (request->stream != NULL)
    read_on (g_steal_pointer (&task));
  else
    return_failure (task, error);
}

static void
ilv_web_client_finalize (GObject *object)
{
  IlvWebClient *self = ILV_WEB_CLIENT (object);

  g_clear_object (&self->shared);
  g_free (self->address);
  g_free (self->host);

  G_OBJECT_CLASS (ilv_web_client_parent_class)->finalize (object);
}

static void
ilv_web_client_class_init (IlvWebClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_web_client_finalize;
}

static void
ilv_web_client_init (IlvWebClient *self G_GNUC_UNUSED)
{
}

IlvWebClient *
ilv_web_client_new (const char *address, gint64 time_limit_ns)
{
  IlvWebClient *self = g_object_new (ILV_TYPE_WEB_CLIENT, NULL);

  self->address = g_strdup (address);
  self->host = g_strdup (_("The server of the lesson"));
  self->time_limit_ns = time_limit_ns;
  return self;
}

IlvWebClient *
ilv_web_client_new_remote (const char *address,
                           const char *host,
                           gint64 time_limit_ns,
                           guint max_connections)
{
  IlvWebClient *self = g_object_new (ILV_TYPE_WEB_CLIENT, NULL);
  guint timeout_s = time_limit_ns / 1000000000 + 1;

  self->address = g_strdup (address);
  self->host = g_strdup (host);
  self->time_limit_ns = time_limit_ns;
  self->shared = soup_session_new_with_options (
    "max-conns", max_connections, "max-conns-per-host", max_connections, "timeout", timeout_s,
    "user-agent", "interleave/" ILV_VERSION, NULL);
  return self;
}

/* The request's own main context keeps what libsoup leaves to a loop away from other threads. */
char *
ilv_web_client_get (IlvWebClient *self,
                    const char *path,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (Request) request = request_new (self, path, error);
  g_autoptr (GMainContext) context = g_main_context_new ();
  GError *cause = NULL;
  gssize n = -1;

  if (request == NULL)
    return NULL;
  g_main_context_push_thread_default (context);
  request->session = get_session (self);
  request->stream = soup_session_send (request->session, request->message, cancellable, &cause);
  if (request->stream != NULL)
    do
      n = g_input_stream_read (request->stream, request->buffer, READ_SIZE, cancellable, &cause);
    while (n > 0 && request_append (request, n, &cause));
  g_clear_object (&request->stream);
  g_clear_object (&request->session);
  g_main_context_pop_thread_default (context);

  if (cause == NULL)
    return request_finish (request, error);
  ilv_web_answer_propagate (error, cause, self->host);
  return NULL;
}

void
ilv_web_client_get_async (IlvWebClient *self,
                          const char *path,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  Request *request = request_new (self, path, &error);

  g_task_set_source_tag (task, ilv_web_client_get_async);
  if (request == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, request, request_free);
  request->session = get_session (self);
  soup_session_send_async (request->session, request->message, G_PRIORITY_DEFAULT, cancellable,
                           on_send, g_steal_pointer (&task));
}

char *
ilv_web_client_get_finish (IlvWebClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
