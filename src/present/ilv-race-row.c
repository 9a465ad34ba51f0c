/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-row.h"

#include <glib/gi18n.h>

#include "ilv-compat.h"
#include "ilv-in-flight.h"
#include "ilv-summary.h"

struct _IlvRaceRow
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *duration;
  GtkWidget *caption;
};

G_DEFINE_FINAL_TYPE (IlvRaceRow, ilv_race_row, GTK_TYPE_WIDGET)

/* (transfer full): "6 at once", or, which matters more, "3 failed". */
static char *
describe (const IlvRaceLane *lane, gboolean failed)
{
  guint n_failures;

  if (lane->trace == NULL)
    return g_strdup (failed ? _ ("could not be run") : _ ("not run yet"));
  n_failures = ilv_in_flight_count_failures (lane->trace);
  if (n_failures > 0)
    /* Translators: how many requests failed. */
    return g_strdup_printf (ngettext ("%u failed", "%u failed", n_failures), n_failures);
  /* Translators: how many requests were under way at one moment. */
  return g_strdup_printf (ngettext ("%u at once", "%u at once", lane->most), lane->most);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "valign",
                                   ilv_compat_get_baseline_align (), NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
ilv_race_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_race_row_parent_class)->dispose (object);
}

static void
ilv_race_row_class_init (IlvRaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_race_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "racerow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_race_row_init (IlvRaceRow *self)
{
  self->title = create_label ("race-title");
  self->duration = create_label ("race-duration");
  self->caption = create_label ("race-caption");
  gtk_widget_add_css_class (self->duration, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
}

/* A title above the figures. */
static void
build_tall (IlvRaceRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (figures), self->duration);
  gtk_box_append (GTK_BOX (figures), self->caption);
  gtk_widget_set_hexpand (self->caption, TRUE);
  gtk_widget_set_valign (self->title, GTK_ALIGN_END);
  gtk_widget_set_vexpand (self->title, TRUE);
  gtk_widget_set_valign (figures, GTK_ALIGN_START);
  gtk_widget_set_vexpand (figures, TRUE);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (figures, GTK_WIDGET (self));
}

/* All in a line, without what can be seen in the picture. */
static void
build_low (IlvRaceRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "low");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_visible (self->caption, FALSE);
  gtk_widget_set_valign (self->title, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->duration, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->duration, GTK_WIDGET (self));
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
}

GtkWidget *
ilv_race_row_new (gboolean is_tall)
{
  IlvRaceRow *self = g_object_new (ILV_TYPE_RACE_ROW, NULL);

  if (is_tall)
    build_tall (self);
  else
    build_low (self);
  return GTK_WIDGET (self);
}

void
ilv_race_row_show (IlvRaceRow *self, const IlvRaceLane *lane, gboolean failed)
{
  g_autofree char *duration = NULL;
  g_autofree char *caption = NULL;

  g_return_if_fail (ILV_IS_RACE_ROW (self));
  g_return_if_fail (lane != NULL);

  duration = lane->trace != NULL
               ? ilv_summary_format_duration (ilv_trace_get_duration_ns (lane->trace))
               : g_strdup ("–");
  caption = describe (lane, failed);
  gtk_label_set_label (GTK_LABEL (self->title), lane->title);
  gtk_label_set_label (GTK_LABEL (self->duration), duration);
  gtk_label_set_label (GTK_LABEL (self->caption), caption);
  if (lane->trace != NULL)
    gtk_widget_remove_css_class (self->duration, "unknown");
  else
    gtk_widget_add_css_class (self->duration, "unknown");
}

const char *
ilv_race_row_get_duration (IlvRaceRow *self)
{
  g_return_val_if_fail (ILV_IS_RACE_ROW (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->duration));
}

const char *
ilv_race_row_get_caption (IlvRaceRow *self)
{
  g_return_val_if_fail (ILV_IS_RACE_ROW (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->caption));
}
