/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What watching costs in a real Python, and how long a thread keeps Python's lock while another wants
 * it: both as ratios within one run of one interpreter. */

#include <locale.h>

#include "ilv-processors.h"
#include "ilv-python-runner.h"
#include "ilv-trust.h"

#define SKIPPED 77

/* What Python says of itself: sys.getswitchinterval (). */
#define SWITCH_INTERVAL_NS 5000000.0

static void
on_found (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  *(GListModel **) user_data = ilv_python_find_finish (result, NULL);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(IlvTrace **) user_data = ilv_runner_run_finish (ILV_RUNNER (source), result, &error);
  if (error != NULL)
    g_error ("%s", error->message);
}

static int
compare_ns (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* (element-type gint64) (transfer full): how long a thread ran from when it got the lock to when
 * another one did, sorted. */
static GArray *
find_slices (IlvTrace *trace)
{
  GArray *slices = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gint64 *starts = g_new0 (gint64, ilv_trace_get_info (trace)->tasks->len);
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    {
      gint64 *start_ns = &starts[spans[i].task];
      gint64 slice_ns = spans[i].start_ns - *start_ns;

      if (spans[i].state == ILV_STATE_BLOCKED && *start_ns > 0)
        g_array_append_val (slices, slice_ns);
      if (spans[i].state == ILV_STATE_BLOCKED)
        *start_ns = spans[i].end_ns;
      else if (spans[i].state != ILV_STATE_RUNNING)
        *start_ns = 0;
    }
  g_array_sort (slices, compare_ns);
  return slices;
}

static void
print (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autoptr (GArray) slices = find_slices (trace);

  g_print ("%s\n", info->interpreter);
  for (guint i = 0; i < info->results->len; i++)
    g_print ("%s\n", ((const IlvResult *) g_ptr_array_index (info->results, i))->text);
  if (slices->len > 0)
    g_print ("%u slices, the median %.3f times the switch interval\n", slices->len,
             g_array_index (slices, gint64, slices->len / 2) / SWITCH_INTERVAL_NS);
}

static void
run (IlvPython *python, const char *code)
{
  const IlvRunnerOptions options = {
    .processors = ilv_processors_get_count (),
    .python = python,
    .code = code,
  };
  g_autoptr (IlvRunner) runner
    = ilv_runner_new_with_options (ILV_STRATEGY_PYTHON_THREADS, &options);
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (1, 1000000);
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  g_autoptr (IlvTrace) trace = NULL;

  ilv_trust_agree_once (ilv_trust_get_default (), code);
  ilv_runner_run_async (runner, workload, recorder, NULL, on_run, &trace);
  while (trace == NULL)
    g_main_context_iteration (NULL, TRUE);
  print (trace);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GListModel) interpreters = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  setlocale (LC_ALL, "");
  if (argc < 2 || !g_file_get_contents (argv[1], &code, NULL, &error))
    g_error ("%s", error != NULL ? error->message : "The script is missing");
  ilv_python_find_async (NULL, NULL, on_found, &interpreters);
  while (interpreters == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (interpreters); i++)
    {
      g_autoptr (IlvPython) python = g_list_model_get_item (interpreters, i);

      if (ilv_python_can_run (python, ILV_STRATEGY_PYTHON_THREADS))
        run (python, code);
    }
  return g_list_model_get_n_items (interpreters) > 0 ? 0 : SKIPPED;
}
