/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several tests of the ui room need: looking below a widget, and waiting. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The widget of that type at place @nth, from 0, in the order of reading; @widget itself counts. */
static inline GtkWidget *
ui_test_find_nth (GtkWidget *widget, GType type, guint *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find_nth (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline GtkWidget *
ui_test_find (GtkWidget *widget, GType type, guint nth)
{
  return ui_test_find_nth (widget, type, &nth);
}

static inline GtkWidget *
ui_test_find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find (widget, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
      return label;
  return NULL;
}

static inline void
ui_test_remove (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_delete (file, NULL, &error);
  g_assert_no_error (error);
}

static inline gboolean
ui_test_keep_awake (gpointer data G_GNUC_UNUSED)
{
  return G_SOURCE_CONTINUE;
}

#define ui_test_wait_until(condition)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 deadline_us = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;                            \
    guint awake = g_timeout_add (2, ui_test_keep_awake, NULL);                                     \
    while (!(condition))                                                                           \
      {                                                                                            \
        g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);                                 \
        g_main_context_iteration (NULL, TRUE);                                                     \
      }                                                                                            \
    g_source_remove (awake);                                                                       \
  }                                                                                                \
  G_STMT_END

static inline gboolean
ui_test_note (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until nothing is left to do for a main loop with spare time: what comes by and by is there. */
static inline void
ui_test_wait_for_the_rest (void)
{
  gboolean is_idle = FALSE;

  g_idle_add_full (G_PRIORITY_LOW, ui_test_note, &is_idle, NULL);
  ui_test_wait_until (is_idle);
}

G_END_DECLS
