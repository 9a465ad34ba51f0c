/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "present-test-course.h"
#include "present-test-labels.h"

#include "ilv-slide-style.h"
#include "ilv-slide-title.h"
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
check_slide (IlvSlide *slide, GtkWidget *view)
{
  present_test_check_labels (view, view);
  if (ilv_slide_get_kind (slide) == ILV_SLIDE_TEXT)
    check_text (view);
}

/* Text is laid out in every format; what stands for experiments is tested by itself, and here made once. */
static gboolean
is_wanted (IlvSlide *slide, int width)
{
  return is_text (slide) || width == widths[G_N_ELEMENTS (widths) - 1]
         || g_getenv ("INTERLEAVE_SLIDES") != NULL;
}

static void
check_lesson (PresentTestCourse *course, guint lesson, int width)
{
  g_autoptr (IlvStageSet) stages = present_test_course_open (course, lesson, width);
  IlvDeck *deck = ilv_presentation_get_deck (ilv_stage_set_get_presentation (stages));
  GtkWidget *window = NULL, *canvas = NULL;

  for (guint i = 0; i < ilv_deck_get_n_slides (deck); i++)
    {
      g_autofree char *name = g_strdup_printf ("%d-%u-%02u.png", width, lesson + 1, i + 1);
      IlvSlide *slide = ilv_deck_get_slide (deck, i);
      GtkWidget *view;

      if (!is_wanted (slide, width))
        continue;
      view = ilv_slide_view_new_for_slide (stages, slide);
      if (window == NULL)
        window = present_test_open_window (view, width);
      else
        ilv_slide_canvas_set_child (ILV_SLIDE_CANVAS (canvas), view);
      canvas = gtk_widget_get_parent (view);
      ui_test_wait_until (gtk_widget_get_width (view) > 0);
      if (is_text (slide))
        check_slide (slide, view);
      present_test_save (view, name);
    }
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
      check_lesson (&course, i, widths[j]);
  present_test_course_clear (&course);
}

static const char *
get_title (GtkWidget *view)
{
  return gtk_label_get_label (GTK_LABEL (ui_test_find (view, GTK_TYPE_LABEL, 0)));
}

/* The text slide that can be seen; there may be another one that is made ready. */
static GtkWidget *
find_seen_text (GtkWidget *view)
{
  GtkWidget *text, *seen = NULL;

  for (guint i = 0; (text = ui_test_find (view, ILV_TYPE_TEXT_SLIDE, i)) != NULL; i++)
    if (gtk_widget_get_mapped (text))
      {
        g_assert_null (seen);
        seen = text;
      }
  return seen;
}

static guint
count_texts (GtkWidget *view)
{
  guint n = 0;

  while (ui_test_find (view, ILV_TYPE_TEXT_SLIDE, n) != NULL)
    n++;
  return n;
}

/* The next slide is made ready, is neither seen nor heard of, and then is the one that is shown. */
static void
test_next (void)
{
  PresentTestCourse course;
  g_autoptr (IlvStageSet) stages = NULL;
  IlvPresentation *presentation;
  GtkWidget *view, *window, *next;

  present_test_course_init (&course);
  stages = present_test_course_open (&course, 0, 1920);
  presentation = ilv_stage_set_get_presentation (stages);
  view = ilv_slide_view_new (stages);
  window = present_test_open_window (view, 1920);
  ui_test_wait_until (count_texts (view) == 1);
  next = ui_test_find (view, ILV_TYPE_TEXT_SLIDE, 0);
  g_assert_false (gtk_widget_get_mapped (next));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);

  ilv_presentation_perform (presentation, ILV_TALK_NEXT);
  g_assert_true (find_seen_text (view) == next);
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_STATE_HIDDEN));
  g_assert_cmpstr (get_title (view), ==, "What this lesson is about");

  /* Where it jumps, what was made ready is not what is shown. */
  ui_test_wait_until (count_texts (view) == 2);
  ilv_presentation_perform (presentation, ILV_TALK_LAST);
  g_assert_cmpstr (get_title (view), !=, "What this lesson is about");
  g_assert_nonnull (find_seen_text (view));
  ui_test_wait_until (count_texts (view) == 1);
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_object (&stages);
  present_test_course_clear (&course);
}

/* A title is as large as one line has room for, and of two lines at most. */
static void
test_title (void)
{
  g_autoptr (GtkWidget) box = g_object_ref_sink (g_object_new (GTK_TYPE_BOX, "css-name", "slide", NULL));
  GtkWidget *title = ilv_slide_title_new ();
  g_autofree char *longest = g_strnfill (300, 'w');

  ilv_slide_style_load (gdk_display_get_default ());
  gtk_box_append (GTK_BOX (box), title);
  ilv_slide_title_set_text (GTK_LABEL (title), "Short & <b>", FALSE, 1728);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, "Short & <b>");
  g_assert_true (gtk_widget_has_css_class (title, "title-68"));
  ilv_slide_title_set_text (GTK_LABEL (title), longest, TRUE, 1728);
  g_assert_false (gtk_widget_has_css_class (title, "title-68"));
  g_assert_true (gtk_widget_has_css_class (title, "title-48"));
  g_assert_cmpint (gtk_label_get_lines (GTK_LABEL (title)), ==, 2);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/slide-view/next", test_next);
  g_test_add_func ("/present/slide-view/title", test_title);
  g_test_add_func ("/present/slide-view/whole-course", test_whole_course);

  return g_test_run ();
}
