/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "ilv-comparison.h"
#include "ilv-lesson-context.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPARISON_STORE (ilv_comparison_store_get_type ())

/**
 * IlvComparisonStore:
 *
 * What is kept of a comparison in the learner's progress: its settings, and the code that was edited.
 * Where there is no progress, nothing is kept.
 */
G_DECLARE_FINAL_TYPE (IlvComparisonStore, ilv_comparison_store, ILV, COMPARISON_STORE, GObject)

/* @context: (nullable). */
IlvComparisonStore *ilv_comparison_store_new (IlvComparison *comparison,
                                              const IlvLessonContext *context);

/* (transfer full) (nullable): a dictionary; %NULL where none was kept or it cannot be read. */
GVariant *ilv_comparison_store_get_settings (IlvComparisonStore *self);

/* @settings: (nullable): %NULL forgets them. */
void ilv_comparison_store_set_settings (IlvComparisonStore *self, GVariant *settings);

/* (transfer full) (nullable): what was made of the code that @key names, see #IlvSideCode. */
char *ilv_comparison_store_get_code (IlvComparisonStore *self, const char *key);

/* @text: (nullable): %NULL forgets it. */
void ilv_comparison_store_set_code (IlvComparisonStore *self, const char *key, const char *text);

/* Writes it down now; says so in the log if that fails. */
void ilv_comparison_store_save (IlvComparisonStore *self);

G_END_DECLS
