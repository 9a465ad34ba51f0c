/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvServerSettings:
 * @latency_ns: how long the server waits before each answer, 0 to 2 s
 * @jitter_ns: up to how much longer or shorter, at random; 0 to 2 s
 * @failure_rate: the share of requests that it answers with an error, 0 to 1
 * @rate_limit: how many requests a second it answers before it refuses with 429; 0 for any number
 *
 * How the embedded web server behaves.
 */
typedef struct
{
  gint64 latency_ns;
  gint64 jitter_ns;
  double failure_rate;
  guint rate_limit;
} IlvServerSettings;

#define ILV_SERVER_MAX_LATENCY_NS (G_GINT64_CONSTANT (2) * 1000000000)
#define ILV_SERVER_DEFAULT_LATENCY_NS (G_GINT64_CONSTANT (100) * 1000000)

G_END_DECLS
