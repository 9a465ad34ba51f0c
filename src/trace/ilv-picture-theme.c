/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-picture-theme.h"

static const IlvPictureTheme themes[2][2] = {
  {
    {
      .ground = { 0xff, 0xff, 0xff },
      .lane = { ILV_PALETTE_LANE_SHADE, ILV_PALETTE_LANE_SHADE, ILV_PALETTE_LANE_SHADE },
      .grid = { 0xde, 0xdd, 0xda },
      .text = { 0x3d, 0x38, 0x46 },
      .strong = { 0x24, 0x1f, 0x31 },
      .dim = { 0x5e, 0x5c, 0x64 },
      .end = { 0x1f, 0x8a, 0x5b },
    },
    {
      .high_contrast = TRUE,
      .ground = { 0xff, 0xff, 0xff },
      .lane = { 0xeb, 0xeb, 0xeb },
      .grid = { 0x99, 0x99, 0x99 },
      .text = { 0x00, 0x00, 0x00 },
      .strong = { 0x00, 0x00, 0x00 },
      .dim = { 0x00, 0x00, 0x00 },
      .end = { 0x1f, 0x8a, 0x5b },
    },
  },
  {
    {
      .dark = TRUE,
      .ground = { 0x24, 0x24, 0x24 },
      .lane = { 0x36, 0x36, 0x36 },
      .grid = { 0x45, 0x45, 0x45 },
      .text = { 0xde, 0xdd, 0xda },
      .strong = { 0xff, 0xff, 0xff },
      .dim = { 0xc0, 0xbf, 0xbc },
      .end = { 0x57, 0xe3, 0x89 },
    },
    {
      .dark = TRUE,
      .high_contrast = TRUE,
      .ground = { 0x24, 0x24, 0x24 },
      .lane = { 0x36, 0x36, 0x36 },
      .grid = { 0x7c, 0x7c, 0x7c },
      .text = { 0xff, 0xff, 0xff },
      .strong = { 0xff, 0xff, 0xff },
      .dim = { 0xff, 0xff, 0xff },
      .end = { 0x57, 0xe3, 0x89 },
    },
  },
};

/**
 * ilv_picture_theme_get:
 * @dark: whether text is light on dark
 * @high_contrast: whether tasks are told apart by patterns too
 *
 * Returns: the colours
 */
const IlvPictureTheme *
ilv_picture_theme_get (gboolean dark, gboolean high_contrast)
{
  return &themes[dark ? 1 : 0][high_contrast ? 1 : 0];
}
