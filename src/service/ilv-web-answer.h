/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More than this no answer may bring. */
#define ILV_WEB_ANSWER_MAX_BYTES (4 * 1024 * 1024)

/* (transfer full): what an answer with @status and @length bytes of @body to @path says, in words
 * for a person: the name of a Pokémon, the user that was signed in, else the beginning of the text.
 * @retry_after is the header of that name or %NULL. Sets an #IlvWorldError. */
char *ilv_web_answer_read (const char *path,
                           guint status,
                           const char *retry_after,
                           const char *body,
                           gsize length,
                           GError **error);

/* Sets what @cause, an error of the network that is taken, means for a person; G_IO_ERROR_CANCELLED
 * stays what it is. */
void ilv_web_answer_propagate (GError **error, GError *cause, const char *host);

G_END_DECLS
