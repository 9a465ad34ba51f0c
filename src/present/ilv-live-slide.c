/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-live-slide.h"

#include <adwaita.h>

#include "ilv-slide-pointer.h"
#include "ilv-slide-view.h"

struct _IlvLiveSlide
{
  GtkWidget parent_instance;

  IlvStageSet *stages;
  GtkWidget *canvas;
  GtkWidget *pointer;
  AdwAnimation *zoom;
  gboolean magnifies;
  double factor;
  /* Where the mouse is, in pixels, and whether it is here at all. */
  double x;
  double y;
  gboolean inside;
};

G_DEFINE_FINAL_TYPE (IlvLiveSlide, ilv_live_slide, GTK_TYPE_WIDGET)

#define ZOOM_MS 200

static IlvPresentation *
get_presentation (IlvLiveSlide *self)
{
  return ilv_stage_set_get_presentation (self->stages);
}

static void
magnify (IlvLiveSlide *self)
{
  double x, y;

  ilv_presentation_get_pointer (get_presentation (self), &x, &y);
  ilv_slide_canvas_magnify (ILV_SLIDE_CANVAS (self->canvas), self->factor, x, y);
}

/* By the whole slide, magnified or not, so that all of it can be reached. */
static void
move_pointer (IlvLiveSlide *self)
{
  IlvPresentation *presentation = get_presentation (self);
  graphene_rect_t frame;

  if (!self->inside
      || !(ilv_presentation_is_pointing (presentation) || ilv_presentation_is_magnifying (presentation)))
    return;
  ilv_slide_canvas_get_frame (ILV_SLIDE_CANVAS (self->canvas), &frame);
  if (frame.size.width > 0 && frame.size.height > 0)
    ilv_presentation_set_pointer (presentation, (self->x - frame.origin.x) / frame.size.width,
                                  (self->y - frame.origin.y) / frame.size.height);
}

static void
on_zoomed (double factor, IlvLiveSlide *self)
{
  self->factor = factor;
  magnify (self);
}

static void
on_pointer_moved (IlvLiveSlide *self)
{
  if (self->factor > 1)
    magnify (self);
}

static void
on_magnifying_changed (IlvLiveSlide *self)
{
  double factor = ilv_presentation_is_magnifying (get_presentation (self)) ? ILV_SLIDE_MAGNIFICATION : 1;

  move_pointer (self);
  if (!self->magnifies)
    return;
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->zoom), self->factor);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->zoom), factor);
  adw_animation_play (self->zoom);
}

/* The dot takes the cursor's place. */
static void
on_pointing_changed (IlvLiveSlide *self)
{
  gboolean pointing = ilv_presentation_is_pointing (get_presentation (self));

  move_pointer (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), pointing ? "none" : NULL);
}

static void
on_deck_changed (IlvLiveSlide *self)
{
  IlvDeck *deck = ilv_presentation_get_deck (get_presentation (self));

  ilv_slide_canvas_set_slide_width (ILV_SLIDE_CANVAS (self->canvas), ilv_deck_get_slide_width (deck));
  gtk_widget_queue_draw (self->pointer);
}

/* GTK also tells of a mouse that rests, when what is below it changes: that is not to move a pointer
 * that is moved in another window. */
static void
on_motion (IlvLiveSlide *self, double x, double y)
{
  if (self->inside && x == self->x && y == self->y)
    return;
  self->x = x;
  self->y = y;
  self->inside = TRUE;
  move_pointer (self);
}

static void
on_enter (IlvLiveSlide *self, double x, double y)
{
  self->x = x;
  self->y = y;
  self->inside = TRUE;
}

static void
on_leave (IlvLiveSlide *self)
{
  self->inside = FALSE;
}

static void
ilv_live_slide_dispose (GObject *object)
{
  IlvLiveSlide *self = ILV_LIVE_SLIDE (object);

  g_clear_object (&self->zoom);
  g_clear_pointer (&self->pointer, gtk_widget_unparent);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_object (&self->stages);

  G_OBJECT_CLASS (ilv_live_slide_parent_class)->dispose (object);
}

static void
ilv_live_slide_class_init (IlvLiveSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_live_slide_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "liveslide");
}

static void
ilv_live_slide_init (IlvLiveSlide *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->factor = 1;
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_enter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  self->zoom = adw_timed_animation_new (
    GTK_WIDGET (self), 1, ILV_SLIDE_MAGNIFICATION, ZOOM_MS,
    adw_callback_animation_target_new ((AdwAnimationTargetFunc) on_zoomed, self, NULL));
}

static void
follow (IlvLiveSlide *self)
{
  const struct
  {
    const char *change;
    void (*react) (IlvLiveSlide *self);
  } reactions[] = {
    { "notify::deck", on_deck_changed },
    { "notify::pointing", on_pointing_changed },
    { "notify::magnifying", on_magnifying_changed },
    { "notify::pointer-x", on_pointer_moved },
    { "notify::pointer-y", on_pointer_moved },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reactions); i++)
    g_signal_connect_object (get_presentation (self), reactions[i].change,
                             G_CALLBACK (reactions[i].react), self, G_CONNECT_SWAPPED);
  on_deck_changed (self);
  on_pointing_changed (self);
  if (self->magnifies && ilv_presentation_is_magnifying (get_presentation (self)))
    on_zoomed (ILV_SLIDE_MAGNIFICATION, self);
}

GtkWidget *
ilv_live_slide_new (IlvStageSet *stages, gboolean magnifies)
{
  IlvLiveSlide *self;

  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);

  self = g_object_new (ILV_TYPE_LIVE_SLIDE, NULL);
  self->stages = g_object_ref (stages);
  self->magnifies = magnifies;
  self->canvas = ilv_slide_canvas_new ();
  ilv_slide_canvas_set_child (ILV_SLIDE_CANVAS (self->canvas), ilv_slide_view_new (stages));
  gtk_widget_set_parent (self->canvas, GTK_WIDGET (self));
  self->pointer = ilv_slide_pointer_new (get_presentation (self), ILV_SLIDE_CANVAS (self->canvas),
                                         !magnifies);
  gtk_widget_set_parent (self->pointer, GTK_WIDGET (self));
  follow (self);
  return GTK_WIDGET (self);
}

IlvSlideCanvas *
ilv_live_slide_get_canvas (IlvLiveSlide *self)
{
  g_return_val_if_fail (ILV_IS_LIVE_SLIDE (self), NULL);

  return ILV_SLIDE_CANVAS (self->canvas);
}
