/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-machine.h"

G_BEGIN_DECLS

/* What a machine's sample says, in translated words. All return (transfer full) plain text; what is
 * unknown is said to be. */

/* "This computer has 4 cores, which work as 8 processors." */
char *ilv_computer_text_describe_machine (const IlvMachineSample *sample);

/* "Right now 412 tasks exist. 3 of them want a processor; 2 can have one." */
char *ilv_computer_text_describe_tasks (const IlvMachineSample *sample);

/* The name of the @index-th processor: "Core 0", or "Processor 0" where cores and processors
 * differ. */
char *ilv_computer_text_get_processor_name (const IlvMachineSample *sample, guint index);

/* A share as a percentage, a dash where it is unknown (below 0). */
char *ilv_computer_text_format_share (double share);

/* A number of things, or of things a second; a dash where it is unknown (below 0). */
char *ilv_computer_text_format_number (double number);

/* What the number of this program's context switches counts: "switches a second of Interleave's 5
 * threads". */
char *ilv_computer_text_name_own_switches (const IlvMachineSample *sample);

G_END_DECLS
