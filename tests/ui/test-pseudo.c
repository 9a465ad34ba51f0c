/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every page in a language that nobody speaks, whose texts are longer and in brackets: all that is shown is
 * in brackets, so nothing was left untranslated, and nothing is cut off, and what can be pressed is large
 * enough for a finger, at the width of a phone and of a computer. Arguments: scripts/translations, glib-compile-resources. */

#include <locale.h>

#include "ui-test-home.h"
#include "ui-test-pseudo.h"
#include "ui-test-walk.h"

#define OPEN 0x27e6  /* ⟦ */
#define CLOSE 0x27e7 /* ⟧ */

/* So many letters outside of brackets are a word. Names of tasks, which a translator may keep, are fewer, or
 * stand in the list. */
#define WORD 4

#define LEAST_TARGET 34 /* px */

static const char *const names[] = { "Pokémon", "Python", "CPython", "Letters", "Photos", "Music", "Work",
                                     "Download", "Save",    "Clock",   "Call",    "Query",  "Page",  "Sign",
                                     "Large",    "Small",   "Tile",    "python",  NULL };

static GtkWidget *window;
static guint n_faults;
static guint n_labels;

/* (transfer full) (nullable): the first word that is outside of all brackets. */
static char *
find_word (const char *text)
{
  g_autoptr (GString) word = g_string_new (NULL);
  int depth = 0;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0 && depth == 0 && (g_unichar_isalpha (c) || c == '_'))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (g_utf8_strlen (word->str, -1) >= WORD && !g_strv_contains (names, word->str)
          && !g_str_has_prefix (p, ".py") && !g_str_has_prefix (p, ".c"))
        return g_string_free (g_steal_pointer (&word), FALSE);
      if (c == 0)
        return NULL;
      g_string_truncate (word, 0);
      depth += c == OPEN ? 1 : c == CLOSE ? -1 : 0;
    }
}

/* Code is shown as it is written. */
static gboolean
is_code (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_has_css_class (widget, "code") || gtk_widget_has_css_class (widget, "monospace"))
      return TRUE;
  return FALSE;
}

static void
report (GtkWidget *label, const char *place, const char *what)
{
  n_faults++;
  g_printerr ("# %s, %d px: %s: “%s” in %s\n", place, gtk_widget_get_width (window), what,
              gtk_label_get_text (GTK_LABEL (label)), gtk_widget_get_css_name (gtk_widget_get_parent (label)));
}

static void
check_label (GtkWidget *label, const char *place)
{
  g_autofree char *word = find_word (gtk_label_get_text (GTK_LABEL (label)));

  n_labels++;
  if (word != NULL && !is_code (label))
    report (label, place, "not translated");
  if (ui_test_is_cut_off (GTK_LABEL (label)))
    report (label, place, "cut off");
}

/* What a finger can hit, with its frame. */
static void
check_button (GtkWidget *button, const char *place)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (button, button, &bounds));
  if (bounds.size.height >= LEAST_TARGET)
    return;
  n_faults++;
  g_printerr ("# %s, %d px: a button is %g px high: %s in %s\n", place, gtk_widget_get_width (window),
              bounds.size.height, gtk_widget_get_css_name (button),
              gtk_widget_get_css_name (gtk_widget_get_parent (button)));
}

static void
check_labels (GtkWidget *widget, const char *place)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_BUTTON (widget) && !gtk_widget_has_css_class (widget, "titlebutton"))
    check_button (widget, place);
  if (GTK_IS_LABEL (widget))
    check_label (widget, place);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_labels (child, place);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    const char *word;
  } cases[] = {
    { "⟦ŕúúñ⟧", NULL },      { "Run it", NULL },           { "⟦Ŕúúñ⟧ again", "again" }, { "Ŕúúñş ⟦ñóŵ⟧", "Ŕúúñş" },
    { "⟦a ⟦b⟧ inside⟧", NULL }, { "Pokémon 1 · 20 ms", NULL }, { "", NULL },
    { "sign_in.py", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = find_word (cases[i].text);

      g_assert_cmpstr (word, ==, cases[i].word);
    }
}

/* A text that has no room is found to be cut off. */
static void
test_cut_off (void)
{
  GtkWidget *label = gtk_label_new ("⟦Šóóméé ţééxţ ţĥááţ ííš ĵúúšţ á ļííţţļéé ţóóóó ļóóñĝ⟧");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (label, 60, -1);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 5);
  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_width (window) > 0);
  ui_test_wait_until_drawn (window);
  n_faults = 0;
  check_labels (label, "trial");
  g_assert_cmpuint (n_faults, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pages (gconstpointer data)
{
  g_autoptr (IlvCourse) course = ui_test_open_course ();

  g_assert_null (find_word (ilv_course_get_title (course)));
  n_labels = n_faults = 0;
  window = GTK_WIDGET (g_object_ref_sink (ilv_window_new (NULL, NULL, FALSE)));
  gtk_window_set_default_size (GTK_WINDOW (window), GPOINTER_TO_INT (data), 900);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_width (window) > 0);
  /* No wider than was asked for; the frame is a part of it. */
  g_assert_cmpint (gtk_widget_get_width (window), <=, GPOINTER_TO_INT (data));
  ui_test_walk (window, check_labels);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
  g_test_message ("%u texts", n_labels);
  g_assert_cmpuint (n_labels, >, 500);
  g_assert_cmpuint (n_faults, ==, 0);
}

int
main (int argc, char *argv[])
{
  char *home = ui_test_home_new ();
  g_autofree char *path = g_dir_make_tmp ("ilv-pseudo-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GResource) resource = NULL;
  int status;

  g_setenv ("LANGUAGE", "qps", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  resource = ui_test_speak_pseudo (path, argv[1], argv[2]);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  ui_test_add_style ();
  g_test_add_func ("/ui/pseudo/words", test_words);
  g_test_add_func ("/ui/pseudo/cut-off", test_cut_off);
  g_test_add_data_func ("/ui/pseudo/phone", GINT_TO_POINTER (360), test_pages);
  g_test_add_data_func ("/ui/pseudo/computer", GINT_TO_POINTER (1280), test_pages);
  status = g_test_run ();
  g_resources_unregister (resource);
  ui_test_home_remove (folder);
  ui_test_home_free (home);
  return status;
}
