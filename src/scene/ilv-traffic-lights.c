/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-traffic-lights.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"

#define N_COLUMNS 3
#define GAP 6

struct _IlvTrafficLights
{
  GtkWidget parent_instance;

  GtkWidget *buttons[ILV_CAPTCHA_N_PICTURES]; /* children of the grid, which owns them */
  GtkWidget *message;
  GtkWidget *verify;
  IlvCaptcha *captcha;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (IlvTrafficLights, ilv_traffic_lights, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SOLVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_picture (IlvTrafficLights *self, guint index)
{
  IlvCaptchaMotif motif = ilv_captcha_get_motif (self->captcha, index);
  gboolean picked = ilv_captcha_is_picked (self->captcha, index);
  IlvCaptchaPicture *picture
    = ILV_CAPTCHA_PICTURE (gtk_button_get_child (GTK_BUTTON (self->buttons[index])));
  g_autofree char *label = NULL;

  ilv_captcha_picture_set_motif (picture, motif, ilv_captcha_get_variant (self->captcha, index));
  ilv_captcha_picture_set_picked (picture, picked);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[index]), picked);
  gtk_widget_set_sensitive (self->buttons[index], !ilv_captcha_is_solved (self->captcha));

  /* Translators: the number of a picture, and what can be seen there. */
  label = g_strdup_printf (_ ("Picture %1$u: %2$s"), index + 1, ilv_captcha_motif_describe (motif));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[index]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static const char *
get_message (IlvTrafficLights *self)
{
  if (ilv_captcha_is_solved (self->captcha))
    return _ ("Right. You are no robot.");
  if (ilv_captcha_was_wrong (self->captcha))
    return _ ("Not quite: one was missing or one too many. Here are other pictures.");
  return "";
}

/* What is shown may have been changed in another window. */
static void
update (IlvTrafficLights *self)
{
  const char *message = get_message (self);

  self->updating = TRUE;
  for (guint i = 0; i < ILV_CAPTCHA_N_PICTURES; i++)
    show_picture (self, i);
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->verify, !ilv_captcha_is_solved (self->captcha));
  gtk_label_set_label (GTK_LABEL (self->message), message);
  gtk_widget_set_visible (self->message, message[0] != '\0');
}

static void
on_verify (IlvTrafficLights *self)
{
  gboolean solved;

  if (ilv_captcha_is_solved (self->captcha))
    return;
  solved = ilv_captcha_verify (self->captcha);
  ilv_compat_announce (GTK_WIDGET (self), get_message (self));
  if (solved)
    g_signal_emit (self, signals[SIGNAL_SOLVED], 0);
  else
    gtk_widget_grab_focus (self->buttons[0]);
}

static void
on_toggled (IlvTrafficLights *self, GtkToggleButton *button)
{
  for (guint i = 0; i < ILV_CAPTCHA_N_PICTURES && !self->updating; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      ilv_captcha_set_picked (self->captcha, i, gtk_toggle_button_get_active (button));
}

static gboolean
ilv_traffic_lights_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ILV_TRAFFIC_LIGHTS (widget)->buttons[0]);
}

static void
ilv_traffic_lights_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&ILV_TRAFFIC_LIGHTS (object)->captcha);

  G_OBJECT_CLASS (ilv_traffic_lights_parent_class)->dispose (object);
}

static void
ilv_traffic_lights_class_init (IlvTrafficLightsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_traffic_lights_dispose;
  widget_class->grab_focus = ilv_traffic_lights_grab_focus;

  signals[SIGNAL_SOLVED] = g_signal_new ("solved", ILV_TYPE_TRAFFIC_LIGHTS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "trafficlights");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_grid (IlvTrafficLights *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), GAP);
  gtk_grid_set_column_spacing (GTK_GRID (grid), GAP);
  gtk_widget_set_halign (grid, GTK_ALIGN_CENTER);
  for (int i = 0; i < ILV_CAPTCHA_N_PICTURES; i++)
    {
      self->buttons[i] = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), ilv_captcha_picture_new ());
      gtk_widget_add_css_class (self->buttons[i], "flat");
      g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self);
      gtk_grid_attach (GTK_GRID (grid), self->buttons[i], i % N_COLUMNS, i / N_COLUMNS, 1, 1);
    }

  return grid;
}

static void
ilv_traffic_lights_init (IlvTrafficLights *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *question = gtk_label_new (_ ("Pick all pictures with traffic lights"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2 * GAP);

  gtk_label_set_wrap (GTK_LABEL (question), TRUE);
  gtk_label_set_justify (GTK_LABEL (question), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (question, "heading");
  gtk_widget_set_parent (question, GTK_WIDGET (self));
  gtk_widget_set_parent (create_grid (self), GTK_WIDGET (self));

  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->message), GTK_JUSTIFY_CENTER);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));

  self->verify = gtk_button_new_with_label (_ ("Verify"));
  gtk_widget_set_halign (self->verify, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->verify, "suggested-action");
  gtk_widget_add_css_class (self->verify, "pill");
  g_signal_connect_swapped (self->verify, "clicked", G_CALLBACK (on_verify), self);
  gtk_widget_set_parent (self->verify, GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (question)), -1);
}

GtkWidget *
ilv_traffic_lights_new (IlvCaptcha *captcha)
{
  IlvTrafficLights *self;

  g_return_val_if_fail (ILV_IS_CAPTCHA (captcha), NULL);

  self = g_object_new (ILV_TYPE_TRAFFIC_LIGHTS, NULL);
  self->captcha = g_object_ref (captcha);
  g_signal_connect_object (captcha, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
