/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-experiment-slide.h"

#include <glib/gi18n.h>

#include "ilv-ask-card.h"
#include "ilv-enlarged.h"
#include "ilv-experiment-side.h"
#include "ilv-sentences.h"

struct _IlvExperimentSlide
{
  GtkWidget parent_instance;

  IlvComparisonStage *stage;
  IlvExperimentSide *sides[ILV_N_SIDES];

  GtkWidget *overlay;
  GtkWidget *title;
  GtkWidget *statement;
  GtkWidget *remark;
  GtkWidget *ask;
};

G_DEFINE_FINAL_TYPE (IlvExperimentSlide, ilv_experiment_slide, GTK_TYPE_WIDGET)

/* The question of a run is drawn for a page. */
#define ASK_FACTOR 1.6

/* There is always room for so much, so that nothing moves when a run ends. */
#define STATEMENT_LINES 2

static const char *const kinds[] = { "hint", "verdict", "problem" };

static void
show_statement (IlvExperimentSlide *self, const char *kind, const char *text)
{
  ilv_sentences_set_text (ILV_SENTENCES (self->statement), text);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      gtk_widget_add_css_class (self->statement, kinds[i]);
    else
      gtk_widget_remove_css_class (self->statement, kinds[i]);
}

static IlvSide
get_running_side (IlvExperimentSlide *self)
{
  IlvComparisonView *view = ilv_comparison_stage_get_view (self->stage);

  return ilv_experiment_get_running_side (ilv_comparison_view_get_experiment (view));
}

/* What the room is told: what comes, what goes on, what was found. */
static void
update_statement (IlvExperimentSlide *self)
{
  IlvStage *stage = ILV_STAGE (self->stage);
  g_autofree char *verdict = ilv_stage_describe (stage);
  g_autofree char *obstacle = ilv_stage_dup_obstacle (stage);
  const char *problem = ilv_comparison_stage_get_problem (self->stage);

  if (ilv_stage_is_running (stage))
    show_statement (self, "hint", get_running_side (self) == ILV_SIDE_LEFT
                                    ? _ ("The left side is running…")
                                    : _ ("The right side is running…"));
  else if (problem != NULL)
    show_statement (self, "problem", problem);
  else if (verdict != NULL)
    show_statement (self, "verdict", verdict);
  else if (obstacle != NULL)
    show_statement (self, "problem", obstacle);
  else
    show_statement (self, "hint", _ ("First the left side will run, then the right one."));
}

/* Why the numbers are not to be believed, or are not what they seem. It stands where there is room whether
 * there is something to say or not, so that nothing moves; what is said first matters most, and what does
 * not fit in a line is left to the console. */
static void
update_remark (IlvExperimentSlide *self)
{
  g_autofree char *remark = ilv_comparison_stage_dup_doubts (self->stage);

  ilv_sentences_set_text (ILV_SENTENCES (self->remark), remark != NULL ? remark : "");
  gtk_widget_set_visible (self->remark, remark != NULL);
}

/* The question stands on the side that does not run: what the other does meanwhile is seen, and nothing
 * moves. */
static void
place_ask (IlvExperimentSlide *self)
{
  GtkAlign place = get_running_side (self) == ILV_SIDE_LEFT ? GTK_ALIGN_END : GTK_ALIGN_START;

  if (gtk_widget_get_halign (self->ask) != place)
    gtk_widget_set_halign (self->ask, place);
}

static void
update (IlvExperimentSlide *self)
{
  IlvComparisonView *view = ilv_comparison_stage_get_view (self->stage);
  g_autofree char *title = ilv_conditions_describe (ilv_comparison_view_get_conditions (view));

  gtk_label_set_label (GTK_LABEL (self->title), title);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_experiment_side_update (self->sides[i]);
  update_statement (self);
  update_remark (self);
  place_ask (self);
}

static void
ilv_experiment_slide_dispose (GObject *object)
{
  IlvExperimentSlide *self = ILV_EXPERIMENT_SLIDE (object);

  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_clear_object (&self->sides[i]);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (ilv_experiment_slide_parent_class)->dispose (object);
}

static void
ilv_experiment_slide_class_init (IlvExperimentSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_experiment_slide_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "experiment");
}

/* What is run, and beside it what is to be known of the run. */
static void
create_conditions (IlvExperimentSlide *self, GtkWidget *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 48);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->title, "experiment-title");
  self->remark = ilv_sentences_new (1);
  gtk_widget_set_hexpand (self->remark, TRUE);
  gtk_widget_add_css_class (self->remark, "experiment-remark");
  gtk_widget_add_css_class (line, "experiment-conditions");
  gtk_box_append (GTK_BOX (line), self->title);
  gtk_box_append (GTK_BOX (line), self->remark);
  gtk_box_append (GTK_BOX (box), line);
}

static void
create_sides (IlvExperimentSlide *self, GtkWidget *box)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-homogeneous", TRUE, "vexpand", TRUE, NULL);

  /* The left side is on the left in every language. */
  gtk_widget_set_direction (grid, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (grid, "experiment-sides");
  gtk_box_append (GTK_BOX (box), grid);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    self->sides[i] = ilv_experiment_side_new (self->stage, i, GTK_GRID (grid));
}

static void
create_ask (IlvExperimentSlide *self)
{
  IlvComparisonView *view = ilv_comparison_stage_get_view (self->stage);
  GtkWidget *card = g_object_new (ILV_TYPE_ASK_CARD, NULL);

  ilv_ask_card_set_person (
    ILV_ASK_CARD (card),
    ilv_world_get_person (ilv_experiment_get_world (ilv_comparison_view_get_experiment (view))));
  self->ask = ilv_enlarged_new (card, ASK_FACTOR);
  gtk_widget_set_valign (self->ask, GTK_ALIGN_CENTER);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->ask);
}

static void
ilv_experiment_slide_init (IlvExperimentSlide *self)
{
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

GtkWidget *
ilv_experiment_slide_new (IlvComparisonStage *stage)
{
  IlvExperimentSlide *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (stage), NULL);

  self = g_object_new (ILV_TYPE_EXPERIMENT_SLIDE, NULL);
  self->stage = g_object_ref (stage);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), box);
  create_conditions (self, box);
  create_sides (self, box);
  self->statement = ilv_sentences_new (STATEMENT_LINES);
  gtk_widget_add_css_class (self->statement, "experiment-statement");
  gtk_box_append (GTK_BOX (box), self->statement);
  create_ask (self);
  g_signal_connect_object (stage, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

IlvTimeline *
ilv_experiment_slide_get_timeline (IlvExperimentSlide *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT_SLIDE (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return ilv_experiment_side_get_timeline (self->sides[side]);
}

const char *
ilv_experiment_slide_get_statement (IlvExperimentSlide *self)
{
  g_return_val_if_fail (ILV_IS_EXPERIMENT_SLIDE (self), NULL);

  return ilv_sentences_get_text (ILV_SENTENCES (self->statement));
}
