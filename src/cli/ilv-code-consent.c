/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-consent.h"

#include <glib/gi18n-lib.h>

#include "ilv-output.h"
#include "ilv-trust.h"

#define N_SIDES 2

static gboolean
consent (IlvStrategy strategy, const char *name, const char *code, gboolean agrees)
{
  IlvTrust *trust = ilv_trust_get_default ();
  g_autofree char *heading = NULL;

  if (ilv_trust_lets_run (trust, strategy, code))
    return TRUE;
  if (agrees)
    {
      ilv_trust_agree_once (trust, code);
      return TRUE;
    }
  heading = g_strdup_printf ("--- %s", name);
  ilv_output_note (heading);
  ilv_output_note (code);
  return FALSE;
}

static gboolean
finish (gboolean agreed, int *status)
{
  if (!agreed)
    *status = ilv_output_fail (
      _ ("This lesson’s Python code, shown above, comes from somebody else and can do whatever you can do. "
         "If you have read it and want it to run, add --trust-code"));
  return agreed;
}

gboolean
ilv_code_consent_comparison (IlvComparison *comparison, gboolean agrees, int *status)
{
  const IlvStrategy strategies[]
    = { ilv_comparison_get_left (comparison), ilv_comparison_get_right (comparison) };
  gboolean agreed = TRUE;

  for (guint i = 0; i < N_SIDES; i++)
    agreed &= consent (strategies[i], ilv_comparison_get_code_name (comparison, i),
                       ilv_comparison_get_code (comparison, i), agrees);
  return finish (agreed, status);
}

gboolean
ilv_code_consent_race (IlvRace *race, gboolean agrees, int *status)
{
  gboolean agreed = TRUE;

  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    {
      const IlvRaceRun *run = ilv_race_get_run (race, i);

      agreed &= consent (run->strategy, run->code_name, run->code, agrees);
    }
  return finish (agreed, status);
}
