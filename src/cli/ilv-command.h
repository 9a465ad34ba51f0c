/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvCommand:
 * @name: the word that is typed
 * @parameters: (nullable): what follows it, as shown in the help; a translatable string
 * @summary: what it does, in one sentence; a translatable string
 * @run: carries it out with the arguments that begin with its name; returns the exit status
 *
 * One command of the terminal face.
 */
typedef struct _IlvCommand IlvCommand;
struct _IlvCommand
{
  const char *name;
  const char *parameters;
  const char *summary;
  int (*run) (const IlvCommand *self, char **arguments);
  /* (nullable) (transfer full): what stands below the options in the help */
  char *(*describe) (void);
};

extern const IlvCommand ilv_check_command;
extern const IlvCommand ilv_handout_command;
extern const IlvCommand ilv_info_command;
extern const IlvCommand ilv_list_command;
extern const IlvCommand ilv_new_command;
extern const IlvCommand ilv_pack_command;
extern const IlvCommand ilv_present_command;
extern const IlvCommand ilv_run_command;

/* Reads the options in @entries and then at most @n_operands operands, which are put into
 * @operands; those that are missing stay %NULL. FALSE if there is nothing more to do: the help was
 * asked for and given, or something is wrong and was said; @status is then the exit status. */
gboolean ilv_command_parse (const IlvCommand *self,
                            char **arguments,
                            const GOptionEntry *entries,
                            guint n_operands,
                            char **operands,
                            int *status);

/* Opens the program's window with these arguments, the first of which is the program's name, and waits
 * until it is closed. Returns: the exit status. */
int ilv_command_start_window (char **arguments);

G_END_DECLS
