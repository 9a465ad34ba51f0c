/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-log.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "ilv-python-states.h"

#define BEAT_PERIOD_NS 10000000

/* Threads that wait for each other have said so; so long, the others can show that they go on. */
#define STALL_NS 300000000

/* How much of a line that makes no sense is shown. */
#define SHOWN_GARBAGE 60

struct _IlvPythonLog
{
  IlvRecorder *recorder;
  GStrv steps;         /* the lines of the script */
  IlvPythonLogAsk ask;
  gpointer data;

  GString *rest;       /* the beginning of a line whose end has not come */
  gboolean skipping;   /* until the end of a line that is too long */
  JsonParser *parser;

  GHashTable *tasks;   /* a script's id → index + 1 */
  GHashTable *workers; /* a thread's number → IlvRecordBuffer */
  GArray *worker_of;   /* of gint64: the thread that last held each task, or 0 */
  guint kinds[5];      /* how many workers of each kind there are */

  guint64 n_bytes;
  guint n_records;
  guint n_garbage;
  char *garbage;       /* the first */
  gboolean full;
  gboolean crowded;    /* too many tasks */
  gboolean started;
  gboolean ended;
  char *error;
  guint error_line;
  guint last_line;
  gint64 last_ns;
  gint64 quanta;
  IlvPythonStates *states;
  gint64 heard_ns;     /* when the last message that is no beat has come */
  guint n_asked;       /* questions to a person */
  gboolean stuck;      /* it has said that threads wait for each other in a circle */
};

typedef void (*Reader) (IlvPythonLog *self, JsonObject *message);

static const char *
get_text (JsonObject *message, const char *name)
{
  JsonNode *node = json_object_get_member (message, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gint64
get_number (JsonObject *message, const char *name, gint64 otherwise)
{
  JsonNode *node = json_object_get_member (message, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return otherwise;
  return json_node_get_int (node);
}

/* The index of the task that member @name names, or -1. */
static int
get_task (IlvPythonLog *self, JsonObject *message, const char *name)
{
  const char *id = get_text (message, name);

  return id == NULL ? -1 : GPOINTER_TO_INT (g_hash_table_lookup (self->tasks, id)) - 1;
}

static guint
get_step (IlvPythonLog *self, JsonObject *message)
{
  gint64 line = get_number (message, "line", 0);

  if (line < 1 || line > (gint64) g_strv_length (self->steps) || line >= ILV_NO_STEP)
    return ILV_NO_STEP;
  return line - 1;
}

/* The moment that a message tells of; a script cannot tell of the future. */
static gint64
get_time (IlvPythonLog *self, JsonObject *message)
{
  gint64 now_ns = ilv_clock_now_ns ();
  gint64 time_ns = CLAMP (get_number (message, "at", now_ns), 0, now_ns);

  self->last_ns = MAX (self->last_ns, time_ns);
  return time_ns;
}

static void
reject (IlvPythonLog *self, const char *line)
{
  g_autofree char *start = g_strndup (line, SHOWN_GARBAGE);

  if (self->n_garbage++ == 0)
    self->garbage = g_utf8_make_valid (start, -1);
}

/* (transfer full): the name of a new worker of that kind. */
static char *
name_worker (IlvPythonLog *self, const char *kind)
{
  static const char *const kinds[] = { "thread", "pool", "process", "interpreter", "loop" };
  guint index = 0;
  guint number;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i]) == 0)
      index = i;
  number = ++self->kinds[index];
  switch (index)
    {
    case 1:
      /* Translators: the name of a thread in a pool of threads. */
      return g_strdup_printf (_("Pool thread %u"), number);
    case 2:
      return g_strdup_printf (_("Process %u"), number);
    case 3:
      return g_strdup_printf (_("Interpreter %u"), number);
    case 4:
      return number == 1 ? g_strdup (_("Event loop"))
                         : g_strdup_printf (_("Event loop %u"), number);
    default:
      return g_strdup_printf (_("Thread %u"), number);
    }
}

/* (nullable): the buffer of a thread. */
static IlvRecordBuffer *
get_worker (IlvPythonLog *self, gint64 thread, const char *kind)
{
  IlvRecordBuffer *buffer = g_hash_table_lookup (self->workers, &thread);
  g_autofree char *name = NULL;

  if (buffer != NULL)
    return buffer;
  if (g_hash_table_size (self->workers) >= ILV_PYTHON_MAX_TASKS)
    return NULL;
  name = name_worker (self, kind);
  buffer = ilv_recorder_add_worker (self->recorder, name, thread, ILV_NO_PROCESSOR);
  g_hash_table_insert (self->workers, g_memdup2 (&thread, sizeof thread), buffer);
  return buffer;
}

