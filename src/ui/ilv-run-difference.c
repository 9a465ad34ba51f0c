/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-difference.h"

#include <glib/gi18n.h>

#include "ilv-figures-view.h"
#include "ilv-run-thumb.h"
#include "ilv-strategy.h"
#include "ilv-summary.h"

#define HEADING_SPACE 10 /* px above it */

struct _IlvRunDifference
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvRunDifference, ilv_run_difference, GTK_TYPE_WIDGET)

/* The settings, as their controls are called. */
static const struct
{
  const char *key;
  const char *name;
} settings[] = {
  { "left", N_ ("Left side") },
  { "right", N_ ("Right side") },
  { "tasks", N_ ("Tasks") },
  { "lines", N_ ("Lines") },
  { "work", N_ ("Work of each task") },
  { "processors", N_ ("Processors") },
  { "workers", N_ ("Workers") },
  { "slice", N_ ("time slice") },
  { "python", N_ ("Python interpreter") },
  { "latency", N_ ("Latency of the server") },
  { "jitter", N_ ("Jitter") },
  { "failures", N_ ("Failures") },
  { "limit", N_ ("Rate limit") },
};

/* (transfer full) */
static char *
format_number (const char *key, double number)
{
  if (g_str_equal (key, "failures"))
    return g_strdup_printf (_ ("%.0f %%"), number);
  if (!g_str_equal (key, "limit"))
    return g_strdup_printf (_ ("%.0f ms"), number);
  return number > 0 ? g_strdup_printf (_ ("%.0f a second"), number) : g_strdup (_ ("none"));
}

/* (transfer full): @value: (nullable) */
static char *
format_value (const char *key, GVariant *value)
{
  IlvStrategy strategy;
  const char *text;
  gint64 time_ns;

  if (value == NULL)
    return g_strdup ("–");
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    return format_number (key, g_variant_get_double (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    return g_strdup_printf ("%u", g_variant_get_uint32 (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    {
      time_ns = g_variant_get_int64 (value);
      return time_ns > 0 ? ilv_summary_format_duration (time_ns) : g_strdup (_ ("Kernel’s own"));
    }
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_print (value, FALSE);
  text = g_variant_get_string (value, NULL);
  return g_strdup (ilv_strategy_from_string (text, &strategy) ? ilv_strategy_get_title (strategy) : text);
}

static void
add_line (GString *lines, const char *name, const char *first, const char *second)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  /* Translators: the name of a setting, and what it was in the first run and in the second. */
  g_string_append_printf (lines, _ ("%s: %s · %s"), name, first, second);
}

static void
add_settings (GString *lines, GVariant *first, GVariant *second)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const char *key = settings[i].key;
      g_autoptr (GVariant) one = g_variant_lookup_value (first, key, NULL);
      g_autoptr (GVariant) other = g_variant_lookup_value (second, key, NULL);
      g_autofree char *one_text = format_value (key, one);
      g_autofree char *other_text = format_value (key, other);

      if (!g_str_equal (one_text, other_text))
        add_line (lines, _ (settings[i].name), one_text, other_text);
    }
}

static void
add_machine (GString *lines, IlvStoredRun *first, IlvStoredRun *second)
{
  g_autofree char *first_text = g_strdup_printf ("%u", first->processors);
  g_autofree char *second_text = g_strdup_printf ("%u", second->processors);

  if (first->processors != second->processors)
    add_line (lines, _ ("Processors of the computer"), first_text, second_text);
  if (!g_str_equal (first->version, second->version))
    add_line (lines, _ ("Version of Interleave"), first->version, second->version);
}

char *
ilv_run_difference_describe (IlvStoredRun *first, IlvStoredRun *second)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  g_return_val_if_fail (first != NULL, NULL);
  g_return_val_if_fail (second != NULL, NULL);

  if (first->settings != NULL && second->settings != NULL)
    add_settings (lines, first->settings, second->settings);
  /* The rest of what is run is the code, and whether it was broken. */
  if (lines->len == 0 && !g_str_equal (first->kind, second->kind))
    g_string_append (lines, _ ("The code that was run is not the same."));
  add_machine (lines, first, second);
  if (lines->len == 0)
    g_string_append (lines, _ ("Both were run with the same settings."));
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

char *
ilv_run_difference_format_date (IlvStoredRun *run)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (run != NULL, NULL);

  utc = g_date_time_new_from_unix_utc (run->made_us / G_USEC_PER_SEC);
  local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  return local != NULL ? g_date_time_format (local, "%x %X") : g_strdup ("–");
}

