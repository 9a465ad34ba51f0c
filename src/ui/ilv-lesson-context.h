/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-glossary.h"
#include "ilv-last-runs.h"
#include "ilv-progress.h"
#include "ilv-pythons.h"
#include "ilv-run-store.h"

G_BEGIN_DECLS

/**
 * IlvLessonContext:
 * @lesson: the lesson's id
 * @section: the section's slug
 * @progress: what the learner has done; also keeps the last settings of each comparison
 * @settings: (nullable): the program's settings; %NULL where the schema is not installed
 * @pythons: the Python interpreters of this machine
 * @glossary: (nullable): the terms that texts link to
 * @runs: (nullable): where the last run of each experiment is kept
 * @history: (nullable): where all runs of comparisons are kept
 *
 * What the parts of a lesson's page need to know of the world around them. Borrowed: whoever keeps a
 * member takes a reference or a copy of it.
 */
typedef struct
{
  const char *lesson;
  const char *section;
  IlvProgress *progress;
  GSettings *settings;
  IlvPythons *pythons;
  IlvGlossary *glossary;
  IlvLastRuns *runs;
  IlvRunStore *history;
} IlvLessonContext;

G_END_DECLS
