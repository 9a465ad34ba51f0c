/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pokeapi-setting.h"

/* Whether a task asks for a page that pokeapi.co has too. */
static gboolean
fetches_names (IlvWorkload *workload)
{
  for (guint i = 0; i < ilv_workload_get_n_tasks (workload); i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (workload, i); j++)
      {
        const IlvStep *step = ilv_workload_get_step (workload, i, j);

        if (step->kind == ILV_STEP_GET && g_str_has_prefix (step->argument, "/api/"))
          return TRUE;
      }
  return FALSE;
}

gboolean
ilv_pokeapi_setting_is_there (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), FALSE);

  if (settings == NULL)
    return FALSE;
  /* Settings of an older version may not have the key. */
  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, ILV_POKEAPI_SETTING);
}

gboolean
ilv_pokeapi_setting_applies (GSettings *settings, IlvWorkload *workload)
{
  g_return_val_if_fail (ILV_IS_WORKLOAD (workload), FALSE);

  return ilv_pokeapi_setting_is_there (settings)
         && g_settings_get_boolean (settings, ILV_POKEAPI_SETTING) && fetches_names (workload);
}
