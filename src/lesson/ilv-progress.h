/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_TYPE_PROGRESS (ilv_progress_get_type ())

/**
 * IlvProgress:
 *
 * What the learner has done: sections seen and predictions made, in one key file that is replaced
 * as a whole at each save, so that a crash leaves the old or the new one. A file that cannot be
 * read is set aside under another name and said so, never dropped.
 *
 * Signals: #IlvProgress::changed, #IlvProgress::save-failed. For one thread.
 */
G_DECLARE_FINAL_TYPE (IlvProgress, ilv_progress, ILV, PROGRESS, GObject)

/* (transfer full): $XDG_DATA_HOME/interleave/progress.ini */
GFile *ilv_progress_get_default_file (void);

/* Loads @file, or starts anew where there is none. Never fails; see ilv_progress_get_warning(). */
IlvProgress *ilv_progress_new (GFile *file);

/* (nullable): what went wrong while loading, in words for the learner: that the file was damaged
 * and under which name it was set aside. */
const char *ilv_progress_get_warning (IlvProgress *self);

gboolean ilv_progress_is_section_seen (IlvProgress *self, const char *lesson, const char *section);
void ilv_progress_set_section_seen (IlvProgress *self, const char *lesson, const char *section);

/* How many of the lesson's sections have been seen. */
guint ilv_progress_count_sections_seen (IlvProgress *self, const char *lesson);

/* The learner's answer to a prediction: a predicted end, as share of the time that one processor
 * needs for one task after the other, and the same share as measured (-1 before the run). */
gboolean ilv_progress_get_prediction (IlvProgress *self,
                                      const char *lesson,
                                      const char *prediction,
                                      double *predicted,
                                      double *measured);
void ilv_progress_set_prediction (IlvProgress *self,
                                  const char *lesson,
                                  const char *prediction,
                                  double predicted,
                                  double measured);

/* Whether the learner passed the prediction over. */
gboolean ilv_progress_is_prediction_skipped (IlvProgress *self,
                                             const char *lesson,
                                             const char *prediction);
void ilv_progress_skip_prediction (IlvProgress *self, const char *lesson, const char *prediction);

/* The last settings of a comparison, which its view names and understands: @section is the slug of
 * its section, @key is made of letters, digits and hyphens. (nullable) (transfer full) */
char *ilv_progress_get_setting (IlvProgress *self,
                                const char *lesson,
                                const char *section,
                                const char *key);

/* %NULL forgets it. */
void ilv_progress_set_setting (IlvProgress *self,
                               const char *lesson,
                               const char *section,
                               const char *key,
                               const char *value);

/* Forgets all that the learner has done and set, and remembers it for ilv_progress_undo_reset() as
 * long as the object lives. */
void ilv_progress_reset (IlvProgress *self);

/* Brings back what the last reset took away, and drops what was done since. Returns whether there
 * was anything to undo. */
gboolean ilv_progress_undo_reset (IlvProgress *self);

/* Has the file written atomically in a thread, making its folder if needed, where anything has changed
 * since it was written. What changes until that is done, and is to be saved, is written after it. A failure
 * is said by #IlvProgress::save-failed, and in the log. What was to be saved is written when the object
 * goes, at the latest. */
void ilv_progress_save (IlvProgress *self);

/* The same, but waits for the disk: for the end of the program. */
gboolean ilv_progress_save_now (IlvProgress *self, GError **error);

G_END_DECLS
