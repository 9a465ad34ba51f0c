/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How colours are seen: contrast, and difference with any colour vision. */

#pragma once

#include <math.h>

#include "ilv-palette.h"

typedef double Matrix[3][3];

/* G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color
 * Vision Deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009; its matrices
 * of severity 1, on linear sRGB. */
static const Matrix colour_visions[] = {
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
static const char *const colour_vision_names[] = { "normal", "protanopia", "deuteranopia", "tritanopia" };

/* sRGB to CIE XYZ, white D65. */
static const Matrix to_xyz = {
  { 0.4124564, 0.3575761, 0.1804375 },
  { 0.2126729, 0.7151522, 0.0721750 },
  { 0.0193339, 0.1191920, 0.9503041 },
};

static inline double
colour_to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static inline void
colour_multiply (const Matrix matrix, const double *from, double *to)
{
  for (guint i = 0; i < 3; i++)
    to[i] = matrix[i][0] * from[0] + matrix[i][1] * from[1] + matrix[i][2] * from[2];
}

static inline double
colour_lab_part (double share)
{
  return share > 216.0 / 24389 ? cbrt (share) : share * 841 / 108 + 4.0 / 29;
}

static inline void
colour_to_lab (IlvColour colour, const Matrix vision, double *lab)
{
  double linear[3] = { colour_to_linear (colour.red / 255.0), colour_to_linear (colour.green / 255.0), colour_to_linear (colour.blue / 255.0) };
  double seen[3];
  double xyz[3];
  double parts[3];

  colour_multiply (vision, linear, seen);
  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0, 1);
  colour_multiply (to_xyz, seen, xyz);
  for (guint i = 0; i < 3; i++)
    parts[i] = colour_lab_part (xyz[i] / (to_xyz[i][0] + to_xyz[i][1] + to_xyz[i][2]));
  lab[0] = 116 * parts[1] - 16;
  lab[1] = 500 * (parts[0] - parts[1]);
  lab[2] = 200 * (parts[1] - parts[2]);
}

static inline double
colour_get_difference (IlvColour a, IlvColour b, const Matrix vision)
{
  double left[3];
  double right[3];

  colour_to_lab (a, vision, left);
  colour_to_lab (b, vision, right);
  return sqrt (pow (left[0] - right[0], 2) + pow (left[1] - right[1], 2) +
               pow (left[2] - right[2], 2));
}

/* Relative luminance as WCAG 2 defines it, of parts from 0 to 1. */
static inline double
colour_get_luminance (double red, double green, double blue)
{
  return 0.2126 * colour_to_linear (red) + 0.7152 * colour_to_linear (green)
         + 0.0722 * colour_to_linear (blue);
}

static inline double
colour_get_contrast_of_luminances (double left, double right)
{
  return (MAX (left, right) + 0.05) / (MIN (left, right) + 0.05);
}

static inline double
colour_get_contrast (IlvColour a, IlvColour b)
{
  return colour_get_contrast_of_luminances (
    colour_get_luminance (a.red / 255.0, a.green / 255.0, a.blue / 255.0),
    colour_get_luminance (b.red / 255.0, b.green / 255.0, b.blue / 255.0));
}
