/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lessons of the real course, presented. */

#pragma once

#include <gtk/gtk.h>

#include "ilv-course.h"
#include "ilv-slide-canvas.h"
#include "ilv-slide-format.h"
#include "ilv-slide-measure.h"
#include "ilv-slide-view.h"
#include "ui-test.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  IlvCourse *course;
  IlvProgress *progress;
  IlvPythons *pythons;
  GSettings *settings;
} PresentTestCourse;

static inline void
present_test_course_init (PresentTestCourse *self)
{
  g_autoptr (GFile) course = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  self->course = ilv_course_new_from_folder (course, &error);
  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("ilv-present-XXXXXX", &error);
  g_assert_no_error (error);
  folder = g_file_new_for_path (self->folder);
  file = g_file_get_child (folder, "progress.ini");
  self->progress = ilv_progress_new (file);
  self->pythons = ilv_pythons_new (NULL);
  self->settings = g_settings_new (ILV_APPLICATION_ID);
  ui_test_wait_until (!ilv_pythons_is_searching (self->pythons));
}

static inline void
present_test_course_clear (PresentTestCourse *self)
{
  /* What runs on slides may end a little later than they do. */
  ui_test_wait_until (G_OBJECT (self->progress)->ref_count == 1
                      && G_OBJECT (self->pythons)->ref_count == 1
                      && G_OBJECT (self->settings)->ref_count == 1);
  g_assert_finalize_object (self->progress);
  g_assert_finalize_object (self->pythons);
  g_assert_finalize_object (self->course);
  g_assert_finalize_object (self->settings);
  ui_test_remove (self->folder, ".");
  g_free (self->folder);
}

/* (transfer full): the stages of a talk about lesson @number, from 0, with slides of that width. */
static inline IlvStageSet *
present_test_course_open (PresentTestCourse *self, guint number, int slide_width)
{
  g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (self->course), number);
  g_autoptr (IlvDeck) deck = ilv_slide_measure_create_deck (lesson, slide_width);
  g_autoptr (IlvPresentation) presentation = ilv_presentation_new (deck, NULL);
  IlvLessonContext context = {
    .lesson = ilv_lesson_get_id (lesson),
    .progress = self->progress,
    .settings = self->settings,
    .pythons = self->pythons,
    .glossary = ilv_course_get_glossary (self->course),
  };

  return ilv_stage_set_new (presentation, &context);
}

/* A window that shows @view as it is on a screen of 1080 lines. */
static inline GtkWidget *
present_test_open_window (GtkWidget *view, int slide_width)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *canvas = ilv_slide_canvas_new ();

  ilv_slide_canvas_set_slide_width (ILV_SLIDE_CANVAS (canvas), slide_width);
  ilv_slide_canvas_set_child (ILV_SLIDE_CANVAS (canvas), view);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), slide_width, ILV_SLIDE_HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_width (view) > 0);
  return window;
}

/* Waits until all that was changed is drawn. */
static inline void
present_test_wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 last = gdk_frame_clock_get_frame_counter (clock) + 1;

  gtk_widget_queue_draw (widget);
  ui_test_wait_until (gdk_frame_clock_get_frame_counter (clock) > last
                      || (gtk_widget_queue_draw (widget), FALSE));
}

/* For looking at it: where INTERLEAVE_SLIDES names a folder, a picture of @view is put there. */
static inline void
present_test_save (GtkWidget *view, const char *name)
{
  const char *folder = g_getenv ("INTERLEAVE_SLIDES");
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (view));
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autofree char *path = NULL;
  GtkSnapshot *snapshot;

  if (folder == NULL)
    return;
  present_test_wait_for_frame (view);
  paintable = gtk_widget_paintable_new (view);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (view),
                          gtk_widget_get_height (view));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  path = g_build_filename (folder, name, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

G_END_DECLS
