/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-recorder.h"

G_BEGIN_DECLS

#define ILV_PYTHON_MAX_OUTPUT_LINES 2000
#define ILV_PYTHON_MAX_OUTPUT_LINE 2000 /* bytes; longer lines are cut into pieces */

/**
 * IlvPythonOutput:
 *
 * Records what a script prints, a result a line, up to a limit. For one thread.
 */
typedef struct
{
  /*< private >*/
  IlvRecorder *recorder;
  GString *rest;
  guint n_lines;
  guint64 n_left_out; /* bytes */
  char *last;         /* the last line that is not empty */
} IlvPythonOutput;

void ilv_python_output_init (IlvPythonOutput *self, IlvRecorder *recorder);
void ilv_python_output_clear (IlvPythonOutput *self);

/* Reads on: any piece of what was printed. */
void ilv_python_output_add (IlvPythonOutput *self, const char *bytes, gsize length);

/* Records what stands after the last line break, and how much was left out. */
void ilv_python_output_end (IlvPythonOutput *self);

G_END_DECLS
