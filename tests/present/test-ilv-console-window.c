/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-window.h"
#include "ilv-overview.h"
#include "ilv-presenter-keys.h"
#include "present-test.h"

typedef struct
{
  GtkWindow *window;
  int performed; /* the last IlvTalkCommand that others have to do, or -1 */
} Console;

static void
on_performed (Console *console, guint command)
{
  console->performed = (int) command;
}

static void
console_open (Console *console, PresentFixture *fixture)
{
  console->performed = -1;
  console->window = ilv_console_window_new (NULL, fixture->stages);
  g_signal_connect_swapped (fixture->presentation, "performed", G_CALLBACK (on_performed), console);
  gtk_window_present (console->window);
  ui_test_wait_until (gtk_widget_get_width (GTK_WIDGET (console->window)) > 1);
}

static void
console_close (Console *console, PresentFixture *fixture)
{
  g_signal_handlers_disconnect_by_data (fixture->presentation, console);
  g_object_ref (console->window);
  gtk_window_destroy (console->window);
  /* What is drawn at this moment keeps it a little longer. */
  ui_test_wait_until (G_OBJECT (console->window)->ref_count == 1);
  g_assert_finalize_object (console->window);
}

static GtkWidget *
find_button (Console *console, const char *action)
{
  GtkWidget *button;

  for (guint i = 0;
       (button = ui_test_find (GTK_WIDGET (console->window), GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), action) == 0)
      return button;
  g_assert_not_reached ();
}

static void
click (Console *console, const char *action)
{
  GtkWidget *button = find_button (console, action);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
click_part (Console *console, const char *name)
{
  g_signal_emit_by_name (gtk_widget_get_template_child (GTK_WIDGET (console->window),
                                                        ILV_TYPE_CONSOLE_WINDOW, name),
                         "clicked");
}

static gboolean
shows (Console *console, const char *text)
{
  GtkWidget *label = ui_test_find_label (GTK_WIDGET (console->window), text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* Each button does what the key does. */
static void
test_buttons (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *action;
    IlvTalkCommand command;
  } others[] = {
    { "present.play", ILV_TALK_PLAY },         { "present.zoom-in", ILV_TALK_ZOOM_IN },
    { "present.zoom-out", ILV_TALK_ZOOM_OUT }, { "present.zoom-fit", ILV_TALK_ZOOM_FIT },
    { "present.settings", ILV_TALK_SETTINGS }, { "present.swap", ILV_TALK_SWAP },
    { "present.keys", ILV_TALK_KEYS },
  };
  Console console;

  console_open (&console, fixture);
  click (&console, "present.next");
  g_assert_cmpuint (ilv_presentation_get_slide_number (fixture->presentation), ==, 1);
  click (&console, "present.previous");
  g_assert_cmpuint (ilv_presentation_get_slide_number (fixture->presentation), ==, 0);
  g_assert_false (gtk_widget_is_sensitive (find_button (&console, "present.previous")));
  click (&console, "present.last");
  g_assert_null (ilv_presentation_get_next_slide (fixture->presentation));
  click (&console, "present.first");
  g_assert_cmpuint (ilv_presentation_get_slide_number (fixture->presentation), ==, 0);

  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  ilv_presentation_set_run_state (fixture->presentation, 0, ILV_RUN_DONE);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      click (&console, others[i].action);
      g_assert_cmpint (console.performed, ==, others[i].command);
    }
  console_close (&console, fixture);
}

/* A button is pressed while what it switches is on, whoever switched it. */
static void
test_toggles (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *action;
    IlvTalkCommand command;
  } toggles[] = {
    { "present.black", ILV_TALK_BLACK },     { "present.white", ILV_TALK_WHITE },
    { "present.freeze", ILV_TALK_FREEZE },   { "present.pointer", ILV_TALK_POINTER },
    { "present.magnify", ILV_TALK_MAGNIFY }, { "present.pause", ILV_TALK_PAUSE },
  };
  Console console;

  console_open (&console, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      GtkToggleButton *button = GTK_TOGGLE_BUTTON (find_button (&console, toggles[i].action));

      g_assert_false (gtk_toggle_button_get_active (button));
      click (&console, toggles[i].action);
      g_assert_true (gtk_toggle_button_get_active (button));
      ilv_presentation_perform (fixture->presentation, toggles[i].command);
      g_assert_false (gtk_toggle_button_get_active (button));
    }
  console_close (&console, fixture);
}

