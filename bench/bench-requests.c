/* SPDX-License-Identifier: GPL-3.0-or-later */

/* N requests at once with 100 ms of latency, against 1.25 × the latency + 0.25 ms × N, and against
 * Python's aiohttp where it is found: both talk, in turn, to the same server, which is a process of its
 * own. Medians of several rounds. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "ilv-web-client.h"
#include "ilv-web-server.h"

#define ROUNDS 7
#define LATENCY_MS 100
#define ANSWER_LIMIT_NS (G_GINT64_CONSTANT (30) * 1000000000)

static const guint numbers[] = { 20, 100, 1000 };

typedef struct
{
  double wall_ms;
  double cpu_ms;
} Cost;

typedef struct
{
  GSubprocess *process;
  GDataInputStream *answers;
  GOutputStream *orders;
} Peer;

static double
get_cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

static void
on_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = ilv_web_client_get_finish (ILV_WEB_CLIENT (source), result, &error);
  guint *n_left = user_data;

  if (name == NULL)
    g_error ("%s", error->message);
  --*n_left;
}

static Cost
measure_ours (const char *address, guint n)
{
  g_autoptr (IlvWebClient) client = NULL;
  double begin_cpu_ms = get_cpu_ms ();
  gint64 begin_us = g_get_monotonic_time ();
  guint n_left = n;

  client = ilv_web_client_new (address, ANSWER_LIMIT_NS);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/api/v2/pokemon/%u", i % 1025 + 1);

      ilv_web_client_get_async (client, path, NULL, on_got, &n_left);
    }
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  return (Cost) { (g_get_monotonic_time () - begin_us) / 1000.0, get_cpu_ms () - begin_cpu_ms };
}

static gboolean
start_peer (Peer *peer, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;

  peer->process = g_subprocess_newv (
    arguments, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  if (peer->process == NULL)
    {
      g_printerr ("%s: %s\n", arguments[0], error->message);
      return FALSE;
    }
  peer->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (peer->process));
  peer->orders = g_subprocess_get_stdin_pipe (peer->process);
  return TRUE;
}

/* What ends its input ends it. */
static void
stop_peer (Peer *peer)
{
  g_output_stream_close (peer->orders, NULL, NULL);
  g_subprocess_wait (peer->process, NULL, NULL);
  g_object_unref (peer->answers);
  g_object_unref (peer->process);
}

static gboolean
measure_peer (Peer *peer, guint n, Cost *cost)
{
  g_autofree char *order = g_strdup_printf ("%u\n", n);
  g_autofree char *answer = NULL;
  guint wall_us;
  guint cpu_us;

  if (!g_output_stream_write_all (peer->orders, order, strlen (order), NULL, NULL, NULL))
    return FALSE;
  answer = g_data_input_stream_read_line (peer->answers, NULL, NULL, NULL);
  if (answer == NULL || sscanf (answer, "%u %u", &wall_us, &cpu_us) != 2)
    return FALSE;
  *cost = (Cost) { wall_us / 1000.0, cpu_us / 1000.0 };
  return TRUE;
}

static int
compare_doubles (const void *a, const void *b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static Cost
find_median (const Cost *costs)
{
  double walls[ROUNDS];
  double cpus[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      walls[i] = costs[i].wall_ms;
      cpus[i] = costs[i].cpu_ms;
    }
  qsort (walls, ROUNDS, sizeof *walls, compare_doubles);
  qsort (cpus, ROUNDS, sizeof *cpus, compare_doubles);
  return (Cost) { walls[ROUNDS / 2], cpus[ROUNDS / 2] };
}

static void
compare (const char *address, Peer *python, guint n)
{
  double limit_ms = 1.25 * LATENCY_MS + 0.25 * n;
  gboolean has_peer = python != NULL;
  Cost ours[ROUNDS];
  Cost theirs[ROUNDS];
  Cost our_median;
  Cost their_median;

  for (guint i = 0; i < ROUNDS; i++)
    {
      ours[i] = measure_ours (address, n);
      has_peer = has_peer && measure_peer (python, n, &theirs[i]);
    }
  our_median = find_median (ours);
  g_print ("%4u at once: %6.1f ms wall, %6.1f ms CPU; ratio to the limit of %.0f ms: %.2f\n", n,
           our_median.wall_ms, our_median.cpu_ms, limit_ms, our_median.wall_ms / limit_ms);
  if (!has_peer)
    return;
  their_median = find_median (theirs);
  g_print ("     aiohttp: %6.1f ms wall, %6.1f ms CPU; ratios ours to it: wall %.2f, CPU %.2f\n",
           their_median.wall_ms, their_median.cpu_ms, our_median.wall_ms / their_median.wall_ms,
           our_median.cpu_ms / their_median.cpu_ms);
}

/* Until the end of the input. */
static int
serve (void)
{
  IlvServerSettings settings = { .latency_ns = LATENCY_MS * G_GINT64_CONSTANT (1000000) };
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvWebServer) server = ilv_web_server_new (&error);

  if (server == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  ilv_web_server_set_settings (server, &settings);
  printf ("%s\n", ilv_web_server_get_address (server));
  fflush (stdout);
  while (getchar () != EOF)
    ;
  return 0;
}

static gboolean
has_aiohttp (const char *python)
{
  const char *const arguments[] = { python, "-c", "import aiohttp", NULL };
  g_autoptr (GSubprocess) process
    = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);

  return process != NULL && g_subprocess_wait_check (process, NULL, NULL);
}

int
main (int argc, char **argv)
{
  const char *const server_arguments[] = { argv[0], "--serve", NULL };
  const char *python = g_getenv ("PYTHON") != NULL ? g_getenv ("PYTHON") : "/usr/bin/python3";
  g_autofree char *address = NULL;
  gboolean is_compared;
  Peer server;
  Peer client;

  if (argc == 2 && strcmp (argv[1], "--serve") == 0)
    return serve ();
  if (argc != 2 || !start_peer (&server, server_arguments))
    return 1;
  address = g_data_input_stream_read_line (server.answers, NULL, NULL, NULL);
  if (address == NULL)
    return 1;
  is_compared = has_aiohttp (python)
                && start_peer (&client, (const char *const[]) { python, argv[1], address, NULL });
  if (!is_compared)
    g_print ("no aiohttp for %s: nothing to compare with\n", python);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    compare (address, is_compared ? &client : NULL, numbers[i]);
  if (is_compared)
    stop_peer (&client);
  stop_peer (&server);
  return 0;
}
