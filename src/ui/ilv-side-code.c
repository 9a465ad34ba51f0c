/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-side-code.h"

#include <glib/gi18n.h>

#include "ilv-piece-list.h"
#include "ilv-python-source.h"

static IlvStrategy
get_strategy (IlvComparison *comparison, guint side)
{
  return side == 0 ? ilv_comparison_get_left (comparison) : ilv_comparison_get_right (comparison);
}

/* The side of the lesson that has code for that strategy: the same one, or else the other; -1 for none.
 */
static int
find_lesson_side (IlvComparison *planned, guint side, IlvStrategy strategy)
{
  for (guint i = 0; i < 2; i++)
    {
      guint candidate = i == 0 ? side : 1 - side;

      if (get_strategy (planned, candidate) == strategy
          && ilv_comparison_get_code (planned, candidate) != NULL)
        return candidate;
    }
  return -1;
}

static void
read_lesson (IlvSideCode *self, IlvComparison *planned, guint side, IlvStrategy strategy)
{
  const char *code = ilv_comparison_get_code (planned, side);

  self->name = g_strdup (ilv_comparison_get_code_name (planned, side));
  if (strategy != ILV_STRATEGY_GIO)
    {
      self->text = g_strdup (code);
      return;
    }
  self->piece = g_strdup (code);
  self->text = ilv_piece_dup_code (code);
}

/* Where the lesson has no code of its own. */
static void
make_of_workload (IlvSideCode *self, IlvWorkload *workload, IlvStrategy strategy)
{
  g_autofree char *obstacle = ilv_workload_describe_obstacle (workload, strategy);

  if (!ilv_strategy_is_python (strategy) || obstacle != NULL)
    return;
  self->text = ilv_python_source_new (workload, strategy);
  /* Translators: what stands above code, in place of a file's name. */
  self->name = g_strdup (_ ("made of the tasks"));
}

gboolean
ilv_side_code_find (IlvSideCode *self,
                    IlvComparison *comparison,
                    IlvComparison *planned,
                    IlvWorkload *workload,
                    guint side,
                    IlvStrategy strategy)
{
  int lesson_side;

  ilv_side_code_clear (self);
  if (!ilv_strategy_has_code (strategy))
    return FALSE;
  lesson_side = find_lesson_side (planned, side, strategy);
  if (lesson_side >= 0)
    read_lesson (self, planned, lesson_side, strategy);
  else
    make_of_workload (self, workload, strategy);
  if (self->text == NULL)
    return FALSE;
  self->from_lesson = lesson_side >= 0;
  self->language = strategy == ILV_STRATEGY_GIO ? "c" : "python3";
  self->key = g_strdup_printf ("%s-%s%s", side == 0 ? "left" : "right",
                               ilv_strategy_to_string (strategy),
                               planned != comparison ? "-broken" : "");
  return TRUE;
}

void
ilv_side_code_clear (IlvSideCode *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->piece, g_free);
  g_clear_pointer (&self->key, g_free);
}
