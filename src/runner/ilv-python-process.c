/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-process.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <sched.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include "ilv-processors.h"
#include "ilv-python-folder.h"
#include "ilv-python-private.h"

/* The numbers of the files in the new process. */
#define CHILD_RECORDS 3
#define CHILD_ANSWERS 4

/* Says what the new process does before it becomes Python: nothing that allocates or locks. */
typedef struct
{
  gboolean limited;
  cpu_set_t processors;
} Setup;

/* The two ends of each connection: ours and the new process's. */
typedef struct
{
  int records[2];
  int output[2];
  int answers[2];
} Pipes;

static void
set_up (gpointer data)
{
  const Setup *setup = data;

  ilv_python_leave_group (NULL);
  if (setup->limited)
    sched_setaffinity (0, sizeof setup->processors, &setup->processors);
}

static void
setup_init (Setup *setup, guint processors)
{
  setup->limited = processors < ilv_processors_get_count ();
  CPU_ZERO (&setup->processors);
  for (guint i = 0; i < processors; i++)
    CPU_SET (ilv_processors_get_number (i), &setup->processors);
}

static void
close_fd (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

static void
pipes_close (Pipes *pipes)
{
  for (guint i = 0; i < 2; i++)
    {
      close_fd (&pipes->records[i]);
      close_fd (&pipes->output[i]);
      close_fd (&pipes->answers[i]);
    }
}

static gboolean
pipes_open (Pipes *pipes, GError **error)
{
  *pipes = (Pipes){ { -1, -1 }, { -1, -1 }, { -1, -1 } };
  if (g_unix_open_pipe (pipes->records, FD_CLOEXEC, error)
      && g_unix_open_pipe (pipes->output, FD_CLOEXEC, error)
      && g_unix_set_fd_nonblocking (pipes->records[0], TRUE, error)
      && g_unix_set_fd_nonblocking (pipes->output[0], TRUE, error))
    {
      if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pipes->answers) == 0)
        return TRUE;
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
    }
  pipes_close (pipes);
  return FALSE;
}

static void
set_environment (GSubprocessLauncher *launcher, GPtrArray *environment)
{
  g_subprocess_launcher_setenv (launcher, "INTERLEAVE_PIPE", G_STRINGIFY (CHILD_RECORDS), TRUE);
  g_subprocess_launcher_setenv (launcher, "INTERLEAVE_ANSWERS", G_STRINGIFY (CHILD_ANSWERS), TRUE);
  for (guint i = 0; i < environment->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (environment, i), "=", 2);

      g_subprocess_launcher_setenv (launcher, parts[0], parts[1], TRUE);
    }
}

/* (transfer full) (array zero-terminated=1): what is started: free of what the user's environment
 * says, with output that comes at once and in UTF-8. */
static GPtrArray *
make_arguments (IlvPython *python, IlvStrategy strategy)
{
  GPtrArray *arguments = g_ptr_array_new ();

  g_ptr_array_add (arguments, (gpointer) ilv_python_get_path (python));
  g_ptr_array_add (arguments, (gpointer) "-EuB");
  g_ptr_array_add (arguments, (gpointer) "-Xutf8");
  if (ilv_python_is_free_threaded (python))
    g_ptr_array_add (arguments, (gpointer) (strategy == ILV_STRATEGY_PYTHON_FREE_THREADED
                                              ? "-Xgil=0"
                                              : "-Xgil=1"));
  g_ptr_array_add (arguments, (gpointer) "interleave/run.py");
  g_ptr_array_add (arguments, (gpointer) ILV_PYTHON_SCRIPT);
  g_ptr_array_add (arguments, NULL);
  return arguments;
}

gboolean
ilv_python_process_start (IlvPythonProcess *self,
                          IlvPython *python,
                          IlvStrategy strategy,
                          guint processors,
                          const char *folder,
                          GPtrArray *environment,
                          GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GPtrArray) arguments = make_arguments (python, strategy);
  Setup setup;
  Pipes pipes;

  *self = (IlvPythonProcess){ .records = -1, .output = -1, .answers = -1 };
  if (!pipes_open (&pipes, error))
    return FALSE;
  setup_init (&setup, processors);
  g_subprocess_launcher_set_child_setup (launcher, set_up, &setup, NULL);
  g_subprocess_launcher_set_cwd (launcher, folder);
  set_environment (launcher, environment);
  g_subprocess_launcher_take_stderr_fd (launcher, fcntl (pipes.output[1], F_DUPFD_CLOEXEC, 3));
  g_subprocess_launcher_take_stdout_fd (launcher, g_steal_fd (&pipes.output[1]));
  g_subprocess_launcher_take_fd (launcher, g_steal_fd (&pipes.records[1]), CHILD_RECORDS);
  g_subprocess_launcher_take_fd (launcher, g_steal_fd (&pipes.answers[1]), CHILD_ANSWERS);
  self->subprocess = g_subprocess_launcher_spawnv (
    launcher, (const char *const *) arguments->pdata, error);
  /* Otherwise they would stay open here, and the end of the other side would not be noticed. */
  g_subprocess_launcher_close (launcher);
  if (self->subprocess != NULL)
    {
      const char *id = g_subprocess_get_identifier (self->subprocess);

      self->group = id != NULL ? (pid_t) g_ascii_strtoll (id, NULL, 10) : 0;
      self->records = g_steal_fd (&pipes.records[0]);
      self->output = g_steal_fd (&pipes.output[0]);
      self->answers = g_steal_fd (&pipes.answers[0]);
    }
  pipes_close (&pipes);
  return self->subprocess != NULL;
}

void
ilv_python_process_kill (IlvPythonProcess *self)
{
  if (self->group > 0)
    kill (-self->group, SIGKILL);
}

void
ilv_python_process_clear (IlvPythonProcess *self)
{
  ilv_python_process_kill (self);
  self->group = 0;
  close_fd (&self->records);
  close_fd (&self->output);
  close_fd (&self->answers);
  g_clear_object (&self->subprocess);
}
