/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-answer-queue.h"

typedef struct
{
  SoupServerMessage *message;
  gint64 due_us;
} Answer;

struct _IlvAnswerQueue
{
  GSequence *answers; /* by due time */
  GSource *clock;
};

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_object_unref (answer->message);
  g_free (answer);
}

static int
compare_answers (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const Answer *first = a;
  const Answer *second = b;

  return first->due_us < second->due_us ? -1 : first->due_us > second->due_us;
}

static void
set_clock (IlvAnswerQueue *self)
{
  GSequenceIter *first = g_sequence_get_begin_iter (self->answers);
  gint64 due_us = -1;

  if (!g_sequence_iter_is_end (first))
    due_us = ((Answer *) g_sequence_get (first))->due_us;
  if (g_source_get_ready_time (self->clock) != due_us)
    g_source_set_ready_time (self->clock, due_us);
}

static gboolean
on_clock (gpointer data)
{
  IlvAnswerQueue *self = data;
  gint64 now_us = g_get_monotonic_time ();

  while (!g_sequence_is_empty (self->answers))
    {
      GSequenceIter *first = g_sequence_get_begin_iter (self->answers);
      Answer *answer = g_sequence_get (first);

      if (answer->due_us > now_us)
        break;
      soup_server_message_unpause (answer->message);
      g_sequence_remove (first);
    }
  set_clock (self);
  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch_clock (GSource *source G_GNUC_UNUSED, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

static GSourceFuncs clock_funcs = { .dispatch = dispatch_clock };

IlvAnswerQueue *
ilv_answer_queue_new (GMainContext *context)
{
  IlvAnswerQueue *self = g_new0 (IlvAnswerQueue, 1);

  self->answers = g_sequence_new (answer_free);
  self->clock = g_source_new (&clock_funcs, sizeof (GSource));
  g_source_set_callback (self->clock, on_clock, self, NULL);
  g_source_attach (self->clock, context);
  return self;
}

void
ilv_answer_queue_free (IlvAnswerQueue *self)
{
  g_sequence_free (self->answers);
  g_source_destroy (self->clock);
  g_source_unref (self->clock);
  g_free (self);
}

guint
ilv_answer_queue_push (IlvAnswerQueue *self, SoupServerMessage *message, gint64 due_us)
{
  Answer *answer = g_new (Answer, 1);

  answer->message = g_object_ref (message);
  answer->due_us = due_us;
  soup_server_message_pause (message);
  g_sequence_insert_sorted (self->answers, answer, compare_answers, NULL);
  set_clock (self);
  return g_sequence_get_length (self->answers);
}
