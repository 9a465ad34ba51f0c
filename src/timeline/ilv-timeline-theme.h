/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-palette.h"

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
 * @failure: text that says what went wrong
 * @end: the end of a finished run
 * @ghost: what the learner predicts
 * @ghost_text: text on @ghost
 * @bubble: the ground of what is told of a span
 * @bubble_text: text on @bubble
 * @bubble_line: around @bubble
 * @focus: the ring around what has the focus
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
  GdkRGBA failure;
  GdkRGBA end;
  GdkRGBA ghost;
  GdkRGBA ghost_text;
  GdkRGBA bubble;
  GdkRGBA bubble_text;
  GdkRGBA bubble_line;
  GdkRGBA focus;
} IlvTimelineTheme;

/**
 * IlvTimelineThemeFunc:
 * @widget: the widget that watches
 */
typedef void (*IlvTimelineThemeFunc) (GtkWidget *widget);

/* Calls @callback whenever the widget's theme or the tasks' colours change, as long as it lives. */
void ilv_timeline_theme_watch (GtkWidget *widget, IlvTimelineThemeFunc callback);

/* Which colours the tasks have from now on, in all that watches the theme. */
void ilv_timeline_theme_set_palette (IlvPaletteKind kind);

void ilv_timeline_theme_load (IlvTimelineTheme *self, GtkWidget *widget);

/* @index: as ilv_trace_info_get_colour() tells it of a task. */
void ilv_timeline_theme_get_task_colour (const IlvTimelineTheme *self, guint index, GdkRGBA *colour);
void
ilv_timeline_theme_get_task_text_colour (const IlvTimelineTheme *self, guint index, GdkRGBA *colour);
/* Of lines and outlines, which are seen on any ground. */
void
ilv_timeline_theme_get_task_line_colour (const IlvTimelineTheme *self, guint index, GdkRGBA *colour);

G_END_DECLS
