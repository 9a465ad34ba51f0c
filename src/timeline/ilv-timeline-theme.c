/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-timeline-theme.h"

#include "ilv-compat.h"

#define RGB(hex)                                                                                   \
  ((GdkRGBA){ .red = ((hex) >> 16 & 0xff) / 255.0f,                                                \
              .green = ((hex) >> 8 & 0xff) / 255.0f,                                               \
              .blue = ((hex) &0xff) / 255.0f,                                                      \
              .alpha = 1 })

static GdkRGBA
with_alpha (const GdkRGBA *colour, float alpha)
{
  GdkRGBA result = *colour;

  result.alpha *= alpha;
  return result;
}

static void
convert (IlvColour colour, GdkRGBA *result)
{
  *result = RGB ((guint) colour.red << 16 | (guint) colour.green << 8 | colour.blue);
}

typedef struct
{
  GtkWidget *widget; /* unowned, forgotten when it dies */
  IlvTimelineThemeFunc callback;
} Watch;

static GSList *watches = NULL;

static void
forget (gpointer data, GObject *widget G_GNUC_UNUSED)
{
  watches = g_slist_remove (watches, data);
  g_free (data);
}

void
ilv_timeline_theme_watch (GtkWidget *widget, IlvTimelineThemeFunc callback)
{
  Watch *watch;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (callback != NULL);

  watch = g_new (Watch, 1);
  watch->widget = widget;
  watch->callback = callback;
  watches = g_slist_prepend (watches, watch);
  g_object_weak_ref (G_OBJECT (widget), forget, watch);
  ilv_compat_watch_theme (widget, callback);
}

void
ilv_timeline_theme_set_palette (IlvPaletteKind kind)
{
  ilv_palette_set_kind (kind);
  for (GSList *node = watches; node != NULL; node = node->next)
    {
      const Watch *watch = node->data;

      watch->callback (watch->widget);
    }
}

/**
 * ilv_timeline_theme_load:
 * @self: the theme to fill
 * @widget: the widget whose theme it is
 */
void
ilv_timeline_theme_load (IlvTimelineTheme *self, GtkWidget *widget)
{
  float luminance;

  ilv_compat_get_widget_colour (widget, &self->text);
  luminance = 0.2126f * self->text.red + 0.7152f * self->text.green + 0.0722f * self->text.blue;
  self->dark = luminance > 0.5f;
  self->high_contrast = ilv_compat_is_high_contrast (widget);

  self->dim = with_alpha (&self->text, self->high_contrast ? 1.0f : self->dark ? 0.72f : 0.7f);
  self->track = with_alpha (&self->text, self->high_contrast ? 0.08f : self->dark ? 0.08f : 0.05f);
  self->grid = with_alpha (&self->text, self->high_contrast ? 0.4f : 0.09f);
  self->plate = self->dark ? RGB (0x2e2e32) : RGB (0xffffff);
  self->playhead = self->dark ? RGB (0xff6b6b) : RGB (0xe01b24);
  self->failure = self->dark ? RGB (0xff8f8f) : RGB (0xa51d2d);
  self->end = self->dark ? RGB (0x57e389) : RGB (0x1f8a5b);
  self->ghost = self->dark ? RGB (0xdc8add) : RGB (0x813d9c);
  self->ghost_text = self->dark ? RGB (0x241f31) : RGB (0xffffff);
  self->bubble = with_alpha (&RGB (0x1f1f24), self->high_contrast ? 1.0f : 0.93f);
  self->bubble_text = RGB (0xffffff);
  self->bubble_line = with_alpha (&RGB (0xffffff), self->high_contrast ? 1.0f : 0.2f);
  self->focus = self->dark ? RGB (0x78aeed) : RGB (0x1c71d8);
}

void
ilv_timeline_theme_get_task_colour (const IlvTimelineTheme *self, guint index, GdkRGBA *colour)
{
  convert (ilv_palette_get_colour (ilv_palette_get_index (index), self->dark), colour);
}

void
ilv_timeline_theme_get_task_text_colour (const IlvTimelineTheme *self, guint index, GdkRGBA *colour)
{
  convert (ilv_palette_get_text_colour (ilv_palette_get_index (index), self->dark), colour);
}

void
ilv_timeline_theme_get_task_line_colour (const IlvTimelineTheme *self, guint index, GdkRGBA *colour)
{
  convert (ilv_palette_get_line_colour (ilv_palette_get_index (index), self->dark), colour);
}
