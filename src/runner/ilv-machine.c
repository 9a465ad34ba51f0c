/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-machine.h"

#include <sys/resource.h>

#include "ilv-machine-text.h"
#include "ilv-processors.h"

struct _IlvMachine
{
  GObject parent_instance;

  char *root;
  /* The last finished look, which the next one is compared with. */
  gint64 time_us;
  gint64 own_switches;
  gint64 machine_switches;
  GArray *counts; /* of IlvProcessorCount */
};

/* The counts of one look. */
typedef struct
{
  IlvMachineSample *sample;
  gint64 time_us;
  gint64 own_switches;
  gint64 machine_switches;
  GArray *counts;
} Look;

G_DEFINE_FINAL_TYPE (IlvMachine, ilv_machine, G_TYPE_OBJECT)

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_pointer (&look->sample, ilv_machine_sample_free);
  g_clear_pointer (&look->counts, g_array_unref);
  g_free (look);
}

/* (transfer full) (nullable) */
static char *
read_file (const char *root, const char *path)
{
  g_autofree char *file = g_build_filename (root, path, NULL);
  char *text = NULL;

  return g_file_get_contents (file, &text, NULL, NULL) ? text : NULL;
}

/* One number of a processor's folder; -1 where it cannot be read. */
static gint64
read_topology (const char *root, int number, const char *name)
{
  g_autofree char *path =
    g_strdup_printf ("sys/devices/system/cpu/cpu%d/topology/%s", number, name);
  g_autofree char *text = read_file (root, path);
  char *end = NULL;
  gint64 value;

  if (text == NULL)
    return -1;
  value = g_ascii_strtoll (text, &end, 10);
  return end != text && value >= 0 && value <= G_MAXINT ? value : -1;
}

/* The cores of a package are numbered on their own, and not always in a row. */
static void
read_cores (IlvMachineSample *sample, const char *root)
{
  g_autoptr (GHashTable) cores = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  sample->n_cores = sample->processors->len > 0 ? 0 : -1;
  for (guint i = 0; i < sample->processors->len; i++)
    {
      IlvProcessorUse *use = &g_array_index (sample->processors, IlvProcessorUse, i);
      gint64 package = MAX (read_topology (root, use->number, "physical_package_id"), 0);
      gint64 id = read_topology (root, use->number, "core_id");
      gint64 key = package << 32 | id;
      gpointer core;

      if (id < 0)
        sample->n_cores = -1;
      if (id < 0 || sample->n_cores < 0)
        continue;
      if (!g_hash_table_lookup_extended (cores, &key, NULL, &core))
        {
          core = GINT_TO_POINTER (sample->n_cores++);
          g_hash_table_insert (cores, g_memdup2 (&key, sizeof key), core);
        }
      use->core = GPOINTER_TO_INT (core);
    }
}

static gboolean
is_allowed (int number)
{
  for (guint i = 0; i < ilv_processors_get_count (); i++)
    if (ilv_processors_get_number (i) == number)
      return TRUE;
  return FALSE;
}

static void
add_processors (Look *look)
{
  for (guint i = 0; i < look->counts->len; i++)
    {
      IlvProcessorUse use = { .core = -1, .busy = -1 };

      use.number = g_array_index (look->counts, IlvProcessorCount, i).number;
      use.is_allowed = is_allowed (use.number);
      g_array_append_val (look->sample->processors, use);
    }
}

/* The kernel's counts of all threads of this program, of those that have ended too. */
static gint64
read_own_switches (void)
{
  struct rusage usage;

  return getrusage (RUSAGE_SELF, &usage) == 0 ? (gint64) usage.ru_nvcsw + usage.ru_nivcsw : -1;
}

