/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same with one wait forgotten: the page is shown right after the database was asked, and not when
 * it has answered. Nothing crashes, and no error is reported. The page is only empty. */

#include "ilv-piece.h"

static const char ORDERS[]
  = "SELECT product FROM orders JOIN users ON user = users.id WHERE name = ?";

typedef struct
{
  IlvPiece *piece;
  char *orders; /* NULL until the database has answered */
} Page;

static void
on_orders (GObject *source, GAsyncResult *result, gpointer data)
{
  Page *page = data;

  page->orders = ilv_piece_finish (page->piece, result);
  /* Here they are. But nobody looks at the page any more. */
  g_free (page->orders);
  g_free (page);
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer data)
{
  Page *page = data;
  g_autofree char *user = ilv_piece_finish (page->piece, result);

  if (user == NULL)
    {
      g_free (page);
      return;
    }
  ilv_piece_query_async (page->piece, "Query", ORDERS, user, on_orders, page);
  /* The mistake: the line above only asks. This belongs into on_orders(). */
  ilv_piece_show (page->piece, "Show", page->orders);
}

void
ilv_piece_sign_in_forgotten (IlvPiece *piece)
{
  Page *page = g_new0 (Page, 1);

  page->piece = piece;
  ilv_piece_get_async (piece, "Sign in", "/login?user=ada", on_signed_in, page);
}
