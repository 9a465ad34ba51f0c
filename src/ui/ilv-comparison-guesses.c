/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-guesses.h"

#include <glib/gi18n.h>

#include "ilv-choice-card.h"
#include "ilv-measurement.h"
#include "ilv-notice.h"
#include "ilv-summary.h"

/* Where the flag stands before it is moved: at nobody's answer. */
#define GUESS_START 0.25

/* An end that is asked for: a flag on a timeline, and a notice that says so. */
typedef struct
{
  IlvComparisonGuesses *owner; /* unowned */
  IlvGuess *guess;
  IlvTimeline *timeline; /* weak: the one that is asked about */
  GtkWidget *notice;
} EndQuestion;

struct _IlvComparisonGuesses
{
  GtkWidget parent_instance;

  GPtrArray *guesses; /* of IlvGuess: all of them, in the order of the lesson */
  GPtrArray *ends;    /* of EndQuestion */
  GPtrArray *cards;   /* of IlvChoiceCard, unowned */
  gint64 sequential_ns;
  gboolean running;
  gboolean placing_ghost;
};

G_DEFINE_FINAL_TYPE (IlvComparisonGuesses, ilv_comparison_guesses, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
end_question_free (EndQuestion *end)
{
  if (end->timeline != NULL)
    g_signal_handlers_disconnect_by_data (end->timeline, end);
  g_signal_handlers_disconnect_by_data (end->guess, end);
  g_clear_weak_pointer (&end->timeline);
  g_object_unref (end->guess);
  g_free (end);
}

static void
place_ghost (EndQuestion *end)
{
  IlvComparisonGuesses *self = end->owner;
  double share = ilv_guess_get_share (end->guess);
  gboolean open = ilv_guess_is_open (end->guess);

  if (end->timeline == NULL)
    return;
  if (open && share < 0)
    share = GUESS_START;
  self->placing_ghost = TRUE;
  ilv_timeline_set_ghost_ns (end->timeline,
                             share < 0 ? -1 : (gint64) (share * self->sequential_ns));
  ilv_timeline_set_ghost_editable (end->timeline, open && !self->running);
  self->placing_ghost = FALSE;
}

static void
place_ghosts (IlvComparisonGuesses *self)
{
  for (guint i = 0; i < self->ends->len; i++)
    place_ghost (g_ptr_array_index (self->ends, i));
}

static void
on_ghost_moved (EndQuestion *end)
{
  IlvComparisonGuesses *self = end->owner;

  if (self->placing_ghost || self->sequential_ns == 0 || !ilv_guess_is_open (end->guess))
    return;
  ilv_guess_set_share (end->guess,
                       (double) ilv_timeline_get_ghost_ns (end->timeline) / self->sequential_ns);
}

static void
on_end_open_changed (EndQuestion *end)
{
  place_ghost (end);
  gtk_widget_set_visible (end->notice, ilv_guess_is_open (end->guess));
}

/* Without a part that is seen there is no room for them either. */
static void
update_visible (IlvComparisonGuesses *self)
{
  gboolean visible = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    visible |= gtk_widget_get_visible (child);
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
}

static void
on_guess_changed (IlvComparisonGuesses *self)
{
  update_visible (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_end (IlvComparisonGuesses *self, IlvGuess *guess, IlvTimeline *left, IlvTimeline *right)
{
  IlvPrediction *prediction = ilv_guess_get_prediction (guess);
  EndQuestion *end = g_new0 (EndQuestion, 1);

  end->owner = self;
  end->guess = g_object_ref (guess);
  g_set_weak_pointer (&end->timeline, ilv_prediction_is_right_side (prediction) ? right : left);
  end->notice = ilv_notice_new (ILV_NOTICE_QUESTION, _ ("Skip"), "comparison.skip");
  ilv_notice_set_text (ILV_NOTICE (end->notice), ilv_prediction_get_question (prediction));
  gtk_widget_set_parent (end->notice, GTK_WIDGET (self));
  g_ptr_array_add (self->ends, end);
  g_signal_connect_swapped (guess, "notify::open", G_CALLBACK (on_end_open_changed), end);
  g_signal_connect_swapped (end->timeline, "notify::ghost-ns", G_CALLBACK (on_ghost_moved), end);
  on_end_open_changed (end);
}

static void
add_card (IlvComparisonGuesses *self, IlvGuess *guess)
{
  GtkWidget *card = ilv_choice_card_new (guess);

  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_ptr_array_add (self->cards, card);
}

/* (transfer full) (nullable) */
static char *
describe_end (IlvComparisonGuesses *self, IlvGuess *guess, IlvTrace *left, IlvTrace *right)
{
  double share = ilv_guess_get_share (guess);
  gint64 actual_ns;

  if (share < 0 || self->sequential_ns == 0)
    return NULL;
  actual_ns = ilv_trace_get_duration_ns (
    ilv_prediction_is_right_side (ilv_guess_get_prediction (guess)) ? right : left);
  ilv_guess_set_measured (guess, (double) actual_ns / self->sequential_ns);
  return ilv_summary_describe_prediction (share * self->sequential_ns, actual_ns);
}

/* Asks the run what it says about the card's question. */
static void
show_result (IlvChoiceCard *card, IlvTrace *left, IlvTrace *right)
{
  IlvGuess *guess = ilv_choice_card_get_guess (card);
  IlvPrediction *prediction = ilv_guess_get_prediction (guess);
  double value = ilv_measurement_compute (ilv_prediction_get_measure (prediction),
                                          ilv_prediction_is_right_side (prediction), left, right);

  ilv_guess_set_measured (guess, value);
  ilv_choice_card_show_result (card, value);
}

static void
ilv_comparison_guesses_dispose (GObject *object)
{
  IlvComparisonGuesses *self = ILV_COMPARISON_GUESSES (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->ends, 0);
  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_set_size (self->guesses, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_comparison_guesses_parent_class)->dispose (object);
}

static void
ilv_comparison_guesses_finalize (GObject *object)
{
  IlvComparisonGuesses *self = ILV_COMPARISON_GUESSES (object);

  g_ptr_array_unref (self->ends);
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->guesses);

  G_OBJECT_CLASS (ilv_comparison_guesses_parent_class)->finalize (object);
}

static void
ilv_comparison_guesses_class_init (IlvComparisonGuessesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_comparison_guesses_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_comparison_guesses_finalize;

  /**
   * IlvComparisonGuesses::changed:
   *
   * Something was said, passed over or closed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "guesses");
}

static void
ilv_comparison_guesses_init (IlvComparisonGuesses *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->guesses = g_ptr_array_new_with_free_func (g_object_unref);
  self->ends = g_ptr_array_new_with_free_func ((GDestroyNotify) end_question_free);
  self->cards = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ilv_comparison_guesses_add (IlvComparisonGuesses *self,
                            IlvGuess *guess,
                            IlvTimeline *left,
                            IlvTimeline *right)
{
  g_return_if_fail (ILV_IS_COMPARISON_GUESSES (self));
  g_return_if_fail (ILV_IS_GUESS (guess));

  g_ptr_array_add (self->guesses, g_object_ref (guess));
  if (ilv_prediction_get_kind (ilv_guess_get_prediction (guess)) == ILV_PREDICTION_CHOICE)
    add_card (self, guess);
  else
    add_end (self, guess, left, right);
  g_signal_connect_object (guess, "notify::open", G_CALLBACK (on_guess_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (guess, "notify::must-wait", G_CALLBACK (on_guess_changed), self,
                           G_CONNECT_SWAPPED);
  on_guess_changed (self);
}

void
ilv_comparison_guesses_set_sequential_ns (IlvComparisonGuesses *self, gint64 sequential_ns)
{
  g_return_if_fail (ILV_IS_COMPARISON_GUESSES (self));

  self->sequential_ns = sequential_ns;
  place_ghosts (self);
}

void
ilv_comparison_guesses_set_running (IlvComparisonGuesses *self, gboolean running)
{
  g_return_if_fail (ILV_IS_COMPARISON_GUESSES (self));

  self->running = running;
  place_ghosts (self);
}

const char *
ilv_comparison_guesses_get_obstacle (IlvComparisonGuesses *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_GUESSES (self), NULL);

  for (guint i = 0; i < self->guesses->len; i++)
    {
      IlvGuess *guess = g_ptr_array_index (self->guesses, i);

      if (!ilv_guess_must_wait (guess))
        continue;
      if (ilv_prediction_get_kind (ilv_guess_get_prediction (guess)) == ILV_PREDICTION_CHOICE)
        return _ ("First say what you expect: pick an answer, or skip.");
      return _ ("First say what you expect: drag the flag, or skip.");
    }
  return NULL;
}

void
ilv_comparison_guesses_commit (IlvComparisonGuesses *self)
{
  g_return_if_fail (ILV_IS_COMPARISON_GUESSES (self));

  for (guint i = 0; i < self->guesses->len; i++)
    ilv_guess_commit (g_ptr_array_index (self->guesses, i));
}

void
ilv_comparison_guesses_skip (IlvComparisonGuesses *self)
{
  g_return_if_fail (ILV_IS_COMPARISON_GUESSES (self));

  for (guint i = 0; i < self->ends->len; i++)
    ilv_guess_skip (((EndQuestion *) g_ptr_array_index (self->ends, i))->guess);
}

char *
ilv_comparison_guesses_describe (IlvComparisonGuesses *self, IlvTrace *left, IlvTrace *right)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (ILV_IS_COMPARISON_GUESSES (self), NULL);

  for (guint i = 0; i < self->cards->len; i++)
    show_result (g_ptr_array_index (self->cards, i), left, right);
  for (guint i = 0; i < self->ends->len; i++)
    {
      EndQuestion *end = g_ptr_array_index (self->ends, i);
      g_autofree char *sentence = describe_end (self, end->guess, left, right);

      if (sentence != NULL)
        g_strv_builder_add (sentences, sentence);
    }

  update_visible (self);
  list = g_strv_builder_end (sentences);
  return list[0] != NULL ? g_strjoinv (" ", list) : NULL;
}
