/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slice-lengths.h"

#include <glib/gi18n.h>

#include "ilv-compat.h"
#include "ilv-slice-histogram.h"
#include "ilv-summary.h"

#define MAX_HEIGHT 320
#define BAR_WIDTH 110

struct _IlvSliceLengths
{
  GtkWidget parent_instance;

  IlvTimeline *timeline; /* weak, or NULL */
  GCancellable *cancellable; /* of what is computed, or NULL */

  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *summary;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (IlvSliceLengths, ilv_slice_lengths, GTK_TYPE_WIDGET)

typedef struct
{
  IlvTrace *trace;
  gint64 from_ns;
  gint64 to_ns;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->trace);
  g_free (wish);
}

static void
compute_on_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;
  g_autofree IlvSliceHistogram *histogram = g_new (IlvSliceHistogram, 1);

  ilv_slice_histogram_compute (histogram, wish->trace, wish->from_ns, wish->to_ns, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&histogram), g_free);
}

/* (transfer full): "2 ms – 5 ms". */
static char *
format_bin (guint bin)
{
  gboolean is_last = bin + 1 == ILV_SLICE_HISTOGRAM_N_BINS;
  g_autofree char *from = ilv_summary_format_duration (ilv_slice_histogram_get_edge_ns (bin));
  g_autofree char *to
    = ilv_summary_format_duration (is_last ? G_MAXINT64 : ilv_slice_histogram_get_edge_ns (bin + 1));

  /* Translators: two lengths of time: from, to. */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

static char *
describe (const IlvSliceHistogram *histogram, gboolean is_range)
{
  g_autofree char *shortest = ilv_summary_format_duration (histogram->shortest_ns);
  g_autofree char *longest = ilv_summary_format_duration (histogram->longest_ns);
  g_autofree char *fullest = format_bin (ilv_slice_histogram_get_fullest (histogram));

  if (histogram->n_slices == 0)
    return g_strdup (is_range ? _ ("Nothing ran in the marked range.") : _ ("Nothing ran."));
  if (is_range)
    /* Translators: %u slices that reach into a range of time; the shortest, the longest, and between which
     * lengths there are the most. */
    return g_strdup_printf (
      ngettext ("%u slice in the marked range, from %s to %s long; the most are in %s.",
                "%u slices in the marked range, from %s to %s long; the most are in %s.",
                histogram->n_slices),
      histogram->n_slices, shortest, longest, fullest);
  /* Translators: %u slices; the shortest, the longest, and between which lengths there are the most. */
  return g_strdup_printf (ngettext ("%u slice, from %s to %s long; the most are in %s.",
                                    "%u slices, from %s to %s long; the most are in %s.",
                                    histogram->n_slices),
                          histogram->n_slices, shortest, longest, fullest);
}

static void
add_row (IlvSliceLengths *self, int row, guint bin, guint count, guint most)
{
  g_autofree char *length = format_bin (bin);
  g_autofree char *number = g_strdup_printf ("%u", count);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", length, "xalign", 0.0f, NULL);
  GtkWidget *value = g_object_new (GTK_TYPE_LABEL, "label", number, "xalign", 1.0f, NULL);
  /* The number beside it says it all. */
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "fraction", (double) count / most, "valign", GTK_ALIGN_CENTER, "hexpand",
                                 TRUE, "width-request", BAR_WIDTH, NULL);

  gtk_widget_add_css_class (name, "numeric");
  gtk_widget_add_css_class (value, "numeric");
  gtk_grid_attach (GTK_GRID (self->grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), bar, 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), value, 2, row, 1, 1);
}

