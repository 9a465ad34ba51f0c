/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handout room: lessons on paper.
 *
 * A handout is laid out from lessons and from the last run of each of their experiments, for any
 * size of paper: rows (lines of text, timelines, figures) in boxes, placed on pages so that what
 * belongs together stays together. Printing and PDF files draw with the very same code, as vectors
 * and as text that can be searched. The room uses Pango and cairo, and no display.
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "ilv-course.h"
#include "ilv-last-runs.h"

G_BEGIN_DECLS

/**
 * IlvHandoutPaper:
 * @width: of the sheet
 * @height: of the sheet
 * @left: margin
 * @right: margin
 * @top: margin, below which the running title stands
 * @bottom: margin, above which the page number stands
 *
 * The paper, in points.
 */
typedef struct
{
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
} IlvHandoutPaper;

/* A sheet with good margins, of which none is less than @least (what a printer cannot reach). */
void ilv_handout_paper_init (IlvHandoutPaper *self, double width, double height, double least);

/* "a4" or "letter", in any case of letters; %FALSE for other names. */
gboolean ilv_handout_paper_init_named (IlvHandoutPaper *self, const char *name);

/* The paper of the user's locale. */
void ilv_handout_paper_init_default (IlvHandoutPaper *self);

#define ILV_TYPE_HANDOUT (ilv_handout_get_type ())

/**
 * IlvHandout:
 *
 * Some or all lessons of a course on pages. First it is loaded (in a worker thread), then laid out,
 * step by step or at once, then drawn. For one thread at a time.
 */
G_DECLARE_FINAL_TYPE (IlvHandout, ilv_handout, ILV, HANDOUT, GObject)

/* @lessons: (element-type IlvLesson) (nullable): in this order; %NULL for all that are written.
 * @runs: (nullable): where the last runs are. */
IlvHandout *
ilv_handout_new (IlvCourse *course, GPtrArray *lessons, gboolean with_notes, IlvLastRuns *runs);

/* (transfer none): of the lesson, or of the course. */
const char *ilv_handout_get_title (IlvHandout *self);

/* Reads the last runs and makes them ready to be drawn: not for the main thread. Without it, no
 * experiment has a run. */
void ilv_handout_load (IlvHandout *self);

/* Begins anew on other paper. It is the default's at first. */
void ilv_handout_set_paper (IlvHandout *self, const IlvHandoutPaper *paper);

/* Lays out the next section; %TRUE when that was the last one, and the pages are known. */
gboolean ilv_handout_paginate (IlvHandout *self);

/* How many pages there are; 0 before they are known. */
guint ilv_handout_get_n_pages (IlvHandout *self);

/* Draws page @page (from 0) on @cr, whose unit is the point and whose origin is the upper left
 * corner of the sheet. */
void ilv_handout_draw_page (IlvHandout *self, cairo_t *cr, guint page);

/* (transfer full) (nullable): the whole as a PDF file with an outline and links; lays out what is
 * not yet. An error is in %G_IO_ERROR. */
GBytes *ilv_handout_create_pdf (IlvHandout *self, GError **error);

G_END_DECLS
