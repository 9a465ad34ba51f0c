/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-speedup.h"

G_BEGIN_DECLS

/* What a speedup's points say. */

/* The most processors of which both are known; %FALSE, and %NULL in both, where there are none. More are
 * asked of the model than of the machine, but a machine may have a number of them that the model was not
 * asked for. */
gboolean ilv_speedup_text_find_common (const GArray *modelled,
                                       const GArray *measured,
                                       const IlvSpeedupPoint **model,
                                       const IlvSpeedupPoint **real);

/* (transfer full) (nullable): "On 2 cores the model says 2.00 times as fast; measured: 1.94.";
 * %NULL where nothing has been measured. */
char *ilv_speedup_text_describe (const GArray *modelled, const GArray *measured);

G_END_DECLS