/* What the room sees instead of the slide is said on it. */
static void
test_cover (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Console console;

  console_open (&console, fixture);
  g_assert_false (shows (&console, "The room sees black"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_BLACK);
  g_assert_true (shows (&console, "The room sees black"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_BLACK);
  g_assert_false (shows (&console, "The room sees black"));
  ilv_presentation_type_digit (fixture->presentation, 2);
  g_assert_true (shows (&console, "Go to 2 ⏎"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_ESCAPE);
  g_assert_false (shows (&console, "Go to 2 ⏎"));
  console_close (&console, fixture);
}

static void
test_question (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Console console;

  console_open (&console, fixture);
  g_assert_false (shows (&console, "End the presentation?"));
  gtk_window_close (console.window);
  ui_test_wait_until (shows (&console, "End the presentation?"));
  click_part (&console, "stay");
  g_assert_false (shows (&console, "End the presentation?"));
  click_part (&console, "end");
  g_assert_true (shows (&console, "End the presentation?"));
  click_part (&console, "stay");
  g_assert_false (ilv_presentation_has_ended (fixture->presentation));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_ESCAPE);
  click (&console, "present.end");
  g_assert_true (ilv_presentation_has_ended (fixture->presentation));
  console_close (&console, fixture);
}

static void
test_number (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n_slides = ilv_deck_get_n_slides (ilv_presentation_get_deck (fixture->presentation));
  g_autofree char *first = g_strdup_printf ("On the screen · 1 of %u", n_slides);
  g_autofree char *second = g_strdup_printf ("On the screen · 2 of %u", n_slides);
  Console console;

  console_open (&console, fixture);
  g_assert_true (shows (&console, first));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  g_assert_true (shows (&console, second));
  console_close (&console, fixture);
}

/* The size that the presenter wants is the same in the next talk. */
static void
test_notes_size (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Console console;

  g_settings_set_uint (fixture->lesson.settings, "notes-size", 150);
  console_open (&console, fixture);
  g_assert_cmpuint (ilv_presentation_get_notes_size (fixture->presentation), ==, 150);
  g_assert_true (shows (&console, "150 %"));
  click (&console, "present.notes-larger");
  g_assert_cmpuint (g_settings_get_uint (fixture->lesson.settings, "notes-size"), ==, 160);
  click (&console, "present.notes-smaller");
  g_assert_cmpuint (g_settings_get_uint (fixture->lesson.settings, "notes-size"), ==, 150);
  console_close (&console, fixture);
  g_settings_reset (fixture->lesson.settings, "notes-size");
}

/* Space is the way on from the first moment, and after a click on any button. */
static void
test_focus (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Console console;
  GtkWidget *button;

  console_open (&console, fixture);
  g_assert_false (GTK_IS_BUTTON (gtk_window_get_focus (console.window)));
  for (guint i = 0;
       (button = ui_test_find (GTK_WIDGET (console.window), GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)) != NULL
        && g_str_has_prefix (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "present."))
      g_assert_false (gtk_widget_get_focus_on_click (button));
  console_close (&console, fixture);
}

/* What is typed into a count of hands goes nowhere else; all other keys are the talk's. */
static void
test_typing (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Console console;
  GtkWidget *count;
  IlvKeyFocus focus;

  console_open (&console, fixture);
  focus = ilv_key_focus_of (gtk_window_get_focus (console.window));
  g_assert_cmpint (ilv_presenter_keys_find (GDK_KEY_space, 0, focus).key->command, ==, ILV_TALK_NEXT);
  present_test_show (fixture, ILV_SLIDE_POLL);
  count = ui_test_find (GTK_WIDGET (console.window), GTK_TYPE_SPIN_BUTTON, 0);
  g_assert_nonnull (count);
  gtk_widget_grab_focus (count);
  focus = ilv_key_focus_of (gtk_window_get_focus (console.window));
  g_assert_cmpint (ilv_presenter_keys_find (GDK_KEY_1, 0, focus).digit, ==, -1);
  g_assert_null (ilv_presenter_keys_find (GDK_KEY_Right, 0, focus).key);
  g_assert_null (ilv_presenter_keys_find (GDK_KEY_Down, 0, focus).key);
  g_assert_nonnull (ilv_presenter_keys_find (GDK_KEY_Page_Down, 0, focus).key);
  console_close (&console, fixture);
}

/* The overview is there while it is wanted. */
static void
test_overview (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Console console;

  console_open (&console, fixture);
  g_assert_null (ui_test_find (GTK_WIDGET (console.window), ILV_TYPE_OVERVIEW, 0));
  click (&console, "present.overview");
  g_assert_nonnull (ui_test_find (GTK_WIDGET (console.window), ILV_TYPE_OVERVIEW, 0));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_ESCAPE);
  g_assert_null (ui_test_find (GTK_WIDGET (console.window), ILV_TYPE_OVERVIEW, 0));
  console_close (&console, fixture);
}

/* Run becomes Stop while the experiment runs, for real. */
static void
test_run (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  Console console;

  console_open (&console, fixture);
  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  g_assert_true (gtk_widget_get_mapped (find_button (&console, "present.run")));
  click (&console, "present.run");
  ui_test_wait_until (ilv_presentation_get_run_state (fixture->presentation, 0) == ILV_RUN_DONE);
  ui_test_wait_until (gtk_widget_is_sensitive (find_button (&console, "present.run")));
  g_assert_true (gtk_widget_is_sensitive (find_button (&console, "present.play")));
  console_close (&console, fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  present_test_add ("/present/console-window/buttons", test_buttons);
  present_test_add ("/present/console-window/toggles", test_toggles);
  present_test_add ("/present/console-window/cover", test_cover);
  present_test_add ("/present/console-window/question", test_question);
  present_test_add ("/present/console-window/number", test_number);
  present_test_add ("/present/console-window/notes-size", test_notes_size);
  present_test_add ("/present/console-window/focus", test_focus);
  present_test_add ("/present/console-window/typing", test_typing);
  present_test_add ("/present/console-window/overview", test_overview);
  present_test_add ("/present/console-window/run", test_run);

  return g_test_run ();
}
