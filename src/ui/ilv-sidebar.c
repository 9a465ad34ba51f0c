/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-sidebar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ilv-lesson-row.h"
#include "ilv-pack-list.h"
#include "ilv-progress-ring.h"
#include "ilv-search-view.h"
#include "ilv-trace-list.h"

struct _IlvSidebar
{
  GtkWidget parent_instance;

  AdwHeaderBar *header;
  GtkStack *stack;
  GtkListBox *list;
  IlvPackList *packs;
  IlvTraceList *traces;
  IlvSearchView *search;
  GtkWidget *foot;
  IlvProgressRing *ring;
  GtkLabel *lessons_label;
  GtkLabel *sections_label;

  IlvCourse *course;
  IlvProgress *progress;
};

G_DEFINE_FINAL_TYPE (IlvSidebar, ilv_sidebar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SEARCHING,
  N_PROPERTIES
};

enum
{
  LESSON_ACTIVATED,
  PACK_ACTIVATED,
  HIT_ACTIVATED,
  TRACE_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
show_totals (IlvSidebar *self, guint n_finished, guint n_lessons, guint n_seen)
{
  g_autofree char *lessons = NULL;
  g_autofree char *sections = NULL;

  /* Translators: how many lessons the learner has finished, of how many that there are. */
  lessons = g_strdup_printf (ngettext ("%u of %u lesson", "%u of %u lessons", n_lessons),
                             n_finished, n_lessons);
  sections = g_strdup_printf (ngettext ("%u section seen", "%u sections seen", n_seen), n_seen);

  gtk_label_set_label (self->lessons_label, lessons);
  gtk_label_set_label (self->sections_label, sections);
  ilv_progress_ring_set_fraction (self->ring,
                                  n_lessons > 0 ? (double) n_finished / n_lessons : 0);
}

static void
update (IlvSidebar *self)
{
  GtkListBoxRow *row;
  guint n_lessons = 0;
  guint n_finished = 0;
  guint n_seen = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n_lessons)) != NULL)
    {
      ilv_lesson_row_update (ILV_LESSON_ROW (row), self->progress);
      n_seen += ilv_lesson_row_get_n_seen (ILV_LESSON_ROW (row));
      n_finished += ilv_lesson_row_is_finished (ILV_LESSON_ROW (row)) ? 1 : 0;
      n_lessons++;
    }

  show_totals (self, n_finished, n_lessons, n_seen);
}

static void
on_row_activated (IlvSidebar *self, IlvLessonRow *row)
{
  g_signal_emit (self, signals[LESSON_ACTIVATED], 0, ilv_lesson_row_get_lesson (row));
}

static void
on_own_lesson_activated (IlvSidebar *self, IlvLesson *lesson)
{
  g_signal_emit (self, signals[LESSON_ACTIVATED], 0, lesson);
}

static void
on_pack_activated (IlvSidebar *self, IlvPack *pack)
{
  g_signal_emit (self, signals[PACK_ACTIVATED], 0, pack);
}

static void
on_hit_activated (IlvSidebar *self, IlvSearchHit *hit)
{
  g_signal_emit (self, signals[HIT_ACTIVATED], 0, hit);
}

static void
on_trace_activated (IlvSidebar *self, IlvTraceDocument *document)
{
  g_signal_emit (self, signals[TRACE_ACTIVATED], 0, document);
}

static void
on_search_left (IlvSidebar *self)
{
  ilv_sidebar_set_searching (self, FALSE);
}

