/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

/* An interpreter answers within some tens of milliseconds, or, where others need the processors, in ten times as
 * long; one that takes this long never will. */
#define ANSWER_TIMEOUT_MS 10000

/* How much of an answer is read, and how many interpreters are asked at once. */
#define MAX_ANSWER 4096
#define MAX_ASKED 2

/* They give way to what is shown and measured meanwhile. */
#define ASKED_NICENESS 10

#define OLDEST_VERSION 0x030900f0
#define FIRST_MINOR 9
#define LAST_MINOR 30

/* One line of JSON. Said last, so that whatever a start-up file prints stands before it. */
static const char question[] =
  "import sys, os, json, sysconfig, importlib.util\n"
  "def has(name):\n"
  "    try:\n"
  "        return importlib.util.find_spec(name) is not None\n"
  "    except (ImportError, ValueError):\n"
  "        return False\n"
  "print('\\n' + json.dumps({'interleave': 1,\n"
  "    'implementation': sys.implementation.name,\n"
  "    'version': '.'.join(map(str, sys.version_info[:3]))\n"
  "        + ('' if sys.version_info[3] == 'final' else sys.version_info[3]),\n"
  "    'number': sys.hexversion,\n"
  "    'executable': sys.executable,\n"
  "    'real': os.path.realpath(sys.executable),\n"
  "    'free_threaded': bool(sysconfig.get_config_var('Py_GIL_DISABLED')),\n"
  "    'lock': getattr(sys, '_is_gil_enabled', lambda: True)(),\n"
  "    'interpreters': has('_interpreters')\n"
  "        or sys.version_info >= (3, 12) and has('_xxsubinterpreters')}))\n";

struct _IlvPython
{
  GObject parent_instance;

  char *path;
  char *real_path;
  char *title;
  gint64 number; /* sys.hexversion */
  gboolean free_threaded;
  gboolean has_interpreters;
};

G_DEFINE_FINAL_TYPE (IlvPython, ilv_python, G_TYPE_OBJECT)

/* A search: which paths are still to be asked, and what was found. */
typedef struct
{
  GQueue paths;    /* of char* */
  GHashTable *met; /* paths that were queued */
  guint n_asked;   /* that have not answered yet */
  GListStore *found;
} Search;

/* One interpreter that is being asked. */
typedef struct
{
  GTask *task;
  GSubprocess *process;
  GCancellable *cancellable;
  guint timeout;
  gulong cancelled_handler;
  char buffer[MAX_ANSWER + 1];
} Asked;

static void ask_next (GTask *task);

static void
search_free (gpointer data)
{
  Search *search = data;

  g_queue_clear_full (&search->paths, g_free);
  g_hash_table_unref (search->met);
  g_object_unref (search->found);
  g_free (search);
}

static void
queue_path (Search *search, const char *path)
{
  if (!g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) || g_file_test (path, G_FILE_TEST_IS_DIR))
    return;
  if (g_hash_table_add (search->met, g_strdup (path)))
    g_queue_push_tail (&search->paths, g_strdup (path));
}

/* Queues what is named like an interpreter in @folder. */
static void
queue_folder (Search *search, const char *folder)
{
  g_autofree char *plain = g_build_filename (folder, "python3", NULL);

  queue_path (search, plain);
  for (guint minor = LAST_MINOR; minor >= FIRST_MINOR; minor--)
    {
      g_autofree char *path = g_strdup_printf ("%s.%u", plain, minor);
      g_autofree char *free_threaded_path = g_strdup_printf ("%st", path);

      queue_path (search, path);
      queue_path (search, free_threaded_path);
    }
}

static void
queue_more (Search *search, const char *path)
{
  g_autofree char *programs = g_build_filename (path, "bin", NULL);

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      queue_path (search, path);
      return;
    }
  queue_folder (search, path);
  queue_folder (search, programs);
}

/* The (transfer full) object that was printed, or NULL: on the last line that is one of ours. */
static JsonObject *
find_answer (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = g_strv_length (lines); i > 0; i--)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i - 1], NULL);

      if (node != NULL && JSON_NODE_HOLDS_OBJECT (node)
          && json_object_has_member (json_node_get_object (node), "interleave"))
        return json_object_ref (json_node_get_object (node));
    }
  return NULL;
}

