/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-machine.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPUTER_WATCH (ilv_computer_watch_get_type ())

/**
 * IlvComputerWatch:
 *
 * Looks at a machine about once a second, as long as somebody wants to know, for any number of views:
 * all of them show the same look.
 *
 * Signals: #IlvComputerWatch::changed, after each look. For the main thread.
 */
G_DECLARE_FINAL_TYPE (IlvComputerWatch, ilv_computer_watch, ILV, COMPUTER_WATCH, GObject)

/* @machine: (nullable): another machine than this computer: for tests. */
IlvComputerWatch *ilv_computer_watch_new (IlvMachine *machine);

/* Somebody wants to know from now on, and no longer: it looks while there have been more beginnings than
 * ends. */
void ilv_computer_watch_begin (IlvComputerWatch *self);
void ilv_computer_watch_end (IlvComputerWatch *self);

/* (transfer none) (nullable): what was seen at the last look; %NULL before the first. */
const IlvMachineSample *ilv_computer_watch_get_sample (IlvComputerWatch *self);

/* How often it has looked. */
guint ilv_computer_watch_get_n_looks (IlvComputerWatch *self);

G_END_DECLS
