/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "ilv-strategy.h"

G_BEGIN_DECLS

/**
 * IlvProcessorSet:
 *
 * A set of the model's processors, a bit each: so the lowest is found in a few steps. All zero is
 * the empty set.
 */
typedef struct
{
  /*< private >*/
  guint64 words[ILV_MODEL_MAX_PROCESSORS / 64];
} IlvProcessorSet;

static inline void
ilv_processor_set_add (IlvProcessorSet *self, guint processor)
{
  self->words[processor / 64] |= G_GUINT64_CONSTANT (1) << (processor % 64);
}

static inline void
ilv_processor_set_remove (IlvProcessorSet *self, guint processor)
{
  self->words[processor / 64] &= ~(G_GUINT64_CONSTANT (1) << (processor % 64));
}

static inline gboolean
ilv_processor_set_contains (const IlvProcessorSet *self, guint processor)
{
  return (self->words[processor / 64] >> (processor % 64) & 1) != 0;
}

/* The lowest processor in the set, or -1. */
static inline int
ilv_processor_set_get_lowest (const IlvProcessorSet *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->words); i++)
    if (self->words[i] != 0)
      return i * 64 + __builtin_ctzll (self->words[i]);
  return -1;
}

G_END_DECLS
