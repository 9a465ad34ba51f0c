/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All slides have so many lines, whatever the screen has: they are laid out once and scaled. */
#define ILV_SLIDE_HEIGHT 1080

/* The least size of text on a slide: 28 pixels at 1080 lines can be read in the back row. */
#define ILV_SLIDE_MIN_TEXT 28

/* The width of slides for a screen (or window) of that size: of the formats 4:3, 16:10 and 16:9 the one
 * that fills it best. */
int ilv_slide_format_get_width (int screen_width, int screen_height);

/**
 * IlvSlidePlaces:
 * @title: where the title is, of one line or two
 * @content: where that is that the slide is about
 * @foot: where the lesson and the slide's number are
 *
 * The parts of a slide, in its pixels. They are the same on all slides of a format, so that nothing
 * jumps from one to the next, and that text can be measured before there is a slide for it.
 */
typedef struct
{
  GdkRectangle title;
  GdkRectangle content;
  GdkRectangle foot;
} IlvSlidePlaces;

void ilv_slide_format_get_places (int slide_width, IlvSlidePlaces *places);

G_END_DECLS
