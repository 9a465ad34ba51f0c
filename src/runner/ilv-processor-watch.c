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

static glong
count_switches (void)
{
  struct rusage usage;

  getrusage (RUSAGE_THREAD, &usage);
  return usage.ru_nvcsw + usage.ru_nivcsw;
}

/* The second number of schedstat: nanoseconds spent waiting for a processor. */
static gint64
read_run_delay_ns (IlvProcessorWatch *self)
{
  char text[96];
  char *end;
  ssize_t length;

  if (self->schedstat_fd < 0)
    return 0;
  length = pread (self->schedstat_fd, text, sizeof text - 1, 0);
  if (length <= 0)
    return self->run_delay_ns;
  text[length] = '\0';
  strtoll (text, &end, 10);
  return strtoll (end, NULL, 10);
}

void
ilv_processor_watch_init (IlvProcessorWatch *self)
{
  self->sign = find_sign ();
  self->schedstat_fd = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  self->reads_clock = self->sign == NULL || self->schedstat_fd < 0;
  self->last_ns = 0;
  self->run_delay_ns = read_run_delay_ns (self);
  self->switches = count_switches ();
}

void
ilv_processor_watch_clear (IlvProcessorWatch *self)
{
  if (self->schedstat_fd >= 0)
    close (self->schedstat_fd);
  self->schedstat_fd = -1;
}

/* The counts are read before the watch is armed, so that no switch falls between them unseen. */
void
ilv_processor_watch_start (IlvProcessorWatch *self)
{
  self->run_delay_ns = read_run_delay_ns (self);
  self->switches = count_switches ();
  arm (self);
  self->last_ns = ilv_clock_now_ns ();
}

void
ilv_processor_watch_stop (IlvProcessorWatch *self)
{
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

/* Where the clock is read at each look, the absence lies between the last look and now, less the
 * one quantum that was computed around it. Else the run delay tells its length, and it ended about
 * half a quantum ago. */
gboolean
ilv_processor_watch_confirm (IlvProcessorWatch *self, gint64 quantum_ns, IlvAbsence *absence)
{
  gint64 now_ns = ilv_clock_now_ns ();
  glong switches;
  gint64 run_delay_ns, length_ns;

  arm (self);
  switches = count_switches ();
  if (switches == self->switches)
    {
      self->last_ns = now_ns;
      return FALSE;
    }

  run_delay_ns = read_run_delay_ns (self);
  length_ns = self->schedstat_fd >= 0 ? run_delay_ns - self->run_delay_ns
                                      : now_ns - self->last_ns - quantum_ns;
  absence->until_ns = MAX (now_ns - quantum_ns / 2, self->last_ns);
  absence->from_ns = CLAMP (absence->until_ns - length_ns, self->last_ns, absence->until_ns);

  self->switches = switches;
  self->run_delay_ns = run_delay_ns;
  self->last_ns = self->reads_clock ? now_ns : absence->until_ns;
  return TRUE;
}

gint64
ilv_processor_watch_take_run_delay_ns (IlvProcessorWatch *self)
{
  gint64 before_ns = self->run_delay_ns;

  self->run_delay_ns = read_run_delay_ns (self);
  return self->run_delay_ns - before_ns;
}
