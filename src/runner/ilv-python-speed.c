/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-speed.h"

static GHashTable *speeds;
static GMutex speeds_mutex;

gint64
ilv_python_speed_get (IlvPython *python)
{
  gint64 *speed = NULL;
  gint64 found;

  g_mutex_lock (&speeds_mutex);
  if (speeds != NULL)
    speed = g_hash_table_lookup (speeds, ilv_python_get_path (python));
  found = speed != NULL ? *speed : 0;
  g_mutex_unlock (&speeds_mutex);
  return found;
}

void
ilv_python_speed_keep (IlvPython *python, gint64 speed)
{
  if (speed <= 0)
    return;
  g_mutex_lock (&speeds_mutex);
  if (speeds == NULL)
    speeds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_hash_table_contains (speeds, ilv_python_get_path (python)))
    g_hash_table_insert (speeds, g_strdup (ilv_python_get_path (python)),
                         g_memdup2 (&speed, sizeof speed));
  g_mutex_unlock (&speeds_mutex);
}
