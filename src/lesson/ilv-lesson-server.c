/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lesson-server.h"

#include <glib/gi18n-lib.h>

#include "ilv-duration.h"

#define GROUP "Server"
#define LATENCY_NS G_GINT64_CONSTANT (100000000)

static gboolean
load_delay (IlvKeyFile *key_file, const char *key, gint64 *delay_ns, GError **error)
{
  g_autofree char *text = ilv_key_file_get_string (key_file, GROUP, key);
  gint64 read_ns = 0;
  IlvDurationFault fault;

  if (text == NULL)
    return TRUE;

  fault = ilv_duration_parse (text, &read_ns);
  if ((fault == ILV_DURATION_FAULT_NONE || fault == ILV_DURATION_FAULT_ZERO) &&
      read_ns <= ILV_LESSON_SERVER_MAX_DELAY_NS)
    {
      *delay_ns = read_ns;
      return TRUE;
    }

  ilv_key_file_set_error (key_file, error, GROUP, key,
                          _("“%s” is no time from 0ms to 2s; write for example “100ms”"), text);
  return FALSE;
}

gboolean
ilv_lesson_server_load (IlvLessonServer *self, IlvKeyFile *key_file, GError **error)
{
  g_auto (GStrv) groups = NULL;
  int limit;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ILV_IS_KEY_FILE (key_file), FALSE);

  groups = ilv_key_file_get_groups (key_file);
  *self = (IlvLessonServer){ .latency_ns = LATENCY_NS };
  self->given = g_strv_contains ((const char *const *) groups, GROUP);
  if (!load_delay (key_file, "Latency", &self->latency_ns, error) ||
      !load_delay (key_file, "Jitter", &self->jitter_ns, error) ||
      !ilv_key_file_get_number (key_file, GROUP, "Failures", 0, 1, 0, &self->failure_rate, error) ||
      !ilv_key_file_get_int (key_file, GROUP, "Limit", 0, ILV_LESSON_SERVER_MAX_RATE, 0,
                             &limit, error))
    return FALSE;

  self->rate_limit = limit;
  return TRUE;
}
