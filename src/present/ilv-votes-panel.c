/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-votes-panel.h"

#include <glib/gi18n-lib.h>

#include "ilv-poll-letter.h"
#include "ilv-votes-row.h"

struct _IlvVotesPanel
{
  GtkWidget parent_instance;

  IlvPresentation *presentation;
  IlvPoll *poll; /* (nullable) */
  gulong poll_handler;
  GArray *cleared[ILV_POLL_N_ROUNDS]; /* guint: what can be brought back; NULL where nothing was cleared */
  gboolean changing;

  GtkWidget *heading;
  GtkWidget *round_label;
  GtkWidget *total_label;
  GtkWidget *rows;
  GtkWidget *typing_label;
  GtkWidget *buttons;
  GtkWidget *reveal_button;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (IlvVotesPanel, ilv_votes_panel, GTK_TYPE_WIDGET)

/* Whether a round is the one in question: the one that is counted or was counted last, or both where both
 * are compared. */
static gboolean
is_in_question (IlvVotesPanel *self, guint round)
{
  guint step = ilv_presentation_get_step (self->presentation);

  if (ilv_slide_get_kind (ilv_presentation_get_slide (self->presentation)) == ILV_SLIDE_ANSWER
      || step == ILV_POLL_COMPARE)
    return TRUE;
  return round == (step < ILV_POLL_AGAIN ? 0 : 1);
}

static gboolean
has_cleared (IlvVotesPanel *self)
{
  return self->cleared[0] != NULL || self->cleared[1] != NULL;
}

static void
forget_cleared (IlvVotesPanel *self)
{
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    g_clear_pointer (&self->cleared[i], g_array_unref);
}

static const char *
get_heading (IlvVotesPanel *self)
{
  if (ilv_slide_get_kind (ilv_presentation_get_slide (self->presentation)) == ILV_SLIDE_ANSWER)
    return _ ("Votes");
  switch (ilv_presentation_get_step (self->presentation))
    {
    case ILV_POLL_ASK:
      return _ ("First show of hands");
    case ILV_POLL_DISCUSS:
      return _ ("The room discusses");
    case ILV_POLL_AGAIN:
      return _ ("Second show of hands");
    default:
      return _ ("Both shows of hands");
    }
}

static char *
describe_total (guint total)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u vote", "%u votes", total), total);
}

static char *
describe_totals (IlvVotesPanel *self)
{
  guint totals[] = { ilv_poll_get_total (self->poll, 0), ilv_poll_get_total (self->poll, 1) };
  g_autofree char *second = NULL;

  if (!is_in_question (self, 1))
    return describe_total (totals[0]);
  if (!is_in_question (self, 0))
    return describe_total (totals[1]);
  second = describe_total (totals[1]);
  /* Translators: how many people have voted in the first and in the second round; %s is “27 votes” */
  return g_strdup_printf (_ ("%u, then %s"), totals[0], second);
}

static void
update_typing (IlvVotesPanel *self)
{
  int counting = ilv_presentation_get_counting (self->presentation);
  const char *digits = ilv_presentation_get_digits (self->presentation);
  g_autofree char *text = NULL;
  char letter[ILV_POLL_LETTER_SIZE];

  gtk_widget_set_visible (self->typing_label, counting >= 0);
  if (counting < 0)
    return;
  ilv_poll_letter ((guint) counting, letter);
  if (digits[0] == '\0')
    /* Translators: %s is the letter of an answer. */
    text = g_strdup_printf (_ ("Type the hands for %s; Enter goes on, Esc leaves"), letter);
  else
    /* Translators: the letter of an answer, and the number that is being typed */
    text = g_strdup_printf (_ ("Hands for %s: %s – Enter stores, Backspace corrects"), letter, digits);
  gtk_label_set_label (GTK_LABEL (self->typing_label), text);
}

static void
update_buttons (IlvVotesPanel *self)
{
  gboolean revealed = TRUE;
  guint total = 0;

  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    if (is_in_question (self, i))
      {
        revealed = revealed && ilv_poll_is_revealed (self->poll, i);
        total += ilv_poll_get_total (self->poll, i);
      }
  gtk_button_set_label (GTK_BUTTON (self->reveal_button),
                        revealed ? _ ("Hide from the room") : _ ("Reveal to the room"));
  gtk_button_set_label (GTK_BUTTON (self->clear_button), has_cleared (self) ? _ ("Undo clear") : _ ("Clear"));
  gtk_widget_set_sensitive (self->clear_button, has_cleared (self) || total > 0);
}

