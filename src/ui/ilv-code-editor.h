/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-playhead.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

#define ILV_TYPE_CODE_EDITOR (ilv_code_editor_get_type ())

/**
 * IlvCodeEditor:
 *
 * The code of one side, which may be edited, and what it printed.
 *
 * Signals: #IlvCodeEditor::edited, when the text has changed by hand. Ctrl+Enter uses the action
 * `comparison.run`.
 */
G_DECLARE_FINAL_TYPE (IlvCodeEditor, ilv_code_editor, ILV, CODE_EDITOR, GtkWidget)

/* @name: whose code it is, for screen readers */
GtkWidget *ilv_code_editor_new (IlvPlayhead *playhead, const char *name);

/* What there is to go back to, in a @language of GtkSourceView's; and the learner's @edit (nullable) of
 * it, which is shown in its place. */
void ilv_code_editor_set_code (IlvCodeEditor *self,
                               const char *ours,
                               const char *edit,
                               const char *language);

/* (transfer full): what is in the editor. */
char *ilv_code_editor_dup_text (IlvCodeEditor *self);

/* Whether the text is another than the one to go back to. */
gboolean ilv_code_editor_is_edited (IlvCodeEditor *self);

/* Goes back, as an edit that can be undone. */
void ilv_code_editor_restore (IlvCodeEditor *self);
void ilv_code_editor_set_editable (IlvCodeEditor *self, gboolean editable);
void ilv_code_editor_set_trace (IlvCodeEditor *self, IlvTrace *trace);

G_END_DECLS
