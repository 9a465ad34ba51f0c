/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout.h"

G_BEGIN_DECLS

/* Loads @handout, lays it out on the default paper and writes it to @file as PDF, all in a thread
 * that has the handout for itself until then. */
void ilv_handout_saver_save_async (IlvHandout *handout,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* An error names the file. */
gboolean ilv_handout_saver_save_finish (IlvHandout *handout, GAsyncResult *result, GError **error);

G_END_DECLS
