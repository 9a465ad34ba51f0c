/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-scene-widget.h"

#include "ilv-mark.h"

/* Smaller than that, large text is no longer large. */
#define MIN_LINE_SCALE 0.7f

typedef struct
{
  IlvTrace *trace;
  IlvPlayhead *playhead;
  GSignalGroup *playhead_signals;
  IlvTimelineTheme theme;
  gboolean theme_valid;
  char *description;
} IlvSceneWidgetPrivate;

static void ilv_scene_widget_scene_init (IlvSceneInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (IlvSceneWidget,
                                  ilv_scene_widget,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (IlvSceneWidget)
                                    G_IMPLEMENT_INTERFACE (ILV_TYPE_SCENE,
                                                           ilv_scene_widget_scene_init))

enum
{
  PROP_TRACE = 1,
  PROP_PLAYHEAD,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static IlvSceneWidgetPrivate *
get_private (IlvSceneWidget *self)
{
  return ilv_scene_widget_get_instance_private (self);
}

static void
change_moment (IlvSceneWidget *self)
{
  IlvSceneWidgetClass *klass = ILV_SCENE_WIDGET_GET_CLASS (self);

  if (klass->moment_changed != NULL)
    klass->moment_changed (self);
}

static void
change_look (IlvSceneWidget *self)
{
  IlvSceneWidgetClass *klass = ILV_SCENE_WIDGET_GET_CLASS (self);

  get_private (self)->theme_valid = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (klass->look_changed != NULL)
    klass->look_changed (self);
}

static void
on_theme_changed (GtkWidget *widget)
{
  change_look (ILV_SCENE_WIDGET (widget));
}

static void
ilv_scene_widget_set_trace (IlvScene *scene, IlvTrace *trace)
{
  IlvSceneWidget *self = ILV_SCENE_WIDGET (scene);
  IlvSceneWidgetClass *klass = ILV_SCENE_WIDGET_GET_CLASS (self);

  if (!g_set_object (&get_private (self)->trace, trace))
    return;

  if (klass->trace_changed != NULL)
    klass->trace_changed (self);
  change_moment (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRACE]);
}

static void
ilv_scene_widget_set_playhead (IlvScene *scene, IlvPlayhead *playhead)
{
  IlvSceneWidget *self = ILV_SCENE_WIDGET (scene);
  IlvSceneWidgetPrivate *private = get_private (self);

  if (!g_set_object (&private->playhead, playhead))
    return;

  g_signal_group_set_target (private->playhead_signals, playhead);
  change_moment (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYHEAD]);
}

static void
ilv_scene_widget_scene_init (IlvSceneInterface *iface)
{
  iface->set_trace = ilv_scene_widget_set_trace;
  iface->set_playhead = ilv_scene_widget_set_playhead;
}

static void
ilv_scene_widget_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ilv_scene_widget_parent_class)->css_changed (widget, change);

  change_look (ILV_SCENE_WIDGET (widget));
}

static void
ilv_scene_widget_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (ilv_scene_widget_parent_class)->system_setting_changed (widget, setting);

  change_look (ILV_SCENE_WIDGET (widget));
}

