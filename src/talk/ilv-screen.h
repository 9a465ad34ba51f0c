/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The number of no screen. */
#define ILV_SCREEN_NONE G_MAXUINT

#define ILV_TYPE_SCREEN (ilv_screen_get_type ())

/**
 * IlvScreen:
 * @connector: (nullable): what it is plugged into, such as "HDMI-1"
 * @manufacturer: (nullable): who made it
 * @model: (nullable): which of its maker's models it is; under X that is the connector again
 * @x: the left of what it shows of the desktop, in the desktop's pixels
 * @y: the top of it
 * @width: how wide that is
 * @height: how high that is
 * @built_in: whether it is part of the computer, by its connector
 *
 * A screen as the desktop knows it. Immutable; a list of screens is a #GPtrArray that owns them.
 */
typedef struct
{
  char *connector;
  char *manufacturer;
  char *model;
  int x;
  int y;
  int width;
  int height;
  gboolean built_in;
} IlvScreen;

GType ilv_screen_get_type (void);

IlvScreen *ilv_screen_new (const char *connector,
                           const char *manufacturer,
                           const char *model,
                           int x,
                           int y,
                           int width,
                           int height);

/* @self: (nullable). */
IlvScreen *ilv_screen_copy (const IlvScreen *self);
void ilv_screen_free (IlvScreen *self);

/* Whether all is the same. */
gboolean ilv_screen_equal (const IlvScreen *self, const IlvScreen *other);

/* Whether it has that connector and that model, wherever it stands. */
gboolean ilv_screen_is_named (const IlvScreen *self, const char *connector, const char *model);

/* Whether they show some of the same, as a projector does that mirrors the laptop. */
gboolean ilv_screen_overlaps (const IlvScreen *self, const IlvScreen *other);

/* (transfer full): an empty list of screens. */
GPtrArray *ilv_screen_list_new (void);

/* (transfer full): a list of copies. */
GPtrArray *ilv_screen_list_copy (GPtrArray *screens);
gboolean ilv_screen_list_equal (GPtrArray *screens, GPtrArray *others);

/* The number of the screen of that connector and model; %ILV_SCREEN_NONE if there is none. */
guint ilv_screen_list_find (GPtrArray *screens, const char *connector, const char *model);

/* The number of the screen that is @screen, or is it again: of the same maker and model, and not in
 * @before, which are the screens that there were before. One that was pulled out and comes back may
 * have another connector. %ILV_SCREEN_NONE if there is none. */
guint ilv_screen_list_find_again (GPtrArray *screens, const IlvScreen *screen, GPtrArray *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvScreen, ilv_screen_free)

G_END_DECLS
