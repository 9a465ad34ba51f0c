/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-past-run.h"

#include <glib/gi18n.h>

#include "ilv-summary.h"

struct _IlvPastRun
{
  GObject parent_instance;

  guint number;
  char *kind;
  IlvTrace *traces[ILV_N_SIDES];
};

G_DEFINE_FINAL_TYPE (IlvPastRun, ilv_past_run, G_TYPE_OBJECT)

static void
ilv_past_run_finalize (GObject *object)
{
  IlvPastRun *self = ILV_PAST_RUN (object);

  g_free (self->kind);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_clear_object (&self->traces[i]);

  G_OBJECT_CLASS (ilv_past_run_parent_class)->finalize (object);
}

static void
ilv_past_run_class_init (IlvPastRunClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_past_run_finalize;
}

static void
ilv_past_run_init (IlvPastRun *self G_GNUC_UNUSED)
{
}

IlvPastRun *
ilv_past_run_new (guint number, const char *kind, IlvTrace *left, IlvTrace *right)
{
  IlvPastRun *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (ILV_IS_TRACE (left), NULL);
  g_return_val_if_fail (ILV_IS_TRACE (right), NULL);

  self = g_object_new (ILV_TYPE_PAST_RUN, NULL);
  self->number = number;
  self->kind = g_strdup (kind);
  self->traces[ILV_SIDE_LEFT] = g_object_ref (left);
  self->traces[ILV_SIDE_RIGHT] = g_object_ref (right);
  return self;
}

guint
ilv_past_run_get_number (IlvPastRun *self)
{
  g_return_val_if_fail (ILV_IS_PAST_RUN (self), 0);

  return self->number;
}

const char *
ilv_past_run_get_kind (IlvPastRun *self)
{
  g_return_val_if_fail (ILV_IS_PAST_RUN (self), NULL);

  return self->kind;
}

IlvTrace *
ilv_past_run_get_trace (IlvPastRun *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_PAST_RUN (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return self->traces[side];
}

gint64
ilv_past_run_get_duration_ns (IlvPastRun *self, IlvSide side)
{
  return ilv_trace_get_duration_ns (ilv_past_run_get_trace (self, side));
}

char *
ilv_past_run_describe (IlvPastRun *self)
{
  g_autofree char *left = ilv_summary_format_duration (ilv_past_run_get_duration_ns (self, ILV_SIDE_LEFT));
  g_autofree char *right = ilv_summary_format_duration (ilv_past_run_get_duration_ns (self, ILV_SIDE_RIGHT));

  /* Translators: the number of a run and the times of its sides. */
  return g_strdup_printf (_ ("Run %u: left %s, right %s"), ilv_past_run_get_number (self), left, right);
}
