/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-key-file.h"

G_BEGIN_DECLS

#define ILV_LESSON_SERVER_MAX_DELAY_NS G_GINT64_CONSTANT (2000000000)
#define ILV_LESSON_SERVER_MAX_RATE 10000

/* For the list of keys that a key file may have. */
#define ILV_LESSON_SERVER_KEYS "Server/Latency", "Server/Jitter", "Server/Failures", "Server/Limit"

/**
 * IlvLessonServer:
 * @given: whether the lesson says anything about it, so that the controls are shown
 * @latency_ns: how long the embedded web server takes to answer, 0 to 2 s
 * @jitter_ns: how much longer it takes at random, 0 to 2 s
 * @failure_rate: the share of requests that fail, 0 to 1
 * @rate_limit: the most requests a second, 0 for any number
 *
 * What a group `[Server]` of a lesson says: `Latency`, `Jitter`, `Failures`, `Limit`.
 */
typedef struct
{
  gboolean given;
  gint64 latency_ns;
  gint64 jitter_ns;
  double failure_rate;
  guint rate_limit;
} IlvLessonServer;

/* Reads the group, or sets what holds without it: 100 ms and no trouble. */
gboolean ilv_lesson_server_load (IlvLessonServer *self, IlvKeyFile *key_file, GError **error);

G_END_DECLS
