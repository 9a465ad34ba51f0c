/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static const char *const developers[] = { "The Interleave contributors", NULL };

void
ilv_compat_get_widget_colour (GtkWidget *widget, GdkRGBA *colour)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (colour != NULL);

#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, colour);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
#endif
}

gboolean
ilv_compat_is_high_contrast (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (!adw_is_initialized ())
    return FALSE;

  return adw_style_manager_get_high_contrast (
    adw_style_manager_get_for_display (gtk_widget_get_display (widget)));
}

void
ilv_compat_watch_theme (GtkWidget *widget, IlvCompatThemeFunc callback)
{
  AdwStyleManager *manager;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (callback != NULL);

  if (!adw_is_initialized ())
    return;

  manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (callback), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (callback), widget,
                           G_CONNECT_SWAPPED);
}

#if !GTK_CHECK_VERSION(4, 14, 0)
static void
on_told (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, on_told, NULL);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Screen readers tell when what has the focus gets another description, and so the message is that until the
 * focus goes on. What is no button may have a description of its own; then it is the window's. */
static void
tell_by_description (GtkWidget *widget, const char *message)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root == NULL)
    return;
  if (focus == NULL || !GTK_IS_BUTTON (focus))
    focus = GTK_WIDGET (root);
  g_signal_handlers_disconnect_by_func (focus, on_told, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
  if (GTK_IS_BUTTON (focus))
    g_signal_connect (focus, "notify::has-focus", G_CALLBACK (on_told), NULL);
}
#endif

void
ilv_compat_announce (GtkWidget *widget, const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (message != NULL);

#if GTK_CHECK_VERSION(4, 14, 0)
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  /* With GTK_A11Y=test GTK (4.24) calls a function that this kind of context does not have. */
  if (context == NULL || g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    return;

  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#else
  tell_by_description (widget, message);
#endif
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = gtk_widget_get_child_visible (child) ? find_label (child) : NULL;

      if (label != NULL)
        return label;
    }
  return NULL;
}

static void
name_button (GtkWidget *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (drop_down);
  GtkWidget *label = button != NULL ? find_label (button) : NULL;

  /* While it is being filled there is no label. */
  if (button != NULL && label == NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down, NULL,
                                    -1);
  else if (button != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, drop_down,
                                    label, NULL, -1);
}

void
ilv_compat_name_drop_down (GtkDropDown *drop_down)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  name_button (GTK_WIDGET (drop_down));
  g_signal_connect (drop_down, "map", G_CALLBACK (name_button), NULL);
  g_signal_connect_after (drop_down, "notify::selected", G_CALLBACK (name_button), NULL);
}

GtkAlign
ilv_compat_get_baseline_align (void)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  return GTK_ALIGN_BASELINE_FILL;
#else
  return GTK_ALIGN_BASELINE;
#endif
}

void
ilv_compat_load_css (GtkCssProvider *provider, const char *css)
{
  g_return_if_fail (GTK_IS_CSS_PROVIDER (provider));
  g_return_if_fail (css != NULL);

#if GTK_CHECK_VERSION(4, 12, 0)
  gtk_css_provider_load_from_string (provider, css);
#else
  gtk_css_provider_load_from_data (provider, css, -1);
#endif
}

typedef struct
{
  IlvCompatFileFunc callback;
  gpointer user_data;
#if GTK_CHECK_VERSION(4, 10, 0)
  GFile *(*finish) (GtkFileDialog *dialog, GAsyncResult *result, GError **error);
#endif
} FileChoice;

#if GTK_CHECK_VERSION(4, 10, 0)
static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree FileChoice *choice = data;
  g_autoptr (GFile) file = choice->finish (GTK_FILE_DIALOG (source), result, NULL);

  choice->callback (file, choice->user_data);
}