static void
ilv_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, ilv_sidebar_is_searching (ILV_SIDEBAR (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEARCHING:
      ilv_sidebar_set_searching (ILV_SIDEBAR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_sidebar_dispose (GObject *object)
{
  IlvSidebar *self = ILV_SIDEBAR (object);
  GtkWidget *child;

  g_clear_object (&self->course);
  g_clear_object (&self->progress);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_sidebar_parent_class)->dispose (object);
}

static void
ilv_sidebar_class_init (IlvSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_sidebar_dispose;
  object_class->get_property = ilv_sidebar_get_property;
  object_class->set_property = ilv_sidebar_set_property;

  properties[PROP_SEARCHING]
    = g_param_spec_boolean ("searching", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[LESSON_ACTIVATED]
    = g_signal_new ("lesson-activated", ILV_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, ILV_TYPE_LESSON);
  signals[PACK_ACTIVATED]
    = g_signal_new ("pack-activated", ILV_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, ILV_TYPE_PACK);
  signals[HIT_ACTIVATED]
    = g_signal_new ("hit-activated", ILV_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, ILV_TYPE_SEARCH_HIT);
  signals[TRACE_ACTIVATED]
    = g_signal_new ("trace-activated", ILV_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, ILV_TYPE_TRACE_DOCUMENT);

  g_type_ensure (ILV_TYPE_PACK_LIST);
  g_type_ensure (ILV_TYPE_PROGRESS_RING);
  g_type_ensure (ILV_TYPE_SEARCH_VIEW);
  g_type_ensure (ILV_TYPE_TRACE_LIST);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, IlvSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, IlvSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, IlvSidebar, packs);
  gtk_widget_class_bind_template_child (widget_class, IlvSidebar, traces);
  gtk_widget_class_bind_template_child (widget_class, IlvSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, IlvSidebar, foot);
  gtk_widget_class_bind_template_child (widget_class, IlvSidebar, ring);
  gtk_widget_class_bind_template_child (widget_class, IlvSidebar, lessons_label);
  gtk_widget_class_bind_template_child (widget_class, IlvSidebar, sections_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_own_lesson_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_pack_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_hit_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_left);
  gtk_widget_class_bind_template_callback (widget_class, on_trace_activated);
}

static void
ilv_sidebar_init (IlvSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ilv_sidebar_new (void)
{
  return g_object_new (ILV_TYPE_SIDEBAR, NULL);
}

void
ilv_sidebar_set_course (IlvSidebar *self, IlvCourse *course, IlvProgress *progress)
{
  guint n_lessons;

  g_return_if_fail (ILV_IS_SIDEBAR (self));
  g_return_if_fail (ILV_IS_COURSE (course));
  g_return_if_fail (ILV_IS_PROGRESS (progress));
  g_return_if_fail (self->course == NULL);

  self->course = g_object_ref (course);
  self->progress = g_object_ref (progress);

  ilv_search_view_set_course (self->search, course);
  n_lessons = g_list_model_get_n_items (G_LIST_MODEL (course));
  for (guint i = 0; i < n_lessons; i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      gtk_list_box_append (self->list, ilv_lesson_row_new (lesson, i + 1));
    }

  gtk_widget_set_visible (self->foot, TRUE);
  g_signal_connect_object (progress, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
ilv_sidebar_set_shelf (IlvSidebar *self, IlvPackShelf *shelf, IlvProgress *progress)
{
  g_return_if_fail (ILV_IS_SIDEBAR (self));

  ilv_pack_list_set_shelf (self->packs, shelf, progress);
}

void
ilv_sidebar_set_traces (IlvSidebar *self, GListModel *traces)
{
  g_return_if_fail (ILV_IS_SIDEBAR (self));

  ilv_trace_list_set_model (self->traces, traces);
}

void
ilv_sidebar_select_trace (IlvSidebar *self, IlvTraceDocument *document)
{
  g_return_if_fail (ILV_IS_SIDEBAR (self));

  gtk_list_box_unselect_all (self->list);
  ilv_pack_list_select_lesson (self->packs, NULL);
  ilv_trace_list_select (self->traces, document);
}

void
ilv_sidebar_select_lesson (IlvSidebar *self, IlvLesson *lesson)
{
  GtkListBoxRow *row;

  g_return_if_fail (ILV_IS_SIDEBAR (self));
  g_return_if_fail (ILV_IS_LESSON (lesson));

  ilv_trace_list_select (self->traces, NULL);
  ilv_pack_list_select_lesson (self->packs, lesson);
  gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (ilv_lesson_row_get_lesson (ILV_LESSON_ROW (row)) == lesson)
      gtk_list_box_select_row (self->list, row);
}

void
ilv_sidebar_set_show_title_buttons (IlvSidebar *self, gboolean show)
{
  g_return_if_fail (ILV_IS_SIDEBAR (self));

  adw_header_bar_set_show_start_title_buttons (self->header, show);
}

gboolean
ilv_sidebar_is_searching (IlvSidebar *self)
{
  g_return_val_if_fail (ILV_IS_SIDEBAR (self), FALSE);

  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->search);
}

void
ilv_sidebar_set_searching (IlvSidebar *self, gboolean searching)
{
  g_return_if_fail (ILV_IS_SIDEBAR (self));

  searching = !!searching;
  if (searching == ilv_sidebar_is_searching (self))
    return;

  gtk_stack_set_visible_child_name (self->stack, searching ? "search" : "lessons");
  gtk_widget_set_visible (self->foot, !searching && self->course != NULL);
  if (searching)
    ilv_search_view_begin (self->search);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}
