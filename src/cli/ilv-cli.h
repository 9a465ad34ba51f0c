/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cli room: the terminal face.
 *
 * The same flow as the window (lesson, workload, runner, trace), shown as text. It uses the core
 * rooms only, never GTK.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses of the program. */
#define ILV_CLI_EXIT_OK 0
#define ILV_CLI_EXIT_FAILED 1
#define ILV_CLI_EXIT_USAGE 2

/**
 * IlvCliWindowFunc:
 * @argc: how many arguments
 * @argv: the program and options that are the window's
 *
 * Opens the window, which this room knows nothing of, and waits until it is closed.
 *
 * Returns: the exit status
 */
typedef int (*IlvCliWindowFunc) (int argc, char *argv[]);

/* Whether the arguments ask for the terminal face: a command such as "run", "list" or "check", or
 * "--help", "--version". Everything else is for the window, such as a file. */
gboolean ilv_cli_wants (int argc, char *argv[]);

/* Carries the command out and returns the exit status. @start_window: (nullable): for commands that open
 * the window; without it they fail. */
int ilv_cli_run (int argc, char *argv[], IlvCliWindowFunc start_window);

G_END_DECLS
