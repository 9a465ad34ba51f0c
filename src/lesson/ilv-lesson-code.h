/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-key-file.h"
#include "ilv-workload.h"

G_BEGIN_DECLS

/**
 * IlvLessonCode:
 * @name: (nullable): the file's name, or the name of a piece of C
 * @text: (nullable): what a runner is given: the text of a Python file; for `gio` the name
 *
 * The code that a side of a comparison or a run of a race executes. Private to the lesson room.
 */
typedef struct
{
  char *name;
  char *text;
} IlvLessonCode;

/* The most threads that a lesson can give a thread pool. */
#define ILV_LESSON_MAX_WORKERS 64

/* Reads the strategy that @key names; leaves @strategy as it is where the key is absent. */
gboolean ilv_lesson_code_load_strategy (IlvKeyFile *key_file,
                                        const char *group,
                                        const char *key,
                                        IlvStrategy *strategy,
                                        GError **error);

void ilv_lesson_code_clear (IlvLessonCode *self);
void ilv_lesson_code_copy (IlvLessonCode *self, const IlvLessonCode *other);

/* Reads the file that @key names, which lies in @folder (nullable: there is none), into an empty
 * @self. The key may be absent, but for a strategy that is nothing without code. */
gboolean ilv_lesson_code_load (IlvLessonCode *self,
                               IlvKeyFile *key_file,
                               const char *group,
                               const char *key,
                               IlvStrategy strategy,
                               GFile *folder,
                               GError **error);

/* Whether @strategy can run what it is given: @code, or else @workload. */
gboolean ilv_lesson_code_check_strategy (const IlvLessonCode *code,
                                         IlvWorkload *workload,
                                         IlvKeyFile *key_file,
                                         const char *group,
                                         const char *key,
                                         IlvStrategy strategy,
                                         GError **error);

G_END_DECLS
