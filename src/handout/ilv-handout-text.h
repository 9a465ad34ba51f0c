/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-style.h"

G_BEGIN_DECLS

/**
 * IlvHandoutLink:
 * @start: where its text begins, in bytes
 * @end: the byte behind it
 * @address: where it leads
 *
 * A link to the web in a text.
 */
typedef struct
{
  guint start;
  guint end;
  char *address;
} IlvHandoutLink;

/**
 * IlvHandoutText:
 * @layout: the text, ready to be drawn
 * @links: (element-type IlvHandoutLink): in the order of the text
 *
 * A text of a handout. Reference counted, not atomically.
 */
typedef struct
{
  /*< private >*/
  grefcount ref_count;

  /*< public >*/
  PangoLayout *layout;
  GPtrArray *links;
} IlvHandoutText;

/* @text as it stands, in one @ink. */
IlvHandoutText *ilv_handout_text_new (
  PangoContext *context, IlvHandoutFont font, IlvHandoutInk ink, double width, const char *text);

/* @markup: of a block, see ilv_block_get_markup(). Links to the web get the number under which
 * their address stands in @addresses (element-type utf8), to which it is added unless it is there;
 * other links are text. */
IlvHandoutText *ilv_handout_text_new_from_markup (PangoContext *context,
                                                  IlvHandoutFont font,
                                                  IlvHandoutInk ink,
                                                  double width,
                                                  const char *markup,
                                                  GPtrArray *addresses);

IlvHandoutText *ilv_handout_text_ref (IlvHandoutText *self);
void ilv_handout_text_unref (IlvHandoutText *self);

/* How high it is, in points. */
double ilv_handout_text_get_height (IlvHandoutText *self);

/* Whether it is written from right to left. */
gboolean ilv_handout_text_is_rtl (IlvHandoutText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvHandoutText, ilv_handout_text_unref)

G_END_DECLS
