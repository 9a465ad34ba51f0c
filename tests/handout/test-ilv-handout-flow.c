/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-flow.h"

#include "ilv-handout-frame.h"

#define PAGE 100
#define WIDTH 200

/* Where a row was drawn. */
typedef struct
{
  char name;
  double x;
  double y;
} Place;

static GArray *drawn;

static void
draw (gpointer data, cairo_t *cr G_GNUC_UNUSED, double x, double y, gboolean is_pdf G_GNUC_UNUSED)
{
  Place place = { GPOINTER_TO_INT (data), x, y };

  g_array_append_val (drawn, place);
}

static void
keep (gpointer data G_GNUC_UNUSED)
{
}

static IlvHandoutFlow *
create_flow (void)
{
  PangoContext *context = ilv_handout_style_create_context ();
  IlvHandoutFlow *flow = ilv_handout_flow_new (context, WIDTH);

  g_object_unref (context);
  return flow;
}

static void
add (IlvHandoutFlow *flow, char name, double height, IlvHandoutKeep how)
{
  ilv_handout_flow_add_row (flow, height, draw, GINT_TO_POINTER (name), keep);
  ilv_handout_flow_keep (flow, how);
}

/* What is on which page: "AB|C" is A and B on the first and C on the second. */
static void
assert_pages (IlvHandoutFlow *flow, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  ilv_handout_flow_place (flow, PAGE);
  g_array_set_size (drawn, 0);
  for (guint i = 0; i < ilv_handout_flow_get_n_pages (flow); i++)
    {
      guint first = drawn->len;

      if (i > 0)
        g_string_append_c (found, '|');
      ilv_handout_flow_draw (flow, i, cr, 0, 0, FALSE);
      for (guint j = first; j < drawn->len; j++)
        g_string_append_c (found, g_array_index (drawn, Place, j).name);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
assert_place (char name, double x, double y)
{
  for (guint i = 0; i < drawn->len; i++)
    {
      const Place *place = &g_array_index (drawn, Place, i);

      if (place->name != name)
        continue;
      g_assert_cmpfloat (place->x, ==, x);
      g_assert_cmpfloat (place->y, ==, y);
      return;
    }
  g_assert_not_reached ();
}

static void
test_fill (void)
{
  g_autoptr (IlvHandoutFlow) flow = create_flow ();

  add (flow, 'A', 40, ILV_HANDOUT_KEEP_NONE);
  ilv_handout_flow_add_gap (flow, 5);
  ilv_handout_flow_add_gap (flow, 20);
  ilv_handout_flow_add_gap (flow, 10);
  add (flow, 'B', 40, ILV_HANDOUT_KEEP_NONE);
  ilv_handout_flow_add_gap (flow, 30);
  add (flow, 'C', 40, ILV_HANDOUT_KEEP_NONE);
  add (flow, 'D', 60, ILV_HANDOUT_KEEP_NONE);
  assert_pages (flow, "AB|CD");
  assert_place ('A', 0, 0);
  assert_place ('B', 0, 60);
  assert_place ('C', 0, 0);
  assert_place ('D', 0, 40);
}

static void
test_heading (void)
{
  g_autoptr (IlvHandoutFlow) flow = create_flow ();

  add (flow, 'A', 60, ILV_HANDOUT_KEEP_NONE);
  add (flow, 'H', 20, ILV_HANDOUT_KEEP_TIGHT);
  add (flow, 'B', 30, ILV_HANDOUT_KEEP_NONE);
  add (flow, 'C', 30, ILV_HANDOUT_KEEP_NONE);
  assert_pages (flow, "A|HBC");
}

/* What does not fit on any page is parted where it is least bad. */
static void
test_too_high (void)
{
  g_autoptr (IlvHandoutFlow) flow = create_flow ();

  add (flow, 'A', 20, ILV_HANDOUT_KEEP_NONE);
  add (flow, 'B', 60, ILV_HANDOUT_KEEP_BOX);
  add (flow, 'C', 10, ILV_HANDOUT_KEEP_TIGHT);
  add (flow, 'D', 30, ILV_HANDOUT_KEEP_BOX);
  add (flow, 'E', 60, ILV_HANDOUT_KEEP_NONE);
  assert_pages (flow, "AB|CDE");
}

static void
test_tight_and_too_high (void)
{
  g_autoptr (IlvHandoutFlow) flow = create_flow ();

  for (char name = 'A'; name < 'F'; name++)
    add (flow, name, 40, ILV_HANDOUT_KEEP_TIGHT);
  add (flow, 'F', 150, ILV_HANDOUT_KEEP_NONE);
  add (flow, 'G', 10, ILV_HANDOUT_KEEP_NONE);
  assert_pages (flow, "AB|CD|E|F|G");
}

static void
test_break_page (void)
{
  g_autoptr (IlvHandoutFlow) flow = create_flow ();

  ilv_handout_flow_break_page (flow);
  add (flow, 'A', 10, ILV_HANDOUT_KEEP_TIGHT);
  ilv_handout_flow_break_page (flow);
  ilv_handout_flow_add_gap (flow, 50);
  ilv_handout_flow_add_bookmark (flow, "Here", 1);
  add (flow, 'B', 10, ILV_HANDOUT_KEEP_NONE);
  assert_pages (flow, "A|B");
  assert_place ('B', 0, 0);
  g_assert_cmpuint (((IlvHandoutBookmark *) ilv_handout_flow_get_bookmarks (flow)->pdata[0])->page,
                    ==, 1);
}

static void
test_box (void)
{
  const IlvHandoutPadding *card = ilv_handout_frame_get_padding (ILV_HANDOUT_FRAME_CARD);
  const IlvHandoutPadding *code = ilv_handout_frame_get_padding (ILV_HANDOUT_FRAME_CODE);
  g_autoptr (IlvHandoutFlow) flow = create_flow ();

  add (flow, 'A', 10, ILV_HANDOUT_KEEP_NONE);
  ilv_handout_flow_add_gap (flow, 3);
  ilv_handout_flow_begin_box (flow, ILV_HANDOUT_FRAME_CARD, 0);
  g_assert_cmpfloat (ilv_handout_flow_get_width (flow), ==, WIDTH - card->left - card->right);
  ilv_handout_flow_begin_box (flow, ILV_HANDOUT_FRAME_CODE, 60);
  g_assert_cmpfloat (ilv_handout_flow_get_width (flow), ==, 60 - code->left - code->right);
  add (flow, 'B', 10, ILV_HANDOUT_KEEP_NONE);
  ilv_handout_flow_end_box (flow);
  ilv_handout_flow_end_box (flow);
  add (flow, 'C', 1, ILV_HANDOUT_KEEP_NONE);
  assert_pages (flow, "ABC");
  assert_place ('B', card->left + code->left, 13 + card->edge + code->edge);
  assert_place ('C', 0, 23 + 2 * (card->edge + code->edge));
}

/* What is narrower than its room stands at the right, and boxes have their margins exchanged. */
static void
test_from_right (void)
{
  const IlvHandoutPadding *quote = ilv_handout_frame_get_padding (ILV_HANDOUT_FRAME_QUOTE);
  PangoContext *context = ilv_handout_style_create_context ();
  g_autoptr (IlvHandoutFlow) flow = NULL;

  pango_context_set_base_dir (context, PANGO_DIRECTION_RTL);
  flow = ilv_handout_flow_new (context, WIDTH);
  g_object_unref (context);
  g_assert_true (ilv_handout_flow_is_from_right (flow));

  g_assert_cmpfloat (quote->left, !=, quote->right);
  ilv_handout_flow_begin_box (flow, ILV_HANDOUT_FRAME_QUOTE, 80);
  g_assert_cmpfloat (ilv_handout_flow_get_width (flow), ==, 80 - quote->left - quote->right);
  add (flow, 'A', 10, ILV_HANDOUT_KEEP_NONE);
  ilv_handout_flow_end_box (flow);
  assert_pages (flow, "A");
  assert_place ('A', WIDTH - 80 + quote->right, quote->edge);
}

/* A box stays whole if it fits on a page, and goes on with an edge of its own if it does not. */
static void
test_parted_box (void)
{
  const IlvHandoutPadding *code = ilv_handout_frame_get_padding (ILV_HANDOUT_FRAME_CODE);
  g_autoptr (IlvHandoutFlow) flow = create_flow ();

  add (flow, 'A', 50, ILV_HANDOUT_KEEP_NONE);
  ilv_handout_flow_begin_box (flow, ILV_HANDOUT_FRAME_CODE, 0);
  for (char name = 'B'; name <= 'D'; name++)
    add (flow, name, 20, ILV_HANDOUT_KEEP_NONE);
  ilv_handout_flow_end_box (flow);
  assert_pages (flow, "A|BCD");

  ilv_handout_flow_break_page (flow);
  ilv_handout_flow_begin_box (flow, ILV_HANDOUT_FRAME_CODE, 0);
  for (char name = 'E'; name <= 'K'; name++)
    add (flow, name, 20, ILV_HANDOUT_KEEP_NONE);
  ilv_handout_flow_end_box (flow);
  assert_pages (flow, "A|BCD|EFGH|IJK");
  assert_place ('I', code->left, code->edge);
}

static void
test_empty (void)
{
  g_autoptr (IlvHandoutFlow) flow = create_flow ();

  assert_pages (flow, "");
  g_assert_cmpuint (ilv_handout_flow_get_n_pages (flow), ==, 1);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  drawn = g_array_new (FALSE, FALSE, sizeof (Place));

  g_test_add_func ("/handout/flow/fill", test_fill);
  g_test_add_func ("/handout/flow/heading", test_heading);
  g_test_add_func ("/handout/flow/too-high", test_too_high);
  g_test_add_func ("/handout/flow/tight-and-too-high", test_tight_and_too_high);
  g_test_add_func ("/handout/flow/break-page", test_break_page);
  g_test_add_func ("/handout/flow/box", test_box);
  g_test_add_func ("/handout/flow/from-right", test_from_right);
  g_test_add_func ("/handout/flow/parted-box", test_parted_box);
  g_test_add_func ("/handout/flow/empty", test_empty);

  status = g_test_run ();
  g_array_unref (drawn);
  return status;
}
