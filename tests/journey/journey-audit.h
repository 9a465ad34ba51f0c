/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody who cannot see the page and has no mouse: is all that can be used told apart, and reached? */

#pragma once

#include "journey.h"

/* Everything that can be used has a name that is its own; fails with a list of what has not. */
void journey_audit_names (Journey *journey);

/* Tab goes to all that can be used and comes back to where it began, and whatever has the focus is in the window.
 * To be called with the window's focus anywhere. */
void journey_audit_focus (Journey *journey);

/* Begins to listen to what is told to screen readers. */
void journey_audit_listen (void);

/* (transfer full) (nullable): what was told since that was last asked, waiting for it a little; fails when nothing
 * was for a long time. */
char *journey_audit_dup_words (void);

/* Forgets what was told until now. */
void journey_audit_forget_words (void);
