/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who signs in and what the shop sells have nothing to do with each other, so both are asked for at
 * once. Only the page needs both: whichever answer comes last shows it. */

#include "ilv-piece.h"

static const char PRODUCTS[] = "SELECT DISTINCT product FROM orders WHERE price < ?";

typedef struct
{
  IlvPiece *piece;
  char *user;
  char *products;
  guint missing; /* answers that have not come */
} Page;

static void
show_when_complete (Page *page)
{
  if (--page->missing > 0)
    return;
  if (page->user != NULL && page->products != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", page->user, page->products);

      ilv_piece_show (page->piece, "Show", text);
    }
  g_free (page->user);
  g_free (page->products);
  g_free (page);
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer data)
{
  Page *page = data;

  page->user = ilv_piece_finish (page->piece, result);
  show_when_complete (page);
}

static void
on_products (GObject *source, GAsyncResult *result, gpointer data)
{
  Page *page = data;

  page->products = ilv_piece_finish (page->piece, result);
  show_when_complete (page);
}

void
ilv_piece_sign_in_overlap (IlvPiece *piece)
{
  Page *page = g_new0 (Page, 1);

  page->piece = piece;
  page->missing = 2;
  ilv_piece_get_async (piece, "Sign in", "/login?user=ada", on_signed_in, page);
  ilv_piece_query_async (piece, "Query", PRODUCTS, "20", on_products, page);
}
