/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ilv-compat.h"
#include "ilv-console-clock.h"
#include "ilv-console-layout.h"
#include "ilv-console-live.h"
#include "ilv-console-next.h"
#include "ilv-console-notes.h"
#include "ilv-console-tools.h"
#include "ilv-key-input.h"
#include "ilv-key-text.h"
#include "ilv-overview.h"
#include "ilv-presenter-actions.h"
#include "ilv-slide-style.h"
#include "ilv-votes-panel.h"

/* In pixels. */
#define MIN_VOTES_HEIGHT 120

struct _IlvConsoleWindow
{
  AdwWindow parent_instance;

  IlvStageSet *stages;
  IlvPresentation *presentation;
  GtkWidget *tools_widget;
  GtkWidget *next_widget;

  AdwWindowTitle *title;
  GtkWidget *keys;
  GtkWidget *swap;
  GtkWidget *content;
  GtkLabel *heading;
  AdwBin *live_place;
  AdwBin *tools_place;
  GtkBox *strip;
  GtkWidget *first;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *last;
  GtkBox *side;
  AdwBin *notes_place;
  AdwBin *overview_place;
  GtkWidget *question;
};

G_DEFINE_FINAL_TYPE (IlvConsoleWindow, ilv_console_window, ADW_TYPE_WINDOW)

static void
show_number (IlvConsoleWindow *self)
{
  IlvDeck *deck = ilv_presentation_get_deck (self->presentation);
  /* Translators: the number of the slide that the room sees, and how many there are. */
  g_autofree char *text = g_strdup_printf (_("On the screen · %u of %u"),
                                           ilv_presentation_get_slide_number (self->presentation) + 1,
                                           ilv_deck_get_n_slides (deck));

  gtk_label_set_label (self->heading, text);
}

static void
on_deck_changed (IlvConsoleWindow *self)
{
  IlvDeck *deck = ilv_presentation_get_deck (self->presentation);

  ilv_console_layout_set_slide_width (
    ILV_CONSOLE_LAYOUT (gtk_widget_get_layout_manager (self->content)),
    ilv_deck_get_slide_width (deck));
  adw_window_title_set_title (self->title, ilv_lesson_get_title (ilv_deck_get_lesson (deck)));
  show_number (self);
}

static void
show_question (IlvConsoleWindow *self)
{
  gboolean asking = ilv_presentation_is_asking (self->presentation);

  gtk_widget_set_visible (self->question, asking);
  if (asking)
    ilv_compat_announce (GTK_WIDGET (self), _("End the presentation? Enter ends it, Escape stays."));
}

/* It covers all the rest, and is there only while it is wanted. */
static void
show_overview (IlvConsoleWindow *self)
{
  gboolean wanted = ilv_presentation_shows_overview (self->presentation);

  gtk_widget_set_visible (GTK_WIDGET (self->overview_place), wanted);
  adw_bin_set_child (self->overview_place, wanted ? ilv_overview_new (self->stages) : NULL);
  if (!wanted)
    gtk_window_set_focus (GTK_WINDOW (self), self->content);
}

static void
on_compact_changed (IlvConsoleWindow *self, GParamSpec *pspec G_GNUC_UNUSED, IlvConsoleLayout *layout)
{
  gboolean compact = ilv_console_layout_is_compact (layout);

  ilv_console_tools_set_compact (ILV_CONSOLE_TOOLS (self->tools_widget), compact);
  if (compact)
    gtk_widget_add_css_class (self->content, "compact");
  else
    gtk_widget_remove_css_class (self->content, "compact");
}

static void
keep_notes_size (IlvConsoleWindow *self)
{
  g_settings_set_uint (ilv_stage_set_get_program_settings (self->stages), "notes-size",
                       ilv_presentation_get_notes_size (self->presentation));
}

static void
on_end_clicked (IlvConsoleWindow *self)
{
  ilv_presentation_ask (self->presentation);
}

static void
on_stay_clicked (IlvConsoleWindow *self)
{
  if (ilv_presentation_is_asking (self->presentation))
    ilv_presentation_perform (self->presentation, ILV_TALK_ESCAPE);
}

static gboolean
ilv_console_window_close_request (GtkWindow *window)
{
  ilv_presentation_ask (ILV_CONSOLE_WINDOW (window)->presentation);
  return GDK_EVENT_STOP;
}

