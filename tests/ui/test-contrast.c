/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every text of every page, as it is drawn: the colour that most of its pixels have is its ground, the one that
 * stands out most its own. It has 4.5 : 1 or more, in the light and the dark theme, with all that the theme
 * and the program do to it. What cannot be used is passed over, as WCAG 2 does. */

#include "contrast.h"

#include "ilv-course.h"
#include "ilv-lesson-page.h"
#include "ilv-window.h"
#include "ui-test-drawn.h"
#include "ui-test-home.h"

#define STYLE "/io/github/interleave/Interleave/style.css"

/* So many device pixels a pixel, so that strokes of letters have pixels that they fill. */
#define SCALE 3

/* Of a text that is cut off at least a line has to be seen: less may be the room above its letters. */
#define MIN_WIDTH 6
#define MIN_HEIGHT 20

typedef struct
{
  guint32 *pixels;
  int width;
  int height;
  guint n_labels;
  guint n_faults;
} Picture;

static GtkWidget *window;

static void
picture_take (Picture *picture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  picture->width = gtk_widget_get_width (window) * SCALE;
  picture->height = gtk_widget_get_height (window) * SCALE;
  gdk_paintable_snapshot (paintable, snapshot, picture->width, picture->height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (
    renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float) picture->width, (float) picture->height));
  picture->pixels = g_new (guint32, (gsize) picture->width * picture->height);
  gdk_texture_download (texture, (guchar *) picture->pixels, picture->width * sizeof (guint32));
}

static GdkRGBA
to_colour (guint32 pixel)
{
  return (GdkRGBA){ (pixel >> 16 & 0xff) / 255.0f, (pixel >> 8 & 0xff) / 255.0f, (pixel & 0xff) / 255.0f, 1 };
}

/* What of a widget is not cut off by what it is in. */
static gboolean
find_seen (GtkWidget *widget, graphene_rect_t *seen)
{
  float height;

  if (!gtk_widget_compute_bounds (widget, window, seen))
    return FALSE;
  height = seen->size.height;
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    {
      graphene_rect_t outer;

      if (gtk_widget_get_overflow (parent) != GTK_OVERFLOW_HIDDEN)
        continue;
      if (!gtk_widget_compute_bounds (parent, window, &outer)
          || !graphene_rect_intersection (seen, &outer, seen))
        return FALSE;
    }
  return seen->size.width >= MIN_WIDTH && seen->size.height >= MIN (height, MIN_HEIGHT);
}

static void
count_pixels (const Picture *picture, const graphene_rect_t *seen, GHashTable *counts)
{
  int left = MAX ((int) (seen->origin.x * SCALE), 0);
  int top = MAX ((int) (seen->origin.y * SCALE), 0);
  int right = MIN ((int) ((seen->origin.x + seen->size.width) * SCALE), picture->width);
  int bottom = MIN ((int) ((seen->origin.y + seen->size.height) * SCALE), picture->height);

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      {
        gpointer pixel = GUINT_TO_POINTER (picture->pixels[(gsize) y * picture->width + x]);
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pixel));

        g_hash_table_insert (counts, pixel, GUINT_TO_POINTER (count + 1));
      }
}

static void
check_text (Picture *picture, GtkWidget *widget, const char *text)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  graphene_rect_t seen;
  GHashTableIter iter;
  gpointer key, value;
  GdkRGBA ground = { 0, 0, 0, 1 };
  guint most = 0;
  double best = 0;

  if (!find_seen (widget, &seen))
    return;
  count_pixels (picture, &seen, counts);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) > most)
      {
        most = GPOINTER_TO_UINT (value);
        ground = to_colour (GPOINTER_TO_UINT (key));
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    best = MAX (best, contrast_get (to_colour (GPOINTER_TO_UINT (key)), ground));
  picture->n_labels++;
  if (best >= CONTRAST_TEXT)
    return;
  picture->n_faults++;
  g_printerr ("# %s: “%s” (%s) has only %.2f : 1\n", gtk_widget_get_name (gtk_widget_get_parent (widget)), text,
              gtk_widget_get_css_name (widget), best);
}

static void
check_texts (Picture *picture, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    check_text (picture, widget, gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_TEXT (widget) && gtk_editable_get_text (GTK_EDITABLE (widget))[0] != '\0')
    check_text (picture, widget, gtk_editable_get_text (GTK_EDITABLE (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_texts (picture, child);
}

static void
check_page (guint *n_labels, guint *n_faults)
{
  Picture picture = { 0 };

  ui_test_wait_until_drawn (window);
  picture_take (&picture);
  check_texts (&picture, window);
  *n_labels += picture.n_labels;
  *n_faults += picture.n_faults;
  g_free (picture.pixels);
}

/* The picture itself: a grey that is too pale is found, one that is dark enough is not. Strokes are a little
 * paler than their colour, so that what is found is less than what is. */
static void
test_measures (void)
{
  static const char *const greys[] = { "#7d7d7d", "#505050" }; /* 4.1 and 8.0 : 1 on white */

  for (guint i = 0; i < G_N_ELEMENTS (greys); i++)
    {
      g_autofree char *markup = g_strdup_printf ("<span color=\"%s\">Some text</span>", greys[i]);
      GtkWidget *label = gtk_label_new (NULL);
      GtkWidget *view = gtk_scrolled_window_new ();
      guint n_labels = 0, n_faults = 0;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
      gtk_label_set_markup (GTK_LABEL (label), markup);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (view), label);
      gtk_widget_add_css_class (view, "view");
      window = gtk_window_new ();
      gtk_window_set_child (GTK_WINDOW (window), view);
      gtk_window_present (GTK_WINDOW (window));
      ui_test_wait_until (gtk_widget_get_width (window) > 0);
      check_page (&n_labels, &n_faults);
      g_assert_cmpuint (n_labels, >=, 1);
      g_assert_cmpuint (n_faults, ==, i == 0 ? 1 : 0);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_pages (gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvCourse) course = ilv_course_new_from_folder (folder, &error);
  guint n_labels = 0, n_faults = 0;

  g_assert_no_error (error);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (data));
  window = GTK_WIDGET (g_object_ref_sink (ilv_window_new (NULL, NULL, FALSE)));
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 1400);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_width (window) > 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      g_assert_true (ilv_window_open_lesson (ILV_WINDOW (window), ilv_lesson_get_id (lesson)));
      for (guint j = 0; j < ilv_lesson_get_n_sections (lesson); j++)
        {
          if (j > 0)
            g_assert_true (gtk_widget_activate_action (window, "page.next", NULL));
          check_page (&n_labels, &n_faults);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
  g_test_message ("%u texts", n_labels);
  g_assert_cmpuint (n_labels, >, 500);
  g_assert_cmpuint (n_faults, ==, 0);
}

int
main (int argc, char *argv[])
{
  char *home = ui_test_home_new ();
  g_autoptr (GtkCssProvider) style = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, STYLE);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_test_add_func ("/ui/contrast/measures", test_measures);
  g_test_add_data_func ("/ui/contrast/light", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_LIGHT), test_pages);
  g_test_add_data_func ("/ui/contrast/dark", GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_DARK), test_pages);
  status = g_test_run ();
  ui_test_home_free (home);
  return status;
}
