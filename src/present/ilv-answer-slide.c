/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-answer-slide.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ilv-fitted.h"
#include "ilv-measurement.h"
#include "ilv-poll-choice.h"
#include "ilv-poll-letter.h"
#include "ilv-summary.h"

struct _IlvAnswerSlide
{
  GtkWidget parent_instance;

  IlvPresentation *presentation;
  IlvPoll *poll;
  guint experiment;

  GtkWidget *fitted;
  GtkWidget *choices;
  GtkWidget *verdict;
  GtkWidget *explanation;
  GtkWidget *why_not;
};

/* A short answer uses the room; beyond that it would shout. */
#define LARGEST_SCALE 1.15

G_DEFINE_FINAL_TYPE (IlvAnswerSlide, ilv_answer_slide, GTK_TYPE_WIDGET)

/* (transfer full): such as "1.97 times" */
static char *
format_measured (IlvPoll *poll)
{
  IlvPrediction *prediction = ilv_poll_get_prediction (poll);
  double measured = ilv_poll_get_measured (poll);

  if (ilv_prediction_get_kind (prediction) == ILV_PREDICTION_END)
    return ilv_summary_format_duration ((gint64) measured);
  return ilv_measurement_format (ilv_prediction_get_measure (prediction), measured);
}

/* (transfer full): how many times, and what. */
static char *
describe_ratio (IlvMeasure measure, gboolean is_right, double value)
{
  if (measure == ILV_MEASURE_CPU_TIME_RATIO)
    return g_strdup_printf (is_right ? _ ("The right side used %.2f times as much CPU time as the left")
                                     : _ ("The left side used %.2f times as much CPU time as the right"),
                            value);
  if (measure == ILV_MEASURE_SPEEDUP)
    return g_strdup_printf (is_right ? _ ("Speedup on the right: %.2f") : _ ("Speedup on the left: %.2f"),
                            value);
  if (value >= 1)
    return g_strdup_printf (is_right ? _ ("The right side was %.2f times as fast as the left")
                                     : _ ("The left side was %.2f times as fast as the right"),
                            value);
  return g_strdup_printf (is_right ? _ ("The right side took %.2f times as long as the left")
                                   : _ ("The left side took %.2f times as long as the right"),
                          1 / value);
}

static gboolean
is_ratio (IlvPoll *poll)
{
  IlvPrediction *prediction = ilv_poll_get_prediction (poll);
  IlvMeasure measure = ilv_prediction_get_measure (prediction);
  double value = ilv_poll_get_measured (poll);

  return ilv_prediction_get_kind (prediction) == ILV_PREDICTION_CHOICE && isfinite (value) && value > 0
         && (measure == ILV_MEASURE_CPU_TIME_RATIO || measure == ILV_MEASURE_SPEEDUP
             || measure == ILV_MEASURE_MAKESPAN_RATIO);
}

static char *
describe_measured (IlvPoll *poll)
{
  IlvPrediction *prediction = ilv_poll_get_prediction (poll);
  g_autofree char *measured = format_measured (poll);

  if (is_ratio (poll))
    return describe_ratio (ilv_prediction_get_measure (prediction),
                           ilv_prediction_is_right_side (prediction), ilv_poll_get_measured (poll));
  if (ilv_prediction_is_right_side (prediction))
    /* Translators: %s is what was measured, such as “2 tasks at once” or “812 ms”. */
    return g_strdup_printf (_ ("Measured on the right: %s"), measured);
  /* Translators: %s is what was measured, such as “2 tasks at once” or “812 ms”. */
  return g_strdup_printf (_ ("Measured on the left: %s"), measured);
}

static gboolean
is_running (IlvAnswerSlide *self)
{
  return self->experiment != ILV_SLIDE_NONE
         && ilv_presentation_get_run_state (self->presentation, self->experiment) == ILV_RUN_GOING;
}

static char *
describe_verdict (IlvAnswerSlide *self)
{
  if (!isnan (ilv_poll_get_measured (self->poll)))
    return describe_measured (self->poll);
  if (is_running (self))
    return g_strdup (_ ("The experiment is running"));
  if (self->experiment == ILV_SLIDE_NONE)
    return g_strdup (_ ("This lesson has no experiment that decides it"));
  return g_strdup (_ ("Run the experiment first: the run decides"));
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, text[0] != '\0');
}

