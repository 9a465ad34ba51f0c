/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What opening a foreign trace costs: a file of 1 M events in Chrome's trace-event format
 * (bench-calls.h) is written to a temporary folder and read by a
 * process of its own each time: by the importer, as X events, as B and E, and packed; and, to
 * compare, by json-glib, which makes a tree of it. Two speeds are told: of reading
 * all events, and of the whole import, until there is a trace with its lanes, both by the processor
 * time of the process; memory is all that the process ever had. Both have to be: 200 MB/s for
 * reading, and less than the file. */

#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "bench-calls.h"
#include "ilv-trace-import.h"

#define N_EVENTS 1000000
#define N_ROUNDS 5

typedef struct
{
  double seconds;
  double bytes;
  double read_seconds;
} Costs;

/* Shared with the process that reads: when it had read all, in seconds of its processor time. */
static double *read_seconds;

typedef void (*ReadFunc) (const char *path);

static void
pack_file (const char *path, const char *packed_path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) packed = g_file_new_for_path (packed_path);
  g_autoptr (GInputStream) input = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  g_autoptr (GOutputStream) output =
    G_OUTPUT_STREAM (g_file_replace (packed, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
  g_autoptr (GConverter) converter =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (output, converter);

  g_output_stream_splice (stream, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
}

static double
get_processor_seconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* The last time, no more than a window is left. */
static void
note_read (goffset n_read G_GNUC_UNUSED, goffset n_total G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  *read_seconds = get_processor_seconds ();
}

static void
import (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvTraceImport) read = ilv_trace_import_read (file, note_read, NULL, NULL, &error);
  gsize n_spans;

  g_assert_no_error (error);
  g_assert_cmpuint (ilv_trace_import_get_faults (read)->total, ==, 0);
  ilv_trace_get_spans (ilv_trace_import_get_trace (read, 0), &n_spans);
  g_assert_cmpuint (n_spans, >=, N_EVENTS / 2);
}

static void
parse_tree (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_mapped_file (parser, path, &error);
  g_assert_no_error (error);
}

/* In a process of its own, whose costs are the kernel's to say. */
static Costs
measure_once (ReadFunc read_file, const char *path)
{
  struct rusage usage;
  int status;
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      read_file (path);
      _exit (0);
    }
  g_assert_cmpint (wait4 (pid, &status, 0, &usage), ==, pid);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  return (Costs){ (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                    (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
                  (double) usage.ru_maxrss * 1024, *read_seconds };
}

/* The best of several: what else the machine does only adds to it. */
static Costs
measure (ReadFunc read_file, const char *path, guint n_rounds)
{
  Costs best = measure_once (read_file, path);

  for (guint i = 1; i < n_rounds; i++)
    {
      Costs costs = measure_once (read_file, path);

      best.seconds = MIN (best.seconds, costs.seconds);
      best.bytes = MAX (best.bytes, costs.bytes);
      best.read_seconds = MIN (best.read_seconds, costs.read_seconds);
    }
  return best;
}

static double
get_size (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return (double) status.st_size;
}

static void
print_costs (const char *what, Costs costs, double size, Costs tree)
{
  g_print ("%-22s read %.0f MB/s, imported %.0f MB/s, memory %.2f of the file", what,
           size / costs.read_seconds / 1e6, size / costs.seconds / 1e6, costs.bytes / size);
  if (tree.seconds > 0)
    g_print (" (json-glib: %.1f x the time, %.1f x the memory)", tree.seconds / costs.seconds,
             tree.bytes / costs.bytes);
  g_print ("\n");
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ilv-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "trace.json", NULL);
  g_autofree char *packed_path = g_build_filename (folder, "trace.json.gz", NULL);
  Costs complete, nested, packed, tree;
  double size;

  read_seconds =
    mmap (NULL, sizeof *read_seconds, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_assert_true (read_seconds != MAP_FAILED);
  bench_calls_write (path, N_EVENTS, FALSE);
  size = get_size (path);
  g_print ("%u events, %.1f MB\n", N_EVENTS, size / 1e6);
  complete = measure (import, path, N_ROUNDS);
  tree = measure (parse_tree, path, 1);
  print_costs ("X events:", complete, size, tree);
  pack_file (path, packed_path);
  packed = measure (import, packed_path, 2);
  print_costs ("X events, packed:", packed, size, (Costs){ 0 });
  bench_calls_write (path, N_EVENTS, TRUE);
  size = get_size (path);
  nested = measure (import, path, N_ROUNDS);
  print_costs ("B and E events:", nested, size, (Costs){ 0 });
  g_remove (path);
  g_remove (packed_path);
  g_rmdir (folder);
  return 0;
}
