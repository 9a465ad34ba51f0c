/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-preferences.h"

#include <glib/gi18n-lib.h>

#include "ilv-button-text.h"
#include "ilv-compat.h"
#include "ilv-delete-button.h"
#include "ilv-machine.h"
#include "ilv-python.h"
#include "ilv-trust.h"

struct _IlvPreferences
{
  AdwWindow parent_instance;

  GtkSpinButton *text_size;
  AdwComboRow *motion;
  AdwComboRow *palette;
  AdwComboRow *slide_style;
  GtkSwitch *predictions;
  GtkSwitch *pokeapi;
  GtkWidget *history_group;
  GtkWidget *history_row;
  GtkSwitch *keep_history;
  GtkWidget *trust_group;
  GtkWidget *trust_row;
  AdwPreferencesGroup *pythons_group;
  GtkWidget *add_python;

  GSettings *settings;
  IlvPythons *pythons;
  IlvRunStore *history; /* or NULL */
  GPtrArray *rows; /* of the interpreters; unowned */
};

G_DEFINE_FINAL_TYPE (IlvPreferences, ilv_preferences, ADW_TYPE_WINDOW)

#define PYTHONS_KEY "python-interpreters"

/* So wide may be what is chosen in a row. */
#define VALUE_CHARS 9

static gboolean
get_selected (GValue *value, GVariant *variant, gpointer data)
{
  const char *const *nicks = data;

  for (guint i = 0; nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
set_selected (const GValue *value, const GVariantType *type G_GNUC_UNUSED, gpointer data)
{
  const char *const *nicks = data;
  guint index = g_value_get_uint (value);

  return index < g_strv_length ((GStrv) data) ? g_variant_new_string (nicks[index]) : NULL;
}

static void
bind (IlvPreferences *self)
{
  static const char *const motions[] = { "system", "reduced", NULL };
  static const char *const palettes[] = { "standard", "okabe-ito", NULL };
  static const char *const slide_styles[] = { "dark", "light", "system", NULL };

  g_settings_bind (self->settings, "text-size", gtk_spin_button_get_adjustment (self->text_size),
                   "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "require-predictions", self->predictions, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "keep-history", self->keep_history, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "use-pokeapi", self->pokeapi, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "motion", self->motion, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_selected, set_selected,
                                (gpointer) motions, NULL);
  g_settings_bind_with_mapping (self->settings, "palette", self->palette, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_selected, set_selected,
                                (gpointer) palettes, NULL);
  g_settings_bind_with_mapping (self->settings, "slide-style", self->slide_style, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_selected, set_selected,
                                (gpointer) slide_styles, NULL);
}

static void
on_remove_clicked (IlvPreferences *self, GtkWidget *button)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, PYTHONS_KEY);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_str_equal (paths[i], path))
      g_strv_builder_add (kept, paths[i]);
  list = g_strv_builder_end (kept);
  g_settings_set_strv (self->settings, PYTHONS_KEY, (const char *const *) list);
}

/* The remove button of an interpreter that the person has added. */
static void
add_remove_button (IlvPreferences *self, GtkWidget *row, const char *path)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove this interpreter from the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove"), -1);
  g_object_set_data_full (G_OBJECT (button), "path", g_strdup (path), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_row (IlvPreferences *self, const char *title, const char *subtitle, const char *removable)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  if (removable != NULL)
    add_remove_button (self, row, removable);
  adw_preferences_group_add (self->pythons_group, row);
  g_ptr_array_add (self->rows, row);
}

/* Whether @path is among the interpreters found, and takes its place in the list. */
static gboolean
is_found (GListModel *model, const char *path)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (IlvPython) python = g_list_model_get_item (model, i);

      if (g_str_equal (ilv_python_get_path (python), path))
        return TRUE;
    }
  return FALSE;
}

static void
add_found (IlvPreferences *self, GListModel *model, const char *const *added)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (IlvPython) python = g_list_model_get_item (model, i);
      const char *path = ilv_python_get_path (python);

      add_row (self, ilv_python_get_title (python), path,
               g_strv_contains (added, path) ? path : NULL);
    }
}

static void
show_pythons (IlvPreferences *self)
{
  GListModel *model = ilv_pythons_get_model (self->pythons);
  gboolean searching = ilv_pythons_is_searching (self->pythons);
  g_auto (GStrv) added = g_settings_get_strv (self->settings, PYTHONS_KEY);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->pythons_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  add_found (self, model, (const char *const *) added);
  for (guint i = 0; added[i] != NULL && !searching; i++)
    if (!is_found (model, added[i]))
      add_row (self, _("No usable Python 3.9 or later, or listed above under another name"),
               added[i], added[i]);
  if (searching)
    add_row (self, _("Looking for interpreters…"), NULL, NULL);
  else if (self->rows->len == 0)
    add_row (self, _("No Python was found on this computer"),
             _("The lessons show the lock of Python with a runner in C instead."), NULL);
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (IlvPreferences) self = data;
  g_auto (GStrv) paths = NULL;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (path == NULL || self->settings == NULL)
    return;
  paths = g_settings_get_strv (self->settings, PYTHONS_KEY);
  if (g_strv_contains ((const char *const *) paths, path))
    return;

  g_strv_builder_addv (all, (const char **) paths);
  g_strv_builder_add (all, path);
  list = g_strv_builder_end (all);
  g_settings_set_strv (self->settings, PYTHONS_KEY, (const char *const *) list);
}