static void
ilv_scene_widget_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvSceneWidgetPrivate *private = get_private (ILV_SCENE_WIDGET (object));

  switch (id)
    {
    case PROP_TRACE:
      g_value_set_object (value, private->trace);
      break;
    case PROP_PLAYHEAD:
      g_value_set_object (value, private->playhead);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_scene_widget_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TRACE:
      ilv_scene_set_trace (ILV_SCENE (object), g_value_get_object (value));
      break;
    case PROP_PLAYHEAD:
      ilv_scene_set_playhead (ILV_SCENE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_scene_widget_dispose (GObject *object)
{
  IlvSceneWidgetPrivate *private = get_private (ILV_SCENE_WIDGET (object));

  g_clear_object (&private->playhead_signals);
  g_clear_object (&private->playhead);

  G_OBJECT_CLASS (ilv_scene_widget_parent_class)->dispose (object);
}

static void
ilv_scene_widget_finalize (GObject *object)
{
  IlvSceneWidgetPrivate *private = get_private (ILV_SCENE_WIDGET (object));

  g_clear_object (&private->trace);
  g_clear_pointer (&private->description, g_free);

  G_OBJECT_CLASS (ilv_scene_widget_parent_class)->finalize (object);
}

static void
ilv_scene_widget_class_init (IlvSceneWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ilv_scene_widget_get_property;
  object_class->set_property = ilv_scene_widget_set_property;
  object_class->dispose = ilv_scene_widget_dispose;
  object_class->finalize = ilv_scene_widget_finalize;
  widget_class->css_changed = ilv_scene_widget_css_changed;
  widget_class->system_setting_changed = ilv_scene_widget_system_setting_changed;

  properties[PROP_TRACE] = g_param_spec_object ("trace", NULL, NULL, ILV_TYPE_TRACE, flags);
  properties[PROP_PLAYHEAD] =
    g_param_spec_object ("playhead", NULL, NULL, ILV_TYPE_PLAYHEAD, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ilv_scene_widget_init (IlvSceneWidget *self)
{
  IlvSceneWidgetPrivate *private = get_private (self);

  private->playhead_signals = g_signal_group_new (ILV_TYPE_PLAYHEAD);
  g_signal_group_connect_swapped (private->playhead_signals, "notify::position-ns",
                                  G_CALLBACK (change_moment), self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)),
                           "notify::gtk-enable-animations", G_CALLBACK (change_look), self,
                           G_CONNECT_SWAPPED);
  ilv_timeline_theme_watch (GTK_WIDGET (self), on_theme_changed);
}

IlvTrace *
ilv_scene_widget_get_trace (IlvSceneWidget *self)
{
  g_return_val_if_fail (ILV_IS_SCENE_WIDGET (self), NULL);

  return get_private (self)->trace;
}

gint64
ilv_scene_widget_get_moment_ns (IlvSceneWidget *self)
{
  IlvSceneWidgetPrivate *private;
  gint64 position_ns = -1;

  g_return_val_if_fail (ILV_IS_SCENE_WIDGET (self), -1);

  private = get_private (self);
  if (private->trace == NULL)
    return -1;

  if (private->playhead != NULL)
    position_ns = ilv_playhead_get_position_ns (private->playhead);

  return position_ns >= 0 ? position_ns : ilv_trace_get_duration_ns (private->trace);
}

const IlvTimelineTheme *
ilv_scene_widget_get_theme (IlvSceneWidget *self)
{
  IlvSceneWidgetPrivate *private;

  g_return_val_if_fail (ILV_IS_SCENE_WIDGET (self), NULL);

  private = get_private (self);
  if (!private->theme_valid)
    {
      ilv_timeline_theme_load (&private->theme, GTK_WIDGET (self));
      private->theme_valid = TRUE;
    }

  return &private->theme;
}

gboolean
ilv_scene_widget_may_move (IlvSceneWidget *self)
{
  gboolean enabled = TRUE;

  g_return_val_if_fail (ILV_IS_SCENE_WIDGET (self), FALSE);

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled,
                NULL);

  return enabled;
}

void
ilv_scene_widget_append_line (
  IlvSceneWidget *self, GtkSnapshot *snapshot, const char *words, float y, const GdkRGBA *colour)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self));
  g_autoptr (PangoLayout) text = NULL;
  int width, height;
  float scale;

  g_return_if_fail (ILV_IS_SCENE_WIDGET (self));

  text = ilv_mark_create_text (GTK_WIDGET (self), words);
  pango_layout_get_pixel_size (text, &width, &height);
  scale = CLAMP ((float) room / MAX (width, 1), MIN_LINE_SCALE, 1);
  pango_layout_set_width (text, (int) (room / scale) * PANGO_SCALE);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, y + height * (1 - scale) / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_append_layout (snapshot, text, colour);
  gtk_snapshot_restore (snapshot);
}

void
ilv_scene_widget_append_placeholder (IlvSceneWidget *self, GtkSnapshot *snapshot, const char *words)
{
  const IlvTimelineTheme *theme;
  g_autoptr (PangoLayout) text = NULL;
  int height;

  g_return_if_fail (ILV_IS_SCENE_WIDGET (self));

  theme = ilv_scene_widget_get_theme (self);
  text = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  pango_layout_set_width (text, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (text, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (text, NULL, &height);
  ilv_mark_append_text (snapshot, text, 0,
                        (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2.0, &theme->dim);
}

void
ilv_scene_widget_describe (IlvSceneWidget *self, const char *description)
{
  IlvSceneWidgetPrivate *private;

  g_return_if_fail (ILV_IS_SCENE_WIDGET (self));
  g_return_if_fail (description != NULL);

  private = get_private (self);
  if (g_strcmp0 (private->description, description) == 0)
    return;

  g_free (private->description);
  private->description = g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

const char *
ilv_scene_widget_get_description (IlvSceneWidget *self)
{
  g_return_val_if_fail (ILV_IS_SCENE_WIDGET (self), NULL);

  return get_private (self)->description;
}
