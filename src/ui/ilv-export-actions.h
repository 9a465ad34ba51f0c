/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-timeline.h"
#include "ilv-trace-export.h"

G_BEGIN_DECLS

#define ILV_TYPE_EXPORT_ACTIONS (ilv_export_actions_get_type ())

/**
 * IlvExportActions:
 *
 * How runs leave the window: `export`, with the name of an #IlvExportFormat, asks for a file and writes it;
 * `copy-picture` puts a picture on the clipboard; `export-menu` opens the menu of them all. They are enabled
 * while there is something to export. Toasts say how it went.
 *
 * Pictures show what is seen: the range of the timeline's axis, its lanes and its colours. JSON and CSV hold
 * whole runs. For the main thread, which nothing of it blocks.
 */
G_DECLARE_FINAL_TYPE (IlvExportActions, ilv_export_actions, ILV, EXPORT_ACTIONS, GObject)

/* Adds its actions to @map, and takes them away when it goes. @timeline: (unowned): one of those that are seen.
 * @button: (unowned): the button of the menu, which is shown. Both must outlive it. */
IlvExportActions *ilv_export_actions_new (GActionMap *map, IlvTimeline *timeline, GtkMenuButton *button);

/* What exported files are called at first; endings of trace files are left out. */
void ilv_export_actions_set_title (IlvExportActions *self, const char *title);

/* What is seen: those of @traces that are not %NULL, of @names (nullable) see ilv_trace_file_to_json(). It is all
 * there is, until ilv_export_actions_set_all() says more. */
void ilv_export_actions_set_seen (IlvExportActions *self,
                                  IlvTrace *const *traces,
                                  const char *const *names,
                                  guint n_traces);

/* What JSON and CSV hold, where that is more than what is seen. */
void ilv_export_actions_set_all (IlvExportActions *self,
                                 IlvTrace *const *traces,
                                 const char *const *names,
                                 guint n_traces);

/* What is written to @format now; %NULL where there is nothing. (transfer full) (nullable) */
IlvTraceExport *ilv_export_actions_create_export (IlvExportActions *self, IlvExportFormat format);

/* Writes @file; what asks for a file ends here. */
void ilv_export_actions_save (IlvExportActions *self, IlvExportFormat format, GFile *file);

G_END_DECLS
