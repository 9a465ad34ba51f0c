/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two windows with the slide that is shown, as the room and the presenter have them. */

#pragma once

#include "ilv-slide-canvas.h"
#include "ilv-slide-style.h"
#include "ilv-slide-view.h"
#include "present-test.h"

G_BEGIN_DECLS

#define N_WINDOWS 2

static inline GtkWidget *
present_test_open_window (PresentFixture *fixture)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *canvas = ilv_slide_canvas_new ();

  ilv_slide_style_load (gtk_widget_get_display (window));
  ilv_slide_canvas_set_child (ILV_SLIDE_CANVAS (canvas), ilv_slide_view_new (fixture->stages));
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_set_default_size (GTK_WINDOW (window), 960, 540);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_mapped (canvas) && gtk_widget_get_width (canvas) > 0);
  return window;
}

static inline gboolean
present_test_count_frame (GtkWidget *widget G_GNUC_UNUSED,
                          GdkFrameClock *clock G_GNUC_UNUSED,
                          gpointer data)
{
  return ++*(guint *) data < 3;
}

/* What was changed is laid out and drawn. */
static inline void
present_test_wait_for_frame (GtkWidget *window)
{
  guint n_frames = 0;

  gtk_widget_add_tick_callback (window, present_test_count_frame, &n_frames, NULL);
  ui_test_wait_until (n_frames == 3);
}

/* The experiment that is shown is to run, and all is known of it. */
static inline void
present_test_wait_for_run (PresentFixture *fixture)
{
  IlvStage *stage = ilv_stage_set_get_current (fixture->stages);

  ui_test_wait_until (ilv_stage_is_running (stage));
  ui_test_wait_until (!ilv_stage_is_running (stage));
}

G_END_DECLS
