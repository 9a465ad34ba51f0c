/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-held-key.h"

/* Longer than any keyboard waits before it repeats a key. */
#define SILENCE_MS 1000

gboolean
ilv_held_key_press (IlvHeldKey *self, guint keycode, guint32 time_ms)
{
  gboolean held;

  g_return_val_if_fail (self != NULL, FALSE);

  held = self->keycode == keycode && time_ms - self->time_ms <= SILENCE_MS;
  self->keycode = keycode;
  self->time_ms = time_ms;
  return held;
}

void
ilv_held_key_release (IlvHeldKey *self, guint keycode)
{
  g_return_if_fail (self != NULL);

  if (self->keycode == keycode)
    self->keycode = 0;
}
