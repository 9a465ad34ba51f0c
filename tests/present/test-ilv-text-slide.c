/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "present-test-course.h"

#include "ilv-compat.h"
#include "ilv-slide-markup.h"
#include "ilv-slide-style.h"
#include "ilv-text-block.h"
#include "ilv-text-ruler.h"
#include "ilv-text-slide.h"

static const int sizes[] = { 56, 48, 44, 40, 36, 32, 28 };
static const int widths[] = { 1728, 1556, 1296 };

/* (transfer floating): a slide of one block. */
static GtkWidget *
create_slide (IlvBlock *block, int text_size)
{
  GtkWidget *slide = g_object_new (GTK_TYPE_BOX, "css-name", "slide", NULL);
  GtkWidget *text = ilv_text_slide_new_empty (text_size);

  ilv_slide_style_load (gdk_display_get_default ());
  ilv_text_slide_add_block (ILV_TEXT_SLIDE (text), block);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (slide), text);
  return slide;
}

static int
measure_widget (IlvBlock *block, int text_size, int width)
{
  g_autoptr (GtkWidget) slide = g_object_ref_sink (create_slide (block, text_size));
  int height;

  gtk_widget_measure (gtk_widget_get_first_child (slide), GTK_ORIENTATION_VERTICAL, width, &height,
                      NULL, NULL, NULL);
  return height;
}

static void
check_block (IlvTextRuler *ruler, IlvBlock *block, GRand *random)
{
  int text_size = sizes[g_rand_int_range (random, 0, G_N_ELEMENTS (sizes))];
  int width = widths[g_rand_int_range (random, 0, G_N_ELEMENTS (widths))];

  g_assert_cmpint (ilv_text_ruler_measure (ruler, block, text_size, width), ==,
                   measure_widget (block, text_size, width));
}

/* What is measured is what is drawn, for every block of the course, to the pixel. */
static void
test_ruler (void)
{
  PresentTestCourse course;
  IlvTextRuler *ruler = ilv_text_ruler_new ();
  GRand *random = g_rand_new_with_seed (7);

  present_test_course_init (&course);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course.course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course.course), i);

      for (guint j = 0; j < ilv_lesson_get_n_sections (lesson); j++)
        for (guint k = 0; k < ilv_section_get_n_blocks (ilv_lesson_get_section (lesson, j)); k++)
          {
            IlvBlock *block = ilv_section_get_block (ilv_lesson_get_section (lesson, j), k);

            if (ilv_block_get_markup (block) != NULL)
              check_block (ruler, block, random);
          }
    }
  g_rand_free (random);
  ilv_text_ruler_free (ruler);
  present_test_course_clear (&course);
}

static void
test_markup (void)
{
  g_autofree char *term = ilv_slide_markup_new ("A <a href=\"term:task\">task</a> <b>runs</b>");
  g_autofree char *link = ilv_slide_markup_new ("<a href=\"https://example.org/\">here</a>");
  g_autofree char *text = ilv_slide_markup_to_text ("<a href=\"term:a\">A</a> <i>&lt;b&gt;</i>");

  g_assert_cmpstr (term, ==, "A task <b>runs</b>");
  g_assert_cmpstr (link, ==, "<span alpha=\"75%\">here</span>");
  g_assert_cmpstr (text, ==, "A <b>");
}

