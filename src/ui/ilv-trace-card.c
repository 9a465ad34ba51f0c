/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-card.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"
#include "ilv-figures-view.h"
#include "ilv-narrow-drop-down.h"
#include "ilv-slice-lengths.h"
#include "ilv-span-table.h"
#include "ilv-wheel.h"

struct _IlvTraceCard
{
  GtkWidget parent_instance;

  guint side;
  gboolean shows_table;
  gboolean is_filling; /* the names: nobody has chosen */

  GtkLabel *name;
  GtkDropDown *choice;
  GtkLabel *facts;
  GtkStack *views;
  GtkWidget *scroller;
  IlvTimeline *timeline;
  IlvSpanTable *table; /* NULL until somebody wants to see it */
  IlvFiguresView *figures;
  IlvSliceLengths *slice_lengths;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (IlvTraceCard, ilv_trace_card, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_selected (IlvTraceCard *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (!self->is_filling && selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, selected);
}

/* The one name of a side for people who do not see it. */
static void
update_accessible_names (IlvTraceCard *self, const char *name, gboolean is_alone)
{
  const char *format = self->side == 0 ? _ ("Left side: %s") : _ ("Right side: %s");
  const char *timeline = self->side == 0 ? _ ("Left timeline") : _ ("Right timeline");
  g_autofree char *label = is_alone ? g_strdup (name) : g_strdup_printf (format, name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_alone ? _ ("Timeline") : timeline, -1);
}

static void
create_table (IlvTraceCard *self)
{
  GtkWidget *table = ilv_span_table_new ();

  self->table = ILV_SPAN_TABLE (table);
  ilv_span_table_set_side (self->table, (int) self->side);
  ilv_span_table_set_axis (self->table, ilv_timeline_get_axis (self->timeline));
  gtk_widget_set_size_request (table, -1, 260);
  gtk_stack_add_named (self->views, table, "table");
}

/* Rows are made when somebody looks at them. */
static void
update_table (IlvTraceCard *self)
{
  if (self->shows_table && self->table == NULL)
    create_table (self);
  if (self->table != NULL)
    ilv_span_table_set_trace (self->table, self->shows_table ? ilv_timeline_get_trace (self->timeline) : NULL);
  gtk_stack_set_visible_child_name (self->views, self->shows_table ? "table" : "timeline");
}

static void
ilv_trace_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_trace_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-trace-card.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvTraceCard, name);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceCard, choice);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceCard, facts);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceCard, views);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceCard, timeline);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceCard, figures);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceCard, slice_lengths);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceCard, sentence);
}

static void
ilv_trace_card_class_init (IlvTraceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_trace_card_dispose;

  /**
   * IlvTraceCard::chosen:
   * @index: the number of a name
   *
   * The person wants to see another trace on this side.
   */
  signals[CHOSEN] = g_signal_new ("chosen", ILV_TYPE_TRACE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (ILV_TYPE_TIMELINE);
  g_type_ensure (ILV_TYPE_FIGURES_VIEW);
  g_type_ensure (ILV_TYPE_SLICE_LENGTHS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
ilv_trace_card_init (IlvTraceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  ilv_wheel_pass_on (self->scroller);
  ilv_narrow_drop_down_set_up (self->choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What this side shows"), -1);
  ilv_compat_name_drop_down (self->choice);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (on_selected), self);
}

void
ilv_trace_card_set_up (IlvTraceCard *self, guint side, IlvTimeAxis *axis, IlvPlayhead *playhead)
{
  g_return_if_fail (ILV_IS_TRACE_CARD (self));

  self->side = side;
  ilv_timeline_set_side (self->timeline, (int) side);
  ilv_timeline_set_axis (self->timeline, axis);
  ilv_timeline_set_playhead (self->timeline, playhead);
  ilv_slice_lengths_set_timeline (self->slice_lengths, self->timeline);
}

void
ilv_trace_card_set_names (IlvTraceCard *self, const char *const *names, guint chosen)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (list));
  gboolean is_choice = n_names > 2;

  g_return_if_fail (ILV_IS_TRACE_CARD (self));

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->choice, is_choice ? G_LIST_MODEL (list) : NULL);
  if (is_choice)
    gtk_drop_down_set_selected (self->choice, chosen);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->choice), is_choice);
  gtk_widget_set_visible (GTK_WIDGET (self->name), !is_choice);
  gtk_label_set_label (self->name, chosen < n_names ? names[chosen] : "");
}

void
ilv_trace_card_set_strand (IlvTraceCard *self, const IlvTraceStrand *strand, gboolean is_alone)
{
  g_return_if_fail (ILV_IS_TRACE_CARD (self));

  ilv_timeline_set_trace (self->timeline, strand != NULL ? strand->trace : NULL);
  update_table (self);
  gtk_widget_set_visible (GTK_WIDGET (self), strand != NULL);
  if (strand == NULL)
    return;
  gtk_label_set_label (self->facts, strand->facts);
  gtk_label_set_label (self->sentence, strand->sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), strand->has_figures);
  ilv_figures_view_set_figures (self->figures, strand->has_figures ? &strand->figures : NULL);
  update_accessible_names (self, gtk_label_get_label (self->name), is_alone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  strand->sentence, -1);
}

void
ilv_trace_card_set_shows_table (IlvTraceCard *self, gboolean shows_table)
{
  g_return_if_fail (ILV_IS_TRACE_CARD (self));

  self->shows_table = shows_table;
  update_table (self);
}

IlvTimeline *
ilv_trace_card_get_timeline (IlvTraceCard *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_CARD (self), NULL);

  return self->timeline;
}
