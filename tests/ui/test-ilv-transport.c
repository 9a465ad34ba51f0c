/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "ilv-transport.h"
#include "ui-test.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  GtkWidget *transport;
  IlvPlayhead *playhead;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->transport = g_object_ref_sink (g_object_new (ILV_TYPE_TRANSPORT, NULL));
  fixture->playhead = ilv_playhead_new ();
  ilv_transport_set_playhead (ILV_TRANSPORT (fixture->transport), fixture->playhead);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->transport);
  ilv_playhead_set_end_ns (fixture->playhead, 5 * MS);
  g_assert_finalize_object (fixture->playhead);
}

static gpointer
get_part (Fixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (fixture->transport, ILV_TYPE_TRANSPORT, name);
}

static void
assert_position (Fixture *fixture, const char *text, double share)
{
  g_assert_cmpstr (gtk_label_get_label (get_part (fixture, "position")), ==, text);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_part (fixture, "adjustment")), ==, share);
}

static void
test_position (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  assert_position (fixture, "–", 0);
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "scrubber")));

  ilv_playhead_set_end_ns (fixture->playhead, 800 * MS);
  g_assert_true (gtk_widget_get_sensitive (get_part (fixture, "scrubber")));
  assert_position (fixture, "0 ms", 0);
  ilv_playhead_set_position_ns (fixture->playhead, 200 * MS);
  assert_position (fixture, "200 ms", 0.25);
  ilv_playhead_set_position_ns (fixture->playhead, 900 * MS);
  assert_position (fixture, "800 ms", 1);

  ilv_playhead_set_end_ns (fixture->playhead, 0);
  assert_position (fixture, "–", 0);
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "scrubber")));
}

static void
scrub (Fixture *fixture, double value)
{
  gboolean handled;

  g_signal_emit_by_name (get_part (fixture, "scrubber"), "change-value", GTK_SCROLL_JUMP, value,
                         &handled);
  g_assert_true (handled);
}

static void
test_scrub (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_playhead_set_end_ns (fixture->playhead, 800 * MS);
  ilv_playhead_set_playing (fixture->playhead, TRUE);
  scrub (fixture, 0.5);
  g_assert_false (ilv_playhead_is_playing (fixture->playhead));
  g_assert_cmpint (ilv_playhead_get_position_ns (fixture->playhead), ==, 400 * MS);
  scrub (fixture, 1.7);
  g_assert_cmpint (ilv_playhead_get_position_ns (fixture->playhead), ==, 800 * MS);
  scrub (fixture, -0.1);
  g_assert_cmpint (ilv_playhead_get_position_ns (fixture->playhead), ==, 0);
}

static void
test_playing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *button = get_part (fixture, "play_button");

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Play");
  ilv_playhead_set_end_ns (fixture->playhead, 800 * MS);
  ilv_playhead_set_playing (fixture->playhead, TRUE);
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (button)), ==,
                   "media-playback-pause-symbolic");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Pause");
  ilv_playhead_set_playing (fixture->playhead, FALSE);
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (button)), ==,
                   "media-playback-start-symbolic");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Play");
}

static void
test_speeds (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const double rates[] = { 1, 1.0 / 2, 1.0 / 4, 1.0 / 10, 1.0 / 25, 1.0 / 50, 1.0 / 100 };
  GtkDropDown *speeds = get_part (fixture, "speeds");
  GListModel *model = gtk_drop_down_get_model (speeds);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (rates));
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), 0), ==, "1×");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), 3), ==, "1/10×");
  for (guint i = G_N_ELEMENTS (rates); i-- > 0;)
    {
      gtk_drop_down_set_selected (speeds, i);
      g_assert_cmpfloat (ilv_playhead_get_rate (fixture->playhead), ==, rates[i]);
    }
}

static void
assert_shown (Fixture *fixture, const char *run, const char *controls)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "run_stack")), ==, run);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "controls_stack")), ==,
                   controls);
}

static void
test_running (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvTransport *transport = ILV_TRANSPORT (fixture->transport);

  assert_shown (fixture, "run", "replay");
  ilv_transport_set_hint (transport, "Say it first.");
  assert_shown (fixture, "run", "hint");
  g_assert_cmpstr (gtk_label_get_label (get_part (fixture, "hint")), ==, "Say it first.");
  ilv_transport_set_running (transport, "Running the left side");
  assert_shown (fixture, "stop", "hint");
  g_assert_cmpstr (gtk_label_get_label (get_part (fixture, "hint")), ==, "Running the left side");
  ilv_transport_set_running (transport, NULL);
  assert_shown (fixture, "run", "replay");
}

static void
assert_direction (GtkWidget *widget, GtkTextDirection direction)
{
  g_assert_cmpint (gtk_widget_get_direction (widget), ==, direction);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_direction (child, direction);
}

/* Where text is read from the right, time runs to the right all the same; the rest is mirrored. */
static void
test_from_right (void)
{
  Fixture fixture;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (&fixture, NULL);
  ilv_playhead_set_end_ns (fixture.playhead, 800 * MS);
  ilv_playhead_set_playing (fixture.playhead, TRUE);
  assert_direction (gtk_widget_get_parent (get_part (&fixture, "play_button")), GTK_TEXT_DIR_LTR);
  assert_direction (get_part (&fixture, "scrubber"), GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (fixture.transport), ==, GTK_TEXT_DIR_RTL);
  assert_direction (get_part (&fixture, "speeds"), GTK_TEXT_DIR_RTL);
  ilv_playhead_set_playing (fixture.playhead, FALSE);
  tear_down (&fixture, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/transport/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("position", test_position);
  ADD ("scrub", test_scrub);
  ADD ("playing", test_playing);
  ADD ("speeds", test_speeds);
  ADD ("running", test_running);
#undef ADD
  g_test_add_func ("/ui/transport/from-right", test_from_right);

  return g_test_run ();
}
