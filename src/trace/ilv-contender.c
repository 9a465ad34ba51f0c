/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-contender.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-run-name.h"

/**
 * ilv_contender_init:
 * @self: (out): one side of a comparison
 * @trace: what happened on it; must outlive @self
 */
void
ilv_contender_init (IlvContender *self, IlvTrace *trace)
{
  ilv_figures_compute (&self->figures, trace);
  self->info = ilv_trace_get_info (trace);
  self->subject = ilv_run_name_get_subject (self->figures.strategy);
  self->object = ilv_run_name_get_object (self->figures.strategy);
}

/**
 * ilv_contender_tell_apart:
 * @left: the left side of a comparison
 * @right: the right side of a comparison
 *
 * Two runs of one strategy cannot be told apart by its name: calls them by their places.
 */
void
ilv_contender_tell_apart (IlvContender *left, IlvContender *right)
{
  if (!g_str_equal (left->figures.strategy, right->figures.strategy))
    return;
  left->subject = left->figures.is_model ? _("The left model") : _("The left run");
  left->object = left->figures.is_model ? _("the left model") : _("the left run");
  right->subject = right->figures.is_model ? _("The right model") : _("The right run");
  right->object = right->figures.is_model ? _("the right model") : _("the right run");
}

/**
 * ilv_contender_get_idle_ns:
 * @self: one side of a comparison
 *
 * Returns: how long no task ran
 */
gint64
ilv_contender_get_idle_ns (const IlvContender *self)
{
  return self->figures.makespan_ns - self->figures.busy_ns;
}

/**
 * ilv_contender_tell_disturbance:
 * @self: one side of a comparison
 *
 * Returns: (transfer full): a sentence that says that other programs took much of its time
 */
char *
ilv_contender_tell_disturbance (const IlvContender *self)
{
  int percent = (int) lround (100 * ilv_figures_get_strangers_share (&self->figures));

  /* Translators: a run, such as "The thread pool", and a number. */
  return g_strdup_printf (_("%s lost %d %% of its processors’ time to other programs."),
                          self->subject, percent);
}

/**
 * ilv_contender_tell_useless_parallelism:
 * @self: one side of a comparison
 *
 * Returns: (transfer full): a sentence that says that it ran several tasks at the same time and yet
 *   was not sooner
 */
char *
ilv_contender_tell_useless_parallelism (const IlvContender *self)
{
  guint n = self->figures.max_parallelism;

  if (self->figures.is_model)
    /* Translators: a run, such as "The model", and a number. */
    return g_strdup_printf (ngettext ("%s would run up to %u task at the same time, but that would "
                                      "not make it sooner.",
                                      "%s would run up to %u tasks at the same time, but that "
                                      "would not make it sooner.",
                                      n),
                            self->subject, n);
  /* Translators: a run, such as "The thread pool", and a number. */
  return g_strdup_printf (ngettext ("%s ran up to %u task at the same time, but that did not make "
                                    "it sooner.",
                                    "%s ran up to %u tasks at the same time, but that did not make "
                                    "it sooner.",
                                    n),
                          self->subject, n);
}

/**
 * ilv_contender_tell_one_at_most:
 * @self: one side of a comparison
 *
 * Returns: (transfer full): a sentence that says that it never ran two tasks at once
 */
char *
ilv_contender_tell_one_at_most (const IlvContender *self)
{
  if (self->figures.is_model)
    /* Translators: a run, such as "The model". */
    return g_strdup_printf (_("%s would never have more than one task running."), self->subject);
  /* Translators: a run, such as "The time-sliced run". */
  return g_strdup_printf (_("%s never had more than one task running."), self->subject);
}

/**
 * ilv_contender_tell_one_processor:
 * @self: one side of a comparison
 *
 * Returns: (transfer full): a sentence that says that it had one processor only
 */
char *
ilv_contender_tell_one_processor (const IlvContender *self)
{
  if (self->figures.is_model)
    /* Translators: a run, such as "The model". */
    return g_strdup_printf (_("%s would have one processor, so nothing could run at the same "
                              "time."),
                            self->subject);
  /* Translators: a run, such as "The thread pool". */
  return g_strdup_printf (_("%s had one processor, so nothing could run at the same time."),
                          self->subject);
}

/**
 * ilv_contender_tell_spare_processors:
 * @self: one side of a comparison
 *
 * Returns: (transfer full): a sentence that says that it had more processors than tasks
 */
char *
ilv_contender_tell_spare_processors (const IlvContender *self)
{
  guint processors = self->figures.processors;
  guint n_tasks = self->figures.n_tasks;

  if (self->figures.is_model)
    /* Translators: a run, such as "The model", a number of processors, a smaller one of tasks. */
    return g_strdup_printf (ngettext ("%s would have %u processors for %u task, so some would have "
                                      "nothing to do.",
                                      "%s would have %u processors for %u tasks, so some would "
                                      "have nothing to do.",
                                      n_tasks),
                            self->subject, processors, n_tasks);
  /* Translators: a run, such as "The thread pool", a number of processors, a smaller one of
   * tasks. */
  return g_strdup_printf (ngettext ("%s had %u processors for %u task, so some had nothing to do.",
                                    "%s had %u processors for %u tasks, so some had nothing to do.",
                                    n_tasks),
                          self->subject, processors, n_tasks);
}
