/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-computer-text.h"

#include <glib/gi18n.h>

static gboolean
has_a_core_each (const IlvMachineSample *sample)
{
  return sample->n_cores < 0 || sample->n_cores == (int) sample->processors->len;
}

static guint
count_allowed (const IlvMachineSample *sample)
{
  guint n_allowed = 0;

  for (guint i = 0; i < sample->processors->len; i++)
    n_allowed += g_array_index (sample->processors, IlvProcessorUse, i).is_allowed;
  return n_allowed;
}

static char *
describe_processors (const IlvMachineSample *sample)
{
  guint n_processors = sample->processors->len;

  if (n_processors == 0)
    return g_strdup (_ ("What processors this computer has cannot be read here."));
  if (sample->n_cores == (int) n_processors)
    return g_strdup_printf (
      ngettext ("This computer has %u core.", "This computer has %u cores.", n_processors),
      n_processors);
  if (sample->n_cores < 0)
    return g_strdup_printf (ngettext ("This computer has %u processor.",
                                      "This computer has %u processors.", n_processors),
                            n_processors);
  if (sample->n_cores == 1)
    /* Translators: a core with hyper-threading. */
    return g_strdup_printf (_ ("This computer has 1 core, which works as %u processors."),
                            n_processors);
  /* Translators: cores with hyper-threading: the first number is that of cores. */
  return g_strdup_printf (_ ("This computer has %d cores, which work as %u processors."),
                          sample->n_cores, n_processors);
}

char *
ilv_computer_text_describe_machine (const IlvMachineSample *sample)
{
  g_autofree char *processors = describe_processors (sample);
  guint n_allowed = count_allowed (sample);
  g_autofree char *allowed = NULL;

  if (n_allowed == sample->processors->len || n_allowed == 0)
    return g_steal_pointer (&processors);
  allowed = g_strdup_printf (
    ngettext ("Interleave may use %u of them.", "Interleave may use %u of them.", n_allowed),
    n_allowed);
  /* Translators: joins two whole sentences. */
  return g_strdup_printf (_ ("%s %s"), processors, allowed);
}

/* How many want a processor beside how many can have one. */
static char *
describe_runnable (const IlvMachineSample *sample)
{
  gint64 n_runnable = sample->n_runnable;
  guint n_processors = sample->processors->len;

  if (n_runnable < 0)
    return g_strdup (_ ("How many of them want a processor cannot be read here."));
  if (n_runnable <= (gint64) n_processors || n_processors == 0)
    return g_strdup_printf (ngettext ("%d of them wants a processor and has one.",
                                      "%d of them want a processor and have one.", n_runnable),
                            (int) n_runnable);
  /* Translators: the first number, of tasks, is larger than the second, of processors. */
  return g_strdup_printf (ngettext ("%d of them want a processor; only %u can have one at a time.",
                                    "%d of them want a processor; only %u can have one at a time.",
                                    n_processors),
                          (int) n_runnable, n_processors);
}

char *
ilv_computer_text_describe_tasks (const IlvMachineSample *sample)
{
  g_autofree char *number = NULL;
  g_autofree char *exist = NULL;
  g_autofree char *runnable = NULL;

  if (sample->n_tasks < 0)
    return g_strdup (_ ("How many tasks there are cannot be read here."));
  number = ilv_computer_text_format_number (sample->n_tasks);
  /* Translators: %s is a number of tasks, such as 412. */
  exist = g_strdup_printf (
    ngettext ("Right now %s task exists.", "Right now %s tasks exist.", sample->n_tasks), number);
  runnable = describe_runnable (sample);
  if (sample->is_sandboxed)
    /* Translators: %1$s and %2$s are whole sentences. A sandbox is what Flatpak runs programs in. */
    return g_strdup_printf (_ ("%1$s %2$s Interleave runs in a sandbox, so it may count them but not see "
                               "what they are."),
                            exist, runnable);
  return g_strdup_printf (_ ("%s %s"), exist, runnable);
}

char *
ilv_computer_text_get_processor_name (const IlvMachineSample *sample, guint index)
{
  const IlvProcessorUse *use;

  g_return_val_if_fail (index < sample->processors->len, NULL);

  use = &g_array_index (sample->processors, IlvProcessorUse, index);
  /* Translators: %d is the system's number of a processor, from 0. */
  return g_strdup_printf (has_a_core_each (sample) ? _ ("Core %d") : _ ("Processor %d"),
                          use->number);
}

char *
ilv_computer_text_format_share (double share)
{
  if (share < 0)
    return g_strdup ("–");
  /* Translators: a percentage. */
  return g_strdup_printf (_ ("%.0f %%"), share * 100);
}

char *
ilv_computer_text_format_number (double number)
{
  if (number < 0)
    return g_strdup ("–");
  return g_strdup_printf ("%'.0f", number);
}

char *
ilv_computer_text_name_own_switches (const IlvMachineSample *sample)
{
  gint64 n_threads = sample->n_own_threads;

  if (n_threads <= 0)
    return g_strdup (_ ("switches a second of Interleave’s threads"));
  return g_strdup_printf (ngettext ("switches a second of Interleave’s %d thread",
                                    "switches a second of Interleave’s %d threads", n_threads),
                          (int) n_threads);
}
