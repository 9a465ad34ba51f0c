/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli-fixture.h"

#include <locale.h>

#include <json-glib/json-glib.h>

#define FINE                                                                                                           \
  "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":0,\"dur\":2000,\"tid\":1},{\"ph\":\"X\",\"name\":\"b\",\"ts\":500,\"dur\":500,\"tid\":1}," \
  "{\"ph\":\"X\",\"name\":\"c\",\"ts\":1000,\"dur\":2000,\"tid\":2},{\"ph\":\"C\",\"ts\":1}]"
#define BROKEN "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":0,\"dur\":1000},\n{\"ph\":\"E\",\"ts\":2},{\"ph\":\"X\",\"ts\":}]"

/* Runs the command with @text as the file %s of @arguments. */
static void
run_info (const char *text, const char *arguments, int status, Result *result)
{
  g_autofree char *folder = create_folder ();
  g_autofree char *path = g_build_filename (folder, "trace.json", NULL);
  g_auto (GStrv) parts = g_strsplit (arguments, "%s", -1);
  g_autofree char *line = g_strjoinv (path, parts);

  write_file (folder, "trace.json", text);
  run (line, status, result);
  remove_file (folder, "trace.json");
  remove_file (folder, "");
}

static void
test_text (void)
{
  g_auto (Result) result = { NULL };

  run_info (FINE, "info %s", 0, &result);
  assert_contains (result.output, "Events: 4\n");
  assert_contains (result.output, "Spans: 3\n");
  assert_contains (result.output, "Lanes: 3, of 2 workers\n");
  assert_contains (result.output, "Flows: 0\n");
  assert_contains (result.output, "Of kinds that no lane shows: 1\n");
  assert_contains (result.output, "Most workers busy at once: 2\n");
  g_assert_cmpstr (result.errors, ==, "");
}

static void
test_faults (void)
{
  g_auto (Result) result = { NULL };

  run_info (BROKEN, "info %s", 1, &result);
  assert_contains (result.output, "Spans: 1\n");
  assert_contains (result.errors, "trace.json: byte 42, event 2: the event ends what has not begun\n");
  assert_contains (result.errors, "trace.json: byte 75, event 3: a value was expected here\n");

  run_info ("Dear reader", "info %s", 1, &result);
  assert_contains (result.errors, "This is no trace");
  run ("info /no/such/file", 1, &result);
  assert_contains (result.errors, "/no/such/file");
}

static void
test_json (void)
{
  g_auto (Result) result = { NULL };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *files;
  JsonObject *file, *trace;

  run_info (BROKEN, "info --format=json %s /no/such/file %s", 1, &result);
  json_parser_load_from_data (parser, result.output, -1, &error);
  g_assert_no_error (error);
  files = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (files), ==, 3);
  g_assert_true (json_object_has_member (json_array_get_object_element (files, 1), "error"));
  file = json_array_get_object_element (files, 2);
  g_assert_cmpstr (json_object_get_string_member (file, "format"), ==, "chrome");
  g_assert_cmpint (json_object_get_int_member (file, "n_faults"), ==, 2);
  trace = json_array_get_object_element (json_object_get_array_member (file, "traces"), 0);
  g_assert_cmpint (json_object_get_int_member (trace, "spans"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (trace, "duration_ns"), ==, 1000000);
  g_assert_cmpint (json_object_get_int_member (
                     json_array_get_object_element (json_object_get_array_member (file, "faults"), 1), "byte"),
                   ==, 75);
}

/* What the program itself writes. */
static void
test_ours (void)
{
  static const char *const formats[] = { "json", "csv" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_auto (Result) written = { NULL };
      g_auto (Result) result = { NULL };
      g_autofree char *arguments = g_strdup_printf (
        "run concurrency --left=model --right=model --format=%s", formats[i]);

      run (arguments, 0, &written);
      run_info (written.output, "info %s", 0, &result);
      assert_contains (result.output, "a trace of Interleave");
      assert_contains (result.output, "left");
      assert_contains (result.output, "right");
      g_assert_cmpstr (result.errors, ==, "");
    }
}

static void
test_usage (void)
{
  g_auto (Result) result = { NULL };

  run ("info", 2, &result);
  assert_contains (result.errors, "Which file?");
  run ("info --format=yaml x", 2, &result);
  assert_contains (result.errors, "text, json");
  run ("info --help", 0, &result);
  assert_contains (result.output, "--format");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  if (argc > 1 && strcmp (argv[1], "--cli") == 0)
    return ilv_cli_run (argc - 1, argv + 1, NULL);

  g_test_init (&argc, &argv, NULL);
  program = argv[0];

  g_test_add_func ("/cli/info/text", test_text);
  g_test_add_func ("/cli/info/faults", test_faults);
  g_test_add_func ("/cli/info/json", test_json);
  g_test_add_func ("/cli/info/ours", test_ours);
  g_test_add_func ("/cli/info/usage", test_usage);

  return g_test_run ();
}
