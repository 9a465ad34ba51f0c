/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-recorder.h"

G_BEGIN_DECLS

/* A script may send so much; what is beyond is left out and said so. */
#define ILV_PYTHON_MAX_LINE 65536      /* bytes of one line */
#define ILV_PYTHON_MAX_BYTES (128 << 20)
#define ILV_PYTHON_MAX_RECORDS 1000000 /* states, results and beats of one run */
#define ILV_PYTHON_MAX_TASKS 2000

/**
 * IlvPythonLog:
 *
 * Reads what a script sends, a line of JSON each (docs/formats.md, "What a Python script sends"),
 * and records it. Lines that make no sense are counted and passed over. For one thread.
 */
typedef struct _IlvPythonLog IlvPythonLog;

/* Called when the script asks a person. */
typedef void (*IlvPythonLogAsk) (gint64 number, const char *question, gpointer data);

/* @recorder has begun, and its clock has a base; @code is the script. */
IlvPythonLog *ilv_python_log_new (IlvRecorder *recorder,
                                  const char *code,
                                  IlvPythonLogAsk ask,
                                  gpointer data);
void ilv_python_log_free (IlvPythonLog *self);

/* Reads on: any piece of what came, wherever it was cut. %FALSE once more came than may. */
gboolean ilv_python_log_add (IlvPythonLog *self, const char *bytes, gsize length);

/* Adds the notes on what could not be understood or was left out. */
void ilv_python_log_end (IlvPythonLog *self);

/* Whether the script was begun; whether it came to its end. */
gboolean ilv_python_log_has_started (IlvPythonLog *self);
gboolean ilv_python_log_has_ended (IlvPythonLog *self);

/* (nullable): the exception that ended the script, and the line of the script that it came from,
 * from 1, or 0 where that is unknown. */
const char *ilv_python_log_get_error (IlvPythonLog *self, guint *line);

/* The line that was last seen running, from 1, or 0. */
guint ilv_python_log_get_last_line (IlvPythonLog *self);

/* The last moment that the script told of, on the monotonic clock, or 0. */
gint64 ilv_python_log_get_last_ns (IlvPythonLog *self);

/* How many pieces of work are a second in this interpreter, or 0 where it did not say. */
gint64 ilv_python_log_get_quanta (IlvPythonLog *self);

/* (nullable) (transfer full): who waits for whom, if threads wait for each other in a circle and
 * nothing else goes on or can. */
char *ilv_python_log_describe_stall (IlvPythonLog *self);

/* (nullable) (transfer full): who waits for what, if nothing has run since @since_ns of the
 * monotonic clock and no person is asked. */
char *ilv_python_log_describe_stillness (IlvPythonLog *self, gint64 since_ns);

/* A question of the script was answered. */
void ilv_python_log_answered (IlvPythonLog *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvPythonLog, ilv_python_log_free)

G_END_DECLS
