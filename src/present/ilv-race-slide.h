/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-playhead.h"
#include "ilv-race-view.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_SLIDE (ilv_race_slide_get_type ())

/**
 * IlvRaceSlide:
 *
 * A race on a slide: how it is run, all its runs, and below them how far it is or who was how much
 * sooner.
 */
G_DECLARE_FINAL_TYPE (IlvRaceSlide, ilv_race_slide, ILV, RACE_SLIDE, GtkWidget)

/* (transfer floating): one of any number of views of @race and of its replay. */
GtkWidget *ilv_race_slide_new (IlvRaceView *race, IlvPlayhead *playhead);

G_END_DECLS
