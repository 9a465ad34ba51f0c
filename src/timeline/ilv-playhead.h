/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ILV_TYPE_PLAYHEAD (ilv_playhead_get_type ())

/**
 * IlvPlayhead:
 *
 * The position of the replay, shared by all views of a comparison.
 *
 * Properties (all notify only on a change): `position-ns` (gint64; -1 when there is nothing to
 * replay), `end-ns`, `rate` (1 is real time, 0.01 a hundredth), `playing`. No GTK: whoever owns a
 * frame clock calls ilv_playhead_advance(). For one thread.
 */
G_DECLARE_FINAL_TYPE (IlvPlayhead, ilv_playhead, ILV, PLAYHEAD, GObject)

IlvPlayhead *ilv_playhead_new (void);

gint64 ilv_playhead_get_position_ns (IlvPlayhead *self);

/* Cut into 0 … end. */
void ilv_playhead_set_position_ns (IlvPlayhead *self, gint64 position_ns);
gint64 ilv_playhead_get_end_ns (IlvPlayhead *self);

/* The end of what can be replayed; 0 for nothing, which also stops and resets the position to -1.
 * The first end that is set puts the position to 0. */
void ilv_playhead_set_end_ns (IlvPlayhead *self, gint64 end_ns);
double ilv_playhead_get_rate (IlvPlayhead *self);
void ilv_playhead_set_rate (IlvPlayhead *self, double rate);
gboolean ilv_playhead_is_playing (IlvPlayhead *self);

/* Playing from the end starts again at 0. */
void ilv_playhead_set_playing (IlvPlayhead *self, gboolean playing);

/* Moves on by @elapsed_ns of real time times the rate; stops at the end. */
void ilv_playhead_advance (IlvPlayhead *self, gint64 elapsed_ns);

G_END_DECLS
