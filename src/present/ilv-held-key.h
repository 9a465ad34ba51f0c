/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvHeldKey:
 * @keycode: which key; 0 for none
 * @time_ms: when GDK last told of it
 *
 * Tells a key that is pressed from one that is held, which GDK reports in the same way. All zeros to
 * begin with.
 */
typedef struct
{
  guint keycode;
  guint32 time_ms;
} IlvHeldKey;

/* A key goes down. Returns: whether it is the one that is held already. Another window may have seen it
 * being let go, so after a second of silence it is not. */
gboolean ilv_held_key_press (IlvHeldKey *self, guint keycode, guint32 time_ms);
void ilv_held_key_release (IlvHeldKey *self, guint keycode);

G_END_DECLS