static void
on_add_clicked (IlvPreferences *self)
{
  ilv_compat_choose_file (GTK_WINDOW (self), _("Choose a Python interpreter"), NULL, on_file_chosen,
                          g_object_ref (self));
}

static void
ilv_preferences_dispose (GObject *object)
{
  IlvPreferences *self = ILV_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->pythons);
  g_clear_object (&self->history);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_preferences_parent_class)->dispose (object);
}

/* What was agreed to stays so until it is withdrawn. */
static void
show_trust (IlvPreferences *self)
{
  guint n = ilv_trust_get_n_agreed (ilv_trust_get_default ());
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u script of a lesson may run without asking",
                                     "%u scripts of lessons may run without asking", n),
                           n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->trust_row), title);
  gtk_widget_set_visible (self->trust_group, n > 0);
}

static void
on_withdraw_clicked (IlvPreferences *self)
{
  g_autoptr (GError) error = NULL;

  if (!ilv_trust_withdraw (ilv_trust_get_default (), &error))
    g_message ("What was agreed could not be withdrawn: %s", error->message);
  show_trust (self);
}

static void
on_history_cleared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  const char *words = ilv_run_store_clear_finish (ILV_RUN_STORE (source), result, &error)
                        ? _ ("All runs were deleted.")
                        : error->message;

  if (self->history == NULL)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->history_row), words);
  ilv_compat_announce (GTK_WIDGET (self), words);
}

static void
on_delete_history (IlvPreferences *self)
{
  ilv_run_store_clear_async (self->history, NULL, NULL, on_history_cleared, g_object_ref (self));
}

static void
on_setup_value (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data G_GNUC_UNUSED)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), VALUE_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_value (GtkSignalListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data G_GNUC_UNUSED)
{
  GtkStringObject *string = gtk_list_item_get_item (item);
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));

  gtk_label_set_label (label, gtk_string_object_get_string (string));
  gtk_label_set_width_chars (label, MIN (g_utf8_strlen (gtk_label_get_text (label), -1), VALUE_CHARS));
}

/* By itself a row cuts off what is chosen in it, and it has one height for all widths: so what is long has several
 * lines in any of them. The list keeps what marks the choice. */
static void
show_value_in_full (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_value), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_value), NULL);
  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, factory);
}

/* A group cuts off its title. */
static void
show_titles_in_full (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "heading"))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      ilv_button_text_wrap_label (GTK_LABEL (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    show_titles_in_full (child);
}

static void
ilv_preferences_class_init (IlvPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_preferences_dispose;
  g_type_ensure (ILV_TYPE_DELETE_BUTTON);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, text_size);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, motion);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, palette);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, slide_style);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, predictions);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, pokeapi);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, history_group);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, history_row);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, keep_history);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, trust_group);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, trust_row);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, pythons_group);
  gtk_widget_class_bind_template_child (widget_class, IlvPreferences, add_python);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_history);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw_clicked);
}

static void
ilv_preferences_init (IlvPreferences *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_value_in_full (self->palette);
  show_value_in_full (self->slide_style);
  show_titles_in_full (GTK_WIDGET (self));
  show_trust (self);
  if (!ilv_machine_is_sandboxed ())
    return;
  gtk_widget_set_visible (self->add_python, FALSE);
  adw_preferences_group_set_description (
    self->pythons_group,
    _ ("Interleave runs in a sandbox, so only the Python that comes with it can be used."));
}

GtkWidget *
ilv_preferences_new (GtkWindow *parent, GSettings *settings, IlvPythons *pythons)
{
  IlvPreferences *self;
  GListModel *model;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (ILV_IS_PYTHONS (pythons), NULL);

  self = g_object_new (ILV_TYPE_PREFERENCES, "transient-for", parent, "modal", parent != NULL, NULL);
  self->settings = g_object_ref (settings);
  self->pythons = g_object_ref (pythons);
  bind (self);
  model = ilv_pythons_get_model (pythons);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (show_pythons), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pythons, "notify::searching", G_CALLBACK (show_pythons), self,
                           G_CONNECT_SWAPPED);
  show_pythons (self);
  return GTK_WIDGET (self);
}

void
ilv_preferences_set_history (IlvPreferences *self, IlvRunStore *history)
{
  g_return_if_fail (ILV_IS_PREFERENCES (self));
  g_return_if_fail (ILV_IS_RUN_STORE (history));

  g_set_object (&self->history, history);
  gtk_widget_set_visible (self->history_group, TRUE);
}
