/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-comparison.h"
#include "ilv-experiment.h"
#include "ilv-interpreter-choice.h"
#include "ilv-lesson-context.h"
#include "ilv-playhead.h"

G_BEGIN_DECLS

#define ILV_TYPE_CODE_PANE (ilv_code_pane_get_type ())

/**
 * IlvCodePane:
 *
 * The code of a comparison's sides, which may be edited, and the interpreter that runs it. Hidden while
 * no side has code. It adds the actions `edit-code`, `restore-code` and `code-side` ("left" or "right")
 * to the comparison's.
 *
 * Signals: #IlvCodePane::changed, when the code or the interpreter has changed.
 */
G_DECLARE_FINAL_TYPE (IlvCodePane, ilv_code_pane, ILV, CODE_PANE, GtkWidget)

/* What it shows the code of; once. @context: (nullable). */
void ilv_code_pane_set_up (IlvCodePane *self,
                           IlvComparison *comparison,
                           const IlvLessonContext *context,
                           IlvPlayhead *playhead,
                           GActionMap *actions);

/* What takes long when code is shown for the first time can be done before, bit by bit: this does the next bit
 * for the code that the lesson gives the sides. Returns: whether there is more to do. */
gboolean ilv_code_pane_prepare (IlvCodePane *self);

/* Shows the code of @planned, the comparison or what it is broken, when its sides run @workload by
 * @strategies. */
void ilv_code_pane_update (IlvCodePane *self,
                           IlvComparison *planned,
                           IlvWorkload *workload,
                           const IlvStrategy strategies[ILV_N_SIDES]);

/* (transfer full) (nullable): the code that a side is to run, as a runner wants it. */
char *ilv_code_pane_dup_code (IlvCodePane *self, IlvSide side);

/* (transfer full) (nullable): the code of a side as a person reads it, with the learner's edits. */
char *ilv_code_pane_dup_text (IlvCodePane *self, IlvSide side);

/* (nullable): the name of its file, or how it came to be; and its language, of GtkSourceView's. */
const char *ilv_code_pane_get_name (IlvCodePane *self, IlvSide side);
const char *ilv_code_pane_get_language (IlvCodePane *self, IlvSide side);

/* The strategy that it was written for, be it or something else that runs in the end. */
IlvStrategy ilv_code_pane_get_strategy (IlvCodePane *self, IlvSide side);

/* (transfer none) (nullable): the interpreter that a side is to use. */
IlvPython *ilv_code_pane_get_python (IlvCodePane *self, IlvSide side);

/* (transfer none): which interpreter the learner chooses. */
IlvInterpreterChoice *ilv_code_pane_get_choice (IlvCodePane *self);

/* Whether a side runs a file of the lesson, which does what it does, whatever the tasks are set to. */
gboolean ilv_code_pane_has_file (IlvCodePane *self);

/* While a run goes on, the code cannot be edited. */
void ilv_code_pane_set_running (IlvCodePane *self, gboolean running);
void ilv_code_pane_set_trace (IlvCodePane *self, IlvSide side, IlvTrace *trace);

/* Whether the learner has edited the code of a side. */
gboolean ilv_code_pane_is_edited (IlvCodePane *self, IlvSide side);

G_END_DECLS
