/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the tests of the room. */

#pragma once

#include "ilv-web-server.h"
#include "ilv-world.h"

G_BEGIN_DECLS

/* (nullable) (transfer full): the embedded server of an open world, to be made faulty. */
IlvWebServer *ilv_world_ref_server (IlvWorld *self);

/* How long an answer of the embedded server may take, from the next opening on. */
void ilv_world_set_answer_limit (IlvWorld *self, gint64 limit_ns);

/* Whom to take for pokeapi.co. */
void ilv_world_set_poke_api_address (IlvWorld *self, const char *address);

G_END_DECLS
