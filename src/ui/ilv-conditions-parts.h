/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-code-pane.h"
#include "ilv-comparison.h"
#include "ilv-server-controls.h"
#include "ilv-setup.h"
#include "ilv-side-card.h"

G_BEGIN_DECLS

/**
 * IlvConditionsParts:
 * @cards: the sides
 * @setup: tasks, processors and so on
 * @server: the web server
 * @code: the code; set up by the conditions
 *
 * The controls, all unowned; they must outlive the conditions.
 */
typedef struct
{
  IlvSideCard *cards[ILV_N_SIDES];
  IlvSetup *setup;
  IlvServerControls *server;
  IlvCodePane *code;
} IlvConditionsParts;

/* Sets all of them as the lesson has it. */
void ilv_conditions_parts_show (const IlvConditionsParts *self, IlvComparison *comparison);

/* (transfer full): all that can be set, as it is set now; a dictionary. */
GVariant *ilv_conditions_parts_save (const IlvConditionsParts *self, IlvComparison *comparison);

/* Sets what @saved names and what makes sense; the rest stays as it is. */
void ilv_conditions_parts_restore (const IlvConditionsParts *self, GVariant *saved);

G_END_DECLS
