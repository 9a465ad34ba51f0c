/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-range-bar.h"

#include <glib/gi18n.h>

#include "ilv-compat.h"
#include "ilv-moment-text.h"
#include "ilv-range-figures.h"
#include "ilv-wrap-layout.h"

/* Who drags a mark is not told of each pixel. */
#define QUIET_MS 400

struct _IlvRangeBar
{
  GtkWidget parent_instance;

  IlvTimeAxis *axis; /* or NULL */
  IlvTimeline *timelines[ILV_N_SIDES]; /* weak: figures may come when they are gone */
  GCancellable *cancellable; /* of the figures that are being computed, or NULL */
  gboolean is_outdated;      /* and others are wanted then */
  guint announcement;

  GtkWidget *length;
  GtkWidget *sides[ILV_N_SIDES];
};

G_DEFINE_FINAL_TYPE (IlvRangeBar, ilv_range_bar, GTK_TYPE_WIDGET)

static void update (IlvRangeBar *self);

static gboolean
on_quiet (gpointer data)
{
  IlvRangeBar *self = data;
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (GTK_LABEL (self->length)));

  self->announcement = 0;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    if (gtk_widget_get_visible (self->sides[i]))
      g_string_append_printf (text, "\n%s", gtk_label_get_label (GTK_LABEL (self->sides[i])));
  ilv_compat_announce (GTK_WIDGET (self), text->str);
  return G_SOURCE_REMOVE;
}

static void
announce_when_quiet (IlvRangeBar *self)
{
  g_clear_handle_id (&self->announcement, g_source_remove);
  self->announcement = g_timeout_add (QUIET_MS, on_quiet, self);
}

static void
show_length (IlvRangeBar *self, gint64 from_ns, gint64 to_ns)
{
  g_autofree char *length = ilv_moment_text_format (to_ns - from_ns);
  g_autofree char *from = ilv_moment_text_format (from_ns);
  g_autofree char *to = ilv_moment_text_format (to_ns);
  /* Translators: of a marked range of time: how long it is, and from when to when. */
  g_autofree char *text = g_strdup_printf (_ ("Range: %s, from %s to %s"), length, from, to);

  gtk_label_set_label (GTK_LABEL (self->length), text);
}

static void
show_side (IlvRangeBar *self, IlvSide side, const IlvRangeFigures *figures)
{
  gboolean is_alone = !figures->is_known[ILV_SIDE_LEFT] || !figures->is_known[ILV_SIDE_RIGHT];
  g_autofree char *line = NULL;
  g_autofree char *named = NULL;

  gtk_widget_set_visible (self->sides[side], figures->is_known[side]);
  if (!figures->is_known[side])
    return;
  line = ilv_range_figures_describe (&figures->figures[side]);
  /* Translators: figures of the left or the right side of a comparison. */
  named = g_strdup_printf (side == ILV_SIDE_LEFT ? _ ("Left: %s") : _ ("Right: %s"), line);
  gtk_label_set_label (GTK_LABEL (self->sides[side]), is_alone ? line : named);
}

static void
on_computed (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (IlvRangeBar) self = data;
  g_autofree IlvRangeFigures *figures = ilv_range_figures_compute_finish (result, NULL);

  g_clear_object (&self->cancellable);
  if (self->axis == NULL)
    return;
  if (figures != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      show_length (self, figures->from_ns, figures->to_ns);
      for (guint i = 0; i < ILV_N_SIDES; i++)
        show_side (self, i, figures);
      announce_when_quiet (self);
    }
  if (self->is_outdated)
    update (self);
}

