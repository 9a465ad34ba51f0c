/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-deck.h"
#include "ilv-poll.h"
#include "ilv-talk-clock.h"

G_BEGIN_DECLS

/**
 * IlvTalkCommand:
 * @ILV_TALK_NEXT: goes on by a step or a slide; runs what the slide can run. Under black, white or the
 *   overview it takes that away and goes nowhere, so that nobody misses anything. While what the slide
 *   runs is going on it waits, see ilv_presentation_is_waiting(). After the last slide comes
 *   %ILV_COVER_END, then the question whether to end, and then the end: a clicker can end a talk, but not
 *   by accident. Anywhere else the question is taken back by it
 * @ILV_TALK_PREVIOUS: goes back by a step or a slide, or takes away what %ILV_TALK_NEXT takes away. A
 *   run is not a step that can be taken back
 * @ILV_TALK_FIRST: goes to the first slide
 * @ILV_TALK_LAST: goes to the last slide
 * @ILV_TALK_SECTION: goes to where the section begins; or, where the presenter is asked whether to end,
 *   does not end: some clickers have one button that sends F5 and Escape by turns
 * @ILV_TALK_RESTART: begins the talk, its clock and its times again, at the first slide; polls and runs
 *   are kept
 * @ILV_TALK_ENTER: goes to the slide whose number was typed (the first or last one, where there is none
 *   of that number); stores the hands that were typed; ends, where the presenter is asked; else goes on
 * @ILV_TALK_ERASE: takes back the digit that was typed last, or, where there is none, goes back: to the
 *   choice before, while hands are typed; else as %ILV_TALK_PREVIOUS
 * @ILV_TALK_ESCAPE: takes back what is uppermost of: the question whether to end, the overview, digits,
 *   counting, black or white, freeze, magnify, pointer; and then asks whether to end
 * @ILV_TALK_RUN: runs the slide's experiment; on a slide that does not show it, such as an answer, after
 *   going to the one that does. Not while its poll is being held
 * @ILV_TALK_STOP: stops it
 * @ILV_TALK_REVEAL: shows the room the hands of the round in question, or hides them; of both where both
 *   are compared
 * @ILV_TALK_COUNT: begins to type the hands of a poll, a choice at a time, or leaves it
 * @ILV_TALK_BLACK: black, and back
 * @ILV_TALK_WHITE: white, and back
 * @ILV_TALK_FREEZE: what the room sees stays while the talk goes on, and back
 * @ILV_TALK_POINTER: a large dot, and back
 * @ILV_TALK_MAGNIFY: larger at the pointer, and back; another slide is shown whole again
 * @ILV_TALK_OVERVIEW: all slides, and back
 * @ILV_TALK_PAUSE: pauses the clock, and back
 * @ILV_TALK_NOTES_LARGER: larger notes
 * @ILV_TALK_NOTES_SMALLER: smaller notes
 * @ILV_TALK_PLAY: plays the slide's run again, or pauses that
 * @ILV_TALK_ZOOM_IN: into its timelines
 * @ILV_TALK_ZOOM_OUT: out of them
 * @ILV_TALK_ZOOM_FIT: shows them whole
 * @ILV_TALK_SETTINGS: the settings of the slide's experiment
 * @ILV_TALK_CONSOLE: shows the console, or hides it
 * @ILV_TALK_SWAP: swaps the screens
 * @ILV_TALK_KEYS: shows all keys
 * @ILV_TALK_END: ends the talk
 *
 * What a presenter can do; see ilv_presentation_perform(). A number that is being typed is forgotten by
 * any of them but the two that say so.
 */
