/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-kernel-tracer.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ilv-kernel-decoder.h"

#define INSTANCES "/sys/kernel/tracing/instances"
#define PREFIX "interleave-truth-"

/* For each processor: about 200,000 switches. Those of other programs' threads are recorded, too:
 * they tell where the record has holes. */
#define BUFFER_KB "16384"
#define MAX_PAGE 65536

struct _IlvKernelTracer
{
  char *folder;
  IlvKernelDecoder *decoder;
};

static const char *const event_names[ILV_N_KERNEL_EVENT_KINDS] = {
  [ILV_KERNEL_SWITCH] = "sched_switch",
  [ILV_KERNEL_WAKING] = "sched_waking",
};

static gboolean
fail (GError **error, const char *what, const char *path)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "Cannot %s %s: %s", what, path,
               g_strerror (code));
  return FALSE;
}

static gboolean
write_setting (IlvKernelTracer *self, const char *name, const char *value, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  int fd = open (path, O_WRONLY | O_TRUNC | O_CLOEXEC);
  gboolean is_written;

  if (fd < 0)
    return fail (error, "open", path);
  is_written =
    write (fd, value, strlen (value)) == (gssize) strlen (value) || fail (error, "write to", path);
  close (fd);
  return is_written;
}

/* Whoever was killed could not clean up. */
static void
remove_left_behind (void)
{
  g_autoptr (GDir) folder = g_dir_open (INSTANCES, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (INSTANCES, name, NULL);
      int pid = g_str_has_prefix (name, PREFIX) ? atoi (name + strlen (PREFIX)) : 0;

      if (pid > 0 && kill (pid, 0) < 0 && errno == ESRCH)
        g_rmdir (path);
    }
}

static gboolean
learn_formats (IlvKernelTracer *self, GError **error)
{
  for (guint kind = 0; kind < ILV_N_KERNEL_EVENT_KINDS; kind++)
    {
      g_autofree char *path =
        g_build_filename (self->folder, "events/sched", event_names[kind], "format", NULL);
      g_autofree char *format = NULL;

      if (!g_file_get_contents (path, &format, NULL, error) ||
          !ilv_kernel_decoder_add_format (self->decoder, kind, format, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
enable_events (IlvKernelTracer *self, GError **error)
{
  for (guint kind = 0; kind < ILV_N_KERNEL_EVENT_KINDS; kind++)
    {
      g_autofree char *name = g_build_filename ("events/sched", event_names[kind], "enable", NULL);

      if (!write_setting (self, name, "1", error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_up (IlvKernelTracer *self, GError **error)
{
  return write_setting (self, "tracing_on", "0", error) &&
         write_setting (self, "trace_clock", "mono", error) &&
         write_setting (self, "buffer_size_kb", BUFFER_KB, error) && learn_formats (self, error) &&
         enable_events (self, error);
}

/* A number that the kernel tells of a processor's buffer, such as "overrun: 0". */
static guint64
find_statistic (const char *statistics, const char *name)
{
  g_autofree char *line = g_strdup_printf ("\n%s: ", name);
  const char *found = strstr (statistics, line);

  return found != NULL ? strtoull (found + strlen (line), NULL, 10) : 0;
}

static gboolean
check_lost (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "stats", NULL);
  g_autofree char *statistics = NULL;
  guint64 n_lost;

  if (!g_file_get_contents (path, &statistics, NULL, error))
    return FALSE;
  n_lost = find_statistic (statistics, "overrun") + find_statistic (statistics, "commit overrun") +
           find_statistic (statistics, "dropped events");
  if (n_lost == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
               "The kernel lost %" G_GUINT64_FORMAT " entries of its record", n_lost);
  return FALSE;
}

static gboolean
read_pages (IlvKernelTracer *self, gint processor, int fd, GArray *events, GError **error)
{
  g_autofree guint8 *page = g_malloc (MAX_PAGE);
  gboolean has_lost = FALSE;
  gssize size;

  while ((size = read (fd, page, MAX_PAGE)) > 0)
    if (!ilv_kernel_decoder_read_page (self->decoder, processor, page, size, events, &has_lost,
                                       error))
      return FALSE;
  if (size < 0 && errno != EAGAIN)
    return fail (error, "read", "trace_pipe_raw");
  if (has_lost)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                         "The kernel lost entries of its record");
  return !has_lost;
}

static gboolean
read_processor (
  IlvKernelTracer *self, const char *folder, gint processor, GArray *events, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "trace_pipe_raw", NULL);
  gboolean is_read;
  int fd;

  if (!check_lost (folder, error))
    return FALSE;
  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0)
    return fail (error, "open", path);
  is_read = read_pages (self, processor, fd, events, error);
  close (fd);
  return is_read;
}

static gboolean
read_all (IlvKernelTracer *self, GArray *events, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "per_cpu", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  const char *name;

  if (folder == NULL)
    return FALSE;
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *processor_folder = g_build_filename (path, name, NULL);

      if (g_str_has_prefix (name, "cpu") &&
          !read_processor (self, processor_folder, atoi (name + strlen ("cpu")), events, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const IlvKernelEvent *left = a;
  const IlvKernelEvent *right = b;

  return (left->time_ns > right->time_ns) - (left->time_ns < right->time_ns);
}

IlvKernelTracer *
ilv_kernel_tracer_new (GError **error)
{
  g_autoptr (IlvKernelTracer) self = g_new0 (IlvKernelTracer, 1);

  if (sizeof (long) != 8)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           "Only the record of a 64-bit kernel can be read");
      return NULL;
    }
  self->decoder = ilv_kernel_decoder_new ();
  remove_left_behind ();
  self->folder = g_strdup_printf (INSTANCES "/" PREFIX "%d", (int) getpid ());
  if (g_mkdir (self->folder, 0700) < 0)
    {
      fail (error, "make", self->folder);
      g_clear_pointer (&self->folder, g_free);
      return NULL;
    }
  return set_up (self, error) ? g_steal_pointer (&self) : NULL;
}

void
ilv_kernel_tracer_free (IlvKernelTracer *self)
{
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->folder);
  g_clear_pointer (&self->decoder, ilv_kernel_decoder_free);
  g_free (self);
}

gboolean
ilv_kernel_tracer_start (IlvKernelTracer *self, GError **error)
{
  return write_setting (self, "tracing_on", "0", error) &&
         write_setting (self, "trace", "\n", error) &&
         write_setting (self, "tracing_on", "1", error);
}

GArray *
ilv_kernel_tracer_stop (IlvKernelTracer *self, GError **error)
{
  g_autoptr (GArray) events = g_array_new (FALSE, TRUE, sizeof (IlvKernelEvent));

  if (!write_setting (self, "tracing_on", "0", error) || !read_all (self, events, error))
    return NULL;
  g_array_sort (events, compare_events);
  return g_steal_pointer (&events);
}
