/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-poll.h"

#include <math.h>

#include "ilv-end-choices.h"

struct _IlvPoll
{
  GObject parent_instance;

  IlvPrediction *prediction;
  GPtrArray *ends; /* (nullable) (element-type IlvChoice): of a prediction of an end */
  GArray *counts[ILV_POLL_N_ROUNDS]; /* guint */
  gboolean revealed[ILV_POLL_N_ROUNDS];
  double measured;
};

G_DEFINE_FINAL_TYPE (IlvPoll, ilv_poll, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (IlvPoll *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static const IlvChoice *
get_choice (IlvPoll *self, guint choice)
{
  return self->ends != NULL ? self->ends->pdata[choice]
                            : ilv_prediction_get_choice (self->prediction, choice);
}

static void
ilv_poll_finalize (GObject *object)
{
  IlvPoll *self = ILV_POLL (object);

  g_clear_object (&self->prediction);
  g_clear_pointer (&self->ends, g_ptr_array_unref);
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    g_clear_pointer (&self->counts[i], g_array_unref);

  G_OBJECT_CLASS (ilv_poll_parent_class)->finalize (object);
}

static void
ilv_poll_class_init (IlvPollClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_poll_finalize;

  /**
   * IlvPoll::changed:
   *
   * A count, what the room may see of it, or the right choice has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_poll_init (IlvPoll *self)
{
  self->measured = NAN;
}

static IlvPoll *
create (IlvPrediction *prediction, gint64 sequential_ns, guint n_at_once, gboolean is_guess)
{
  IlvPoll *self = g_object_new (ILV_TYPE_POLL, NULL);
  guint n_choices;

  self->prediction = g_object_ref (prediction);
  if (ilv_prediction_get_kind (prediction) == ILV_PREDICTION_END)
    self->ends = ilv_end_choices_new (sequential_ns, n_at_once, is_guess);
  n_choices = self->ends != NULL ? self->ends->len : ilv_prediction_get_n_choices (prediction);
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    {
      self->counts[i] = g_array_new (FALSE, TRUE, sizeof (guint));
      g_array_set_size (self->counts[i], n_choices);
    }
  return self;
}

IlvPoll *
ilv_poll_new (IlvPrediction *prediction, gint64 sequential_ns, guint n_at_once)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (prediction), NULL);
  g_return_val_if_fail (n_at_once >= 1, NULL);

  return create (prediction, sequential_ns, n_at_once, FALSE);
}

/* Whether how long the tasks take hangs on the computer and on the world. */
static gboolean
is_guess (IlvWorkload *workload)
{
  for (guint task = 0; task < ilv_workload_get_n_tasks (workload); task++)
    for (guint i = 0; i < ilv_workload_get_n_steps (workload, task); i++)
      {
        IlvStepKind kind = ilv_workload_get_step (workload, task, i)->kind;

        if (kind == ILV_STEP_PAINT || ilv_step_kind_is_io (kind))
          return TRUE;
      }
  return FALSE;
}

IlvPoll *
ilv_poll_new_for_comparison (IlvPrediction *prediction, IlvComparison *comparison)
{
  IlvWorkload *workload;
  guint n_at_once;

  g_return_val_if_fail (ILV_IS_PREDICTION (prediction), NULL);
  g_return_val_if_fail (comparison == NULL || ILV_IS_COMPARISON (comparison), NULL);

  if (comparison == NULL)
    return ilv_poll_new (prediction, 0, 1);
  workload = ilv_comparison_get_workload (comparison);
  n_at_once = MIN (ilv_comparison_get_processors (comparison), ilv_workload_get_n_tasks (workload));
  return create (prediction, ilv_workload_get_sequential_ns (workload), MAX (n_at_once, 1),
                 is_guess (workload));
}

IlvPrediction *
ilv_poll_get_prediction (IlvPoll *self)
{
  g_return_val_if_fail (ILV_IS_POLL (self), NULL);

  return self->prediction;
}

const char *
ilv_poll_get_question (IlvPoll *self)
{
  g_return_val_if_fail (ILV_IS_POLL (self), "");

  return ilv_prediction_get_room_question (self->prediction);
}

guint
ilv_poll_get_n_choices (IlvPoll *self)
{
  g_return_val_if_fail (ILV_IS_POLL (self), 0);

  return self->counts[0]->len;
}

const char *
ilv_poll_get_choice (IlvPoll *self, guint choice)
{
  g_return_val_if_fail (ILV_IS_POLL (self), "");
  g_return_val_if_fail (choice < ilv_poll_get_n_choices (self), "");

  return get_choice (self, choice)->text;
}

const char *
ilv_poll_get_explanation (IlvPoll *self, guint choice)
{
  g_return_val_if_fail (ILV_IS_POLL (self), "");
  g_return_val_if_fail (choice < ilv_poll_get_n_choices (self), "");

  return get_choice (self, choice)->explanation;
}

guint
ilv_poll_get_count (IlvPoll *self, guint round, guint choice)
{
  g_return_val_if_fail (ILV_IS_POLL (self), 0);
  g_return_val_if_fail (round < ILV_POLL_N_ROUNDS, 0);
  g_return_val_if_fail (choice < ilv_poll_get_n_choices (self), 0);

  return g_array_index (self->counts[round], guint, choice);
}

void
ilv_poll_set_count (IlvPoll *self, guint round, guint choice, guint count)
{
  g_return_if_fail (ILV_IS_POLL (self));
  g_return_if_fail (round < ILV_POLL_N_ROUNDS);
  g_return_if_fail (choice < ilv_poll_get_n_choices (self));

  count = MIN (count, ILV_POLL_MAX_COUNT);
  if (ilv_poll_get_count (self, round, choice) == count)
    return;
  g_array_index (self->counts[round], guint, choice) = count;
  emit_changed (self);
}

void
ilv_poll_add (IlvPoll *self, guint round, guint choice, int difference)
{
  gint64 count;

  g_return_if_fail (ILV_IS_POLL (self));

  count = (gint64) ilv_poll_get_count (self, round, choice) + difference;
  ilv_poll_set_count (self, round, choice, CLAMP (count, 0, ILV_POLL_MAX_COUNT));
}

guint
ilv_poll_get_total (IlvPoll *self, guint round)
{
  guint total = 0;

  g_return_val_if_fail (ILV_IS_POLL (self), 0);

  for (guint i = 0; i < ilv_poll_get_n_choices (self); i++)
    total += ilv_poll_get_count (self, round, i);
  return total;
}

void
ilv_poll_reset_round (IlvPoll *self, guint round)
{
  g_return_if_fail (ILV_IS_POLL (self));
  g_return_if_fail (round < ILV_POLL_N_ROUNDS);

  if (ilv_poll_get_total (self, round) == 0 && !self->revealed[round])
    return;
  for (guint i = 0; i < ilv_poll_get_n_choices (self); i++)
    g_array_index (self->counts[round], guint, i) = 0;
  self->revealed[round] = FALSE;
  emit_changed (self);
}

guint
ilv_poll_get_largest (IlvPoll *self)
{
  guint largest = 0;

  g_return_val_if_fail (ILV_IS_POLL (self), 0);

  for (guint round = 0; round < ILV_POLL_N_ROUNDS; round++)
    for (guint i = 0; i < ilv_poll_get_n_choices (self); i++)
      largest = MAX (largest, ilv_poll_get_count (self, round, i));
  return largest;
}

gboolean
ilv_poll_is_revealed (IlvPoll *self, guint round)
{
  g_return_val_if_fail (ILV_IS_POLL (self), FALSE);
  g_return_val_if_fail (round < ILV_POLL_N_ROUNDS, FALSE);

  return self->revealed[round];
}

void
ilv_poll_set_revealed (IlvPoll *self, guint round, gboolean revealed)
{
  g_return_if_fail (ILV_IS_POLL (self));
  g_return_if_fail (round < ILV_POLL_N_ROUNDS);

  revealed = !!revealed;
  if (self->revealed[round] == revealed)
    return;
  self->revealed[round] = revealed;
  emit_changed (self);
}

double
ilv_poll_get_measured (IlvPoll *self)
{
  g_return_val_if_fail (ILV_IS_POLL (self), NAN);

  return self->measured;
}

void
ilv_poll_set_measured (IlvPoll *self, double measured)
{
  g_return_if_fail (ILV_IS_POLL (self));

  /* NAN is unlike itself. */
  if (self->measured == measured || (isnan (self->measured) && isnan (measured)))
    return;
  self->measured = measured;
  emit_changed (self);
}

int
ilv_poll_get_right (IlvPoll *self)
{
  g_return_val_if_fail (ILV_IS_POLL (self), -1);

  if (self->ends == NULL)
    return ilv_prediction_find_choice (self->prediction, self->measured);
  for (guint i = 0; i < self->ends->len; i++)
    {
      const IlvChoice *choice = self->ends->pdata[i];

      if (self->measured >= choice->from && self->measured < choice->to)
        return (int) i;
    }
  return -1;
}

int
ilv_poll_get_most_wrong (IlvPoll *self)
{
  guint round, most = 0;
  int right, choice = -1;

  g_return_val_if_fail (ILV_IS_POLL (self), -1);

  right = ilv_poll_get_right (self);
  if (right < 0)
    return -1;
  round = ilv_poll_get_total (self, 1) > 0 ? 1 : 0;
  for (guint i = 0; i < ilv_poll_get_n_choices (self); i++)
    if ((int) i != right && ilv_poll_get_count (self, round, i) > most)
      {
        most = ilv_poll_get_count (self, round, i);
        choice = (int) i;
      }
  return choice;
}

double
ilv_poll_get_gain (IlvPoll *self)
{
  double shares[ILV_POLL_N_ROUNDS];
  int right;

  g_return_val_if_fail (ILV_IS_POLL (self), NAN);

  right = ilv_poll_get_right (self);
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    {
      guint total = ilv_poll_get_total (self, i);

      if (right < 0 || total == 0)
        return NAN;
      shares[i] = (double) ilv_poll_get_count (self, i, (guint) right) / total;
    }
  return shares[0] < 1 ? (shares[1] - shares[0]) / (1 - shares[0]) : NAN;
}
