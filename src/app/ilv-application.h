/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ILV_TYPE_APPLICATION (ilv_application_get_type ())

/**
 * IlvApplication:
 *
 * The application: one window, the actions that are not of a window, and the keys of all of them.
 * Its command line takes the id of a lesson to open.
 */
G_DECLARE_FINAL_TYPE (IlvApplication, ilv_application, ILV, APPLICATION, AdwApplication)

IlvApplication *ilv_application_new (void);

G_END_DECLS
