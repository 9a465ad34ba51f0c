/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-progress-writer.h"

#include "ilv-progress-file.h"

typedef struct
{
  guint number;
  char *text;
} Page;

struct _IlvProgressWriter
{
  GObject parent_instance;

  GFile *file;
  guint n_pages; /* of the thread that gives them */

  /* Held while writing. */
  GMutex lock;
  guint newest;
};

G_DEFINE_FINAL_TYPE (IlvProgressWriter, ilv_progress_writer, G_TYPE_OBJECT)

enum
{
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
page_free (Page *page)
{
  g_free (page->text);
  g_free (page);
}

static gboolean
write_page (IlvProgressWriter *self, guint number, const char *text, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  /* A newer one was given in the meantime, and is written already. */
  if (number < self->newest)
    return TRUE;

  self->newest = number;
  return ilv_progress_file_write (self->file, text, error);
}

static void
write_in_thread (GTask *task,
                 gpointer source,
                 gpointer data,
                 GCancellable *cancellable G_GNUC_UNUSED)
{
  Page *page = data;
  GError *error = NULL;

  if (write_page (source, page->number, page->text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_signal_emit (source, signals[WRITTEN], 0, error);
}

static void
ilv_progress_writer_finalize (GObject *object)
{
  IlvProgressWriter *self = ILV_PROGRESS_WRITER (object);

  g_object_unref (self->file);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (ilv_progress_writer_parent_class)->finalize (object);
}

static void
ilv_progress_writer_class_init (IlvProgressWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_progress_writer_finalize;

  /**
   * IlvProgressWriter::written:
   * @error: (nullable): why it could not be written
   *
   * What ilv_progress_writer_start() began has come to its end.
   */
  signals[WRITTEN] = g_signal_new ("written", ILV_TYPE_PROGRESS_WRITER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ilv_progress_writer_init (IlvProgressWriter *self)
{
  g_mutex_init (&self->lock);
}

IlvProgressWriter *
ilv_progress_writer_new (GFile *file)
{
  IlvProgressWriter *self = g_object_new (ILV_TYPE_PROGRESS_WRITER, NULL);

  self->file = g_object_ref (file);
  return self;
}

void
ilv_progress_writer_start (IlvProgressWriter *self, const char *text)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_written, NULL);
  Page *page = g_new (Page, 1);

  *page = (Page){ .number = ++self->n_pages, .text = g_strdup (text) };
  g_task_set_source_tag (task, ilv_progress_writer_start);
  g_task_set_task_data (task, page, (GDestroyNotify) page_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
ilv_progress_writer_write (IlvProgressWriter *self, const char *text, GError **error)
{
  return write_page (self, ++self->n_pages, text, error);
}
