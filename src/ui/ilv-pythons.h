/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_TYPE_PYTHONS (ilv_pythons_get_type ())

/**
 * IlvPythons:
 *
 * The Python interpreters of this machine, looked for once for all of a window: when they are first
 * asked for, and again when the setting "python-interpreters" changes.
 *
 * Property, read only, notifies on change: `searching` (boolean): whether it looks for them now.
 */
G_DECLARE_FINAL_TYPE (IlvPythons, ilv_pythons, ILV, PYTHONS, GObject)

/* @settings: (nullable): where its key "python-interpreters" names more of them. */
IlvPythons *ilv_pythons_new (GSettings *settings);

/* (transfer none): the interpreters, of #IlvPython, newest first: always the same list, whose items
 * change when a search ends. */
GListModel *ilv_pythons_get_model (IlvPythons *self);

gboolean ilv_pythons_is_searching (IlvPythons *self);

G_END_DECLS
