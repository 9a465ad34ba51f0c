/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the person does: with the tree where it can be done through it, and with the keyboard. */

#pragma once

#include "journey.h"

/* Waits until the button can be used and uses it. */
void journey_click (Journey *journey, const char *name);

void journey_press (const char *keys);
void journey_type (const char *text);
void journey_focus_window (void);

/* Presses Tab until that has the focus. */
void journey_focus (Journey *journey, Match match, const char *text);
void journey_focus_by_tab (Journey *journey, const char *text);

void journey_focus_within (Journey *journey, Match match, const char *text);

/* Waits until something has put the focus there. */
void journey_wait_for_focus (Journey *journey, Match match, const char *text);

/* Chooses one of several answers by the keyboard. */
void journey_choose (Journey *journey, const char *answer);

/* Turns a switch. */
void journey_toggle (Journey *journey, const char *name);

/* Sets a slider or a number. */
void journey_set_value (Journey *journey, Match match, const char *name, double value);

/* (transfer full): what stands in an editor. */
char *journey_dup_text (Journey *journey, const char *name);
