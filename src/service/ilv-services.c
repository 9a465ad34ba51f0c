/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-services.h"

#include <stdlib.h>
#include <sys/resource.h>

#define DATABASE_NAME "shop.db"
/* 1,000 requests at once are 2,000 sockets, since both their ends are here. */
#define OPEN_FILES 8192
#define CLOSING_THREADS 2

static GThreadPool *closing_pool;

static void
raise_file_limit (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= OPEN_FILES)
    return;
  limit.rlim_cur = MIN (OPEN_FILES, limit.rlim_max);
  setrlimit (RLIMIT_NOFILE, &limit);
}

static void
close_now (gpointer data, gpointer user_data G_GNUC_UNUSED)
{
  IlvServices *self = data;

  if (self->poke_api != NULL)
    ilv_poke_api_stop (self->poke_api);
  if (self->server != NULL)
    ilv_web_server_stop (self->server);
  if (self->files != NULL)
    ilv_file_store_close (self->files);
  g_clear_object (&self->poke_api);
  g_clear_object (&self->client);
  g_clear_object (&self->server);
  g_clear_object (&self->database);
  g_clear_object (&self->files);
  g_free (self);
}

static void
finish_closing (void)
{
  g_thread_pool_free (closing_pool, FALSE, TRUE);
}

static GThreadPool *
get_closing_pool (void)
{
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      closing_pool = g_thread_pool_new (close_now, NULL, CLOSING_THREADS, FALSE, NULL);
      atexit (finish_closing);
      g_once_init_leave (&is_made, TRUE);
    }
  return closing_pool;
}

IlvServices *
ilv_services_open (gint64 answer_limit_ns, GCancellable *cancellable, GError **error)
{
  IlvServices *self = g_new0 (IlvServices, 1);
  g_autofree char *path = NULL;

  raise_file_limit ();
  self->files = ilv_file_store_new (cancellable, error);
  if (self->files != NULL)
    {
      path = g_build_filename (ilv_file_store_get_path (self->files), DATABASE_NAME, NULL);
      self->database = ilv_database_new (path, cancellable, error);
    }
  if (self->database != NULL)
    self->server = ilv_web_server_new (error);
  if (self->server == NULL)
    {
      ilv_services_close (self);
      return NULL;
    }
  self->client
    = ilv_web_client_new (ilv_web_server_get_address (self->server), answer_limit_ns);
  return self;
}

void
ilv_services_close (IlvServices *self)
{
  g_thread_pool_push (get_closing_pool (), self, NULL);
}
