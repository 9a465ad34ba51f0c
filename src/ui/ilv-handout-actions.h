/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-handout-printer.h"

G_BEGIN_DECLS

#define ILV_TYPE_HANDOUT_ACTIONS (ilv_handout_actions_get_type ())

/**
 * IlvHandoutActions:
 *
 * What a window can do with handouts: the actions `print`, `export-handout` and `open-file`, which
 * opens what was saved; and toasts that tell how it went.
 */
G_DECLARE_FINAL_TYPE (IlvHandoutActions, ilv_handout_actions, ILV, HANDOUT_ACTIONS, GObject)

/* Adds the actions to @window, which has to be a #GActionMap and to outlive it. @runs: (nullable).
 */
IlvHandoutActions *ilv_handout_actions_new (GtkWindow *window,
                                            AdwToastOverlay *toasts,
                                            IlvCourse *course,
                                            IlvLastRuns *runs);

/* The lesson that is open, and the course that it is one of. */
void ilv_handout_actions_set_lesson (IlvHandoutActions *self, IlvCourse *course, IlvLesson *lesson);

/* Writes @handout to @file in a thread, and says when that is done. */
void ilv_handout_actions_save (IlvHandoutActions *self, GFile *file, IlvHandout *handout);

G_END_DECLS
