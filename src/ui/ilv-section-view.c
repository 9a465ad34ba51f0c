/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-section-view.h"

#include "ilv-block-view.h"
#include "ilv-button-text.h"
#include "ilv-comparison-view.h"
#include "ilv-computer-view.h"
#include "ilv-race-view.h"
#include "ilv-speedup-view.h"
#include "ilv-title-layout.h"

struct _IlvSectionView
{
  GtkWidget parent_instance;

  IlvSection *section;
  IlvLessonContext context;
  GActionGroup *experiment; /* unowned, or NULL */

  /* What is still to be shown, and predictions that wait for their comparison. */
  guint next_block;
  GPtrArray *predictions;
  /* The experiment that is being built, and the one whose parts are being shown (unowned), or NULL. */
  GtkWidget *growing;
  GtkWidget *unfolding;
  /* What is shown no more, and has still to be freed. */
  GPtrArray *removed;
  gboolean gradual;
  guint tick_id;
  guint idle_id;
};

G_DEFINE_FINAL_TYPE (IlvSectionView, ilv_section_view, GTK_TYPE_WIDGET)

enum
{
  EXPERIMENT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean on_spare_time (gpointer data);

static void
use_spare_time (IlvSectionView *self)
{
  if (self->idle_id != 0)
    return;
  self->idle_id = g_idle_add (on_spare_time, self);
  g_source_set_name_by_id (self->idle_id, "section");
}

static void
set_experiment (IlvSectionView *self, GActionGroup *experiment)
{
  if (self->experiment == experiment)
    return;
  self->experiment = experiment;
  g_signal_emit (self, signals[EXPERIMENT_CHANGED], 0);
}

static void
append (IlvSectionView *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

static void
add_title (IlvSectionView *self)
{
  g_autoptr (GtkLayoutManager) layout = ilv_title_layout_new ();
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "layout-manager", layout, NULL);
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", ilv_section_get_title (self->section), "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 8, "xalign", 0.0f,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "title-1");
  gtk_box_append (GTK_BOX (box), label);
  append (self, box);
}

static void
add_text (IlvSectionView *self, IlvBlock *block)
{
  GtkWidget *view = ilv_block_view_new (block);

  ilv_block_view_set_glossary (ILV_BLOCK_VIEW (view), self->context.glossary);
  append (self, view);
}

/* A scene that belongs to no run. */
static void
add_scene (IlvSectionView *self, const char *kind)
{
  if (g_str_equal (kind, "computer"))
    append (self, ilv_computer_view_new ());
  else if (g_str_equal (kind, "speedup"))
    append (self, ilv_speedup_view_new ());
}

static void
begin (IlvSectionView *self, GtkWidget *view)
{
  self->growing = g_object_ref_sink (view);
  if (self->gradual)
    use_spare_time (self);
}

static void
add_guesses (IlvSectionView *self, IlvComparisonView *view)
{
  for (guint i = 0; i < self->predictions->len; i++)
    {
      g_autoptr (IlvGuess) guess = ilv_guess_new (g_ptr_array_index (self->predictions, i), self->context.lesson,
                                                  self->context.progress, self->context.settings);

      ilv_comparison_view_add_guess (view, guess);
    }
  g_ptr_array_set_size (self->predictions, 0);
}

static GActionGroup *
get_actions (GtkWidget *view)
{
  return ILV_IS_RACE_VIEW (view) ? ilv_race_view_get_actions (ILV_RACE_VIEW (view))
                                 : ilv_comparison_view_get_actions (ILV_COMPARISON_VIEW (view));
}

/* The next part of the experiment that is being built. */
static void
grow (IlvSectionView *self)
{
  if (ilv_gradual_build (ILV_GRADUAL (self->growing), &self->context))
    return;
  if (ILV_IS_COMPARISON_VIEW (self->growing))
    add_guesses (self, ILV_COMPARISON_VIEW (self->growing));
  ilv_button_text_wrap (self->growing);
  append (self, self->growing);
  self->unfolding = self->growing;
  if (self->experiment == NULL)
    set_experiment (self, get_actions (self->growing));
  g_clear_object (&self->growing);
}

