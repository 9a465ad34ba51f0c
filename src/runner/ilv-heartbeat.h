/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-recorder.h"

G_BEGIN_DECLS

#define ILV_HEARTBEAT_PERIOD_NS 10000000

/* Of so many beats is kept a note, 100 s of them; then the pulse stops. */
#define ILV_HEARTBEAT_MAX_BEATS 10000

/**
 * IlvHeartbeat:
 *
 * The pulse of a run's event loop: a real timer in the loop, of which is noted when the loop got
 * round to it. A loop that is blocked has no pulse.
 *
 * For the thread that runs the loop.
 */
typedef struct _IlvHeartbeat IlvHeartbeat;

/* Begins with a first beat. */
IlvHeartbeat *ilv_heartbeat_new (IlvRecorder *recorder, GMainContext *context);

/* Ends; a beat that is due by now is still noted. */
void ilv_heartbeat_free (IlvHeartbeat *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvHeartbeat, ilv_heartbeat_free)

G_END_DECLS
