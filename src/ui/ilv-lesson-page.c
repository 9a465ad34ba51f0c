/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lesson-page.h"

#include <glib/gi18n.h>

#include "ilv-block-view.h"
#include "ilv-comparison-view.h"
#include "ilv-computer-view.h"
#include "ilv-footer-layout.h"
#include "ilv-page-dots.h"
#include "ilv-race-view.h"
#include "ilv-speedup-view.h"

struct _IlvLessonPage
{
  GtkWidget parent_instance;

  IlvLesson *lesson;
  IlvProgress *progress;
  GSettings *settings;
  IlvPythons *pythons;
  IlvGlossary *glossary;
  IlvLastRuns *runs;
  guint section;
  GSimpleActionGroup *actions;
  GActionGroup *followed; /* of the section's first comparison or race, or NULL */

  /* What is still to be shown of the section, and predictions that wait for their comparison. */
  guint next_block;
  GPtrArray *predictions;
  /* The comparison that is being built, or NULL: it is shown when it is whole. */
  GtkWidget *growing;
  /* What was removed, and has still to be freed. */
  GPtrArray *removed;
  guint work_id;
  gboolean gradual; /* somebody looks at it */
  double wanted_scroll;

  GtkWidget *scroller;
  GtkWidget *content;
  GtkWidget *dots;
  GtkWidget *next_button;
};

G_DEFINE_FINAL_TYPE (IlvLessonPage, ilv_lesson_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SECTION,
  N_PROPERTIES,
};

enum
{
  LESSON_FINISHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
enable (IlvLessonPage *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)), enabled);
}

/* What has the focus and is removed leaves it to GTK to find another place, and GTK scrolls there. */
static void
take_focus (IlvLessonPage *self)
{
  if (gtk_widget_get_focus_child (self->content) != NULL
      && !gtk_widget_grab_focus (self->next_button))
    gtk_widget_child_focus (self->dots, GTK_DIR_TAB_FORWARD);
}

/* Freeing an experiment takes almost as long as making it, and nobody waits for it. */
static void
clear_content (IlvLessonPage *self)
{
  GtkWidget *child;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_data (self->followed, self);
  self->followed = NULL;
  g_ptr_array_set_size (self->predictions, 0);
  if (self->growing != NULL)
    g_ptr_array_add (self->removed, g_steal_pointer (&self->growing));
  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    {
      if (self->gradual)
        g_ptr_array_add (self->removed, g_object_ref (child));
      gtk_box_remove (GTK_BOX (self->content), child);
    }
}

static void
add_title (IlvLessonPage *self, IlvSection *section)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", ilv_section_get_title (section), "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 8, "xalign", 0.0f,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "title-1");
  gtk_box_append (GTK_BOX (self->content), label);
}

/* "run" and "stop" of the page are those of its first comparison or race. */
static void
on_comparison_action_enabled (IlvLessonPage *self, const char *name, gboolean enabled)
{
  if (g_str_equal (name, "run") || g_str_equal (name, "stop"))
    enable (self, name, enabled);
}

/* The first comparison or race of the section is the one that the page runs. */
static void
follow (IlvLessonPage *self, GActionGroup *actions)
{
  if (self->followed != NULL)
    return;

  self->followed = actions;
  enable (self, "run", g_action_group_get_action_enabled (actions, "run"));
  enable (self, "stop", g_action_group_get_action_enabled (actions, "stop"));
  g_signal_connect_object (actions, "action-enabled-changed",
                           G_CALLBACK (on_comparison_action_enabled), self, G_CONNECT_SWAPPED);
}

/* What the parts of the page are told of the world around them. */
static IlvLessonContext
get_context (IlvLessonPage *self)
{
  IlvSection *section = ilv_lesson_get_section (self->lesson, self->section);

  return (IlvLessonContext){
    .lesson = ilv_lesson_get_id (self->lesson),
    .section = ilv_section_get_slug (section),
    .progress = self->progress,
    .settings = self->settings,
    .pythons = self->pythons,
    .glossary = self->glossary,
    .runs = self->runs,
  };
}

