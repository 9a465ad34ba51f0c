/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-palette.h"

#include <math.h>

#define MIN_CONTRAST 4.5   /* WCAG 2, success criterion 1.4.3 */
#define MIN_DIFFERENCE 24. /* ΔE in CIE Lab; Okabe and Ito's own set has 16 */

typedef double Matrix[3][3];

/* Machado, Oliveira, Fernandes 2009, severity 1; on linear sRGB. */
static const Matrix visions[] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};
static const char *const vision_names[] = { "normal", "protanopia", "deuteranopia", "tritanopia" };

/* sRGB to CIE XYZ, white D65. */
static const Matrix to_xyz = {
  { 0.4124564, 0.3575761, 0.1804375 },
  { 0.2126729, 0.7151522, 0.0721750 },
  { 0.0193339, 0.1191920, 0.9503041 },
};

static double
to_linear (guint8 part)
{
  double value = part / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static void
multiply (const Matrix matrix, const double *from, double *to)
{
  for (guint i = 0; i < 3; i++)
    to[i] = matrix[i][0] * from[0] + matrix[i][1] * from[1] + matrix[i][2] * from[2];
}

static double
lab_part (double share)
{
  return share > 216.0 / 24389 ? cbrt (share) : share * 841 / 108 + 4.0 / 29;
}

static void
to_lab (IlvColour colour, const Matrix vision, double *lab)
{
  double linear[3] = { to_linear (colour.red), to_linear (colour.green), to_linear (colour.blue) };
  double seen[3];
  double xyz[3];
  double parts[3];

  multiply (vision, linear, seen);
  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0, 1);
  multiply (to_xyz, seen, xyz);
  for (guint i = 0; i < 3; i++)
    parts[i] = lab_part (xyz[i] / (to_xyz[i][0] + to_xyz[i][1] + to_xyz[i][2]));
  lab[0] = 116 * parts[1] - 16;
  lab[1] = 500 * (parts[0] - parts[1]);
  lab[2] = 200 * (parts[1] - parts[2]);
}

static double
get_difference (IlvColour a, IlvColour b, const Matrix vision)
{
  double left[3];
  double right[3];

  to_lab (a, vision, left);
  to_lab (b, vision, right);
  return sqrt (pow (left[0] - right[0], 2) + pow (left[1] - right[1], 2) +
               pow (left[2] - right[2], 2));
}

static double
get_contrast (IlvColour a, IlvColour b)
{
  double left =
    0.2126 * to_linear (a.red) + 0.7152 * to_linear (a.green) + 0.0722 * to_linear (a.blue);
  double right =
    0.2126 * to_linear (b.red) + 0.7152 * to_linear (b.green) + 0.0722 * to_linear (b.blue);

  return (MAX (left, right) + 0.05) / (MIN (left, right) + 0.05);
}

/* The measures themselves, on values that are known. */
static void
test_measures (void)
{
  IlvColour white = { 255, 255, 255 };
  IlvColour black = { 0, 0, 0 };
  IlvColour red = { 255, 0, 0 };
  double lab[3];

  g_assert_cmpfloat_with_epsilon (get_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_contrast (red, white), 3.998, 1e-3);
  g_assert_cmpfloat_with_epsilon (get_difference (white, black, visions[0]), 100, 1e-3);
  to_lab (red, visions[0], lab);
  g_assert_cmpfloat_with_epsilon (lab[0], 53.24, 0.01);
  g_assert_cmpfloat_with_epsilon (lab[1], 80.09, 0.01);
  g_assert_cmpfloat_with_epsilon (lab[2], 67.20, 0.01);
}

static void
test_text_contrast (void)
{
  for (guint i = 0; i < 2 * ILV_N_TASK_COLOURS; i++)
    {
      gboolean dark = i >= ILV_N_TASK_COLOURS;
      guint index = ilv_palette_get_index (i);
      IlvColour text = ilv_palette_get_text_colour (index, dark);

      g_assert_true (text.red == 0 || text.red == 255);
      g_assert_true (text.green == text.red && text.blue == text.red);
      g_assert_cmpfloat (get_contrast (text, ilv_palette_get_colour (index, dark)), >=,
                         MIN_CONTRAST);
    }
}

static void
test_colour_vision (void)
{
  for (guint dark = 0; dark < 2; dark++)
    for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
      for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
        for (guint j = 0; j < i; j++)
          {
            double difference = get_difference (ilv_palette_get_colour (i, dark),
                                                ilv_palette_get_colour (j, dark), visions[vision]);

            if (difference < MIN_DIFFERENCE)
              g_error ("%s, dark %u: colours %u and %u differ by %.1f only", vision_names[vision],
                       dark, i, j, difference);
          }
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
test_okabe_ito (void)
{
  ilv_palette_set_kind (ILV_PALETTE_OKABE_ITO);
  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    for (guint dark = 0; dark < 2; dark++)
      g_assert_cmpfloat (get_contrast (ilv_palette_get_text_colour (i, dark),
                                       ilv_palette_get_colour (i, dark)),
                         >=, 4.5);
  g_assert_cmpuint (ilv_palette_get_colour (0, FALSE).red, ==, 0x56);
  ilv_palette_set_kind (ILV_PALETTE_STANDARD);
  g_assert_cmpuint (ilv_palette_get_colour (0, FALSE).red, ==, 0x35);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/palette/measures", test_measures);
  g_test_add_func ("/trace/palette/text-contrast", test_text_contrast);
  g_test_add_func ("/trace/palette/colour-vision", test_colour_vision);
  g_test_add_func ("/trace/palette/index", test_index);

  g_test_add_func ("/trace/palette/okabe-ito", test_okabe_ito);
  return g_test_run ();
}
