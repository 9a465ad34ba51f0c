/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-summary-window.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-compat.h"
#include "ilv-talk-text.h"
#include "ilv-toast.h"

#define SECOND_NS G_GINT64_CONSTANT (1000000000)

/* Who ended a talk sooner had begun it by mistake. */
#define SHORT_NS (10 * SECOND_NS)

struct _IlvSummaryWindow
{
  AdwWindow parent_instance;

  IlvTalkSummary *summary;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkBox *parts;
  GtkLabel *length;
  GtkLabel *facts;
};

G_DEFINE_FINAL_TYPE (IlvSummaryWindow, ilv_summary_window, ADW_TYPE_WINDOW)

static void
show_toast (IlvSummaryWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, ilv_toast_new (text));
  ilv_compat_announce (GTK_WIDGET (self), text);
}

static GtkWidget *
create_value (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
add_group (IlvSummaryWindow *self, const char *title)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", markup, NULL);

  gtk_box_append (self->parts, group);
  return group;
}

static GtkWidget *
add_row (GtkWidget *group, const char *title, const char *value)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_value (value));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
show_length (IlvSummaryWindow *self)
{
  gint64 elapsed_ns = ilv_talk_summary_get_elapsed_ns (self->summary);
  gint64 planned_ns = ilv_talk_summary_get_planned_ns (self->summary);
  g_autofree char *elapsed = ilv_talk_text_format_time (elapsed_ns);
  g_autofree char *planned = ilv_talk_text_format_time (planned_ns);
  /* Translators: how long a talk was, and how long it was planned to be. */
  g_autofree char *length = planned_ns > 0 ? g_strdup_printf (_("%s of %s planned"), elapsed, planned)
                                           : g_strdup (elapsed);
  g_autofree char *begun
    /* Translators: a date and time, as g_date_time_format() writes it. */
    = g_date_time_format (ilv_talk_summary_get_begun (self->summary), _("%e %B %Y, %H:%M"));
  guint n_slides = ilv_talk_summary_get_n_slides (self->summary);
  guint n_all = n_slides + ilv_talk_summary_get_n_missed (self->summary);
  /* Translators: %u are slides that were shown, and all of a lesson. */
  g_autofree char *slides = g_strdup_printf (
    ngettext ("%u of %u slide shown", "%u of %u slides shown", n_all), n_slides, n_all);
  /* Translators: when a talk began, and how many slides were shown. */
  g_autofree char *facts = g_strdup_printf (_("%s · %s"), g_strstrip (begun), slides);

  gtk_label_set_label (self->length, length);
  gtk_label_set_label (self->facts, facts);
  adw_window_title_set_subtitle (self->title, ilv_talk_summary_get_title (self->summary));
}

/* What was asked; how many hands there were, how many of them right, and what the discussion has brought. */
static char *
describe_poll (const IlvTalkSummaryPoll *poll)
{
  g_autoptr (GString) text = g_string_new (poll->question);

  g_string_append_c (text, '\n');
  /* Translators: %u are hands that were shown in the first and in the second round. */
  g_string_append_printf (text, _("Hands: %u, then %u"), poll->totals[0], poll->totals[1]);
  if (poll->right >= 0)
    {
      g_string_append (text, " · ");
      /* Translators: %u are hands for the right answer in the first and in the second round. */
      g_string_append_printf (text, _("right: %u, then %u"), poll->n_right[0], poll->n_right[1]);
    }
  if (!isnan (poll->gain))
    {
      g_string_append (text, " · ");
      /* Translators: what a discussion has brought, as a share of what it could have brought. */
      g_string_append_printf (text, _("%.0f %% of the possible gain"), poll->gain * 100);
    }
  return g_markup_escape_text (text->str, -1);
}

static void
add_choice (GtkWidget *group, const IlvTalkSummaryPoll *poll, guint choice)
{
  /* Translators: hands in the first and in the second round. */
  g_autofree char *counts
    = g_strdup_printf (_("%u → %u"), poll->counts[0][choice], poll->counts[1][choice]);
  GtkWidget *row = add_row (group, poll->choices[choice], counts);

  if ((int) choice == poll->right)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("✓ What the run has shown"));
}

static void
add_polls (IlvSummaryWindow *self)
{
  for (guint i = 0; i < ilv_talk_summary_get_n_polls (self->summary); i++)
    {
      const IlvTalkSummaryPoll *poll = ilv_talk_summary_get_poll (self->summary, i);
      /* Translators: %u is the number of a prediction in a talk. */
      g_autofree char *title = g_strdup_printf (_("Prediction %u"), poll->number);
      GtkWidget *group = add_group (self, title);
      g_autofree char *description = describe_poll (poll);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
      for (guint choice = 0; choice < poll->n_choices; choice++)
        add_choice (group, poll, choice);
    }
}

