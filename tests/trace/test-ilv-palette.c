/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-palette.h"

#include "colour-sight.h"

#define MIN_CONTRAST 4.5         /* WCAG 2, success criterion 1.4.3 */
#define MIN_GRAPHICS_CONTRAST 3. /* WCAG 2, success criterion 1.4.11 */

/* ΔE in CIE Lab (1976) of any two colours. */
static const double min_differences[] = {
  [ILV_PALETTE_STANDARD] = ILV_PALETTE_MIN_DIFFERENCE,
  [ILV_PALETTE_OKABE_ITO] = 16, /* their own */
};

/* The grounds of lanes that are nearest to the colours: high contrast makes them grey. What themes
 * really have, tests/ui/test-contrast.c looks up. */
static const IlvColour grounds[] = { { 0xdc, 0xdc, 0xdc }, { 0x4e, 0x4e, 0x4e } };

/* The measures themselves, on values that are known. */
static void
test_measures (void)
{
  IlvColour white = { 255, 255, 255 };
  IlvColour black = { 0, 0, 0 };
  IlvColour red = { 255, 0, 0 };
  double lab[3];

  g_assert_cmpfloat_with_epsilon (colour_get_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (colour_get_contrast (red, white), 3.998, 1e-3);
  g_assert_cmpfloat_with_epsilon (colour_get_difference (white, black, colour_visions[0]), 100, 1e-3);
  colour_to_lab (red, colour_visions[0], lab);
  g_assert_cmpfloat_with_epsilon (lab[0], 53.24, 0.01);
  g_assert_cmpfloat_with_epsilon (lab[1], 80.09, 0.01);
  g_assert_cmpfloat_with_epsilon (lab[2], 67.20, 0.01);
}

static const char *
get_kind_name (void)
{
  /* Only one of them has a colour that is wholly black. */
  return ilv_palette_get_colour (7, FALSE).red == 0 ? "Okabe and Ito" : "standard";
}

/* Calls for each palette, light and dark. */
static void
for_each_palette (void (*check) (gboolean dark, double min_difference))
{
  for (guint kind = 0; kind < G_N_ELEMENTS (min_differences); kind++)
    {
      ilv_palette_set_kind (kind);
      check (FALSE, min_differences[kind]);
      check (TRUE, min_differences[kind]);
    }
  ilv_palette_set_kind (ILV_PALETTE_STANDARD);
}

static void
check_text (gboolean dark, double min_difference G_GNUC_UNUSED)
{
  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    {
      IlvColour text = ilv_palette_get_text_colour (i, dark);

      g_assert_true (text.red == 0 || text.red == 255);
      g_assert_true (text.green == text.red && text.blue == text.red);
      g_assert_cmpfloat (colour_get_contrast (text, ilv_palette_get_colour (i, dark)), >=,
                         MIN_CONTRAST);
    }
}

static void
test_text_contrast (void)
{
  for_each_palette (check_text);
}

static void
check_lines (gboolean dark, double min_difference G_GNUC_UNUSED)
{
  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    {
      double contrast
        = colour_get_contrast (ilv_palette_get_line_colour (i, dark), grounds[dark ? 1 : 0]);

      if (contrast < MIN_GRAPHICS_CONTRAST)
        g_error ("%s, dark %d: the line of colour %u has a contrast of %.2f only", get_kind_name (), dark,
                 i, contrast);
    }
}

static void
test_line_contrast (void)
{
  for_each_palette (check_lines);
}

static void
check_differences (gboolean dark, double min_difference)
{
  for (guint vision = 0; vision < G_N_ELEMENTS (colour_visions); vision++)
    {
      double least = G_MAXDOUBLE;

      for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
        for (guint j = 0; j < i; j++)
          {
            double difference
              = colour_get_difference (ilv_palette_get_colour (i, dark),
                                       ilv_palette_get_colour (j, dark), colour_visions[vision]);

            least = MIN (least, difference);
            if (difference < min_difference)
              g_error ("%s, %s, dark %d: colours %u and %u differ by %.1f only", get_kind_name (),
                       colour_vision_names[vision], dark, i, j, difference);
          }
      g_test_message ("%s, %s, %s: any two differ by %.1f or more", get_kind_name (),
                      dark ? "dark" : "light", colour_vision_names[vision], least);
    }
}

static void
test_colour_vision (void)
{
  for_each_palette (check_differences);
}

/* The standard palette's colours are seen as they are; they need no line. */
static void
test_standard_is_seen (void)
{
  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
      g_assert_true (ilv_colour_equal (ilv_palette_get_colour (i, dark),
                                       ilv_palette_get_line_colour (i, dark)));
}

static void
test_index (void)
{
  g_assert_cmpuint (ilv_palette_get_index (0), ==, 0);
  g_assert_cmpuint (ilv_palette_get_index (7), ==, 7);
  g_assert_cmpuint (ilv_palette_get_index (8), ==, 0);
  g_assert_cmpuint (ilv_palette_get_index (1001), ==, 1);
}

static void
test_kinds (void)
{
  ilv_palette_set_kind (ILV_PALETTE_OKABE_ITO);
  g_assert_cmpuint (ilv_palette_get_colour (0, FALSE).red, ==, 0x56);
  ilv_palette_set_kind (ILV_PALETTE_STANDARD);
  g_assert_cmpuint (ilv_palette_get_colour (0, FALSE).red, ==, 0x1c);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/palette/measures", test_measures);
  g_test_add_func ("/trace/palette/text-contrast", test_text_contrast);
  g_test_add_func ("/trace/palette/line-contrast", test_line_contrast);
  g_test_add_func ("/trace/palette/colour-vision", test_colour_vision);
  g_test_add_func ("/trace/palette/standard-is-seen", test_standard_is_seen);
  g_test_add_func ("/trace/palette/index", test_index);
  g_test_add_func ("/trace/palette/kinds", test_kinds);

  return g_test_run ();
}
