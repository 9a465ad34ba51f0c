/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene room: pictures driven by a trace and a playhead.
 *
 * A scene is another view of what a timeline shows: customers and cashiers, a picture that is being
 * painted, names that arrive, the line of code that runs. It is given a trace and a playhead, and
 * draws what had happened at the playhead's position, so that scrubbing the timeline moves it. The
 * room uses GTK, GtkSourceView, and the trace and timeline rooms; it knows nothing of lessons,
 * workloads or runners.
 */

#pragma once

#include <gtk/gtk.h>

#include "ilv-playhead.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

#define ILV_TYPE_SCENE (ilv_scene_get_type ())

/**
 * IlvScene:
 *
 * What all scenes, which are widgets, have in common.
 */
G_DECLARE_INTERFACE (IlvScene, ilv_scene, ILV, SCENE, GtkWidget)

struct _IlvSceneInterface
{
  GTypeInterface parent_iface;

  void (*set_trace) (IlvScene *self, IlvTrace *trace);
  void (*set_playhead) (IlvScene *self, IlvPlayhead *playhead);
};

/* What it shows; @trace: (nullable): nothing, or a live one, which is shown up to its end. */
void ilv_scene_set_trace (IlvScene *self, IlvTrace *trace);

/* When it shows it; a playhead without a position shows the end of the trace. */
void ilv_scene_set_playhead (IlvScene *self, IlvPlayhead *playhead);

/* (nullable): the scene of that name: "cashiers", "tiles" or "names". */
GtkWidget *ilv_scene_new (const char *name);

G_END_DECLS
