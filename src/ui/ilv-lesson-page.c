/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lesson-page.h"

#include <glib/gi18n.h>

#include "ilv-column-layout.h"
#include "ilv-footer-layout.h"
#include "ilv-page-dots.h"
#include "ilv-section-view.h"

struct _IlvLessonPage
{
  GtkWidget parent_instance;

  IlvLesson *lesson;
  IlvProgress *progress;
  GSettings *settings;
  IlvPythons *pythons;
  IlvGlossary *glossary;
  IlvLastRuns *runs;
  IlvRunStore *history;
  guint section;
  GSimpleActionGroup *actions;
  GActionGroup *followed; /* of the section's first comparison or race, or NULL */
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

/* What the page does with its first comparison or race; a race has no "repeat". */
static const char *const experiment_actions[] = { "run", "repeat", "stop", "export-menu", "copy-picture", NULL };

static void
on_comparison_action_enabled (IlvLessonPage *self, const char *name, gboolean enabled)
{
  if (g_strv_contains (experiment_actions, name))
    enable (self, name, enabled);
}

/* The first comparison or race of the section is the one that the page runs. */
static void
on_experiment_changed (IlvLessonPage *self)
{
  GActionGroup *actions = ilv_section_view_get_experiment (ILV_SECTION_VIEW (self->content));

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_data (self->followed, self);
  self->followed = actions;
  for (guint i = 0; experiment_actions[i] != NULL; i++)
    enable (self, experiment_actions[i],
            actions != NULL && g_action_group_has_action (actions, experiment_actions[i])
              && g_action_group_get_action_enabled (actions, experiment_actions[i]));
  if (actions != NULL)
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
    .history = self->history,
  };
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
  IlvLessonContext context = get_context (self);
  gboolean is_last = self->section + 1 == ilv_lesson_get_n_sections (self->lesson);

  self->gradual = self->gradual || gtk_widget_get_mapped (GTK_WIDGET (self));
  take_focus (self);
  enable (self, "back", self->section > 0);
  ilv_section_view_show (ILV_SECTION_VIEW (self->content), section, &context, self->gradual);
  ilv_page_dots_set_section (ILV_PAGE_DOTS (self->dots), self->section);
  gtk_button_set_label (GTK_BUTTON (self->next_button), is_last ? _ ("Next lesson") : _ ("Next"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_last ? _ ("Next lesson") : _ ("Next"), -1);
  gtk_adjustment_set_value (get_adjustment (self), 0);

  ilv_progress_set_section_seen (self->progress, ilv_lesson_get_id (self->lesson),
                                 ilv_section_get_slug (section));
  ilv_progress_save (self->progress);
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

  self->followed = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->lesson);
  g_clear_object (&self->progress);
  g_clear_object (&self->settings);
  g_clear_object (&self->pythons);
  g_clear_object (&self->glossary);
  g_clear_object (&self->runs);
  g_clear_object (&self->history);
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

  g_type_ensure (ILV_TYPE_COLUMN_LAYOUT);
  g_type_ensure (ILV_TYPE_FOOTER_LAYOUT);
  g_type_ensure (ILV_TYPE_PAGE_DOTS);
  g_type_ensure (ILV_TYPE_SECTION_VIEW);
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
    { .name = "repeat", .activate = on_comparison_action },
    { .name = "stop", .activate = on_comparison_action },
    { .name = "export-menu", .activate = on_comparison_action },
    { .name = "copy-picture", .activate = on_comparison_action },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  for (guint i = 0; experiment_actions[i] != NULL; i++)
    enable (self, experiment_actions[i], FALSE);
  g_signal_connect_object (self->content, "experiment-changed", G_CALLBACK (on_experiment_changed), self,
                           G_CONNECT_SWAPPED);
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
  g_set_object (&self->history, context->history);
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
