/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk that is given by the keyboard, and what its two windows say: the room's and the presenter's. */

#pragma once

#include "journey-lesson.h"

typedef struct
{
  Journey journey;
  Node *audience;
  Node *console; /* (nullable) */
  guint n_slides;
} Talk;

/* Begins to present that lesson, from its first slide, and waits for the room's window and, where there
 * are two screens, for the console. */
void talk_start (Talk *talk, const char *lesson, gboolean two_screens);

/* Finds the window, or the console, that was shown now. */
void talk_find_audience (Talk *talk);
void talk_find_console (Talk *talk);

/* Ends the talk, and then the program. */
void talk_end (Talk *talk);
void talk_quit (Talk *talk);

/* Presses keys one after the other, as fast as can be; names of them, with spaces between. */
void talk_press (const char *keys);

/* Waits until a window has something whose text contains, or is, that text; or until it has not. */
void talk_expect (Node *window, const char *text, gboolean there);
void talk_expect_exactly (Node *window, const char *text, gboolean there);

/* Waits until this slide, from 1, is on; in both windows, or in the console. */
void talk_expect_slide (Talk *talk, guint slide);
void talk_expect_console_slide (Talk *talk, guint slide);

/* Waits until all that the room can read is in the console too. */
void talk_expect_in_step (Talk *talk);

/* By its number, from 1. */
void talk_go_to (Talk *talk, guint slide);

/* Goes to the first slide of which the console says exactly that. Returns: its number, from 1. */
guint talk_find_slide (Talk *talk, const char *text);
