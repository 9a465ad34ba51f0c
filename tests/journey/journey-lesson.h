/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every lesson asks for: reading on, predicting, running, seeing what came out. */

#pragma once

#include "journey-hands.h"

/* Clicks "Next" and waits for the heading of that section, which its page dot tells. */
void journey_read_on (Journey *journey, guint section);
void journey_read_on_to (Journey *journey, guint from, guint to);

/* A prediction is asked for, and nothing can be run before it is made or skipped. */
void journey_expect_question (Journey *journey);

/* Runs, and waits until both sides are done. It is the @number-th run of the page. */
void journey_run (Journey *journey, guint number);

/* The answer that was chosen is marked, and the right one. */
void journey_expect_marked (Journey *journey);

/* Waits for something with that description. */
void journey_expect_described (Journey *journey, const char *text);

/* Waits until that one of several buttons is the pressed one. */
void journey_expect_pressed (Journey *journey, const char *name);

/* What a run asks the person to do. */
#define JOURNEY_CAPTCHA "Pick all pictures with traffic lights"

/* Does it, by what is told of the pictures to those who do not see them. */
void journey_solve_captcha (Journey *journey);

/* Whether there is a Python that the program can use. */
gboolean journey_has_python (void);