/* Flatpak puts this file into each of its sandboxes. */
static gboolean
has_sandbox (const char *root)
{
  g_autofree char *path = g_build_filename (root, ".flatpak-info", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

gboolean
ilv_machine_is_sandboxed (void)
{
  return has_sandbox ("/");
}

static void
take_look (GTask *task,
           gpointer source,
           gpointer data G_GNUC_UNUSED,
           GCancellable *cancellable G_GNUC_UNUSED)
{
  const char *root = ILV_MACHINE (source)->root;
  g_autofree char *stat = read_file (root, "proc/stat");
  g_autofree char *load = read_file (root, "proc/loadavg");
  g_autofree char *status = read_file (root, "proc/self/status");
  Look *look = g_new0 (Look, 1);
  IlvMachineSample *sample = look->sample = g_new0 (IlvMachineSample, 1);

  look->time_us = g_get_monotonic_time ();
  look->own_switches = read_own_switches ();
  look->machine_switches = ilv_machine_text_read_number (stat, "ctxt");
  look->counts = ilv_machine_text_read_processors (stat);
  sample->processors = g_array_new (FALSE, FALSE, sizeof (IlvProcessorUse));
  sample->own_switches = sample->machine_switches = -1;
  ilv_machine_text_read_tasks (load, &sample->n_runnable, &sample->n_tasks);
  if (sample->n_runnable < 0)
    sample->n_runnable = ilv_machine_text_read_number (stat, "procs_running");
  sample->n_own_threads = ilv_machine_text_read_number (status, "Threads:");
  add_processors (look);
  read_cores (sample, root);
  sample->is_sandboxed = has_sandbox (root);
  if (g_task_return_error_if_cancelled (task))
    look_free (look);
  else
    g_task_return_pointer (task, look, look_free);
}

static double
get_rate (gint64 before, gint64 now, gint64 elapsed_us)
{
  if (before < 0 || now < before || elapsed_us <= 0)
    return -1;
  return (double) (now - before) * G_USEC_PER_SEC / elapsed_us;
}

static double
get_busy_share (GArray *before, const IlvProcessorCount *now)
{
  for (guint i = 0; i < before->len; i++)
    {
      const IlvProcessorCount *count = &g_array_index (before, IlvProcessorCount, i);

      if (count->number != now->number)
        continue;
      /* The kernel's sums may go back by a tick. */
      if (now->total <= count->total)
        return -1;
      return CLAMP ((double) (now->busy - count->busy) / (now->total - count->total), 0, 1);
    }
  return -1;
}

static void
compare_with_last (IlvMachine *self, Look *look)
{
  IlvMachineSample *sample = look->sample;
  gint64 elapsed_us = look->time_us - self->time_us;

  sample->own_switches = get_rate (self->own_switches, look->own_switches, elapsed_us);
  sample->machine_switches = get_rate (self->machine_switches, look->machine_switches, elapsed_us);
  for (guint i = 0; i < sample->processors->len; i++)
    g_array_index (sample->processors, IlvProcessorUse, i).busy =
      get_busy_share (self->counts, &g_array_index (look->counts, IlvProcessorCount, i));
}

static void
remember (IlvMachine *self, Look *look)
{
  self->time_us = look->time_us;
  self->own_switches = look->own_switches;
  self->machine_switches = look->machine_switches;
  g_clear_pointer (&self->counts, g_array_unref);
  self->counts = g_steal_pointer (&look->counts);
}

static void
ilv_machine_finalize (GObject *object)
{
  IlvMachine *self = ILV_MACHINE (object);

  g_free (self->root);
  g_clear_pointer (&self->counts, g_array_unref);

  G_OBJECT_CLASS (ilv_machine_parent_class)->finalize (object);
}

static void
ilv_machine_class_init (IlvMachineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_machine_finalize;
}

static void
ilv_machine_init (IlvMachine *self G_GNUC_UNUSED)
{
}

void
ilv_machine_sample_free (IlvMachineSample *self)
{
  g_array_unref (self->processors);
  g_free (self);
}

IlvMachine *
ilv_machine_new (void)
{
  return ilv_machine_new_for_root ("/");
}

IlvMachine *
ilv_machine_new_for_root (const char *root)
{
  IlvMachine *self;

  g_return_val_if_fail (root != NULL, NULL);

  self = g_object_new (ILV_TYPE_MACHINE, NULL);
  self->root = g_strdup (root);
  return self;
}

void
ilv_machine_sample_async (IlvMachine *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ILV_IS_MACHINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_machine_sample_async);
  g_task_run_in_thread (task, take_look);
}

IlvMachineSample *
ilv_machine_sample_finish (IlvMachine *self, GAsyncResult *result, GError **error)
{
  Look *look;
  IlvMachineSample *sample;

  g_return_val_if_fail (ILV_IS_MACHINE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  look = g_task_propagate_pointer (G_TASK (result), error);
  if (look == NULL)
    return NULL;
  if (self->counts != NULL)
    compare_with_last (self, look);
  remember (self, look);
  sample = g_steal_pointer (&look->sample);
  look_free (look);
  return sample;
}
