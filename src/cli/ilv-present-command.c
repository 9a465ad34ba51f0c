/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ilv-cli.h"
#include "ilv-command-place.h"
#include "ilv-output.h"

/* Whether the place is a whole lesson, or a section of that number or slug that is there; said if not. */
static gboolean
check_section (const IlvCommand *self, const IlvCommandPlace *place, int *status)
{
  IlvLesson *lesson = place->lesson;
  g_autoptr (GString) message = NULL;

  if (place->section == NULL || ilv_lesson_find_section (lesson, place->section) != NULL)
    return TRUE;
  message = g_string_new (NULL);
  g_string_printf (message, _ ("The lesson “%s” has no section “%s”; there are:"),
                   ilv_lesson_get_title (lesson), place->section);
  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    g_string_append_printf (message, " %s/%s", place->name,
                            ilv_section_get_slug (ilv_lesson_get_section (lesson, i)));
  *status = ilv_output_refuse (self->name, message->str);
  return FALSE;
}

static int
present (const IlvCommand *self, char **arguments)
{
  char *window_arguments[] = { (char *) "interleave", NULL, NULL, NULL };
  g_auto (IlvCommandPlace) place = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *option = NULL;
  int status;

  if (!ilv_command_parse (self, arguments, NULL, 1, &text, &status))
    return status;
  if (text == NULL)
    return ilv_output_refuse (self->name, _ ("Which lesson? “interleave list” lists them"));
  if (!ilv_command_place_init (&place, self, text, &status) || !check_section (self, &place, &status))
    return status;
  option = g_strconcat ("--present=", ilv_lesson_get_id (place.lesson), place.section != NULL ? "/" : "",
                        place.section, NULL);
  window_arguments[1] = option;
  window_arguments[2] = place.pack;
  return ilv_command_start_window (window_arguments);
}

static char *
describe (void)
{
  return g_strdup (_ ("A section is named by its number or its title, as in “interleave list”.\n"
                      "With two screens, the slides are on one and your notes on the other.\n"
                      "The key ? shows all keys, Escape ends."));
}

const IlvCommand ilv_present_command = {
  "present",
  N_ ("LESSON[/SECTION]"),
  N_ ("Presents a lesson to a room, from its beginning or from a section on."),
  present,
  describe,
};
