/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-tools.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ilv-key-text.h"
#include "ilv-wrap-layout.h"

/* The names of buttons in the template: of the actions, with "_" for "-". */
static const char *const button_names[] = {
  "run",    "stop",  "play",  "zoom_out", "zoom_fit", "zoom_in", "settings",
  "reveal", "black", "white", "freeze", "pointer", "magnify", "overview",
};

/* Those of them with a text beside the icon. */
#define FIRST_TEXT 7

#define COMPACT_STATUS_CHARS 10

struct _IlvConsoleTools
{
  GtkWidget parent_instance;

  IlvStageSet *stages;
  IlvStage *stage; /* of the slide, or NULL */

  GtkStack *run_stack;
  GtkWidget *spinner;
  GtkWidget *obstacle;
  GtkLabel *status;
};

G_DEFINE_FINAL_TYPE (IlvConsoleTools, ilv_console_tools, GTK_TYPE_WIDGET)

static gpointer
get_part (IlvConsoleTools *self, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), ILV_TYPE_CONSOLE_TOOLS, name);
}

static gboolean
can_run (IlvConsoleTools *self)
{
  return ilv_slide_can_run (
    ilv_presentation_get_slide (ilv_stage_set_get_presentation (self->stages)));
}

/* What stands beside the button that runs. @obstacle: why it cannot run, or NULL. */
static char *
create_status (IlvConsoleTools *self, const char *obstacle)
{
  g_autofree char *result = NULL;
  g_autofree char *remark = NULL;

  if (self->stage == NULL)
    return g_strdup (_("Nothing to run on this slide"));
  if (ilv_stage_is_running (self->stage))
    return g_strdup (_("Running…"));
  if (obstacle != NULL)
    return g_strdup (obstacle);
  if (ilv_stage_has_result (self->stage))
    {
      result = ilv_stage_describe (self->stage);
      remark = ilv_stage_dup_remark (self->stage);
      if (result == NULL)
        return g_strdup (_("It has run"));
      return remark != NULL ? g_strdup_printf ("%s %s", result, remark) : g_steal_pointer (&result);
    }
  return g_strdup (can_run (self) ? _("Not run yet") : "");
}

static void
show_status (IlvConsoleTools *self)
{
  gboolean running = self->stage != NULL && ilv_stage_is_running (self->stage);
  g_autofree char *obstacle
    = self->stage != NULL && !running ? ilv_stage_dup_obstacle (self->stage) : NULL;
  g_autofree char *status = create_status (self, obstacle);

  gtk_stack_set_visible_child_name (self->run_stack, running ? "stop" : "run");
  gtk_widget_set_visible (self->spinner, running);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), running);
  gtk_widget_set_visible (self->obstacle, obstacle != NULL);
  gtk_label_set_label (self->status, status);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), status);
}

static void
on_slide_changed (IlvConsoleTools *self)
{
  IlvStage *stage = ilv_stage_set_get_current (self->stages);

  if (self->stage != stage)
    {
      if (self->stage != NULL)
        g_signal_handlers_disconnect_by_func (self->stage, show_status, self);
      g_set_object (&self->stage, stage);
      if (stage != NULL)
        g_signal_connect_object (stage, "changed", G_CALLBACK (show_status), self,
                                 G_CONNECT_SWAPPED);
    }
  show_status (self);
}

static void
ilv_console_tools_dispose (GObject *object)
{
  IlvConsoleTools *self = ILV_CONSOLE_TOOLS (object);
  GtkWidget *child;

  if (self->stage != NULL)
    g_signal_handlers_disconnect_by_func (self->stage, show_status, self);
  g_clear_object (&self->stage);
  g_clear_object (&self->stages);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_console_tools_parent_class)->dispose (object);
}

static void
ilv_console_tools_class_init (IlvConsoleToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_console_tools_dispose;
  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-console-tools.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleTools, run_stack);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleTools, spinner);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleTools, obstacle);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleTools, status);
  for (guint i = 0; i < G_N_ELEMENTS (button_names); i++)
    {
      g_autofree char *label = g_strconcat (button_names[i], "_label", NULL);

      gtk_widget_class_bind_template_child_full (widget_class, button_names[i], FALSE, 0);
      if (i >= FIRST_TEXT)
        gtk_widget_class_bind_template_child_full (widget_class, label, FALSE, 0);
    }
  gtk_widget_class_set_css_name (widget_class, "consoletools");
}

static void
ilv_console_tools_init (IlvConsoleTools *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ilv_wrap_layout_new (12, 8));
  for (guint i = 0; i < G_N_ELEMENTS (button_names); i++)
    {
      g_autofree char *action = g_strdelimit (g_strdup (button_names[i]), "_", '-');
      g_autofree char *tooltip = ilv_key_text_create_tooltip (action);

      gtk_widget_set_tooltip_text (get_part (self, button_names[i]), tooltip);
    }
}

GtkWidget *
ilv_console_tools_new (IlvStageSet *stages)
{
  IlvConsoleTools *self;

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_CONSOLE_TOOLS, NULL);
  self->stages = g_object_ref (stages);
  g_signal_connect_object (ilv_stage_set_get_presentation (stages), "notify::slide",
                           G_CALLBACK (on_slide_changed), self, G_CONNECT_SWAPPED);
  on_slide_changed (self);
  return GTK_WIDGET (self);
}

void
ilv_console_tools_set_compact (IlvConsoleTools *self, gboolean compact)
{
  g_return_if_fail (ILV_IS_CONSOLE_TOOLS (self));

  gtk_label_set_max_width_chars (self->status, compact ? COMPACT_STATUS_CHARS : -1);
  for (guint i = FIRST_TEXT; i < G_N_ELEMENTS (button_names); i++)
    {
      g_autofree char *label = g_strconcat (button_names[i], "_label", NULL);

      gtk_widget_set_visible (get_part (self, label), !compact);
    }
}