static void
begin_comparison (IlvLessonPage *self, IlvComparison *comparison)
{
  self->growing = g_object_ref_sink (ilv_comparison_view_new_unbuilt (comparison));
}

static void
add_comparison (IlvLessonPage *self, GtkWidget *view)
{
  for (guint i = 0; i < self->predictions->len; i++)
    {
      g_autoptr (IlvGuess) guess
        = ilv_guess_new (g_ptr_array_index (self->predictions, i), ilv_lesson_get_id (self->lesson),
                         self->progress, self->settings);

      ilv_comparison_view_add_guess (ILV_COMPARISON_VIEW (view), guess);
    }
  g_ptr_array_set_size (self->predictions, 0);
  gtk_box_append (GTK_BOX (self->content), view);
  follow (self, ilv_comparison_view_get_actions (ILV_COMPARISON_VIEW (view)));
}

/* The next part of the comparison that is being built. */
static void
grow_comparison (IlvLessonPage *self)
{
  IlvLessonContext context = get_context (self);
  g_autoptr (GtkWidget) view = NULL;

  if (ilv_comparison_view_build (ILV_COMPARISON_VIEW (self->growing), &context))
    return;
  view = g_steal_pointer (&self->growing);
  add_comparison (self, view);
}

static void
add_race (IlvLessonPage *self, IlvRace *race)
{
  IlvLessonContext context = get_context (self);
  GtkWidget *view = ilv_race_view_new_in_lesson (race, &context);

  gtk_box_append (GTK_BOX (self->content), view);
  follow (self, ilv_race_view_get_actions (ILV_RACE_VIEW (view)));
}

/* A scene that belongs to no run. */
static void
add_scene (IlvLessonPage *self, const char *kind)
{
  if (g_str_equal (kind, "computer"))
    gtk_box_append (GTK_BOX (self->content), ilv_computer_view_new ());
  else if (g_str_equal (kind, "speedup"))
    gtk_box_append (GTK_BOX (self->content), ilv_speedup_view_new ());
}

static void
add_text (IlvLessonPage *self, IlvBlock *block)
{
  GtkWidget *view = ilv_block_view_new (block);

  ilv_block_view_set_glossary (ILV_BLOCK_VIEW (view), self->glossary);
  gtk_box_append (GTK_BOX (self->content), view);
}

/* Predictions are asked by the comparison that follows them. */
static void
add_block (IlvLessonPage *self, IlvBlock *block)
{
  switch (ilv_block_get_kind (block))
    {
    case ILV_BLOCK_PREDICT:
      g_ptr_array_add (self->predictions, ilv_block_get_prediction (block));
      break;
    case ILV_BLOCK_COMPARE:
      begin_comparison (self, ilv_block_get_comparison (block));
      break;
    case ILV_BLOCK_SCENE:
      add_scene (self, ilv_block_get_scene (block));
      break;
    case ILV_BLOCK_RACE:
      add_race (self, ilv_block_get_race (block));
      break;
    default:
      add_text (self, block);
    }
}

/* A block, or a part of one that takes long. Returns: whether there was something to add. */
static gboolean
add_next_block (IlvLessonPage *self)
{
  IlvSection *section = ilv_lesson_get_section (self->lesson, self->section);

  if (self->growing != NULL)
    {
      grow_comparison (self);
      return TRUE;
    }
  if (self->next_block == ilv_section_get_n_blocks (section))
    return FALSE;
  add_block (self, ilv_section_get_block (section, self->next_block++));
  return TRUE;
}

/* One block a turn, or a part of one, and what it adds is drawn before the next one; then what was removed is freed. */
static gboolean
on_spare_time (gpointer data)
{
  IlvLessonPage *self = data;

  if (add_next_block (self))
    return G_SOURCE_CONTINUE;
  if (self->removed->len > 0)
    {
      g_ptr_array_remove_index (self->removed, self->removed->len - 1);
      return G_SOURCE_CONTINUE;
    }
  self->work_id = 0;
  return G_SOURCE_REMOVE;
}

