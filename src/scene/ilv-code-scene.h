/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-code-mark.h"
#include "ilv-scene-widget.h"

G_BEGIN_DECLS

#define ILV_TYPE_CODE_SCENE (ilv_code_scene_get_type ())

/**
 * IlvCodeScene:
 *
 * The code of a run, in which the line that each task is in at the playhead is lit in the task's
 * colour, with its name at the line's end; pale for a task that waits there.
 *
 * Properties, besides those of #IlvSceneWidget: `text` (what is in the editor), `language` (an id
 * of GtkSourceView's: "python3" or "c"; %NULL for none), `editable` (%FALSE at first). All notify
 * only on a change, `text` at each edit. Lines are lit only while the text is the code that ran.
 */
G_DECLARE_FINAL_TYPE (IlvCodeScene, ilv_code_scene, ILV, CODE_SCENE, IlvSceneWidget)

GtkWidget *ilv_code_scene_new (void);

/* What it is called by screen readers, where there is more than one. */
void ilv_code_scene_set_name (IlvCodeScene *self, const char *name);

/* (transfer full): what is in the editor. */
char *ilv_code_scene_dup_text (IlvCodeScene *self);

/* Does nothing if it is what the editor has, so that nothing is lost of undo, cursor and selection.
 */
void ilv_code_scene_set_text (IlvCodeScene *self, const char *text);

/* The same as an edit that can be undone. */
void ilv_code_scene_replace_text (IlvCodeScene *self, const char *text);
const char *ilv_code_scene_get_language (IlvCodeScene *self);
void ilv_code_scene_set_language (IlvCodeScene *self, const char *language);

/* The first time that a language is wanted, GtkSourceView looks through the files of all that it has, for 10 ms:
 * this does that, and nothing else. */
void ilv_code_scene_prepare_language (const char *language);
gboolean ilv_code_scene_get_editable (IlvCodeScene *self);
void ilv_code_scene_set_editable (IlvCodeScene *self, gboolean editable);

/* (element-type IlvCodeMark): the lit lines, sorted. */
const GArray *ilv_code_scene_get_marks (IlvCodeScene *self);

/* For code on a slide: it cannot be scrolled by hand, it has no margins, long lines are broken, and names
 * are as large as the code; a line (from 0) can be put to its top. */
void ilv_code_scene_set_paged (IlvCodeScene *self);
void ilv_code_scene_show_line (IlvCodeScene *self, guint line);

/* How much of the width is not the text's. */
int ilv_code_scene_get_text_x (IlvCodeScene *self);

G_END_DECLS
