/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ilv-code-consent.h"
#include "ilv-command-place.h"
#include "ilv-output.h"
#include "ilv-run-comparison.h"
#include "ilv-run-race.h"

/* (nullable): the race of a section that is named and has no comparison. */
static IlvRace *
find_race (IlvLesson *lesson, const char *name)
{
  IlvSection *section = name != NULL ? ilv_lesson_find_section (lesson, name) : NULL;

  if (section == NULL || ilv_section_get_comparison (section) != NULL)
    return NULL;
  return ilv_section_get_race (section);
}

static gboolean
has_something_to_run (IlvSection *section)
{
  return ilv_section_get_comparison (section) != NULL || ilv_section_get_race (section) != NULL;
}

static IlvComparison *
find_comparison (const IlvCommandPlace *place, int *status)
{
  IlvLesson *lesson = place->lesson;
  const char *name = place->section;
  IlvSection *section = ilv_lesson_find_section (lesson, name);
  IlvComparison *comparison = section != NULL ? ilv_section_get_comparison (section) : NULL;
  g_autoptr (GString) message = g_string_new (NULL);

  if (comparison != NULL)
    return comparison;
  if (name == NULL)
    g_string_printf (message, _ ("The lesson “%s” has nothing to run"),
                     ilv_lesson_get_title (lesson));
  else if (section == NULL)
    g_string_printf (message, _ ("The lesson “%s” has no section “%s”; those to run are:"),
                     ilv_lesson_get_title (lesson), name);
  else
    g_string_printf (message, _ ("The section “%s” has nothing to run; those to run are:"),
                     ilv_section_get_title (section));
  for (guint i = 0; name != NULL && i < ilv_lesson_get_n_sections (lesson); i++)
    if (has_something_to_run (ilv_lesson_get_section (lesson, i)))
      g_string_append_printf (message, " %s/%u", place->name, i + 1);
  *status = name == NULL ? ilv_output_fail (message->str) : ilv_output_refuse ("run", message->str);
  return NULL;
}

/* (transfer none) (nullable): what to run: the comparison, or what its "break it" switch makes of
 * it. */
static IlvComparison *
choose_variant (const IlvRunOptions *options, IlvComparison *comparison, int *status)
{
  IlvComparison *broken;

  if (!options->broken)
    return comparison;
  broken = ilv_comparison_get_broken (comparison);
  if (broken == NULL)
    *status = ilv_output_refuse ("run", _ ("This comparison has nothing to break; "
                                           "leave --broken out"));
  return broken;
}

static int
run (const IlvCommand *self, char **arguments)
{
  g_auto (IlvRunOptions) options = { 0 };
  g_auto (IlvCommandPlace) place = { 0 };
  IlvComparison *comparison;
  IlvRace *race;
  int status;

  if (!ilv_run_options_parse (&options, self, arguments, &status))
    return status;
  if (!ilv_command_place_init (&place, self, options.place, &status))
    return status;
  race = find_race (place.lesson, place.section);
  if (race != NULL && options.repeat > 1)
    return ilv_output_refuse ("run", _ ("--repeat is for a comparison, and this is a race; leave it out"));
  if (race != NULL)
    return ilv_code_consent_race (race, options.trusts_code, &status) ? ilv_run_race (&options, race)
                                                                      : status;
  comparison = find_comparison (&place, &status);
  if (comparison != NULL)
    comparison = choose_variant (&options, comparison, &status);
  if (comparison == NULL || !ilv_code_consent_comparison (comparison, options.trusts_code, &status))
    return status;
  return ilv_run_comparison (&options, comparison);
}

static char *
describe (void)
{
  GString *text = g_string_new (_ ("Strategies:"));

  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    g_string_append_printf (text, "\n  %-23s %s", ilv_strategy_to_string (i),
                            ilv_strategy_get_description (i));
  return g_string_free (text, FALSE);
}

const IlvCommand ilv_run_command = {
  "run",
  N_ ("LESSON[/SECTION]"),
  N_ ("Runs a lesson’s comparison for real and shows both sides."),
  run,
  describe,
};
