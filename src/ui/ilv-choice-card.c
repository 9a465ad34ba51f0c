/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-choice-card.h"

#include <math.h>

#include <glib/gi18n.h>

#include "ilv-measurement.h"

struct _IlvChoiceCard
{
  GtkWidget parent_instance;

  IlvGuess *guess;
  gboolean has_result;

  GtkWidget *answers;
  GtkWidget *result;
  GtkWidget *skip;
};

G_DEFINE_FINAL_TYPE (IlvChoiceCard, ilv_choice_card, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "width-chars", 8, "xalign", 0.0f, "hexpand", TRUE, NULL);
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
on_toggled (IlvChoiceCard *self, GtkCheckButton *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  if (gtk_check_button_get_active (button) && ilv_guess_is_open (self->guess))
    ilv_guess_set_choice (self->guess, (int) index);
}

/* Radio buttons: the arrow keys move among them. */
static void
add_buttons (IlvChoiceCard *self)
{
  IlvPrediction *prediction = ilv_guess_get_prediction (self->guess);
  GtkCheckButton *group = NULL;

  for (guint i = 0; i < ilv_prediction_get_n_choices (prediction); i++)
    {
      const char *text = ilv_prediction_get_choice (prediction, i)->text;
      GtkWidget *button = gtk_check_button_new ();

      gtk_check_button_set_child (GTK_CHECK_BUTTON (button), create_label (text));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
      group = group != NULL ? group : GTK_CHECK_BUTTON (button);
      g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (i));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                   ilv_guess_get_choice (self->guess) == (int) i);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->answers), button);
    }
}

/* (nullable): what there is to say about an answer besides its text. */
static const char *
get_remark (gboolean is_right, gboolean is_chosen)
{
  if (is_right && is_chosen)
    return _ ("Right, as you said");
  if (is_right)
    return _ ("Right in this run");
  if (is_chosen)
    return _ ("Your answer");
  return NULL;
}

static void
add_marked (IlvChoiceCard *self, const IlvChoice *choice, gboolean is_right, gboolean is_chosen)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *remark = get_remark (is_right, is_chosen);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label = create_label (choice->text);

  if (remark != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (icon), is_right ? "object-select-symbolic"
                                                             : "window-close-symbolic");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_size_request (icon, 16, 18);
  gtk_widget_add_css_class (icon, is_right ? "success" : "error");
  gtk_widget_add_css_class (label, remark != NULL ? "heading" : "dim-label");
  gtk_box_append (GTK_BOX (texts), label);
  if (remark != NULL)
    {
      GtkWidget *caption = create_label (remark);

      gtk_widget_add_css_class (caption, "caption-heading");
      gtk_widget_add_css_class (caption, is_right ? "success" : "error");
      gtk_box_append (GTK_BOX (texts), caption);
      gtk_box_append (GTK_BOX (texts), create_label (choice->explanation));
    }
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (self->answers), row);
}

static void
mark_answers (IlvChoiceCard *self, int right)
{
  IlvPrediction *prediction = ilv_guess_get_prediction (self->guess);
  int chosen = ilv_guess_get_choice (self->guess);

  clear_box (self->answers);
  for (guint i = 0; i < ilv_prediction_get_n_choices (prediction); i++)
    add_marked (self, ilv_prediction_get_choice (prediction, i), (int) i == right,
                (int) i == chosen);
}

/* (transfer full) */
static char *
describe (IlvPrediction *prediction, double value, int right)
{
  g_autofree char *measured = NULL;

  if (!isfinite (value))
    return g_strdup (_ ("This run could not measure it, so that no answer can be marked."));

  measured = ilv_measurement_format (ilv_prediction_get_measure (prediction), value);
  if (right < 0)
    /* Translators: %s is what was measured, such as "1.97 times" or "812 ms". */
    return g_strdup_printf (_ ("Measured in this run: %s. None of the answers fits; run it again."),
                            measured);
  return g_strdup_printf (_ ("Measured in this run: %s."), measured);
}

static void
update (IlvChoiceCard *self)
{
  gboolean open = ilv_guess_is_open (self->guess);

  gtk_widget_set_visible (self->skip, open);
  gtk_widget_set_sensitive (self->answers, open || self->has_result);
  gtk_widget_set_visible (GTK_WIDGET (self), open || self->has_result ||
                                               ilv_guess_get_choice (self->guess) >= 0);
}

static void
on_skip_clicked (IlvChoiceCard *self)
{
  ilv_guess_skip (self->guess);
}

static void
ilv_choice_card_dispose (GObject *object)
{
  IlvChoiceCard *self = ILV_CHOICE_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->guess);

  G_OBJECT_CLASS (ilv_choice_card_parent_class)->dispose (object);
}

static void
ilv_choice_card_class_init (IlvChoiceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_choice_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "choicecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_choice_card_init (IlvChoiceCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->result = create_label ("");
  gtk_widget_set_visible (self->result, FALSE);
  self->skip = gtk_button_new_with_label (_ ("Skip"));
  gtk_widget_set_halign (self->skip, GTK_ALIGN_START);
  g_signal_connect_object (self->skip, "clicked", G_CALLBACK (on_skip_clicked), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ilv_choice_card_new (IlvGuess *guess)
{
  IlvChoiceCard *self;
  const char *question;
  GtkWidget *label;

  g_return_val_if_fail (ILV_IS_GUESS (guess), NULL);

  self = g_object_new (ILV_TYPE_CHOICE_CARD, NULL);
  self->guess = g_object_ref (guess);
  question = ilv_prediction_get_question (ilv_guess_get_prediction (guess));
  label = create_label (question);
  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->answers, GTK_WIDGET (self));
  gtk_widget_set_parent (self->result, GTK_WIDGET (self));
  gtk_widget_set_parent (self->skip, GTK_WIDGET (self));
  add_buttons (self);
  if (ilv_guess_get_choice (guess) >= 0 && ilv_guess_get_measured (guess) >= 0)
    ilv_choice_card_show_result (self, ilv_guess_get_measured (guess));
  g_signal_connect_object (guess, "notify::open", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

IlvGuess *
ilv_choice_card_get_guess (IlvChoiceCard *self)
{
  g_return_val_if_fail (ILV_IS_CHOICE_CARD (self), NULL);

  return self->guess;
}

void
ilv_choice_card_show_result (IlvChoiceCard *self, double value)
{
  IlvPrediction *prediction;
  g_autofree char *text = NULL;
  int right;

  g_return_if_fail (ILV_IS_CHOICE_CARD (self));

  prediction = ilv_guess_get_prediction (self->guess);
  right = ilv_prediction_find_choice (prediction, value);
  text = describe (prediction, value, right);
  mark_answers (self, right);
  gtk_label_set_label (GTK_LABEL (self->result), text);
  gtk_widget_set_visible (self->result, TRUE);
  self->has_result = TRUE;
  update (self);
}

const char *
ilv_choice_card_get_result (IlvChoiceCard *self)
{
  g_return_val_if_fail (ILV_IS_CHOICE_CARD (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->result));
}
