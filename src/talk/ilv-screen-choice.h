/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-screen.h"

G_BEGIN_DECLS

/**
 * IlvScreenChoice:
 * @audience: the number of the screen that the room sees; %ILV_SCREEN_NONE if there is no screen
 * @console: the number of the screen for the presenter's console; %ILV_SCREEN_NONE if there is none
 *   that the room does not see
 *
 * Which screen gets what, as numbers in a list of screens.
 */
typedef struct
{
  guint audience;
  guint console;
} IlvScreenChoice;

/* Chooses among @screens (element-type IlvScreen). The room gets, whichever comes first:
 *
 * 1. the screen that is remembered: with @connector and @model;
 * 2. one with @model on another connector, but not the presenter's;
 * 3. one that is not built in, rather not the presenter's;
 * 4. one that is not the presenter's;
 * 5. the only one.
 *
 * The console gets the presenter's screen; if the room has that, one that is built in, or any
 * other. A screen that mirrors the room's is never the console's.
 *
 * @connector: (nullable): that of the screen that the room had last time; "" is the same as %NULL
 * @model: (nullable): its model
 * @own: the number of the presenter's screen: the main window's, or, once it is open, the
 * console's; %ILV_SCREEN_NONE if it is not known */
IlvScreenChoice
ilv_screen_choice_make (GPtrArray *screens, const char *connector, const char *model, guint own);

/* The other way round, which for a single screen is the same. */
IlvScreenChoice ilv_screen_choice_swap (IlvScreenChoice choice);

G_END_DECLS
