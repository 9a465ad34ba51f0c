/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-flow.h"
#include "ilv-handout-run.h"

G_BEGIN_DECLS

/* Adds the timeline of one trace of @run, on the scale of all of them, with a ruler and lane names,
 * as vectors. @run has to live as long as @flow is drawn. @room: how high all lanes may be
 * together. */
void
ilv_handout_timeline_add (IlvHandoutFlow *flow, const IlvHandoutRun *run, guint index, double room);

G_END_DECLS
