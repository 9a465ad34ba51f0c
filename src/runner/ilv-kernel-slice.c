/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-kernel-slice.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ilv-slice.h"

/* What the kernel knows of a thread's scheduling, as its first version of the call has it. The C
 * library has a name for it only since glibc 2.41. */
typedef struct
{
  guint32 size;
  guint32 policy;
  guint64 flags;
  gint32 nice;
  guint32 priority;
  guint64 runtime_ns; /* of a thread that is scheduled fairly, its time slice */
  guint64 deadline_ns;
  guint64 period_ns;
} Attributes;

G_STATIC_ASSERT (sizeof (Attributes) == 48);

static gboolean
read_attributes (Attributes *attributes)
{
  *attributes = (Attributes){ 0 };
  return syscall (SYS_sched_getattr, 0, attributes, sizeof *attributes, 0) == 0;
}

static void
set_call_error (GError **error)
{
  int number = errno;

  /* Translators: %s is the reason that the system gave. */
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number),
               _ ("The system does not let programs choose their time slice (%s)."),
               g_strerror (number));
}

gboolean
ilv_kernel_slice_ask (gint64 slice_ns, GError **error)
{
  Attributes attributes;

  g_return_val_if_fail (slice_ns > 0, FALSE);

  /* All else stays as it is: the niceness and the policy may have been chosen by somebody. */
  if (!read_attributes (&attributes))
    {
      set_call_error (error);
      return FALSE;
    }
  attributes.size = sizeof attributes;
  attributes.runtime_ns = slice_ns;
  if (syscall (SYS_sched_setattr, 0, &attributes, 0) != 0)
    {
      set_call_error (error);
      return FALSE;
    }
  if (ilv_kernel_slice_get_ns () == slice_ns)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("The kernel of this computer does not let programs choose their time "
                          "slice; Linux does since 6.12."));
  return FALSE;
}

gint64
ilv_kernel_slice_get_ns (void)
{
  Attributes attributes;

  if (!read_attributes (&attributes) || attributes.runtime_ns == 0
      || attributes.runtime_ns > G_MAXINT64)
    return -1;
  return attributes.runtime_ns;
}

/* (transfer full): the refusal, or an empty text. */
static gpointer
try_thread (gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  if (ilv_kernel_slice_ask (ILV_SLICE_MAX_NS, &error))
    return g_strdup ("");
  return g_strdup (error->message);
}

const char *
ilv_kernel_slice_get_refusal (void)
{
  static char *refusal = NULL;

  if (g_once_init_enter (&refusal))
    g_once_init_leave (&refusal, g_thread_join (g_thread_new ("ilv-slice", try_thread, NULL)));
  return *refusal != '\0' ? refusal : NULL;
}
