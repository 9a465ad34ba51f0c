/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-measure.h"

#include "ilv-slide-format.h"
#include "ilv-slide-style.h"
#include "ilv-text-block.h"
#include "ilv-text-slide.h"

/* Text is measured by what will draw it, under the same style: a slide that nobody sees. It has one page of
 * text for each size. */
typedef struct
{
  GtkWidget *slide;
  GHashTable *pages; /* text size → IlvTextSlide */
} Ruler;

static IlvTextSlide *
get_page (Ruler *ruler, int text_size)
{
  GtkWidget *page = g_hash_table_lookup (ruler->pages, GINT_TO_POINTER (text_size));

  if (page == NULL)
    {
      page = ilv_text_slide_new_empty (text_size);
      gtk_box_append (GTK_BOX (ruler->slide), page);
      g_hash_table_insert (ruler->pages, GINT_TO_POINTER (text_size), page);
    }
  return ILV_TEXT_SLIDE (page);
}

static int
measure (IlvBlock *block, int text_size, int width, gpointer data)
{
  IlvTextSlide *page = get_page (data, text_size);
  int height;

  ilv_text_slide_add_block (page, block);
  height = ilv_text_slide_measure_height (page, width);
  ilv_text_slide_remove_blocks (page);
  return height;
}

static int
get_gap (IlvBlock *above, IlvBlock *block, int text_size, gpointer data G_GNUC_UNUSED)
{
  return ilv_text_block_get_gap (ilv_block_get_kind (above), ilv_block_get_kind (block), text_size);
}

IlvDeck *
ilv_slide_measure_create_deck (IlvLesson *lesson, int slide_width)
{
  Ruler ruler = { 0 };
  IlvDeckMeasure deck_measure = { .slide_width = slide_width, .measure = measure, .gap = get_gap };
  IlvSlidePlaces places;
  IlvDeck *deck;

  ilv_slide_style_load (gdk_display_get_default ());
  ilv_slide_format_get_places (slide_width, &places);
  ruler.slide = g_object_ref_sink (g_object_new (GTK_TYPE_BOX, "css-name", "slide", NULL));
  ruler.pages = g_hash_table_new (NULL, NULL);
  deck_measure.width = places.content.width;
  deck_measure.height = places.content.height;
  deck_measure.data = &ruler;
  deck = ilv_deck_new (lesson, &deck_measure);
  g_hash_table_unref (ruler.pages);
  g_object_unref (ruler.slide);
  return deck;
}
