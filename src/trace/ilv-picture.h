/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-picture-theme.h"

G_BEGIN_DECLS

/**
 * IlvPictureShape:
 * @ILV_PICTURE_SHAPE_RECT: a rectangle, whose corners may be round
 * @ILV_PICTURE_SHAPE_LINE: a line down from a point
 * @ILV_PICTURE_SHAPE_DOT: a disc around a point
 * @ILV_PICTURE_SHAPE_TEXT: a line of text at a point of its base line
 * @ILV_PICTURE_SHAPE_BEGIN: nothing; what follows belongs together, until the next @ILV_PICTURE_SHAPE_END
 * @ILV_PICTURE_SHAPE_END: nothing
 */
typedef enum
{
  ILV_PICTURE_SHAPE_RECT,
  ILV_PICTURE_SHAPE_LINE,
  ILV_PICTURE_SHAPE_DOT,
  ILV_PICTURE_SHAPE_TEXT,
  ILV_PICTURE_SHAPE_BEGIN,
  ILV_PICTURE_SHAPE_END,
} IlvPictureShape;

/**
 * IlvPictureFill:
 * @ILV_PICTURE_FILL_NONE: the outline alone
 * @ILV_PICTURE_FILL_PLAIN: the colour
 * @ILV_PICTURE_FILL_HATCH: stripes of the colour
 * @ILV_PICTURE_FILL_PATTERN: the pattern of a task, see ilv_palette_has_pattern_at()
 */
typedef enum
{
  ILV_PICTURE_FILL_NONE,
  ILV_PICTURE_FILL_PLAIN,
  ILV_PICTURE_FILL_HATCH,
  ILV_PICTURE_FILL_PATTERN,
} IlvPictureFill;

/**
 * IlvPictureAlign:
 *
 * Which point of a text stands where it is put.
 */
typedef enum
{
  ILV_PICTURE_ALIGN_START,
  ILV_PICTURE_ALIGN_MIDDLE,
  ILV_PICTURE_ALIGN_END,
} IlvPictureAlign;

/**
 * IlvPictureItem:
 * @shape: what it is
 * @role: what it shows: a class of the SVG (docs/formats.md)
 * @x: the left edge; of a text, where it is aligned
 * @y: the upper edge; of a text, the base line; of a dot, its centre
 * @width: of a text, the room that it has, or 0 for any
 * @height: how far down it goes
 * @radius: of a dot, or of a rectangle's corners
 * @fill: how a rectangle is filled
 * @task_colour: whose stripes or pattern that is: an index of the palette
 * @colour: of the filling, of a line, or of text
 * @outline: of a rectangle, if @outline_width is not 0
 * @outline_width: how wide that is
 * @dashed: of a line
 * @size: how high a text's letters are
 * @bold: of a text
 * @align: of a text
 * @text: (nullable): of a text
 * @rest: (nullable): what comes behind @text, not bold
 * @rest_colour: of @rest
 * @tooltip: (nullable): what a rectangle tells when it is pointed at
 *
 * One thing that is seen. All lengths are in pixels. Texts are valid UTF-8 and belong to the picture.
 */
typedef struct
{
  IlvPictureShape shape;
  const char *role;
  double x;
  double y;
  double width;
  double height;
  double radius;
  IlvPictureFill fill;
  guint task_colour;
  IlvColour colour;
  IlvColour outline;
  double outline_width;
  gboolean dashed;
  double size;
  gboolean bold;
  IlvPictureAlign align;
  const char *text;
  const char *rest;
  IlvColour rest_colour;
  const char *tooltip;
} IlvPictureItem;

/**
 * IlvPicture:
 * @width: in pixels
 * @height: in pixels
 * @theme: (transfer none): its colours
 * @description: (nullable): what it shows, in words
 * @items: (element-type IlvPictureItem): what is seen, from the ground up
 *
 * A picture as a list of what is seen in it, which #IlvSvg writes and the export room paints: so both are
 * the same. For one thread at a time.
 */
typedef struct
{
  double width;
  double height;
  const IlvPictureTheme *theme;
  char *description;
  GArray *items;
  /*< private >*/
  GStringChunk *texts;
} IlvPicture;

IlvPicture *ilv_picture_new (const IlvPictureTheme *theme);
void ilv_picture_free (IlvPicture *self);

/* Adds @item, whose texts are copied and made valid. */
void ilv_picture_add (IlvPicture *self, const IlvPictureItem *item);

/* About how wide a text is, without asking a font. */
double ilv_picture_estimate_width (const char *text, double size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvPicture, ilv_picture_free)

G_END_DECLS
