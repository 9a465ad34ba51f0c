/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-command.h"

#include <glib/gi18n-lib.h>

#include "ilv-cli.h"
#include "ilv-output.h"

static GOptionContext *
create_context (const IlvCommand *self, const GOptionEntry *entries)
{
  GOptionContext *context =
    g_option_context_new (self->parameters != NULL ? _ (self->parameters) : NULL);
  g_autofree char *description = self->describe != NULL ? self->describe () : NULL;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (self->summary));
  g_option_context_set_description (context, description);
  /* GLib's own --help would leave by exit(), whether the help could be written or not. */
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static int
show_help (const IlvCommand *self, GOptionContext *context)
{
  g_autofree char *program = g_strdup (g_get_prgname ());
  g_autofree char *command = g_strdup_printf ("interleave %s", self->name);
  g_autofree char *help = NULL;

  g_set_prgname (command);
  help = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname (program);
  return ilv_output_write (help) ? ILV_CLI_EXIT_OK : ILV_CLI_EXIT_FAILED;
}

static gboolean
take_operands (const IlvCommand *self, char **found, guint n_operands, char **operands, int *status)
{
  for (guint i = 0; found != NULL && found[i] != NULL; i++)
    {
      if (i == n_operands)
        {
          g_autofree char *message =
            g_strdup_printf (_ ("“%s” is one argument too many"), found[i]);

          for (guint j = 0; j < n_operands; j++)
            g_clear_pointer (&operands[j], g_free);
          *status = ilv_output_refuse (self->name, message);
          return FALSE;
        }
      operands[i] = g_strdup (found[i]);
    }
  return TRUE;
}

gboolean
ilv_command_parse (const IlvCommand *self,
                   char **arguments,
                   const GOptionEntry *entries,
                   guint n_operands,
                   char **operands,
                   int *status)
{
  gboolean help = FALSE;
  g_auto (GStrv) found = NULL;
  const GOptionEntry own_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &found, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = create_context (self, entries);
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, own_entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &rest, &error))
    {
      *status = ilv_output_refuse (self->name, error->message);
      return FALSE;
    }
  if (help)
    {
      *status = show_help (self, context);
      return FALSE;
    }
  return take_operands (self, found, n_operands, operands, status);
}
