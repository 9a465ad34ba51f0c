/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sign in, ask the database for that user's orders, show them. Each step needs what the one before it
 * has brought, so each begins in the callback of the one before. C has no “await”: a callback is what
 * comes after it. */

#include "ilv-piece.h"

static const char ORDERS[]
  = "SELECT product FROM orders JOIN users ON user = users.id WHERE name = ?";

static void
on_orders (GObject *source, GAsyncResult *result, gpointer data)
{
  IlvPiece *piece = data;
  g_autofree char *orders = ilv_piece_finish (piece, result);

  /* The rows are here, so they can be shown. */
  if (orders != NULL)
    ilv_piece_show (piece, "Show", orders);
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer data)
{
  IlvPiece *piece = data;
  g_autofree char *user = ilv_piece_finish (piece, result);

  /* Now it is known who asks. */
  if (user != NULL)
    ilv_piece_query_async (piece, "Query", ORDERS, user, on_orders, piece);
}

void
ilv_piece_sign_in (IlvPiece *piece)
{
  ilv_piece_get_async (piece, "Sign in", "/login?user=ada", on_signed_in, piece);
  /* We get here at once: the answer comes later, and meanwhile the loop is free for others. */
}