static void
add_label (IlvRunDifference *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  if (g_str_equal (css_class, "heading"))
    gtk_widget_set_margin_top (label, HEADING_SPACE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
add_thumb (IlvRunDifference *self, IlvStoredRun *run, guint number, gint64 limit_ns)
{
  g_autoptr (IlvPastRun) past = NULL;
  g_autofree char *date = ilv_run_difference_format_date (run);
  GtkWidget *thumb;

  add_label (self, date, "dim-label");
  if (run->traces[ILV_SIDE_LEFT] == NULL)
    return;
  past = ilv_past_run_new (number, run->kind, run->traces[ILV_SIDE_LEFT], run->traces[ILV_SIDE_RIGHT]);
  thumb = ilv_run_thumb_new (past);
  ilv_run_thumb_set_limit_ns (ILV_RUN_THUMB (thumb), limit_ns);
  gtk_widget_set_hexpand (thumb, TRUE);
  gtk_widget_set_parent (thumb, GTK_WIDGET (self));
}

static void
add_figures (IlvRunDifference *self, IlvStoredRun *run, IlvSide side)
{
  GtkWidget *figures = g_object_new (ILV_TYPE_FIGURES_VIEW, NULL);
  g_autofree char *date = ilv_run_difference_format_date (run);
  IlvStrategy strategy;
  const char *title = ilv_strategy_from_string (run->strategies[side], &strategy)
                        ? ilv_strategy_get_title (strategy)
                        : run->strategies[side];
  /* Translators: the name of a strategy, and when a run was made. */
  g_autofree char *caption = g_strdup_printf (_ ("%s · %s"), title, date);

  add_label (self, caption, "dim-label");
  ilv_figures_view_set_figures (ILV_FIGURES_VIEW (figures), &run->figures[side]);
  gtk_widget_set_parent (figures, GTK_WIDGET (self));
}

static gint64
get_longest_ns (IlvStoredRun *run)
{
  return MAX (run->figures[ILV_SIDE_LEFT].makespan_ns, run->figures[ILV_SIDE_RIGHT].makespan_ns);
}

static void
show_runs (IlvRunDifference *self, IlvStoredRun *first, IlvStoredRun *second)
{
  gint64 limit_ns = MAX (MAX (get_longest_ns (first), get_longest_ns (second)), 1);
  g_autofree char *words = ilv_run_difference_describe (first, second);

  add_label (self, _ ("What was set differently"), "heading");
  add_label (self, words, "text");
  add_label (self, _ ("Both on one scale"), "heading");
  add_thumb (self, first, 1, limit_ns);
  add_thumb (self, second, 2, limit_ns);
  for (guint side = 0; side < ILV_N_SIDES; side++)
    {
      add_label (self, side == ILV_SIDE_LEFT ? _ ("Left side") : _ ("Right side"), "heading");
      add_figures (self, first, side);
      add_figures (self, second, side);
    }
}

static void
clear (IlvRunDifference *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
ilv_run_difference_dispose (GObject *object)
{
  clear (ILV_RUN_DIFFERENCE (object));

  G_OBJECT_CLASS (ilv_run_difference_parent_class)->dispose (object);
}

static void
ilv_run_difference_class_init (IlvRunDifferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_run_difference_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "rundifference");
}

static void
ilv_run_difference_init (IlvRunDifference *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ilv_run_difference_set_runs (IlvRunDifference *self, IlvStoredRun *first, IlvStoredRun *second)
{
  g_return_if_fail (ILV_IS_RUN_DIFFERENCE (self));

  clear (self);
  if (first != NULL && second != NULL)
    show_runs (self, first, second);
  gtk_widget_set_visible (GTK_WIDGET (self), first != NULL && second != NULL);
}
