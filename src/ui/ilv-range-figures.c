/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-range-figures.h"

#include <glib/gi18n.h>

#include "ilv-summary.h"

typedef struct
{
  IlvTrace *traces[ILV_N_SIDES];
  gint64 from_ns;
  gint64 to_ns;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_clear_object (&wish->traces[i]);
  g_free (wish);
}

static void
compute_on_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  g_autofree IlvRangeFigures *self = g_new0 (IlvRangeFigures, 1);

  self->from_ns = wish->from_ns;
  self->to_ns = wish->to_ns;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    if (wish->traces[i] != NULL)
      self->is_known[i] = ilv_figures_compute_range (&self->figures[i], wish->traces[i], wish->from_ns,
                                                     wish->to_ns, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&self), g_free);
}

void
ilv_range_figures_compute_async (IlvTrace *const traces[ILV_N_SIDES],
                                 gint64 from_ns,
                                 gint64 to_ns,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Wish *wish = g_new0 (Wish, 1);

  g_task_set_source_tag (task, ilv_range_figures_compute_async);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_set_object (&wish->traces[i], traces[i]);
  wish->from_ns = from_ns;
  wish->to_ns = to_ns;
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, compute_on_thread);
}

IlvRangeFigures *
ilv_range_figures_compute_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* @format: with a %s for the length of time. */
static void
add_time (GPtrArray *parts, const char *format, gint64 time_ns)
{
  g_autofree char *time = ilv_summary_format_duration (time_ns);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_ptr_array_add (parts, g_strdup_printf (format, time));
#pragma GCC diagnostic pop
}

char *
ilv_range_figures_describe (const IlvFigures *figures)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  /* Translators: parts of a list of figures; %s is how long tasks were in that state, all added up. */
  add_time (parts, _ ("running %s"), figures->running_ns);
  add_time (parts, _ ("ready %s"), figures->ready_ns);
  add_time (parts, _ ("waiting %s"), figures->waiting_ns);
  add_time (parts, _ ("blocked %s"), figures->blocked_ns);
  if (figures->processors > 0)
    /* Translators: the share of the processors’ time that was spent on tasks. */
    g_ptr_array_add (parts, g_strdup_printf (_ ("utilisation %.0f %%"), figures->utilisation * 100));
  /* Translators: how often a task had a processor without a break. */
  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u slice", "%u slices", figures->slices),
                                           figures->slices));
  /* Translators: the most tasks that ran at one moment. */
  g_ptr_array_add (parts, g_strdup_printf (_ ("at most %u at once"), figures->max_parallelism));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