static void
compute (IlvRangeBar *self, gint64 from_ns, gint64 to_ns)
{
  IlvTrace *traces[ILV_N_SIDES];

  for (guint i = 0; i < ILV_N_SIDES; i++)
    traces[i] = self->timelines[i] != NULL ? ilv_timeline_get_trace (self->timelines[i]) : NULL;
  if (traces[ILV_SIDE_LEFT] == NULL && traces[ILV_SIDE_RIGHT] == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  ilv_range_figures_compute_async (traces, from_ns, to_ns, self->cancellable, on_computed,
                                   g_object_ref (self));
}

/* Length and figures change together, so that they are of one range. */
static void
begin (IlvRangeBar *self, gint64 from_ns, gint64 to_ns)
{
  show_length (self, from_ns, to_ns);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    gtk_widget_set_visible (self->sides[i], FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
end (IlvRangeBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_handle_id (&self->announcement, g_source_remove);
}

/* One thread at a time: what is computed for another range is given up first. */
static void
update (IlvRangeBar *self)
{
  gint64 from_ns, to_ns;
  gboolean is_range = ilv_time_axis_get_marked (self->axis, &from_ns, &to_ns);

  if (!is_range)
    end (self);
  else if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    begin (self, from_ns, to_ns);
  self->is_outdated = is_range && self->cancellable != NULL;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else if (is_range)
    compute (self, from_ns, to_ns);
}

static void
on_zoom (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  IlvRangeBar *self = ILV_RANGE_BAR (widget);

  if (self->axis != NULL)
    ilv_time_axis_show_marked (self->axis);
}

static void
on_clear (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  IlvRangeBar *self = ILV_RANGE_BAR (widget);

  /* The button that has the focus goes away. */
  if (self->timelines[ILV_SIDE_LEFT] != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->timelines[ILV_SIDE_LEFT]));
  ilv_time_axis_set_marks (self->axis, -1, -1);
}

static GtkWidget *
create_line (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "width-chars", 8, NULL);
}

static void
add_head (IlvRangeBar *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *zoom = gtk_button_new_with_label (_ ("Zoom to range"));
  GtkWidget *clear = gtk_button_new_with_label (_ ("Clear range"));

  gtk_widget_set_layout_manager (head, ilv_wrap_layout_new (8, 8));
  self->length = create_line ();
  gtk_widget_add_css_class (self->length, "heading");
  gtk_widget_add_css_class (self->length, "numeric");
  gtk_widget_set_hexpand (self->length, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (zoom), "range.zoom");
  gtk_widget_set_tooltip_text (zoom, _ ("Show this range alone (Z on a timeline)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "range.clear");
  gtk_widget_set_tooltip_text (clear, _ ("Take the marks away (Esc on a timeline)"));
  gtk_box_append (GTK_BOX (head), self->length);
  gtk_box_append (GTK_BOX (head), zoom);
  gtk_box_append (GTK_BOX (head), clear);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
}

static void
ilv_range_bar_dispose (GObject *object)
{
  IlvRangeBar *self = ILV_RANGE_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->announcement, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_clear_weak_pointer (&self->timelines[i]);
  g_clear_object (&self->axis);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_range_bar_parent_class)->dispose (object);
}

static void
ilv_range_bar_class_init (IlvRangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_range_bar_dispose;
  gtk_widget_class_install_action (widget_class, "range.zoom", NULL, on_zoom);
  gtk_widget_class_install_action (widget_class, "range.clear", NULL, on_clear);
  gtk_widget_class_set_css_name (widget_class, "rangebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_range_bar_init (IlvRangeBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Marked range"), -1);
  add_head (self);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      self->sides[i] = create_line ();
      gtk_widget_set_visible (self->sides[i], FALSE);
      gtk_widget_set_parent (self->sides[i], GTK_WIDGET (self));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ilv_range_bar_set_timelines (IlvRangeBar *self, IlvTimeline *left, IlvTimeline *right)
{
  g_return_if_fail (ILV_IS_RANGE_BAR (self));
  g_return_if_fail (self->axis == NULL);
  g_return_if_fail (ilv_timeline_get_axis (left) == ilv_timeline_get_axis (right));

  self->axis = g_object_ref (ilv_timeline_get_axis (left));
  g_set_weak_pointer (&self->timelines[ILV_SIDE_LEFT], left);
  g_set_weak_pointer (&self->timelines[ILV_SIDE_RIGHT], right);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_signal_connect_object (self->timelines[i], "notify::trace", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->axis, "notify::first-mark-ns", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->axis, "notify::second-mark-ns", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

gboolean
ilv_range_bar_is_computing (IlvRangeBar *self)
{
  g_return_val_if_fail (ILV_IS_RANGE_BAR (self), FALSE);

  return self->cancellable != NULL;
}
