/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-side.h"

#include "ilv-compat.h"
#include <glib/gi18n.h>

#include "ilv-code-scene.h"
#include "ilv-scene.h"
#include "ilv-summary.h"
#include "ilv-timeline.h"
#include "ilv-wheel.h"

#define CODE_HEIGHT 220

struct _IlvRaceSide
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *runs;
  GtkWidget *timeline;
  GtkWidget *sentence;
  GtkWidget *names_box;
  GtkWidget *names; /* a scene */
  GtkWidget *code;  /* another */
};

G_DEFINE_FINAL_TYPE (IlvRaceSide, ilv_race_side, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
on_selected (IlvRaceSide *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* The code that ran, where there is some. */
static void
show_code (IlvRaceSide *self, IlvTrace *trace)
{
  const IlvTraceInfo *info = trace != NULL ? ilv_trace_get_info (trace) : NULL;
  gboolean has_code = info != NULL && info->code != NULL;

  gtk_widget_set_visible (self->code, has_code);
  ilv_scene_set_trace (ILV_SCENE (self->code), has_code ? trace : NULL);
  if (!has_code)
    return;
  ilv_code_scene_set_language (ILV_CODE_SCENE (self->code),
                               g_str_has_prefix (info->strategy, "python") ? "python3" : "c");
  ilv_code_scene_set_text (ILV_CODE_SCENE (self->code), info->code);
}

static void
ilv_race_side_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_race_side_parent_class)->dispose (object);
}

static void
ilv_race_side_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_uint (value, ilv_race_side_get_selected (ILV_RACE_SIDE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_race_side_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      ilv_race_side_set_selected (ILV_RACE_SIDE (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_race_side_class_init (IlvRaceSideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_race_side_dispose;
  object_class->get_property = ilv_race_side_get_property;
  object_class->set_property = ilv_race_side_set_property;

  properties[PROP_SELECTED] =
    g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (ILV_TYPE_TIMELINE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidecard");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-race-side.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvRaceSide, box);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceSide, runs);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceSide, timeline);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceSide, sentence);
  gtk_widget_class_bind_template_child (widget_class, IlvRaceSide, names_box);
}

static void
ilv_race_side_init (IlvRaceSide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ilv_wheel_pass_on (gtk_widget_get_ancestor (GTK_WIDGET (self->timeline), GTK_TYPE_SCROLLED_WINDOW));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  /* Each request is a task of its own: waves and queues are seen as stairs. */
  ilv_timeline_set_grouping (ILV_TIMELINE (self->timeline), ILV_GROUPING_TASK);
  self->names = ilv_scene_new ("names");
  if (self->names != NULL)
    gtk_box_append (GTK_BOX (self->names_box), self->names);
  self->code = ilv_code_scene_new ();
  gtk_widget_set_visible (self->code, FALSE);
  gtk_widget_set_size_request (self->code, -1, CODE_HEIGHT);
  gtk_box_append (GTK_BOX (self->box), self->code);
  ilv_compat_name_drop_down (GTK_DROP_DOWN (self->runs));
  g_signal_connect_swapped (self->runs, "notify::selected", G_CALLBACK (on_selected), self);
}

void
ilv_race_side_set_up (IlvRaceSide *self, int side, IlvTimeAxis *axis, IlvPlayhead *playhead)
{
  const char *name;

  g_return_if_fail (ILV_IS_RACE_SIDE (self));

  name = side == 0 ? _ ("First run to compare") : _ ("Second run to compare");
  ilv_timeline_set_side (ILV_TIMELINE (self->timeline), side);
  ilv_timeline_set_axis (ILV_TIMELINE (self->timeline), axis);
  ilv_timeline_set_playhead (ILV_TIMELINE (self->timeline), playhead);
  if (self->names != NULL)
    ilv_scene_set_playhead (ILV_SCENE (self->names), playhead);
  ilv_scene_set_playhead (ILV_SCENE (self->code), playhead);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->runs), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timeline), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  side == 0 ? _ ("Left timeline") : _ ("Right timeline"), -1);
}

void
ilv_race_side_set_titles (IlvRaceSide *self, const char *const *titles, guint selected)
{
  g_autoptr (GtkStringList) list = NULL;

  g_return_if_fail (ILV_IS_RACE_SIDE (self));

  list = gtk_string_list_new (titles);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->runs), G_LIST_MODEL (list));
  ilv_race_side_set_selected (self, selected);
}

guint
ilv_race_side_get_selected (IlvRaceSide *self)
{
  g_return_val_if_fail (ILV_IS_RACE_SIDE (self), 0);

  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->runs));
}

void
ilv_race_side_set_selected (IlvRaceSide *self, guint selected)
{
  g_return_if_fail (ILV_IS_RACE_SIDE (self));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->runs), selected);
}

void
ilv_race_side_set_trace (IlvRaceSide *self, IlvTrace *trace)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (ILV_IS_RACE_SIDE (self));
  g_return_if_fail (trace == NULL || ILV_IS_TRACE (trace));

  if (trace != NULL)
    sentence = ilv_summary_describe (trace);
  ilv_timeline_set_trace (ILV_TIMELINE (self->timeline), trace);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence != NULL ? sentence : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->timeline),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : "", -1);
  if (self->names != NULL)
    ilv_scene_set_trace (ILV_SCENE (self->names), trace);
  show_code (self, trace);
}

IlvTrace *
ilv_race_side_get_trace (IlvRaceSide *self)
{
  g_return_val_if_fail (ILV_IS_RACE_SIDE (self), NULL);

  return ilv_timeline_get_trace (ILV_TIMELINE (self->timeline));
}

IlvTimeline *
ilv_race_side_get_timeline (IlvRaceSide *self)
{
  g_return_val_if_fail (ILV_IS_RACE_SIDE (self), NULL);

  return ILV_TIMELINE (self->timeline);
}
