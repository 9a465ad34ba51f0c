/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-side-card.h"

#include <glib/gi18n.h>

#include "ilv-figures-view.h"
#include "ilv-heartbeat-strip.h"
#include "ilv-narrow-drop-down.h"
#include "ilv-result-text.h"
#include "ilv-scene.h"
#include "ilv-slice-lengths.h"
#include "ilv-span-table.h"
#include "ilv-strategy-choice.h"
#include "ilv-summary.h"
#include "ilv-wheel.h"
#include "ilv-wrap-layout.h"

struct _IlvSideCard
{
  GtkWidget parent_instance;

  IlvStrategyChoice *choice;
  IlvSide side;
  char *detail;
  IlvPlayhead *playhead;
  IlvTrace *plan; /* what the scene shows while there is no trace, or NULL */
  IlvScene *scene; /* a page of the stack, or NULL */
  gboolean shows_scene;
  gboolean shows_table;
  gboolean shows_names;

  GtkWidget *strategies;
  GtkWidget *badge;
  GtkWidget *description;
  GtkWidget *caution;
  GtkWidget *switcher;
  GtkWidget *scene_button;
  GtkWidget *scene_label;
  GtkWidget *views;
  GtkWidget *timeline;
  GtkWidget *table;
  GtkWidget *heartbeat;
  GtkWidget *outcome;
  GtkWidget *figures;
  GtkWidget *slice_lengths;
  GtkWidget *results;
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

/* The one name of a side for people who do not see it. */
static void
update_accessible_names (IlvSideCard *self)
{
  IlvStrategy strategy = ilv_strategy_choice_get_strategy (self->choice);
  gboolean is_left = self->side == ILV_SIDE_LEFT;
  /* Translators: %s is the name of a strategy, such as Thread pool. */
  g_autofree char *name = g_strdup_printf (is_left ? _ ("Left side: %s") : _ ("Right side: %s"),
                                           ilv_strategy_get_title (strategy));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_left ? _ ("Left timeline") : _ ("Right timeline"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strategies), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_left ? _ ("Strategy of the left side") : _ ("Strategy of the right side"), -1);
}

static void
show_strategy (IlvSideCard *self)
{
  IlvStrategy strategy = ilv_strategy_choice_get_strategy (self->choice);
  const char *description = ilv_strategy_get_description (strategy);
  /* Translators: what a strategy does, and what is known of it, such as "CPython 3.11.2". */
  g_autofree char *detailed
    = self->detail != NULL ? g_strdup_printf (_ ("%s · %s"), description, self->detail) : NULL;

  gtk_label_set_label (GTK_LABEL (self->description), detailed != NULL ? detailed : description);
  gtk_widget_set_visible (self->badge, strategy == ILV_STRATEGY_MODEL);
  update_accessible_names (self);
}

static void
on_chosen (IlvSideCard *self)
{
  g_clear_pointer (&self->detail, g_free);
  show_strategy (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STRATEGY]);
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
show_view (IlvSideCard *self)
{
  const char *name = self->shows_table                           ? "table"
                     : self->shows_scene && self->scene != NULL ? "scene"
                                                                 : "timeline";

  gtk_stack_set_visible_child_name (GTK_STACK (self->views), name);
  update_table (self);
}

/* @text: (transfer full): what a label says that is hidden while it says nothing. */
static void
show_text (GtkWidget *label, char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
  g_free (text);
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
  show_text (self->results, ilv_result_text_describe (trace, self->shows_names));
  show_text (self->notes, ilv_result_text_describe_notes (trace));
  /* From now on there is room for it, so that further runs move nothing. */
  gtk_widget_set_visible (self->outcome, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->outcome), TRUE);
}

static void
ilv_side_card_dispose (GObject *object)
{
  IlvSideCard *self = ILV_SIDE_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->choice);
  self->scene = NULL;
  g_clear_object (&self->playhead);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (ilv_side_card_parent_class)->dispose (object);
}

static void
ilv_side_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvSideCard *self = ILV_SIDE_CARD (object);

  switch (id)
    {
    case PROP_STRATEGY:
      g_value_set_uint (value, ilv_strategy_choice_get_strategy (self->choice));
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
  g_type_ensure (ILV_TYPE_HEARTBEAT_STRIP);
  g_type_ensure (ILV_TYPE_SLICE_LENGTHS);
  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidecard");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-side-card.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, strategies);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, badge);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, description);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, caution);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, switcher);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, scene_button);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, scene_label);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, views);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, timeline);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, table);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, outcome);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, figures);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, slice_lengths);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, heartbeat);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, results);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, IlvSideCard, notes);
}

static void
ilv_side_card_init (IlvSideCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ilv_wheel_pass_on (gtk_widget_get_ancestor (GTK_WIDGET (self->timeline), GTK_TYPE_SCROLLED_WINDOW));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  ilv_narrow_drop_down_set_up (GTK_DROP_DOWN (self->strategies));
  self->choice = ilv_strategy_choice_new (GTK_DROP_DOWN (self->strategies));
  show_strategy (self);
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
}

