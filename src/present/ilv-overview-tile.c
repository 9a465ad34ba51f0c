/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-overview-tile.h"

#include <glib/gi18n.h>

#include "ilv-search-text.h"
#include "ilv-slide-thumb.h"
#include "ilv-slide-words.h"

struct _IlvOverviewTile
{
  GtkFlowBoxChild parent_instance;

  GtkWidget *thumb;
  guint number;
  char *folded; /* its title and text, as a search sees them */
};

G_DEFINE_FINAL_TYPE (IlvOverviewTile, ilv_overview_tile, GTK_TYPE_FLOW_BOX_CHILD)

static void
ilv_overview_tile_finalize (GObject *object)
{
  g_free (ILV_OVERVIEW_TILE (object)->folded);

  G_OBJECT_CLASS (ilv_overview_tile_parent_class)->finalize (object);
}

static void
ilv_overview_tile_class_init (IlvOverviewTileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_overview_tile_finalize;
}

static void
ilv_overview_tile_init (IlvOverviewTile *self G_GNUC_UNUSED)
{
}

/* As wide as the picture, however long the words: they say nothing about how many tiles go into a row. */
static GtkWidget *
create_caption (IlvSlide *slide, guint number)
{
  GtkWidget *caption = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *text = g_strdup_printf ("%u", number + 1);
  GtkWidget *number_label = gtk_label_new (text);
  GtkWidget *words
    = g_object_new (GTK_TYPE_LABEL, "label", ilv_slide_words_get_caption (slide), "ellipsize",
                    PANGO_ELLIPSIZE_END, "max-width-chars", 1, "xalign", 0.0f, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (number_label, "number");
  gtk_widget_add_css_class (words, "words");
  gtk_box_append (GTK_BOX (caption), number_label);
  gtk_box_append (GTK_BOX (caption), words);
  return caption;
}

static void
name_for_screen_readers (IlvOverviewTile *self, IlvSlide *slide, guint n_slides)
{
  g_autofree char *name = NULL;
  const char *kind = ilv_slide_words_get_kind (slide);
  const char *title = ilv_slide_get_parts (slide)->title;

  if (kind == NULL)
    /* Translators: the number of a slide, how many there are, and its title. */
    name = g_strdup_printf (_ ("Slide %u of %u: %s"), self->number + 1, n_slides, title);
  else
    /* Translators: the number of a slide, how many there are, its title, and what it is, such as
     * “Question”. */
    name = g_strdup_printf (_ ("Slide %u of %u: %s, %s"), self->number + 1, n_slides, title, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
ilv_overview_tile_new (IlvStageSet *stages, guint number)
{
  IlvOverviewTile *self;
  IlvDeck *deck;
  IlvSlide *slide;
  GtkWidget *box;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);
  deck = ilv_presentation_get_deck (ilv_stage_set_get_presentation (stages));
  g_return_val_if_fail (number < ilv_deck_get_n_slides (deck), NULL);

  slide = ilv_deck_get_slide (deck, number);
  self = g_object_new (ILV_TYPE_OVERVIEW_TILE, NULL);
  self->number = number;
  text = ilv_slide_words_dup_text (slide);
  self->folded = ilv_search_text_fold (text, NULL);
  self->thumb = ilv_slide_thumb_new (stages, slide);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (box), self->thumb);
  gtk_box_append (GTK_BOX (box), create_caption (slide, number));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (self), box);
  if (ilv_slide_get_parts (slide)->part == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "first-of-section");
  name_for_screen_readers (self, slide, ilv_deck_get_n_slides (deck));
  return GTK_WIDGET (self);
}

guint
ilv_overview_tile_get_number (IlvOverviewTile *self)
{
  g_return_val_if_fail (ILV_IS_OVERVIEW_TILE (self), 0);

  return self->number;
}

gboolean
ilv_overview_tile_fill (IlvOverviewTile *self)
{
  g_return_val_if_fail (ILV_IS_OVERVIEW_TILE (self), FALSE);

  return ilv_slide_thumb_fill (ILV_SLIDE_THUMB (self->thumb));
}

gboolean
ilv_overview_tile_matches (IlvOverviewTile *self, const char *query, const char *const *words)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (ILV_IS_OVERVIEW_TILE (self), FALSE);
  g_return_val_if_fail (query != NULL && words != NULL, FALSE);

  number = g_strdup_printf ("%u", self->number + 1);
  return g_str_equal (number, query) || ilv_search_text_has_words (self->folded, words);
}
