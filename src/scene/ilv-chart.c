/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-chart.h"

struct _IlvChart
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvChart, ilv_chart, GTK_TYPE_WIDGET)

static void
ilv_chart_class_init (IlvChartClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_chart_init (IlvChart *self G_GNUC_UNUSED)
{
}

GtkWidget *
ilv_chart_new (void)
{
  return g_object_new (ILV_TYPE_CHART, NULL);
}

void
ilv_chart_set_labels (IlvChart *self G_GNUC_UNUSED,
                      const char *x_label G_GNUC_UNUSED,
                      const char *y_label G_GNUC_UNUSED)
{
}
guint
ilv_chart_add_series (IlvChart *self G_GNUC_UNUSED,
                      const char *name G_GNUC_UNUSED,
                      IlvChartStyle style G_GNUC_UNUSED)
{
  return 0;
}
void
ilv_chart_add_point (IlvChart *self G_GNUC_UNUSED,
                     guint series G_GNUC_UNUSED,
                     double x G_GNUC_UNUSED,
                     double y G_GNUC_UNUSED)
{
}
void
ilv_chart_clear (IlvChart *self G_GNUC_UNUSED)
{
}
char *
ilv_chart_to_text (IlvChart *self G_GNUC_UNUSED)
{
  return g_strdup ("");
}
