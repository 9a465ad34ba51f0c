/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-poll-slide.h"

#include <glib/gi18n-lib.h>

#include "ilv-fitted.h"
#include "ilv-poll-choice.h"

struct _IlvPollSlide
{
  GtkWidget parent_instance;

  IlvPresentation *presentation;
  IlvSlide *slide;
  IlvPoll *poll;

  GtkWidget *fitted;
  GtkWidget *choices;
  GtkWidget *hint;
  GtkWidget *total;
};

G_DEFINE_FINAL_TYPE (IlvPollSlide, ilv_poll_slide, GTK_TYPE_WIDGET)

/* So many are shown larger. */
#define FEW_CHOICES 3

static gboolean
is_shown (IlvPollSlide *self)
{
  return ilv_presentation_get_slide (self->presentation) == self->slide;
}

static guint
get_step (IlvPollSlide *self)
{
  return is_shown (self) ? ilv_presentation_get_step (self->presentation) : ILV_POLL_ASK;
}

static const char *
get_hint (guint step)
{
  switch (step)
    {
    case ILV_POLL_ASK:
      return _ ("Raise your hand for one answer");
    case ILV_POLL_DISCUSS:
      return _ ("Discuss with your neighbour: who convinces whom?");
    case ILV_POLL_AGAIN:
      return _ ("Raise your hand again");
    default:
      return _ ("Now the run decides");
    }
}

/* How many have voted in all is no secret, and tells those at the back that they were seen. But not while
 * hands are counted: they are counted answer by answer, so that the sum would tell how many each has. */
static char *
describe_total (IlvPollSlide *self, guint step)
{
  guint round = step < ILV_POLL_AGAIN ? 0 : 1;
  guint total = ilv_poll_get_total (self->poll, round);
  gboolean is_open = step == ILV_POLL_ASK || step == ILV_POLL_AGAIN;
  gboolean is_counting = is_shown (self) && ilv_presentation_get_counting (self->presentation) >= 0;

  if (step == ILV_POLL_COMPARE || (total == 0 && !is_counting))
    return g_strdup ("");
  if (is_open && !ilv_poll_is_revealed (self->poll, round))
    return g_strdup (_ ("Hands are being counted"));
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u hand counted", "%u hands counted", total), total);
}

static void
update (IlvPollSlide *self)
{
  guint step = get_step (self);
  g_autofree char *total = describe_total (self, step);

  gtk_label_set_label (GTK_LABEL (self->hint), get_hint (step));
  gtk_label_set_label (GTK_LABEL (self->total), total);
}

static void
on_counted (IlvPollSlide *self, int difference, IlvPollChoice *choice)
{
  int round = ilv_presentation_get_round (self->presentation);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "index"));

  if (!is_shown (self) || round < 0)
    return;
  ilv_poll_add (self->poll, (guint) round, index, difference);
  ilv_poll_choice_acknowledge (choice);
}

static void
ilv_poll_slide_dispose (GObject *object)
{
  IlvPollSlide *self = ILV_POLL_SLIDE (object);

  g_clear_pointer (&self->fitted, gtk_widget_unparent);
  g_clear_object (&self->presentation);
  g_clear_object (&self->slide);
  g_clear_object (&self->poll);

  G_OBJECT_CLASS (ilv_poll_slide_parent_class)->dispose (object);
}

static void
ilv_poll_slide_class_init (IlvPollSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_poll_slide_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pollslide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_poll_slide_init (IlvPollSlide *self G_GNUC_UNUSED)
{
}

static void
add_question (IlvPollSlide *self, GtkWidget *box)
{
  const char *question = ilv_poll_get_question (self->poll);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", question, "xalign", 0.0f, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "poll-question");
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
}

static void
add_choices (IlvPollSlide *self, GtkWidget *box)
{
  self->choices = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_widget_add_css_class (self->choices, "poll-choices");
  if (ilv_poll_get_n_choices (self->poll) <= FEW_CHOICES)
    gtk_widget_add_css_class (self->choices, "few");
  if (ilv_poll_get_n_choices (self->poll) == 2)
    gtk_widget_add_css_class (self->choices, "two");
  for (guint i = 0; i < ilv_poll_get_n_choices (self->poll); i++)
    {
      GtkWidget *choice = ilv_poll_choice_new (self->poll, i);

      g_object_set_data (G_OBJECT (choice), "index", GUINT_TO_POINTER (i));
      g_signal_connect_object (choice, "counted", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->choices), choice);
    }
  gtk_box_append (GTK_BOX (box), self->choices);
}

static void
add_hint (IlvPollSlide *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->hint = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, NULL);
  self->total = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, NULL);
  gtk_widget_add_css_class (line, "poll-hint");
  gtk_widget_add_css_class (self->total, "poll-total");
  gtk_box_append (GTK_BOX (line), self->hint);
  gtk_box_append (GTK_BOX (line), self->total);
  gtk_widget_set_vexpand (line, TRUE);
  gtk_widget_set_valign (line, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), line);
}

GtkWidget *
ilv_poll_slide_new (IlvPresentation *presentation, IlvSlide *slide)
{
  IlvPollSlide *self;
  GtkWidget *box;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (ILV_IS_SLIDE (slide), NULL);
  g_return_val_if_fail (ilv_slide_get_kind (slide) == ILV_SLIDE_POLL, NULL);

  self = g_object_new (ILV_TYPE_POLL_SLIDE, NULL);
  self->presentation = g_object_ref (presentation);
  self->slide = g_object_ref (slide);
  self->poll = g_object_ref (ilv_presentation_get_poll (presentation, ilv_slide_get_parts (slide)->poll));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  add_question (self, box);
  add_choices (self, box);
  add_hint (self, box);
  self->fitted = ilv_fitted_new (box);
  gtk_widget_set_parent (self->fitted, GTK_WIDGET (self));
  g_signal_connect_object (self->poll, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::slide", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::step", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::counting", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
