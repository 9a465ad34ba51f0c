/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-conditions.h"
#include "ilv-processors.h"
#include "ilv-result-text.h"
#include "ilv-world-private.h"
#include "ui-test-view.h"

#define UNIFORM "Title=Two\nLeft=sequential\nRight=model\nProcessors=2\n[Task A]\nSteps=cpu 20ms\n"        \
                "[Task B]\nSteps=cpu 20ms\n"
#define LOCKED                                                                                     \
  "Title=Locked\nLeft=sequential\nRight=sequential\n"                                              \
  "[Task A]\nSteps=lock L; add 300; unlock L\n[Task B]\nSteps=lock L; add 300; unlock L\n"         \
  "[Break]\nTitle=Drop the lock\nRepair=Take it again.\n"                                          \
  "[Broken A]\nSteps=add 200\n"
#define PAGES                                                                                      \
  "Title=Pages\nLeft=await-loop\nRight=event-loop\nScene=names\n[Server]\nLatency=10ms\n"          \
  "Failures=0\n[Task Name]\nCount=5\nSteps=get /api/v2/pokemon/{random}\n"

static double
get_number (ViewFixture *fixture, const char *adjustment)
{
  return gtk_adjustment_get_value (view_get_setup (fixture, adjustment));
}

static void
set_number (ViewFixture *fixture, const char *adjustment, double value)
{
  gtk_adjustment_set_value (view_get_setup (fixture, adjustment), value);
}

/* What was set is there at the next visit, and the lesson's settings can be had again. */
static void
test_kept (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvSideCard *left = view_get_part (fixture, "left");

  g_assert_false (view_is_enabled (fixture, "reset-settings"));
  set_number (fixture, "tasks", 3);
  set_number (fixture, "work", 30);
  ilv_side_card_set_strategy (left, ILV_STRATEGY_EVENT_LOOP);
  g_assert_true (view_is_enabled (fixture, "reset-settings"));
  g_assert_true (view_shows (fixture, "3 tasks of 30 ms"));

  view_show (fixture);
  g_assert_cmpfloat (get_number (fixture, "tasks"), ==, 3);
  g_assert_cmpfloat (get_number (fixture, "work"), ==, 30);
  left = view_get_part (fixture, "left");
  g_assert_cmpint (ilv_side_card_get_strategy (left), ==, ILV_STRATEGY_EVENT_LOOP);
  g_assert_true (view_is_enabled (fixture, "reset-settings"));

  view_activate (fixture, "reset-settings");
  g_assert_cmpfloat (get_number (fixture, "tasks"), ==, 2);
  g_assert_cmpfloat (get_number (fixture, "work"), ==, 20);
  g_assert_cmpint (ilv_side_card_get_strategy (left), ==, ILV_STRATEGY_SEQUENTIAL);
  g_assert_false (view_is_enabled (fixture, "reset-settings"));
  g_assert_true (view_shows (fixture, "Two"));
  view_show (fixture);
  g_assert_cmpfloat (get_number (fixture, "tasks"), ==, 2);
}

static void
test_damaged (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const texts[] = {
    "", "{", "'text'", "{'tasks': <'three'>}", "{'tasks': <uint32 0>, 'work': <int64 -5>}",
    "{'left': <'nothing'>, 'lanes': <uint32 9>}",
  };
  g_autofree char *key
    = g_strdup_printf ("settings-%08x", g_str_hash ("Two"));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ilv_progress_set_setting (fixture->lesson.progress, "lesson", "page", key, texts[i]);
      view_show (fixture);
      g_assert_cmpfloat (get_number (fixture, "tasks"), ==, 2);
      g_assert_cmpfloat (get_number (fixture, "work"), ==, 20);
      g_assert_cmpint (ilv_side_card_get_strategy (view_get_part (fixture, "left")), ==,
                       ILV_STRATEGY_SEQUENTIAL);
    }
}

static gint64
get_counter (ViewFixture *fixture)
{
  return ilv_trace_get_info (view_get_trace (fixture, ILV_SIDE_LEFT))->counter_expected;
}

static void
test_broken (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (view_shows (fixture, "Drop the lock"));
  view_run (fixture);
  g_assert_cmpint (get_counter (fixture), ==, 600);
  g_assert_true (view_shows (fixture, "Counter: 600 of 600; no update was lost."));
  g_assert_false (view_shows (fixture, "Take it again."));

  view_change (fixture, "break", g_variant_new_boolean (TRUE));
  view_run (fixture);
  g_assert_cmpint (get_counter (fixture), ==, 200);
  g_assert_true (view_shows (fixture, "Take it again."));

  view_activate (fixture, "repair");
  g_assert_true (ilv_experiment_is_running (fixture->experiment));
  g_assert_false (view_shows (fixture, "Take it again."));
  ui_test_wait_until (view_is_enabled (fixture, "run"));
  g_assert_cmpint (get_counter (fixture), ==, 600);
}

