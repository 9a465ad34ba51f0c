/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-hands-line.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-vote-bar.h"

#define NUMBER_CHARS 8 /* such as "18 · 67 %" */

struct _IlvHandsLine
{
  GtkWidget parent_instance;

  IlvPoll *poll;
  guint round;
  guint choice;

  GtkWidget *caption;
  GtkWidget *bar;
  GtkWidget *number;
};

G_DEFINE_FINAL_TYPE (IlvHandsLine, ilv_hands_line, GTK_TYPE_WIDGET)

static void
update (IlvHandsLine *self)
{
  guint total = ilv_poll_get_total (self->poll, self->round);
  guint count = ilv_poll_get_count (self->poll, self->round, self->choice);
  gboolean seen = total > 0 && ilv_poll_is_revealed (self->poll, self->round);
  double share = seen ? (double) count / total : 0;
  g_autofree char *number = NULL;

  if (seen)
    /* Translators: how many hands were shown for an answer, and how many in a hundred that is */
    number = g_strdup_printf (_ ("%u · %d %%"), count, (int) round (share * 100));
  gtk_label_set_label (GTK_LABEL (self->number), number != NULL ? number : "");
  ilv_vote_bar_set_fraction (ILV_VOTE_BAR (self->bar), share);
  gtk_widget_set_visible (GTK_WIDGET (self), seen);
}

static void
ilv_hands_line_dispose (GObject *object)
{
  IlvHandsLine *self = ILV_HANDS_LINE (object);

  g_clear_pointer (&self->caption, gtk_widget_unparent);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->number, gtk_widget_unparent);
  g_clear_object (&self->poll);

  G_OBJECT_CLASS (ilv_hands_line_parent_class)->dispose (object);
}

static void
ilv_hands_line_class_init (IlvHandsLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_hands_line_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "handsline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_hands_line_init (IlvHandsLine *self G_GNUC_UNUSED)
{
}

GtkWidget *
ilv_hands_line_new (IlvPoll *poll, guint round, guint choice)
{
  IlvHandsLine *self;
  /* Translators: the first and the second time that people raised their hands; there is little room */
  const char *const captions[] = { _ ("1st"), _ ("2nd") };

  g_return_val_if_fail (ILV_IS_POLL (poll), NULL);
  g_return_val_if_fail (round < ILV_POLL_N_ROUNDS, NULL);
  g_return_val_if_fail (choice < ilv_poll_get_n_choices (poll), NULL);

  self = g_object_new (ILV_TYPE_HANDS_LINE, NULL);
  self->poll = g_object_ref (poll);
  self->round = round;
  self->choice = choice;
  self->caption = g_object_new (GTK_TYPE_LABEL, "label", captions[round], "xalign", 0.0f, "width-chars", 3,
                                NULL);
  self->bar = ilv_vote_bar_new (round);
  self->number = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, "width-chars", NUMBER_CHARS, NULL);
  gtk_widget_add_css_class (self->caption, "hands-caption");
  gtk_widget_add_css_class (self->number, "hands-number");
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  g_signal_connect_object (poll, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
