/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IlvNoticeKind:
 * @ILV_NOTICE_RESULT: what a run has shown
 * @ILV_NOTICE_QUESTION: something that the learner is asked
 * @ILV_NOTICE_WARNING: a result that should not be relied upon, or something that went wrong
 */
typedef enum
{
  ILV_NOTICE_RESULT,
  ILV_NOTICE_QUESTION,
  ILV_NOTICE_WARNING,
} IlvNoticeKind;

#define ILV_TYPE_NOTICE (ilv_notice_get_type ())

/**
 * IlvNotice:
 *
 * A tinted card with a text and perhaps a button. Hidden while it has no text.
 */
G_DECLARE_FINAL_TYPE (IlvNotice, ilv_notice, ILV, NOTICE, GtkWidget)

/* @button (nullable): the button's text; it uses the action @action_name. */
GtkWidget *ilv_notice_new (IlvNoticeKind kind, const char *button, const char *action_name);

/* Shows @text, or nothing for %NULL. */
void ilv_notice_set_text (IlvNotice *self, const char *text);
const char *ilv_notice_get_text (IlvNotice *self);

G_END_DECLS
