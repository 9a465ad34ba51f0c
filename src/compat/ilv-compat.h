/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The compat room: the only place that asks which version of the platform it is compiled for.
 *
 * Each function does one thing the same way on GTK 4.8 with libadwaita 1.2 and on the newest ones.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The text colour that the theme gives the widget. */
void ilv_compat_get_widget_colour (GtkWidget *widget, GdkRGBA *colour);

/* Whether the person asked for high contrast. */
gboolean ilv_compat_is_high_contrast (GtkWidget *widget);

/**
 * IlvCompatThemeFunc:
 * @widget: the widget that watches
 */
typedef void (*IlvCompatThemeFunc) (GtkWidget *widget);

/* Calls @callback whenever dark or high contrast is switched, as long as the widget lives. */
void ilv_compat_watch_theme (GtkWidget *widget, IlvCompatThemeFunc callback);

/* Tells people who use a screen reader what happened. Before GTK 4.14 it becomes the description of what has
 * the focus, or of the window, which they tell too. Does nothing for a widget that is in no window. */
void ilv_compat_announce (GtkWidget *widget, const char *message);

/* Lets screen readers say what a drop-down list is for and what is chosen: the focus is on a button in it, which
 * has no name of its own (GTK 4.8). */
void ilv_compat_name_drop_down (GtkDropDown *drop_down);

/* What aligns texts of several sizes on one line. */
GtkAlign ilv_compat_get_baseline_align (void);

/* Makes @css the style of @provider. */
void ilv_compat_load_css (GtkCssProvider *provider, const char *css);

/**
 * IlvCompatFileFunc:
 * @file: (nullable): what was chosen; %NULL where the person chose nothing
 * @user_data: as given
 */
typedef void (*IlvCompatFileFunc) (GFile *file, gpointer user_data);

/* Asks for a file that there is, of those that @filter (nullable) shows; @callback is called once. */
void ilv_compat_choose_file (GtkWindow *parent,
                             const char *title,
                             GtkFileFilter *filter,
                             IlvCompatFileFunc callback,
                             gpointer user_data);

/* Asks for a folder that there is; @callback is called once. */
void ilv_compat_choose_folder (GtkWindow *parent,
                               const char *title,
                               IlvCompatFileFunc callback,
                               gpointer user_data);

/* Asks where a file is to be saved, at first under @name; @callback is called once. */
void ilv_compat_save_file (GtkWindow *parent,
                           const char *title,
                           const char *name,
                           IlvCompatFileFunc callback,
                           gpointer user_data);

/* Shows the folder that a file is in, with the file chosen where the system can do that. */
void ilv_compat_show_in_folder (GtkWindow *parent, GFile *file);

/* Shows the "About" window. */
void ilv_compat_show_about (GtkWindow *parent);

G_END_DECLS
