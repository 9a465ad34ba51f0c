/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-palette.h"

G_BEGIN_DECLS

/**
 * IlvPictureTheme:
 * @dark: whether text is light on dark
 * @high_contrast: whether tasks are told apart by patterns too
 * @ground: of the whole picture
 * @lane: the ground of a lane
 * @grid: the lines below the ruler's marks
 * @text: names of lanes and other text
 * @strong: text that matters most
 * @dim: text that matters less
 * @end: the end of a run
 *
 * The colours of a picture, besides those of the tasks: the ones of #IlvTimelineTheme on the window's
 * ground, without transparency.
 */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
  IlvColour ground;
  IlvColour lane;
  IlvColour grid;
  IlvColour text;
  IlvColour strong;
  IlvColour dim;
  IlvColour end;
} IlvPictureTheme;

/* (transfer none): one of four, each of which lives for ever */
const IlvPictureTheme *ilv_picture_theme_get (gboolean dark, gboolean high_contrast);

G_END_DECLS
