/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-document.h"

#include <glib/gi18n-lib.h>

struct _IlvTraceDocument
{
  GObject parent_instance;

  guint id;
  char *title;
  GPtrArray *loaders;
  guint revision;
};

G_DEFINE_FINAL_TYPE (IlvTraceDocument, ilv_trace_document, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static IlvTraceLoader *
get_loader (IlvTraceDocument *self, guint index)
{
  return g_ptr_array_index (self->loaders, index);
}

static void
tell (IlvTraceDocument *self)
{
  self->revision++;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_changed (IlvTraceDocument *self, IlvTraceLoader *loader)
{
  if (ilv_trace_loader_get_state (loader) != ILV_TRACE_LOADER_READING)
    tell (self);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
update_title (IlvTraceDocument *self)
{
  const char *first = ilv_trace_loader_get_title (get_loader (self, 0));

  g_free (self->title);
  if (self->loaders->len == 1)
    self->title = g_strdup (first);
  else
    self->title = g_strdup_printf ("%s · %s", first, ilv_trace_loader_get_title (get_loader (self, 1)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
add_file (IlvTraceDocument *self, GFile *file)
{
  IlvTraceLoader *loader = ilv_trace_loader_new (file);

  g_signal_connect_object (loader, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->loaders, loader);
  update_title (self);
}

/* (nullable): the file that a strand is of, whose number in it @index becomes. */
static IlvTraceLoader *
find_loader (IlvTraceDocument *self, guint *index)
{
  for (guint i = 0; i < self->loaders->len; i++)
    {
      guint n_strands = ilv_trace_loader_get_strands (get_loader (self, i))->len;

      if (*index < n_strands)
        return get_loader (self, i);
      *index -= n_strands;
    }
  return NULL;
}

static void
ilv_trace_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, ILV_TRACE_DOCUMENT (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_trace_document_dispose (GObject *object)
{
  IlvTraceDocument *self = ILV_TRACE_DOCUMENT (object);

  /* A thread that reads has the loader too. */
  for (guint i = 0; self->loaders != NULL && i < self->loaders->len; i++)
    {
      g_signal_handlers_disconnect_by_data (get_loader (self, i), self);
      ilv_trace_loader_cancel (get_loader (self, i));
    }
  g_clear_pointer (&self->loaders, g_ptr_array_unref);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (ilv_trace_document_parent_class)->dispose (object);
}

static void
ilv_trace_document_class_init (IlvTraceDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ilv_trace_document_get_property;
  object_class->dispose = ilv_trace_document_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * IlvTraceDocument::changed:
   *
   * More was read, or there is another file, or one less.
   */
  signals[CHANGED] = g_signal_new ("changed", ILV_TYPE_TRACE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
ilv_trace_document_init (IlvTraceDocument *self)
{
  static guint last_id;

  self->id = ++last_id;
  self->revision = 1;
  self->loaders = g_ptr_array_new_with_free_func (g_object_unref);
}

IlvTraceDocument *
ilv_trace_document_new (GFile *first, GFile *second)
{
  IlvTraceDocument *self;

  g_return_val_if_fail (G_IS_FILE (first), NULL);
  g_return_val_if_fail (second == NULL || G_IS_FILE (second), NULL);

  self = g_object_new (ILV_TYPE_TRACE_DOCUMENT, NULL);
  add_file (self, first);
  if (second != NULL)
    add_file (self, second);
  return self;
}

guint
ilv_trace_document_get_id (IlvTraceDocument *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), 0);

  return self->id;
}

const char *
ilv_trace_document_get_title (IlvTraceDocument *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), NULL);

  return self->title;
}

gboolean
ilv_trace_document_is_of (IlvTraceDocument *self, GFile *file)
{
  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), FALSE);

  return self->loaders->len == 1 && g_file_equal (ilv_trace_loader_get_file (get_loader (self, 0)), file);
}

void
ilv_trace_document_add (IlvTraceDocument *self, GFile *file)
{
  g_return_if_fail (ILV_IS_TRACE_DOCUMENT (self));
  g_return_if_fail (self->loaders->len < ILV_TRACE_DOCUMENT_MAX_FILES);

  add_file (self, file);
  tell (self);
}

guint
ilv_trace_document_get_n_files (IlvTraceDocument *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), 0);

  return self->loaders->len;
}

void
ilv_trace_document_cancel (IlvTraceDocument *self)
{
  IlvTraceLoader *last;

  g_return_if_fail (ILV_IS_TRACE_DOCUMENT (self));

  last = get_loader (self, self->loaders->len - 1);
  if (self->loaders->len > 1 && ilv_trace_document_get_n_strands (self) > 0
      && ilv_trace_loader_get_state (last) == ILV_TRACE_LOADER_READING)
    {
      g_signal_handlers_disconnect_by_data (last, self);
      ilv_trace_loader_cancel (last);
      g_ptr_array_set_size (self->loaders, (int) self->loaders->len - 1);
      update_title (self);
      tell (self);
      return;
    }
  for (guint i = 0; i < self->loaders->len; i++)
    ilv_trace_loader_cancel (get_loader (self, i));
}

void
ilv_trace_document_reload (IlvTraceDocument *self)
{
  g_return_if_fail (ILV_IS_TRACE_DOCUMENT (self));

  for (guint i = 0; i < self->loaders->len; i++)
    ilv_trace_loader_restart (get_loader (self, i));
}

gboolean
ilv_trace_document_is_reading (IlvTraceDocument *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), FALSE);

  for (guint i = 0; i < self->loaders->len; i++)
    if (ilv_trace_loader_get_state (get_loader (self, i)) == ILV_TRACE_LOADER_READING)
      return TRUE;
  return FALSE;
}

