/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-poll-choice.h"

#include <glib/gi18n-lib.h>

#include "ilv-hands-line.h"
#include "ilv-poll-letter.h"

#define ACKNOWLEDGE_MS 250

struct _IlvPollChoice
{
  GtkWidget parent_instance;

  IlvPoll *poll;
  guint choice;
  guint acknowledge_source;

  GtkWidget *box;
  GtkWidget *letter;
  GtkWidget *text;
  GtkWidget *mark;
  GtkWidget *hands;
};

G_DEFINE_FINAL_TYPE (IlvPollChoice, ilv_poll_choice, GTK_TYPE_WIDGET)

enum
{
  COUNTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_pressed (IlvPollChoice *self, int n_press G_GNUC_UNUSED, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED,
            GtkGesture *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType modifiers
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean back = button == GDK_BUTTON_SECONDARY || (modifiers & GDK_SHIFT_MASK) != 0;

  if (button != GDK_BUTTON_PRIMARY && button != GDK_BUTTON_SECONDARY)
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[COUNTED], 0, back ? -1 : 1);
}

static gboolean
on_acknowledged (gpointer data)
{
  IlvPollChoice *self = data;

  self->acknowledge_source = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "counted");
  return G_SOURCE_REMOVE;
}

static void
ilv_poll_choice_dispose (GObject *object)
{
  IlvPollChoice *self = ILV_POLL_CHOICE (object);

  g_clear_handle_id (&self->acknowledge_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->poll);

  G_OBJECT_CLASS (ilv_poll_choice_parent_class)->dispose (object);
}

static void
ilv_poll_choice_class_init (IlvPollChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_poll_choice_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pollchoice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  /**
   * IlvPollChoice::counted:
   * @difference: 1, or -1 where a hand was taken back
   *
   * The presenter has counted a hand by clicking.
   */
  signals[COUNTED] = g_signal_new ("counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
add_answer (IlvPollChoice *self)
{
  self->letter = gtk_label_new (NULL);
  self->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, "wrap-mode",
                             PANGO_WRAP_WORD_CHAR, NULL);
  self->mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->mark), gtk_image_new_from_icon_name ("object-select-symbolic"));
  /* Translators: marks the answer that is right */
  gtk_box_append (GTK_BOX (self->mark), gtk_label_new (_ ("Right")));
  gtk_widget_set_visible (self->mark, FALSE);
  gtk_widget_set_valign (self->letter, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->letter, "poll-letter");
  gtk_widget_add_css_class (self->text, "poll-text");
  gtk_widget_add_css_class (self->mark, "poll-mark");
  gtk_box_append (GTK_BOX (self->box), self->letter);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), self->mark);
}

/* In the middle of the room that is kept for two lines, so that nothing moves when they are seen. */
static void
add_hands (IlvPollChoice *self)
{
  GtkWidget *lines = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "valign",
                                   GTK_ALIGN_CENTER, "vexpand", TRUE, NULL);

  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    gtk_box_append (GTK_BOX (lines), ilv_hands_line_new (self->poll, i, self->choice));
  gtk_box_append (GTK_BOX (self->hands), lines);
}

static void
ilv_poll_choice_init (IlvPollChoice *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_answer (self);
  self->hands = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand_set (self->hands, TRUE);
  gtk_widget_add_css_class (self->hands, "poll-hands");
  gtk_box_append (GTK_BOX (self->box), self->hands);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
ilv_poll_choice_new (IlvPoll *poll, guint choice)
{
  IlvPollChoice *self;
  g_autofree char *name = NULL;
  char letter[ILV_POLL_LETTER_SIZE];

  g_return_val_if_fail (ILV_IS_POLL (poll), NULL);
  g_return_val_if_fail (choice < ilv_poll_get_n_choices (poll), NULL);

  self = g_object_new (ILV_TYPE_POLL_CHOICE, NULL);
  self->poll = g_object_ref (poll);
  self->choice = choice;
  gtk_label_set_label (GTK_LABEL (self->letter), ilv_poll_letter (choice, letter));
  gtk_label_set_label (GTK_LABEL (self->text), ilv_poll_get_choice (poll, choice));
  add_hands (self);
  /* Translators: the letter of an answer, and the answer */
  name = g_strdup_printf (_ ("%s: %s"), letter, ilv_poll_get_choice (poll, choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
ilv_poll_choice_set_right (IlvPollChoice *self, gboolean right)
{
  g_return_if_fail (ILV_IS_POLL_CHOICE (self));

  gtk_widget_set_visible (self->mark, right);
  if (right)
    gtk_widget_add_css_class (GTK_WIDGET (self), "right");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "right");
}

void
ilv_poll_choice_set_has_hands (IlvPollChoice *self, gboolean has_hands)
{
  g_return_if_fail (ILV_IS_POLL_CHOICE (self));

  gtk_widget_set_visible (self->hands, has_hands);
}

void
ilv_poll_choice_acknowledge (IlvPollChoice *self)
{
  g_return_if_fail (ILV_IS_POLL_CHOICE (self));

  gtk_widget_add_css_class (GTK_WIDGET (self), "counted");
  g_clear_handle_id (&self->acknowledge_source, g_source_remove);
  self->acknowledge_source = g_timeout_add (ACKNOWLEDGE_MS, on_acknowledged, self);
}
