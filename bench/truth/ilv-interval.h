/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvInterval:
 * @from_ns: when it begins
 * @until_ns: when it ends
 *
 * Something that lasted from one moment to another.
 */
typedef struct
{
  gint64 from_ns;
  gint64 until_ns;
} IlvInterval;

#define ILV_NO_PARTNER G_MAXUINT

/* (transfer full): for each of @left the index of the one of @right that is the same by another
 * clock, or %ILV_NO_PARTNER. Each has one partner at most. Only those can be partners that overlap
 * or are at most @tolerance_ns apart, and the pair whose ends differ least is made first: so a long
 * one that lies over many is found to be one of them, and not all. Both are in the order of time,
 * and within each, none overlaps another. */
guint *ilv_intervals_match (const IlvInterval *left,
                            guint n_left,
                            const IlvInterval *right,
                            guint n_right,
                            gint64 tolerance_ns);

G_END_DECLS