void
ilv_side_card_set_up (IlvSideCard *self, IlvSide side, IlvTimeAxis *axis, IlvPlayhead *playhead)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));

  self->side = side;
  self->playhead = g_object_ref (playhead);
  ilv_heartbeat_strip_set_axis (ILV_HEARTBEAT_STRIP (self->heartbeat), axis);
  ilv_heartbeat_strip_set_timeline (ILV_HEARTBEAT_STRIP (self->heartbeat),
                                    ILV_TIMELINE (self->timeline));
  ilv_scene_set_playhead (ILV_SCENE (self->heartbeat), playhead);
  ilv_timeline_set_side (ILV_TIMELINE (self->timeline), side);
  ilv_timeline_set_axis (ILV_TIMELINE (self->timeline), axis);
  ilv_timeline_set_playhead (ILV_TIMELINE (self->timeline), playhead);
  ilv_slice_lengths_set_timeline (ILV_SLICE_LENGTHS (self->slice_lengths), ILV_TIMELINE (self->timeline));
  ilv_span_table_set_side (ILV_SPAN_TABLE (self->table), side);
  ilv_span_table_set_axis (ILV_SPAN_TABLE (self->table), axis);
  update_accessible_names (self);
}

IlvStrategy
ilv_side_card_get_strategy (IlvSideCard *self)
{
  g_return_val_if_fail (ILV_IS_SIDE_CARD (self), ILV_STRATEGY_SEQUENTIAL);

  return ilv_strategy_choice_get_strategy (self->choice);
}

void
ilv_side_card_set_strategy (IlvSideCard *self, IlvStrategy strategy)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));
  g_return_if_fail (strategy < ILV_N_STRATEGIES);

  ilv_strategy_choice_set_strategy (self->choice, strategy);
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
  ilv_scene_set_trace (ILV_SCENE (self->heartbeat), trace);
  if (self->scene != NULL)
    ilv_scene_set_trace (self->scene, trace != NULL ? trace : self->plan);
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
  gtk_label_set_label (GTK_LABEL (self->results), "");
  gtk_widget_set_visible (self->results, FALSE);
  gtk_widget_set_visible (self->notes, FALSE);
}

void
ilv_side_card_set_plan (IlvSideCard *self, IlvTrace *plan)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));
  g_return_if_fail (plan == NULL || ILV_IS_TRACE (plan));

  g_set_object (&self->plan, plan);
  if (self->scene != NULL && ilv_timeline_get_trace (ILV_TIMELINE (self->timeline)) == NULL)
    ilv_scene_set_trace (self->scene, plan);
}

void
ilv_side_card_set_shows_table (IlvSideCard *self, gboolean shows_table)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));

  self->shows_table = shows_table;
  show_view (self);
}

static const char *
get_scene_title (const char *name)
{
  if (g_str_equal (name, "cashiers"))
    return _ ("Shop");
  if (g_str_equal (name, "tiles"))
    return _ ("Picture");
  return _ ("Names");
}

void
ilv_side_card_set_scene (IlvSideCard *self, const char *name)
{
  GtkWidget *scene;

  g_return_if_fail (ILV_IS_SIDE_CARD (self));
  g_return_if_fail (self->scene == NULL);
  g_return_if_fail (self->playhead != NULL);

  scene = ilv_scene_new (name);
  if (scene == NULL)
    return;
  self->scene = ILV_SCENE (scene);
  self->shows_names = g_str_equal (name, "names");
  ilv_scene_set_playhead (self->scene, self->playhead);
  ilv_scene_set_trace (self->scene, self->plan);
  gtk_stack_add_named (GTK_STACK (self->views), scene, "scene");
  gtk_label_set_label (GTK_LABEL (self->scene_label), get_scene_title (name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scene_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, get_scene_title (name), -1);
  gtk_widget_set_visible (self->switcher, TRUE);
}

void
ilv_side_card_set_shows_scene (IlvSideCard *self, gboolean shows_scene)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));

  self->shows_scene = shows_scene;
  show_view (self);
}

void
ilv_side_card_set_offered (IlvSideCard *self, guint offered)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));

  ilv_strategy_choice_set_offered (self->choice, offered);
}

void
ilv_side_card_set_remarks (IlvSideCard *self, const char *detail, const char *caution)
{
  g_return_if_fail (ILV_IS_SIDE_CARD (self));

  g_free (self->detail);
  self->detail = g_strdup (detail);
  gtk_label_set_label (GTK_LABEL (self->caution), caution != NULL ? caution : "");
  gtk_widget_set_visible (self->caution, caution != NULL);
  show_strategy (self);
}

IlvTimeline *
ilv_side_card_get_timeline (IlvSideCard *self)
{
  g_return_val_if_fail (ILV_IS_SIDE_CARD (self), NULL);

  return ILV_TIMELINE (self->timeline);
}

const char *
ilv_side_card_get_results (IlvSideCard *self)
{
  g_return_val_if_fail (ILV_IS_SIDE_CARD (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->results));
}
