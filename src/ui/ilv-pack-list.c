/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pack-list.h"

#include <glib/gi18n-lib.h>

#include "ilv-lesson-row.h"
#include "ilv-pack-row.h"

struct _IlvPackList
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkWidget *hint;

  IlvPackShelf *shelf;
  IlvProgress *progress;
  IlvLesson *selected;
};

G_DEFINE_FINAL_TYPE (IlvPackList, ilv_pack_list, GTK_TYPE_WIDGET)

enum
{
  LESSON_ACTIVATED,
  PACK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_lessons (IlvPackList *self, IlvPack *pack)
{
  GListModel *lessons = G_LIST_MODEL (ilv_pack_get_course (pack));
  guint n_lessons = g_list_model_get_n_items (lessons);

  if (n_lessons > 1)
    gtk_list_box_append (self->list, ilv_pack_row_new (pack));
  for (guint i = 0; i < n_lessons; i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (lessons, i);
      GtkWidget *row = ilv_lesson_row_new (lesson, n_lessons > 1 ? i + 1 : 0);

      /* A pack of one lesson has no row but that. */
      if (n_lessons == 1)
        ilv_lesson_row_set_pack (ILV_LESSON_ROW (row), ilv_pack_get_id (pack));
      gtk_list_box_append (self->list, row);
    }
}

static void
update (IlvPackList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (ILV_IS_LESSON_ROW (row))
      ilv_lesson_row_update (ILV_LESSON_ROW (row), self->progress);
}

static void
select_row (IlvPackList *self)
{
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (ILV_IS_LESSON_ROW (row) && ilv_lesson_row_get_lesson (ILV_LESSON_ROW (row)) == self->selected)
      gtk_list_box_select_row (self->list, row);
}

static void
fill (IlvPackList *self)
{
  guint n_packs = g_list_model_get_n_items (G_LIST_MODEL (self->shelf));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n_packs; i++)
    {
      g_autoptr (IlvPack) pack = g_list_model_get_item (G_LIST_MODEL (self->shelf), i);

      if (ilv_pack_get_course (pack) != NULL)
        add_lessons (self, pack);
      else
        gtk_list_box_append (self->list, ilv_pack_row_new (pack));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_packs > 0);
  gtk_widget_set_visible (self->hint, n_packs == 0);
  update (self);
  select_row (self);
}

static void
on_row_activated (IlvPackList *self, GtkListBoxRow *row)
{
  if (ILV_IS_LESSON_ROW (row))
    g_signal_emit (self, signals[LESSON_ACTIVATED], 0, ilv_lesson_row_get_lesson (ILV_LESSON_ROW (row)));
  else
    g_signal_emit (self, signals[PACK_ACTIVATED], 0, ilv_pack_row_get_pack (ILV_PACK_ROW (row)));
}

static void
ilv_pack_list_dispose (GObject *object)
{
  IlvPackList *self = ILV_PACK_LIST (object);
  GtkWidget *child;

  g_clear_object (&self->shelf);
  g_clear_object (&self->progress);
  g_clear_object (&self->selected);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_pack_list_parent_class)->dispose (object);
}

static void
ilv_pack_list_class_init (IlvPackListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_pack_list_dispose;

  signals[LESSON_ACTIVATED]
    = g_signal_new ("lesson-activated", ILV_TYPE_PACK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, ILV_TYPE_LESSON);
  signals[PACK_ACTIVATED]
    = g_signal_new ("pack-activated", ILV_TYPE_PACK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, ILV_TYPE_PACK);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-pack-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvPackList, list);
  gtk_widget_class_bind_template_child (widget_class, IlvPackList, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ilv_pack_list_init (IlvPackList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ilv_pack_list_set_shelf (IlvPackList *self, IlvPackShelf *shelf, IlvProgress *progress)
{
  g_return_if_fail (ILV_IS_PACK_LIST (self));
  g_return_if_fail (ILV_IS_PACK_SHELF (shelf));
  g_return_if_fail (ILV_IS_PROGRESS (progress));
  g_return_if_fail (self->shelf == NULL);

  self->shelf = g_object_ref (shelf);
  self->progress = g_object_ref (progress);
  g_signal_connect_object (shelf, "items-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (progress, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  fill (self);
}

void
ilv_pack_list_select_lesson (IlvPackList *self, IlvLesson *lesson)
{
  g_return_if_fail (ILV_IS_PACK_LIST (self));
  g_return_if_fail (lesson == NULL || ILV_IS_LESSON (lesson));

  g_set_object (&self->selected, lesson);
  select_row (self);
}
