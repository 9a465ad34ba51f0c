/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-processor-watch.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ilv-record-buffer.h"

#ifdef HAVE_RSEQ
#include <sys/rseq.h>
#endif

/* A gap in the clock that is longer than this beyond the quantum is a sign. */
#define GAP_NS 20000

/* The scheduler's choice and the switch are at most about so far apart. */
#define SWITCH_NS 5000

#ifdef HAVE_RSEQ

/* The restartable sequence's descriptor wants an abort address that is preceded by the signature
 * the C library registered. The section it describes is this datum itself, which no processor ever
 * executes: the kernel only ever finds the thread outside of it, and says so by clearing the
 * pointer. */
static const guint32 signature[2] = { RSEQ_SIG, 0 };

static struct
{
  guint32 version;
  guint32 flags;
  guint64 start_ip;
  guint64 post_commit_offset;
  guint64 abort_ip;
} section __attribute__ ((aligned (32)));

static guint64
get_section (void)
{
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      section.start_ip = (guintptr) &signature[0];
      section.post_commit_offset = 1;
      section.abort_ip = (guintptr) &signature[1];
      g_once_init_leave (&made, 1);
    }
  return (guintptr) &section;
}

static volatile guint64 *
find_sign (void)
{
  if (__rseq_size == 0)
    return NULL;
  get_section ();
  return (volatile guint64 *) ((char *) __builtin_thread_pointer () + __rseq_offset
                               + offsetof (struct rseq, rseq_cs));
}

static inline void
arm (IlvProcessorWatch *self)
{
  if (self->sign != NULL)
    *self->sign = (guintptr) &section;
}

#else

static volatile guint64 *
find_sign (void)
{
  return NULL;
}

static inline void
arm (IlvProcessorWatch *self G_GNUC_UNUSED)
{
}

#endif

/* What the kernel's scheduler says of the calling thread. */
typedef struct
{
  gint64 before_ns; /* the clock before it was asked */
  gint64 now_ns;    /* the clock when it said @on_ns */
  gint64 run_delay_ns;
  gint64 cpu_time_ns;
  gint64 on_ns; /* how long the thread has had this processor, or -1 */
  glong voluntary;
  glong involuntary;
} Reading;

static void
count_switches (glong *voluntary, glong *involuntary)
{
  struct rusage usage;

  getrusage (RUSAGE_THREAD, &usage);
  *voluntary = usage.ru_nvcsw;
  *involuntary = usage.ru_nivcsw;
}

/* The first two numbers of schedstat: nanoseconds spent on a processor, up to when the kernel last
 * added them up, and nanoseconds spent waiting for one. */
static gboolean
read_schedstat (IlvProcessorWatch *self, gint64 *run_time_ns, gint64 *run_delay_ns)
{
  char text[96];
  char *end;
  ssize_t length;

  if (self->schedstat_fd < 0)
    return FALSE;
  length = pread (self->schedstat_fd, text, sizeof text - 1, 0);
  if (length <= 0)
    return FALSE;
  text[length] = '\0';
  *run_time_ns = strtoll (text, &end, 10);
  *run_delay_ns = strtoll (end, NULL, 10);
  return TRUE;
}

/* The kernel adds up a thread's time when it switches to another one and at ticks, and again when
 * it is asked for the CPU clock: what the clock then says more than schedstat is the time since, as
 * a rule, the thread was given its processor. So the file has to be read first. */
static void
read_all (IlvProcessorWatch *self, Reading *reading)
{
  gint64 run_time_ns;
  gboolean knows;

  reading->before_ns = ilv_clock_now_ns ();
  knows = read_schedstat (self, &run_time_ns, &reading->run_delay_ns);
  if (!knows)
    reading->run_delay_ns = self->run_delay_ns;
  reading->now_ns = ilv_clock_now_ns ();
  reading->cpu_time_ns = ilv_clock_thread_cpu_time_ns ();
  reading->on_ns = knows ? MAX (reading->cpu_time_ns - run_time_ns, 0) : -1;
  count_switches (&reading->voluntary, &reading->involuntary);
}

static void
keep (IlvProcessorWatch *self, const Reading *reading)
{
  self->run_delay_ns = reading->run_delay_ns;
  self->read_ns = reading->now_ns;
  self->cpu_time_ns = reading->cpu_time_ns;
  self->voluntary = reading->voluntary;
  self->involuntary = reading->involuntary;
}

