/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lesson-context.h"
#include "ilv-presentation.h"

G_BEGIN_DECLS

#define ILV_TYPE_PRESENTER (ilv_presenter_get_type ())

/**
 * IlvPresenter:
 *
 * A talk that is being given: it opens the windows, puts them onto the screens, and closes them at the
 * end. It lives until then.
 *
 * Signals: #IlvPresenter::ended.
 */
G_DECLARE_FINAL_TYPE (IlvPresenter, ilv_presenter, ILV, PRESENTER, GObject)

/* Begins to present @lesson at @section (%ILV_SLIDE_NONE for the title). @context: what there is around
 * the lesson. @parent: (nullable): the window that it was started from. */
IlvPresenter *ilv_presenter_new (GtkApplication *application,
                                 GtkWindow *parent,
                                 IlvLesson *lesson,
                                 guint section,
                                 const IlvLessonContext *context);

IlvPresentation *ilv_presenter_get_presentation (IlvPresenter *self);

/* (transfer none) (nullable): what the room sees; what the presenter sees, once it has been open. */
GtkWindow *ilv_presenter_get_audience (IlvPresenter *self);
GtkWindow *ilv_presenter_get_console (IlvPresenter *self);

/* Brings its windows to the front. */
void ilv_presenter_raise (IlvPresenter *self);

/* Ends it: stops what runs, and closes its windows. */
void ilv_presenter_end (IlvPresenter *self);

G_END_DECLS
