/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

/* The group's name, in the windows of a presentation. */
#define ILV_PRESENTER_ACTIONS_GROUP "present"

#define ILV_TYPE_PRESENTER_ACTIONS (ilv_presenter_actions_get_type ())

/**
 * IlvPresenterActions:
 *
 * All that a presenter can do, as actions: one for each line of ilv_presenter_keys_get(), `end`, and
 * `restart-timer`. They are enabled while they would do something. What is on or off has a state:
 * `black`, `white`, `freeze`, `pointer`, `magnify`, `overview` and `pause`.
 */
G_DECLARE_FINAL_TYPE (
  IlvPresenterActions, ilv_presenter_actions, ILV, PRESENTER_ACTIONS, GSimpleActionGroup)

/* They follow @presentation, and keep it. */
IlvPresenterActions *ilv_presenter_actions_new (IlvPresentation *presentation);

G_END_DECLS
