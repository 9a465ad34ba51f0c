/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-votes-row.h"

#include <glib/gi18n-lib.h>

#include "ilv-poll-letter.h"
#include "ilv-vote-bar.h"

struct _IlvVotesRow
{
  GtkWidget parent_instance;

  IlvPoll *poll;
  guint choice;

  GtkWidget *title;
  GtkWidget *grid;
  GtkWidget *bars[ILV_POLL_N_ROUNDS];
  GtkWidget *spins[ILV_POLL_N_ROUNDS];
};

G_DEFINE_FINAL_TYPE (IlvVotesRow, ilv_votes_row, GTK_TYPE_WIDGET)

static void
on_poll_changed (IlvVotesRow *self)
{
  guint largest = MAX (ilv_poll_get_largest (self->poll), 1);

  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    {
      guint count = ilv_poll_get_count (self->poll, i, self->choice);

      gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spins[i]), count);
      ilv_vote_bar_set_fraction (ILV_VOTE_BAR (self->bars[i]), (double) count / largest);
    }
  if (ilv_poll_get_right (self->poll) == (int) self->choice)
    gtk_widget_add_css_class (GTK_WIDGET (self), "right");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "right");
}

static void
on_value_changed (IlvVotesRow *self, GtkSpinButton *spin)
{
  guint round = GTK_WIDGET (spin) == self->spins[0] ? 0 : 1;

  ilv_poll_set_count (self->poll, round, self->choice, (guint) gtk_spin_button_get_value_as_int (spin));
}

static void
ilv_votes_row_dispose (GObject *object)
{
  IlvVotesRow *self = ILV_VOTES_ROW (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->poll);

  G_OBJECT_CLASS (ilv_votes_row_parent_class)->dispose (object);
}

static void
ilv_votes_row_class_init (IlvVotesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_votes_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "votesrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_votes_row_init (IlvVotesRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  self->grid = gtk_grid_new ();
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/* What a screen reader says of a field: the answer and the round. */
static void
name_spin (IlvVotesRow *self, guint round)
{
  const char *choice = ilv_poll_get_choice (self->poll, self->choice);
  g_autofree char *name = NULL;

  if (round == 0)
    /* Translators: %s is an answer that people raise their hands for. */
    name = g_strdup_printf (_ ("%s: first show of hands"), choice);
  else
    /* Translators: %s is an answer that people raise their hands for. */
    name = g_strdup_printf (_ ("%s: second show of hands"), choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spins[round]), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/* The bars below each other, and beside them, in a line, what they count. */
static void
add_round (IlvVotesRow *self, guint round)
{
  /* Translators: the first and the second time that people raised their hands; there is little room */
  GtkWidget *caption = gtk_label_new (round == 0 ? _ ("1st") : _ ("2nd"));

  gtk_widget_add_css_class (caption, "votes-caption");
  gtk_widget_add_css_class (caption, "dim-label");
  self->bars[round] = ilv_vote_bar_new (round);
  gtk_widget_set_hexpand (self->bars[round], TRUE);
  gtk_widget_set_vexpand (self->bars[round], TRUE);
  gtk_widget_set_valign (self->bars[round], round == 0 ? GTK_ALIGN_END : GTK_ALIGN_START);
  self->spins[round] = gtk_spin_button_new_with_range (0, ILV_POLL_MAX_COUNT, 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spins[round]), 3);
  gtk_widget_set_valign (self->spins[round], GTK_ALIGN_CENTER);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->spins[round]), 4);
  gtk_grid_attach (GTK_GRID (self->grid), self->bars[round], 0, (int) round, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), caption, 1 + 2 * (int) round, 0, 1, ILV_POLL_N_ROUNDS);
  gtk_grid_attach (GTK_GRID (self->grid), self->spins[round], 2 + 2 * (int) round, 0, 1, ILV_POLL_N_ROUNDS);
  name_spin (self, round);
  g_signal_connect_object (self->spins[round], "value-changed", G_CALLBACK (on_value_changed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ilv_votes_row_new (IlvPoll *poll, guint choice)
{
  IlvVotesRow *self;
  g_autofree char *title = NULL;
  char letter[ILV_POLL_LETTER_SIZE];

  g_return_val_if_fail (ILV_IS_POLL (poll), NULL);
  g_return_val_if_fail (choice < ilv_poll_get_n_choices (poll), NULL);

  self = g_object_new (ILV_TYPE_VOTES_ROW, NULL);
  self->poll = g_object_ref (poll);
  self->choice = choice;
  /* Translators: the letter of an answer, and the answer */
  title = g_strdup_printf (_ ("%s  %s"), ilv_poll_letter (choice, letter),
                           ilv_poll_get_choice (poll, choice));
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    add_round (self, i);
  g_signal_connect_object (poll, "changed", G_CALLBACK (on_poll_changed), self, G_CONNECT_SWAPPED);
  on_poll_changed (self);
  return GTK_WIDGET (self);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
ilv_votes_row_set_round (IlvVotesRow *self, int round, gboolean counting)
{
  g_return_if_fail (ILV_IS_VOTES_ROW (self));
  g_return_if_fail (round < ILV_POLL_N_ROUNDS);

  for (int i = 0; i < ILV_POLL_N_ROUNDS; i++)
    {
      set_class (self->spins[i], "open", i == round);
      set_class (self->bars[i], "closed", round >= 0 && i != round);
    }
  set_class (GTK_WIDGET (self), "counting", counting);
}
