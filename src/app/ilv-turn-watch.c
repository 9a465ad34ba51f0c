/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-turn-watch.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* What is shorter is not worth a line. */
#define WORTH_US 4000

/* How often it is looked what the work is for. */
#define SAMPLE_NS 2000000

static FILE *file;
static timer_t sampler;
static gboolean has_sampler;
static gint64 begin_clock_us, begin_work_us;
static IlvTurn worst;

/* The source that has most of the samples, if one has more than half, by one pass over them. Only the signal
 * handler of the main thread writes this while a turn lasts, and only the main thread reads it after. */
static char candidate[sizeof worst.source];
static volatile gint n_votes;

static gint64
get_work_us (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/* Only the thread itself can tell which source it is in, so it is interrupted. */
static void
on_sample (int number G_GNUC_UNUSED)
{
  GSource *source = g_main_current_source ();
  const char *name = source != NULL ? g_source_get_name (source) : NULL;

  if (name == NULL)
    name = source != NULL ? "a source without a name" : "";
  if (n_votes == 0)
    g_strlcpy (candidate, name, sizeof candidate);
  n_votes += strncmp (candidate, name, sizeof candidate - 1) == 0 ? 1 : -1;
}

static void
set_sampler (gint64 interval_ns)
{
  const struct timespec time = { .tv_nsec = interval_ns };
  const struct itimerspec setting = { .it_interval = time, .it_value = time };

  if (has_sampler)
    timer_settime (sampler, 0, &setting, NULL);
}

static void
begin_turn (void)
{
  candidate[0] = '\0';
  n_votes = 0;
  begin_clock_us = g_get_monotonic_time ();
  begin_work_us = get_work_us ();
  set_sampler (SAMPLE_NS);
}

static void
end_turn (void)
{
  IlvTurn turn;

  set_sampler (0);
  turn.end_us = g_get_monotonic_time ();
  turn.clock_us = turn.end_us - begin_clock_us;
  turn.work_us = get_work_us () - begin_work_us;
  memcpy (turn.source, candidate, sizeof turn.source);

  if (turn.work_us > worst.work_us)
    worst = turn;
  if (file != NULL && turn.work_us >= WORTH_US)
    fprintf (file,
             "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n",
             turn.end_us, turn.clock_us, turn.work_us, turn.source);
}

/* Whatever the main thread does, it does between two calls of this. */
static int
poll_between_turns (GPollFD *fds, guint n_fds, int timeout_ms)
{
  int result;

  end_turn ();
  result = g_poll (fds, n_fds, timeout_ms);
  begin_turn ();
  return result;
}

void
ilv_turn_watch_begin (const char *path)
{
  struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGPROF };
  struct sigaction action = { .sa_handler = on_sample, .sa_flags = SA_RESTART };

  if (path != NULL)
    file = fopen (path, "ae");
  /* Those who read it do so while the program runs. */
  if (file != NULL)
    setvbuf (file, NULL, _IOLBF, 0);

  /* GLib makes what it keeps for the thread when it is first asked: not in a signal handler. */
  g_main_current_source ();

  event._sigev_un._tid = gettid ();
  has_sampler = sigaction (SIGPROF, &action, NULL) == 0
                && timer_create (CLOCK_THREAD_CPUTIME_ID, &event, &sampler) == 0;
  begin_turn ();
  g_main_context_set_poll_func (NULL, poll_between_turns);
}

IlvTurn
ilv_turn_watch_take_worst (void)
{
  IlvTurn turn = worst;

  memset (&worst, 0, sizeof worst);
  return turn;
}
