/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-slide.h"

GtkWidget *
ilv_text_slide_new (IlvSlide *slide)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  const IlvSlideParts *parts = ilv_slide_get_parts (slide);

  for (guint i = 0; i < parts->blocks->len; i++)
    gtk_box_append (GTK_BOX (box),
                    g_object_new (GTK_TYPE_LABEL, "label",
                                  ilv_block_get_markup (parts->blocks->pdata[i]), "use-markup", TRUE,
                                  "wrap", TRUE, "xalign", 0.0f, NULL));
  return box;
}