static void
clear (IlvSliceLengths *self)
{
  GtkWidget *child;

  gtk_label_set_label (GTK_LABEL (self->summary), "");
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static void
show (IlvSliceLengths *self, const IlvSliceHistogram *histogram, gboolean is_range)
{
  g_autofree char *summary = describe (histogram, is_range);
  guint most = histogram->counts[ilv_slice_histogram_get_fullest (histogram)];

  clear (self);
  gtk_label_set_label (GTK_LABEL (self->summary), summary);
  for (guint bin = histogram->first; bin < histogram->end; bin++)
    add_row (self, (int) (bin - histogram->first), bin, histogram->counts[bin], most);
  ilv_compat_announce (GTK_WIDGET (self), summary);
}

static void
on_computed (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (IlvSliceLengths) self = data;
  const Wish *wish = g_task_get_task_data (G_TASK (result));
  g_autofree IlvSliceHistogram *histogram = g_task_propagate_pointer (G_TASK (result), NULL);

  if (histogram == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  show (self, histogram, wish->to_ns != G_MAXINT64);
}

static void
stop (IlvSliceLengths *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
compute (IlvSliceLengths *self)
{
  IlvTrace *trace = self->timeline != NULL ? ilv_timeline_get_trace (self->timeline) : NULL;
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  stop (self);
  clear (self);
  if (trace == NULL)
    return;
  wish = g_new0 (Wish, 1);
  wish->trace = g_object_ref (trace);
  if (!ilv_time_axis_get_marked (ilv_timeline_get_axis (self->timeline), &wish->from_ns, &wish->to_ns))
    {
      wish->from_ns = G_MININT64;
      wish->to_ns = G_MAXINT64;
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_computed, g_object_ref (self));
  g_task_set_source_tag (task, compute);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, compute_on_thread);
}

/* A run that is replaced while one looks at it takes its slices with it. */
static void
on_trace_changed (IlvSliceLengths *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static GtkWidget *
create_content (IlvSliceLengths *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                PANGO_WRAP_WORD_CHAR, "max-width-chars", 30, NULL);
  self->grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 4, "column-spacing", 10, NULL);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->grid);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "propagate-natural-width", TRUE, "max-content-height", MAX_HEIGHT, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static void
ilv_slice_lengths_dispose (GObject *object)
{
  IlvSliceLengths *self = ILV_SLICE_LENGTHS (object);

  stop (self);
  g_clear_weak_pointer (&self->timeline);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_slice_lengths_parent_class)->dispose (object);
}

static void
ilv_slice_lengths_class_init (IlvSliceLengthsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_slice_lengths_dispose;
  gtk_widget_class_set_css_name (widget_class, "slicelengths");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ilv_slice_lengths_init (IlvSliceLengths *self)
{
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), create_content (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Slice lengths"), -1);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (compute), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (stop), self);
  self->button = gtk_button_new_with_label (_ ("Slice lengths"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (gtk_popover_popup), self->popover);
  gtk_widget_set_tooltip_text (self->button, _ ("How long tasks ran without a break, as a histogram"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_parent (self->popover, self->button);
}

/* Both sides have such a button: each says whose it is. */
static void
name_button (IlvSliceLengths *self)
{
  gboolean is_left = ilv_timeline_get_side (self->timeline) == 0;
  g_autofree char *name
    = g_strdup_printf (is_left ? _ ("Left side: %s") : _ ("Right side: %s"), _ ("Slice lengths"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ilv_slice_lengths_set_timeline (IlvSliceLengths *self, IlvTimeline *timeline)
{
  g_return_if_fail (ILV_IS_SLICE_LENGTHS (self));
  g_return_if_fail (ILV_IS_TIMELINE (timeline));
  g_return_if_fail (self->timeline == NULL);

  g_set_weak_pointer (&self->timeline, timeline);
  name_button (self);
  g_signal_connect_object (timeline, "notify::trace", G_CALLBACK (on_trace_changed), self,
                           G_CONNECT_SWAPPED);
}

void
ilv_slice_lengths_set_open (IlvSliceLengths *self, gboolean open)
{
  g_return_if_fail (ILV_IS_SLICE_LENGTHS (self));

  if (open)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

const char *
ilv_slice_lengths_get_summary (IlvSliceLengths *self)
{
  g_return_val_if_fail (ILV_IS_SLICE_LENGTHS (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->summary));
}
