/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-figures.h"
#include "ilv-trace-import.h"

G_BEGIN_DECLS

/**
 * IlvTraceStrand:
 * @trace: what is drawn
 * @side: the side's name in the file, or another one by which it is told from the others there
 * @name: the side's name in the file and, if it is known, what ran; of a file without sides, that another
 *   program wrote it (translated)
 * @facts: how much there is and how long it took, in words (translated)
 * @has_figures: whether it is known what the figures mean: of our own runs only
 * @figures: they, if so
 * @sentence: what happened, in words (translated)
 *
 * One trace of a file with all that is said of it.
 */
typedef struct
{
  IlvTrace *trace;
  char *side;
  char *name;
  char *facts;
  gboolean has_figures;
  IlvFigures figures;
  char *sentence;
} IlvTraceStrand;

/**
 * IlvTraceLoaderState:
 * @ILV_TRACE_LOADER_READING: the file is being read
 * @ILV_TRACE_LOADER_READ: what could be read is there, with its faults
 * @ILV_TRACE_LOADER_FAILED: there is nothing; the error says why
 */
typedef enum
{
  ILV_TRACE_LOADER_READING,
  ILV_TRACE_LOADER_READ,
  ILV_TRACE_LOADER_FAILED,
} IlvTraceLoaderState;

#define ILV_TYPE_TRACE_LOADER (ilv_trace_loader_get_type ())

/**
 * IlvTraceLoader:
 *
 * Reads a trace file in a thread, and computes there what is to be said of it, so that the window never
 * waits for either.
 *
 * Signals: #IlvTraceLoader::changed, of state or progress. For the main thread.
 */
G_DECLARE_FINAL_TYPE (IlvTraceLoader, ilv_trace_loader, ILV, TRACE_LOADER, GObject)

/* Begins to read. */
IlvTraceLoader *ilv_trace_loader_new (GFile *file);

/* Reads the file anew. */
void ilv_trace_loader_restart (IlvTraceLoader *self);

/* Ends the reading at once, with %G_IO_ERROR_CANCELLED; does nothing when it is over. */
void ilv_trace_loader_cancel (IlvTraceLoader *self);

GFile *ilv_trace_loader_get_file (IlvTraceLoader *self);

/* What the file is called. */
const char *ilv_trace_loader_get_title (IlvTraceLoader *self);
IlvTraceLoaderState ilv_trace_loader_get_state (IlvTraceLoader *self);

/* How much was read, 0 to 1; -1 where that cannot be known. */
double ilv_trace_loader_get_fraction (IlvTraceLoader *self);

/* (nullable) (transfer none): once it is read */
IlvTraceImport *ilv_trace_loader_get_import (IlvTraceLoader *self);

/* (transfer none) (element-type IlvTraceStrand): empty until it is read */
GPtrArray *ilv_trace_loader_get_strands (IlvTraceLoader *self);

/* (nullable) (transfer none): why there is nothing */
const GError *ilv_trace_loader_get_error (IlvTraceLoader *self);

G_END_DECLS
