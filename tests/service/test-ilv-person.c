/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "service-fixture.h"

typedef struct
{
  IlvPerson *person;
  GCancellable *cancellable;
  const char *question;
  char *answer;
  GError *error;
  gint is_done; /* atomic */
} Asker;

static gpointer
ask_in_thread (gpointer data)
{
  Asker *asker = data;

  asker->answer
    = ilv_person_ask (asker->person, asker->question, asker->cancellable, &asker->error);
  g_atomic_int_set (&asker->is_done, TRUE);
  return NULL;
}

static void
on_asked_finish (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asker *asker = user_data;

  asker->answer = ilv_person_ask_finish (ILV_PERSON (source), result, &asker->error);
  g_atomic_int_set (&asker->is_done, TRUE);
}

static void
ask_async (Asker *asker)
{
  ilv_person_ask_async (asker->person, asker->question, asker->cancellable, on_asked_finish, asker);
}

static void
asker_clear (Asker *asker)
{
  g_clear_pointer (&asker->answer, g_free);
  g_clear_error (&asker->error);
}

static gboolean
waits (IlvPerson *person, const char *question)
{
  g_autofree char *waiting = ilv_person_dup_question (person);

  return g_strcmp0 (waiting, question) == 0;
}

static void
on_signal (IlvPerson *person, GPtrArray *questions)
{
  g_ptr_array_add (questions, ilv_person_dup_question (person));
}

/* A thread and a task ask; they are answered one after the other. */
static void
test_queue (void)
{
  g_autoptr (IlvPerson) person = ilv_person_new ();
  Asker first = { .person = person, .question = "first" };
  Asker second = { .person = person, .question = "second" };
  GThread *thread;

  g_assert_true (waits (person, NULL));
  ilv_person_answer (person, "nobody asks");
  thread = g_thread_new ("asker", ask_in_thread, &first);
  WAIT_FOR (waits (person, "first"));
  ask_async (&second);
  g_assert_true (waits (person, "first"));
  ilv_person_answer (person, "1");
  g_assert_true (waits (person, "second"));
  g_thread_join (thread);
  g_assert_cmpstr (first.answer, ==, "1");
  g_assert_false (g_atomic_int_get (&second.is_done));
  ilv_person_answer (person, "2");
  g_assert_true (waits (person, NULL));
  WAIT_FOR (second.is_done);
  g_assert_cmpstr (second.answer, ==, "2");
  asker_clear (&first);
  asker_clear (&second);
}

/* The signal comes in the context where the person was made, also when a question goes away. */
static void
test_signal (void)
{
  g_autoptr (IlvPerson) person = ilv_person_new ();
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (g_free);
  Asker asker = { .person = person, .question = "lights" };
  GThread *thread;

  g_signal_connect (person, "asked", G_CALLBACK (on_signal), questions);
  thread = g_thread_new ("asker", ask_in_thread, &asker);
  WAIT_FOR (questions->len == 1);
  g_assert_cmpstr (questions->pdata[0], ==, "lights");
  ilv_person_answer (person, "3");
  WAIT_FOR (questions->len == 2);
  g_assert_null (questions->pdata[1]);
  g_thread_join (thread);
  asker_clear (&asker);
}

