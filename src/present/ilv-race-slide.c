/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-slide.h"

#include <glib/gi18n.h>

#include "ilv-race-board.h"

/* A long list of what went wrong is cut, and more so below a verdict: all of it stands with the settings. */
#define MAX_PROBLEM_LINES 3

struct _IlvRaceSlide
{
  GtkWidget parent_instance;

  IlvRaceView *race;
  GtkWidget *conditions;
  GtkWidget *foot;
  GtkWidget *progress;
  GtkWidget *verdict;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (IlvRaceSlide, ilv_race_slide, GTK_TYPE_WIDGET)

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* What the room reads below the runs: how far it is, who was sooner, or that nothing is known yet. */
static char *
dup_verdict (IlvRaceSlide *self)
{
  IlvRaceLanes *lanes = ilv_race_view_get_lanes (self->race);
  const char *status = ilv_race_view_get_status (self->race);
  g_autoptr (GArray) racers = NULL;

  if (status != NULL)
    return g_strdup (status);
  if (ilv_race_lanes_get_n_lanes (lanes) == 0)
    return g_strdup (_ ("None of the runs of this race can be made on this computer."));
  if (!ilv_race_lanes_has_traces (lanes) && *ilv_race_view_get_problem (self->race) == '\0')
    return g_strdup (_ ("Not run yet: which of them is the fastest?"));
  /* How the others did stands beside them. */
  racers = ilv_race_lanes_get_racers (lanes);
  return ilv_race_summary_tell_soonest ((const IlvRacer *) racers->data, racers->len);
}

/* (nullable): all that went wrong in one paragraph, which can be cut to a number of lines. */
static char *
dup_problem (IlvRaceSlide *self)
{
  g_auto (GStrv) lines = g_strsplit (ilv_race_view_get_problem (self->race), "\n", -1);

  return ilv_race_view_get_status (self->race) != NULL ? NULL : g_strjoinv (" · ", lines);
}

static void
on_race_changed (IlvRaceSlide *self)
{
  g_autofree char *problem = dup_problem (self);
  g_autofree char *verdict = dup_verdict (self);
  g_autofree char *conditions = ilv_race_view_describe_conditions (self->race);
  gboolean running = ilv_race_view_get_status (self->race) != NULL;

  show_text (self->conditions, conditions);
  show_text (self->verdict, verdict);
  gtk_label_set_lines (GTK_LABEL (self->problem), verdict != NULL ? 1 : MAX_PROBLEM_LINES);
  show_text (self->problem, problem);
  gtk_widget_set_visible (self->progress, running);
  gtk_progress_bar_set_fraction (
    GTK_PROGRESS_BAR (self->progress),
    ilv_race_bench_get_progress (ilv_race_view_get_bench (self->race)));
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_foot (IlvRaceSlide *self)
{
  self->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->progress = gtk_progress_bar_new ();
  self->verdict = create_label ("slide-verdict");
  self->problem = create_label ("slide-problem");
  gtk_label_set_ellipsize (GTK_LABEL (self->problem), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress of the race"), -1);
  gtk_widget_add_css_class (self->foot, "slide-findings");
  gtk_box_append (GTK_BOX (self->foot), self->verdict);
  gtk_box_append (GTK_BOX (self->foot), self->progress);
  gtk_box_append (GTK_BOX (self->foot), self->problem);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
}

static void
ilv_race_slide_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&ILV_RACE_SLIDE (object)->race);

  G_OBJECT_CLASS (ilv_race_slide_parent_class)->dispose (object);
}

static void
ilv_race_slide_class_init (IlvRaceSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_race_slide_dispose;
  gtk_widget_class_set_css_name (widget_class, "raceslide");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_race_slide_init (IlvRaceSlide *self)
{
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
ilv_race_slide_new (IlvRaceView *race, IlvPlayhead *playhead)
{
  IlvRaceSlide *self;
  GtkWidget *board;

  g_return_val_if_fail (ILV_IS_RACE_VIEW (race), NULL);
  g_return_val_if_fail (ILV_IS_PLAYHEAD (playhead), NULL);

  self = g_object_new (ILV_TYPE_RACE_SLIDE, NULL);
  self->race = g_object_ref (race);
  self->conditions = create_label ("slide-conditions");
  gtk_widget_set_parent (self->conditions, GTK_WIDGET (self));
  board = ilv_race_board_new (race, playhead);
  gtk_widget_set_vexpand (board, TRUE);
  gtk_widget_set_parent (board, GTK_WIDGET (self));
  add_foot (self);
  g_signal_connect_object (race, "changed", G_CALLBACK (on_race_changed), self, G_CONNECT_SWAPPED);
  on_race_changed (self);
  return GTK_WIDGET (self);
}
