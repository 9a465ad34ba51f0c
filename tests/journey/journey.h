/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody who uses the program by its accessibility tree and the keyboard alone. The program is the
 * real one, in a process of its own. Whatever does not come within a generous time fails the test, with
 * the whole tree printed. */

#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

/* Names of our own, since not every version of the library says how its objects are freed. */
typedef AtspiAccessible Node;
typedef AtspiStateSet States;
typedef AtspiAction Action;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Node, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (States, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Action, g_object_unref)

typedef struct
{
  GSubprocess *process;
  Node *application;
  char *data_folder;
  gsize n_turns_read; /* bytes of what the program says of its turns */
} Journey;

typedef gboolean (*Match) (Node *node, const char *text);

gboolean journey_has_text (Node *node, const char *text);
gboolean journey_is_named (Node *node, const char *text);
gboolean journey_is_described (Node *node, const char *text);
gboolean journey_has_state (Node *node, AtspiStateType state);
gboolean journey_is_table (Node *node, const char *text);
gboolean journey_is_button (Node *node, const char *text);
gboolean journey_is_ready_button (Node *node, const char *text);
gboolean journey_is_pressed_button (Node *node, const char *text);
gboolean journey_is_check (Node *node, const char *text);
gboolean journey_is_heading (Node *node, const char *text);
gboolean journey_is_slider (Node *node, const char *text);
gboolean journey_is_number (Node *node, const char *text);
gboolean journey_is_list (Node *node, const char *text);
gboolean journey_is_menu_item (Node *node, const char *text);
gboolean journey_is_window (Node *node, const char *text);
gboolean journey_is_text (Node *node, const char *text);

/* Whether it or anything in it has that text. */
gboolean journey_holds (Node *node, const char *text);

/* Starts the program at that lesson, with a new person's data. */
void journey_start (Journey *journey, const char *lesson);

/* Prints the longest turn of the program's main loop since the last call of this, and the longest that drew a
 * frame. Only printed: what a machine with other things to do takes is no fault of the program. */
void journey_print_turns (Journey *journey, const char *phase);

/* Quits by the keyboard. */
void journey_quit (Journey *journey);

/* Forgets the person's data. */
void journey_end (Journey *journey);

Node *journey_wait_for (Journey *journey, Match match, const char *text);
void journey_wait_until_gone (Journey *journey, Match match, const char *text);
void journey_wait_for_state (Node *node, AtspiStateType state);

/* Whether it is there now. */
gboolean journey_is_there (Journey *journey, Match match, const char *text);

/* Waits for something with that text. */
void journey_expect (Journey *journey, const char *text);

/* (transfer full): what the program has written about the learner's progress. */
char *journey_read_progress (Journey *journey);

/* A program with one test. */
int journey_main (int argc, char *argv[], const char *name, GTestFunc test);
