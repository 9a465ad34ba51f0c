/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-style.h"

G_BEGIN_DECLS

/**
 * IlvHandoutKeep:
 * @ILV_HANDOUT_KEEP_NONE: a page may end behind the row
 * @ILV_HANDOUT_KEEP_BOX: not if all that belongs together fits on one page
 * @ILV_HANDOUT_KEEP_TIGHT: not if it can be helped: a heading and what follows it
 *
 * How closely a row belongs to the next one.
 */
typedef enum
{
  ILV_HANDOUT_KEEP_NONE,
  ILV_HANDOUT_KEEP_BOX,
  ILV_HANDOUT_KEEP_TIGHT,
} IlvHandoutKeep;

/**
 * IlvHandoutFrame:
 * @ILV_HANDOUT_FRAME_CARD: an experiment: a frame
 * @ILV_HANDOUT_FRAME_PREDICT: a question
 * @ILV_HANDOUT_FRAME_SINCE: what was added to the notes
 * @ILV_HANDOUT_FRAME_QUOTE: a quotation
 * @ILV_HANDOUT_FRAME_CODE: code
 * @ILV_HANDOUT_FRAME_NOTES: what only the teacher sees
 * @ILV_HANDOUT_FRAME_VERDICT: what a run tells
 *
 * What a box looks like.
 */
typedef enum
{
  ILV_HANDOUT_FRAME_CARD,
  ILV_HANDOUT_FRAME_PREDICT,
  ILV_HANDOUT_FRAME_SINCE,
  ILV_HANDOUT_FRAME_QUOTE,
  ILV_HANDOUT_FRAME_CODE,
  ILV_HANDOUT_FRAME_NOTES,
  ILV_HANDOUT_FRAME_VERDICT,
} IlvHandoutFrame;

/* Draws a row whose upper left corner is at (@x, @y). @is_pdf: whether links can be followed. */
typedef void (*IlvHandoutDrawFunc) (
  gpointer data, cairo_t *cr, double x, double y, gboolean is_pdf);

/**
 * IlvHandoutBookmark:
 * @title: what the reader's list of contents calls it
 * @level: 0 for the course, 1 for a lesson, 2 for a section
 * @row: the row that follows it
 * @page: where it is, from 0; known when the flow is placed
 * @y: how far down, from the first row of a page on
 *
 * A place that can be gone to.
 */
typedef struct
{
  char *title;
  guint level;
  guint row;
  guint page;
  double y;
} IlvHandoutBookmark;

/**
 * IlvHandoutFlow:
 *
 * Rows one below the other, each as high as a line of text or a picture, in boxes within each
 * other, and their places on pages. All in points.
 */
typedef struct _IlvHandoutFlow IlvHandoutFlow;

/* @width: of the rows. */
IlvHandoutFlow *ilv_handout_flow_new (PangoContext *context, double width);
void ilv_handout_flow_free (IlvHandoutFlow *self);

PangoContext *ilv_handout_flow_get_context (IlvHandoutFlow *self);

/* Whether lines begin at the right edge, as the context's base direction says. What is narrower than
 * the page, and what stands at the beginning of boxes, is at that side then; time in timelines runs
 * from left to right all the same. */
gboolean ilv_handout_flow_is_from_right (IlvHandoutFlow *self);

/* The width within the boxes that are open. */
double ilv_handout_flow_get_width (IlvHandoutFlow *self);

/* A gap above the next row, unless it begins a page; of two gaps the larger counts. */
void ilv_handout_flow_add_gap (IlvHandoutFlow *self, double gap);

/* The next row begins a page. */
void ilv_handout_flow_break_page (IlvHandoutFlow *self);

/* What is added until the box is ended lies in it, @width wide or, with 0, as wide as there is. */
void ilv_handout_flow_begin_box (IlvHandoutFlow *self, IlvHandoutFrame frame, double width);
void ilv_handout_flow_end_box (IlvHandoutFlow *self);

/* Adds a row; takes @data over. */
void ilv_handout_flow_add_row (IlvHandoutFlow *self,
                               double height,
                               IlvHandoutDrawFunc draw,
                               gpointer data,
                               GDestroyNotify data_free);

/* How closely the last row belongs to the next one. */
void ilv_handout_flow_keep (IlvHandoutFlow *self, IlvHandoutKeep keep);

/* The next row is a place that can be gone to. */
void ilv_handout_flow_add_bookmark (IlvHandoutFlow *self, const char *title, guint level);

/* Gives each row its place on pages whose rows are @height high together. */
void ilv_handout_flow_place (IlvHandoutFlow *self, double height);

guint ilv_handout_flow_get_n_pages (IlvHandoutFlow *self);

/* (transfer none) (element-type IlvHandoutBookmark) */
GPtrArray *ilv_handout_flow_get_bookmarks (IlvHandoutFlow *self);

/* Draws the rows of a page from (@x, @y) on. */
void ilv_handout_flow_draw (
  IlvHandoutFlow *self, guint page, cairo_t *cr, double x, double y, gboolean is_pdf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvHandoutFlow, ilv_handout_flow_free)

G_END_DECLS
