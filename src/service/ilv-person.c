/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-person.h"

/* One who asks: a thread that sleeps on the condition, or a task. */
typedef struct
{
  guint64 number;
  char *question;
  char *answer;
  gboolean is_cancelled;
  GTask *task;
  GSource *cancel_source;
} Asker;

struct _IlvPerson
{
  GObject parent_instance;

  GMainContext *context;

  GMutex mutex;
  GCond changed;
  GQueue askers; /* the first one's question is the one that waits */
  guint64 n_asked;
  char *standing_answer;
};

enum
{
  ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IlvPerson, ilv_person, G_TYPE_OBJECT)

static gboolean
on_asked (gpointer data)
{
  g_autoptr (IlvPerson) self = g_weak_ref_get (data);

  if (self != NULL)
    g_signal_emit (self, signals[ASKED], 0);
  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Tells that another question waits now, or none. */
static void
notify_asked (IlvPerson *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  GWeakRef *weak_ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak_ref, self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_asked, weak_ref, weak_ref_free);
  g_source_attach (source, self->context);
}

static void
asker_free (Asker *asker)
{
  g_clear_object (&asker->task);
  g_free (asker->question);
  g_free (asker->answer);
  g_free (asker);
}

/* Takes @asker out of the queue if it is there. The mutex is held. */
static gboolean
withdraw (IlvPerson *self, Asker *asker)
{
  gboolean was_first = g_queue_peek_head (&self->askers) == asker;
  gboolean is_found = g_queue_remove (&self->askers, asker);

  if (was_first)
    notify_asked (self);
  return is_found;
}

/* Ends the wait of @asker, which is out of the queue; the mutex is not held, since a task's answer
 * runs the caller's code. */
static void
return_answer (Asker *asker, const char *answer)
{
  if (asker->cancel_source != NULL)
    {
      g_source_destroy (asker->cancel_source);
      g_clear_pointer (&asker->cancel_source, g_source_unref);
    }
  g_task_return_pointer (asker->task, g_strdup (answer), g_free);
  asker_free (asker);
}

/* Gives the answer to the first asker; the mutex is held. A task's asker is returned to be answered
 * without it. */
static Asker *
answer_first (IlvPerson *self, const char *answer)
{
  Asker *asker = g_queue_pop_head (&self->askers);

  if (asker == NULL)
    return NULL;
  notify_asked (self);
  if (asker->task != NULL)
    return asker;
  asker->answer = g_strdup (answer);
  g_cond_broadcast (&self->changed);
  return NULL;
}

static void
push_asker (IlvPerson *self, Asker *asker)
{
  asker->number = ++self->n_asked;
  g_queue_push_tail (&self->askers, asker);
  if (g_queue_get_length (&self->askers) == 1)
    notify_asked (self);
}

typedef struct
{
  IlvPerson *person;
  Asker *asker;
} Sleeper;

/* For a thread that sleeps: it wakes, and takes its question back itself. */
static void
on_sleeper_cancelled (GCancellable *cancellable G_GNUC_UNUSED, gpointer data)
{
  Sleeper *sleeper = data;

  g_mutex_lock (&sleeper->person->mutex);
  sleeper->asker->is_cancelled = TRUE;
  g_cond_broadcast (&sleeper->person->changed);
  g_mutex_unlock (&sleeper->person->mutex);
}

/* A task's asker may be answered and gone while its cancelling is on the way, hence its number. */
typedef struct
{
  IlvPerson *person;
  guint64 number;
} Cancelling;

static int
compare_number (gconstpointer asker, gconstpointer number)
{
  return ((const Asker *) asker)->number != *(const guint64 *) number;
}

/* In the context of who has asked. */
static gboolean
on_task_cancelled (GCancellable *cancellable G_GNUC_UNUSED, gpointer data)
{
  Cancelling *cancelling = data;
  IlvPerson *self = cancelling->person;
  Asker *asker = NULL;
  GList *link;

  g_mutex_lock (&self->mutex);
  link = g_queue_find_custom (&self->askers, &cancelling->number, compare_number);
  if (link != NULL)
    withdraw (self, asker = link->data);
  g_mutex_unlock (&self->mutex);
  if (asker != NULL)
    {
      g_task_return_new_error (asker->task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                               "Operation was cancelled");
      g_clear_pointer (&asker->cancel_source, g_source_unref);
      asker_free (asker);
    }
  return G_SOURCE_REMOVE;
}