static void
add_slides (IlvSummaryWindow *self)
{
  GtkWidget *group = add_group (self, _ ("Time on each slide"));

  for (guint i = 0; i < ilv_talk_summary_get_n_slides (self->summary); i++)
    {
      const IlvTalkSummarySlide *slide = ilv_talk_summary_get_slide (self->summary, i);
      g_autofree char *time = ilv_talk_text_format_time (slide->time_ns);
      g_autofree char *planned = ilv_talk_text_format_time (slide->planned_ns);
      /* Translators: how long a slide was shown, and how long it was planned to be. */
      g_autofree char *value
        = slide->planned_ns > 0 ? g_strdup_printf (_("%s of %s"), time, planned) : g_strdup (time);
      /* Translators: the number of a slide, and its title. */
      g_autofree char *title = g_strdup_printf (_("%u. %s"), slide->number, slide->title);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (add_row (group, title, value)),
                                   ilv_talk_text_get_kind (slide->kind));
    }
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (IlvSummaryWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    /* Translators: %s is the name of a file. */
    text = g_strdup_printf (_("Saved as “%s”"), name);
  else
    /* Translators: %s says why, such as “No space left on device”. */
    text = g_strdup_printf (_("Not saved: %s. Save it in another place."), error->message);
  show_toast (self, text);
}

void
ilv_summary_window_save (IlvSummaryWindow *self, GFile *file)
{
  g_autoptr (GBytes) bytes = NULL;
  char *csv;

  g_return_if_fail (ILV_IS_SUMMARY_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  csv = ilv_talk_summary_to_csv (self->summary);
  bytes = g_bytes_new_take (csv, strlen (csv));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, on_saved,
                                       g_object_ref (self));
}

static void
on_file_chosen (GFile *file, gpointer data)
{
  g_autoptr (IlvSummaryWindow) self = data;

  if (file != NULL)
    ilv_summary_window_save (self, file);
}

static void
on_save (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  IlvSummaryWindow *self = ILV_SUMMARY_WINDOW (widget);
  g_autofree char *date
    = g_date_time_format (ilv_talk_summary_get_begun (self->summary), "%Y-%m-%d %H.%M");
  g_autofree char *title = g_strdelimit (g_strdup (ilv_talk_summary_get_title (self->summary)), "/", '-');
  g_autofree char *file_name = g_strdup_printf ("%s %s.csv", title, date);

  ilv_compat_save_file (GTK_WINDOW (self), _ ("Save the summary"), file_name, on_file_chosen,
                        g_object_ref (self));
}

static void
on_copy (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  IlvSummaryWindow *self = ILV_SUMMARY_WINDOW (widget);
  g_autofree char *csv = ilv_talk_summary_to_csv (self->summary);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), csv);
  show_toast (self, _ ("Copied"));
}

static void
ilv_summary_window_dispose (GObject *object)
{
  g_clear_object (&ILV_SUMMARY_WINDOW (object)->summary);

  G_OBJECT_CLASS (ilv_summary_window_parent_class)->dispose (object);
}

static void
ilv_summary_window_class_init (IlvSummaryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_summary_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-summary-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvSummaryWindow, title);
  gtk_widget_class_bind_template_child (widget_class, IlvSummaryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, IlvSummaryWindow, parts);
  gtk_widget_class_bind_template_child (widget_class, IlvSummaryWindow, length);
  gtk_widget_class_bind_template_child (widget_class, IlvSummaryWindow, facts);
  gtk_widget_class_install_action (widget_class, "summary.save", NULL, on_save);
  gtk_widget_class_install_action (widget_class, "summary.copy", NULL, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "summary.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ilv_summary_window_init (IlvSummaryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
ilv_summary_window_new (GtkWindow *parent, IlvTalkSummary *summary)
{
  IlvSummaryWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (summary), NULL);

  self = g_object_new (ILV_TYPE_SUMMARY_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                       NULL);
  self->summary = g_object_ref (summary);
  show_length (self);
  add_polls (self);
  add_slides (self);
  return GTK_WINDOW (self);
}

gboolean
ilv_summary_window_is_needed (IlvTalkSummary *summary)
{
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (summary), FALSE);

  if (ilv_talk_summary_get_elapsed_ns (summary) >= SHORT_NS)
    return TRUE;
  for (guint i = 0; i < ilv_talk_summary_get_n_polls (summary); i++)
    {
      const IlvTalkSummaryPoll *poll = ilv_talk_summary_get_poll (summary, i);

      if (poll->totals[0] + poll->totals[1] > 0)
        return TRUE;
    }
  return FALSE;
}
