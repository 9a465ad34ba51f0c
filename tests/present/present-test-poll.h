/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The poll of the lesson that is presented, and its answer, each in a window of its own. */

#pragma once

#include "ilv-poll-choice.h"
#include "present-test.h"

G_BEGIN_DECLS

/* Its choices. */
#define LEFT 0
#define BOTH 1

/* Goes to the slide of that kind, and opens what @create makes for it. */
static inline GtkWidget *
present_test_open_poll (PresentFixture *fixture,
                        IlvSlideKind kind,
                        GtkWidget *(*create) (IlvPresentation *presentation, IlvSlide *slide))
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view;

  present_test_show (fixture, kind);
  view = create (fixture->presentation, ilv_presentation_get_slide (fixture->presentation));
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_present (GTK_WINDOW (window));
  return view;
}

/* Closes it, and sees that nothing else keeps it. */
static inline void
present_test_close_poll (GtkWidget *view)
{
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (view)));
  g_assert_null (view);
}

static inline IlvPoll *
present_test_get_poll (PresentFixture *fixture)
{
  return ilv_presentation_get_poll (fixture->presentation, 0);
}

G_END_DECLS
