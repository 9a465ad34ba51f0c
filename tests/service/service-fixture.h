/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the service room's tests share: a world that is open, in a cache folder of the test's own. */

#pragma once

#include <glib/gstdio.h>

#include "ilv-world-private.h"
#include "ilv-world.h"

/* Long enough for any machine: what is waited for must come, and if it does not, the test fails. */
#define DEADLINE_US (60 * G_USEC_PER_SEC)

/* Iterates the main context until @condition holds. */
#define WAIT_FOR(condition) \
  G_STMT_START \
  { \
    gint64 wait_deadline_us = g_get_monotonic_time () + DEADLINE_US; \
    while (!(condition)) \
      { \
        g_assert_cmpint (g_get_monotonic_time (), <, wait_deadline_us); \
        g_main_context_iteration (NULL, FALSE) ? (void) 0 : g_usleep (200); \
      } \
  } \
  G_STMT_END

typedef struct
{
  gboolean is_done;
  char *text;
  GError *error;
  gint64 done_us;
} Outcome;

static inline void
outcome_clear (Outcome *outcome)
{
  g_clear_pointer (&outcome->text, g_free);
  g_clear_error (&outcome->error);
  outcome->is_done = FALSE;
}

static inline void
on_performed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->text = ilv_world_perform_finish (ILV_WORLD (source), result, &outcome->error);
  outcome->done_us = g_get_monotonic_time ();
  outcome->is_done = TRUE;
}

static inline void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;

  ilv_world_open_finish (ILV_WORLD (source), result, &outcome->error);
  outcome->is_done = TRUE;
}

static inline void
open_world (IlvWorld *world)
{
  Outcome outcome = { 0 };

  ilv_world_open_async (world, NULL, on_opened, &outcome);
  WAIT_FOR (outcome.is_done);
  g_assert_no_error (outcome.error);
}

/* An open world whose server answers after @latency_ms. */
static inline IlvWorld *
make_world (guint latency_ms)
{
  IlvWorld *world = ilv_world_new ();
  IlvServerSettings settings = { .latency_ns = latency_ms * G_GINT64_CONSTANT (1000000) };

  ilv_world_set_server_settings (world, &settings);
  open_world (world);
  return world;
}

/* Performs a step in each of the two ways, and frees nothing in between. */
static inline char *
perform (IlvWorld *world, IlvStepKind kind, const char *argument, GError **error)
{
  IlvStep step = { .kind = kind, .argument = (char *) argument };

  return ilv_world_perform (world, &step, NULL, error);
}

static inline void
perform_async (IlvWorld *world, IlvStepKind kind, const char *argument, Outcome *outcome)
{
  IlvStep step = { .kind = kind, .argument = (char *) argument };

  ilv_world_perform_async (world, &step, NULL, on_performed, outcome);
  WAIT_FOR (outcome->is_done);
}

/* Both ways must bring the same. */
static inline void
assert_performs (IlvWorld *world, IlvStepKind kind, const char *argument, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *blocking = perform (world, kind, argument, &error);
  Outcome outcome = { 0 };

  g_assert_no_error (error);
  g_assert_cmpstr (blocking, ==, text);
  perform_async (world, kind, argument, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpstr (outcome.text, ==, text);
  outcome_clear (&outcome);
}

static inline void
assert_matches (const char *text, const char *pattern)
{
  if (!g_pattern_match_simple (pattern, text))
    g_error ("“%s” is not “%s”", text, pattern);
}

static inline void
assert_fails_in_world (IlvWorld *world,
                       IlvStepKind kind,
                       const char *argument,
                       int code,
                       const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *blocking = perform (world, kind, argument, &error);
  Outcome outcome = { 0 };

  g_assert_null (blocking);
  g_assert_error (error, ILV_WORLD_ERROR, code);
  assert_matches (error->message, pattern);
  perform_async (world, kind, argument, &outcome);
  g_assert_null (outcome.text);
  g_assert_error (outcome.error, ILV_WORLD_ERROR, code);
  assert_matches (outcome.error->message, pattern);
  outcome_clear (&outcome);
}

/* Removes a folder that only holds what the test has made. */
static inline void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

/* g_test_init () with a cache folder of its own; to be removed with remove_all (). */
static inline char *
init_test (int *argc, char ***argv)
{
  char *cache = g_dir_make_tmp ("interleave-test-XXXXXX", NULL);

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (argc, argv, NULL);
  return cache;
}
