/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_WORLD_ERROR (ilv_world_error_quark ())

/**
 * IlvWorldError:
 * @ILV_WORLD_ERROR_ANSWER: the server answered with an error, or with what cannot be understood
 * @ILV_WORLD_ERROR_OFFLINE: the server cannot be reached, or is gone before it has answered
 * @ILV_WORLD_ERROR_TIMED_OUT: no answer came in time
 * @ILV_WORLD_ERROR_FILE: a file could not be read or written
 * @ILV_WORLD_ERROR_DATABASE: the database refused, or is locked
 * @ILV_WORLD_ERROR_CLOSED: the world is not open
 *
 * Messages are translated and say what can be done.
 */
typedef enum
{
  ILV_WORLD_ERROR_ANSWER,
  ILV_WORLD_ERROR_OFFLINE,
  ILV_WORLD_ERROR_TIMED_OUT,
  ILV_WORLD_ERROR_FILE,
  ILV_WORLD_ERROR_DATABASE,
  ILV_WORLD_ERROR_CLOSED,
} IlvWorldError;

GQuark ilv_world_error_quark (void);

G_END_DECLS
