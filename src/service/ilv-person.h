/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_TYPE_PERSON (ilv_person_get_type ())

/**
 * IlvPerson:
 *
 * The person that tasks wait for: questions wait here until somebody answers.
 *
 * Signals: #IlvPerson::asked (the question has changed, in the main context that was the thread
 * default one when the object was made): look at ilv_person_dup_question(). A person is asked one
 * question at a time; further ones queue up.
 *
 * All functions may be called from any thread.
 */
G_DECLARE_FINAL_TYPE (IlvPerson, ilv_person, ILV, PERSON, GObject)

IlvPerson *ilv_person_new (void);

/* (nullable) (transfer full): the question that waits for an answer, such as "traffic-lights". */
char *ilv_person_dup_question (IlvPerson *self);

/* Answers the question that waits; nothing happens where there is none. */
void ilv_person_answer (IlvPerson *self, const char *answer);

/* What every question is answered with from now on without waiting, or %NULL to ask again. */
void ilv_person_set_standing_answer (IlvPerson *self, const char *answer);

/* (transfer full): asks and sleeps until there is an answer. */
char *ilv_person_ask (IlvPerson *self,
                      const char *question,
                      GCancellable *cancellable,
                      GError **error);

/* Asks; the answer comes in the thread default main context of the caller. */
void ilv_person_ask_async (IlvPerson *self,
                           const char *question,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
char *ilv_person_ask_finish (IlvPerson *self, GAsyncResult *result, GError **error);

G_END_DECLS
