/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-list.h"

struct _IlvSpanItem
{
  GObject parent_instance;

  IlvTrace *trace;
  const IlvSpan *span;
};

G_DEFINE_FINAL_TYPE (IlvSpanItem, ilv_span_item, G_TYPE_OBJECT)

struct _IlvSpanList
{
  GObject parent_instance;

  IlvTrace *trace;
};

static void ilv_span_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvSpanList,
                               ilv_span_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ilv_span_list_model_init))

static void
ilv_span_item_finalize (GObject *object)
{
  g_object_unref (ILV_SPAN_ITEM (object)->trace);

  G_OBJECT_CLASS (ilv_span_item_parent_class)->finalize (object);
}

static void
ilv_span_item_class_init (IlvSpanItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_span_item_finalize;
}

static void
ilv_span_item_init (G_GNUC_UNUSED IlvSpanItem *self)
{
}

static const IlvSpan *
get_spans (IlvSpanList *self, guint *n_spans)
{
  const IlvSpan *spans = NULL;
  gsize n = 0;

  if (self->trace != NULL)
    spans = ilv_trace_get_spans (self->trace, &n);
  *n_spans = (guint) MIN (n, G_MAXUINT);

  return spans;
}

static GType
ilv_span_list_get_item_type (G_GNUC_UNUSED GListModel *model)
{
  return ILV_TYPE_SPAN_ITEM;
}

static guint
ilv_span_list_get_n_items (GListModel *model)
{
  guint n_spans;

  get_spans (ILV_SPAN_LIST (model), &n_spans);

  return n_spans;
}

static gpointer
ilv_span_list_get_item (GListModel *model, guint position)
{
  IlvSpanList *self = ILV_SPAN_LIST (model);
  const IlvSpan *spans;
  IlvSpanItem *item;
  guint n_spans;

  spans = get_spans (self, &n_spans);
  if (position >= n_spans)
    return NULL;

  item = g_object_new (ILV_TYPE_SPAN_ITEM, NULL);
  item->trace = g_object_ref (self->trace);
  item->span = &spans[position];

  return item;
}

static void
ilv_span_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ilv_span_list_get_item_type;
  iface->get_n_items = ilv_span_list_get_n_items;
  iface->get_item = ilv_span_list_get_item;
}

static void
ilv_span_list_dispose (GObject *object)
{
  g_clear_object (&ILV_SPAN_LIST (object)->trace);

  G_OBJECT_CLASS (ilv_span_list_parent_class)->dispose (object);
}

static void
ilv_span_list_class_init (IlvSpanListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_span_list_dispose;
}

static void
ilv_span_list_init (G_GNUC_UNUSED IlvSpanList *self)
{
}

IlvTrace *
ilv_span_item_get_trace (IlvSpanItem *self)
{
  g_return_val_if_fail (ILV_IS_SPAN_ITEM (self), NULL);

  return self->trace;
}

const IlvSpan *
ilv_span_item_get_span (IlvSpanItem *self)
{
  g_return_val_if_fail (ILV_IS_SPAN_ITEM (self), NULL);

  return self->span;
}

IlvSpanList *
ilv_span_list_new (void)
{
  return g_object_new (ILV_TYPE_SPAN_LIST, NULL);
}

void
ilv_span_list_set_trace (IlvSpanList *self, IlvTrace *trace)
{
  guint n_before, n_after;

  g_return_if_fail (ILV_IS_SPAN_LIST (self));
  g_return_if_fail (trace == NULL || ILV_IS_TRACE (trace));

  get_spans (self, &n_before);
  if (!g_set_object (&self->trace, trace))
    return;

  get_spans (self, &n_after);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, n_after);
}
