/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IlvCodePages:
 *
 * A text of code and how it is parted into pages of whole lines; one page at first.
 */
typedef struct _IlvCodePages IlvCodePages;

IlvCodePages *ilv_code_pages_new (void);
void ilv_code_pages_free (IlvCodePages *self);

/* Whether it is another text than before. Line feeds at the end are no lines: they are taken away. */
gboolean ilv_code_pages_set_text (IlvCodePages *self, const char *text);
const char *ilv_code_pages_get_text (IlvCodePages *self);
guint ilv_code_pages_get_n_lines (IlvCodePages *self);

/* How large the text is, a line below the other, in the monospace font of @widget with no line broken;
 * either may be %NULL. */
void ilv_code_pages_measure (IlvCodePages *self, GtkWidget *widget, int *width, int *height);

/* One page: how many times as large the text can be so that it fits into @width × @height, besides
 * @text_x that grows with it. */
double
ilv_code_pages_fit (IlvCodePages *self, GtkWidget *widget, int width, int height, int text_x);

/* As many pages as are needed when lines are broken at @width: one if it is not higher than @height, or
 * else of at most @page_height. */
void ilv_code_pages_break (IlvCodePages *self,
                           GtkWidget *widget,
                           int width,
                           int height,
                           int page_height);

guint ilv_code_pages_get_n_pages (IlvCodePages *self);

/* The first line of a page, the one behind its last, and its height; all may be %NULL. */
void ilv_code_pages_get (IlvCodePages *self, guint page, guint *first, guint *end, int *height);

/* The page that has the line; the last one for lines that are not there. */
guint ilv_code_pages_find (IlvCodePages *self, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvCodePages, ilv_code_pages_free)

G_END_DECLS