typedef enum
{
  ILV_TALK_NEXT,
  ILV_TALK_PREVIOUS,
  ILV_TALK_FIRST,
  ILV_TALK_LAST,
  ILV_TALK_SECTION,
  ILV_TALK_RESTART,
  ILV_TALK_ENTER,
  ILV_TALK_ERASE,
  ILV_TALK_ESCAPE,
  ILV_TALK_RUN,
  ILV_TALK_STOP,
  ILV_TALK_REVEAL,
  ILV_TALK_COUNT,
  ILV_TALK_BLACK,
  ILV_TALK_WHITE,
  ILV_TALK_FREEZE,
  ILV_TALK_POINTER,
  ILV_TALK_MAGNIFY,
  ILV_TALK_OVERVIEW,
  ILV_TALK_PAUSE,
  ILV_TALK_NOTES_LARGER,
  ILV_TALK_NOTES_SMALLER,
  ILV_TALK_PLAY,
  ILV_TALK_ZOOM_IN,
  ILV_TALK_ZOOM_OUT,
  ILV_TALK_ZOOM_FIT,
  ILV_TALK_SETTINGS,
  ILV_TALK_CONSOLE,
  ILV_TALK_SWAP,
  ILV_TALK_KEYS,
  ILV_TALK_END,
} IlvTalkCommand;

#define ILV_N_TALK_COMMANDS (ILV_TALK_END + 1)

/**
 * IlvCover:
 * @ILV_COVER_NONE: the projector shows the slide
 * @ILV_COVER_BLACK: it is black
 * @ILV_COVER_WHITE: it is white
 * @ILV_COVER_END: it says that the talk is over: after the last slide
 */
typedef enum
{
  ILV_COVER_NONE,
  ILV_COVER_BLACK,
  ILV_COVER_WHITE,
  ILV_COVER_END,
} IlvCover;

/**
 * IlvRunState:
 * @ILV_RUN_NONE: it has not been run
 * @ILV_RUN_GOING: it runs
 * @ILV_RUN_DONE: it has a result
 */
typedef enum
{
  ILV_RUN_NONE,
  ILV_RUN_GOING,
  ILV_RUN_DONE,
} IlvRunState;

#define ILV_NOTES_SIZE_MIN 50
#define ILV_NOTES_SIZE_MAX 400

#define ILV_TYPE_PRESENTATION (ilv_presentation_get_type ())

/**
 * IlvPresentation:
 *
 * Where a talk is: a state machine that windows are views of. It knows no window, runs nothing and
 * shows nothing.
 *
 * Properties, all notify only on a change: `deck`, `slide` (uint, from 0), `step` (uint, from 0; see
 * ilv_slide_get_n_steps()), `cover` (uint, an #IlvCover), `frozen`, `pointing`, `magnifying`,
 * `overview` (booleans), `asking` (boolean: the presenter is asked whether to end), `ended`
 * (boolean), `digits` (string: the number that is being typed, "" for none), `counting` (int: the
 * choice whose hands are being typed, which `digits` are then, -1 for none), `notes-size` (uint,
 * percent), `run-state` (uint, the #IlvRunState of the slide's experiment), `waiting` (boolean: to go on,
 * the run has to end first), `pointer-x`, `pointer-y` (doubles, 0 to 1 over the slide). With `deck`,
 * `slide` notifies too.
 *
 * Signals: #IlvPresentation::performed, with an #IlvTalkCommand, for what others have to do: run, stop
 * (the slide is still the one whose experiment that is), play, zoom, settings, console, swap, keys;
 * #IlvPresentation::commands-changed, when ilv_presentation_can_perform() may say something else. For one
 * thread.
 */
G_DECLARE_FINAL_TYPE (IlvPresentation, ilv_presentation, ILV, PRESENTATION, GObject)

/* Begins at slide 0. @clock: (nullable): its clock; %NULL for one of the system's time. */
IlvPresentation *ilv_presentation_new (IlvDeck *deck, IlvTalkClock *clock);

/* Begins the talk at a slide, with its clock and times: only what comes from there on is planned. */
void ilv_presentation_begin (IlvPresentation *self, guint slide);

/* (transfer none): when it began. */
GDateTime *ilv_presentation_get_begun (IlvPresentation *self);

IlvDeck *ilv_presentation_get_deck (IlvPresentation *self);

/* Goes on with another deck of the same lesson (another format of the slides), at the same place. */
void ilv_presentation_set_deck (IlvPresentation *self, IlvDeck *deck);

