/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-audience-window.h"

#include <glib/gi18n-lib.h>

#include "ilv-key-input.h"
#include "ilv-live-slide.h"
#include "ilv-overview.h"
#include "ilv-resting-cursor.h"
#include "ilv-slide-cover.h"
#include "ilv-slide-format.h"
#include "ilv-slide-prompt.h"

struct _IlvAudienceWindow
{
  GtkWindow parent_instance;

  IlvStageSet *stages;
  GtkWidget *shown;    /* all that freezing keeps */
  GtkWidget *live;
  GtkWidget *picture;  /* what was kept */
  GtkWidget *overlay;       /* all that is shown, and what lies over it */
  GtkWidget *overview;      /* (nullable) */
  GtkWidget *for_presenter; /* what the console says otherwise */
  gboolean alone;
  int format;
  guint timer;
};

G_DEFINE_FINAL_TYPE (IlvAudienceWindow, ilv_audience_window, GTK_TYPE_WINDOW)

/* On its way to full screen a window has a size or two. */
#define SETTLING_MS 150

enum
{
  PROP_0,
  PROP_ALONE,
  PROP_FORMAT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static IlvPresentation *
get_presentation (IlvAudienceWindow *self)
{
  return ilv_stage_set_get_presentation (self->stages);
}

/* What is covered is not drawn, and not there for screen readers. */
static void
uncover (IlvAudienceWindow *self)
{
  gboolean frozen = ilv_presentation_is_frozen (get_presentation (self));
  gboolean covered = ilv_presentation_get_cover (get_presentation (self)) != ILV_COVER_NONE;

  gtk_widget_set_visible (self->picture, frozen && !covered);
  gtk_widget_set_visible (self->live, !frozen && !covered && self->overview == NULL);
}

static void
show_overview (IlvAudienceWindow *self)
{
  gboolean wanted = self->alone && ilv_presentation_shows_overview (get_presentation (self));

  if (wanted == (self->overview != NULL))
    return;
  if (wanted)
    {
      self->overview = ilv_overview_new (self->stages);
      gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->overview);
    }
  else
    {
      gtk_overlay_remove_overlay (GTK_OVERLAY (self->overlay), self->overview);
      self->overview = NULL;
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }
  uncover (self);
}

static void
on_frozen_changed (IlvAudienceWindow *self)
{
  g_autoptr (GdkPaintable) image = NULL;

  if (ilv_presentation_is_frozen (get_presentation (self)))
    {
      g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->shown);

      image = gdk_paintable_get_current_image (paintable);
    }
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), image);
  uncover (self);
}

static int
find_format (IlvAudienceWindow *self)
{
  return ilv_slide_format_get_width (gtk_widget_get_width (self->shown),
                                     gtk_widget_get_height (self->shown));
}

static gboolean
on_size_settled (gpointer data)
{
  IlvAudienceWindow *self = data;

  self->timer = 0;
  self->format = find_format (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORMAT]);
  return G_SOURCE_REMOVE;
}

static gboolean
ilv_audience_window_close_request (GtkWindow *window)
{
  ilv_presentation_ask (get_presentation (ILV_AUDIENCE_WINDOW (window)));
  return GDK_EVENT_STOP;
}

/* Another format means other slides: they are made when the window has found its size. */
static void
ilv_audience_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IlvAudienceWindow *self = ILV_AUDIENCE_WINDOW (widget);

  GTK_WIDGET_CLASS (ilv_audience_window_parent_class)->size_allocate (widget, width, height, baseline);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (find_format (self) != self->format)
    self->timer = g_timeout_add (SETTLING_MS, on_size_settled, self);
}

static void
ilv_audience_window_dispose (GObject *object)
{
  IlvAudienceWindow *self = ILV_AUDIENCE_WINDOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->stages);

  G_OBJECT_CLASS (ilv_audience_window_parent_class)->dispose (object);
}

static void
ilv_audience_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvAudienceWindow *self = ILV_AUDIENCE_WINDOW (object);

  switch (id)
    {
    case PROP_ALONE:
      g_value_set_boolean (value, self->alone);
      break;
    case PROP_FORMAT:
      g_value_set_int (value, self->format);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_audience_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ALONE:
      ilv_audience_window_set_alone (ILV_AUDIENCE_WINDOW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_audience_window_class_init (IlvAudienceWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_audience_window_dispose;
  object_class->get_property = ilv_audience_window_get_property;
  object_class->set_property = ilv_audience_window_set_property;
  GTK_WIDGET_CLASS (klass)->size_allocate = ilv_audience_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = ilv_audience_window_close_request;

  properties[PROP_ALONE] =
    g_param_spec_boolean ("alone", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FORMAT] = g_param_spec_int ("format", NULL, NULL, 0, G_MAXINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_audience_window_init (IlvAudienceWindow *self)
{
  self->alone = TRUE;
  self->format = ilv_slide_format_get_width (16, 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "audience");
  ilv_resting_cursor_hide (GTK_WIDGET (self));
}

/* From below to above: the slide, or the picture that was kept of it; what covers it. */
static GtkWidget *
create_shown (IlvAudienceWindow *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->shown = overlay;
  self->live = ilv_live_slide_new (self->stages, TRUE);
  self->picture = g_object_new (GTK_TYPE_PICTURE, "alternative-text", _ ("Frozen screen"),
                                "can-target", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Frozen screen"), -1);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->live);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), ilv_slide_cover_new (get_presentation (self)));
  return overlay;
}

GtkWindow *
ilv_audience_window_new (GtkApplication *application, IlvStageSet *stages)
{
  IlvAudienceWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_AUDIENCE_WINDOW, "application", application, "default-width", 1280,
                       "default-height", 720, "title", _ ("Presentation"), NULL);
  self->stages = g_object_ref (stages);
  self->format = ilv_deck_get_slide_width (ilv_presentation_get_deck (get_presentation (self)));
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), create_shown (self));
  self->for_presenter = g_object_new (GTK_TYPE_BOX, "halign", GTK_ALIGN_CENTER, "valign", GTK_ALIGN_END,
                                      "can-target", FALSE, NULL);
  gtk_box_append (GTK_BOX (self->for_presenter), ilv_slide_prompt_new (get_presentation (self)));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->for_presenter);
  gtk_window_set_child (GTK_WINDOW (self), self->overlay);

  ilv_key_input_attach (GTK_WINDOW (self), get_presentation (self));
  g_signal_connect_object (get_presentation (self), "notify::frozen", G_CALLBACK (on_frozen_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_presentation (self), "notify::cover", G_CALLBACK (uncover), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_presentation (self), "notify::overview", G_CALLBACK (show_overview), self,
                           G_CONNECT_SWAPPED);
  on_frozen_changed (self);
  show_overview (self);
  return GTK_WINDOW (self);
}

gboolean
ilv_audience_window_is_alone (IlvAudienceWindow *self)
{
  g_return_val_if_fail (ILV_IS_AUDIENCE_WINDOW (self), TRUE);

  return self->alone;
}

void
ilv_audience_window_set_alone (IlvAudienceWindow *self, gboolean alone)
{
  g_return_if_fail (ILV_IS_AUDIENCE_WINDOW (self));

  if (self->alone == alone)
    return;
  self->alone = alone;
  gtk_widget_set_visible (self->for_presenter, alone);
  show_overview (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ALONE]);
}

int
ilv_audience_window_get_format (IlvAudienceWindow *self)
{
  g_return_val_if_fail (ILV_IS_AUDIENCE_WINDOW (self), 0);

  return self->format;
}
