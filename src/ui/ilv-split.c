/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-split.h"

#include <adwaita.h>

#define SIDEBAR_WIDTH 270
#define BESIDE_WIDTH 860
#define SLIDE_MS 200

struct _IlvSplit
{
  GtkWidget parent_instance;

  GtkWidget *sidebar;
  GtkWidget *content;
  GtkWidget *dimming;

  /* How far the sidebar has slid over the content, from 0 to 1; only while collapsed. */
  AdwAnimation *slide;
  double slid;

  gboolean collapsed;
  gboolean show_beside;
  gboolean show_over;

  /* What the last notifications said. */
  gboolean reported_collapsed;
  gboolean reported_show;
  guint report_id;
};

G_DEFINE_FINAL_TYPE (IlvSplit, ilv_split, GTK_TYPE_WIDGET)

enum
{
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_SHOW_SIDEBAR,
  PROP_COLLAPSED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *natural)
{
  int minimum = 0;

  *natural = 0;
  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, orientation, for_size, &minimum, natural, NULL, NULL);

  return minimum;
}

static int
get_sidebar_width (IlvSplit *self)
{
  int natural;

  return MAX (SIDEBAR_WIDTH, measure_child (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1,
                                            &natural));
}

static gboolean
fits_beside (IlvSplit *self, int width)
{
  int natural;
  int content = measure_child (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &natural);

  return width >= MAX (BESIDE_WIDTH, get_sidebar_width (self) + content);
}

static void
report_state (IlvSplit *self)
{
  gboolean show = ilv_split_get_show_sidebar (self);
  gboolean show_changed = show != self->reported_show;
  gboolean collapsed_changed = self->collapsed != self->reported_collapsed;

  g_clear_handle_id (&self->report_id, g_source_remove);
  self->reported_show = show;
  self->reported_collapsed = self->collapsed;

  g_object_freeze_notify (G_OBJECT (self));
  if (collapsed_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
  if (show_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
  g_object_thaw_notify (G_OBJECT (self));
}

static gboolean
on_report_due (gpointer user_data)
{
  IlvSplit *self = user_data;

  self->report_id = 0;
  report_state (self);

  return G_SOURCE_REMOVE;
}

static void
update_style (IlvSplit *self)
{
  if (self->sidebar == NULL)
    return;

  gtk_widget_remove_css_class (self->sidebar, self->collapsed ? "beside" : "over");
  gtk_widget_add_css_class (self->sidebar, self->collapsed ? "over" : "beside");
}

static void
set_collapsed (IlvSplit *self, gboolean collapsed)
{
  if (self->collapsed == collapsed)
    return;

  self->collapsed = collapsed;
  self->show_over = FALSE;
  adw_animation_reset (self->slide);
  self->slid = 0;
  if (self->content != NULL)
    gtk_widget_set_can_focus (self->content, TRUE);

  /* Whoever listens may resize widgets, which must wait until this allocation is over. */
  if (self->report_id == 0)
    self->report_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_report_due, self, NULL);
}

static void
slide_to (IlvSplit *self, double end)
{
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->slide), self->slid);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->slide), end);
  adw_animation_play (self->slide);
}