static void
test_server (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvServerControls *server = view_get_part (fixture, "server");
  IlvServerSettings settings;
  IlvTrace *trace;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (server)));
  ilv_server_controls_get_settings (server, &settings);
  g_assert_cmpint (settings.latency_ns, ==, 10 * MS);
  set_number (fixture, "pages", 3);
  view_run (fixture);
  trace = view_get_trace (fixture, ILV_SIDE_RIGHT);
  g_assert_cmpuint (ilv_trace_get_info (trace)->tasks->len, ==, 3);
  g_assert_true (view_shows (fixture, "All 3 names arrived."));

  /* All fail, and it is said why. */
  settings.failure_rate = 1;
  ilv_server_controls_set_settings (server, &settings);
  view_run (fixture);
  g_assert_false (view_shows (fixture, "All 3 names arrived."));
  g_assert_true (g_str_has_prefix (
    ilv_side_card_get_results (view_get_part (fixture, "left")), "3 of 3 tasks failed: "));

  /* Kept with the rest. */
  view_show (fixture);
  ilv_server_controls_get_settings (view_get_part (fixture, "server"), &settings);
  g_assert_cmpfloat (settings.failure_rate, ==, 1);
  g_assert_cmpfloat (get_number (fixture, "pages"), ==, 3);
}

/* The setting is for comparisons too, and it is said what it means. Nobody answers here. */
static void
test_pokeapi (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *server = view_get_part (fixture, "server");
  IlvWorld *world = ilv_experiment_get_world (fixture->experiment);

  g_assert_true (gtk_widget_get_sensitive (server));
  g_settings_set_boolean (fixture->lesson.settings, "use-pokeapi", TRUE);
  g_assert_false (gtk_widget_get_sensitive (server));
  ilv_world_set_poke_api_address (world, "http://127.0.0.1:9");
  view_run (fixture);
  g_assert_true (ilv_world_get_uses_pokeapi (world));
  g_assert_true (view_shows (fixture, ilv_result_text_get_pokeapi_remark ()));

  g_settings_reset (fixture->lesson.settings, "use-pokeapi");
  g_assert_true (gtk_widget_get_sensitive (server));
  view_run (fixture);
  g_assert_false (ilv_world_get_uses_pokeapi (world));
  g_assert_false (view_shows (fixture, ilv_result_text_get_pokeapi_remark ()));
}

static void
test_scene (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const sides[] = { "left", "right" };

  for (guint shows_scene = 0; shows_scene < 2; shows_scene++)
    {
      view_change (fixture, "show-scene", g_variant_new_boolean (shows_scene == 1));
      for (guint i = 0; i < ILV_N_SIDES; i++)
        {
          GtkStack *views = GTK_STACK (gtk_widget_get_template_child (
            view_get_part (fixture, sides[i]), ILV_TYPE_SIDE_CARD, "views"));

          g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==,
                           shows_scene ? "scene" : "timeline");
        }
    }
  g_assert_true (view_shows (fixture, "Names"));
}

static IlvSliceControl *
get_slice (ViewFixture *fixture)
{
  return ilv_setup_get_slice (view_get_part (fixture, "setup"));
}

static gint64
get_slice_ns (ViewFixture *fixture)
{
  return ilv_slice_control_get_slice_ns (get_slice (fixture));
}

/* It is there for who follows it, kept, set back, and what the run is made with. */
static void
test_slice (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvSideCard *right;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_slice (fixture))));
  g_assert_cmpint (get_slice_ns (fixture), ==, 0);
  ilv_slice_control_set_slice_ns (get_slice (fixture), 7 * MS);
  g_assert_true (view_is_enabled (fixture, "reset-settings"));
  view_run (fixture);
  g_assert_cmpint (ilv_trace_get_info (view_get_trace (fixture, ILV_SIDE_LEFT))->slice_asked_ns, ==,
                   -1);
  g_assert_cmpint (ilv_trace_get_info (view_get_trace (fixture, ILV_SIDE_RIGHT))->slice_asked_ns,
                   ==, 7 * MS);

  view_show (fixture);
  g_assert_cmpint (get_slice_ns (fixture), ==, 7 * MS);
  view_activate (fixture, "reset-settings");
  g_assert_cmpint (get_slice_ns (fixture), ==, 0);
  g_assert_false (view_is_enabled (fixture, "reset-settings"));

  right = view_get_part (fixture, "right");
  ilv_side_card_set_strategy (right, ILV_STRATEGY_THREAD_POOL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_slice (fixture))));
  ilv_side_card_set_strategy (right, ILV_STRATEGY_TIME_SLICED);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_slice (fixture))));
}

/* The lesson's own is what it begins with, and what it comes back to. */
static void
test_lessons_slice (ViewFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (get_slice_ns (fixture), ==, 30 * MS);
  g_assert_false (view_is_enabled (fixture, "reset-settings"));
  ilv_slice_control_set_slice_ns (get_slice (fixture), 0);
  g_assert_true (view_is_enabled (fixture, "reset-settings"));
  view_show (fixture);
  g_assert_cmpint (get_slice_ns (fixture), ==, 0);
  view_activate (fixture, "reset-settings");
  g_assert_cmpint (get_slice_ns (fixture), ==, 30 * MS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, compare, function)                                                               \
  g_test_add ("/ui/conditions/" path, ViewFixture, compare, view_set_up, function, view_tear_down)
  ADD ("kept", UNIFORM, test_kept);
  ADD ("damaged", UNIFORM, test_damaged);
  ADD ("broken", LOCKED, test_broken);
  ADD ("server", PAGES, test_server);
  ADD ("pokeapi", PAGES, test_pokeapi);
  ADD ("scene", PAGES, test_scene);
  ADD ("slice", UNIFORM, test_slice);
  ADD ("lessons-slice", "Slice=30ms\n" UNIFORM, test_lessons_slice);
#undef ADD

  return g_test_run ();
}
