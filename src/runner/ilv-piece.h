/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IlvPiece:
 *
 * A small piece of C as a learner would write it with GIO, of a lesson on asynchronous calls, while
 * it runs. The files in pieces/ are compiled into the program and are its resources as well, so
 * that the code that is shown is the code that runs.
 *
 * The calls below are GIO's in all but their names. They note besides which line made them and for
 * which task, one of "Sign in", "Query" and "Show": an operation waits at the line that began it
 * and runs at the line that fetches its answer.
 *
 * For the thread of the loop.
 */
typedef struct _IlvPiece IlvPiece;

/* Gets a page from the run's web server; @callback is called when it has come. */
#define ilv_piece_get_async(piece, task, path, callback, data)                                     \
  ilv_piece_get_at (piece, task, __LINE__, path, callback, data)

/* Asks the run's database; @value, as a text, takes the place of the "?" in @sql. */
#define ilv_piece_query_async(piece, task, sql, value, callback, data)                             \
  ilv_piece_query_at (piece, task, __LINE__, sql, value, callback, data)

/* (transfer full) (nullable): what an operation has brought; %NULL after a failure, which is noted.
 * To be called once in each callback. */
#define ilv_piece_finish(piece, result) ilv_piece_finish_at (piece, __LINE__, result)

/* Shows @text (nullable), which takes about as much real work as laying out a page. */
#define ilv_piece_show(piece, task, text) ilv_piece_show_at (piece, task, __LINE__, text)

void ilv_piece_get_at (IlvPiece *self,
                       const char *task,
                       guint line,
                       const char *path,
                       GAsyncReadyCallback callback,
                       gpointer data);
void ilv_piece_query_at (IlvPiece *self,
                         const char *task,
                         guint line,
                         const char *sql,
                         const char *value,
                         GAsyncReadyCallback callback,
                         gpointer data);
char *ilv_piece_finish_at (IlvPiece *self, guint line, GAsyncResult *result);
void ilv_piece_show_at (IlvPiece *self, const char *task, guint line, const char *text);

/* The pieces that there are. */
void ilv_piece_sign_in (IlvPiece *piece);
void ilv_piece_sign_in_forgotten (IlvPiece *piece);
void ilv_piece_sign_in_overlap (IlvPiece *piece);

G_END_DECLS
