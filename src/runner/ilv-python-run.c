/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-run.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "ilv-processors.h"
#include "ilv-python-folder.h"
#include "ilv-python-log.h"
#include "ilv-python-output.h"
#include "ilv-python-process.h"
#include "ilv-python-runner.h"
#include "ilv-python-source.h"
#include "ilv-python-speed.h"
#include "ilv-trust.h"

/* How long what was sent is still read after the interpreter has ended. */
#define LAST_READ_MS 500

/* How often is looked whether anything goes on. */
#define LOOK_MS 100

#define READ_SIZE 65536

/* One run, in a thread with a main context of its own. */
typedef struct
{
  GTask *result;
  const IlvPythonRunSettings *settings;
  IlvWorkload *workload;
  IlvRecorder *recorder;

  GMainContext *context;
  GMainLoop *loop;
  GCancellable *over; /* cancelled when nothing is waited for any more */
  guint n_pending;    /* answers that will come in the context */
  GSource *sources[5];
  guint n_sources;

  IlvPython *python;
  char *code;
  char *folder;
  IlvPythonProcess process;
  IlvPythonLog *log;
  IlvPythonOutput output;
  guint n_open; /* of records and output */
  gboolean exited;
  gboolean too_much;
  gboolean too_long;
  gboolean still; /* was said */
  char *verdict;  /* of a script that cannot go on, or NULL */
  gboolean cancelled;
} Run;

static void
add_setting (GPtrArray *environment, const char *name, char *value)
{
  if (value != NULL)
    g_ptr_array_add (environment, g_strconcat (name, "=", value, NULL));
  g_free (value);
}

/* (transfer full): what the script is told about its world. */
static GPtrArray *
make_environment (Run *run)
{
  GPtrArray *environment = g_ptr_array_new_with_free_func (g_free);
  const IlvPythonRunSettings *settings = run->settings;
  guint workers = settings->workers > 0 ? settings->workers : settings->processors;

  add_setting (environment, "INTERLEAVE_QUANTA",
               g_strdup_printf ("%" G_GINT64_FORMAT, ilv_python_speed_get (run->python)));
  add_setting (environment, "INTERLEAVE_WORKERS", g_strdup_printf ("%u", workers));
  if (settings->world != NULL)
    {
      add_setting (environment, "INTERLEAVE_WEB", ilv_world_dup_web_address (settings->world));
      add_setting (environment, "INTERLEAVE_FOLDER", ilv_world_dup_folder (settings->world));
      add_setting (environment, "INTERLEAVE_DATABASE", ilv_world_dup_database (settings->world));
    }
  return environment;
}

static void
add_source (Run *run, GSource *source, GSourceFunc function)
{
  g_source_set_callback (source, function, run, NULL);
  g_source_attach (source, run->context);
  run->sources[run->n_sources++] = source;
}

static void
quit_if_over (Run *run)
{
  if (run->exited && run->n_open == 0)
    g_main_loop_quit (run->loop);
}

/* (transfer full): the answer as a line of JSON. */
static char *
make_answer_line (const char *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "answer");
  json_builder_add_string_value (builder, answer);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  return g_strconcat (text, "\n", NULL);
}

static void
send_answer (Run *run, const char *answer)
{
  g_autofree char *line = make_answer_line (answer);

  /* A script that does not read its answers has ended or will be stopped: it is no error of
   * ours. */
  if (send (run->process.answers, line, strlen (line), MSG_NOSIGNAL | MSG_DONTWAIT) < 0)
    g_debug ("The script did not take an answer: %s", g_strerror (errno));
  ilv_python_log_answered (run->log);
}

static void
on_person_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autofree char *answer = ilv_person_ask_finish (ILV_PERSON (source), result, NULL);

  run->n_pending--;
  if (answer != NULL)
    send_answer (run, answer);
}

static void
on_script_asks (gint64 number G_GNUC_UNUSED, const char *question, gpointer data)
{
  Run *run = data;

  if (run->settings->world == NULL)
    {
      send_answer (run, "");
      return;
    }
  run->n_pending++;
  ilv_person_ask_async (ilv_world_get_person (run->settings->world), question, run->over,
                        on_person_answered, run);
}

/* Reads some of what is there: not all, so that stopping is noticed in a flood, too. -1 at the
 * end. */
static gssize
read_some (int fd, char *buffer)
{
  gssize n_read = read (fd, buffer, READ_SIZE);

  if (n_read < 0 && (errno == EAGAIN || errno == EINTR))
    return 0;
  return n_read > 0 ? n_read : -1;
}

