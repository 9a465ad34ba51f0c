/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-cli.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "ilv-command-place.h"
#include "ilv-command.h"
#include "ilv-output.h"
#include "ilv-terminal.h"

static const IlvCommand *const commands[] = {
  &ilv_run_command,
  &ilv_present_command,
  &ilv_handout_command,
  &ilv_list_command,
  &ilv_new_command,
  &ilv_check_command,
  &ilv_pack_command,
  &ilv_info_command,
};

/* How commands open the window. */
static IlvCliWindowFunc window_func;

/* The beginnings of the options that are the window's: ours, GApplication's and GTK's. */
static const char *const window_options[] = {
  "--lesson", "--present", "--gapplication-", "--display",          "--class",
  "--name",   "--gtk-",    "--gdk-",          "--g-fatal-warnings",
};

static const IlvCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static gboolean
is_help (const char *argument)
{
  return strcmp (argument, "--help") == 0 || strcmp (argument, "-h") == 0 ||
         strcmp (argument, "-?") == 0 || strcmp (argument, "help") == 0;
}

static int
show_version (void)
{
  return ilv_output_write ("interleave " ILV_VERSION "\n") ? ILV_CLI_EXIT_OK : ILV_CLI_EXIT_FAILED;
}

static void
append_command (const IlvTerminal *terminal,
                GString *output,
                const char *name,
                const char *parameters,
                const char *summary)
{
  g_autofree char *usage = NULL;

  usage = g_strdup_printf (name[0] != '\0' ? "  interleave %s %s" : "  interleave%s %s", name,
                           parameters != NULL ? parameters : "");
  g_string_append (output, g_strchomp (usage));
  g_string_append (output, "\n      ");
  ilv_terminal_append_text (terminal, output, summary, 6, 6);
}

static int
show_help (void)
{
  g_autoptr (GString) output = g_string_new (NULL);
  IlvTerminal terminal;

  ilv_terminal_init (&terminal, STDOUT_FILENO, 0);
  ilv_terminal_append_text (
    &terminal, output, _ ("Interleave shows concurrency and parallelism by running real tasks."), 0,
    0);
  g_string_append_c (output, '\n');
  append_command (&terminal, output, "", _ ("[--lesson=LESSON | FILE…]"), _ ("Opens the window, also with lessons or traces of your own."));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    append_command (&terminal, output, commands[i]->name,
                    commands[i]->parameters != NULL ? _ (commands[i]->parameters) : NULL,
                    _ (commands[i]->summary));
  append_command (&terminal, output, "--version", NULL, _ ("Says which version this is."));
  append_command (&terminal, output, "--help", NULL,
                  _ ("Shows this help; after a command, the help of that command."));
  return ilv_output_write (output->str) ? ILV_CLI_EXIT_OK : ILV_CLI_EXIT_FAILED;
}

static int
refuse_command (const char *name)
{
  g_autoptr (GString) message = g_string_new (NULL);

  if (name[0] == '-')
    g_string_printf (message, _ ("There is no option “%s” here; the commands are:"), name);
  else
    g_string_printf (message, _ ("There is no command “%s”; the commands are:"), name);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (message, " %s", commands[i]->name);
  return ilv_output_refuse (NULL, message->str);
}

/* A file or folder to be opened: a path, or the name of one that is there and is no command. */
static gboolean
is_file (const char *argument)
{
  if (argument[0] == '-' || is_help (argument) || find_command (argument) != NULL)
    return FALSE;
  return ilv_command_place_is_path (argument) || g_file_test (argument, G_FILE_TEST_EXISTS);
}

gboolean
ilv_cli_wants (int argc, char *argv[])
{
  if (argc < 2 || is_file (argv[1]) || strcmp (argv[1], "--") == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (window_options); i++)
    if (g_str_has_prefix (argv[1], window_options[i]))
      return FALSE;
  return TRUE;
}

int
ilv_cli_run (int argc, char *argv[], IlvCliWindowFunc start_window)
{
  const IlvCommand *command;
  g_auto (GStrv) arguments = NULL;

  g_return_val_if_fail (argc >= 2, ILV_CLI_EXIT_USAGE);

  window_func = start_window;
  /* A reader that has gone away is noticed when writing. */
  signal (SIGPIPE, SIG_IGN);

  if (is_help (argv[1]) && argc > 2 && find_command (argv[2]) != NULL)
    {
      char *help[] = { argv[2], (char *) "--help", NULL };

      return find_command (argv[2])->run (find_command (argv[2]), help);
    }
  if (is_help (argv[1]))
    return argc == 2 ? show_help () : refuse_command (argv[2]);
  if (strcmp (argv[1], "--version") == 0)
    return show_version ();

  command = find_command (argv[1]);
  if (command == NULL)
    return refuse_command (argv[1]);
  arguments = g_strdupv (argv + 1);
  return command->run (command, arguments);
}

int
ilv_command_start_window (char **arguments)
{
  g_return_val_if_fail (arguments != NULL, ILV_CLI_EXIT_FAILED);

  if (window_func == NULL)
    return ilv_output_fail (_ ("This program has no window"));
  /* Reading the options has given it the command's name; X knows windows by that of the program. */
  g_set_prgname (arguments[0]);
  return window_func ((int) g_strv_length (arguments), arguments);
}
