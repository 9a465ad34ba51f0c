/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-key-file.h"
#include "ilv-lesson.h"

G_BEGIN_DECLS

/* The most that a file of a lesson may hold. */
#define ILV_LESSON_FILE_MAX_BYTES (1024 * 1024)

/* The text of a file of a course: UTF-8, its lines ended by "\n" only. @name is what messages call
 * it. Private to the lesson room. */
char *ilv_lesson_file_load (GFile *file, const char *name, GError **error);

/* (transfer full): the file STEM.LANGUAGE.EXTENSION of @folder in the learner's language, or
 * STEM.EXTENSION, which is in English, where there is none. Only names are looked for, so that
 * languages that are not spoken here cost nothing. */
GFile *ilv_lesson_file_choose (GFile *folder, const char *stem, const char *extension);

/* Whether @name names something right in a folder: no path, and not the folder itself. */
gboolean ilv_lesson_file_is_name (const char *name);

/* Whether this program can read what @group says of its `Format`; else %ILV_LESSON_ERROR_NEWER, or that
 * it is no such number. */
gboolean ilv_lesson_file_check_format (IlvKeyFile *key_file, const char *group, GError **error);

/* Whether @folder is a folder and no link to one: nothing of a lesson lies outside its folder. */
gboolean ilv_lesson_file_check_folder (GFile *folder, const char *name, GError **error);

G_END_DECLS
