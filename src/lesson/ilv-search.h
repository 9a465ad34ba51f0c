/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-course.h"
#include "ilv-search-hit.h"

G_BEGIN_DECLS

#define ILV_SEARCH_MAX_HITS 100

#define ILV_TYPE_SEARCH (ilv_search_get_type ())

/**
 * IlvSearch:
 *
 * What of a course has all the words of a query, whatever their case and accents: a #GListModel of
 * #IlvSearchHit: lessons, then sections, then words of the glossary; of each kind those that have
 * the words in their title first, else in the order of the course. No more than
 * %ILV_SEARCH_MAX_HITS.
 */
G_DECLARE_FINAL_TYPE (IlvSearch, ilv_search, ILV, SEARCH, GObject)

IlvSearch *ilv_search_new (IlvCourse *course);

/* An empty query finds nothing. */
void ilv_search_set_query (IlvSearch *self, const char *query);

G_END_DECLS