static gboolean
on_records (int fd, GIOCondition condition G_GNUC_UNUSED, gpointer user_data)
{
  Run *run = user_data;
  g_autofree char *buffer = g_malloc (READ_SIZE);
  gssize n_read = read_some (fd, buffer);

  if (n_read >= 0 && ilv_python_log_add (run->log, buffer, n_read))
    return G_SOURCE_CONTINUE;
  if (n_read >= 0)
    {
      run->too_much = TRUE;
      g_main_loop_quit (run->loop);
    }
  run->n_open--;
  quit_if_over (run);
  return G_SOURCE_REMOVE;
}

static gboolean
on_output (int fd, GIOCondition condition G_GNUC_UNUSED, gpointer user_data)
{
  Run *run = user_data;
  g_autofree char *buffer = g_malloc (READ_SIZE);
  gssize n_read = read_some (fd, buffer);

  if (n_read >= 0)
    {
      ilv_python_output_add (&run->output, buffer, n_read);
      return G_SOURCE_CONTINUE;
    }
  run->n_open--;
  quit_if_over (run);
  return G_SOURCE_REMOVE;
}

static gboolean
on_last_read (gpointer user_data)
{
  Run *run = user_data;

  g_main_loop_quit (run->loop);
  return G_SOURCE_REMOVE;
}

static void
on_exited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;

  run->n_pending--;
  if (!g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL))
    return;
  run->exited = TRUE;
  /* What the script left running would go on unseen. */
  ilv_python_process_kill (&run->process);
  if (run->n_sources < G_N_ELEMENTS (run->sources))
    add_source (run, g_timeout_source_new (LAST_READ_MS), on_last_read);
  quit_if_over (run);
}

static gboolean
on_too_long (gpointer user_data)
{
  Run *run = user_data;

  run->too_long = TRUE;
  g_main_loop_quit (run->loop);
  return G_SOURCE_REMOVE;
}

static void
note_stillness (Run *run)
{
  guint still_ms = run->settings->still_ms;
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  text = ilv_python_log_describe_stillness (run->log,
                                            ilv_clock_now_ns () - still_ms * (gint64) 1000000);
  if (text == NULL)
    return;
  run->still = TRUE;
  /* Translators: a number of seconds, and sentences about who waits for what. */
  note = g_strdup_printf (ngettext ("Nothing has run for %u second. %s “Stop” ends the script.",
                                    "Nothing has run for %u seconds. %s “Stop” ends the script.",
                                    still_ms / 1000),
                          still_ms / 1000, text);
  ilv_recorder_add_note (run->recorder, note);
}

