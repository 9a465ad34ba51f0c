/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-block.h"

G_BEGIN_DECLS

#define ILV_TYPE_SECTION (ilv_section_get_type ())

/**
 * IlvSection:
 *
 * A page that the learner clicks through and a slide for the teacher. Immutable.
 */
G_DECLARE_FINAL_TYPE (IlvSection, ilv_section, ILV, SECTION, GObject)

/* @slug: (nullable); @blocks: (element-type IlvBlock) (transfer full); @notes: (nullable). Without a
 * slug it is made from the title: its letters and digits in lower case, all else as single
 * hyphens. */
IlvSection *ilv_section_new (const char *title,
                             const char *slug,
                             GPtrArray *blocks,
                             const char *notes);

/* Whether @slug is one that a title could make. */
gboolean ilv_section_is_slug (const char *slug);

const char *ilv_section_get_title (IlvSection *self);

/* What names the section in progress, runs and commands: the same in all languages of a lesson. */
const char *ilv_section_get_slug (IlvSection *self);
guint ilv_section_get_n_blocks (IlvSection *self);
IlvBlock *ilv_section_get_block (IlvSection *self, guint index);

/* (nullable): the presenter's notes, as plain text. */
const char *ilv_section_get_notes (IlvSection *self);

/* (nullable): the first comparison of the section. */
IlvComparison *ilv_section_get_comparison (IlvSection *self);

/* (nullable): the first race of the section. */
IlvRace *ilv_section_get_race (IlvSection *self);

G_END_DECLS
