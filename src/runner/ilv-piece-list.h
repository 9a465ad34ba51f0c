/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-piece.h"

G_BEGIN_DECLS

/* The names of all pieces of C, such as "sign-in.c". */
const char *const *ilv_piece_list_names (void);

/* (transfer full) (nullable): the code of a piece; %NULL where there is none of that name. */
char *ilv_piece_dup_code (const char *name);

/* (transfer full) (nullable): why nothing named @name (nullable) can be run, in words for a person;
 * %NULL if it can. */
char *ilv_piece_describe_fault (const char *name);

/* What runs a piece. */
typedef void (*IlvPieceFunc) (IlvPiece *piece);

/* (nullable) */
IlvPieceFunc ilv_piece_find (const char *name);

G_END_DECLS