/* The mutex is held, and @asker is in the queue. */
static void
watch_cancellable (IlvPerson *self, Asker *asker)
{
  GCancellable *cancellable = g_task_get_cancellable (asker->task);
  Cancelling *cancelling;

  if (cancellable == NULL)
    return;
  cancelling = g_new (Cancelling, 1);
  *cancelling = (Cancelling) { self, asker->number };
  asker->cancel_source = g_cancellable_source_new (cancellable);
  g_source_set_callback (asker->cancel_source, G_SOURCE_FUNC (on_task_cancelled), cancelling,
                         g_free);
  g_source_attach (asker->cancel_source, g_task_get_context (asker->task));
}

static void
ilv_person_finalize (GObject *object)
{
  IlvPerson *self = ILV_PERSON (object);

  g_assert (g_queue_is_empty (&self->askers));
  g_main_context_unref (self->context);
  g_free (self->standing_answer);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (ilv_person_parent_class)->finalize (object);
}

static void
ilv_person_class_init (IlvPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_person_finalize;

  /**
   * IlvPerson::asked:
   *
   * Another question waits now, or none does any more.
   */
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_person_init (IlvPerson *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->askers);
  self->context = g_main_context_ref_thread_default ();
}

IlvPerson *
ilv_person_new (void)
{
  return g_object_new (ILV_TYPE_PERSON, NULL);
}

char *
ilv_person_dup_question (IlvPerson *self)
{
  Asker *asker;
  char *question;

  g_mutex_lock (&self->mutex);
  asker = g_queue_peek_head (&self->askers);
  question = asker != NULL ? g_strdup (asker->question) : NULL;
  g_mutex_unlock (&self->mutex);
  return question;
}

void
ilv_person_answer (IlvPerson *self, const char *answer)
{
  Asker *asker;

  g_mutex_lock (&self->mutex);
  asker = answer_first (self, answer);
  g_mutex_unlock (&self->mutex);
  if (asker != NULL)
    return_answer (asker, answer);
}

void
ilv_person_set_standing_answer (IlvPerson *self, const char *answer)
{
  GQueue tasks = G_QUEUE_INIT;
  Asker *asker;

  g_mutex_lock (&self->mutex);
  g_free (self->standing_answer);
  self->standing_answer = g_strdup (answer);
  while (answer != NULL && !g_queue_is_empty (&self->askers))
    if ((asker = answer_first (self, answer)) != NULL)
      g_queue_push_tail (&tasks, asker);
  g_mutex_unlock (&self->mutex);
  while ((asker = g_queue_pop_head (&tasks)) != NULL)
    return_answer (asker, answer);
}

char *
ilv_person_ask (IlvPerson *self, const char *question, GCancellable *cancellable, GError **error)
{
  Asker asker = { .question = (char *) question };
  Sleeper sleeper = { self, &asker };
  gulong handler = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (cancellable != NULL)
    handler
      = g_cancellable_connect (cancellable, G_CALLBACK (on_sleeper_cancelled), &sleeper, NULL);
  g_mutex_lock (&self->mutex);
  if (self->standing_answer != NULL)
    asker.answer = g_strdup (self->standing_answer);
  else
    push_asker (self, &asker);
  while (asker.answer == NULL && !asker.is_cancelled)
    g_cond_wait (&self->changed, &self->mutex);
  withdraw (self, &asker);
  g_mutex_unlock (&self->mutex);
  g_cancellable_disconnect (cancellable, handler);

  if (asker.answer == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Operation was cancelled");
  return asker.answer;
}

void
ilv_person_ask_async (IlvPerson *self,
                      const char *question,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *standing_answer = NULL;
  Asker *asker;

  g_task_set_source_tag (task, ilv_person_ask_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  g_mutex_lock (&self->mutex);
  standing_answer = g_strdup (self->standing_answer);
  if (standing_answer == NULL)
    {
      asker = g_new0 (Asker, 1);
      asker->question = g_strdup (question);
      asker->task = g_object_ref (task);
      push_asker (self, asker);
      watch_cancellable (self, asker);
    }
  g_mutex_unlock (&self->mutex);
  if (standing_answer != NULL)
    g_task_return_pointer (task, g_steal_pointer (&standing_answer), g_free);
}

char *
ilv_person_ask_finish (IlvPerson *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
