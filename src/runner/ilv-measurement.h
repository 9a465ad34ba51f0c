/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-measure.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

/* What a finished run of both sides says about a question: the number, in the units of #IlvMeasure,
 * for the right side or else the left one. NAN where it is unknown: a Python side without the
 * kernel's counts, a side without an event loop, a ratio to nothing. */
double ilv_measurement_compute (IlvMeasure measure,
                                gboolean is_right,
                                IlvTrace *left,
                                IlvTrace *right);

/* (transfer full): the number for a person, such as "1.97 times" or "812 ms"; translated. */
char *ilv_measurement_format (IlvMeasure measure, double value);

G_END_DECLS
