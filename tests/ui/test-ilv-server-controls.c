/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-server-controls.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  IlvServerControls *controls;
  guint n_changes;
} Fixture;

static const IlvServerSettings lessons = {
  .latency_ns = 100 * MS,
  .jitter_ns = 20 * MS,
  .failure_rate = 0.1,
  .rate_limit = 50,
};

static void
on_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->controls = g_object_ref_sink (g_object_new (ILV_TYPE_SERVER_CONTROLS, NULL));
  g_signal_connect_swapped (fixture->controls, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->controls);
}

static void
assert_settings (Fixture *fixture, const IlvServerSettings *expected)
{
  IlvServerSettings settings;

  ilv_server_controls_get_settings (fixture->controls, &settings);
  g_assert_cmpint (settings.latency_ns, ==, expected->latency_ns);
  g_assert_cmpint (settings.jitter_ns, ==, expected->jitter_ns);
  g_assert_cmpfloat_with_epsilon (settings.failure_rate, expected->failure_rate, 1e-9);
  g_assert_cmpuint (settings.rate_limit, ==, expected->rate_limit);
}

/* All four at once are one change. */
static void
test_settings (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const IlvServerSettings none = { 0 };
  const IlvServerSettings too_much = {
    .latency_ns = 10 * ILV_SERVER_MAX_LATENCY_NS, .failure_rate = 7, .rate_limit = 100000
  };
  const IlvServerSettings most = {
    .latency_ns = ILV_SERVER_MAX_LATENCY_NS, .failure_rate = 1, .rate_limit = 200
  };

  assert_settings (fixture, &none);
  ilv_server_controls_set_settings (fixture->controls, &lessons);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  assert_settings (fixture, &lessons);
  ilv_server_controls_set_settings (fixture->controls, &too_much);
  assert_settings (fixture, &most);
}

static void
test_kept (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GVariantDict) kept = G_VARIANT_DICT_INIT (NULL);
  const IlvServerSettings none = { 0 };

  ilv_server_controls_set_settings (fixture->controls, &lessons);
  ilv_server_controls_save (fixture->controls, &kept);
  ilv_server_controls_set_settings (fixture->controls, &none);
  ilv_server_controls_restore (fixture->controls, &kept);
  assert_settings (fixture, &lessons);
}

/* What makes no sense leaves all as it is. */
static void
test_damaged (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const texts[] = {
    "{}",
    "{'latency': <'slow'>}",
    "{'latency': <-1.0>, 'limit': <1e9>}",
    "{'jitter': <nan>, 'failures': <inf>}",
  };

  ilv_server_controls_set_settings (fixture->controls, &lessons);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GVariant) saved
        = g_variant_parse (G_VARIANT_TYPE_VARDICT, texts[i], NULL, NULL, NULL);
      g_auto (GVariantDict) kept = G_VARIANT_DICT_INIT (saved);

      g_assert_nonnull (saved);
      ilv_server_controls_restore (fixture->controls, &kept);
      assert_settings (fixture, &lessons);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/server-controls/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("settings", test_settings);
  ADD ("kept", test_kept);
  ADD ("damaged", test_damaged);
#undef ADD

  return g_test_run ();
}
