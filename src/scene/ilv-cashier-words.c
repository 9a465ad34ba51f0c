/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-cashier-words.h"

#include <glib/gi18n-lib.h>

/* The names that are said of those who wait. */
#define MAX_SPOKEN 8

static guint
count_in_state (IlvCashierStory *story, const IlvCustomer *customers, IlvState state)
{
  guint n_found = 0;

  for (guint i = 0; i < ilv_cashier_story_get_n_customers (story); i++)
    n_found += customers[i].state == state;

  return n_found;
}

static void
describe_served (IlvCashierStory *story, const IlvCustomer *customers, GString *text)
{
  for (guint i = 0; i < ilv_cashier_story_get_n_customers (story); i++)
    {
      if (customers[i].state != ILV_STATE_RUNNING)
        continue;

      /* Translators: a cashier ("Core 0") and the customer ("A3") who is being served there. */
      g_string_append_printf (text, _ ("%s serves %s. "),
                              ilv_cashier_story_get_cashier_name (story, customers[i].cashier),
                              ilv_cashier_story_get_name (story, i));
    }
}

static int
compare_index (gconstpointer a, gconstpointer b, gpointer data)
{
  const IlvCustomer *customers = data;
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;
  double difference = customers[left].index - customers[right].index;

  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return (left > right) - (left < right);
}

void
ilv_cashier_words_sort (GArray *order, const IlvCustomer *customers)
{
  g_return_if_fail (order != NULL);

  g_array_sort_with_data (order, compare_index, (gpointer) customers);
}

/* Who waits, those in front first. */
static void
describe_lines (IlvCashierStory *story, const IlvCustomer *customers, GString *text)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ilv_cashier_story_get_n_customers (story); i++)
    if (customers[i].state != ILV_STATE_RUNNING && customers[i].state != ILV_STATE_ENDED)
      g_array_append_val (waiting, i);
  if (waiting->len == 0)
    return;

  ilv_cashier_words_sort (waiting, customers);
  for (guint i = 0; i < MIN (waiting->len, MAX_SPOKEN); i++)
    g_string_append_printf (names, i > 0 ? ", %s" : "%s",
                            ilv_cashier_story_get_name (story, g_array_index (waiting, guint, i)));

  if (waiting->len > MAX_SPOKEN)
    /* Translators: %1$s are names, %2$u says how many there are besides them. */
    g_string_append_printf (text, _ ("In the lines: %1$s and %2$u more. "), names->str,
                            waiting->len - MAX_SPOKEN);
  else
    /* Translators: %s are names, those in front first. */
    g_string_append_printf (text, _ ("In the lines: %s. "), names->str);
}

char *
ilv_cashier_words_count (IlvCashierStory *story, const IlvCustomer *customers)
{
  g_return_val_if_fail (story != NULL, NULL);

  /* Translators: how many customers were served and have gone, of how many. */
  return g_strdup_printf (_ ("%1$u of %2$u served"),
                          count_in_state (story, customers, ILV_STATE_ENDED),
                          ilv_cashier_story_get_n_customers (story));
}

char *
ilv_cashier_words_describe (IlvCashierStory *story, const IlvCustomer *customers)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *served = NULL;

  g_return_val_if_fail (story != NULL, NULL);

  describe_served (story, customers, text);
  describe_lines (story, customers, text);
  served = ilv_cashier_words_count (story, customers);
  /* Translators: ends the sentence "5 of 14 served". */
  g_string_append_printf (text, _ ("%s."), served);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
