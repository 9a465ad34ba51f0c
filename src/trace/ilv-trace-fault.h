/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many are told; of a file that is broken all over, the others are only counted. */
#define ILV_TRACE_FAULTS_KEPT 100

/**
 * IlvTraceFault:
 * @offset: the byte of the file that it is at, from 0; of a packed file, of what is in it; -1 for
 * no one place
 * @event: the number of the event, from 1, or of the line of a CSV file; 0 for none
 * @message: what is wrong, in words (translated)
 *
 * One fault of a trace file.
 */
typedef struct
{
  gint64 offset;
  guint64 event;
  char *message;
} IlvTraceFault;

/**
 * IlvTraceFaults:
 * @kept: (element-type IlvTraceFault): the first ones, by where they are once they are all known
 * @total: how many there are, also those that are not kept
 *
 * The faults of a file.
 */
typedef struct
{
  GPtrArray *kept;
  guint64 total;
} IlvTraceFaults;

void ilv_trace_faults_init (IlvTraceFaults *self);
void ilv_trace_faults_clear (IlvTraceFaults *self);

void
ilv_trace_faults_add (IlvTraceFaults *self, gint64 offset, guint64 event, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

/* By their place. */
void ilv_trace_faults_sort (IlvTraceFaults *self);

/* (transfer full): the fault as a sentence that begins with the place. */
char *ilv_trace_fault_describe (const IlvTraceFault *self);

G_END_DECLS