static void
ilv_console_window_dispose (GObject *object)
{
  IlvConsoleWindow *self = ILV_CONSOLE_WINDOW (object);

  /* Seen with GTK 4.8: otherwise the group, and with it the presentation, outlives the window. */
  gtk_widget_insert_action_group (GTK_WIDGET (self), ILV_PRESENTER_ACTIONS_GROUP, NULL);
  g_clear_object (&self->stages);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (ilv_console_window_parent_class)->dispose (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, title);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, keys);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, swap);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, content);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, live_place);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, tools_place);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, strip);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, first);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, previous);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, next);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, last);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, side);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, notes_place);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, overview_place);
  gtk_widget_class_bind_template_child (widget_class, IlvConsoleWindow, question);
  gtk_widget_class_bind_template_child_full (widget_class, "end", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "stay", FALSE, 0);
}

static void
ilv_console_window_class_init (IlvConsoleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_console_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ilv_console_window_close_request;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-console-window.ui");
  bind_parts (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_end_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_stay_clicked);
}

static void
set_tooltips (IlvConsoleWindow *self)
{
  const struct
  {
    GtkWidget *button;
    const char *action;
  } buttons[] = {
    { self->keys, "keys" },         { self->swap, "swap" }, { self->first, "first" },
    { self->previous, "previous" }, { self->next, "next" }, { self->last, "last" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autofree char *tooltip = ilv_key_text_create_tooltip (buttons[i].action);

      gtk_widget_set_tooltip_text (buttons[i].button, tooltip);
    }
}

static void
ilv_console_window_init (IlvConsoleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "console");
  gtk_widget_set_layout_manager (self->content, ilv_console_layout_new ());
  g_signal_connect_object (gtk_widget_get_layout_manager (self->content), "notify::compact",
                           G_CALLBACK (on_compact_changed), self, G_CONNECT_SWAPPED);
  set_tooltips (self);
}

/* However many choices there are, they leave room for the notes. */
static void
add_votes (IlvConsoleWindow *self)
{
  GtkWidget *panel = ilv_votes_panel_new (self->presentation);
  GtkWidget *scroller
    = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand", TRUE,
                    "propagate-natural-height", TRUE, "min-content-height", MIN_VOTES_HEIGHT, "child",
                    panel, NULL);

  g_object_bind_property (panel, "visible", scroller, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (panel, "visible", self->next_widget, "small", G_BINDING_SYNC_CREATE);
  gtk_box_prepend (self->side, scroller);
}

static void
fill (IlvConsoleWindow *self)
{
  self->next_widget = ilv_console_next_new (self->stages);
  self->tools_widget = ilv_console_tools_new (self->stages);
  adw_bin_set_child (self->live_place, ilv_console_live_new (self->stages));
  adw_bin_set_child (self->tools_place, self->tools_widget);
  gtk_box_prepend (self->strip, ilv_console_clock_new (self->presentation));
  gtk_box_append (self->side, self->next_widget);
  add_votes (self);
  adw_bin_set_child (self->notes_place, ilv_console_notes_new (self->presentation));
}

static void
follow_notes_size (IlvConsoleWindow *self)
{
  GSettings *settings = ilv_stage_set_get_program_settings (self->stages);

  if (settings == NULL)
    return;
  ilv_presentation_set_notes_size (self->presentation,
                                   g_settings_get_uint (settings, "notes-size"));
  g_signal_connect_object (self->presentation, "notify::notes-size", G_CALLBACK (keep_notes_size),
                           self, G_CONNECT_SWAPPED);
}

GtkWindow *
ilv_console_window_new (GtkApplication *application, IlvStageSet *stages)
{
  IlvConsoleWindow *self;
  g_autoptr (IlvPresenterActions) actions = NULL;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_CONSOLE_WINDOW, "application", application, NULL);
  self->stages = g_object_ref (stages);
  self->presentation = g_object_ref (ilv_stage_set_get_presentation (stages));
  actions = ilv_presenter_actions_new (self->presentation);
  gtk_widget_insert_action_group (GTK_WIDGET (self), ILV_PRESENTER_ACTIONS_GROUP,
                                  G_ACTION_GROUP (actions));
  follow_notes_size (self);
  fill (self);
  ilv_key_input_attach (GTK_WINDOW (self), self->presentation);
  g_signal_connect_object (self->presentation, "notify::slide", G_CALLBACK (show_number), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presentation, "notify::deck", G_CALLBACK (on_deck_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presentation, "notify::asking", G_CALLBACK (show_question), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presentation, "notify::overview", G_CALLBACK (show_overview), self,
                           G_CONNECT_SWAPPED);
  ilv_slide_style_follow (GTK_WIDGET (self), ilv_stage_set_get_program_settings (stages));
  on_deck_changed (self);
  show_overview (self);
  show_question (self);
  /* Otherwise the first button had the focus, and Space were not the way on. */
  gtk_window_set_focus (GTK_WINDOW (self), self->content);
  return GTK_WINDOW (self);
}
