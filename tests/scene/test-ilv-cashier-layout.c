/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-cashier-layout.h"

static void
place (IlvCashierLayout *layout,
       float width,
       float height,
       guint n_lines,
       guint n_cashiers,
       guint longest)
{
  ilv_cashier_layout_place (layout, width, height, 20, ILV_CASHIER_TEXT_HEIGHT, n_lines, n_cashiers,
                            longest);
}

/* Everything is inside and nobody stands in somebody else's place, in shops of every size. */
static void
test_inside (void)
{
  for (guint n_lines = 1; n_lines <= 6; n_lines++)
    for (guint n_cashiers = 1; n_cashiers <= 16; n_cashiers++)
      for (float width = 300; width <= 1200; width += 180)
        {
          int minimum;
          int height =
            ilv_cashier_layout_measure (n_lines, n_cashiers, ILV_CASHIER_TEXT_HEIGHT, &minimum) +
            20;
          IlvCashierLayout layout;
          float x, y, last_x = width;

          place (&layout, width, height, n_lines, n_cashiers, 20);
          g_assert_cmpint (minimum, <=, height);
          g_assert_cmpuint (layout.capacity, >=, 1);
          for (guint i = 0; i < n_cashiers; i++)
            {
              ilv_cashier_layout_get_counter (&layout, i, &x, &y);
              g_assert_cmpfloat (x, >, layout.head_x);
              g_assert_cmpfloat (x + layout.counter_size, <=, width);
              g_assert_cmpfloat (y, >=, -1);
              g_assert_cmpfloat (y + layout.counter_size + ILV_CASHIER_TEXT_HEIGHT, <=, height);
            }
          for (guint i = 0; i < layout.capacity; i++)
            {
              ilv_cashier_layout_get_place (&layout, n_lines - 1, i, &x, &y);
              g_assert_cmpfloat (x, >=, layout.scale * ILV_CASHIER_PERSON_WIDTH / 2);
              g_assert_cmpfloat (last_x - x, >=, layout.scale * ILV_CASHIER_PERSON_WIDTH);
              g_assert_cmpfloat (y, <=, height - 20);
              last_x = x;
            }
        }
}

/* One line and one cashier are at one height. */
static void
test_beside (void)
{
  IlvCashierLayout layout;
  float line_y, counter_y, x;

  place (&layout, 500, 220, 2, 2, 7);
  for (guint i = 0; i < 2; i++)
    {
      ilv_cashier_layout_get_place (&layout, i, 0, &x, &line_y);
      ilv_cashier_layout_get_counter (&layout, i, &x, &counter_y);
      g_assert_cmpfloat (line_y, >, counter_y);
      g_assert_cmpfloat (line_y, <, counter_y + layout.counter_size + ILV_CASHIER_TEXT_HEIGHT);
    }
}

static void
test_customer (void)
{
  IlvCashierLayout layout;
  IlvCustomer customer = { .state = ILV_STATE_READY, .index = 2 };
  float x, y, opacity, place_x, place_y, served_x, served_y;

  place (&layout, 600, 220, 2, 1, 7);
  ilv_cashier_layout_get_place (&layout, 1, 2, &place_x, &place_y);
  ilv_cashier_layout_get_customer (&layout, &customer, 1, &x, &y, &opacity);
  g_assert_cmpfloat (x, ==, place_x);
  g_assert_cmpfloat (y, ==, place_y);
  g_assert_cmpfloat (opacity, ==, 1);

  customer.away = 1;
  ilv_cashier_layout_get_customer (&layout, &customer, 1, &served_x, &served_y, &opacity);
  g_assert_cmpfloat (served_x, >, layout.head_x);
  g_assert_cmpfloat (opacity, ==, 1);

  /* Half of the way is half of the way, whatever is between. */
  customer.away = 0.5;
  ilv_cashier_layout_get_customer (&layout, &customer, 1, &x, &y, &opacity);
  g_assert_cmpfloat_with_epsilon (x, (place_x + served_x) / 2, 0.01);
  g_assert_cmpfloat_with_epsilon (y, (place_y + served_y) / 2, 0.01);

  customer.away = 1;
  customer.gone = 1;
  ilv_cashier_layout_get_customer (&layout, &customer, 1, &x, &y, &opacity);
  g_assert_cmpfloat (opacity, ==, 0);
}

static void
test_crowd (void)
{
  IlvCashierLayout layout;
  IlvCustomer customer = { .state = ILV_STATE_READY, .index = 19 };
  float x, y, opacity;

  place (&layout, 320, 200, 2, 1, 20);
  g_assert_cmpuint (layout.capacity, <, 20);
  ilv_cashier_layout_get_customer (&layout, &customer, 0, &x, &y, &opacity);
  g_assert_cmpfloat (opacity, ==, 0);

  customer.index = layout.capacity - 1;
  ilv_cashier_layout_get_customer (&layout, &customer, 0, &x, &y, &opacity);
  g_assert_cmpfloat (opacity, ==, 1);
  g_assert_cmpfloat (x, ==, layout.tail_x);
}

/* Text of twice the size makes people of twice the size. */
static void
test_large_text (void)
{
  IlvCashierLayout small, large;

  ilv_cashier_layout_place (&small, 500, 220, 0, ILV_CASHIER_TEXT_HEIGHT, 2, 2, 7);
  ilv_cashier_layout_place (&large, 1000, 440, 0, 2 * ILV_CASHIER_TEXT_HEIGHT, 2, 2, 7);
  g_assert_cmpfloat_with_epsilon (large.scale, 2 * small.scale, 0.15);
  g_assert_cmpfloat_with_epsilon (large.counter_size, 2 * small.counter_size, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/cashier-layout/inside", test_inside);
  g_test_add_func ("/scene/cashier-layout/beside", test_beside);
  g_test_add_func ("/scene/cashier-layout/customer", test_customer);
  g_test_add_func ("/scene/cashier-layout/crowd", test_crowd);
  g_test_add_func ("/scene/cashier-layout/large-text", test_large_text);

  return g_test_run ();
}
