/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work that has time until nothing else is to be done, such as making the next slide ready while the room looks
 * at this one. It is done one piece at a time, with a frame of each window between two, so that a key is never
 * kept waiting by more than one piece. Main thread only. */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef void (*IlvSpareTimeFunc) (gpointer owner);

/* Calls @work once with @owner, which stays unowned, after all that was added before. Where that waits already,
 * nothing is added. */
void ilv_spare_time_add (gpointer owner, IlvSpareTimeFunc work);

/* Forgets all that @owner has added. Whoever has added something calls this when it is disposed. */
void ilv_spare_time_remove (gpointer owner);

G_END_DECLS
