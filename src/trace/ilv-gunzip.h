/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_TYPE_GUNZIP (ilv_gunzip_get_type ())

/**
 * IlvGunzip:
 *
 * A #GConverter that unpacks a gzip file of any number of members (RFC 1952, 2.2), as `cat a.gz b.gz` makes one;
 * #GZlibDecompressor ends with the first. What follows the last member and is none is passed over, as gzip does.
 */
G_DECLARE_FINAL_TYPE (IlvGunzip, ilv_gunzip, ILV, GUNZIP, GObject)

GConverter *ilv_gunzip_new (void);

G_END_DECLS
