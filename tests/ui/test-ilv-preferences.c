/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-look.h"
#include "ilv-preferences.h"
#include "ilv-timeline-theme.h"
#include "ui-test.h"

static const char *const keys[] = {
  "text-size", "motion", "palette", "slide-style", "require-predictions", "use-pokeapi", "python-interpreters",
};

typedef struct
{
  GSettings *settings;
  IlvPythons *pythons;
  GtkWidget *window;
} Fixture;

static gpointer
get_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->window, ILV_TYPE_PREFERENCES, name);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->settings = g_settings_new (ILV_APPLICATION_ID);
  fixture->pythons = ilv_pythons_new (fixture->settings);
  fixture->window = ilv_preferences_new (NULL, fixture->settings, fixture->pythons);
  ilv_look_follow (fixture->settings, gdk_display_get_default ());
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_wait_until (!ilv_pythons_is_searching (fixture->pythons));
  g_clear_object (&fixture->pythons);
  g_clear_object (&fixture->settings);
}

/* Each control is the setting, both ways. */
static void
test_settings (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_spin_button_set_value (get_part (fixture, "text_size"), 150);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "text-size"), ==, 150);
  gtk_spin_button_set_value (get_part (fixture, "text_size"), 500);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "text-size"), ==, 200);
  g_settings_set_int (fixture->settings, "text-size", 80);
  g_assert_cmpfloat (gtk_spin_button_get_value (get_part (fixture, "text_size")), ==, 80);

  gtk_switch_set_active (get_part (fixture, "predictions"), FALSE);
  g_assert_false (g_settings_get_boolean (fixture->settings, "require-predictions"));
  gtk_switch_set_active (get_part (fixture, "pokeapi"), TRUE);
  g_assert_true (g_settings_get_boolean (fixture->settings, "use-pokeapi"));
  adw_combo_row_set_selected (get_part (fixture, "motion"), 1);
  g_assert_cmpint (g_settings_get_enum (fixture->settings, "motion"), ==, 1);
  adw_combo_row_set_selected (get_part (fixture, "palette"), 1);
  g_assert_cmpint (g_settings_get_enum (fixture->settings, "palette"), ==, 1);
  g_settings_set_string (fixture->settings, "palette", "standard");
  g_assert_cmpuint (adw_combo_row_get_selected (get_part (fixture, "palette")), ==, 0);

  adw_combo_row_set_selected (get_part (fixture, "slide_style"), 1);
  g_assert_cmpint (g_settings_get_enum (fixture->settings, "slide-style"), ==, 1);
  g_settings_set_string (fixture->settings, "slide-style", "dark");
  g_assert_cmpuint (adw_combo_row_get_selected (get_part (fixture, "slide_style")), ==, 0);
}

static gboolean
has_animations (void)
{
  gboolean enabled;

  g_object_get (gtk_settings_get_default (), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

static guint n_changes;

static void
count_change (GtkWidget *widget G_GNUC_UNUSED)
{
  n_changes++;
}

static int
measure (GtkWidget *label)
{
  int width;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* What is set is seen at once. */
static void
test_look (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gboolean animations = has_animations ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("A text of a lesson");
  int before;

  gtk_widget_add_css_class (label, "lesson-content");
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  before = measure (label);
  g_settings_set_int (fixture->settings, "text-size", 200);
  ui_test_wait_until (measure (label) > before * 3 / 2);
  g_settings_set_int (fixture->settings, "text-size", 100);
  ui_test_wait_until (measure (label) == before);
  gtk_window_destroy (GTK_WINDOW (window));

  g_settings_set_string (fixture->settings, "motion", "reduced");
  g_assert_false (has_animations ());
  g_settings_set_string (fixture->settings, "motion", "system");
  g_assert_true (has_animations () == animations);

  /* What is on the screen is drawn anew, and what has gone is forgotten. */
  label = g_object_ref_sink (gtk_label_new ("x"));
  ilv_timeline_theme_watch (label, count_change);
  n_changes = 0;
  g_settings_set_string (fixture->settings, "palette", "okabe-ito");
  g_assert_cmpuint (ilv_palette_get_colour (0, FALSE).red, ==, 0x56);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_finalize_object (label);
  g_settings_set_string (fixture->settings, "palette", "standard");
  g_assert_cmpuint (ilv_palette_get_colour (0, FALSE).red, ==, 0x1c);
  g_assert_cmpuint (n_changes, ==, 1);
}

/* An interpreter that was added and is none is said so, and can be taken out again. */
static void
test_pythons (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const paths[] = { "/nonexistent/python3", NULL };
  GtkWidget *group = get_part (fixture, "pythons_group");
  GtkWidget *button = NULL;
  g_auto (GStrv) left = NULL;

  g_settings_set_strv (fixture->settings, "python-interpreters", paths);
  ui_test_wait_until (ilv_pythons_is_searching (fixture->pythons));
  ui_test_wait_until (!ilv_pythons_is_searching (fixture->pythons));
  g_assert_nonnull (ui_test_find_label (group, "/nonexistent/python3"));

  for (guint i = 0; (button = ui_test_find (group, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (button), "path") != NULL)
      break;
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  left = g_settings_get_strv (fixture->settings, "python-interpreters");
  g_assert_null (left[0]);
  ui_test_wait_until (!ilv_pythons_is_searching (fixture->pythons));
  g_assert_null (ui_test_find_label (group, "/nonexistent/python3"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/preferences/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("settings", test_settings);
  ADD ("look", test_look);
  ADD ("pythons", test_pythons);
#undef ADD

  return g_test_run ();
}
