/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-server-controls.h"

#include <glib/gi18n.h>

#include "ilv-button-text.h"
#include "ilv-wheel.h"
#include "ilv-wrap-layout.h"

#define NS_PER_MS G_GINT64_CONSTANT (1000000)
#define MAX_MS (ILV_SERVER_MAX_LATENCY_NS / NS_PER_MS)
#define MAX_RATE 200

typedef enum
{
  CONTROL_LATENCY,  /* ms */
  CONTROL_JITTER,   /* ms */
  CONTROL_FAILURES, /* % */
  CONTROL_LIMIT,    /* requests a second; 0 for any number */
  N_CONTROLS,
} Control;

struct _IlvServerControls
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[N_CONTROLS];
  GtkWidget *scales[N_CONTROLS];
  GtkWidget *values[N_CONTROLS];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (IlvServerControls, ilv_server_controls, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a control is called in saved settings. */
static const char *const keys[] = {
  [CONTROL_LATENCY] = "latency",
  [CONTROL_JITTER] = "jitter",
  [CONTROL_FAILURES] = "failures",
  [CONTROL_LIMIT] = "limit",
};

static const char *
get_title (Control control)
{
  switch (control)
    {
    case CONTROL_LATENCY:
      return _ ("Latency of the server");
    case CONTROL_JITTER:
      return _ ("Jitter");
    case CONTROL_FAILURES:
      return _ ("Failures");
    case CONTROL_LIMIT:
    default:
      return _ ("Rate limit");
    }
}

static const char *
get_explanation (Control control)
{
  switch (control)
    {
    case CONTROL_LATENCY:
      return _ ("How long the server waits before each answer");
    case CONTROL_JITTER:
      return _ ("By how much that differs from answer to answer, at random");
    case CONTROL_FAILURES:
      return _ ("The share of requests that the server answers with an error");
    case CONTROL_LIMIT:
    default:
      return _ ("How many requests a second the server answers before it refuses");
    }
}

static double
get_limit (Control control)
{
  return control == CONTROL_LIMIT ? MAX_RATE : control == CONTROL_FAILURES ? 100 : MAX_MS;
}

static char *
format_value (Control control, double value)
{
  switch (control)
    {
    case CONTROL_LATENCY:
    case CONTROL_JITTER:
      /* Translators: a time in milliseconds. */
      return g_strdup_printf (_ ("%.0f ms"), value);
    case CONTROL_FAILURES:
      /* Translators: a percentage. */
      return g_strdup_printf (_ ("%.0f %%"), value);
    case CONTROL_LIMIT:
    default:
      if (value < 1)
        return g_strdup (_ ("none"));
      /* Translators: so many requests a second. */
      return g_strdup_printf (_ ("%.0f a second"), value);
    }
}

static void
show_value (IlvServerControls *self, Control control)
{
  g_autofree char *text = format_value (control, gtk_adjustment_get_value (self->adjustments[control]));

  gtk_label_set_label (GTK_LABEL (self->values[control]), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scales[control]), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

static void
on_value_changed (IlvServerControls *self)
{
  for (guint i = 0; i < N_CONTROLS; i++)
    show_value (self, i);
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_scale (IlvServerControls *self, Control control)
{
  GtkWidget *scale;

  self->adjustments[control]
    = gtk_adjustment_new (0, 0, get_limit (control), control < CONTROL_FAILURES ? 10 : 1,
                          control < CONTROL_FAILURES ? 100 : 10, 0);
  g_object_ref_sink (self->adjustments[control]);
  scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, self->adjustments[control]);
  gtk_scale_set_digits (GTK_SCALE (scale), 0);
  gtk_widget_set_size_request (scale, 100, -1);
  gtk_widget_set_hexpand (scale, TRUE);
  gtk_widget_set_tooltip_text (scale, get_explanation (control));
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_title (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  get_explanation (control), -1);
  g_signal_connect_object (self->adjustments[control], "value-changed",
                           G_CALLBACK (on_value_changed), self, G_CONNECT_SWAPPED);
  return scale;
}

/* As wide as the longest value, so that moving the scale moves nothing else. A scale could show it by itself, but
 * never below. */
static GtkWidget *
create_value (Control control)
{
  g_autofree char *first = format_value (control, 0);
  g_autofree char *last = format_value (control, get_limit (control));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), MAX (g_utf8_strlen (first, -1), g_utf8_strlen (last, -1)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
add_control (IlvServerControls *self, Control control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (get_title (control));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  ilv_button_text_wrap_label (GTK_LABEL (label));
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  self->scales[control] = create_scale (self, control);
  self->values[control] = create_value (control);
  show_value (self, control);
  gtk_widget_set_layout_manager (row, ilv_wrap_layout_new (6, 0));
  gtk_box_append (GTK_BOX (row), self->scales[control]);
  gtk_box_append (GTK_BOX (row), self->values[control]);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), row);
  gtk_widget_set_size_request (box, 210, -1);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
ilv_server_controls_dispose (GObject *object)
{
  IlvServerControls *self = ILV_SERVER_CONTROLS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < N_CONTROLS; i++)
    g_clear_object (&self->adjustments[i]);

  G_OBJECT_CLASS (ilv_server_controls_parent_class)->dispose (object);
}

static void
ilv_server_controls_class_init (IlvServerControlsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_server_controls_dispose;

  /**
   * IlvServerControls::changed:
   *
   * A control has been moved.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "servercontrols");
}

static void
ilv_server_controls_init (IlvServerControls *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ilv_wrap_layout_new (18, 8));
  for (guint i = 0; i < N_CONTROLS; i++)
    add_control (self, i);
  ilv_wheel_ignore (GTK_WIDGET (self));
}

void
ilv_server_controls_get_settings (IlvServerControls *self, IlvServerSettings *settings)
{
  g_return_if_fail (ILV_IS_SERVER_CONTROLS (self));

  *settings = (IlvServerSettings){
    .latency_ns = gtk_adjustment_get_value (self->adjustments[CONTROL_LATENCY]) * NS_PER_MS,
    .jitter_ns = gtk_adjustment_get_value (self->adjustments[CONTROL_JITTER]) * NS_PER_MS,
    .failure_rate = gtk_adjustment_get_value (self->adjustments[CONTROL_FAILURES]) / 100,
    .rate_limit = gtk_adjustment_get_value (self->adjustments[CONTROL_LIMIT]),
  };
}

void
ilv_server_controls_set_settings (IlvServerControls *self, const IlvServerSettings *settings)
{
  g_return_if_fail (ILV_IS_SERVER_CONTROLS (self));

  self->filling = TRUE;
  gtk_adjustment_set_value (self->adjustments[CONTROL_LATENCY],
                            (double) settings->latency_ns / NS_PER_MS);
  gtk_adjustment_set_value (self->adjustments[CONTROL_JITTER],
                            (double) settings->jitter_ns / NS_PER_MS);
  gtk_adjustment_set_value (self->adjustments[CONTROL_FAILURES], settings->failure_rate * 100);
  gtk_adjustment_set_value (self->adjustments[CONTROL_LIMIT], settings->rate_limit);
  self->filling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ilv_server_controls_save (IlvServerControls *self, GVariantDict *settings)
{
  g_return_if_fail (ILV_IS_SERVER_CONTROLS (self));

  for (guint i = 0; i < N_CONTROLS; i++)
    g_variant_dict_insert (settings, keys[i], "d", gtk_adjustment_get_value (self->adjustments[i]));
}

void
ilv_server_controls_restore (IlvServerControls *self, GVariantDict *settings)
{
  double value;

  g_return_if_fail (ILV_IS_SERVER_CONTROLS (self));

  for (guint i = 0; i < N_CONTROLS; i++)
    if (g_variant_dict_lookup (settings, keys[i], "d", &value) && value >= 0
        && value <= get_limit (i))
      gtk_adjustment_set_value (self->adjustments[i], value);
}