/* Blocks beginning with the first. Who looks at the page sees its beginning at once. */
static void
add_blocks (IlvLessonPage *self)
{
  self->next_block = 0;
  if (!self->gradual)
    {
      while (add_next_block (self))
        ;
      return;
    }
  add_next_block (self);
  if (self->work_id == 0)
    {
      self->work_id = g_idle_add (on_spare_time, self);
      g_source_set_name_by_id (self->work_id, "lesson page");
    }
}

static GtkAdjustment *
get_adjustment (IlvLessonPage *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static void
show_section (IlvLessonPage *self)
{
  IlvSection *section = ilv_lesson_get_section (self->lesson, self->section);
  gboolean is_last = self->section + 1 == ilv_lesson_get_n_sections (self->lesson);
  g_autoptr (GError) error = NULL;

  self->gradual = self->gradual || gtk_widget_get_mapped (GTK_WIDGET (self));
  take_focus (self);
  clear_content (self);
  enable (self, "run", FALSE);
  enable (self, "stop", FALSE);
  enable (self, "back", self->section > 0);
  add_title (self, section);
  add_blocks (self);
  ilv_page_dots_set_section (ILV_PAGE_DOTS (self->dots), self->section);
  gtk_button_set_label (GTK_BUTTON (self->next_button), is_last ? _ ("Next lesson") : _ ("Next"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_last ? _ ("Next lesson") : _ ("Next"), -1);
  gtk_adjustment_set_value (get_adjustment (self), 0);

  ilv_progress_set_section_seen (self->progress, ilv_lesson_get_id (self->lesson),
                                 ilv_section_get_slug (section));
  if (!ilv_progress_save (self->progress, &error))
    g_message ("The progress could not be saved: %s", error->message);
}

static void
on_back (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvLessonPage *self = data;

  if (self->section > 0)
    ilv_lesson_page_set_section (self, self->section - 1);
}

static void
on_next (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvLessonPage *self = data;

  if (self->section + 1 < ilv_lesson_get_n_sections (self->lesson))
    ilv_lesson_page_set_section (self, self->section + 1);
  else
    g_signal_emit (self, signals[LESSON_FINISHED], 0);
}

static void
on_go (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  ilv_lesson_page_set_section (data, g_variant_get_uint32 (parameter));
}

static void
on_comparison_action (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvLessonPage *self = data;

  if (self->followed != NULL)
    g_action_group_activate_action (self->followed, g_action_get_name (G_ACTION (action)), NULL);
}

static void
ilv_lesson_page_dispose (GObject *object)
{
  IlvLessonPage *self = ILV_LESSON_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->work_id, g_source_remove);
  self->followed = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->predictions, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  g_clear_object (&self->growing);
  g_clear_object (&self->lesson);
  g_clear_object (&self->progress);
  g_clear_object (&self->settings);
  g_clear_object (&self->pythons);
  g_clear_object (&self->glossary);
  g_clear_object (&self->runs);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ilv_lesson_page_parent_class)->dispose (object);
}

