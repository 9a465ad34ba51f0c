/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ILV_POLL_LETTER_SIZE 2

/* The letter of an answer, A for the first, by which people name it. Returns: @letter */
static inline const char *
ilv_poll_letter (guint choice, char letter[ILV_POLL_LETTER_SIZE])
{
  letter[0] = (char) ('A' + choice % 26);
  letter[1] = '\0';
  return letter;
}

G_END_DECLS
