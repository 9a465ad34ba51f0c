/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-application.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"
#include "ilv-help.h"
#include "ilv-presenter.h"
#include "ilv-summary-window.h"
#include "ilv-window.h"

struct _IlvApplication
{
  AdwApplication parent_instance;

  IlvPresenter *presenter; /* while a lesson is presented */
  char *wanted_place;      /* what is to be presented once a file is open, or NULL */
};

G_DEFINE_FINAL_TYPE (IlvApplication, ilv_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *keys[3];
} Accelerator;

/* GTK itself adds those of "win.show-help-overlay". Page_Up and Page_Down are what clickers send. */
static const Accelerator accelerators[] = {
  { "app.help", { "F1", NULL } },
  { "app.quit", { "<Control>q", NULL } },
  { "page.back", { "<Alt>Left", "Page_Up", NULL } },
  { "page.copy-picture", { "<Control><Shift>c", NULL } },
  { "page.export-menu", { "<Control><Shift>e", NULL } },
  { "page.next", { "<Alt>Right", "Page_Down", NULL } },
  { "page.repeat", { "<Control><Shift>r", NULL } },
  { "page.run", { "<Control>r", NULL } },
  { "page.stop", { "Escape", NULL } },
  { "win.present", { "F5", NULL } },
  { "win.present-from-start", { "<Shift>F5", NULL } },
  { "win.open-lesson", { "<Control>o", NULL } },
  { "win.open-trace", { "<Control><Shift>o", NULL } },
  { "win.preferences", { "<Control>comma", NULL } },
  { "win.print", { "<Control>p", NULL } },
  { "win.search", { "<Control>f", NULL } },
  { "win.toggle-sidebar", { "F9", NULL } },
};

/* (nullable): the window with the course, which is one. */
static IlvWindow *
find_window (IlvApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    if (ILV_IS_WINDOW (link->data))
      return link->data;
  return NULL;
}

static void
show_summary (IlvApplication *self, GtkWindow *parent)
{
  g_autoptr (IlvTalkSummary) summary
    = ilv_talk_summary_new (ilv_presenter_get_presentation (self->presenter), NULL);

  if (ilv_summary_window_is_needed (summary))
    gtk_window_present (ilv_summary_window_new (parent, summary));
}

/* The course goes on where the talk has ended. */
static void
on_talk_ended (IlvApplication *self)
{
  IlvPresentation *presentation = ilv_presenter_get_presentation (self->presenter);
  IlvLesson *lesson = ilv_deck_get_lesson (ilv_presentation_get_deck (presentation));
  guint section = ilv_slide_get_parts (ilv_presentation_get_slide (presentation))->section;
  IlvWindow *window = find_window (self);

  if (window != NULL)
    {
      if (ilv_window_get_lesson (window) != lesson)
        ilv_window_open_lesson (window, ilv_lesson_get_id (lesson));
      ilv_window_set_section (window, section == ILV_SLIDE_NONE ? 0 : section);
      gtk_window_present (GTK_WINDOW (window));
      show_summary (self, GTK_WINDOW (window));
    }
  g_clear_object (&self->presenter);
}

