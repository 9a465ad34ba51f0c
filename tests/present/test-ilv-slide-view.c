/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "present-test-course.h"
#include "present-test-labels.h"

#include "ilv-text-slide.h"

static const int widths[] = { 1920, 1728, 1440 };

/* All of the text is on the slide, and above its foot. */
static void
check_text (GtkWidget *view)
{
  GtkWidget *text = ui_test_find (view, ILV_TYPE_TEXT_SLIDE, 0);
  IlvSlidePlaces places;
  int natural;

  ilv_slide_format_get_places (gtk_widget_get_width (view), &places);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (text), NULL, &natural,
                      NULL, NULL);
  g_assert_cmpint (gtk_widget_get_width (text), ==, places.content.width);
  g_assert_cmpint (gtk_widget_get_height (text), ==, places.content.height);
  g_assert_cmpint (natural, <=, places.content.height);
}

/* The slides that this part of the room draws by itself. */
static gboolean
is_text (IlvSlide *slide)
{
  return ilv_slide_get_kind (slide) == ILV_SLIDE_TITLE || ilv_slide_get_kind (slide) == ILV_SLIDE_TEXT;
}

static void
check_slide (IlvStageSet *stages, IlvSlide *slide, int width, const char *name)
{
  GtkWidget *view = ilv_slide_view_new_for_slide (stages, slide);
  GtkWidget *window = present_test_open_window (view, width);

  if (is_text (slide))
    present_test_check_labels (view, view);
  if (ilv_slide_get_kind (slide) == ILV_SLIDE_TEXT)
    check_text (view);
  present_test_save (view, name);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every slide of every lesson, in every format. */
static void
test_whole_course (void)
{
  PresentTestCourse course;

  present_test_course_init (&course);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course.course)); i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      {
        g_autoptr (IlvStageSet) stages = present_test_course_open (&course, i, widths[j]);
        IlvDeck *deck = ilv_presentation_get_deck (ilv_stage_set_get_presentation (stages));

        for (guint k = 0; k < ilv_deck_get_n_slides (deck); k++)
          {
            g_autofree char *name = g_strdup_printf ("%d-%u-%02u.png", widths[j], i + 1, k + 1);

            check_slide (stages, ilv_deck_get_slide (deck, k), widths[j], name);
          }
      }
  present_test_course_clear (&course);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/slide-view/whole-course", test_whole_course);

  return g_test_run ();
}