static void
update (IlvVotesPanel *self)
{
  int round = ilv_presentation_get_round (self->presentation);
  int counting = ilv_presentation_get_counting (self->presentation);
  g_autofree char *totals = NULL;
  int choice = 0;

  if (self->poll == NULL)
    return;
  totals = describe_totals (self);
  gtk_label_set_label (GTK_LABEL (self->round_label), get_heading (self));
  gtk_label_set_label (GTK_LABEL (self->total_label), totals);
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row), choice++)
    ilv_votes_row_set_round (ILV_VOTES_ROW (row), round, choice == counting);
  update_typing (self);
  update_buttons (self);
}

/* Whatever else is counted after clearing stays. */
static void
on_poll_changed (IlvVotesPanel *self)
{
  if (!self->changing && has_cleared (self)
      && ilv_poll_get_total (self->poll, self->cleared[0] != NULL ? 0 : 1) > 0)
    forget_cleared (self);
  update (self);
}

static void
set_poll (IlvVotesPanel *self, IlvPoll *poll)
{
  GtkWidget *row;

  if (self->poll == poll)
    return;
  forget_cleared (self);
  if (self->poll != NULL)
    g_clear_signal_handler (&self->poll_handler, self->poll);
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  g_set_object (&self->poll, poll);
  gtk_widget_set_visible (GTK_WIDGET (self), poll != NULL);
  if (poll == NULL)
    return;
  self->poll_handler = g_signal_connect_swapped (poll, "changed", G_CALLBACK (on_poll_changed), self);
  for (guint i = 0; i < ilv_poll_get_n_choices (poll); i++)
    gtk_box_append (GTK_BOX (self->rows), ilv_votes_row_new (poll, i));
}

static void
on_slide_changed (IlvVotesPanel *self)
{
  set_poll (self, ilv_presentation_get_current_poll (self->presentation));
  update (self);
}

static void
on_step_changed (IlvVotesPanel *self)
{
  forget_cleared (self);
  update (self);
}

static void
on_reveal_clicked (IlvVotesPanel *self)
{
  ilv_presentation_perform (self->presentation, ILV_TALK_REVEAL);
}

static void
clear (IlvVotesPanel *self)
{
  for (guint round = 0; round < ILV_POLL_N_ROUNDS; round++)
    {
      if (!is_in_question (self, round) || ilv_poll_get_total (self->poll, round) == 0)
        continue;
      self->cleared[round] = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 0; i < ilv_poll_get_n_choices (self->poll); i++)
        {
          guint count = ilv_poll_get_count (self->poll, round, i);

          g_array_append_val (self->cleared[round], count);
          ilv_poll_set_count (self->poll, round, i, 0);
        }
    }
}

static void
bring_back (IlvVotesPanel *self)
{
  for (guint round = 0; round < ILV_POLL_N_ROUNDS; round++)
    if (self->cleared[round] != NULL)
      for (guint i = 0; i < self->cleared[round]->len; i++)
        ilv_poll_set_count (self->poll, round, i, g_array_index (self->cleared[round], guint, i));
  forget_cleared (self);
}

static void
on_clear_clicked (IlvVotesPanel *self)
{
  self->changing = TRUE;
  if (has_cleared (self))
    bring_back (self);
  else
    clear (self);
  self->changing = FALSE;
  update (self);
}

static void
ilv_votes_panel_dispose (GObject *object)
{
  IlvVotesPanel *self = ILV_VOTES_PANEL (object);

  if (self->poll != NULL)
    g_clear_signal_handler (&self->poll_handler, self->poll);
  g_clear_object (&self->poll);
  g_clear_object (&self->presentation);
  forget_cleared (self);
  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_pointer (&self->typing_label, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_votes_panel_parent_class)->dispose (object);
}

static void
ilv_votes_panel_class_init (IlvVotesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_votes_panel_dispose;
  gtk_widget_class_set_css_name (widget_class, "votespanel");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-votes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvVotesPanel, heading);
  gtk_widget_class_bind_template_child (widget_class, IlvVotesPanel, round_label);
  gtk_widget_class_bind_template_child (widget_class, IlvVotesPanel, total_label);
  gtk_widget_class_bind_template_child (widget_class, IlvVotesPanel, rows);
  gtk_widget_class_bind_template_child (widget_class, IlvVotesPanel, typing_label);
  gtk_widget_class_bind_template_child (widget_class, IlvVotesPanel, buttons);
  gtk_widget_class_bind_template_child (widget_class, IlvVotesPanel, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, IlvVotesPanel, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked);
}

static void
ilv_votes_panel_init (IlvVotesPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ilv_votes_panel_new (IlvPresentation *presentation)
{
  IlvVotesPanel *self;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (ILV_TYPE_VOTES_PANEL, NULL);
  self->presentation = g_object_ref (presentation);
  g_signal_connect_object (presentation, "notify::slide", G_CALLBACK (on_slide_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::step", G_CALLBACK (on_step_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::counting", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::digits", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  on_slide_changed (self);
  return GTK_WIDGET (self);
}
