/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How the learner's progress lies on disk. Private to the lesson room. */

#define ILV_PROGRESS_LESSON_PREFIX "Lesson "
#define ILV_PROGRESS_PREDICTION_PREFIX "Prediction "
#define ILV_PROGRESS_SETTINGS_PREFIX "Settings "
#define ILV_PROGRESS_SEEN "Seen"
#define ILV_PROGRESS_PREDICTED "Predicted"
#define ILV_PROGRESS_MEASURED "Measured"
#define ILV_PROGRESS_SKIPPED "Skipped"

/**
 * IlvProgressFileState:
 * @ILV_PROGRESS_FILE_ABSENT: there is none
 * @ILV_PROGRESS_FILE_SOUND: all of it could be read
 * @ILV_PROGRESS_FILE_PARTLY_DAMAGED: all but some values could be read
 * @ILV_PROGRESS_FILE_DAMAGED: there is something, but it cannot be read
 *
 * What loading has found.
 */
typedef enum
{
  ILV_PROGRESS_FILE_ABSENT,
  ILV_PROGRESS_FILE_SOUND,
  ILV_PROGRESS_FILE_PARTLY_DAMAGED,
  ILV_PROGRESS_FILE_DAMAGED,
} IlvProgressFileState;

/* (transfer full): what could be read; each value of ours in it is a good one. */
GKeyFile *ilv_progress_file_load (GFile *file, IlvProgressFileState *state);

/* Brings a damaged file to safety under a name that is free, and hands out its name for people:
 * moves it, or copies it where it is damaged in part. */
char *ilv_progress_file_set_aside (GFile *file, IlvProgressFileState state, GError **error);

/* (transfer full): what the file is to hold. */
char *ilv_progress_file_format (GKeyFile *key_file);

/* Replaces the file as a whole, and makes its folder if needed. Waits for the disk; for any thread. */
gboolean ilv_progress_file_write (GFile *file, const char *text, GError **error);

G_END_DECLS
