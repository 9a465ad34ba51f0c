/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvWebPage:
 * @status: the HTTP status
 * @body: (transfer full): JSON
 * @delay_ns: how much longer than usual the page takes
 *
 * What the embedded server answers.
 */
typedef struct
{
  guint status;
  char *body;
  gint64 delay_ns;
} IlvWebPage;

/* Looks up the page at @path, with the decoded @query or %NULL:
 *
 * - `/api/v2/pokemon/25` and `/api/v2/pokemon/pikachu`: some of what pokeapi.co answers there;
 *   @address is where its links lead
 * - `/login?user=ada`: signs somebody in
 * - `/slow/500`: takes 500 ms longer, at most #ILV_SERVER_MAX_LATENCY_NS
 *
 * Everything else is 404. */
void ilv_web_page_init (IlvWebPage *self, const char *address, const char *path, GHashTable *query);

/* An error page. */
void ilv_web_page_init_error (IlvWebPage *self, guint status, const char *message);

void ilv_web_page_clear (IlvWebPage *self);

G_END_DECLS
