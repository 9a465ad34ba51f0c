/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-traffic-lights.h"

#include <glib/gi18n-lib.h>

#include "ilv-captcha-picture.h"
#include "ilv-compat.h"

#define N_PICTURES 9
#define N_COLUMNS 3
#define MIN_LIGHTS 2
#define MAX_LIGHTS 4
#define GAP 6

struct _IlvTrafficLights
{
  GtkWidget parent_instance;

  GtkWidget *buttons[N_PICTURES]; /* children of the grid, which owns them */
  GtkWidget *message;
  GtkWidget *verify;
  GRand *rand;
  gboolean solved;
};

G_DEFINE_FINAL_TYPE (IlvTrafficLights, ilv_traffic_lights, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SOLVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static IlvCaptchaPicture *
get_picture (IlvTrafficLights *self, guint index)
{
  return ILV_CAPTCHA_PICTURE (gtk_button_get_child (GTK_BUTTON (self->buttons[index])));
}

static void
set_picture (IlvTrafficLights *self, guint index, IlvCaptchaMotif motif)
{
  g_autofree char *label = NULL;

  ilv_captcha_picture_set_motif (get_picture (self, index), motif, g_rand_int (self->rand));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[index]), FALSE);

  /* Translators: the number of a picture, and what can be seen there. */
  label = g_strdup_printf (_ ("Picture %1$u: %2$s"), index + 1, ilv_captcha_motif_describe (motif));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[index]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Some traffic lights, and others for the rest, in an order that nobody knows. */
static void
ask (IlvTrafficLights *self)
{
  gint32 n_lights = g_rand_int_range (self->rand, MIN_LIGHTS, MAX_LIGHTS + 1);
  IlvCaptchaMotif motifs[N_PICTURES];

  for (int i = 0; i < N_PICTURES; i++)
    motifs[i] = i < n_lights
                  ? ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT
                  : (IlvCaptchaMotif) g_rand_int_range (
                      self->rand, ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT + 1, ILV_CAPTCHA_N_MOTIFS);

  for (int i = N_PICTURES - 1; i > 0; i--)
    {
      int other = g_rand_int_range (self->rand, 0, i + 1);
      IlvCaptchaMotif motif = motifs[i];

      motifs[i] = motifs[other];
      motifs[other] = motif;
    }

  for (guint i = 0; i < N_PICTURES; i++)
    set_picture (self, i, motifs[i]);
}

static void
set_solved (IlvTrafficLights *self, gboolean solved)
{
  self->solved = solved;
  for (guint i = 0; i < N_PICTURES; i++)
    gtk_widget_set_sensitive (self->buttons[i], !solved);
  gtk_widget_set_sensitive (self->verify, !solved);
}

static void
tell (IlvTrafficLights *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message);
  gtk_widget_set_visible (self->message, message[0] != '\0');
  if (message[0] != '\0')
    ilv_compat_announce (GTK_WIDGET (self), message);
}

static gboolean
is_right (IlvTrafficLights *self)
{
  for (guint i = 0; i < N_PICTURES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])) !=
        (ilv_captcha_picture_get_motif (get_picture (self, i)) == ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT))
      return FALSE;

  return TRUE;
}

static void
on_verify (IlvTrafficLights *self)
{
  if (self->solved)
    return;

  if (!is_right (self))
    {
      ask (self);
      tell (self, _ ("Not quite: one was missing or one too many. Here are other pictures."));
      gtk_widget_grab_focus (self->buttons[0]);
      return;
    }

  set_solved (self, TRUE);
  tell (self, _ ("Right. You are no robot."));
  g_signal_emit (self, signals[SIGNAL_SOLVED], 0);
}

static void
on_toggled (GtkToggleButton *button)
{
  ilv_captcha_picture_set_picked (ILV_CAPTCHA_PICTURE (gtk_button_get_child (GTK_BUTTON (button))),
                                  gtk_toggle_button_get_active (button));
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

  G_OBJECT_CLASS (ilv_traffic_lights_parent_class)->dispose (object);
}

static void
ilv_traffic_lights_finalize (GObject *object)
{
  g_rand_free (ILV_TRAFFIC_LIGHTS (object)->rand);

  G_OBJECT_CLASS (ilv_traffic_lights_parent_class)->finalize (object);
}

static void
ilv_traffic_lights_class_init (IlvTrafficLightsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_traffic_lights_dispose;
  object_class->finalize = ilv_traffic_lights_finalize;
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
  for (int i = 0; i < N_PICTURES; i++)
    {
      self->buttons[i] = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), ilv_captcha_picture_new ());
      gtk_widget_add_css_class (self->buttons[i], "flat");
      g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (on_toggled), NULL);
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
  self->rand = g_rand_new ();

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
  ask (self);
}

GtkWidget *
ilv_traffic_lights_new (void)
{
  return g_object_new (ILV_TYPE_TRAFFIC_LIGHTS, NULL);
}

void
ilv_traffic_lights_reset (IlvTrafficLights *self)
{
  g_return_if_fail (ILV_IS_TRAFFIC_LIGHTS (self));

  ask (self);
  tell (self, "");
  set_solved (self, FALSE);
}

gboolean
ilv_traffic_lights_is_solved (IlvTrafficLights *self)
{
  g_return_val_if_fail (ILV_IS_TRAFFIC_LIGHTS (self), FALSE);

  return self->solved;
}