/* Predictions are asked by the comparison that follows them. */
static void
add_block (IlvSectionView *self, IlvBlock *block)
{
  switch (ilv_block_get_kind (block))
    {
    case ILV_BLOCK_PREDICT:
      g_ptr_array_add (self->predictions, ilv_block_get_prediction (block));
      break;
    case ILV_BLOCK_COMPARE:
      begin (self, ilv_comparison_view_new_unbuilt (ilv_block_get_comparison (block)));
      break;
    case ILV_BLOCK_SCENE:
      add_scene (self, ilv_block_get_scene (block));
      break;
    case ILV_BLOCK_RACE:
      begin (self, ilv_race_view_new_unbuilt (ilv_block_get_race (block)));
      break;
    default:
      add_text (self, block);
    }
}

/* A block, or a part of an experiment. Returns: whether there was something to show. */
static gboolean
show_next_piece (IlvSectionView *self)
{
  if (self->unfolding != NULL)
    {
      if (!ilv_gradual_unfold (ILV_GRADUAL (self->unfolding)))
        self->unfolding = NULL;
      return TRUE;
    }
  if (self->next_block == ilv_section_get_n_blocks (self->section))
    return FALSE;
  add_block (self, ilv_section_get_block (self->section, self->next_block++));
  return TRUE;
}

/* Building does not wait for frames, and what is removed may wait for everything. */
static gboolean
on_spare_time (gpointer data)
{
  IlvSectionView *self = data;

  if (self->growing != NULL)
    grow (self);
  else if (self->removed->len > 0)
    g_ptr_array_remove_index (self->removed, self->removed->len - 1);
  else
    {
      self->idle_id = 0;
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

/* A piece a frame: to lay out and draw all at once would take longer than a frame. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  IlvSectionView *self = ILV_SECTION_VIEW (widget);

  if (self->growing != NULL || show_next_piece (self))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
show_all (IlvSectionView *self)
{
  do
    while (self->growing != NULL)
      grow (self);
  while (show_next_piece (self));
}

/* Freeing an experiment takes almost as long as making it, and nobody waits for it. */
static void
remove_all (IlvSectionView *self, gboolean gradual)
{
  GtkWidget *child;

  self->unfolding = NULL;
  g_ptr_array_set_size (self->predictions, 0);
  if (self->growing != NULL)
    g_ptr_array_add (self->removed, g_steal_pointer (&self->growing));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    {
      if (gradual)
        g_ptr_array_add (self->removed, g_object_ref (child));
      gtk_widget_unparent (child);
    }
  if (self->removed->len > 0)
    use_spare_time (self);
}

static void
ilv_section_view_dispose (GObject *object)
{
  IlvSectionView *self = ILV_SECTION_VIEW (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  self->experiment = NULL;
  if (self->removed != NULL)
    remove_all (self, FALSE);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->predictions, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_object (&self->section);

  G_OBJECT_CLASS (ilv_section_view_parent_class)->dispose (object);
}

static void
ilv_section_view_class_init (IlvSectionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_section_view_dispose;

  /**
   * IlvSectionView::experiment-changed:
   *
   * ilv_section_view_get_experiment() is another one, or none.
   */
  signals[EXPERIMENT_CHANGED] = g_signal_new ("experiment-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_section_view_init (IlvSectionView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lesson-content");
  self->predictions = g_ptr_array_new ();
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
}

void
ilv_section_view_show (IlvSectionView *self, IlvSection *section, const IlvLessonContext *context, gboolean gradual)
{
  g_return_if_fail (ILV_IS_SECTION_VIEW (self));
  g_return_if_fail (ILV_IS_SECTION (section));
  g_return_if_fail (context != NULL);

  set_experiment (self, NULL);
  remove_all (self, gradual);
  g_set_object (&self->section, section);
  self->context = *context;
  self->gradual = gradual;
  self->next_block = 0;
  add_title (self);
  if (!gradual)
    show_all (self);
  else
    {
      show_next_piece (self);
      if (self->tick_id == 0)
        self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
    }
}

gboolean
ilv_section_view_is_whole (IlvSectionView *self)
{
  g_return_val_if_fail (ILV_IS_SECTION_VIEW (self), FALSE);

  return self->section != NULL && self->tick_id == 0;
}

GActionGroup *
ilv_section_view_get_experiment (IlvSectionView *self)
{
  g_return_val_if_fail (ILV_IS_SECTION_VIEW (self), NULL);

  return self->experiment;
}
