/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-computer-watch.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPUTER_SLIDE (ilv_computer_slide_get_type ())

/**
 * IlvComputerSlide:
 *
 * This computer, live, on a slide: how busy its processors are, how many tasks there are, how many want a
 * processor, and how often they are switched. It lets the watch look only while it is on a screen.
 */
G_DECLARE_FINAL_TYPE (IlvComputerSlide, ilv_computer_slide, ILV, COMPUTER_SLIDE, GtkWidget)

/* (transfer floating): one of any number of views of @watch. */
GtkWidget *ilv_computer_slide_new (IlvComputerWatch *watch);

G_END_DECLS
