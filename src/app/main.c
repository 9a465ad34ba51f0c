/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include <glib/gi18n.h>

#include "ilv-application.h"
#include "ilv-cli.h"
#include "ilv-turn-watch.h"

static int
start_window (int argc, char *argv[])
{
  const char *turns = g_getenv ("INTERLEAVE_TURNS");
  g_autoptr (IlvApplication) application = NULL;

  /* Not for people who use the program: HACKING.md says what it is for. */
  if (turns != NULL)
    ilv_turn_watch_begin (turns);
  application = ilv_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* Where translations are installed, or those of a build that is not installed: ./run says. */
static const char *
find_translations (void)
{
  const char *folder = g_getenv ("INTERLEAVE_LOCALE_DIR");

  return folder != NULL ? folder : ILV_LOCALE_DIR;
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, find_translations ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (ilv_cli_wants (argc, argv))
    return ilv_cli_run (argc, argv, start_window);
  return start_window (argc, argv);
}
