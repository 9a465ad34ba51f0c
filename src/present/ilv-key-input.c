/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-key-input.h"

#include "ilv-held-key.h"
#include "ilv-overview.h"
#include "ilv-presenter-keys.h"

typedef struct
{
  IlvPresentation *presentation;
  IlvHeldKey held;
} Input;

static void
input_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Input *input = data;

  g_object_unref (input->presentation);
  g_free (input);
}

static GtkWindow *
get_window (GtkEventController *controller)
{
  return GTK_WINDOW (gtk_event_controller_get_widget (controller));
}

/* On a keyboard of Cyrillic or Greek letters, as elsewhere in GTK, a key is also what it is when the
 * keyboard is switched to Latin ones. */
static guint
find_latin (GdkDisplay *display, guint keyval, guint keycode)
{
  g_autofree guint *keyvals = NULL;
  int n_keyvals = 0;

  if (gdk_keyval_to_unicode (keyval) < 0x80
      || !gdk_display_map_keycode (display, keycode, NULL, &keyvals, &n_keyvals))
    return keyval;
  for (int i = 0; i < n_keyvals; i++)
    if (keyvals[i] < 0x80 && g_ascii_isalpha ((char) keyvals[i]))
      return keyvals[i];
  return keyval;
}

static IlvKeyMeaning
find_meaning (Input *input, GtkWindow *window, guint keyval, guint keycode, GdkModifierType modifiers)
{
  IlvKeyFocus focus = ilv_key_focus_of (gtk_window_get_focus (window));

  if (ilv_presentation_shows_overview (input->presentation))
    focus = MAX (focus, ILV_KEY_FOCUS_OVERVIEW);
  keyval = find_latin (gtk_widget_get_display (GTK_WIDGET (window)), keyval, keycode);
  return ilv_presenter_keys_find (keyval, modifiers, focus);
}

/* The search of the overview that has the focus. */
static gboolean
leave_search (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *overview = focus != NULL ? gtk_widget_get_ancestor (focus, ILV_TYPE_OVERVIEW) : NULL;

  return overview != NULL && ilv_overview_leave_search (ILV_OVERVIEW (overview));
}

/* Escape first leaves the text that is being typed. */
static gboolean
leave_text (Input *input, GtkWindow *window, const IlvPresenterKey *key)
{
  if (key == NULL || key->command != ILV_TALK_ESCAPE)
    return FALSE;
  if (ilv_presentation_shows_overview (input->presentation))
    return leave_search (window);
  if (ilv_key_focus_of (gtk_window_get_focus (window)) != ILV_KEY_FOCUS_TEXT)
    return FALSE;
  gtk_window_set_focus (window, NULL);
  return TRUE;
}

static gboolean
on_pressed (GtkEventController *controller, guint keyval, guint keycode, GdkModifierType modifiers, Input *input)
{
  GtkWindow *window = get_window (controller);
  guint32 time_ms = gtk_event_controller_get_current_event_time (controller);
  gboolean held = ilv_held_key_press (&input->held, keycode, time_ms);
  IlvKeyMeaning meaning = find_meaning (input, window, keyval, keycode, modifiers);

  if (meaning.key == NULL && meaning.digit < 0)
    return FALSE;
  if (held && (meaning.key == NULL || !ilv_presenter_key_repeats (meaning.key)))
    return TRUE;
  if (meaning.digit >= 0)
    ilv_presentation_type_digit (input->presentation, (guint) meaning.digit);
  else if (!leave_text (input, window, meaning.key))
    ilv_presentation_perform (input->presentation, meaning.key->command);
  return TRUE;
}

static void
on_released (GtkEventController *controller G_GNUC_UNUSED,
             guint keyval G_GNUC_UNUSED,
             guint keycode,
             GdkModifierType modifiers G_GNUC_UNUSED,
             Input *input)
{
  ilv_held_key_release (&input->held, keycode);
}

void
ilv_key_input_attach (GtkWindow *window, IlvPresentation *presentation)
{
  GtkEventController *keys;
  Input *input;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (ILV_IS_PRESENTATION (presentation));

  input = g_new0 (Input, 1);
  input->presentation = g_object_ref (presentation);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (on_pressed), input, input_free, 0);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_released), input);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
