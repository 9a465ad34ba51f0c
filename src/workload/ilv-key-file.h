/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ILV_TYPE_KEY_FILE (ilv_key_file_get_type ())

/**
 * IlvKeyFile:
 *
 * A #GKeyFile that knows where it came from, so that every fault can be named with file, line and
 * key: "lesson.md:12: Steps: …". It may be a part of a larger file, such as a fenced block.
 *
 * Immutable after loading; not for several threads at once.
 */
G_DECLARE_FINAL_TYPE (IlvKeyFile, ilv_key_file, ILV, KEY_FILE, GObject)

/* Loads @text, which stands in the file @file_name from line @first_line (from 1) on. */
IlvKeyFile *ilv_key_file_new_from_text (const char *text,
                                        const char *file_name,
                                        guint first_line,
                                        GError **error);

/* (transfer full): the groups in the order of the file. */
GStrv ilv_key_file_get_groups (IlvKeyFile *self);

/* (transfer full): the keys of a group in the order of the file; empty where there is no such
 * group. */
GStrv ilv_key_file_get_keys (IlvKeyFile *self, const char *group);
gboolean ilv_key_file_has_key (IlvKeyFile *self, const char *group, const char *key);

/* (transfer full) (nullable): the value; %NULL without an error where the key is absent. */
char *ilv_key_file_get_string (IlvKeyFile *self, const char *group, const char *key);

/* (transfer full) (nullable): the value of `KEY[LANGUAGE]` for the first of the learner's languages
 * that has one, otherwise that of `KEY`. */
char *ilv_key_file_get_translated (IlvKeyFile *self, const char *group, const char *key);

/* (transfer full): the value; where it is absent or empty an error is set. */
char *ilv_key_file_require_string (IlvKeyFile *self,
                                   const char *group,
                                   const char *key,
                                   GError **error);

/* The value, or @fallback where the key is absent; an error where it is no whole number from
 * @minimum to @maximum. */
gboolean ilv_key_file_get_int (IlvKeyFile *self,
                               const char *group,
                               const char *key,
                               int minimum,
                               int maximum,
                               int fallback,
                               int *value,
                               GError **error);

/* The same for numbers that need not be whole, such as 0.5. */
gboolean ilv_key_file_get_number (IlvKeyFile *self,
                                  const char *group,
                                  const char *key,
                                  double minimum,
                                  double maximum,
                                  double fallback,
                                  double *value,
                                  GError **error);

/* An error for every group or key that is not in @known: "Group/Key" strings, where a group may end
 * in "*", and "Key[]" stands for the translations of a key, such as "Key[de]". So that a misspelt key is not silently dropped. */
gboolean ilv_key_file_check_known (IlvKeyFile *self, const char *const *known, GError **error);

/* The line of a key, or of the group's header where @key is %NULL, in the whole file. Where there
 * is no such key or group, or @group is %NULL: the first line. */
guint ilv_key_file_get_line (IlvKeyFile *self, const char *group, const char *key);
const char *ilv_key_file_get_file_name (IlvKeyFile *self);

/* Sets %ILV_WORKLOAD_ERROR_SYNTAX with a message that begins with file, line and key: with the
 * group where @key is %NULL, with neither where @group is %NULL too. */
void ilv_key_file_set_error (IlvKeyFile *self,
                             GError **error,
                             const char *group,
                             const char *key,
                             const char *format,
                             ...) G_GNUC_PRINTF (5, 6);

/* The same with %ILV_WORKLOAD_ERROR_MEANING: each part can be read, but they make no sense. */
void ilv_key_file_set_meaning_error (IlvKeyFile *self,
                                     GError **error,
                                     const char *group,
                                     const char *key,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS
