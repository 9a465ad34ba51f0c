/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-python.h"

G_BEGIN_DECLS

/**
 * IlvPythonProcess:
 * @subprocess: the interpreter; what it starts is in its process group
 * @group: the number of that group
 * @records: where what happens is read from; does not block
 * @output: where what is printed is read from; does not block
 * @answers: where a person's answers are written to, a socket
 *
 * A Python interpreter that runs a script for us.
 */
typedef struct
{
  GSubprocess *subprocess;
  pid_t group;
  int records;
  int output;
  int answers;
} IlvPythonProcess;

/* Starts @python on the script in @folder, on at most @processors processors. @environment:
 * (element-type filename): "NAME=VALUE", added to this program's own. */
gboolean ilv_python_process_start (IlvPythonProcess *self,
                                   IlvPython *python,
                                   IlvStrategy strategy,
                                   guint processors,
                                   const char *folder,
                                   GPtrArray *environment,
                                   GError **error);

/* Ends it with all that it has started, at once. */
void ilv_python_process_kill (IlvPythonProcess *self);

/* Closes what is open; kills it if need be. */
void ilv_python_process_clear (IlvPythonProcess *self);

G_END_DECLS