/* When the scheduler chose the thread, from which moment on it counts; @latest_ns where it does not
 * say. Where the count is newer than that, a tick has come in between. */
static gint64
find_choice_ns (const Reading *reading, gint64 latest_ns)
{
  return reading->on_ns >= 0 ? MIN (reading->now_ns - reading->on_ns, latest_ns) : latest_ns;
}

/* The switch to the thread lies between that and the moment at which the thread executed again: at
 * most @latest_ns. */
static gint64
find_return_ns (const Reading *reading, gint64 latest_ns)
{
  gint64 choice_ns = find_choice_ns (reading, latest_ns);

  return choice_ns + MIN ((latest_ns - choice_ns) / 2, SWITCH_NS);
}

/* What is read before the watch is armed, so that no switch falls between them unseen. */
static void
begin_counting (IlvProcessorWatch *self)
{
  Reading reading;

  read_all (self, &reading);
  keep (self, &reading);
  self->is_owed = FALSE;
  self->has_next = FALSE;
}

void
ilv_processor_watch_init (IlvProcessorWatch *self)
{
  self->sign = find_sign ();
  self->schedstat_fd = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  self->reads_clock = self->sign == NULL || self->schedstat_fd < 0;
  self->last_ns = 0;
  self->run_delay_ns = 0;
  begin_counting (self);
}

void
ilv_processor_watch_clear (IlvProcessorWatch *self)
{
  if (self->schedstat_fd >= 0)
    close (self->schedstat_fd);
  self->schedstat_fd = -1;
}

void
ilv_processor_watch_start (IlvProcessorWatch *self)
{
  begin_counting (self);
  arm (self);
  self->last_ns = ilv_clock_now_ns ();
}

void
ilv_processor_watch_stop (IlvProcessorWatch *self)
{
  self->has_next = FALSE;
  if (self->sign != NULL)
    *self->sign = 0;
}

gboolean
ilv_processor_watch_look (IlvProcessorWatch *self)
{
  gint64 now_ns, before_ns;

  if (!self->reads_clock)
    return *self->sign == 0;

  now_ns = ilv_clock_now_ns ();
  before_ns = self->last_ns;
  if (self->sign != NULL ? *self->sign == 0 : now_ns - before_ns > GAP_NS)
    return TRUE;
  self->last_ns = now_ns;
  return FALSE;
}

/* How long the thread was ready, which the run delay tells where the kernel keeps it; else the gap
 * between the looks does, less the one quantum that was computed around it. */
static gint64
find_ready_ns (IlvProcessorWatch *self, const Reading *reading, gint64 quantum_ns)
{
  if (self->schedstat_fd >= 0)
    return reading->run_delay_ns - self->run_delay_ns;
  return reading->before_ns - self->last_ns - quantum_ns;
}

/* How long it slept in a call that nobody takes for a wait: the time that it neither executed nor
 * was ready. Time that the host took would be in it, too, so it is believed only where the count of
 * voluntary switches has moved. */
static gint64
find_asleep_ns (IlvProcessorWatch *self, const Reading *reading, gint64 ready_ns)
{
  if (reading->voluntary == self->voluntary || self->schedstat_fd < 0)
    return 0;
  return MAX (reading->now_ns - self->read_ns - (reading->cpu_time_ns - self->cpu_time_ns)
                - ready_ns,
              0);
}

/* Whether the processor was taken away again, and given back, before the kernel answered: then the
 * run delay is that of both times, and the second one lies between the question and the answer. */
static gboolean
is_twofold (IlvProcessorWatch *self, const Reading *reading)
{
  gint64 run_time_ns, run_delay_ns;

  return self->is_owed && reading->on_ns >= 0
         && reading->now_ns - reading->on_ns > reading->before_ns
         && read_schedstat (self, &run_time_ns, &run_delay_ns)
         && run_delay_ns == reading->run_delay_ns;
}

/* Leaves the second one for the next look; returns how long it was. */
static gint64
put_aside (IlvProcessorWatch *self, const Reading *reading)
{
  self->next = (IlvAbsence){
    .from_ns = reading->before_ns,
    .woken_ns = reading->before_ns,
    .until_ns = find_return_ns (reading, reading->now_ns),
  };
  self->has_next = TRUE;
  return reading->now_ns - reading->on_ns - reading->before_ns;
}

