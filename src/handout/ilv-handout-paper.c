/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout.h"

#include <langinfo.h>

/* All in points. */
#define SIDE_MARGIN 60
#define TOP_MARGIN 38
#define BOTTOM_MARGIN 36
#define MAX_SHARE 0.12 /* of the sheet: small paper has small margins */

#define POINTS_A_MILLIMETRE (72 / 25.4)

void
ilv_handout_paper_init (IlvHandoutPaper *self, double width, double height, double least)
{
  g_return_if_fail (self != NULL);

  self->width = width;
  self->height = height;
  self->left = MAX (least, MIN (SIDE_MARGIN, width * MAX_SHARE));
  self->right = self->left;
  self->top = MAX (least, MIN (TOP_MARGIN, height * MAX_SHARE));
  self->bottom = MAX (least, MIN (BOTTOM_MARGIN, height * MAX_SHARE));
}

gboolean
ilv_handout_paper_init_named (IlvHandoutPaper *self, const char *name)
{
  static const struct
  {
    const char *name;
    double width;
    double height;
  } papers[] = { { "a4", 210 * POINTS_A_MILLIMETRE, 297 * POINTS_A_MILLIMETRE },
                 { "letter", 8.5 * 72, 11 * 72 } };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      {
        ilv_handout_paper_init (self, papers[i].width, papers[i].height, 0);
        return TRUE;
      }
  return FALSE;
}

void
ilv_handout_paper_init_default (IlvHandoutPaper *self)
{
#ifdef _NL_PAPER_WIDTH
  /* A number of millimetres that comes as a pointer. */
  guint width = GPOINTER_TO_UINT (nl_langinfo (_NL_PAPER_WIDTH));

  if (width == 216)
    {
      ilv_handout_paper_init_named (self, "letter");
      return;
    }
#endif
  ilv_handout_paper_init_named (self, "a4");
}