/* (transfer full) (nullable): the interpreter that says so of itself. */
static IlvPython *
read_answer (const char *text, const char *asked_path)
{
  g_autoptr (JsonObject) answer = find_answer (text);
  IlvPython *self;
  const char *version;
  const char *path;

  if (answer == NULL
      || g_strcmp0 (json_object_get_string_member_with_default (answer, "implementation", ""),
                    "cpython") != 0
      || json_object_get_int_member_with_default (answer, "number", 0) < OLDEST_VERSION)
    return NULL;

  self = g_object_new (ILV_TYPE_PYTHON, NULL);
  version = json_object_get_string_member_with_default (answer, "version", "3");
  path = json_object_get_string_member_with_default (answer, "executable", "");
  self->path = g_strdup (g_path_is_absolute (path) ? path : asked_path);
  self->real_path = g_strdup (json_object_get_string_member_with_default (answer, "real", path));
  self->number = json_object_get_int_member (answer, "number");
  self->free_threaded
    = json_object_get_boolean_member_with_default (answer, "free_threaded", FALSE);
  self->has_interpreters
    = json_object_get_boolean_member_with_default (answer, "interpreters", FALSE);
  if (self->free_threaded)
    /* Translators: %s is the version of a Python interpreter that was built without its lock. */
    self->title = g_strdup_printf (_("CPython %s, free-threaded"), version);
  else
    self->title = g_strdup_printf ("CPython %s", version);
  return self;
}

/* Newest first; of one version, the usual kind before the one without a lock. */
static int
compare (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const IlvPython *left = a;
  const IlvPython *right = b;

  if (left->number != right->number)
    return left->number > right->number ? -1 : 1;
  return left->free_threaded - right->free_threaded;
}

static void
keep (Search *search, IlvPython *python)
{
  GListModel *model = G_LIST_MODEL (search->found);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (IlvPython) other = g_list_model_get_item (model, i);

      if (g_str_equal (other->real_path, python->real_path) && other->number == python->number)
        return;
    }
  g_list_store_insert_sorted (search->found, python, compare, NULL);
}

static void
asked_free (Asked *asked)
{
  if (asked->timeout != 0)
    {
      GSource *source = g_main_context_find_source_by_id (g_task_get_context (asked->task),
                                                          asked->timeout);

      if (source != NULL)
        g_source_destroy (source);
    }
  g_cancellable_disconnect (g_task_get_cancellable (asked->task), asked->cancelled_handler);
  g_object_unref (asked->process);
  g_object_unref (asked->cancellable);
  g_object_unref (asked->task);
  g_free (asked);
}

/* With all that it has started. */
static void
end_process (GSubprocess *process)
{
  const char *id = g_subprocess_get_identifier (process);

  if (id != NULL)
    kill (-(pid_t) g_ascii_strtoll (id, NULL, 10), SIGKILL);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (GTask) task = g_object_ref (asked->task);
  Search *search = g_task_get_task_data (task);
  g_autoptr (IlvPython) python = NULL;
  gsize length = 0;

  if (g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &length, NULL))
    {
      asked->buffer[length] = '\0';
      python = read_answer (asked->buffer, g_object_get_data (G_OBJECT (asked->process), "path"));
    }
  end_process (asked->process);
  if (python != NULL)
    keep (search, python);
  asked_free (asked);
  search->n_asked--;
  ask_next (task);
}

static gboolean
on_timeout (gpointer user_data)
{
  Asked *asked = user_data;

  asked->timeout = 0;
  g_cancellable_cancel (asked->cancellable);
  return G_SOURCE_REMOVE;
}

static void
on_cancelled (GCancellable *cancellable G_GNUC_UNUSED, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
set_up_asked (gpointer data)
{
  ilv_python_leave_group (data);
  setpriority (PRIO_PROCESS, 0, ASKED_NICENESS);
}

static void
ask (GTask *task, const char *path)
{
  Search *search = g_task_get_task_data (task);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GSource) source = NULL;
  Asked *asked;

  g_subprocess_launcher_set_child_setup (launcher, set_up_asked, NULL, NULL);
  process = g_subprocess_launcher_spawn (launcher, NULL, path, "-E", "-c", question, NULL);
  if (process == NULL)
    return;

  g_object_set_data_full (G_OBJECT (process), "path", g_strdup (path), g_free);
  asked = g_new0 (Asked, 1);
  asked->task = g_object_ref (task);
  asked->process = g_steal_pointer (&process);
  asked->cancellable = g_cancellable_new ();
  source = g_timeout_source_new (ANSWER_TIMEOUT_MS);
  g_source_set_callback (source, on_timeout, asked, NULL);
  asked->timeout = g_source_attach (source, g_task_get_context (task));
  if (g_task_get_cancellable (task) != NULL)
    asked->cancelled_handler
      = g_cancellable_connect (g_task_get_cancellable (task), G_CALLBACK (on_cancelled),
                               g_object_ref (asked->cancellable), g_object_unref);
  search->n_asked++;
  g_input_stream_read_all_async (g_subprocess_get_stdout_pipe (asked->process), asked->buffer,
                                 MAX_ANSWER, G_PRIORITY_DEFAULT, asked->cancellable, on_answer,
                                 asked);
}