/* Where a label begins in its text slide, from the left. */
static GtkWidget *
allocate (GtkWidget *slide, graphene_rect_t *marker)
{
  GtkWidget *text = gtk_widget_get_first_child (slide);
  GtkWidget *label;

  gtk_widget_measure (slide, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (slide, 1728, 772, -1, NULL);
  label = ui_test_find (text, GTK_TYPE_LABEL, 0);
  g_assert_true (gtk_widget_compute_bounds (label, text, marker));
  return ui_test_find (text, GTK_TYPE_LABEL, 1);
}

/* Hebrew begins at the right, with its marker. */
static void
test_direction (void)
{
  g_autoptr (IlvBlock) hebrew = ilv_block_new_text (ILV_BLOCK_ITEM, "•", "<b>שלום</b> world");
  g_autoptr (IlvBlock) english = ilv_block_new_text (ILV_BLOCK_ITEM, "•", "Hello שלום");
  g_autoptr (GtkWidget) right = g_object_ref_sink (create_slide (hebrew, 40));
  g_autoptr (GtkWidget) left = g_object_ref_sink (create_slide (english, 40));
  graphene_rect_t marker;
  GtkWidget *text = allocate (right, &marker);

  g_assert_cmpfloat (marker.origin.x + marker.size.width, >, 1728 - 8);
  g_assert_cmpint (gtk_widget_get_direction (text), ==, GTK_TEXT_DIR_RTL);
  text = allocate (left, &marker);
  g_assert_cmpfloat (marker.origin.x, <, 8);
  g_assert_cmpint (gtk_widget_get_direction (text), ==, GTK_TEXT_DIR_LTR);
}

/* A long word is broken rather than cut off, and what is written as markup by mistake is shown. */
static void
test_odd_texts (void)
{
  g_autofree char *word = g_strnfill (400, 'w');
  g_autoptr (IlvBlock) block = ilv_block_new_text (ILV_BLOCK_PARAGRAPH, NULL, word);
  g_autoptr (IlvBlock) empty = ilv_block_new_text (ILV_BLOCK_PARAGRAPH, NULL, "");
  IlvTextRuler *ruler = ilv_text_ruler_new ();

  g_assert_cmpint (ilv_text_ruler_measure (ruler, block, 40, 1296), >, 5 * 40);
  g_assert_cmpint (ilv_text_ruler_measure (ruler, block, 40, 1296), ==,
                   measure_widget (block, 40, 1296));
  g_assert_cmpint (ilv_text_ruler_measure (ruler, empty, 40, 1296), ==,
                   measure_widget (empty, 40, 1296));
  ilv_text_ruler_free (ruler);
}

static double
get_luminance (const GdkRGBA *colour)
{
  const float parts[] = { colour->red, colour->green, colour->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0;

  for (guint i = 0; i < 3; i++)
    luminance += weights[i]
                 * (parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4));
  return luminance;
}

/* As WCAG defines it. */
static void
check_contrast (GtkWidget *label, const GdkRGBA *ground, double alpha)
{
  GdkRGBA colour;
  double light, dark, contrast;

  ilv_compat_get_widget_colour (label, &colour);
  alpha *= colour.alpha;
  colour.red = (float) (colour.red * alpha + ground->red * (1 - alpha));
  colour.green = (float) (colour.green * alpha + ground->green * (1 - alpha));
  colour.blue = (float) (colour.blue * alpha + ground->blue * (1 - alpha));
  light = get_luminance (&colour) + 0.05;
  dark = get_luminance (ground) + 0.05;
  contrast = light > dark ? light / dark : dark / light;
  if (contrast < 4.5)
    g_error ("“%s” has a contrast of %.2f only", gtk_label_get_label (GTK_LABEL (label)), contrast);
}

/* The colour that a block lies on, as present.css has it. */
static void
get_ground (IlvBlockKind kind, gboolean light, GdkRGBA *ground)
{
  const char *colour = light ? "#ffffff" : "#1e1e20";

  if (kind == ILV_BLOCK_SINCE)
    colour = light ? "#fbf3d9" : "#33302a";
  else if (kind == ILV_BLOCK_CODE)
    colour = light ? "#f1f1f2" : "#2e2e32";
  g_assert_true (gdk_rgba_parse (ground, colour));
}

static void
test_contrast (void)
{
  for (IlvBlockKind kind = ILV_BLOCK_HEADING; kind <= ILV_BLOCK_CODE; kind++)
    for (guint light = 0; light < 2; light++)
      {
        g_autoptr (IlvBlock) block = ilv_block_new_text (kind, "•", "Text");
        g_autoptr (GtkWidget) slide = g_object_ref_sink (create_slide (block, 40));
        GtkWidget *label;
        GdkRGBA ground;

        if (light)
          gtk_widget_add_css_class (slide, "light");
        get_ground (kind, light, &ground);
        for (guint i = 0; (label = ui_test_find (slide, GTK_TYPE_LABEL, i)) != NULL; i++)
          {
            gboolean is_text = !gtk_widget_has_css_class (label, "marker")
                               && !gtk_widget_has_css_class (label, "box-title");

            /* A link is paler than its text. */
            check_contrast (label, &ground, is_text ? 0.75 : 1);
          }
      }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/text-slide/ruler", test_ruler);
  g_test_add_func ("/present/text-slide/markup", test_markup);
  g_test_add_func ("/present/text-slide/direction", test_direction);
  g_test_add_func ("/present/text-slide/odd-texts", test_odd_texts);
  g_test_add_func ("/present/text-slide/contrast", test_contrast);

  return g_test_run ();
}
