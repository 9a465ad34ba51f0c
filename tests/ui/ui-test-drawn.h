/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-section-view.h"
#include "ui-test.h"

static inline void
ui_test_count_frame (GdkFrameClock *clock G_GNUC_UNUSED, guint *n_frames)
{
  (*n_frames)++;
}

/* Until all of what @window shows has been laid out and drawn, and what it showed before is gone. */
static inline void
ui_test_wait_until_drawn (GtkWidget *window)
{
  GtkWidget *section = ui_test_find (window, ILV_TYPE_SECTION_VIEW, 0);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler;

  ui_test_wait_until (section == NULL || ilv_section_view_is_whole (ILV_SECTION_VIEW (section)));
  ui_test_wait_for_the_rest ();
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (ui_test_count_frame), &n_frames);
  for (guint i = 1; i <= 2; i++)
    {
      gtk_widget_queue_draw (window);
      ui_test_wait_until (n_frames >= i);
    }
  g_signal_handler_disconnect (clock, handler);
}
