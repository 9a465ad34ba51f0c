/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours as the theme that is loaded has them, with what is see-through laid over what is below it, and
 * the contrast of two of them as WCAG 2 defines it. */

#pragma once

#include <adwaita.h>

#include "colour-sight.h"
#include "ilv-compat.h"

#define CONTRAST_TEXT 4.5    /* WCAG 2, success criterion 1.4.3 */
#define CONTRAST_GRAPHICS 3. /* success criterion 1.4.11 */

static inline GdkRGBA
contrast_lay_over (GdkRGBA top, GdkRGBA below)
{
  float rest = 1 - top.alpha;

  return (GdkRGBA){ top.red * top.alpha + below.red * rest, top.green * top.alpha + below.green * rest,
                    top.blue * top.alpha + below.blue * rest, 1 };
}

/* Of what is seen of @top, which may be see-through, to what is @below it. */
static inline double
contrast_get (GdkRGBA top, GdkRGBA below)
{
  GdkRGBA seen = contrast_lay_over (top, below);

  return colour_get_contrast_of_luminances (colour_get_luminance (seen.red, seen.green, seen.blue),
                                            colour_get_luminance (below.red, below.green, below.blue));
}

/* A label that has a colour because a style sheet says so: it knows what @names, alpha () and mix () are. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *label;
  GtkCssProvider *provider;
} ContrastProbe;

static inline void
contrast_probe_init (ContrastProbe *self)
{
  self->window = gtk_window_new ();
  self->label = gtk_label_new (NULL);
  self->provider = gtk_css_provider_new ();
  gtk_widget_set_name (self->label, "probe");
  gtk_window_set_child (GTK_WINDOW (self->window), self->label);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
}

static inline void
contrast_probe_clear (ContrastProbe *self)
{
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (self->provider));
  g_object_unref (self->provider);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

/* What @colour is where text is @text (nullable: as the theme says). */
static inline GdkRGBA
contrast_probe_resolve (ContrastProbe *self, const char *colour, const char *text)
{
  GString *value = g_string_new (colour);
  g_autofree char *css = NULL;
  GdkRGBA result;

  g_string_replace (value, "currentColor", text != NULL ? text : "@window_fg_color", 0);
  css = g_strdup_printf ("#probe { color: %s; transition: none; }", value->str);
  g_string_free (value, TRUE);
  ilv_compat_load_css (self->provider, css);
  ilv_compat_get_widget_colour (self->label, &result);
  return result;
}

/* Grounds are told from the top to the bottom, "alpha(white, 0.1) over #1e1e20". */
static inline GdkRGBA
contrast_probe_resolve_ground (ContrastProbe *self, const char *ground, const char *text)
{
  g_auto (GStrv) layers = g_strsplit (ground, " over ", -1);
  guint n_layers = g_strv_length (layers);
  GdkRGBA result = contrast_probe_resolve (self, layers[n_layers - 1], text);

  for (guint i = n_layers - 1; i > 0; i--)
    result = contrast_lay_over (contrast_probe_resolve (self, layers[i - 1], text), result);
  return result;
}
