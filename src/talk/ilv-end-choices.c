/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-end-choices.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define NS_PER_MS 1e6
#define MS_PER_S 1e3

static void
choice_free (IlvChoice *choice)
{
  g_free (choice->text);
  g_free (choice->explanation);
  g_free (choice);
}

static void
take_choice (GPtrArray *choices, char *text, double from_ns, double to_ns)
{
  IlvChoice *choice = g_new0 (IlvChoice, 1);

  choice->text = text;
  choice->from = from_ns;
  choice->to = to_ns;
  choice->explanation = g_strdup ("");
  g_ptr_array_add (choices, choice);
}

/* In two digits, since nobody in a room guesses more exactly. */
static char *
format_time (double time_ns)
{
  double value = time_ns / NS_PER_MS;
  double unit = pow (10, floor (log10 (value)) - 1);
  int n_decimals;

  value = round (value / unit) * unit;
  if (value < MS_PER_S)
    {
      n_decimals = value < 1 ? 2 : value < 10 ? 1 : 0;
      /* Translators: a time in milliseconds */
      return g_strdup_printf (_("%.*f ms"), n_decimals, value);
    }
  value /= MS_PER_S;
  n_decimals = value < 10 && fabs (value - round (value)) > 0.05 ? 1 : 0;
  /* Translators: a time in seconds */
  return g_strdup_printf (_("%.*f s"), n_decimals, value);
}

static void
add_shares (GPtrArray *choices, double sequential_ns, guint n_at_once, gboolean is_guess)
{
  double least = sequential_ns / n_at_once, step = (sequential_ns - least) / 2;
  double from_ns = -INFINITY;

  if (is_guess)
    {
      g_autofree char *time = format_time (least - step / 2);

      /* Translators: an answer to how long it will take; %s is a time, such as “450 ms” */
      take_choice (choices, g_strdup_printf (_("Less than %s"), time), -INFINITY, least - step / 2);
      from_ns = least - step / 2;
    }
  for (guint i = 0; i < 3; i++)
    {
      double about_ns = least + i * step;
      g_autofree char *time = format_time (about_ns);

      /* Translators: an answer to how long it will take; %s is a time, such as “400 ms” */
      take_choice (choices, g_strdup_printf (_("About %s"), time), from_ns, about_ns + step / 2);
      from_ns = about_ns + step / 2;
    }
  /* Translators: an answer to how long it will take, after “About 800 ms” */
  take_choice (choices, g_strdup (_("Longer")), from_ns, INFINITY);
}

static void
add_powers (GPtrArray *choices)
{
  take_choice (choices, g_strdup (_("Less than 100 ms")), -INFINITY, 1e8);
  take_choice (choices, g_strdup (_("From 100 ms to 1 s")), 1e8, 1e9);
  take_choice (choices, g_strdup (_("From 1 s to 10 s")), 1e9, 1e10);
  take_choice (choices, g_strdup (_("Longer")), 1e10, INFINITY);
}

GPtrArray *
ilv_end_choices_new (gint64 sequential_ns, guint n_at_once, gboolean is_guess)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);

  g_return_val_if_fail (n_at_once >= 1, choices);

  /* Where nothing can run at once there still has to be something to choose from. */
  if (sequential_ns > 0)
    add_shares (choices, (double) sequential_ns, MAX (n_at_once, 2), is_guess);
  else
    add_powers (choices);
  return choices;
}