/* Does what the presenter wants: a key, a button, a clicker. */
void ilv_presentation_perform (IlvPresentation *self, IlvTalkCommand command);

/* Whether it would do anything now. */
gboolean ilv_presentation_can_perform (IlvPresentation *self, IlvTalkCommand command);

/* Asks the presenter whether to end; if that is asked already, ends: for who closes the window. */
void ilv_presentation_ask (IlvPresentation *self);

/* A digit (0 to 9) was typed: of a slide's number, or of a count of hands. Digits after the fourth are
 * passed over, and so are zeros in front. */
void ilv_presentation_type_digit (IlvPresentation *self, guint digit);

guint ilv_presentation_get_slide_number (IlvPresentation *self);

/* (transfer none) */
IlvSlide *ilv_presentation_get_slide (IlvPresentation *self);

/* Goes to a slide, at its first step. */
void ilv_presentation_go_to (IlvPresentation *self, guint slide);
guint ilv_presentation_get_step (IlvPresentation *self);

/* (transfer none) (nullable): the slide that comes after this one. */
IlvSlide *ilv_presentation_get_next_slide (IlvPresentation *self);

IlvCover ilv_presentation_get_cover (IlvPresentation *self);
gboolean ilv_presentation_is_frozen (IlvPresentation *self);
gboolean ilv_presentation_is_pointing (IlvPresentation *self);
gboolean ilv_presentation_is_magnifying (IlvPresentation *self);
gboolean ilv_presentation_shows_overview (IlvPresentation *self);
gboolean ilv_presentation_is_asking (IlvPresentation *self);
gboolean ilv_presentation_has_ended (IlvPresentation *self);
const char *ilv_presentation_get_digits (IlvPresentation *self);
int ilv_presentation_get_counting (IlvPresentation *self);
guint ilv_presentation_get_notes_size (IlvPresentation *self);
void ilv_presentation_set_notes_size (IlvPresentation *self, guint percent);

/* Where the pointer is on the slide, each 0 to 1. */
void ilv_presentation_get_pointer (IlvPresentation *self, double *x, double *y);
void ilv_presentation_set_pointer (IlvPresentation *self, double x, double y);

/* Whether %ILV_TALK_NEXT would do nothing now because the slide's run goes on. */
gboolean ilv_presentation_is_waiting (IlvPresentation *self);

/* How far an experiment is; told by who runs it. Once it was run, its slide is at the step of the run. */
IlvRunState ilv_presentation_get_run_state (IlvPresentation *self, guint experiment);
void ilv_presentation_set_run_state (IlvPresentation *self, guint experiment, IlvRunState state);

/* (transfer none): the poll of that number. */
IlvPoll *ilv_presentation_get_poll (IlvPresentation *self, guint poll);

/* (transfer none) (nullable): the poll of the slide. */
IlvPoll *ilv_presentation_get_current_poll (IlvPresentation *self);

/* The round (0 or 1) whose hands are being counted on this slide; -1 for none. */
int ilv_presentation_get_round (IlvPresentation *self);

IlvTalkClock *ilv_presentation_get_clock (IlvPresentation *self);

/* How long the talk is planned to be, from the slide where it began: the lesson's minutes, or their share
 * for the slides from there on. 0 where the lesson says nothing. */
gint64 ilv_presentation_get_planned_ns (IlvPresentation *self);

/* How long a slide is planned to be shown. */
gint64 ilv_presentation_get_planned_on_ns (IlvPresentation *self, guint slide);

/* How much the talk is ahead of its plan; negative where it is behind. While the time lies within that
 * planned for the slide, or nothing is planned, 0. */
gint64 ilv_presentation_get_pace_ns (IlvPresentation *self);

/* How long a slide has been shown, in all; 0 where it was not. */
gint64 ilv_presentation_get_time_on_ns (IlvPresentation *self, guint slide);
gboolean ilv_presentation_was_shown (IlvPresentation *self, guint slide);

G_END_DECLS