static void
present_lesson (IlvApplication *self, IlvWindow *window, guint section)
{
  IlvLessonContext context;

  if (self->presenter != NULL)
    {
      ilv_presenter_raise (self->presenter);
      return;
    }
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

/* A talk needs what the window has, and does not outlive it. */
static gboolean
on_close_request (IlvApplication *self)
{
  g_clear_object (&self->presenter);
  return GDK_EVENT_PROPAGATE;
}

static void on_pack_opened (IlvApplication *self, IlvWindow *window);

static void
on_pack_failed (IlvApplication *self)
{
  g_clear_pointer (&self->wanted_place, g_free);
}

/* @lesson, @expects_file: see ilv_window_new(). */
static IlvWindow *
present_window (IlvApplication *self, const char *lesson, gboolean expects_file)
{
  IlvWindow *window = find_window (self);

  if (window == NULL)
    {
      window = ilv_window_new (GTK_APPLICATION (self), lesson, expects_file);
      g_signal_connect_object (window, "present", G_CALLBACK (on_present), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (window, "pack-opened", G_CALLBACK (on_pack_opened), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (window, "pack-failed", G_CALLBACK (on_pack_failed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (window, "close-request", G_CALLBACK (on_close_request), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
on_quit (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));
}

static void
on_help (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer user_data)
{
  ilv_help_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
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
  present_window (ILV_APPLICATION (application), NULL, FALSE);
}

/* Presents @place, which is a lesson, or a lesson, a slash and a section. Returns: whether there is such. */
static gboolean
present_place (IlvApplication *self, IlvWindow *window, const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 2);
  IlvSection *section = NULL;
  guint index = ILV_SLIDE_NONE;
  IlvLesson *lesson;

  if (parts[0] == NULL || !ilv_window_open_lesson (window, parts[0]))
    return FALSE;
  lesson = ilv_window_get_lesson (window);
  if (parts[1] != NULL)
    section = ilv_lesson_find_section (lesson, parts[1]);
  if (!ilv_lesson_is_written (lesson) || (parts[1] != NULL && section == NULL))
    return FALSE;
  if (section != NULL)
    {
      index = ilv_lesson_get_section_index (lesson, section);
      ilv_window_set_section (window, index);
    }
  present_lesson (self, window, index);
  return TRUE;
}

/* A lesson of the pack was to be presented. */
static void
on_pack_opened (IlvApplication *self, IlvWindow *window)
{
  g_autofree char *place = g_steal_pointer (&self->wanted_place);

  if (place != NULL)
    present_place (self, window, place);
}

/* @file: (nullable): the lesson pack that @place is in, which is opened first. */
static int
present_from_command_line (IlvApplication *self,
                           GApplicationCommandLine *command_line,
                           const char *place,
                           GFile *file)
{
  g_auto (GStrv) parts = g_strsplit (place, "/", 2);
  IlvWindow *window = present_window (self, file == NULL ? parts[0] : NULL, file != NULL);

  if (self->presenter != NULL)
    {
      ilv_presenter_raise (self->presenter);
      g_application_command_line_printerr (command_line,
                                           _ ("A lesson is being presented already.\n"));
      return EXIT_FAILURE;
    }
  if (file != NULL)
    {
      g_free (self->wanted_place);
      self->wanted_place = g_strdup (place);
      ilv_window_open_file (window, file);
      return EXIT_SUCCESS;
    }
  if (present_place (self, window, place))
    return EXIT_SUCCESS;
  /* Translators: %s is what was written on the command line. */
  g_application_command_line_printerr (command_line, _ ("There is no “%s” to present.\n"), place);
  return EXIT_FAILURE;
}

static void
ilv_application_open (GApplication *application, GFile **files, int n_files, const char *hint G_GNUC_UNUSED)
{
  IlvWindow *window = present_window (ILV_APPLICATION (application), NULL, n_files > 0);

  ilv_window_open_files (window, files, (guint) n_files);
}

/* (element-type GFile) (transfer full): the arguments that are no options. */
static GPtrArray *
find_files (GApplicationCommandLine *command_line)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  int n_arguments;
  g_auto (GStrv) arguments = g_application_command_line_get_arguments (command_line, &n_arguments);

  for (int i = 1; i < n_arguments; i++)
    if (!g_str_equal (arguments[i], "--"))
      g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, arguments[i]));
  return files;
}

static int
ilv_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GPtrArray) files = find_files (command_line);
  const char *lesson = NULL, *place = NULL;
  IlvWindow *window;

  if (g_variant_dict_lookup (options, "present", "&s", &place))
    return present_from_command_line (ILV_APPLICATION (application), command_line, place,
                                      files->len > 0 ? g_ptr_array_index (files, 0) : NULL);
  if (files->len > 0)
    {
      ilv_application_open (application, (GFile **) files->pdata, files->len, "");
      return EXIT_SUCCESS;
    }

  g_variant_dict_lookup (options, "lesson", "&s", &lesson);
  window = present_window (ILV_APPLICATION (application), lesson, FALSE);
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
    { .name = "help", .activate = on_help },
    { .name = "quit", .activate = on_quit },
  };

  /* GTK itself would end the program too, but with what looks like a fault of it. */
  if (!gtk_init_check ())
    {
      g_printerr (_ ("There is no display to open a window on. “interleave --help” lists what needs "
                     "none.\n"));
      exit (EXIT_FAILURE);
    }
  G_APPLICATION_CLASS (ilv_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (ILV_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           (const char **) accelerators[i].keys);
}

/* What a thread has not written yet would be lost with it. */
static void
save_progress (IlvApplication *self)
{
  IlvWindow *window = find_window (self);

  if (window != NULL)
    ilv_progress_save_now (ilv_window_get_progress (window), NULL);
}

/* A talk ends with the program, whoever ends that. */
static void
ilv_application_shutdown (GApplication *application)
{
  save_progress (ILV_APPLICATION (application));
  g_clear_object (&ILV_APPLICATION (application)->presenter);
  g_clear_pointer (&ILV_APPLICATION (application)->wanted_place, g_free);

  G_APPLICATION_CLASS (ilv_application_parent_class)->shutdown (application);
}

static void
ilv_application_class_init (IlvApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = ilv_application_activate;
  application_class->command_line = ilv_application_command_line;
  application_class->open = ilv_application_open;
  application_class->shutdown = ilv_application_shutdown;
  application_class->startup = ilv_application_startup;
}

static void
ilv_application_init (IlvApplication *self)
{
  const GOptionEntry entries[] = {
    { .long_name = "lesson", .arg = G_OPTION_ARG_STRING,
      .description = N_ ("Open this lesson"), .arg_description = N_ ("LESSON") },
    { .long_name = "present", .arg = G_OPTION_ARG_STRING,
      .description = N_ ("Present this lesson"), .arg_description = N_ ("LESSON[/SECTION]") },
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
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/interleave/Interleave",
                       NULL);
}
