/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "ilv-comparison.h"
#include "ilv-race.h"

G_BEGIN_DECLS

/* Python of a lesson pack runs only after the person has agreed, see #IlvTrust. With @agrees, which is
 * `--trust-code`, this agrees for this process; else code that nobody agreed to is shown on standard error
 * and how to agree is said. Returns: whether all code may run; if not, @status is the exit status. */
gboolean ilv_code_consent_comparison (IlvComparison *comparison, gboolean agrees, int *status);
gboolean ilv_code_consent_race (IlvRace *race, gboolean agrees, int *status);

G_END_DECLS
