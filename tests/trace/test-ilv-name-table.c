/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-name-table.h"

#include <string.h>

static void
test_once (void)
{
  IlvNameTable table;

  ilv_name_table_init (&table);
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 20000; i++)
      {
        g_autofree char *text = g_strdup_printf ("name %u", i);

        g_assert_cmpuint (ilv_name_table_add (&table, text, strlen (text)), ==, i);
      }
  g_assert_cmpuint (ilv_name_table_get_size (&table), ==, 20000);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup_printf ("name %u", i);
      g_autofree char *found = ilv_name_table_dup (&table, i);

      g_assert_cmpstr (found, ==, text);
    }
  ilv_name_table_clear (&table);
}

static void
test_bytes (void)
{
  IlvNameTable table;
  g_autofree char *valid = NULL;
  g_autofree char *none = NULL;
  gsize length;

  ilv_name_table_init (&table);
  g_assert_cmpuint (ilv_name_table_add (&table, "", 0), ==, 0);
  g_assert_cmpuint (ilv_name_table_add (&table, "\xff\0a", 3), ==, 1);
  g_assert_cmpuint (ilv_name_table_add (&table, "\xff", 1), ==, 2);
  g_assert_cmpmem (ilv_name_table_get (&table, 1, &length), length, "\xff\0a", 3);
  valid = ilv_name_table_dup (&table, 1);
  g_assert_cmpstr (valid, ==, "\xef\xbf\xbd\xef\xbf\xbd" "a");
  none = ilv_name_table_dup (&table, ILV_NO_NAME);
  g_assert_cmpstr (none, ==, "");
  ilv_name_table_clear (&table);
  ilv_name_table_clear (&table);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/name-table/once", test_once);
  g_test_add_func ("/trace/name-table/bytes", test_bytes);

  return g_test_run ();
}
