/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvDurationFault:
 * @ILV_DURATION_FAULT_NONE: it was read
 * @ILV_DURATION_FAULT_NUMBER: it does not begin with a decimal number
 * @ILV_DURATION_FAULT_NO_UNIT: nothing stands after the number
 * @ILV_DURATION_FAULT_UNIT: what stands after the number is no unit
 * @ILV_DURATION_FAULT_ZERO: it is no time at all
 * @ILV_DURATION_FAULT_FINE: it has a part that is finer than a nanosecond
 * @ILV_DURATION_FAULT_LONG: it is longer than %ILV_WORKLOAD_MAX_DURATION_NS
 *
 * Why a duration could not be read.
 */
typedef enum
{
  ILV_DURATION_FAULT_NONE,
  ILV_DURATION_FAULT_NUMBER,
  ILV_DURATION_FAULT_NO_UNIT,
  ILV_DURATION_FAULT_UNIT,
  ILV_DURATION_FAULT_ZERO,
  ILV_DURATION_FAULT_FINE,
  ILV_DURATION_FAULT_LONG,
} IlvDurationFault;

/* Reads a decimal number with a unit, such as "1.5s"; exact, and the same in every locale. */
IlvDurationFault ilv_duration_parse (const char *text, gint64 *duration_ns);

/* (transfer full): the form that ilv_duration_parse() reads back exactly, such as "400ms". */
char *ilv_duration_format (gint64 duration_ns);

G_END_DECLS
