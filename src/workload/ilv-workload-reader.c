/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-workload-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-duration.h"
#include "ilv-workload-check.h"

#define MAX_NAME_CHARACTERS 40

/* In the steps of a group with a count: the number of the task, from 1. */
#define NUMBER_MARK "{n}"

typedef struct
{
  IlvKeyFile *key_file;
  const char *prefix;       /* of the groups that are tasks: "Task" */
  GPtrArray *tasks;         /* of IlvWorkloadTask */
  GPtrArray *lock_names;    /* of char * */
  GPtrArray *groups;        /* of char *, one a task: where it was read */
  GHashTable *task_indices; /* from a name */
  GHashTable *lock_indices; /* from a name */
  GHashTable *counts;       /* from the name of a group with a count */
} Reader;

static void
reader_init (Reader *self,
             IlvKeyFile *key_file,
             const char *prefix,
             GPtrArray *tasks,
             GPtrArray *lock_names)
{
  self->key_file = key_file;
  self->prefix = prefix;
  self->tasks = tasks;
  self->lock_names = lock_names;
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->task_indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lock_indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->task_indices, g_hash_table_unref);
  g_clear_pointer (&self->lock_indices, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
is_name (const char *text)
{
  if (*text == '\0' || g_utf8_strlen (text, -1) > MAX_NAME_CHARACTERS)
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (strchr (";[]", *text) != NULL || g_unichar_iscntrl (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* The "NAME" of a group "Task NAME"; %NULL where the group is something else. */
static char *
find_task_name (Reader *self, const char *group)
{
  if (!g_str_has_prefix (group, self->prefix))
    return NULL;
  group += strlen (self->prefix);
  if (*group != '\0' && !g_ascii_isspace (*group))
    return NULL;
  return g_strstrip (g_strdup (group));
}

static gboolean
add_task (Reader *self, const char *group, const char *name, GError **error)
{
  if (self->tasks->len == ILV_WORKLOAD_MAX_TASKS)
    {
      ilv_key_file_set_meaning_error (self->key_file, error, group, NULL,
                                      _("With this there are more than %d tasks; take some out"),
                                      ILV_WORKLOAD_MAX_TASKS);
      return FALSE;
    }
  if (!is_name (name))
    {
      ilv_key_file_set_error (self->key_file, error, group, NULL,
                              _("“%s” cannot be a task's name; write 1 to %d characters without "
                                "“;”, “[”, “]” and control characters"),
                              name, MAX_NAME_CHARACTERS);
      return FALSE;
    }
  if (!g_hash_table_insert (self->task_indices, g_strdup (name),
                            GUINT_TO_POINTER (self->tasks->len)))
    {
      ilv_key_file_set_meaning_error (self->key_file, error, group, NULL,
                                      _("There are two tasks named “%s”; rename one"), name);
      return FALSE;
    }
  g_ptr_array_add (self->tasks, ilv_workload_task_new (name));
  g_ptr_array_add (self->groups, g_strdup (group));
  return TRUE;
}

/* The tasks of one group, without their steps: those may name tasks that are yet to come. */
static gboolean
add_tasks (Reader *self, const char *group, const char *name, GError **error)
{
  int count = 0;

  if (!ilv_key_file_get_int (self->key_file, group, "Count", 1, ILV_WORKLOAD_MAX_TASKS, 0, &count,
                             error))
    return FALSE;
  if (count == 0)
    return add_task (self, group, name, error);

  g_hash_table_insert (self->counts, g_strdup (name), GINT_TO_POINTER (count));
  for (int i = 1; i <= count; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %d", name, i);

      if (!add_task (self, group, numbered, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_tasks (Reader *self, GError **error)
{
  g_auto (GStrv) groups = ilv_key_file_get_groups (self->key_file);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *name = find_task_name (self, groups[i]);

      if (name != NULL && !add_tasks (self, groups[i], name, error))
        return FALSE;
    }
  if (self->tasks->len > 0)
    return TRUE;
  ilv_key_file_set_meaning_error (self->key_file, error, NULL, NULL,
                                  _("There is no task; add a group such as “[%s A]” with a line "
                                    "such as “Steps=cpu 40ms”"),
                                  self->prefix);
  return FALSE;
}

static gboolean
read_duration (Reader *self,
               const char *group,
               const char *text,
               const char *argument,
               IlvStep *step,
               GError **error)
{
  const char *word = ilv_step_kind_to_string (step->kind);
  const char *message = NULL;

  switch (ilv_duration_parse (argument, &step->duration_ns))
    {
    case ILV_DURATION_FAULT_NONE:
      return TRUE;
    /* Translators: in these messages the first %s is a step as the author wrote it and the second
     * the word that it begins with, such as cpu or wait */
    case ILV_DURATION_FAULT_NUMBER:
      message = _("“%s” has no number of its time; write for example “%s 40ms”");
      break;
    case ILV_DURATION_FAULT_NO_UNIT:
      message = _("“%s” has no unit; write for example “%s 40ms”");
      break;
    case ILV_DURATION_FAULT_UNIT:
      message = _("“%s” has no known unit (s, ms, µs or ns); write for example “%s 40ms”");
      break;
    case ILV_DURATION_FAULT_ZERO:
      message = _("“%s” takes no time; write for example “%s 40ms”");
      break;
    case ILV_DURATION_FAULT_FINE:
      message = _("“%s” is finer than a nanosecond; write for example “%s 40ms”");
      break;
    case ILV_DURATION_FAULT_LONG:
      message = _("“%s” is longer than an hour; write for example “%s 40ms”");
      break;
    default:
      g_assert_not_reached ();
    }
  ilv_key_file_set_error (self->key_file, error, group, "Steps", message, text, word);
  return FALSE;
}

static gboolean
read_lock (Reader *self,
           const char *group,
           const char *text,
           const char *argument,
           IlvStep *step,
           GError **error)
{
  gpointer index = NULL;

  if (*argument == '\0')
    {
      ilv_key_file_set_error (self->key_file, error, group, "Steps",
                              _("“%s” names no lock; write for example “%s L”"), text, text);
      return FALSE;
    }
  if (!is_name (argument))
    {
      ilv_key_file_set_error (self->key_file, error, group, "Steps",
                              _("“%s” has no good name of a lock; write 1 to %d characters without "
                                "“;”, “[”, “]” and control characters"),
                              text, MAX_NAME_CHARACTERS);
      return FALSE;
    }
  if (!g_hash_table_lookup_extended (self->lock_indices, argument, NULL, &index))
    {
      index = GUINT_TO_POINTER (self->lock_names->len);
      g_hash_table_insert (self->lock_indices, g_strdup (argument), index);
      g_ptr_array_add (self->lock_names, g_strdup (argument));
    }
  step->target = GPOINTER_TO_UINT (index);
  return TRUE;
}

static gboolean
read_target (Reader *self,
             const char *group,
             const char *text,
             const char *argument,
             IlvStep *step,
             GError **error)
{
  gpointer index = NULL;
  guint count;

  if (g_hash_table_lookup_extended (self->task_indices, argument, NULL, &index))
    {
      step->target = GPOINTER_TO_UINT (index);
      return TRUE;
    }
  count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, argument));
  if (*argument == '\0')
    ilv_key_file_set_error (self->key_file, error, group, "Steps",
                            _("“%s” names no task; write for example “%s B”"), text, text);
  else if (count > 0)
    ilv_key_file_set_meaning_error (self->key_file, error, group, "Steps",
                                    g_dngettext (GETTEXT_PACKAGE,
                                                 "“%s” names a group of %u task; write “%s 1”",
                                                 "“%s” names a group of %u tasks; write for "
                                                 "example “%s 1”",
                                                 count),
                                    text, count, text);
  else
    ilv_key_file_set_meaning_error (self->key_file, error, group, "Steps",
                                    _("“%s” names a task that there is not; add a group “[%s "
                                      "%s]”"),
                                    text, self->prefix, argument);
  return FALSE;
}

static gboolean
refuse_argument (Reader *self,
                 const char *group,
                 const char *text,
                 IlvStepKind kind,
                 const char *example,
                 GError **error)
{
  ilv_key_file_set_error (self->key_file, error, group, "Steps",
                          /* Translators: a step as the author wrote it, and how one that begins
                           * with the same word may look, such as "get /api/v2/pokemon/25" */
                          _("“%s” cannot be understood; write for example “%s %s”"), text,
                          ilv_step_kind_to_string (kind), example);
  return FALSE;
}

/* A name in the run's own folder, and in no other. */
static gboolean
is_file_name (const char *text)
{
  return *text != '\0' && *text != '.' && strchr (text, '/') == NULL && is_name (text);
}

static gboolean
is_write_argument (const char *argument)
{
  g_auto (GStrv) words = g_strsplit (argument, " ", 2);
  guint64 size = 0;
  char *unit = NULL;

  if (!is_file_name (words[0]))
    return FALSE;
  if (words[1] == NULL)
    return TRUE;
  size = g_ascii_strtoull (words[1], &unit, 10);
  return size > 0 && size <= ILV_WORKLOAD_MAX_WRITE_MIB
         && (g_str_equal (unit, " MiB") || g_str_equal (unit, " KiB"));
}

static gboolean
is_argument (IlvStepKind kind, const char *argument)
{
  switch (kind)
    {
    case ILV_STEP_GET:
      return *argument == '/' && strpbrk (argument, " \t") == NULL;
    case ILV_STEP_READ:
      return is_file_name (argument);
    case ILV_STEP_WRITE:
      return is_write_argument (argument);
    default:
      return *argument != '\0';
    }
}

static gboolean
read_argument (Reader *self,
               const char *group,
               const char *text,
               const char *argument,
               IlvStep *step,
               GError **error)
{
  static const char *const examples[] = {
    [ILV_STEP_GET] = "/api/v2/pokemon/25",
    [ILV_STEP_READ] = "notes.txt",
    [ILV_STEP_WRITE] = "notes.txt 8 MiB",
    [ILV_STEP_QUERY] = "SELECT name FROM users",
    [ILV_STEP_ASK] = "traffic-lights",
  };

  if (!is_argument (step->kind, argument))
    return refuse_argument (self, group, text, step->kind, examples[step->kind], error);
  step->argument = g_strdup (argument);
  return TRUE;
}

/* "3/16": the third tile of sixteen. */
static gboolean
read_tile (Reader *self,
           const char *group,
           const char *text,
           const char *argument,
           IlvStep *step,
           GError **error)
{
  char *end = NULL;
  guint64 tile = g_ascii_strtoull (argument, &end, 10);
  guint64 count = *end == '/' ? g_ascii_strtoull (end + 1, &end, 10) : 0;

  if (*end != '\0' || tile < 1 || tile > count || count > ILV_WORKLOAD_MAX_TASKS)
    return refuse_argument (self, group, text, step->kind, "3/16", error);
  step->target = tile - 1;
  step->count = count;
  return TRUE;
}

static gboolean
read_number (Reader *self,
             const char *group,
             const char *text,
             const char *argument,
             IlvStep *step,
             GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (argument, 10, 1, ILV_WORKLOAD_MAX_ADDITIONS, &number, NULL))
    return refuse_argument (self, group, text, step->kind, "1000", error);
  step->target = number;
  return TRUE;
}

static gboolean
read_step (Reader *self, const char *group, const char *text, IlvStep *step, GError **error)
{
  gsize length = strcspn (text, " \t");
  g_autofree char *word = g_strndup (text, length);
  const char *argument = text + length + strspn (text + length, " \t");

  if (*text == '\0')
    {
      ilv_key_file_set_error (self->key_file, error, group, "Steps",
                              _("There is one “;” too many; take it out"));
      return FALSE;
    }
  if (!ilv_step_kind_from_string (word, &step->kind))
    {
      ilv_key_file_set_error (self->key_file, error, group, "Steps",
                              _("“%s” is no step; a step begins with cpu, wait, block, get, read, "
                                "write, query, ask, paint, add, lock, unlock, await or spawn"),
                              text);
      return FALSE;
    }
  switch (step->kind)
    {
    case ILV_STEP_CPU:
    case ILV_STEP_WAIT:
    case ILV_STEP_BLOCK:
      return read_duration (self, group, text, argument, step, error);
    case ILV_STEP_GET:
    case ILV_STEP_READ:
    case ILV_STEP_WRITE:
    case ILV_STEP_QUERY:
    case ILV_STEP_ASK:
      return read_argument (self, group, text, argument, step, error);
    case ILV_STEP_PAINT:
      return read_tile (self, group, text, argument, step, error);
    case ILV_STEP_ADD:
      return read_number (self, group, text, argument, step, error);
    case ILV_STEP_LOCK:
    case ILV_STEP_UNLOCK:
      return read_lock (self, group, text, argument, step, error);
    case ILV_STEP_AWAIT:
    case ILV_STEP_SPAWN:
      return read_target (self, group, text, argument, step, error);
    default:
      g_assert_not_reached ();
    }
}

static char *
number_steps (const char *value, guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autoptr (GString) text = g_string_new (value);

  g_string_replace (text, NUMBER_MARK, digits, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* (nullable): the steps of a group, where "{n}" is @number. A “;” at the end of the list is
 * allowed. */
static GArray *
read_steps (Reader *self, const char *group, guint number, GError **error)
{
  g_autoptr (GArray) steps = ilv_workload_steps_new ();
  g_autofree char *value = ilv_key_file_require_string (self->key_file, group, "Steps", error);
  g_autofree char *list = NULL;
  g_auto (GStrv) texts = NULL;

  if (value == NULL)
    return NULL;
  list = number_steps (value, number);
  texts = g_strsplit (list, ";", -1);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      const char *text = g_strstrip (texts[i]);
      IlvStep step = { 0 };

      if (*text == '\0' && i > 0 && texts[i + 1] == NULL)
        break;
      if (steps->len == ILV_WORKLOAD_MAX_STEPS)
        {
          ilv_key_file_set_meaning_error (self->key_file, error, group, "Steps",
                                          _("“%s” is one step too many; a task can have %d"),
                                          text, ILV_WORKLOAD_MAX_STEPS);
          return NULL;
        }
      if (!read_step (self, group, text, &step, error))
        return NULL;
      g_array_append_val (steps, step);
    }
  return g_steal_pointer (&steps);
}

static gboolean
are_numbered (Reader *self, const char *group)
{
  g_autofree char *value = ilv_key_file_get_string (self->key_file, group, "Steps");

  return value != NULL && strstr (value, NUMBER_MARK) != NULL;
}

static gboolean
read_all_steps (Reader *self, GError **error)
{
  guint number = 0;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      IlvWorkloadTask *task = g_ptr_array_index (self->tasks, i);
      const char *group = g_ptr_array_index (self->groups, i);

      number
        = i > 0 && g_str_equal (group, g_ptr_array_index (self->groups, i - 1)) ? number + 1 : 1;
      if (number > 1 && !are_numbered (self, group))
        {
          IlvWorkloadTask *previous = g_ptr_array_index (self->tasks, i - 1);

          task->steps = g_array_ref (previous->steps);
          continue;
        }
      task->steps = read_steps (self, group, number, error);
      if (task->steps == NULL)
        return FALSE;
    }
  return TRUE;
}

gboolean
ilv_workload_reader_read (IlvKeyFile *key_file,
                          const char *prefix,
                          GPtrArray *tasks,
                          GPtrArray *lock_names,
                          GError **error)
{
  g_auto (Reader) self = { 0 };

  reader_init (&self, key_file, prefix, tasks, lock_names);
  return read_tasks (&self, error) && read_all_steps (&self, error) &&
         ilv_workload_check (key_file, self.groups, tasks, lock_names, error);
}
