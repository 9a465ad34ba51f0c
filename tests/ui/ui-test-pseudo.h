/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A language that nobody speaks, whose texts are longer and in brackets. */

#pragma once

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UI_TEST_STYLE "/io/github/interleave/Interleave/style.css"

static inline void
ui_test_call (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                &errors, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s", error->message, errors);
}

static inline void
ui_test_use_translations (const char *folder)
{
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Writes the language to @folder and makes it the one that is spoken, where LANGUAGE is "qps". @translations:
 * scripts/translations. @compiler: glib-compile-resources. */
static inline GResource *
ui_test_speak_pseudo (const char *folder, const char *translations, const char *compiler)
{
  g_autofree char *list = g_build_filename (folder, "course.gresource.xml", NULL);
  g_autofree char *bundle = g_build_filename (folder, "course.gresource", NULL);
  g_autofree char *source = g_strconcat ("--sourcedir=", folder, NULL);
  g_autofree char *target = g_strconcat ("--target=", bundle, NULL);
  g_autofree char *locale = g_build_filename (folder, "locale", NULL);
  g_autoptr (GError) error = NULL;
  GResource *resource;

  ui_test_call ((const char *const[]){ "python3", translations, "pseudo", folder, NULL });
  ui_test_call ((const char *const[]){ compiler, source, target, list, NULL });
  resource = g_resource_load (bundle, &error);
  g_assert_no_error (error);
  /* The last that was registered is looked into first; those linked in are registered when the first of them
   * is asked for. */
  g_assert_true (g_resources_get_info (UI_TEST_STYLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
  g_resources_register (resource);
  ui_test_use_translations (locale);
  return resource;
}

static inline void
ui_test_add_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, UI_TEST_STYLE);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

G_END_DECLS
