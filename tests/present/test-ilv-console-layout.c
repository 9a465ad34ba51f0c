/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-console-layout.h"
#include "ui-test-child.h"
#include "ui-test.h"

/* Heading, slide, tools, strip, side, notes. */
static const UiTestSize sizes[] = {
  { 10, 200, 20, 0 }, { 1, 100, 1, 0 },    { 300, 600, 40, 0 },
  { 300, 500, 80, 0 }, { 150, 300, 120, 0 }, { 120, 300, 100, 0 },
};

typedef struct
{
  GtkLayoutManager *layout;
  GtkWidget *box;
  GtkWidget *parts[G_N_ELEMENTS (sizes)];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->layout = ilv_console_layout_new ();
  fixture->box = ui_test_box_new (fixture->layout);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    fixture->parts[i] = ui_test_child_new (fixture->box, sizes[i]);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_box_destroy (fixture->box);
}

static void
get_place (GtkWidget *part, graphene_rect_t *place)
{
  g_assert_true (gtk_widget_compute_bounds (part, gtk_widget_get_parent (part), place));
}

/* Nothing is outside, and no two lie over each other. */
static void
assert_tidy (Fixture *fixture, int width, int height)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  graphene_rect_t places[G_N_ELEMENTS (sizes)];

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      get_place (fixture->parts[i], &places[i]);
      g_assert_true (graphene_rect_contains_rect (&all, &places[i]));
      for (guint j = 0; j < i; j++)
        {
          graphene_rect_t both;

          g_assert_true (!graphene_rect_intersection (&places[i], &places[j], &both)
                         || both.size.width * both.size.height < 1);
        }
    }
}

static void
assert_shape (Fixture *fixture, int slide_width)
{
  graphene_rect_t slide;

  get_place (fixture->parts[1], &slide);
  g_assert_cmpfloat (ABS (slide.size.width / slide.size.height - slide_width / 1080.0), <, 0.02);
}

static void
test_sizes (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const int windows[][2]
    = { { 1280, 720 }, { 1884, 1118 }, { 864, 478 }, { 988, 686 }, { 700, 820 }, { 640, 700 } };
  static const int slides[] = { 1920, 1440 };

  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (slides); j++)
      {
        ilv_console_layout_set_slide_width (ILV_CONSOLE_LAYOUT (fixture->layout), slides[j]);
        ui_test_allocate (fixture->box, windows[i][0], windows[i][1]);
        assert_tidy (fixture, windows[i][0], windows[i][1]);
        assert_shape (fixture, slides[j]);
      }
}

/* In a wide window the notes stand beside the slide, in a narrow one below it. */
static void
test_narrow (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  graphene_rect_t slide, notes;

  ui_test_allocate (fixture->box, 1280, 720);
  get_place (fixture->parts[1], &slide);
  get_place (fixture->parts[5], &notes);
  g_assert_cmpfloat (notes.origin.x, >=, slide.origin.x + slide.size.width);
  g_assert_false (ilv_console_layout_is_compact (ILV_CONSOLE_LAYOUT (fixture->layout)));

  ui_test_allocate (fixture->box, 700, 820);
  get_place (fixture->parts[1], &slide);
  get_place (fixture->parts[5], &notes);
  g_assert_cmpfloat (notes.origin.y, >=, slide.origin.y + slide.size.height);
  g_assert_true (ilv_console_layout_is_compact (ILV_CONSOLE_LAYOUT (fixture->layout)));
}

/* Whoever listens may change sizes, so it is told when the allocation is over. */
static void
test_notify (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n_notified = 0;

  g_signal_connect_swapped (fixture->layout, "notify::compact", G_CALLBACK (g_atomic_int_inc),
                            &n_notified);
  ui_test_allocate (fixture->box, 700, 820);
  g_assert_cmpuint (n_notified, ==, 0);
  ui_test_wait_until (n_notified == 1);
  ui_test_allocate (fixture->box, 690, 820);
  g_assert_cmpuint (n_notified, ==, 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/present/console-layout/sizes", Fixture, NULL, set_up, test_sizes, tear_down);
  g_test_add ("/present/console-layout/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/present/console-layout/notify", Fixture, NULL, set_up, test_notify, tear_down);

  return g_test_run ();
}