static void
start_choice (GtkFileDialog *dialog, GtkWindow *parent, GtkFileChooserAction action, FileChoice *choice)
{
  switch (action)
    {
    case GTK_FILE_CHOOSER_ACTION_SAVE:
      choice->finish = gtk_file_dialog_save_finish;
      gtk_file_dialog_save (dialog, parent, NULL, on_file_chosen, choice);
      break;
    case GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER:
      choice->finish = gtk_file_dialog_select_folder_finish;
      gtk_file_dialog_select_folder (dialog, parent, NULL, on_file_chosen, choice);
      break;
    case GTK_FILE_CHOOSER_ACTION_OPEN:
    default:
      choice->finish = gtk_file_dialog_open_finish;
      gtk_file_dialog_open (dialog, parent, NULL, on_file_chosen, choice);
      break;
    }
}
#else
static void
on_file_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autofree FileChoice *choice = data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  choice->callback (file, choice->user_data);
  g_object_unref (dialog);
}
#endif

/* @filter: (nullable): which files are shown; @name: (nullable): of the file to be saved */
static void
choose (GtkWindow *parent,
        const char *title,
        GtkFileChooserAction action,
        GtkFileFilter *filter,
        const char *name,
        FileChoice *choice)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_default_filter (dialog, filter);
  if (name != NULL)
    gtk_file_dialog_set_initial_name (dialog, name);
  start_choice (dialog, parent, action, choice);
#else
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  if (filter != NULL)
    gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_file_response), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
#endif
}

static FileChoice *
create_choice (IlvCompatFileFunc callback, gpointer user_data)
{
  FileChoice *choice = g_new (FileChoice, 1);

  *choice = (FileChoice){ .callback = callback, .user_data = user_data };
  return choice;
}

void
ilv_compat_choose_file (GtkWindow *parent,
                        const char *title,
                        GtkFileFilter *filter,
                        IlvCompatFileFunc callback,
                        gpointer user_data)
{
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (filter == NULL || GTK_IS_FILE_FILTER (filter));
  g_return_if_fail (callback != NULL);

  choose (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, filter, NULL, create_choice (callback, user_data));
}

void
ilv_compat_choose_folder (GtkWindow *parent,
                          const char *title,
                          IlvCompatFileFunc callback,
                          gpointer user_data)
{
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (callback != NULL);

  choose (parent, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL, create_choice (callback, user_data));
}

void
ilv_compat_save_file (GtkWindow *parent,
                      const char *title,
                      const char *name,
                      IlvCompatFileFunc callback,
                      gpointer user_data)
{
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (name != NULL);
  g_return_if_fail (callback != NULL);

  choose (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, name, create_choice (callback, user_data));
}

void
ilv_compat_show_in_folder (GtkWindow *parent, GFile *file)
{
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_FILE (file));

#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, parent, NULL, NULL, NULL);
#else
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
#endif
}

/* What is not ours, and where it comes from. */
static char *
get_credits (void)
{
  /* Translators: Pokémon and Nintendo are names. */
  return g_strdup (_ ("Pokémon names are trademarks of Nintendo.\n"
                      "The picture of lines and cashiers is from Stack Overflow, question 1050222, "
                      "CC BY-SA."));
}

void
ilv_compat_show_about (GtkWindow *parent)
{
  g_autofree char *credits = get_credits ();
  const char *comments = _ ("Learn concurrency and parallelism by running real tasks");

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

#if ADW_CHECK_VERSION(1, 5, 0)
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", "Interleave", "application-icon", ILV_APPLICATION_ID,
                "developer-name", developers[0], "developers", developers, "version", ILV_VERSION,
                "comments", comments, "copyright", credits, "license-type", GTK_LICENSE_GPL_3_0, NULL);
  adw_dialog_present (dialog, parent != NULL ? GTK_WIDGET (parent) : NULL);
#else
  GtkWidget *window = adw_about_window_new ();

  g_object_set (window, "application-name", "Interleave", "application-icon", ILV_APPLICATION_ID,
                "developer-name", developers[0], "developers", developers, "version", ILV_VERSION,
                "comments", comments, "copyright", credits, "license-type", GTK_LICENSE_GPL_3_0, "transient-for", parent,
                "modal", parent != NULL, NULL);
  gtk_window_present (GTK_WINDOW (window));
#endif
}
