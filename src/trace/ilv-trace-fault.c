/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-fault.h"

#include <glib/gi18n-lib.h>

static void
fault_free (gpointer data)
{
  IlvTraceFault *fault = data;

  g_free (fault->message);
  g_free (fault);
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const IlvTraceFault *left = *(const IlvTraceFault *const *) a;
  const IlvTraceFault *right = *(const IlvTraceFault *const *) b;
  /* Without a place: last. */
  guint64 left_offset = (guint64) left->offset;
  guint64 right_offset = (guint64) right->offset;

  return (left_offset > right_offset) - (left_offset < right_offset);
}

void
ilv_trace_faults_init (IlvTraceFaults *self)
{
  self->kept = g_ptr_array_new_with_free_func (fault_free);
  self->total = 0;
}

void
ilv_trace_faults_clear (IlvTraceFaults *self)
{
  g_clear_pointer (&self->kept, g_ptr_array_unref);
}

/**
 * ilv_trace_faults_add:
 * @self: faults
 * @offset: the byte, or -1
 * @event: the number of the event, or 0
 * @format: what is wrong
 * @...: what @format asks for
 */
void
ilv_trace_faults_add (IlvTraceFaults *self, gint64 offset, guint64 event, const char *format, ...)
{
  IlvTraceFault *fault;
  g_autofree char *message = NULL;
  va_list arguments;

  self->total++;
  if (self->kept->len == ILV_TRACE_FAULTS_KEPT)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fault = g_new0 (IlvTraceFault, 1);
  fault->offset = offset;
  fault->event = event;
  fault->message = g_utf8_make_valid (message, -1);
  g_ptr_array_add (self->kept, fault);
}

void
ilv_trace_faults_sort (IlvTraceFaults *self)
{
  g_ptr_array_sort (self->kept, compare_faults);
}

/**
 * ilv_trace_fault_describe:
 * @self: a fault
 *
 * Returns: (transfer full): where it is, and what
 */
char *
ilv_trace_fault_describe (const IlvTraceFault *self)
{
  if (self->offset < 0)
    return g_strdup (self->message);
  if (self->event == 0)
    /* Translators: where in a file something is wrong, and what. */
    return g_strdup_printf (_ ("byte %lld: %s"), (long long) self->offset, self->message);
  /* Translators: where in a file something is wrong, and what: an event is numbered from 1. */
  return g_strdup_printf (_ ("byte %lld, event %llu: %s"), (long long) self->offset,
                          (unsigned long long) self->event, self->message);
}
