/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-strategy.h"

G_BEGIN_DECLS

#define ILV_TYPE_TRUST (ilv_trust_get_type ())

/**
 * IlvTrust:
 *
 * Which code of lessons may run. A lesson pack can come from anybody, and its Python can do whatever the
 * person can; so #IlvPythonRunner runs nothing that is not agreed here: %ILV_PYTHON_ERROR_NOT_AGREED. Code
 * is known by the SHA-256 of its text, so that a script that was changed is asked for anew.
 *
 * Agreed from the start are the scripts of the program's own course, which are in its resources. What the
 * program makes of a workload needs no agreement.
 *
 * For any thread.
 */
G_DECLARE_FINAL_TYPE (IlvTrust, ilv_trust, ILV, TRUST, GObject)

/* (transfer none): what this person has agreed to, in $XDG_DATA_HOME/interleave/agreed.ini. */
IlvTrust *ilv_trust_get_default (void);

/* Loads @file, or begins with nothing agreed where there is none or it cannot be read. */
IlvTrust *ilv_trust_new (GFile *file);

gboolean ilv_trust_is_agreed (IlvTrust *self, const char *code);

/* Whether @strategy may run with @code (nullable): only Python needs to be agreed to. */
gboolean ilv_trust_lets_run (IlvTrust *self, IlvStrategy strategy, const char *code);

/* Agrees to code for as long as the program runs: what the person has typed, or has agreed to once. */
void ilv_trust_agree_once (IlvTrust *self, const char *code);

/* Agrees to code from now on; @name says for people what it is. On an error, which is one of writing the
 * file, it is agreed for as long as the program runs. */
gboolean ilv_trust_agree (IlvTrust *self, const char *code, const char *name, GError **error);

/* How many pieces of code are agreed to in the file. */
guint ilv_trust_get_n_agreed (IlvTrust *self);

/* Takes back all that was agreed, but for the program's own. */
gboolean ilv_trust_withdraw (IlvTrust *self, GError **error);

G_END_DECLS