static gboolean
contains_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static void
show_over_content (IlvSplit *self, gboolean show)
{
  self->show_over = show;

  /* What the sidebar covers must not be reached by keyboard either. */
  if (self->content != NULL)
    gtk_widget_set_can_focus (self->content, !show);

  slide_to (self, show ? 1 : 0);

  if (show && self->sidebar != NULL)
    gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
  else if (!show && self->sidebar != NULL && self->content != NULL
           && contains_focus (self->sidebar))
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
allocate_at (GtkWidget *child, int x, int width, int height)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
set_child (IlvSplit *self, GtkWidget **place, GtkWidget *child, GtkWidget *after, guint property)
{
  if (*place == child)
    return;

  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_insert_after (child, GTK_WIDGET (self), after);

  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
on_slid (double value, gpointer user_data)
{
  IlvSplit *self = user_data;

  self->slid = value;
  gtk_widget_set_opacity (self->dimming, value);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
on_dimming_released (IlvSplit *self)
{
  ilv_split_set_show_sidebar (self, FALSE);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  IlvSplit *self = ILV_SPLIT (widget);

  if (!self->collapsed || !self->show_over)
    return FALSE;

  ilv_split_set_show_sidebar (self, FALSE);
  return TRUE;
}

static GtkSizeRequestMode
ilv_split_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ilv_split_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  IlvSplit *self = ILV_SPLIT (widget);
  int sidebar_width = get_sidebar_width (self);
  int content_size = for_size;
  int sidebar_minimum, sidebar_natural, content_minimum, content_natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      content_minimum = measure_child (self->content, orientation, -1, &content_natural);
      *minimum = MAX (sidebar_width, content_minimum);
      *natural = MAX (BESIDE_WIDTH, sidebar_width + content_natural);
    }
  else
    {
      if (for_size >= 0 && self->show_beside && fits_beside (self, for_size))
        content_size = for_size - sidebar_width;
      sidebar_minimum = measure_child (self->sidebar, orientation, sidebar_width,
                                       &sidebar_natural);
      content_minimum = measure_child (self->content, orientation, content_size,
                                       &content_natural);
      *minimum = MAX (sidebar_minimum, content_minimum);
      *natural = MAX (sidebar_natural, content_natural);
    }

  *minimum_baseline = *natural_baseline = -1;
}

static void
ilv_split_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  IlvSplit *self = ILV_SPLIT (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int sidebar_width = get_sidebar_width (self);
  int shown, beside;

  set_collapsed (self, !fits_beside (self, width));
  update_style (self);

  if (self->collapsed)
    shown = (int) (sidebar_width * self->slid + 0.5);
  else
    shown = self->show_beside ? sidebar_width : 0;
  beside = self->collapsed ? 0 : shown;

  if (self->sidebar != NULL)
    gtk_widget_set_child_visible (self->sidebar, shown > 0);
  gtk_widget_set_child_visible (self->dimming, self->collapsed && shown > 0);

  allocate_at (self->content, mirrored ? 0 : beside, width - beside, height);
  allocate_at (self->dimming, 0, width, height);
  allocate_at (self->sidebar, mirrored ? width - shown : shown - sidebar_width, sidebar_width,
               height);
}

static void
ilv_split_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvSplit *self = ILV_SPLIT (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, self->sidebar);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, ilv_split_get_show_sidebar (self));
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_split_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IlvSplit *self = ILV_SPLIT (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      ilv_split_set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      ilv_split_set_content (self, g_value_get_object (value));
      break;
    case PROP_SHOW_SIDEBAR:
      ilv_split_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_split_dispose (GObject *object)
{
  IlvSplit *self = ILV_SPLIT (object);

  g_clear_handle_id (&self->report_id, g_source_remove);
  g_clear_object (&self->slide);
  g_clear_pointer (&self->sidebar, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->dimming, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_split_parent_class)->dispose (object);
}

static void
ilv_split_class_init (IlvSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = ilv_split_dispose;
  object_class->get_property = ilv_split_get_property;
  object_class->set_property = ilv_split_set_property;
  widget_class->get_request_mode = ilv_split_get_request_mode;
  widget_class->measure = ilv_split_measure;
  widget_class->size_allocate = ilv_split_size_allocate;

  properties[PROP_SIDEBAR]
    = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT]
    = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SHOW_SIDEBAR]
    = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  properties[PROP_COLLAPSED]
    = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_css_name (widget_class, "split");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_split_init (IlvSplit *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->show_beside = TRUE;
  self->reported_show = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->dimming = g_object_new (ADW_TYPE_BIN, "css-classes", (const char *[]){ "dimming", NULL },
                                "opacity", 0.0, NULL);
  gtk_widget_set_parent (self->dimming, GTK_WIDGET (self));
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_dimming_released), self);
  gtk_widget_add_controller (self->dimming, GTK_EVENT_CONTROLLER (click));

  self->slide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, SLIDE_MS,
                                         adw_callback_animation_target_new (on_slid, self, NULL));
}

GtkWidget *
ilv_split_new (void)
{
  return g_object_new (ILV_TYPE_SPLIT, NULL);
}

void
ilv_split_set_sidebar (IlvSplit *self, GtkWidget *sidebar)
{
  g_return_if_fail (ILV_IS_SPLIT (self));
  g_return_if_fail (sidebar == NULL || GTK_IS_WIDGET (sidebar));

  /* The last child is drawn last: over the content. */
  set_child (self, &self->sidebar, sidebar, self->dimming, PROP_SIDEBAR);
}

GtkWidget *
ilv_split_get_sidebar (IlvSplit *self)
{
  g_return_val_if_fail (ILV_IS_SPLIT (self), NULL);

  return self->sidebar;
}

void
ilv_split_set_content (IlvSplit *self, GtkWidget *content)
{
  g_return_if_fail (ILV_IS_SPLIT (self));
  g_return_if_fail (content == NULL || GTK_IS_WIDGET (content));

  set_child (self, &self->content, content, NULL, PROP_CONTENT);
}

GtkWidget *
ilv_split_get_content (IlvSplit *self)
{
  g_return_val_if_fail (ILV_IS_SPLIT (self), NULL);

  return self->content;
}

void
ilv_split_set_show_sidebar (IlvSplit *self, gboolean show)
{
  g_return_if_fail (ILV_IS_SPLIT (self));

  show = !!show;
  if (show == ilv_split_get_show_sidebar (self))
    return;

  if (self->collapsed)
    show_over_content (self, show);
  else
    self->show_beside = show;

  gtk_widget_queue_resize (GTK_WIDGET (self));
  report_state (self);
}

gboolean
ilv_split_get_show_sidebar (IlvSplit *self)
{
  g_return_val_if_fail (ILV_IS_SPLIT (self), FALSE);

  return self->collapsed ? self->show_over : self->show_beside;
}

gboolean
ilv_split_get_collapsed (IlvSplit *self)
{
  g_return_val_if_fail (ILV_IS_SPLIT (self), FALSE);

  return self->collapsed;
}
