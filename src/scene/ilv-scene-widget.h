/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-scene.h"
#include "ilv-timeline-theme.h"

G_BEGIN_DECLS

#define ILV_TYPE_SCENE_WIDGET (ilv_scene_widget_get_type ())

/**
 * IlvSceneWidget:
 *
 * What the scenes share: they hold a trace and a playhead, follow the theme, and know the moment
 * that they show.
 *
 * Properties: `trace`, `playhead`. Both notify only on a change. For the main thread.
 */
G_DECLARE_DERIVABLE_TYPE (IlvSceneWidget, ilv_scene_widget, ILV, SCENE_WIDGET, GtkWidget)

/**
 * IlvSceneWidgetClass:
 * @trace_changed: there is another trace; followed by @moment_changed
 * @moment_changed: another moment is to be shown
 * @look_changed: the theme or the font changed; a redraw is queued already
 */
struct _IlvSceneWidgetClass
{
  GtkWidgetClass parent_class;

  void (*trace_changed) (IlvSceneWidget *self);
  void (*moment_changed) (IlvSceneWidget *self);
  void (*look_changed) (IlvSceneWidget *self);
};

/* (nullable): owned by the scene. */
IlvTrace *ilv_scene_widget_get_trace (IlvSceneWidget *self);

/* The playhead's position, or the end of the trace where it has none; -1 without a trace. */
gint64 ilv_scene_widget_get_moment_ns (IlvSceneWidget *self);

const IlvTimelineTheme *ilv_scene_widget_get_theme (IlvSceneWidget *self);

/* Whether things may move; %FALSE where the person asked for less motion. */
gboolean ilv_scene_widget_may_move (IlvSceneWidget *self);

/* A line of text over the scene's whole width: smaller, and at last cut, where it would not fit. */
void ilv_scene_widget_append_line (
  IlvSceneWidget *self, GtkSnapshot *snapshot, const char *words, float y, const GdkRGBA *colour);

/* Dim words in the middle, for a scene that has nothing to show yet. */
void ilv_scene_widget_append_placeholder (IlvSceneWidget *self,
                                          GtkSnapshot *snapshot,
                                          const char *words);

/* What a screen reader reads: does nothing if it is what it said before. */
void ilv_scene_widget_describe (IlvSceneWidget *self, const char *description);

/* (nullable): what was said last. */
const char *ilv_scene_widget_get_description (IlvSceneWidget *self);

G_END_DECLS
