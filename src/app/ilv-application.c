/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-application.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"
#include "ilv-presenter.h"
#include "ilv-window.h"

struct _IlvApplication
{
  AdwApplication parent_instance;

  IlvPresenter *presenter; /* while a lesson is presented */
};

G_DEFINE_FINAL_TYPE (IlvApplication, ilv_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *keys[3];
} Accelerator;

/* GTK itself adds those of "win.show-help-overlay". Page_Up and Page_Down are what clickers send. */
static const Accelerator accelerators[] = {
  { "app.quit", { "<Control>q", NULL } },
  { "page.back", { "<Alt>Left", "Page_Up", NULL } },
  { "page.next", { "<Alt>Right", "Page_Down", NULL } },
  { "page.run", { "<Control>r", NULL } },
  { "page.stop", { "Escape", NULL } },
  { "win.present", { "F5", NULL } },
  { "win.present-from-start", { "<Shift>F5", NULL } },
  { "win.preferences", { "<Control>comma", NULL } },
  { "win.print", { "<Control>p", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.toggle-sidebar", { "F9", NULL } },
};

static void
on_talk_ended (IlvApplication *self)
{
  g_clear_object (&self->presenter);
}

static void
present_lesson (IlvApplication *self, IlvWindow *window, guint section)
{
  IlvLessonContext context;

  if (self->presenter != NULL)
    return;
  ilv_window_get_context (window, &context);
  self->presenter = ilv_presenter_new (GTK_APPLICATION (self), GTK_WINDOW (window),
                                       ilv_window_get_lesson (window), section, &context);
  g_signal_connect_object (self->presenter, "ended", G_CALLBACK (on_talk_ended), self,
                           G_CONNECT_SWAPPED);
}

static void
on_present (IlvApplication *self, gboolean from_start, IlvWindow *window)
{
  present_lesson (self, window, from_start ? ILV_SLIDE_NONE : ilv_window_get_section (window));
}

static IlvWindow *
present_window (IlvApplication *self, const char *lesson)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  /* "Active" may be the "About" window. */
  while (window != NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  if (window == NULL)
    {
      window = GTK_WINDOW (ilv_window_new (GTK_APPLICATION (self), lesson));
      g_signal_connect_object (window, "present", G_CALLBACK (on_present), self, G_CONNECT_SWAPPED);
    }

  gtk_window_present (window);
  return ILV_WINDOW (window);
}

static void
on_quit (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static void
on_about (GSimpleAction *action G_GNUC_UNUSED,
          GVariant *parameter G_GNUC_UNUSED,
          gpointer user_data)
{
  ilv_compat_show_about (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
ilv_application_activate (GApplication *application)
{
  present_window (ILV_APPLICATION (application), NULL);
}

static int
ilv_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  const char *lesson = NULL;
  IlvWindow *window;

  g_variant_dict_lookup (options, "lesson", "&s", &lesson);
  window = present_window (ILV_APPLICATION (application), lesson);
  if (lesson == NULL || ilv_window_open_lesson (window, lesson))
    return EXIT_SUCCESS;

  /* Translators: %s is what was written on the command line. */
  g_application_command_line_printerr (command_line, _("There is no lesson “%s”.\n"), lesson);
  return EXIT_FAILURE;
}

static void
ilv_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = on_about },
    { .name = "quit", .activate = on_quit },
  };

  G_APPLICATION_CLASS (ilv_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (ILV_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           (const char **) accelerators[i].keys);
}

static void
ilv_application_dispose (GObject *object)
{
  g_clear_object (&ILV_APPLICATION (object)->presenter);

  G_OBJECT_CLASS (ilv_application_parent_class)->dispose (object);
}

static void
ilv_application_class_init (IlvApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_application_dispose;
  application_class->activate = ilv_application_activate;
  application_class->command_line = ilv_application_command_line;
  application_class->startup = ilv_application_startup;
}

static void
ilv_application_init (IlvApplication *self)
{
  const GOptionEntry entries[] = {
    { .long_name = "lesson", .arg = G_OPTION_ARG_STRING,
      .description = N_ ("Open this lesson"), .arg_description = N_ ("LESSON") },
    { 0 },
  };

  g_set_application_name ("Interleave");
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

IlvApplication *
ilv_application_new (void)
{
  return g_object_new (ILV_TYPE_APPLICATION,
                       "application-id", ILV_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/io/github/interleave/Interleave",
                       NULL);
}
