/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-scene-widget.h"

G_BEGIN_DECLS

#define ILV_TYPE_CASHIER_SCENE (ilv_cashier_scene_get_type ())

/**
 * IlvCashierScene:
 *
 * Customers who stand in lines, one for each letter of the tasks' names, and the cashiers who serve
 * them: the tasks and the processors (or workers, where processors are not known) of a run at the
 * playhead.
 */
G_DECLARE_FINAL_TYPE (IlvCashierScene, ilv_cashier_scene, ILV, CASHIER_SCENE, IlvSceneWidget)

GtkWidget *ilv_cashier_scene_new (void);

G_END_DECLS
