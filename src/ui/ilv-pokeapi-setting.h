/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-workload.h"

G_BEGIN_DECLS

/* Whether the real pokeapi.co is asked instead of the embedded server, as the program's settings say. */
#define ILV_POKEAPI_SETTING "use-pokeapi"

/* Whether @settings (nullable) have it at all. */
gboolean ilv_pokeapi_setting_is_there (GSettings *settings);

/* Whether it is set in @settings (nullable) and @workload asks for what pokeapi.co has too. */
gboolean ilv_pokeapi_setting_applies (GSettings *settings, IlvWorkload *workload);

G_END_DECLS