static void
append (IlvRecordBuffer *buffer, const IlvRecord *record)
{
  ilv_record_buffer_reserve (buffer);
  ilv_record_buffer_append (buffer, record);
  ilv_record_buffer_set_alive (buffer, record->time_ns);
}

static void
add_flow (IlvPythonLog *self, gint64 time_ns, IlvFlowKind kind, int from, int to)
{
  const IlvRecord record = {
    .time_ns = time_ns,
    .task = to,
    .peer = from,
    .state = kind,
    .processor = ILV_NO_PROCESSOR,
    .step = ILV_NO_STEP,
    .kind = ILV_RECORD_FLOW,
  };

  if (from >= 0 && to >= 0)
    append (ilv_recorder_get_coordinator (self->recorder), &record);
}

static void
read_task (IlvPythonLog *self, JsonObject *message)
{
  const char *id = get_text (message, "task");
  const char *text = get_text (message, "name");
  g_autofree char *name = NULL;
  guint index;

  if (id == NULL || text == NULL || g_hash_table_contains (self->tasks, id))
    return;
  if (g_hash_table_size (self->tasks) >= ILV_PYTHON_MAX_TASKS)
    {
      self->crowded = TRUE;
      return;
    }
  name = g_utf8_make_valid (text, -1);
  index = ilv_recorder_add_task (self->recorder, name, (const char *const *) self->steps);
  g_hash_table_insert (self->tasks, g_strdup (id), GUINT_TO_POINTER (index + 1));
  g_array_set_size (self->worker_of, index + 1);
  ilv_python_states_add (self->states, name);
  add_flow (self, get_time (self, message), ILV_FLOW_SPAWNED, get_task (self, message, "parent"),
            index);
}

