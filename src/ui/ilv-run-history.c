/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-history.h"

struct _IlvRunHistory
{
  GObject parent_instance;

  GPtrArray *runs;
  guint last_number;
  guint shown;
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

enum
{
  PROP_SHOWN = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
ilv_run_history_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWN)
    g_value_set_uint (value, ILV_RUN_HISTORY (object)->shown);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ilv_run_history_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWN)
    ilv_run_history_set_shown (ILV_RUN_HISTORY (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ilv_run_history_finalize (GObject *object)
{
  g_ptr_array_unref (ILV_RUN_HISTORY (object)->runs);

  G_OBJECT_CLASS (ilv_run_history_parent_class)->finalize (object);
}

static void
ilv_run_history_class_init (IlvRunHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ilv_run_history_get_property;
  object_class->set_property = ilv_run_history_set_property;
  object_class->finalize = ilv_run_history_finalize;

  /**
   * IlvRunHistory:shown:
   *
   * The number of the run that is looked at; 0 for none.
   */
  properties[PROP_SHOWN]
    = g_param_spec_uint ("shown", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
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

guint
ilv_run_history_get_shown (IlvRunHistory *self)
{
  g_return_val_if_fail (ILV_IS_RUN_HISTORY (self), 0);

  return self->shown;
}

void
ilv_run_history_set_shown (IlvRunHistory *self, guint number)
{
  g_return_if_fail (ILV_IS_RUN_HISTORY (self));

  if (self->shown == number)
    return;
  self->shown = number;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
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

/* The lengths of one side of the runs like the newest. */
static guint
collect (IlvRunHistory *self, IlvSide side, gint64 *times_ns)
{
  guint n_times = 0;

  for (guint i = 0; i < self->runs->len; i++)
    {
      IlvPastRun *run = g_ptr_array_index (self->runs, i);

      if (ilv_run_history_is_like_newest (self, run))
        times_ns[n_times++] = ilv_past_run_get_duration_ns (run, side);
    }
  return n_times;
}

gboolean
ilv_run_history_is_like_newest (IlvRunHistory *self, IlvPastRun *run)
{
  IlvPastRun *newest;

  g_return_val_if_fail (ILV_IS_RUN_HISTORY (self), FALSE);
  g_return_val_if_fail (ILV_IS_PAST_RUN (run), FALSE);

  newest = self->runs->len > 0 ? g_ptr_array_index (self->runs, 0) : NULL;
  return newest != NULL && g_str_equal (ilv_past_run_get_kind (run), ilv_past_run_get_kind (newest));
}

gboolean
ilv_run_history_get_spread (IlvRunHistory *self, IlvSide side, IlvSpread *spread)
{
  gint64 times_ns[ILV_RUN_HISTORY_MAX];
  guint n_times;

  g_return_val_if_fail (ILV_IS_RUN_HISTORY (self), FALSE);
  g_return_val_if_fail (side < ILV_N_SIDES, FALSE);

  n_times = collect (self, side, times_ns);
  if (n_times == 0)
    return FALSE;
  ilv_spread_compute (spread, times_ns, n_times);
  return TRUE;
}

char *
ilv_run_history_describe (IlvRunHistory *self)
{
  IlvSpread left, right;

  g_return_val_if_fail (ILV_IS_RUN_HISTORY (self), NULL);

  if (!ilv_run_history_get_spread (self, ILV_SIDE_LEFT, &left)
      || !ilv_run_history_get_spread (self, ILV_SIDE_RIGHT, &right) || left.n_times < 2)
    return NULL;
  return ilv_spread_describe_sides (&left, &right);
}
