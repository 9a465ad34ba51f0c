/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-ask-card.h"

#include <glib/gi18n.h>

#include "ilv-traffic-lights.h"

/* What the person says who has found the traffic lights. */
#define ANSWER "solved"

struct _IlvAskCard
{
  GtkWidget parent_instance;

  IlvPerson *person;
  IlvCaptcha *captcha; /* shared by all cards of the person */
  gboolean asking;

  GtkWidget *lights;
};

G_DEFINE_FINAL_TYPE (IlvAskCard, ilv_ask_card, GTK_TYPE_WIDGET)

/* One for each person, so that all who show it, in whatever window, show the same. */
static IlvCaptcha *
get_captcha (IlvPerson *person)
{
  static const char key[] = "ilv-captcha";
  IlvCaptcha *captcha = g_object_get_data (G_OBJECT (person), key);

  if (captcha == NULL)
    {
      captcha = ilv_captcha_new ();
      g_object_set_data_full (G_OBJECT (person), key, captcha, g_object_unref);
    }
  return captcha;
}

/* Other pictures come when the question has gone, or with the next one where that follows at once. A card
 * that is made while a question waits shows what the others show. */
static void
on_asked (IlvAskCard *self)
{
  g_autofree char *question = ilv_person_dup_question (self->person);
  gboolean asking = question != NULL;

  if (asking ? ilv_captcha_is_solved (self->captcha) : self->asking)
    ilv_captcha_ask (self->captcha);
  if (asking == self->asking)
    return;
  self->asking = asking;
  gtk_widget_set_visible (GTK_WIDGET (self), asking);
  /* Where it is kept, but not shown, there is no focus. */
  if (asking && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_child_focus (self->lights, GTK_DIR_TAB_FORWARD);
}

static void
on_solved (IlvAskCard *self)
{
  if (self->asking)
    ilv_person_answer (self->person, ANSWER);
}

static void
ilv_ask_card_dispose (GObject *object)
{
  IlvAskCard *self = ILV_ASK_CARD (object);
  GtkWidget *child;

  g_clear_object (&self->person);
  g_clear_object (&self->captcha);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_ask_card_parent_class)->dispose (object);
}

static void
ilv_ask_card_class_init (IlvAskCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_ask_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "askcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_ask_card_init (IlvAskCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *title = gtk_label_new (_ ("The run waits for you"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The run waits for you"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ilv_ask_card_set_person (IlvAskCard *self, IlvPerson *person)
{
  g_return_if_fail (ILV_IS_ASK_CARD (self));
  g_return_if_fail (ILV_IS_PERSON (person));
  g_return_if_fail (self->person == NULL);

  self->person = g_object_ref (person);
  self->captcha = g_object_ref (get_captcha (person));
  self->lights = ilv_traffic_lights_new (self->captcha);
  gtk_widget_set_parent (self->lights, GTK_WIDGET (self));
  g_signal_connect_swapped (self->lights, "solved", G_CALLBACK (on_solved), self);
  g_signal_connect_object (person, "asked", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
  on_asked (self);
}
