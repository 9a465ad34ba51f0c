/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-captcha-picture.h"
#include "ilv-traffic-lights.h"
#include "scene-fixture.h"

#define N_PICTURES 9

static GtkWidget *
find (GtkWidget *widget, GType type, guint *nth)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, nth);

  return found;
}

static GtkWidget *
get_button (GtkWidget *lights, guint nth)
{
  return find (lights, GTK_TYPE_TOGGLE_BUTTON, &nth);
}

static IlvCaptchaMotif
get_motif (GtkWidget *lights, guint nth)
{
  return ilv_captcha_picture_get_motif (
    ILV_CAPTCHA_PICTURE (gtk_button_get_child (GTK_BUTTON (get_button (lights, nth)))));
}

static void
pick (GtkWidget *lights, gboolean right)
{
  for (guint i = 0; i < N_PICTURES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (lights, i)),
                                  (get_motif (lights, i) == ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT) ==
                                    right);
}

static void
verify (GtkWidget *lights)
{
  guint nth = N_PICTURES;

  g_signal_emit_by_name (find (lights, GTK_TYPE_BUTTON, &nth), "clicked");
}

static const char *
get_message (GtkWidget *lights)
{
  guint nth = 1;

  return gtk_label_get_label (GTK_LABEL (find (lights, GTK_TYPE_LABEL, &nth)));
}

static void
on_solved (guint *n_solved)
{
  (*n_solved)++;
}

/* There is always something to pick and something to leave, and not always at the same place. */
static void
test_questions (void)
{
  g_autoptr (IlvCaptcha) captcha = ilv_captcha_new ();
  GtkWidget *lights = g_object_ref_sink (ilv_traffic_lights_new (captcha));
  guint n_first = 0;

  for (guint i = 0; i < 200; i++)
    {
      guint n_lights = 0;

      for (guint k = 0; k < N_PICTURES; k++)
        n_lights += get_motif (lights, k) == ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT;
      g_assert_cmpuint (n_lights, >=, 2);
      g_assert_cmpuint (n_lights, <=, 4);
      n_first += get_motif (lights, 0) == ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT;
      ilv_captcha_ask (captcha);
    }
  g_assert_cmpuint (n_first, >, 0);
  g_assert_cmpuint (n_first, <, 200);
  g_object_unref (lights);
}

static void
test_right (void)
{
  g_autoptr (IlvCaptcha) captcha = ilv_captcha_new ();
  GtkWidget *lights = g_object_ref_sink (ilv_traffic_lights_new (captcha));
  guint n_solved = 0;

  g_signal_connect_swapped (lights, "solved", G_CALLBACK (on_solved), &n_solved);
  pick (lights, TRUE);
  g_assert_false (ilv_captcha_is_solved (captcha));
  verify (lights);
  verify (lights);
  g_assert_cmpuint (n_solved, ==, 1);
  g_assert_true (ilv_captcha_is_solved (captcha));
  g_assert_false (gtk_widget_get_sensitive (get_button (lights, 0)));

  ilv_captcha_ask (captcha);
  g_assert_false (ilv_captcha_is_solved (captcha));
  g_assert_true (gtk_widget_get_sensitive (get_button (lights, 0)));
  g_assert_cmpstr (get_message (lights), ==, "");
  pick (lights, TRUE);
  verify (lights);
  g_assert_cmpuint (n_solved, ==, 2);
  g_object_unref (lights);
}

/* Nothing, the others, or one too few: it says so kindly and asks anew. */
static void
test_wrong (void)
{
  g_autoptr (IlvCaptcha) captcha = ilv_captcha_new ();
  GtkWidget *lights = g_object_ref_sink (ilv_traffic_lights_new (captcha));
  guint n_solved = 0;

  g_signal_connect_swapped (lights, "solved", G_CALLBACK (on_solved), &n_solved);
  g_assert_cmpstr (get_message (lights), ==, "");
  verify (lights);
  g_assert_cmpstr (get_message (lights), !=, "");
  pick (lights, FALSE);
  verify (lights);
  pick (lights, TRUE);
  for (guint i = 0; i < N_PICTURES; i++)
    if (get_motif (lights, i) == ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT)
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (lights, i)), FALSE);
        break;
      }
  verify (lights);
  g_assert_cmpuint (n_solved, ==, 0);
  for (guint i = 0; i < N_PICTURES; i++)
    g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (lights, i))));
  g_object_unref (lights);
}

