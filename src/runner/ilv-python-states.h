/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-span.h"

G_BEGIN_DECLS

/**
 * IlvPythonStates:
 *
 * What each task of a script does now, to say who waits for what when nothing goes on. For one
 * thread.
 */
typedef struct _IlvPythonStates IlvPythonStates;

IlvPythonStates *ilv_python_states_new (void);
void ilv_python_states_free (IlvPythonStates *self);

/* A new task; its index is how many there were. */
void ilv_python_states_add (IlvPythonStates *self, const char *name);

/* @task is in @state now; @peer is whom it waits for, or -1, @line where it is, or 0. */
void ilv_python_states_set (
  IlvPythonStates *self, guint task, IlvState state, int peer, guint line);

/* Whether there are tasks that have not ended, and none of them runs. */
gboolean ilv_python_states_are_still (IlvPythonStates *self);

/* Whether moreover nobody waits for the world, so that nothing can ever go on. */
gboolean ilv_python_states_are_stuck (IlvPythonStates *self);

/* (transfer full): who waits where and for whom, in translated sentences; those in a circle of
 * locks first. */
char *ilv_python_states_describe (IlvPythonStates *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvPythonStates, ilv_python_states_free)

G_END_DECLS
