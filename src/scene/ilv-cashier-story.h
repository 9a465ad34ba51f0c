/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/**
 * IlvCustomer:
 * @state: what the task is doing: running while it is served; ready while it is in the line, also
 *   before it began and in gaps; waiting and blocked; ended once it has left
 * @cashier: who serves it, to whom it walks or from whom it comes; 0 if none of that
 * @away: 0 for in the line, 1 for at the cashier, in between while it walks
 * @index: its place in the line from 0; not a whole number while the line moves up
 * @gone: 0 for here, 1 for gone, in between while it walks out
 *
 * Where a task is in the shop at a moment.
 */
typedef struct
{
  IlvState state;
  guint cashier;
  double away;
  double index;
  double gone;
} IlvCustomer;

typedef struct _IlvCashierStory IlvCashierStory;

/**
 * IlvCashierStory:
 *
 * A trace told as a shop: who is served by whom, who waits in which line at which place, who has
 * left.
 *
 * A line is formed by the tasks whose names are equal up to their number: A1, A2 … The cashiers are
 * the processors, or the workers where no processor is known. Who comes back from a cashier goes to
 * the end of the line. Everything is a function of the trace and the moment. No GTK.
 */
IlvCashierStory *ilv_cashier_story_new (IlvTrace *trace);
void ilv_cashier_story_free (IlvCashierStory *self);

guint ilv_cashier_story_get_n_customers (IlvCashierStory *self);
guint ilv_cashier_story_get_n_lines (IlvCashierStory *self);
guint ilv_cashier_story_get_n_cashiers (IlvCashierStory *self);

/* The customers of the line that has most of them. */
guint ilv_cashier_story_get_longest_line (IlvCashierStory *self);
guint ilv_cashier_story_get_line (IlvCashierStory *self, guint customer);
const char *ilv_cashier_story_get_name (IlvCashierStory *self, guint customer);
const char *ilv_cashier_story_get_cashier_name (IlvCashierStory *self, guint cashier);

/* The number that is the last word of a cashier's name, for where there is no room for all of it.
 */
const char *ilv_cashier_story_get_cashier_number (IlvCashierStory *self, guint cashier);

/* Fills @customers, one for each task, as of @time_ns. A walk from one place to another takes
 * @walk_ns, or half of the time that there is and of the stay, and begins so that nobody comes
 * late; with 0 they jump. */
void ilv_cashier_story_get (IlvCashierStory *self,
                            gint64 time_ns,
                            gint64 walk_ns,
                            IlvCustomer *customers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvCashierStory, ilv_cashier_story_free)

G_END_DECLS