/* Two windows show the same pictures and picks, whichever of them is used, and only one of them answers. */
static void
test_in_step (void)
{
  g_autoptr (IlvCaptcha) captcha = ilv_captcha_new ();
  GtkWidget *lights[] = { g_object_ref_sink (ilv_traffic_lights_new (captcha)),
                          g_object_ref_sink (ilv_traffic_lights_new (captcha)) };
  guint n_solved[] = { 0, 0 };

  for (guint i = 0; i < 2; i++)
    g_signal_connect_swapped (lights[i], "solved", G_CALLBACK (on_solved), &n_solved[i]);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (lights[0], 4)), TRUE);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (lights[1], 4))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (lights[1], 4)), FALSE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (lights[0], 4))));

  pick (lights[0], FALSE);
  verify (lights[0]);
  g_assert_cmpstr (get_message (lights[1]), ==, get_message (lights[0]));
  g_assert_cmpstr (get_message (lights[1]), !=, "");
  for (guint i = 0; i < N_PICTURES; i++)
    g_assert_cmpint (get_motif (lights[0], i), ==, get_motif (lights[1], i));

  pick (lights[0], TRUE);
  verify (lights[1]);
  g_assert_cmpuint (n_solved[0], ==, 0);
  g_assert_cmpuint (n_solved[1], ==, 1);
  g_assert_false (gtk_widget_get_sensitive (get_button (lights[0], 0)));
  for (guint i = 0; i < 2; i++)
    g_object_unref (lights[i]);
}

/* A screen reader says what is there, and not what it is. */
static void
test_words (void)
{
  for (guint i = 0; i < ILV_CAPTCHA_N_MOTIFS; i++)
    {
      const char *text = ilv_captcha_motif_describe (i);

      g_assert_cmpuint (strlen (text), >, 20);
      g_assert_null (strstr (text, "traffic"));
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (text, !=, ilv_captcha_motif_describe (k));
    }
}

/* Each drawing is another picture, and so is one with a tick. */
static void
test_pictures (void)
{
  GtkWidget *picture = ilv_captcha_picture_new ();
  GtkWidget *window = scene_fixture_open (picture, 100, 100);
  guint32 *pictures[ILV_CAPTCHA_N_MOTIFS + 1];
  const gsize size = 100 * 100 * sizeof (guint32);

  for (guint i = 0; i <= ILV_CAPTCHA_N_MOTIFS; i++)
    {
      ilv_captcha_picture_set_motif (ILV_CAPTCHA_PICTURE (picture), i % ILV_CAPTCHA_N_MOTIFS, 0);
      ilv_captcha_picture_set_picked (ILV_CAPTCHA_PICTURE (picture), i == ILV_CAPTCHA_N_MOTIFS);
      pictures[i] = scene_fixture_paint (picture, 100, 100);
      for (guint k = 0; k < i; k++)
        g_assert_cmpint (memcmp (pictures[i], pictures[k], size), !=, 0);
    }
  for (guint i = 0; i <= ILV_CAPTCHA_N_MOTIFS; i++)
    g_free (pictures[i]);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/traffic-lights/questions", test_questions);
  g_test_add_func ("/scene/traffic-lights/right", test_right);
  g_test_add_func ("/scene/traffic-lights/wrong", test_wrong);
  g_test_add_func ("/scene/traffic-lights/in-step", test_in_step);
  g_test_add_func ("/scene/traffic-lights/words", test_words);
  g_test_add_func ("/scene/traffic-lights/pictures", test_pictures);

  return g_test_run ();
}
