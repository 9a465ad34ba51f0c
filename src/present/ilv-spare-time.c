/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-spare-time.h"

/* Longer than a frame at 60 Hz: what a piece of work has changed is drawn before the next one. */
#define PAUSE_MS 20

typedef struct
{
  gpointer owner;
  IlvSpareTimeFunc work;
} Piece;

static GQueue pieces = G_QUEUE_INIT;
static guint source; /* 0 for none */

static gboolean
on_time (gpointer data G_GNUC_UNUSED)
{
  Piece *piece = g_queue_pop_head (&pieces);

  if (piece == NULL)
    {
      source = 0;
      return G_SOURCE_REMOVE;
    }
  piece->work (piece->owner);
  g_free (piece);
  return G_SOURCE_CONTINUE;
}

void
ilv_spare_time_add (gpointer owner, IlvSpareTimeFunc work)
{
  Piece *piece;

  g_return_if_fail (owner != NULL && work != NULL);

  for (GList *link = pieces.head; link != NULL; link = link->next)
    {
      piece = link->data;
      if (piece->owner == owner && piece->work == work)
        return;
    }
  piece = g_new (Piece, 1);
  piece->owner = owner;
  piece->work = work;
  g_queue_push_tail (&pieces, piece);
  if (source == 0)
    source = g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MS, on_time, NULL, NULL);
}

void
ilv_spare_time_remove (gpointer owner)
{
  GList *link = pieces.head;

  while (link != NULL)
    {
      GList *next = link->next;
      Piece *piece = link->data;

      if (piece->owner == owner)
        {
          g_queue_delete_link (&pieces, link);
          g_free (piece);
        }
      link = next;
    }
}