static void
show_explanations (IlvAnswerSlide *self)
{
  int right = ilv_poll_get_right (self->poll);
  int wrong = ilv_poll_get_most_wrong (self->poll);
  const char *reason = wrong >= 0 ? ilv_poll_get_explanation (self->poll, (guint) wrong) : "";
  g_autofree char *why_not = NULL;
  char letter[ILV_POLL_LETTER_SIZE];

  if (right >= 0)
    show_text (self->explanation, ilv_poll_get_explanation (self->poll, (guint) right));
  else
    show_text (self->explanation, isnan (ilv_poll_get_measured (self->poll))
                                    ? ""
                                    : _ ("That is none of the answers."));
  if (reason[0] != '\0')
    /* Translators: the letter of a wrong answer that many have chosen, and a sentence that says why it is
     * wrong */
    why_not = g_strdup_printf (_ ("Why not %s? %s"), ilv_poll_letter ((guint) wrong, letter), reason);
  show_text (self->why_not, why_not != NULL ? why_not : "");
}

static void
update (IlvAnswerSlide *self)
{
  g_autofree char *verdict = describe_verdict (self);
  int right = ilv_poll_get_right (self->poll), choice = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->choices); row != NULL;
       row = gtk_widget_get_next_sibling (row), choice++)
    {
      ilv_poll_choice_set_right (ILV_POLL_CHOICE (row), choice == right);
      ilv_poll_choice_set_has_hands (ILV_POLL_CHOICE (row), ilv_poll_get_largest (self->poll) > 0);
    }
  gtk_label_set_label (GTK_LABEL (self->verdict), verdict);
  if (right >= 0)
    gtk_widget_remove_css_class (self->verdict, "open");
  else
    gtk_widget_add_css_class (self->verdict, "open");
  show_explanations (self);
}

static void
ilv_answer_slide_dispose (GObject *object)
{
  IlvAnswerSlide *self = ILV_ANSWER_SLIDE (object);

  g_clear_pointer (&self->fitted, gtk_widget_unparent);
  g_clear_object (&self->presentation);
  g_clear_object (&self->poll);

  G_OBJECT_CLASS (ilv_answer_slide_parent_class)->dispose (object);
}

static void
ilv_answer_slide_class_init (IlvAnswerSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_answer_slide_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "answerslide");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_answer_slide_init (IlvAnswerSlide *self G_GNUC_UNUSED)
{
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
create_content (IlvAnswerSlide *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_label (box, ilv_poll_get_question (self->poll), "answer-question");
  self->choices = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_widget_add_css_class (self->choices, "poll-choices");
  for (guint i = 0; i < ilv_poll_get_n_choices (self->poll); i++)
    gtk_box_append (GTK_BOX (self->choices), ilv_poll_choice_new (self->poll, i));
  gtk_box_append (GTK_BOX (box), self->choices);
  self->verdict = add_label (box, "", "answer-verdict");
  self->explanation = add_label (box, "", "answer-explanation");
  self->why_not = add_label (box, "", "answer-why-not");
  return box;
}

GtkWidget *
ilv_answer_slide_new (IlvPresentation *presentation, IlvSlide *slide)
{
  IlvAnswerSlide *self;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (ILV_IS_SLIDE (slide), NULL);
  g_return_val_if_fail (ilv_slide_get_kind (slide) == ILV_SLIDE_ANSWER, NULL);

  self = g_object_new (ILV_TYPE_ANSWER_SLIDE, NULL);
  self->presentation = g_object_ref (presentation);
  self->experiment = ilv_slide_get_parts (slide)->experiment;
  self->poll = g_object_ref (ilv_presentation_get_poll (presentation, ilv_slide_get_parts (slide)->poll));
  self->fitted = ilv_fitted_new (create_content (self));
  ilv_fitted_set_largest (ILV_FITTED (self->fitted), LARGEST_SCALE);
  gtk_widget_set_parent (self->fitted, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ilv_poll_get_question (self->poll), -1);
  g_signal_connect_object (self->poll, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "notify::run-state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