/* Asks as many as may be asked at once; answers the task when nobody is left. */
static void
ask_next (GTask *task)
{
  Search *search = g_task_get_task_data (task);

  while (search->n_asked < MAX_ASKED && !g_queue_is_empty (&search->paths)
         && !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      g_autofree char *path = g_queue_pop_head (&search->paths);

      ask (task, path);
    }
  if (search->n_asked == 0)
    {
      g_task_return_pointer (task, g_object_ref (search->found), g_object_unref);
      g_object_unref (task);
    }
}

static void
ilv_python_finalize (GObject *object)
{
  IlvPython *self = ILV_PYTHON (object);

  g_free (self->path);
  g_free (self->real_path);
  g_free (self->title);

  G_OBJECT_CLASS (ilv_python_parent_class)->finalize (object);
}

static void
ilv_python_class_init (IlvPythonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_python_finalize;
}

static void
ilv_python_init (IlvPython *self G_GNUC_UNUSED)
{
}

void
ilv_python_leave_group (gpointer data G_GNUC_UNUSED)
{
  setpgid (0, 0);
}

gboolean
ilv_python_is_free_threaded (IlvPython *self)
{
  return self->free_threaded;
}

const char *
ilv_python_get_path (IlvPython *self)
{
  g_return_val_if_fail (ILV_IS_PYTHON (self), NULL);

  return self->path;
}

const char *
ilv_python_get_title (IlvPython *self)
{
  g_return_val_if_fail (ILV_IS_PYTHON (self), NULL);

  return self->title;
}

/* A free-threaded build can be told to use the lock, so it can show what threads are with it. */
gboolean
ilv_python_can_run (IlvPython *self, IlvStrategy strategy)
{
  g_return_val_if_fail (ILV_IS_PYTHON (self), FALSE);

  switch (strategy)
    {
    case ILV_STRATEGY_PYTHON_SUBINTERPRETERS:
      return self->has_interpreters;
    case ILV_STRATEGY_PYTHON_FREE_THREADED:
      return self->free_threaded;
    default:
      return ilv_strategy_is_python (strategy);
    }
}

/**
 * ilv_python_find_async:
 * @more_paths: (nullable) (array zero-terminated=1): interpreters, or folders that hold some
 * @cancellable: (nullable): to give the search up
 * @callback: gets the answer
 * @user_data: for @callback
 *
 * Looks for interpreters and asks each what it is.
 */
void
ilv_python_find_async (const char *const *more_paths,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);
  g_auto (GStrv) folders = g_strsplit (g_getenv ("PATH") != NULL ? g_getenv ("PATH") : "", ":", -1);

  g_task_set_source_tag (task, ilv_python_find_async);
  g_queue_init (&search->paths);
  search->met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  search->found = g_list_store_new (ILV_TYPE_PYTHON);
  g_task_set_task_data (task, search, search_free);
  for (guint i = 0; more_paths != NULL && more_paths[i] != NULL; i++)
    queue_more (search, more_paths[i]);
  for (guint i = 0; folders[i] != NULL; i++)
    if (g_path_is_absolute (folders[i]))
      queue_folder (search, folders[i]);
  ask_next (task);
}

/**
 * ilv_python_find_finish:
 * @result: what the callback got
 * @error: why there is no answer: only because the search was given up
 *
 * Returns: (transfer full): what was found, newest first; maybe nothing
 */
GListModel *
ilv_python_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * ilv_python_choose:
 * @interpreters: (element-type IlvPython): newest first
 * @strategy: what is to be run
 *
 * Returns: (transfer none) (nullable): the first that can run it; where a lock is to be shown, one
 *   that has a lock by its nature rather than one that can be told to
 */
IlvPython *
ilv_python_choose (GListModel *interpreters, IlvStrategy strategy)
{
  IlvPython *second_best = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (interpreters), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (interpreters); i++)
    {
      g_autoptr (IlvPython) python = g_list_model_get_item (interpreters, i);

      if (!ilv_python_can_run (python, strategy))
        continue;
      if (!python->free_threaded || strategy == ILV_STRATEGY_PYTHON_FREE_THREADED)
        return python;
      if (second_best == NULL)
        second_best = python;
    }
  return second_best;
}