static gboolean
take_next (IlvProcessorWatch *self, IlvAbsence *absence)
{
  *absence = self->next;
  self->has_next = FALSE;
  self->last_ns = MAX (self->last_ns, absence->until_ns);
  return TRUE;
}

/* The processor may be taken away again while the kernel is being asked: then some of its answers
 * are older than that and some are not. What they say of the first absence is believed, and the
 * next look, which finds the sign, takes what is left. */
gboolean
ilv_processor_watch_confirm (IlvProcessorWatch *self, gint64 quantum_ns, IlvAbsence *absence)
{
  Reading reading;
  gboolean was_owed = self->is_owed;
  gint64 latest_ns, ready_ns, asleep_ns;

  if (self->has_next)
    return take_next (self, absence);
  arm (self);
  read_all (self, &reading);
  self->is_owed = self->sign != NULL && *self->sign == 0;
  latest_ns = reading.before_ns - quantum_ns / 2;
  ready_ns = find_ready_ns (self, &reading, quantum_ns);
  if ((!was_owed
       && reading.voluntary + reading.involuntary == self->voluntary + self->involuntary)
      || (was_owed && ready_ns <= 0 && reading.voluntary == self->voluntary))
    {
      keep (self, &reading);
      self->last_ns = reading.before_ns;
      return FALSE;
    }

  asleep_ns = find_asleep_ns (self, &reading, ready_ns);
  if (is_twofold (self, &reading))
    ready_ns = MAX (ready_ns - put_aside (self, &reading), 0);
  absence->until_ns
    = MAX (self->is_owed ? latest_ns : find_return_ns (&reading, latest_ns), self->last_ns);
  absence->woken_ns = CLAMP (absence->until_ns - ready_ns, self->last_ns, absence->until_ns);
  absence->from_ns = MAX (absence->woken_ns - asleep_ns, self->last_ns);
  keep (self, &reading);
  self->last_ns = self->reads_clock ? reading.now_ns : absence->until_ns;
  return TRUE;
}

void
ilv_processor_watch_begin_sleep (IlvProcessorWatch *self, gint64 since_ns)
{
  self->sleep_ns = since_ns;
  ilv_processor_watch_stop (self);
}

/* How long the thread executed after it said that it may sleep, if it slept once: what its CPU
 * clock ran before it came back, less what it had run by then. That clock is not read before a
 * sleep: asked for it, the kernel ends a turn that is over by its rules, and the thread would lose
 * the processor that it is about to give away. But until then it had executed ever since its last
 * absence, after which the clock was read. */
static gint64
find_awake_ns (IlvProcessorWatch *self, const Reading *reading)
{
  gint64 before_ns = self->cpu_time_ns + (self->sleep_ns - self->read_ns);

  if (reading->voluntary - self->voluntary != 1 || reading->on_ns < 0)
    return 0;
  return MAX (reading->cpu_time_ns - reading->on_ns - before_ns, 0);
}

gboolean
ilv_processor_watch_end_sleep (IlvProcessorWatch *self, IlvSleep *sleep)
{
  Reading reading;
  gint64 choice_ns, ready_ns;
  gboolean slept;

  arm (self);
  read_all (self, &reading);
  self->is_owed = self->sign != NULL && *self->sign == 0;
  slept = reading.voluntary != self->voluntary;
  ready_ns = reading.run_delay_ns - self->run_delay_ns;
  choice_ns = MAX (find_choice_ns (&reading, reading.before_ns), self->sleep_ns);
  sleep->resumed_ns = MAX (find_return_ns (&reading, reading.before_ns), choice_ns);
  sleep->woken_ns = MAX (choice_ns - ready_ns, self->sleep_ns);
  sleep->asleep_ns = self->sleep_ns + find_awake_ns (self, &reading);
  /* Falling asleep takes the scheduler as long as coming back. */
  if (sleep->asleep_ns > self->sleep_ns)
    sleep->asleep_ns += sleep->resumed_ns - choice_ns;
  sleep->asleep_ns = MIN (sleep->asleep_ns, sleep->woken_ns);
  keep (self, &reading);
  self->last_ns = self->reads_clock ? reading.now_ns : sleep->resumed_ns;
  return slept;
}
