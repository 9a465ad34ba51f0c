/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-experiment.h"
#include "ilv-pythons.h"

G_BEGIN_DECLS

#define ILV_TYPE_INTERPRETER_CHOICE (ilv_interpreter_choice_get_type ())

/**
 * IlvInterpreterChoice:
 *
 * Which Python a page uses: a drop-down with those that can run one of the sides' strategies, hidden
 * where no side needs one.
 *
 * Signals: #IlvInterpreterChoice::changed, when another is chosen, or others have been found.
 */
G_DECLARE_FINAL_TYPE (IlvInterpreterChoice, ilv_interpreter_choice, ILV, INTERPRETER_CHOICE, GObject)

/* @drop_down: (unowned): what it fills; must outlive it. @pythons: (nullable). */
IlvInterpreterChoice *ilv_interpreter_choice_new (GtkDropDown *drop_down, IlvPythons *pythons);

void ilv_interpreter_choice_set_strategies (IlvInterpreterChoice *self,
                                            const IlvStrategy strategies[ILV_N_SIDES]);

/* (transfer none) (nullable): the one that was chosen if it can run @strategy, else the best that can. */
IlvPython *ilv_interpreter_choice_get_python (IlvInterpreterChoice *self, IlvStrategy strategy);

/* (nullable): the path of the one that was chosen by hand, to be kept; it may have gone by then. */
const char *ilv_interpreter_choice_get_chosen (IlvInterpreterChoice *self);
void ilv_interpreter_choice_set_chosen (IlvInterpreterChoice *self, const char *path);

G_END_DECLS
