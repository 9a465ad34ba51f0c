/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-term.h"

G_BEGIN_DECLS

#define ILV_TYPE_GLOSSARY (ilv_glossary_get_type ())

/**
 * IlvGlossary:
 *
 * The words of a course, to which its texts link with `[processor](term:processor)`: a #GListModel
 * of #IlvTerm in the order of the file. Immutable.
 *
 * Its key file, `glossary.ini` beside `course.ini`: a group for each word, whose name is what links
 * say (a to z, digits and hyphens), with `Title`, `Definition` and `Source`. `glossary.de.ini` has
 * the same in German.
 */
G_DECLARE_FINAL_TYPE (IlvGlossary, ilv_glossary, ILV, GLOSSARY, GObject)

/* Reads `glossary.ini` in the folder of a course. Where there is none, there are no words. */
IlvGlossary *ilv_glossary_new_from_folder (GFile *folder, GError **error);

/* (nullable) (transfer none) */
IlvTerm *ilv_glossary_find (IlvGlossary *self, const char *id);

/* (nullable): the id of the word that @uri links to, a part of @uri; %NULL where it is no such
 * link. */
const char *ilv_glossary_parse_link (const char *uri);

G_END_DECLS
