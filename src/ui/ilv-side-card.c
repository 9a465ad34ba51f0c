/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-side-card.h"

#include <glib/gi18n.h>

#include "ilv-figures-view.h"
#include "ilv-span-table.h"
#include "ilv-summary.h"

struct _IlvSideCard
{
  GtkWidget parent_instance;

  IlvStrategy strategy;
  IlvSide side;

  GtkWidget *strategies;
  GtkWidget *badge;
  GtkWidget *description;
  GtkWidget *views;
  GtkWidget *timeline;
  GtkWidget *table;
  GtkWidget *figures;
  GtkWidget *sentence;
  GtkWidget *notes;
};

G_DEFINE_FINAL_TYPE (IlvSideCard, ilv_side_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STRATEGY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
fill_strategies (IlvSideCard *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    gtk_string_list_append (titles, ilv_strategy_get_title (i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->strategies), G_LIST_MODEL (titles));
}

/* The one name of a side for people who do not see it. */
static void
update_accessible_names (IlvSideCard *self)
{
  gboolean is_left = self->side == ILV_SIDE_LEFT;
  /* Translators: %s is the name of a strategy, such as Thread pool. */
  g_autofree char *name = g_strdup_printf (is_left ? _ ("Left side: %s") : _ ("Right side: %s"),
                                           ilv_strategy_get_title (self->strategy));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_left ? _ ("Left timeline") : _ ("Right timeline"), -1);
}

static void
show_strategy (IlvSideCard *self)
{
  gtk_label_set_label (GTK_LABEL (self->description),
                       ilv_strategy_get_description (self->strategy));
  gtk_widget_set_visible (self->badge, self->strategy == ILV_STRATEGY_MODEL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->strategies), self->strategy);
  update_accessible_names (self);
}

static void
on_selected (IlvSideCard *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->strategies));

  if (selected < ILV_N_STRATEGIES)
    ilv_side_card_set_strategy (self, selected);
}

/* Rows cost time that the other side's run may need: they are made when somebody looks at them. */
static void
update_table (IlvSideCard *self)
{
  const char *view = gtk_stack_get_visible_child_name (GTK_STACK (self->views));
  IlvTrace *trace = ilv_timeline_get_trace (ILV_TIMELINE (self->timeline));

  if (trace != NULL && (ilv_trace_is_live (trace) || !g_str_equal (view, "table")))
    trace = NULL;
  ilv_span_table_set_trace (ILV_SPAN_TABLE (self->table), trace);
}

static void
show_notes (IlvSideCard *self, IlvTrace *trace)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  for (guint i = 0; i < info->notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (info->notes, i));
  gtk_label_set_label (GTK_LABEL (self->notes), text->str);
  gtk_widget_set_visible (self->notes, text->len > 0);
}

static void
show_result (IlvSideCard *self, IlvTrace *trace)
{
  g_autofree char *sentence = ilv_summary_describe (trace);
  IlvFigures figures;

  ilv_figures_compute (&figures, trace);
  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (self->figures), &figures);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timeline),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  show_notes (self, trace);
}

static void
ilv_side_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_side_card_parent_class)->dispose (object);
}

static void
ilv_side_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvSideCard *self = ILV_SIDE_CARD (object);

  switch (id)
    {
    case PROP_STRATEGY:
      g_value_set_uint (value, self->strategy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_side_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_STRATEGY:
      ilv_side_card_set_strategy (ILV_SIDE_CARD (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_side_card_class_init (IlvSideCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_side_card_dispose;
  object_class->get_property = ilv_side_card_get_property;
  object_class->set_property = ilv_side_card_set_property;

  properties[PROP_STRATEGY]
    = g_param_spec_uint ("strategy", NULL, NULL, 0, ILV_N_STRATEGIES - 1, 0,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (ILV_TYPE_TIMELINE);
  g_type_ensure (ILV_TYPE_SPAN_TABLE);
  g_type_ensure (ILV_TYPE_FIGURES_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidecard");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-side-card.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, strategies);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, badge);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, description);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, views);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, timeline);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, table);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, figures);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, notes);
}

static void
ilv_side_card_init (IlvSideCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  fill_strategies (self);
  show_strategy (self);
  g_signal_connect_swapped (self->strategies, "notify::selected", G_CALLBACK (on_selected), self);
}

void
ilv_side_card_set_up (IlvSideCard *self, IlvSide side, IlvTimeAxis *axis, IlvPlayhead *playhead)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));

  self->side = side;
  ilv_timeline_set_side (ILV_TIMELINE (self->timeline), side);
  ilv_timeline_set_axis (ILV_TIMELINE (self->timeline), axis);
  ilv_timeline_set_playhead (ILV_TIMELINE (self->timeline), playhead);
  ilv_span_table_set_side (ILV_SPAN_TABLE (self->table), side);
  ilv_span_table_set_axis (ILV_SPAN_TABLE (self->table), axis);
  update_accessible_names (self);
}

IlvStrategy
ilv_side_card_get_strategy (IlvSideCard *self)
{
  g_return_val_if_fail (ILV_IS_SIDE_CARD (self), ILV_STRATEGY_SEQUENTIAL);

  return self->strategy;
}

void
ilv_side_card_set_strategy (IlvSideCard *self, IlvStrategy strategy)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));
  g_return_if_fail (strategy < ILV_N_STRATEGIES);

  if (self->strategy == strategy)
    return;
  self->strategy = strategy;
  show_strategy (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STRATEGY]);
}

void
ilv_side_card_set_trace (IlvSideCard *self, IlvTrace *trace)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));
  g_return_if_fail (trace == NULL || ILV_IS_TRACE (trace));

  /* While the other side runs, this one is shown again and again. */
  if (trace != NULL && trace == ilv_timeline_get_trace (ILV_TIMELINE (self->timeline)))
    return;
  ilv_timeline_set_trace (ILV_TIMELINE (self->timeline), trace);
  if (trace != NULL && ilv_trace_is_live (trace))
    return;

  update_table (self);
  if (trace != NULL)
    {
      show_result (self, trace);
      return;
    }
  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (self->figures), NULL);
  gtk_label_set_label (GTK_LABEL (self->sentence), "");
  gtk_widget_set_visible (self->notes, FALSE);
}

void
ilv_side_card_set_shows_table (IlvSideCard *self, gboolean shows_table)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));

  gtk_stack_set_visible_child_name (GTK_STACK (self->views), shows_table ? "table" : "timeline");
  update_table (self);
}

IlvTimeline *
ilv_side_card_get_timeline (IlvSideCard *self)
{
  g_return_val_if_fail (ILV_IS_SIDE_CARD (self), NULL);

  return ILV_TIMELINE (self->timeline);
}
