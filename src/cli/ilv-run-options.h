/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-command.h"
#include "ilv-lane-index.h"
#include "ilv-lesson-server.h"
#include "ilv-strategy.h"
#include "ilv-trace.h"
#include "ilv-world.h"

G_BEGIN_DECLS

/* So many times a comparison can be run in a row. */
#define ILV_RUN_OPTIONS_MAX_REPEAT 1000

/**
 * IlvRunFormat:
 * @ILV_RUN_FORMAT_TEXT: timelines, figures and sentences for a person
 * @ILV_RUN_FORMAT_JSON: Chrome's trace-event format
 * @ILV_RUN_FORMAT_CSV: a line a span
 * @ILV_RUN_FORMAT_SVG: a picture
 * @ILV_RUN_FORMAT_PNG: the same picture in pixels
 *
 * What `interleave run` writes.
 */
typedef enum
{
  ILV_RUN_FORMAT_TEXT,
  ILV_RUN_FORMAT_JSON,
  ILV_RUN_FORMAT_CSV,
  ILV_RUN_FORMAT_SVG,
  ILV_RUN_FORMAT_PNG,
} IlvRunFormat;

/**
 * IlvRunOptions:
 * @place: what names the lesson and perhaps a section, see #IlvCommandPlace
 * @left: (nullable): the strategy of the left side, or %NULL for the lesson's
 * @right: (nullable): the same of the right side
 * @processors: how many processors, or 0 for the lesson's number
 * @workers: how many threads a thread pool has, or 0 for the lesson's number
 * @slice_ns: the time slice, or 0 for the lesson's
 * @latency_ns: how long the server takes to answer, or -1 as the lesson says
 * @jitter_ns: how much more or less at random, or -1 as the lesson says
 * @failure_rate: the share of requests that fail, or -1 as the lesson says
 * @rate_limit: the most requests a second, or -1 as the lesson says
 * @broken: whether to run what the lesson says is broken
 * @trusts_code: whether Python of a lesson pack may run
 * @answer: (nullable): what every question is answered with
 * @repeat: how many times a comparison is run, or 0 for once
 * @tasks: how many tasks, or 0 for the lesson's number
 * @work_ns: the work of each task, or 0 for the lesson's
 * @grouping: what a lane is
 * @format: what to write
 * @from_ns: the first moment of a picture
 * @to_ns: the last moment of a picture, or 0 for all
 * @width: columns of the text, or 0 for the terminal's
 *
 * The arguments of `interleave run`, each checked by itself.
 */
typedef struct
{
  char *place;
  IlvStrategy *left;
  IlvStrategy *right;
  guint processors;
  guint workers;
  gint64 slice_ns;
  gint64 latency_ns;
  gint64 jitter_ns;
  double failure_rate;
  gint64 rate_limit;
  gboolean broken;
  gboolean trusts_code;
  char *answer;
  guint repeat;
  guint tasks;
  gint64 work_ns;
  IlvGrouping grouping;
  IlvRunFormat format;
  gint64 from_ns;
  gint64 to_ns;
  guint width;
} IlvRunOptions;

/* All as the lesson says. */
void ilv_run_options_init (IlvRunOptions *self);

/* FALSE if there is nothing to run: the help was asked for and given, or something is wrong and was
 * said; @status is then the exit status. Clear @self in any case. */
gboolean ilv_run_options_parse (IlvRunOptions *self,
                                const IlvCommand *command,
                                char **arguments,
                                int *status);
void ilv_run_options_clear (IlvRunOptions *self);

/* Sets @world up as was asked for, and where nothing was, as the lesson says. */
void ilv_run_options_set_up_world (const IlvRunOptions *self,
                                   const IlvLessonServer *lessons,
                                   IlvWorld *world);

/* Writes the traces to standard output in the format that was asked for, which is not text. FALSE as
 * ilv_output_write().
 * @names: (nullable): see ilv_trace_file_to_json(). */
gboolean ilv_run_options_write_traces (const IlvRunOptions *self,
                                       IlvTrace *const *sides,
                                       const char *const *names,
                                       guint n_sides);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IlvRunOptions, ilv_run_options_clear)

G_END_DECLS