static void
ilv_lesson_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SECTION:
      g_value_set_uint (value, ILV_LESSON_PAGE (object)->section);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_lesson_page_class_init (IlvLessonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_lesson_page_dispose;
  object_class->get_property = ilv_lesson_page_get_property;

  properties[PROP_SECTION]
    = g_param_spec_uint ("section", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * IlvLessonPage::lesson-finished:
   *
   * Next was used on the last section.
   */
  signals[LESSON_FINISHED] = g_signal_new ("lesson-finished", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ILV_TYPE_FOOTER_LAYOUT);
  g_type_ensure (ILV_TYPE_PAGE_DOTS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lessonpage");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-lesson-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvLessonPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, IlvLessonPage, content);
  gtk_widget_class_bind_template_child (widget_class, IlvLessonPage, dots);
  gtk_widget_class_bind_template_child (widget_class, IlvLessonPage, next_button);
}

static void
ilv_lesson_page_init (IlvLessonPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "back", .activate = on_back },
    { .name = "next", .activate = on_next },
    { .name = "go", .parameter_type = "u", .activate = on_go },
    { .name = "run", .activate = on_comparison_action },
    { .name = "stop", .activate = on_comparison_action },
  };

  self->predictions = g_ptr_array_new ();
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
create_page (IlvLesson *lesson, guint section, gboolean gradual, const IlvLessonContext *context)
{
  IlvLessonPage *self = g_object_new (ILV_TYPE_LESSON_PAGE, NULL);

  self->gradual = gradual;
  self->lesson = g_object_ref (lesson);
  self->progress = g_object_ref (context->progress);
  g_set_object (&self->settings, context->settings);
  g_set_object (&self->pythons, context->pythons);
  g_set_object (&self->glossary, context->glossary);
  g_set_object (&self->runs, context->runs);
  self->section = MIN (section, ilv_lesson_get_n_sections (lesson) - 1);
  ilv_page_dots_set_lesson (ILV_PAGE_DOTS (self->dots), lesson);
  show_section (self);
  return GTK_WIDGET (self);
}

GtkWidget *
ilv_lesson_page_new (IlvLesson *lesson, guint section, const IlvLessonContext *context)
{
  g_return_val_if_fail (ILV_IS_LESSON (lesson), NULL);
  g_return_val_if_fail (ilv_lesson_is_written (lesson), NULL);
  g_return_val_if_fail (context != NULL && ILV_IS_PROGRESS (context->progress), NULL);

  return create_page (lesson, section, FALSE, context);
}

GtkWidget *
ilv_lesson_page_new_gradual (IlvLesson *lesson, guint section, const IlvLessonContext *context)
{
  g_return_val_if_fail (ILV_IS_LESSON (lesson), NULL);
  g_return_val_if_fail (ilv_lesson_is_written (lesson), NULL);
  g_return_val_if_fail (context != NULL && ILV_IS_PROGRESS (context->progress), NULL);

  return create_page (lesson, section, TRUE, context);
}

IlvLesson *
ilv_lesson_page_get_lesson (IlvLessonPage *self)
{
  g_return_val_if_fail (ILV_IS_LESSON_PAGE (self), NULL);

  return self->lesson;
}

guint
ilv_lesson_page_get_section (IlvLessonPage *self)
{
  g_return_val_if_fail (ILV_IS_LESSON_PAGE (self), 0);

  return self->section;
}

void
ilv_lesson_page_set_section (IlvLessonPage *self, guint section)
{
  g_return_if_fail (ILV_IS_LESSON_PAGE (self));

  section = MIN (section, ilv_lesson_get_n_sections (self->lesson) - 1);
  if (self->section == section)
    return;
  self->section = section;
  show_section (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTION]);
}

void
ilv_lesson_page_try (IlvLessonPage *self)
{
  g_return_if_fail (ILV_IS_LESSON_PAGE (self));

  if (self->followed == NULL)
    return;
  if (g_action_group_get_action_enabled (self->followed, "skip"))
    g_action_group_activate_action (self->followed, "skip", NULL);
  g_action_group_activate_action (self->followed, "run", NULL);
}

static void
on_length_changed (IlvLessonPage *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  if (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) < self->wanted_scroll)
    return;
  g_signal_handlers_disconnect_by_func (adjustment, on_length_changed, self);
  gtk_adjustment_set_value (adjustment, self->wanted_scroll);
}

double
ilv_lesson_page_get_scroll (IlvLessonPage *self)
{
  g_return_val_if_fail (ILV_IS_LESSON_PAGE (self), 0);

  return gtk_adjustment_get_value (get_adjustment (self));
}

void
ilv_lesson_page_set_scroll (IlvLessonPage *self, double scroll)
{
  g_return_if_fail (ILV_IS_LESSON_PAGE (self));

  self->wanted_scroll = scroll;
  g_signal_handlers_disconnect_by_func (get_adjustment (self), on_length_changed, self);
  g_signal_connect_object (get_adjustment (self), "changed", G_CALLBACK (on_length_changed), self,
                           G_CONNECT_SWAPPED);
}

GActionGroup *
ilv_lesson_page_get_actions (IlvLessonPage *self)
{
  g_return_val_if_fail (ILV_IS_LESSON_PAGE (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
