/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slice-control.h"
#include "ui-test.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  GtkWidget *control;
  GtkWidget *spin;
  GtkWidget *own;
  GtkWidget *refusal;
  guint n_changed;
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->control = g_object_ref_sink (g_object_new (ILV_TYPE_SLICE_CONTROL, NULL));
  fixture->spin = ui_test_find (fixture->control, GTK_TYPE_SPIN_BUTTON, 0);
  fixture->own = ui_test_find (fixture->control, GTK_TYPE_CHECK_BUTTON, 0);
  fixture->refusal = gtk_widget_get_last_child (fixture->control);
  g_signal_connect_swapped (fixture->control, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->control);
}

static gint64
get_slice_ns (Fixture *fixture)
{
  return ilv_slice_control_get_slice_ns (ILV_SLICE_CONTROL (fixture->control));
}

static void
set_slice_ns (Fixture *fixture, gint64 slice_ns)
{
  ilv_slice_control_set_slice_ns (ILV_SLICE_CONTROL (fixture->control), slice_ns);
}

static void
set_use (Fixture *fixture, gboolean by_kernel, gboolean by_model, const char *refusal)
{
  ilv_slice_control_set_use (ILV_SLICE_CONTROL (fixture->control), by_kernel, by_model, refusal);
}

static void
test_choose (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (fixture->spin);

  set_use (fixture, TRUE, FALSE, NULL);
  g_assert_cmpint (get_slice_ns (fixture), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (fixture->spin));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (fixture->own), FALSE);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (get_slice_ns (fixture), ==, 20 * MS);
  g_assert_true (gtk_widget_get_sensitive (fixture->spin));

  gtk_spin_button_set_value (spin, 45);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpint (get_slice_ns (fixture), ==, 45 * MS);
  gtk_spin_button_set_value (spin, 1);
  g_assert_cmpint (get_slice_ns (fixture), ==, 4 * MS);
  gtk_spin_button_set_value (spin, 1000);
  g_assert_cmpint (get_slice_ns (fixture), ==, 100 * MS);
  g_assert_cmpuint (fixture->n_changed, ==, 4);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (fixture->own), TRUE);
  g_assert_cmpuint (fixture->n_changed, ==, 5);
  g_assert_cmpint (get_slice_ns (fixture), ==, 0);
}

static void
test_set (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const gint64 nonsense_ns[] = { -1, 1, 3 * MS, 4 * MS + 1, 101 * MS, G_MAXINT64, G_MININT64 };

  set_slice_ns (fixture, 4 * MS);
  g_assert_cmpint (get_slice_ns (fixture), ==, 4 * MS);
  for (guint i = 0; i < G_N_ELEMENTS (nonsense_ns); i++)
    {
      set_slice_ns (fixture, nonsense_ns[i]);
      g_assert_cmpint (get_slice_ns (fixture), ==, 4 * MS);
    }
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  set_slice_ns (fixture, 0);
  g_assert_cmpint (get_slice_ns (fixture), ==, 0);
  set_slice_ns (fixture, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

/* Who is asked decides whether it is there, and what its own is called. */
static void
test_use (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkCheckButton *own = GTK_CHECK_BUTTON (fixture->own);

  g_assert_false (gtk_widget_get_visible (fixture->control));
  set_use (fixture, TRUE, FALSE, NULL);
  g_assert_true (gtk_widget_get_visible (fixture->control));
  g_assert_cmpstr (gtk_check_button_get_label (own), ==, "Kernel’s own");
  set_use (fixture, FALSE, TRUE, NULL);
  g_assert_true (gtk_widget_get_visible (fixture->control));
  g_assert_cmpstr (gtk_check_button_get_label (own), ==, "Model’s own");
  set_use (fixture, TRUE, TRUE, NULL);
  g_assert_cmpstr (gtk_check_button_get_label (own), ==, "Kernel’s own");
  g_assert_false (gtk_widget_get_visible (fixture->refusal));
  set_use (fixture, FALSE, FALSE, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->control));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* What the lesson asks for stays to be seen, but cannot be changed where nobody would follow. */
static void
test_refused (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_slice_ns (fixture, 30 * MS);
  set_use (fixture, TRUE, FALSE, "It cannot be.");
  g_assert_false (gtk_widget_get_sensitive (fixture->own));
  g_assert_false (gtk_widget_get_sensitive (fixture->spin));
  g_assert_true (gtk_widget_get_visible (fixture->refusal));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture->refusal)), ==, "It cannot be.");
  g_assert_cmpint (get_slice_ns (fixture), ==, 30 * MS);

  set_use (fixture, TRUE, TRUE, "It cannot be.");
  g_assert_true (gtk_widget_get_sensitive (fixture->own));
  g_assert_true (gtk_widget_get_sensitive (fixture->spin));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture->refusal)), ==,
                   "It cannot be. Only the model has the time slice that you choose.");

  set_use (fixture, TRUE, FALSE, NULL);
  g_assert_true (gtk_widget_get_sensitive (fixture->own));
  g_assert_false (gtk_widget_get_visible (fixture->refusal));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add ("/ui/slice-control/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/ui/slice-control/set", Fixture, NULL, set_up, test_set, tear_down);
  g_test_add ("/ui/slice-control/use", Fixture, NULL, set_up, test_use, tear_down);
  g_test_add ("/ui/slice-control/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
