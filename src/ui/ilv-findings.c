/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-findings.h"

#include <glib/gi18n.h>

#include "ilv-compat.h"
#include "ilv-notice.h"
#include "ilv-summary.h"

struct _IlvFindings
{
  GtkWidget parent_instance;

  GtkWidget *problem;
  GtkWidget *verdict;
  GtkWidget *prediction;
  GtkWidget *disturbance;
};

G_DEFINE_FINAL_TYPE (IlvFindings, ilv_findings, GTK_TYPE_WIDGET)

static GtkWidget *
add_notice (IlvFindings *self, IlvNoticeKind kind, const char *button, const char *action_name)
{
  GtkWidget *notice = ilv_notice_new (kind, button, action_name);

  gtk_widget_set_parent (notice, GTK_WIDGET (self));
  return notice;
}

static void
ilv_findings_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_findings_parent_class)->dispose (object);
}

static void
ilv_findings_class_init (IlvFindingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_findings_dispose;
  gtk_widget_class_set_css_name (widget_class, "findings");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_findings_init (IlvFindings *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 10);
  self->problem = add_notice (self, ILV_NOTICE_WARNING, NULL, NULL);
  self->verdict = add_notice (self, ILV_NOTICE_RESULT, NULL, NULL);
  self->prediction = add_notice (self, ILV_NOTICE_RESULT, NULL, NULL);
  self->disturbance
    = add_notice (self, ILV_NOTICE_WARNING, _ ("Run again"), "comparison.run");
}

void
ilv_findings_clear (IlvFindings *self)
{
  g_return_if_fail (ILV_IS_FINDINGS (self));

  ilv_notice_set_text (ILV_NOTICE (self->problem), NULL);
  ilv_notice_set_text (ILV_NOTICE (self->verdict), NULL);
  ilv_notice_set_text (ILV_NOTICE (self->prediction), NULL);
  ilv_notice_set_text (ILV_NOTICE (self->disturbance), NULL);
}

void
ilv_findings_show (IlvFindings *self, IlvTrace *left, IlvTrace *right, const char *prediction)
{
  g_autofree char *verdict = NULL;
  g_autofree char *disturbance = NULL;

  g_return_if_fail (ILV_IS_FINDINGS (self));

  verdict = ilv_summary_compare (left, right);
  disturbance = ilv_summary_describe_disturbance (left, right);
  ilv_notice_set_text (ILV_NOTICE (self->problem), NULL);
  ilv_notice_set_text (ILV_NOTICE (self->verdict), verdict);
  ilv_notice_set_text (ILV_NOTICE (self->prediction), prediction);
  ilv_notice_set_text (ILV_NOTICE (self->disturbance), disturbance);
}

void
ilv_findings_announce (IlvFindings *self, const char *results)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ILV_IS_FINDINGS (self));
  g_return_if_fail (results != NULL);

  text = g_strjoin (" ", ilv_findings_get_verdict (self), results, NULL);
  ilv_compat_announce (GTK_WIDGET (self), g_strstrip (text));
}

void
ilv_findings_show_problem (IlvFindings *self, const char *problem)
{
  g_return_if_fail (ILV_IS_FINDINGS (self));

  ilv_notice_set_text (ILV_NOTICE (self->problem), problem);
}

const char *
ilv_findings_get_verdict (IlvFindings *self)
{
  g_return_val_if_fail (ILV_IS_FINDINGS (self), NULL);

  return ilv_notice_get_text (ILV_NOTICE (self->verdict));
}
