/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-handout.h"

G_BEGIN_DECLS

#define ILV_TYPE_HANDOUT_OPTIONS (ilv_handout_options_get_type ())

/**
 * IlvHandoutOptions:
 *
 * What is to be on a handout: the lesson or the whole course, with or without the presenter's
 * notes.
 */
G_DECLARE_FINAL_TYPE (IlvHandoutOptions, ilv_handout_options, ILV, HANDOUT_OPTIONS, GtkWidget)

/* @lesson: (nullable): the one that is open; without one that is written, the course is chosen.
 * @runs: (nullable): where the last runs are. */
GtkWidget *ilv_handout_options_new (IlvCourse *course, IlvLesson *lesson, IlvLastRuns *runs);

/* (transfer full): what is chosen now, neither loaded nor laid out. */
IlvHandout *ilv_handout_options_create_handout (IlvHandoutOptions *self);

/* (transfer full): a name for its file, such as "concurrency.pdf". */
char *ilv_handout_options_create_name (IlvHandoutOptions *self);

G_END_DECLS
