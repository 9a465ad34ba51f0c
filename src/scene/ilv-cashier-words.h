/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-cashier-story.h"

G_BEGIN_DECLS

/* A moment of the shop in words, translated. All return (transfer full) text. No GTK. */

/* "5 of 14 served". */
char *ilv_cashier_words_count (IlvCashierStory *story, const IlvCustomer *customers);

/* Who is served by whom, who waits in which order, and the count. */
char *ilv_cashier_words_describe (IlvCashierStory *story, const IlvCustomer *customers);

/* Sorts an array of guint, numbers of customers, by their places in the lines, those in front
 * first. */
void ilv_cashier_words_sort (GArray *order, const IlvCustomer *customers);

G_END_DECLS