static gboolean
on_look (gpointer user_data)
{
  Run *run = user_data;

  run->verdict = ilv_python_log_describe_stall (run->log);
  if (run->verdict != NULL)
    {
      ilv_python_process_kill (&run->process);
      g_main_loop_quit (run->loop);
      return G_SOURCE_REMOVE;
    }
  if (!run->still)
    note_stillness (run);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_cancelled (GCancellable *cancellable G_GNUC_UNUSED, gpointer user_data)
{
  Run *run = user_data;

  run->cancelled = TRUE;
  ilv_python_process_kill (&run->process);
  g_main_loop_quit (run->loop);
  return G_SOURCE_REMOVE;
}

static void
on_found (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  Run *run = user_data;
  g_autoptr (GListModel) interpreters = ilv_python_find_finish (result, NULL);

  run->n_pending--;
  if (interpreters != NULL)
    g_set_object (&run->python, ilv_python_choose (interpreters, run->settings->strategy));
}

static gboolean
find_python (Run *run, GError **error)
{
  IlvStrategy strategy = run->settings->strategy;

  if (run->settings->python != NULL)
    run->python = g_object_ref (run->settings->python);
  else
    {
      run->n_pending++;
      ilv_python_find_async (NULL, g_task_get_cancellable (run->result), on_found, run);
      while (run->n_pending > 0)
        g_main_context_iteration (run->context, TRUE);
    }
  if (run->python != NULL && ilv_python_can_run (run->python, strategy))
    return TRUE;
  g_set_error (error, ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_MISSING,
               /* Translators: %s is the name of a strategy such as “Python subinterpreters”. */
               _("“%s” needs a Python interpreter that was not found. Install one, or name its "
                 "path in the settings."),
               ilv_strategy_get_title (strategy));
  return FALSE;
}

static gboolean
make_code (Run *run, GError **error)
{
  g_autofree char *obstacle = NULL;

  if (run->settings->code != NULL)
    {
      if (!ilv_trust_is_agreed (ilv_trust_get_default (), run->settings->code))
        {
          g_set_error_literal (error, ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_NOT_AGREED,
                               _ ("This lesson’s Python code comes from somebody else. It runs only after "
                                  "you have read it and agreed."));
          return FALSE;
        }
      run->code = g_strdup (run->settings->code);
      return TRUE;
    }
  obstacle = ilv_workload_describe_obstacle (run->workload, run->settings->strategy);
  if (obstacle != NULL)
    g_set_error_literal (error, ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_OBSTACLE, obstacle);
  else
    run->code = ilv_python_source_new (run->workload, run->settings->strategy);
  return obstacle == NULL;
}

static gboolean
start (Run *run, GError **error)
{
  const IlvPythonRunSettings *settings = run->settings;
  g_autoptr (GPtrArray) environment = NULL;
  g_autoptr (GError) reason = NULL;

  if (!find_python (run, error) || !make_code (run, error))
    return FALSE;
  ilv_recorder_set_code (run->recorder, ilv_python_get_title (run->python), run->code);
  run->folder = ilv_python_folder_new (run->code, error);
  if (run->folder == NULL)
    return FALSE;
  run->log = ilv_python_log_new (run->recorder, run->code, on_script_asks, run);
  environment = make_environment (run);
  if (ilv_python_process_start (&run->process, run->python, settings->strategy,
                                settings->processors, run->folder, environment, &reason))
    return TRUE;
  g_set_error (error, ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_START,
               /* Translators: the path of a Python interpreter, and a message of the system. */
               _("“%s” could not be started: %s"), ilv_python_get_path (run->python),
               reason->message);
  return FALSE;
}

/* Reads what comes until the script has ended or was stopped. */
static void
follow (Run *run)
{
  run->n_open = 2;
  add_source (run, g_unix_fd_source_new (run->process.records, G_IO_IN | G_IO_HUP | G_IO_ERR),
              G_SOURCE_FUNC (on_records));
  add_source (run, g_unix_fd_source_new (run->process.output, G_IO_IN | G_IO_HUP | G_IO_ERR),
              G_SOURCE_FUNC (on_output));
  add_source (run, g_timeout_source_new (run->settings->longest_ms), on_too_long);
  add_source (run, g_timeout_source_new (LOOK_MS), on_look);
  run->n_pending++;
  g_subprocess_wait_async (run->process.subprocess, run->over, on_exited, run);
  if (!run->cancelled)
    g_main_loop_run (run->loop);
}

/* (transfer full) (nullable): what the interpreter's end says. */
static GError *
judge_exit (Run *run)
{
  GSubprocess *subprocess = run->process.subprocess;
  guint line = ilv_python_log_get_last_line (run->log);
  int status;

  if (g_subprocess_get_if_signaled (subprocess))
    {
      int number = g_subprocess_get_term_sig (subprocess);

      /* Translators: the number and the name of a signal, and the number of a line. */
      return g_error_new (ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_ENDED,
                          _("Python was ended by signal %d (%s) when the script was at line %u."),
                          number, g_strsignal (number), line);
    }
  status = g_subprocess_get_exit_status (subprocess);
  if (!ilv_python_log_has_started (run->log))
    return g_error_new (ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_START,
                        /* Translators: the path of an interpreter, a number, the last line that it
                         * printed. */
                        _("“%s” ended with status %d before it began the script. It said: %s"),
                        ilv_python_get_path (run->python), status,
                        run->output.last != NULL ? run->output.last : "–");
  if (!ilv_python_log_has_ended (run->log))
    return g_error_new (ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_ENDED,
                        _("Python ended with status %d before the script had come to its end; it "
                          "was at line %u."),
                        status, line);
  if (status != 0)
    return g_error_new (ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_SCRIPT,
                        _("The script ended itself with status %d."), status);
  return NULL;
}

/* (transfer full): that it was stopped since it would not end. */
static GError *
make_too_long (Run *run)
{
  guint minutes = MAX (run->settings->longest_ms / 60000, 1);

  return g_error_new (ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_ENDED,
                      ngettext ("The script had not ended after %u minute and was stopped at line "
                                "%u.",
                                "The script had not ended after %u minutes and was stopped at line "
                                "%u.",
                                minutes),
                      minutes, ilv_python_log_get_last_line (run->log));
}

/* (transfer full) (nullable): why the run is no whole one. */
static GError *
judge (Run *run)
{
  guint line;
  const char *message = ilv_python_log_get_error (run->log, &line);

  if (run->too_much)
    return g_error_new (ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_FLOOD,
                        _("The script did more than can be recorded and was stopped at line %u. "
                          "What it did until then is kept."),
                        ilv_python_log_get_last_line (run->log));
  if (run->too_long)
    return make_too_long (run);
  if (message != NULL && line > 0)
    /* Translators: the number of a line of the script, and Python's message about it. */
    return g_error_new (ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_SCRIPT, _("Line %u: %s"), line, message);
  if (message != NULL)
    return g_error_new_literal (ILV_PYTHON_ERROR, ILV_PYTHON_ERROR_SCRIPT, message);
  return judge_exit (run);
}

/* Ends everything that was begun, so that nothing comes for this run any more. */
static void
end (Run *run)
{
  ilv_python_process_kill (&run->process);
  g_cancellable_cancel (run->over);
  while (run->n_pending > 0)
    g_main_context_iteration (run->context, TRUE);
  for (guint i = 0; i < run->n_sources; i++)
    {
      g_source_destroy (run->sources[i]);
      g_source_unref (run->sources[i]);
    }
  run->n_sources = 0;
}

/* Answers the task. @error: (transfer full) (nullable) */
static void
answer (Run *run, GError *error)
{
  IlvTraceOutcome outcome = ILV_TRACE_OUTCOME_FINISHED;
  gint64 end_ns = run->log != NULL ? ilv_python_log_get_last_ns (run->log) : 0;

  if (run->cancelled || error != NULL)
    outcome = ILV_TRACE_OUTCOME_CANCELLED;
  else if (run->verdict != NULL)
    outcome = ILV_TRACE_OUTCOME_STALLED;
  ilv_recorder_end (run->recorder, outcome,
                    outcome == ILV_TRACE_OUTCOME_STALLED ? run->verdict : NULL,
                    run->cancelled || end_ns == 0 ? ilv_clock_now_ns () : end_ns);
  if (error != NULL && !run->cancelled)
    g_task_return_error (run->result, error);
  else
    {
      g_clear_error (&error);
      g_task_return_pointer (run->result, ilv_recorder_snapshot (run->recorder), g_object_unref);
    }
}

static void
run_free (Run *run)
{
  ilv_python_process_clear (&run->process);
  g_clear_pointer (&run->log, ilv_python_log_free);
  ilv_python_output_clear (&run->output);
  g_clear_object (&run->python);
  g_free (run->code);
  g_free (run->verdict);
  g_object_unref (run->over);
  g_main_loop_unref (run->loop);
  g_main_context_unref (run->context);
  g_object_unref (run->recorder);
  g_object_unref (run->workload);
  g_object_unref (run->result);
  g_free (run);
}

/* Answers and frees @run. Removing a folder can take tenths of a second when the machine is busy;
 * whoever has stopped a script does not wait for that. @error: (transfer full) (nullable) */
static void
finish (Run *run, GError *error)
{
  g_autofree char *folder = NULL;

  if (run->cancelled)
    folder = g_steal_pointer (&run->folder);
  if (folder != NULL)
    ilv_python_folder_announce_removal ();
  g_clear_pointer (&run->folder, ilv_python_folder_remove);
  answer (run, error);
  run_free (run);
  if (folder != NULL)
    ilv_python_folder_remove_announced (g_steal_pointer (&folder));
}

static gpointer
run_thread (gpointer data)
{
  Run *run = data;
  GCancellable *cancellable = g_task_get_cancellable (run->result);
  g_autoptr (GSource) stop = NULL;
  GError *error = NULL;

  g_main_context_push_thread_default (run->context);
  if (cancellable != NULL)
    {
      stop = g_cancellable_source_new (cancellable);
      g_source_set_priority (stop, G_PRIORITY_HIGH);
      g_source_set_callback (stop, G_SOURCE_FUNC (on_cancelled), run, NULL);
      g_source_attach (stop, run->context);
    }
  if (start (run, &error))
    {
      follow (run);
      end (run);
      ilv_python_output_end (&run->output);
      ilv_python_log_end (run->log);
      ilv_python_speed_keep (run->python, ilv_python_log_get_quanta (run->log));
      if (!run->cancelled && run->verdict == NULL)
        error = judge (run);
    }
  if (stop != NULL)
    g_source_destroy (stop);
  g_main_context_pop_thread_default (run->context);
  finish (run, error);
  return NULL;
}

void
ilv_python_run_launch (GTask *result,
                       IlvWorkload *workload,
                       IlvRecorder *recorder,
                       const IlvPythonRunSettings *settings)
{
  gboolean parallel = ilv_strategy_is_parallel (settings->strategy);
  Run *run = g_new0 (Run, 1);

  run->result = result;
  run->settings = settings;
  run->workload = g_object_ref (workload);
  run->recorder = g_object_ref (recorder);
  run->context = g_main_context_new ();
  run->loop = g_main_loop_new (run->context, FALSE);
  run->over = g_cancellable_new ();
  run->process = (IlvPythonProcess){ .records = -1, .output = -1, .answers = -1 };
  ilv_recorder_begin (recorder, ilv_trace_info_new (ilv_strategy_to_string (settings->strategy),
                                                    parallel ? settings->processors : 1));
  ilv_recorder_set_clock_base (recorder, ilv_clock_now_ns ());
  ilv_python_output_init (&run->output, recorder);
  g_thread_unref (g_thread_new ("python-run", run_thread, run));
}
