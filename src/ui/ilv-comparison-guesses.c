/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-guesses.h"

#include <glib/gi18n.h>

#include "ilv-notice.h"
#include "ilv-summary.h"

/* Where the flag stands before it is moved: at nobody's answer. */
#define GUESS_START 0.25

struct _IlvComparisonGuesses
{
  GtkWidget parent_instance;

  IlvGuess *guess;
  IlvTimeline *timeline; /* unowned: the one that is asked about */
  gint64 sequential_ns;
  gboolean running;
  gboolean placing_ghost;

  GtkWidget *question;
};

G_DEFINE_FINAL_TYPE (IlvComparisonGuesses, ilv_comparison_guesses, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
place_ghost (IlvComparisonGuesses *self)
{
  double share;
  gboolean open;

  if (self->guess == NULL || self->timeline == NULL)
    return;
  open = ilv_guess_is_open (self->guess);
  share = ilv_guess_get_share (self->guess);
  if (open && share < 0)
    share = GUESS_START;
  self->placing_ghost = TRUE;
  ilv_timeline_set_ghost_ns (self->timeline,
                             share < 0 ? -1 : (gint64) (share * self->sequential_ns));
  ilv_timeline_set_ghost_editable (self->timeline, open && !self->running);
  self->placing_ghost = FALSE;
}

static void
on_ghost_moved (IlvComparisonGuesses *self)
{
  if (self->placing_ghost || self->sequential_ns == 0 || !ilv_guess_is_open (self->guess))
    return;
  ilv_guess_set_share (self->guess,
                       (double) ilv_timeline_get_ghost_ns (self->timeline) / self->sequential_ns);
}

static void
on_must_wait_changed (IlvComparisonGuesses *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_open_changed (IlvComparisonGuesses *self)
{
  place_ghost (self);
  gtk_widget_set_visible (GTK_WIDGET (self), ilv_guess_is_open (self->guess));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ilv_comparison_guesses_dispose (GObject *object)
{
  IlvComparisonGuesses *self = ILV_COMPARISON_GUESSES (object);
  GtkWidget *child;

  g_clear_object (&self->guess);
  g_clear_weak_pointer (&self->timeline);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_comparison_guesses_parent_class)->dispose (object);
}

static void
ilv_comparison_guesses_class_init (IlvComparisonGuessesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_comparison_guesses_dispose;

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
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->question = ilv_notice_new (ILV_NOTICE_QUESTION, _ ("Skip"), "comparison.skip");
  gtk_widget_set_parent (self->question, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ilv_comparison_guesses_set_guess (IlvComparisonGuesses *self,
                                  IlvGuess *guess,
                                  IlvTimeline *left,
                                  IlvTimeline *right)
{
  IlvPrediction *prediction;

  g_return_if_fail (ILV_IS_COMPARISON_GUESSES (self));
  g_return_if_fail (ILV_IS_GUESS (guess));
  g_return_if_fail (self->guess == NULL);

  prediction = ilv_guess_get_prediction (guess);
  self->guess = g_object_ref (guess);
  g_set_weak_pointer (&self->timeline, ilv_prediction_is_right_side (prediction) ? right : left);
  ilv_notice_set_text (ILV_NOTICE (self->question), ilv_prediction_get_question (prediction));
  g_signal_connect_object (guess, "notify::open", G_CALLBACK (on_open_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (guess, "notify::must-wait", G_CALLBACK (on_must_wait_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "notify::ghost-ns", G_CALLBACK (on_ghost_moved), self,
                           G_CONNECT_SWAPPED);
  on_open_changed (self);
}

void
ilv_comparison_guesses_set_sequential_ns (IlvComparisonGuesses *self, gint64 sequential_ns)
{
  g_return_if_fail (ILV_IS_COMPARISON_GUESSES (self));

  self->sequential_ns = sequential_ns;
  place_ghost (self);
}

void
ilv_comparison_guesses_set_running (IlvComparisonGuesses *self, gboolean running)
{
  g_return_if_fail (ILV_IS_COMPARISON_GUESSES (self));

  self->running = running;
  place_ghost (self);
}

const char *
ilv_comparison_guesses_get_obstacle (IlvComparisonGuesses *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON_GUESSES (self), NULL);

  if (self->guess == NULL || !ilv_guess_must_wait (self->guess))
    return NULL;
  return _ ("First say what you expect: drag the flag, or skip.");
}

void
ilv_comparison_guesses_commit (IlvComparisonGuesses *self)
{
  g_return_if_fail (ILV_IS_COMPARISON_GUESSES (self));

  if (self->guess != NULL)
    ilv_guess_commit (self->guess);
}

void
ilv_comparison_guesses_skip (IlvComparisonGuesses *self)
{
  g_return_if_fail (ILV_IS_COMPARISON_GUESSES (self));

  if (self->guess != NULL)
    ilv_guess_skip (self->guess);
}

char *
ilv_comparison_guesses_describe (IlvComparisonGuesses *self, IlvTrace *left, IlvTrace *right)
{
  double share;
  gint64 actual_ns;

  g_return_val_if_fail (ILV_IS_COMPARISON_GUESSES (self), NULL);

  share = self->guess != NULL ? ilv_guess_get_share (self->guess) : -1;
  if (share < 0 || self->sequential_ns == 0)
    return NULL;
  actual_ns = ilv_trace_get_duration_ns (
    ilv_prediction_is_right_side (ilv_guess_get_prediction (self->guess)) ? right : left);
  ilv_guess_set_measured (self->guess, (double) actual_ns / self->sequential_ns);
  return ilv_summary_describe_prediction (share * self->sequential_ns, actual_ns);
}
