/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-stage-settings.h"

#include <glib/gi18n.h>

struct _IlvStageSettings
{
  AdwWindow parent_instance;

  IlvStageSet *stages;
  GtkWidget *title;
  GtkWidget *pages;
  GtkWidget *clamp;
};

G_DEFINE_FINAL_TYPE (IlvStageSettings, ilv_stage_settings, ADW_TYPE_WINDOW)

#define WIDTH 1040
#define HEIGHT 760
#define MARGIN 18

/* The stage keeps its settings: here they are only lent. */
static void
show_settings (IlvStageSettings *self)
{
  IlvStage *stage = NULL;
  GtkWidget *settings = NULL;

  if (self->stages != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    stage = ilv_stage_set_get_current (self->stages);
  if (stage != NULL)
    settings = ilv_stage_get_settings (stage);
  if (adw_clamp_get_child (ADW_CLAMP (self->clamp)) != settings)
    {
      /* GTK would keep what has the focus when it is taken away. */
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      adw_clamp_set_child (ADW_CLAMP (self->clamp), settings);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), settings != NULL ? "settings" : "empty");
}

static void
on_slide_changed (IlvStageSettings *self)
{
  IlvSlide *slide = ilv_presentation_get_slide (ilv_stage_set_get_presentation (self->stages));

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), ilv_slide_get_parts (slide)->title);
  show_settings (self);
}

static void
on_performed (IlvStageSettings *self, guint command)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (command == ILV_TALK_SETTINGS)
    ilv_stage_settings_open (
      self, application != NULL ? gtk_application_get_active_window (application) : NULL);
}

static void
ilv_stage_settings_dispose (GObject *object)
{
  IlvStageSettings *self = ILV_STAGE_SETTINGS (object);

  if (self->clamp != NULL)
    adw_clamp_set_child (ADW_CLAMP (self->clamp), NULL);
  self->clamp = NULL;
  g_clear_object (&self->stages);

  G_OBJECT_CLASS (ilv_stage_settings_parent_class)->dispose (object);
}

static void
ilv_stage_settings_class_init (IlvStageSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_stage_settings_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
create_settings_page (IlvStageSettings *self)
{
  GtkWidget *scroller
    = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);

  self->clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", WIDTH, "margin-top", MARGIN,
                              "margin-bottom", MARGIN, "margin-start", MARGIN, "margin-end", MARGIN,
                              NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->clamp);
  return scroller;
}

static GtkWidget *
create_empty_page (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "emblem-system-symbolic", "title",
                       _ ("Nothing to set here"), "description",
                       _ ("Go to the slide of an experiment to change what it runs."), NULL);
}

static void
ilv_stage_settings_init (IlvStageSettings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  self->title = adw_window_title_new (_ ("Settings of the experiment"), NULL);
  self->pages = g_object_new (GTK_TYPE_STACK, "vexpand", TRUE, NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), self->title);
  gtk_stack_add_named (GTK_STACK (self->pages), create_settings_page (self), "settings");
  gtk_stack_add_named (GTK_STACK (self->pages), create_empty_page (), "empty");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->pages);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Settings of the experiment"));
  g_signal_connect (self, "notify::visible", G_CALLBACK (show_settings), NULL);
}

GtkWindow *
ilv_stage_settings_new (GtkApplication *application, IlvStageSet *stages)
{
  IlvStageSettings *self;
  IlvPresentation *presentation;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_STAGE_SETTINGS, "application", application, "default-width", WIDTH,
                       "default-height", HEIGHT, "hide-on-close", TRUE, NULL);
  self->stages = g_object_ref (stages);
  presentation = ilv_stage_set_get_presentation (stages);
  g_signal_connect_object (presentation, "notify::slide", G_CALLBACK (on_slide_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "performed", G_CALLBACK (on_performed), self,
                           G_CONNECT_SWAPPED);
  on_slide_changed (self);
  return GTK_WINDOW (self);
}

void
ilv_stage_settings_open (IlvStageSettings *self, GtkWindow *parent)
{
  g_return_if_fail (ILV_IS_STAGE_SETTINGS (self));
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  if (parent != GTK_WINDOW (self))
    gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
}
