/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells ThreadSanitizer what GLib synchronises.
 *
 * GLib is not compiled with ThreadSanitizer, and its mutexes are futexes of its own, so that every use
 * of them looks like a race. Linked into the test programs of a ThreadSanitizer build, this stands
 * before GLib's functions and adds the "happens before" that each of them means; nothing is
 * suppressed, so that a race in our own code is still found.
 */

#include <dlfcn.h>
#include <gio/gio.h>
#include <pthread.h>
#include <sanitizer/tsan_interface.h>

/* The macros would get into the way of the functions that they hide. */
#undef g_atomic_rc_box_acquire
#undef g_object_ref
#undef g_once_init_enter
#undef g_once_init_leave
#undef g_thread_pool_new
#undef g_task_run_in_thread
#undef g_source_set_name

#define REAL(name) \
  static _Atomic (__typeof__ (&name)) found; \
  __typeof__ (&name) real = found; \
  if (real == NULL) \
    found = real = (__typeof__ (&name)) dlsym (RTLD_NEXT, #name)

void
g_mutex_lock (GMutex *mutex)
{
  REAL (g_mutex_lock);
  real (mutex);
  __tsan_acquire (mutex);
}

gboolean
g_mutex_trylock (GMutex *mutex)
{
  gboolean locked;

  REAL (g_mutex_trylock);
  locked = real (mutex);
  if (locked)
    __tsan_acquire (mutex);
  return locked;
}

void
g_mutex_unlock (GMutex *mutex)
{
  REAL (g_mutex_unlock);
  __tsan_release (mutex);
  real (mutex);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  REAL (g_cond_wait);
  __tsan_release (mutex);
  real (cond, mutex);
  __tsan_acquire (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  gboolean signalled;

  REAL (g_cond_wait_until);
  __tsan_release (mutex);
  signalled = real (cond, mutex, end_time);
  __tsan_acquire (mutex);
  return signalled;
}

void
g_once_init_leave (volatile void *location, gsize result)
{
  REAL (g_once_init_leave);
  __tsan_release ((void *) location);
  real (location, result);
}

gboolean
g_once_init_enter (volatile void *location)
{
  gboolean enter;

  REAL (g_once_init_enter);
  enter = real (location);
  __tsan_acquire ((void *) location);
  return enter;
}

gpointer
g_object_ref (gpointer object)
{
  REAL (g_object_ref);
  __tsan_release (object);
  return real (object);
}

void
g_object_unref (gpointer object)
{
  REAL (g_object_unref);
  __tsan_release (object);
  __tsan_acquire (object);
  real (object);
}

void
g_atomic_ref_count_inc (gatomicrefcount *count)
{
  REAL (g_atomic_ref_count_inc);
  __tsan_release (count);
  real (count);
}

gboolean
g_atomic_ref_count_dec (gatomicrefcount *count)
{
  gboolean last;

  REAL (g_atomic_ref_count_dec);
  __tsan_release (count);
  last = real (count);
  if (last)
    __tsan_acquire (count);
  return last;
}

gpointer
g_atomic_rc_box_acquire (gpointer box)
{
  REAL (g_atomic_rc_box_acquire);
  __tsan_release (box);
  return real (box);
}

void
g_atomic_rc_box_release_full (gpointer box, GDestroyNotify clear)
{
  REAL (g_atomic_rc_box_release_full);
  __tsan_release (box);
  __tsan_acquire (box);
  real (box, clear);
}

/* What a thread was started with and what it is given later must be seen by it. */

typedef struct
{
  GFunc func;
  gpointer data;
} PoolFunc;

static void
run_pool_func (gpointer item, gpointer user_data)
{
  PoolFunc *pool_func = user_data;

  __tsan_acquire (item);
  pool_func->func (item, pool_func->data);
}

GThreadPool *
g_thread_pool_new (GFunc func, gpointer data, gint max_threads, gboolean exclusive, GError **error)
{
  PoolFunc *pool_func = g_new (PoolFunc, 1); /* as long as the pool's threads may run: for ever */

  REAL (g_thread_pool_new);
  pool_func->func = func;
  pool_func->data = data;
  __tsan_release (pool_func);
  return real (run_pool_func, pool_func, max_threads, exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer item, GError **error)
{
  REAL (g_thread_pool_push);
  __tsan_release (item);
  return real (pool, item, error);
}

static GQuark
task_func_quark (void)
{
  return g_quark_from_static_string ("tsan-glib-task-func");
}

static void
run_task_func (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GTaskThreadFunc func;

  __tsan_acquire (task);
  func = g_object_get_qdata (G_OBJECT (task), task_func_quark ());
  func (task, source, task_data, cancellable);
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  REAL (g_task_run_in_thread);
  g_object_set_qdata (G_OBJECT (task), task_func_quark (), func);
  __tsan_release (task);
  real (task, run_task_func);
}

/* What a source was given before it was attached must be seen where it is dispatched, which is the
 * thread of its main context. Functions of sources have up to three arguments, the last of which is the
 * data; here it is a record, that is looked for among them. */

typedef struct
{
  GSourceFunc func;
  gpointer data;
  GDestroyNotify destroy;
} SourceFunc;

static pthread_mutex_t source_funcs_mutex = PTHREAD_MUTEX_INITIALIZER;
static GHashTable *source_funcs;

static void
set_source_func_known (gpointer record, gboolean is_known)
{
  pthread_mutex_lock (&source_funcs_mutex);
  if (source_funcs == NULL)
    source_funcs = g_hash_table_new (NULL, NULL);
  if (is_known)
    g_hash_table_add (source_funcs, record);
  else
    g_hash_table_remove (source_funcs, record);
  pthread_mutex_unlock (&source_funcs_mutex);
}

static gboolean
is_source_func (gconstpointer record)
{
  gboolean is_known;

  pthread_mutex_lock (&source_funcs_mutex);
  is_known = g_hash_table_contains (source_funcs, record);
  pthread_mutex_unlock (&source_funcs_mutex);
  return is_known;
}

static gboolean
run_source_func (gpointer first, gpointer second, gpointer third)
{
  SourceFunc *record = is_source_func (first)    ? first
                       : is_source_func (second) ? second
                                                 : third;
  gboolean (*func) (gpointer, gpointer, gpointer) = (gpointer) record->func;

  __tsan_acquire (record);
  return func (first == record ? record->data : first, second == record ? record->data : second,
               record->data);
}

static void
destroy_source_func (gpointer data)
{
  SourceFunc *record = data;

  __tsan_acquire (record);
  set_source_func_known (record, FALSE);
  if (record->destroy != NULL)
    record->destroy (record->data);
  g_free (record);
}

void
g_source_set_callback (GSource *source, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  SourceFunc *record;

  REAL (g_source_set_callback);
  /* Without data nothing is handed over; and GIO's watch of files does not pass it at all. */
  if (func == NULL || data == NULL)
    {
      real (source, func, data, destroy);
      return;
    }
  record = g_new (SourceFunc, 1);
  *record = (SourceFunc) { func, data, destroy };
  set_source_func_known (record, TRUE);
  real (source, (GSourceFunc) (gpointer) run_source_func, record, destroy_source_func);
  __tsan_release (record);
}

/* A task's answer carries all that was done before it to whoever takes it. GLib is called one function
 * deeper, since the frame that calls a library without frame pointers is missing in a report: so the
 * names below stand in it, and tests/tsan.supp can name them. */

#define RETURN_DEEPER(name, parameters, arguments) \
  static void __attribute__ ((noinline)) name##_deeper parameters \
  { \
    REAL (name); \
    real arguments; \
    __asm__ volatile (""); \
  }

RETURN_DEEPER (g_task_return_pointer,
               (GTask *task, gpointer result, GDestroyNotify destroy),
               (task, result, destroy))
RETURN_DEEPER (g_task_return_boolean, (GTask *task, gboolean result), (task, result))
RETURN_DEEPER (g_task_return_error, (GTask *task, GError *error), (task, error))

void
g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify destroy)
{
  __tsan_release (task);
  g_task_return_pointer_deeper (task, result, destroy);
  __asm__ volatile ("");
}

void
g_task_return_boolean (GTask *task, gboolean result)
{
  __tsan_release (task);
  g_task_return_boolean_deeper (task, result);
  __asm__ volatile ("");
}

void
g_task_return_error (GTask *task, GError *error)
{
  __tsan_release (task);
  g_task_return_error_deeper (task, error);
  __asm__ volatile ("");
}

gpointer
g_task_propagate_pointer (GTask *task, GError **error)
{
  REAL (g_task_propagate_pointer);
  __tsan_acquire (task);
  return real (task, error);
}

gboolean
g_task_propagate_boolean (GTask *task, GError **error)
{
  REAL (g_task_propagate_boolean);
  __tsan_acquire (task);
  return real (task, error);
}

/* One deeper, like the above: it may make the table of a main context's sources grow, which GLib guards
 * by a lock of its own. */

static guint __attribute__ ((noinline))
g_source_attach_deeper (GSource *source, GMainContext *context)
{
  guint id;

  REAL (g_source_attach);
  id = real (source, context);
  __asm__ volatile ("");
  return id;
}

guint
g_source_attach (GSource *source, GMainContext *context)
{
  guint id = g_source_attach_deeper (source, context);

  __asm__ volatile ("");
  return id;
}

/* The copy of a source's name, which GIO's thread makes and the thread of its main context frees under a
 * lock of GLib's own. No frame of ours stands in the report, so what is written here is not recorded. */

void __tsan_ignore_thread_begin (void);
void __tsan_ignore_thread_end (void);

void
g_source_set_name (GSource *source, const char *name)
{
  REAL (g_source_set_name);
  __tsan_ignore_thread_begin ();
  real (source, name);
  __tsan_ignore_thread_end ();
}