static void
test_cancel_thread (void)
{
  g_autoptr (IlvPerson) person = ilv_person_new ();
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Asker asker = { .person = person, .question = "lights", .cancellable = cancellable };
  GThread *thread;

  g_signal_connect (person, "asked", G_CALLBACK (on_signal), questions);
  thread = g_thread_new ("asker", ask_in_thread, &asker);
  WAIT_FOR (questions->len == 1);
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  g_assert_error (asker.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (asker.answer);
  WAIT_FOR (questions->len == 2);
  g_assert_null (questions->pdata[1]);
  asker_clear (&asker);

  /* Cancelled before it asks, it does not even ask. */
  g_assert_null (ilv_person_ask (person, "late", cancellable, &asker.error));
  g_assert_error (asker.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  asker_clear (&asker);
}

static void
test_cancel_task (void)
{
  g_autoptr (IlvPerson) person = ilv_person_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Asker first = { .person = person, .question = "first" };
  Asker second = { .person = person, .question = "second", .cancellable = cancellable };
  Asker third = { .person = person, .question = "third" };
  Asker late = { .person = person, .question = "late", .cancellable = cancellable };

  ask_async (&first);
  ask_async (&second);
  ask_async (&third);
  g_cancellable_cancel (cancellable);
  ask_async (&late);
  WAIT_FOR (second.is_done && late.is_done);
  g_assert_error (second.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_error (late.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (waits (person, "first"));
  ilv_person_answer (person, "1");
  g_assert_true (waits (person, "third"));
  ilv_person_answer (person, "3");
  WAIT_FOR (first.is_done && third.is_done);
  g_assert_cmpstr (first.answer, ==, "1");
  g_assert_cmpstr (third.answer, ==, "3");
  asker_clear (&first);
  asker_clear (&second);
  asker_clear (&third);
  asker_clear (&late);
}

static void
test_standing_answer (void)
{
  g_autoptr (IlvPerson) person = ilv_person_new ();
  Asker waiting = { .person = person, .question = "waiting" };
  Asker task = { .person = person, .question = "task" };
  Asker later = { .person = person, .question = "later" };
  Asker again = { .person = person, .question = "again" };
  GThread *thread;

  thread = g_thread_new ("asker", ask_in_thread, &waiting);
  WAIT_FOR (waits (person, "waiting"));
  ask_async (&task);
  ilv_person_set_standing_answer (person, "yes");
  g_thread_join (thread);
  ask_in_thread (&later);
  WAIT_FOR (task.is_done);
  g_assert_cmpstr (waiting.answer, ==, "yes");
  g_assert_cmpstr (task.answer, ==, "yes");
  g_assert_cmpstr (later.answer, ==, "yes");
  g_assert_true (waits (person, NULL));
  ilv_person_set_standing_answer (person, NULL);
  ask_async (&again);
  g_assert_true (waits (person, "again"));
  ilv_person_answer (person, "no");
  WAIT_FOR (again.is_done);
  g_assert_cmpstr (again.answer, ==, "no");
  asker_clear (&waiting);
  asker_clear (&task);
  asker_clear (&later);
  asker_clear (&again);
}

/* Many threads ask and are answered or cancelled, in any order: each gets exactly one outcome. */
static void
test_crowd (void)
{
  g_autoptr (IlvPerson) person = ilv_person_new ();
  Asker askers[40] = { 0 };
  GThread *threads[40];

  for (guint i = 0; i < 40; i++)
    {
      askers[i].person = person;
      askers[i].question = "who";
      askers[i].cancellable = g_cancellable_new ();
      threads[i] = g_thread_new ("asker", ask_in_thread, &askers[i]);
    }
  for (guint i = 0; i < 40; i += 2)
    g_cancellable_cancel (askers[i].cancellable);
  WAIT_FOR (({
    guint n = 0;

    ilv_person_answer (person, "me");
    for (guint i = 0; i < 40; i++)
      n += g_atomic_int_get (&askers[i].is_done);
    n == 40;
  }));
  for (guint i = 0; i < 40; i++)
    {
      g_thread_join (threads[i]);
      g_assert_true ((askers[i].answer != NULL) != (askers[i].error != NULL));
      if (i % 2 == 1)
        g_assert_cmpstr (askers[i].answer, ==, "me");
      g_object_unref (askers[i].cancellable);
      asker_clear (&askers[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/person/queue", test_queue);
  g_test_add_func ("/service/person/signal", test_signal);
  g_test_add_func ("/service/person/cancel-thread", test_cancel_thread);
  g_test_add_func ("/service/person/cancel-task", test_cancel_task);
  g_test_add_func ("/service/person/standing-answer", test_standing_answer);
  g_test_add_func ("/service/person/crowd", test_crowd);
  return g_test_run ();
}
