/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/* (transfer full): who was sooner, by how much and why, in whole sentences. */
char *ilv_explanation_compare (IlvTrace *left, IlvTrace *right);

G_END_DECLS
