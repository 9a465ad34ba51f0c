/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-watch-pace.h"

#include "ilv-record-buffer.h"

/* No eye follows more. */
#define MIN_MS 100

/* A look may cost one in so many parts of the time. */
#define SHARE 25

/* What a look is taken to cost before there was one: the first run of all is not to be disturbed more than others. */
#define FIRST_COST_NS (20 * G_GINT64_CONSTANT (1000000))

static guint
get_wait_ms (const IlvWatchPace *self)
{
  gint64 waited_ms = (ilv_clock_now_ns () - self->looked_ns) / 1000000;

  return (guint) CLAMP (self->cost_ns * SHARE / 1000000 - waited_ms, 0, G_MAXINT);
}

static void
note_moment (IlvWatchPace *self)
{
  self->looked_ns = ilv_clock_now_ns ();
  self->cpu_time_ns = ilv_clock_thread_cpu_time_ns ();
}

guint
ilv_watch_pace_begin (IlvWatchPace *self)
{
  if (self->cost_ns == 0)
    self->cost_ns = FIRST_COST_NS;
  self->has_looked = FALSE;
  note_moment (self);
  return MAX (get_wait_ms (self), MIN_MS);
}

gboolean
ilv_watch_pace_may_look (IlvWatchPace *self, guint *wait_ms)
{
  /* What was done before the first look is the beginning of the run, which is seen once. */
  if (self->has_looked)
    self->cost_ns = ilv_clock_thread_cpu_time_ns () - self->cpu_time_ns;
  *wait_ms = get_wait_ms (self);
  if (*wait_ms > 0)
    return FALSE;

  self->has_looked = TRUE;
  note_moment (self);
  *wait_ms = MIN_MS;
  return TRUE;
}