static gboolean
parse_state (const char *text, IlvState *state)
{
  static const char *const names[] = { "running", "ready", "waiting", "blocked", "ended" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

/* A task's records go to the worker that it holds; what it does without one, to the one it held. */
static IlvRecordBuffer *
choose_buffer (IlvPythonLog *self, int task, gint64 thread)
{
  gint64 *last = &g_array_index (self->worker_of, gint64, task);
  IlvRecordBuffer *buffer;

  if (thread > 0)
    *last = thread;
  buffer = *last > 0 ? get_worker (self, *last, NULL) : NULL;
  return buffer != NULL ? buffer : ilv_recorder_get_coordinator (self->recorder);
}

static void
read_state (IlvPythonLog *self, JsonObject *message)
{
  gint64 thread = get_number (message, "worker", 0);
  int task = get_task (self, message, "task");
  int peer = get_task (self, message, "peer");
  gint64 processor = get_number (message, "processor", ILV_NO_PROCESSOR);
  IlvRecord record = {
    .time_ns = get_time (self, message),
    .processor = ILV_NO_PROCESSOR,
    .step = get_step (self, message),
    .peer = peer >= 0 ? peer : ILV_NO_PEER,
    .kind = thread > 0 ? ILV_RECORD_STATE : ILV_RECORD_STATE_UNHELD,
  };
  IlvState state;

  if (task < 0 || !parse_state (get_text (message, "state"), &state))
    {
      if (!self->crowded)
        reject (self, get_text (message, "state") != NULL ? get_text (message, "state") : "");
      return;
    }
  record.task = task;
  record.state = state;
  if (state == ILV_STATE_RUNNING)
    {
      record.processor = CLAMP (processor, ILV_NO_PROCESSOR, G_MAXINT16);
      if (record.step != ILV_NO_STEP)
        self->last_line = record.step + 1;
    }
  ilv_python_states_set (self->states, task, state, peer,
                         record.step != ILV_NO_STEP ? record.step + 1 : 0);
  append (choose_buffer (self, task, thread), &record);
}

static void
read_flow (IlvPythonLog *self, JsonObject *message)
{
  const char *kind = get_text (message, "flow");

  add_flow (self, get_time (self, message),
            g_strcmp0 (kind, "lock") == 0 ? ILV_FLOW_LOCK : ILV_FLOW_AWAITED,
            get_task (self, message, "from"), get_task (self, message, "task"));
}

static void
read_result (IlvPythonLog *self, JsonObject *message)
{
  const char *failure = get_text (message, "failure");
  const char *text = failure != NULL ? failure : get_text (message, "result");
  int task = get_task (self, message, "task");

  if (text != NULL)
    ilv_recorder_add_result_at (self->recorder, get_time (self, message),
                                task >= 0 ? (guint) task : G_MAXUINT, get_step (self, message),
                                failure != NULL ? ILV_RESULT_FAILURE : ILV_RESULT_TEXT, text);
}

static void
read_beat (IlvPythonLog *self, JsonObject *message)
{
  ilv_recorder_add_beat (self->recorder, MIN (get_number (message, "beat", 0), ilv_clock_now_ns ()),
                         BEAT_PERIOD_NS);
}

static void
read_worker (IlvPythonLog *self, JsonObject *message)
{
  gint64 thread = get_number (message, "worker", 0);

  if (thread > 0)
    get_worker (self, thread, get_text (message, "kind"));
}

static void
read_start (IlvPythonLog *self, JsonObject *message)
{
  if (self->started)
    return;
  self->started = TRUE;
  ilv_recorder_set_clock_base (self->recorder,
                               MIN (get_number (message, "start", 0), ilv_clock_now_ns ()));
}

static void
read_quanta (IlvPythonLog *self, JsonObject *message)
{
  self->quanta = MAX (get_number (message, "quanta", 0), 0);
}

static void
read_counter (IlvPythonLog *self, JsonObject *message)
{
  ilv_recorder_set_counter (self->recorder, get_number (message, "expected", -1),
                            get_number (message, "counter", -1));
}

static void
read_usage (IlvPythonLog *self, JsonObject *message)
{
  ilv_recorder_add_counts (self->recorder, get_number (message, "cpu", -1),
                           get_number (message, "voluntary", -1),
                           get_number (message, "involuntary", -1));
}

static void
read_ask (IlvPythonLog *self, JsonObject *message)
{
  const char *question = get_text (message, "question");

  self->n_asked++;
  if (self->ask != NULL)
    self->ask (get_number (message, "ask", 0), question != NULL ? question : "", self->data);
}

static void
read_error (IlvPythonLog *self, JsonObject *message)
{
  const char *error = get_text (message, "error");
  guint step = get_step (self, message);

  if (error == NULL || self->error != NULL)
    return;
  self->error = g_utf8_make_valid (error, -1);
  self->error_line = step != ILV_NO_STEP ? step + 1 : 0;
}

static void
read_note (IlvPythonLog *self, JsonObject *message)
{
  const char *note = get_text (message, "note");

  if (g_strcmp0 (note, "start-method") == 0)
    ilv_recorder_add_note (self->recorder, _("The script asks for another way of starting processes. "
                                             "They were forked, since others cannot be watched."));
  else if (g_strcmp0 (note, "interpreter-pool") == 0)
    ilv_recorder_add_note (self->recorder, _("What a pool of interpreters does is not watched. "
                                             "“Interpreter” of the module interleave is."));
  else if (g_strcmp0 (note, "task-factory") == 0)
    ilv_recorder_add_note (self->recorder, _("The script sets a task factory of its own. What its "
                                             "tasks did may not be complete."));
}

static void
read_stall (IlvPythonLog *self, JsonObject *message G_GNUC_UNUSED)
{
  self->stuck = TRUE;
}

static void
read_end (IlvPythonLog *self, JsonObject *message G_GNUC_UNUSED)
{
  self->ended = TRUE;
}

/* The member that tells what a message is; the first that is there counts. */
static const struct
{
  const char *member;
  Reader read;
  gboolean counts;
} readers[] = {
  { "state", read_state, TRUE },
  { "name", read_task, FALSE },
  { "flow", read_flow, TRUE },
  { "result", read_result, TRUE },
  { "failure", read_result, TRUE },
  { "beat", read_beat, TRUE },
  { "worker", read_worker, FALSE },
  { "start", read_start, FALSE },
  { "quanta", read_quanta, FALSE },
  { "counter", read_counter, FALSE },
  { "cpu", read_usage, FALSE },
  { "ask", read_ask, FALSE },
  { "error", read_error, FALSE },
  { "note", read_note, FALSE },
  { "stall", read_stall, FALSE },
  { "end", read_end, FALSE },
};

static void
read_line (IlvPythonLog *self, const char *line, gsize length)
{
  JsonNode *root;

  if (length == 0)
    return;
  root = json_parser_load_from_data (self->parser, line, length, NULL)
           ? json_parser_get_root (self->parser)
           : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      reject (self, line);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (json_object_has_member (json_node_get_object (root), readers[i].member))
      {
        if (readers[i].read != read_beat)
          self->heard_ns = ilv_clock_now_ns ();
        if (readers[i].counts && ++self->n_records > ILV_PYTHON_MAX_RECORDS)
          self->full = TRUE;
        else
          readers[i].read (self, json_node_get_object (root));
        return;
      }
  reject (self, line);
}

/* @end: whether the line ends here. */
static void
add_part (IlvPythonLog *self, const char *part, gsize length, gboolean end)
{
  if (!self->skipping && self->rest->len + length > ILV_PYTHON_MAX_LINE)
    {
      g_string_append_len (self->rest, part, MIN (length, SHOWN_GARBAGE));
      reject (self, self->rest->str);
      g_string_truncate (self->rest, 0);
      self->skipping = TRUE;
    }
  if (!self->skipping)
    g_string_append_len (self->rest, part, length);
  if (!end)
    return;
  read_line (self, self->rest->str, self->rest->len);
  g_string_truncate (self->rest, 0);
  self->skipping = FALSE;
}

IlvPythonLog *
ilv_python_log_new (IlvRecorder *recorder, const char *code, IlvPythonLogAsk ask, gpointer data)
{
  IlvPythonLog *self = g_new0 (IlvPythonLog, 1);

  self->recorder = g_object_ref (recorder);
  self->steps = g_strsplit (code, "\n", -1);
  for (guint i = 0; self->steps[i] != NULL; i++)
    g_strstrip (self->steps[i]);
  self->ask = ask;
  self->data = data;
  self->rest = g_string_new (NULL);
  self->parser = json_parser_new_immutable ();
  self->tasks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->workers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->worker_of = g_array_new (FALSE, TRUE, sizeof (gint64));
  self->states = ilv_python_states_new ();
  self->heard_ns = ilv_clock_now_ns ();
  return self;
}

void
ilv_python_log_free (IlvPythonLog *self)
{
  g_object_unref (self->recorder);
  g_strfreev (self->steps);
  g_string_free (self->rest, TRUE);
  g_object_unref (self->parser);
  g_hash_table_unref (self->tasks);
  g_hash_table_unref (self->workers);
  g_array_unref (self->worker_of);
  ilv_python_states_free (self->states);
  g_free (self->garbage);
  g_free (self->error);
  g_free (self);
}

gboolean
ilv_python_log_add (IlvPythonLog *self, const char *bytes, gsize length)
{
  const char *end = bytes + length;

  self->n_bytes += length;
  self->full = self->full || self->n_bytes > ILV_PYTHON_MAX_BYTES;
  while (bytes < end && !self->full)
    {
      const char *line_end = memchr (bytes, '\n', end - bytes);

      add_part (self, bytes, (line_end != NULL ? line_end : end) - bytes, line_end != NULL);
      bytes = line_end != NULL ? line_end + 1 : end;
    }
  return !self->full;
}

void
ilv_python_log_end (IlvPythonLog *self)
{
  g_autofree char *note = NULL;

  if (self->rest->len > 0)
    reject (self, self->rest->str);
  if (self->crowded)
    {
      g_autofree char *crowded = g_strdup_printf (
        ngettext ("The script made more than %d task; the others are not shown.",
                  "The script made more than %d tasks; the others are not shown.",
                  ILV_PYTHON_MAX_TASKS),
        ILV_PYTHON_MAX_TASKS);

      ilv_recorder_add_note (self->recorder, crowded);
    }
  if (self->n_garbage == 0)
    return;
  note = g_strdup_printf (
    /* Translators: %u is a number of lines, %s is the beginning of the first of them. */
    ngettext ("The script sent %u line that makes no sense as a record: “%s”.",
              "The script sent %u lines that make no sense as records; the first is “%s”.",
              self->n_garbage),
    self->n_garbage, self->garbage);
  ilv_recorder_add_note (self->recorder, note);
}

gboolean
ilv_python_log_has_started (IlvPythonLog *self)
{
  return self->started;
}

gboolean
ilv_python_log_has_ended (IlvPythonLog *self)
{
  return self->ended;
}

const char *
ilv_python_log_get_error (IlvPythonLog *self, guint *line)
{
  *line = self->error_line;
  return self->error;
}

guint
ilv_python_log_get_last_line (IlvPythonLog *self)
{
  return self->last_line;
}

gint64
ilv_python_log_get_last_ns (IlvPythonLog *self)
{
  return self->last_ns;
}

gint64
ilv_python_log_get_quanta (IlvPythonLog *self)
{
  return self->quanta;
}

char *
ilv_python_log_describe_stall (IlvPythonLog *self)
{
  return self->stuck && !self->ended && self->heard_ns <= ilv_clock_now_ns () - STALL_NS
             && ilv_python_states_are_stuck (self->states)
           ? ilv_python_states_describe (self->states)
           : NULL;
}

char *
ilv_python_log_describe_stillness (IlvPythonLog *self, gint64 since_ns)
{
  return self->started && self->n_asked == 0 && self->heard_ns <= since_ns
             && ilv_python_states_are_still (self->states)
           ? ilv_python_states_describe (self->states)
           : NULL;
}

void
ilv_python_log_answered (IlvPythonLog *self)
{
  self->n_asked--;
  self->heard_ns = ilv_clock_now_ns ();
}