double
ilv_trace_document_get_fraction (IlvTraceDocument *self)
{
  double sum = 0;

  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), 0);

  for (guint i = 0; i < self->loaders->len; i++)
    {
      gboolean is_over = ilv_trace_loader_get_state (get_loader (self, i)) != ILV_TRACE_LOADER_READING;
      double fraction = is_over ? 1 : ilv_trace_loader_get_fraction (get_loader (self, i));

      if (fraction < 0)
        return -1;
      sum += fraction;
    }
  return sum / self->loaders->len;
}

guint
ilv_trace_document_get_n_strands (IlvTraceDocument *self)
{
  guint n = 0;

  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), 0);

  for (guint i = 0; i < self->loaders->len; i++)
    n += ilv_trace_loader_get_strands (get_loader (self, i))->len;
  return n;
}

const IlvTraceStrand *
ilv_trace_document_get_strand (IlvTraceDocument *self, guint index)
{
  IlvTraceLoader *loader;

  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), NULL);

  loader = find_loader (self, &index);
  return loader != NULL ? g_ptr_array_index (ilv_trace_loader_get_strands (loader), index) : NULL;
}

char *
ilv_trace_document_name_strand (IlvTraceDocument *self, guint index)
{
  const IlvTraceStrand *strand = ilv_trace_document_get_strand (self, index);
  IlvTraceLoader *loader = find_loader (self, &index);

  g_return_val_if_fail (loader != NULL, NULL);

  if (self->loaders->len == 1)
    return g_strdup (strand->name);
  return g_strdup_printf ("%s · %s", ilv_trace_loader_get_title (loader), strand->name);
}

int
ilv_trace_document_find_default (IlvTraceDocument *self, guint side)
{
  guint n_strands = ilv_trace_document_get_n_strands (self);
  guint index = side;

  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), -1);

  /* Each file has a side, if there is something of both. */
  if (side == 1 && self->loaders->len > 1)
    {
      guint n_first = ilv_trace_loader_get_strands (get_loader (self, 0))->len;

      if (n_first > 0 && n_first < n_strands)
        index = n_first;
    }
  return index < n_strands ? (int) index : -1;
}

guint
ilv_trace_document_get_revision (IlvTraceDocument *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), 0);

  return self->revision;
}

/* Where there are two files, with the name of this one. */
static void
append_line (IlvTraceDocument *self, GString *lines, IlvTraceLoader *loader, const char *fault)
{
  g_autofree char *named = NULL;

  if (self->loaders->len > 1)
    /* Translators: the name of a file, and what is wrong with it. */
    named = g_strdup_printf (C_ ("file", "%s: %s"), ilv_trace_loader_get_title (loader), fault);
  g_string_append_printf (lines, "%s\n", named != NULL ? named : fault);
}

static guint64
append_faults (IlvTraceDocument *self, GString *lines, IlvTraceLoader *loader)
{
  IlvTraceImport *import = ilv_trace_loader_get_import (loader);
  const IlvTraceFaults *faults = import != NULL ? ilv_trace_import_get_faults (import) : NULL;
  guint64 n_more;

  if (faults == NULL)
    return 0;
  for (guint i = 0; i < faults->kept->len; i++)
    {
      g_autofree char *fault = ilv_trace_fault_describe (g_ptr_array_index (faults->kept, i));

      append_line (self, lines, loader, g_strdelimit (fault, "\n", ' '));
    }
  n_more = faults->total - faults->kept->len;
  if (n_more > 0)
    {
      /* Translators: of faults of a file, below those that are listed. */
      const char *format = ngettext ("and %llu more", "and %llu more", n_more);
      g_autofree char *more = g_strdup_printf (format, (unsigned long long) n_more);

      append_line (self, lines, loader, more);
    }
  return faults->total;
}

/* That one of two files cannot be read is something that is wrong with what is shown. */
static guint64
append_error (IlvTraceDocument *self, GString *lines, IlvTraceLoader *loader)
{
  const GError *error = ilv_trace_loader_get_error (loader);
  g_autofree char *line = NULL;

  if (error == NULL || ilv_trace_document_get_n_strands (self) == 0)
    return 0;
  line = g_strdup_printf (_ ("%s cannot be opened: %s"), ilv_trace_loader_get_title (loader), error->message);
  g_string_append_printf (lines, "%s\n", line);
  return 1;
}

char *
ilv_trace_document_describe_faults (IlvTraceDocument *self, guint64 *n_faults)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), NULL);

  *n_faults = 0;
  for (guint i = 0; i < self->loaders->len; i++)
    {
      IlvTraceLoader *loader = get_loader (self, i);

      *n_faults += append_faults (self, lines, loader) + append_error (self, lines, loader);
    }
  if (lines->len == 0)
    return NULL;
  g_string_truncate (lines, lines->len - 1);
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

void
ilv_trace_document_count_events (IlvTraceDocument *self, guint64 *n_events, guint64 *n_passed_over)
{
  g_return_if_fail (ILV_IS_TRACE_DOCUMENT (self));

  *n_events = *n_passed_over = 0;
  for (guint i = 0; i < self->loaders->len; i++)
    {
      IlvTraceImport *import = ilv_trace_loader_get_import (get_loader (self, i));

      if (import == NULL)
        continue;
      *n_events += ilv_trace_import_get_n_events (import);
      *n_passed_over += ilv_trace_import_get_n_passed_over (import);
    }
}

const GError *
ilv_trace_document_get_error (IlvTraceDocument *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (self), NULL);

  for (guint i = 0; i < self->loaders->len; i++)
    if (ilv_trace_loader_get_error (get_loader (self, i)) != NULL)
      return ilv_trace_loader_get_error (get_loader (self, i));
  return NULL;
}
