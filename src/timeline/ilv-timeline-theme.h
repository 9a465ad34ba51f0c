/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IlvTimelineTheme:
 * @dark: whether text is light on dark
 * @high_contrast: whether tasks are told apart by patterns too
 * @text: the theme's text colour
 * @dim: text that matters less
 * @track: the ground of a lane
 * @grid: the lines below the ruler's ticks
 * @plate: the ground of a label that stands on the picture
 * @playhead: the replay's position
 * @end: the end of a finished run
 * @ghost: what the learner predicts
 * @ghost_text: text on @ghost
 *
 * The colours of a timeline, besides those of the tasks.
 */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA track;
  GdkRGBA grid;
  GdkRGBA plate;
  GdkRGBA playhead;
  GdkRGBA end;
  GdkRGBA ghost;
  GdkRGBA ghost_text;
} IlvTimelineTheme;

void ilv_timeline_theme_load (IlvTimelineTheme *self, GtkWidget *widget);
void ilv_timeline_theme_get_task_colour (const IlvTimelineTheme *self, guint task, GdkRGBA *colour);
void
ilv_timeline_theme_get_task_text_colour (const IlvTimelineTheme *self, guint task, GdkRGBA *colour);

G_END_DECLS
