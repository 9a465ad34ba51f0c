/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-history.h"

#include <glib/gi18n.h>

#include "ilv-summary.h"

struct _IlvRunHistory
{
  GObject parent_instance;

  GPtrArray *runs;
  guint last_number;
};

static GType
ilv_run_history_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return ILV_TYPE_PAST_RUN;
}

static guint
ilv_run_history_get_n_items (GListModel *model)
{
  return ILV_RUN_HISTORY (model)->runs->len;
}

static gpointer
ilv_run_history_get_item (GListModel *model, guint position)
{
  IlvRunHistory *self = ILV_RUN_HISTORY (model);

  return position < self->runs->len ? g_object_ref (g_ptr_array_index (self->runs, position))
                                    : NULL;
}

static void
ilv_run_history_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ilv_run_history_get_item_type;
  iface->get_n_items = ilv_run_history_get_n_items;
  iface->get_item = ilv_run_history_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvRunHistory,
                               ilv_run_history,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ilv_run_history_list_model_init))

static void
ilv_run_history_finalize (GObject *object)
{
  g_ptr_array_unref (ILV_RUN_HISTORY (object)->runs);

  G_OBJECT_CLASS (ilv_run_history_parent_class)->finalize (object);
}

static void
ilv_run_history_class_init (IlvRunHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_run_history_finalize;
}

static void
ilv_run_history_init (IlvRunHistory *self)
{
  self->runs = g_ptr_array_new_with_free_func (g_object_unref);
}

IlvRunHistory *
ilv_run_history_new (void)
{
  return g_object_new (ILV_TYPE_RUN_HISTORY, NULL);
}

IlvPastRun *
ilv_run_history_add (IlvRunHistory *self, const char *kind, IlvTrace *left, IlvTrace *right)
{
  IlvPastRun *run;

  g_return_val_if_fail (ILV_IS_RUN_HISTORY (self), NULL);

  if (self->runs->len == ILV_RUN_HISTORY_MAX)
    {
      g_ptr_array_remove_index (self->runs, self->runs->len - 1);
      g_list_model_items_changed (G_LIST_MODEL (self), self->runs->len, 1, 0);
    }
  run = ilv_past_run_new (++self->last_number, kind, left, right);
  g_ptr_array_insert (self->runs, 0, run);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, 1);
  return run;
}

IlvPastRun *
ilv_run_history_find (IlvRunHistory *self, guint number)
{
  g_return_val_if_fail (ILV_IS_RUN_HISTORY (self), NULL);

  for (guint i = 0; i < self->runs->len; i++)
    if (ilv_past_run_get_number (g_ptr_array_index (self->runs, i)) == number)
      return g_ptr_array_index (self->runs, i);
  return NULL;
}

gint64
ilv_run_history_get_longest_ns (IlvRunHistory *self)
{
  gint64 longest_ns = 0;

  g_return_val_if_fail (ILV_IS_RUN_HISTORY (self), 0);

  for (guint i = 0; i < self->runs->len; i++)
    for (guint side = 0; side < ILV_N_SIDES; side++)
      longest_ns
        = MAX (longest_ns, ilv_past_run_get_duration_ns (g_ptr_array_index (self->runs, i), side));
  return longest_ns;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

/* The lengths of one side of the runs like the newest, in ascending order. */
static guint
collect (IlvRunHistory *self, IlvSide side, gint64 *times)
{
  const char *kind = ilv_past_run_get_kind (g_ptr_array_index (self->runs, 0));
  guint n_times = 0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      IlvPastRun *run = g_ptr_array_index (self->runs, i);

      if (g_str_equal (ilv_past_run_get_kind (run), kind))
        times[n_times++] = ilv_past_run_get_duration_ns (run, side);
    }
  qsort (times, n_times, sizeof (gint64), compare_times);
  return n_times;
}

/* "803 ms in the middle, 798 ms to 815 ms" */
static char *
describe_spread (const gint64 *times, guint n_times)
{
  /* Of an even number, the mean of the two in the middle. */
  g_autofree char *median
    = ilv_summary_format_duration ((times[(n_times - 1) / 2] + times[n_times / 2]) / 2);
  g_autofree char *least = ilv_summary_format_duration (times[0]);
  g_autofree char *most = ilv_summary_format_duration (times[n_times - 1]);

  /* Translators: three times: the median, the shortest and the longest. */
  return g_strdup_printf (_ ("%s (from %s to %s)"), median, least, most);
}

char *
ilv_run_history_describe (IlvRunHistory *self)
{
  gint64 times[ILV_RUN_HISTORY_MAX];
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  guint n_times;

  g_return_val_if_fail (ILV_IS_RUN_HISTORY (self), NULL);

  if (self->runs->len == 0 || (n_times = collect (self, ILV_SIDE_LEFT, times)) < 2)
    return NULL;
  left = describe_spread (times, n_times);
  collect (self, ILV_SIDE_RIGHT, times);
  right = describe_spread (times, n_times);
  /* Translators: both %s are times such as "803 ms (from 798 ms to 815 ms)". */
  return g_strdup_printf (ngettext ("Median of %u run: left %s, right %s.",
                                    "Median of %u runs like the last: left %s, right %s.",
                                    n_times),
                          n_times, left, right);
}
