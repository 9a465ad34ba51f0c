/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trace files for tests. */

#pragma once

#include <gio/gio.h>
#include <string.h>

#include "ilv-trace-file.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

#define UI_TEST_TRACE_EVENTS                                                                       \
  "{\"ph\":\"X\",\"name\":\"a\",\"pid\":1,\"tid\":1,\"ts\":0,\"dur\":1000},"                       \
  "{\"ph\":\"X\",\"name\":\"b\",\"pid\":1,\"tid\":2,\"ts\":500,\"dur\":2000}"

/* Two threads; 2.5 ms. */
#define UI_TEST_TRACE "[" UI_TEST_TRACE_EVENTS "]"

/* The same, and an event without a kind. */
#define UI_TEST_TRACE_BROKEN "[" UI_TEST_TRACE_EVENTS ",{\"pid\":1}]"

/* (transfer full) */
static inline GFile *
ui_test_trace_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* Removes a folder of such files; takes its path. */
static inline void
ui_test_trace_remove (char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_assert_true (g_file_delete (file, NULL, NULL));
    }
  {
    g_autoptr (GFile) file = g_file_new_for_path (folder);

    g_assert_true (g_file_delete (file, NULL, NULL));
  }
  g_free (folder);
}

/* (transfer full): a run of ours that took so long. */
static inline IlvTrace *
ui_test_trace_create_run (const char *strategy, gint64 end_ns)
{
  IlvTraceInfo *info = ilv_trace_info_new (strategy, 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  IlvSpan span = { .start_ns = 0, .end_ns = end_ns, .state = ILV_STATE_RUNNING, .step = ILV_NO_STEP, .peer = ILV_NO_PEER };

  ilv_trace_info_add_task (info, "A", NULL);
  ilv_trace_info_add_worker (info, "Worker", 1, 0);
  info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  g_array_append_val (spans, span);
  return ilv_trace_new (info, spans, NULL);
}

/* (transfer full): the file of a comparison whose left side took 20 ms and whose right side took 10 ms. */
static inline char *
ui_test_trace_create_ours (void)
{
  g_autoptr (IlvTrace) left = ui_test_trace_create_run ("sequential", 20000000);
  g_autoptr (IlvTrace) right = ui_test_trace_create_run ("thread-pool", 10000000);
  IlvTrace *const sides[] = { left, right };

  return ilv_trace_file_to_json (sides, NULL, G_N_ELEMENTS (sides));
}

G_END_DECLS
