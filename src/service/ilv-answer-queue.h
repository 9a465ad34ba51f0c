/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * IlvAnswerQueue:
 *
 * The answers of a server that wait for their time. All stand in one sorted sequence behind one
 * source: a source each would make each turn of the loop as long as there are requests. For one
 * thread.
 */
typedef struct _IlvAnswerQueue IlvAnswerQueue;

IlvAnswerQueue *ilv_answer_queue_new (GMainContext *context);
void ilv_answer_queue_free (IlvAnswerQueue *self);

/* Pauses @message until @due_us, a time of g_get_monotonic_time(); returns how many wait then. */
guint ilv_answer_queue_push (IlvAnswerQueue *self, SoupServerMessage *message, gint64 due_us);

G_END_DECLS
