/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lesson-row.h"

#include <glib/gi18n-lib.h>

struct _IlvLessonRow
{
  GtkListBoxRow parent_instance;

  GtkStack *mark;
  GtkLabel *number_label;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *remove;

  IlvLesson *lesson;
  guint number;
  guint n_seen;
};

G_DEFINE_FINAL_TYPE (IlvLessonRow, ilv_lesson_row, GTK_TYPE_LIST_BOX_ROW)

static void
describe (IlvLessonRow *self)
{
  g_autofree char *seen = NULL;
  guint n_sections = ilv_lesson_get_n_sections (self->lesson);
  const char *description;

  seen = g_strdup_printf (ngettext ("%u of %u section seen", "%u of %u sections seen", n_sections),
                          self->n_seen, n_sections);
  description = ilv_lesson_is_written (self->lesson) ? seen : _("Not written yet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
show_lesson (IlvLessonRow *self, guint number)
{
  const char *title = ilv_lesson_get_title (self->lesson);
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *name = NULL;

  if (number > 0)
    /* Translators: %u is the number of the lesson, %s its title. */
    name = g_strdup_printf (_("Lesson %u: %s"), number, title);
  else
    name = g_strdup (title);

  gtk_label_set_label (self->number_label, number_text);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);

  if (ilv_lesson_is_written (self->lesson))
    {
      gtk_label_set_label (self->summary, ilv_lesson_get_summary (self->lesson));
    }
  else
    {
      gtk_label_set_label (self->summary, _("Not written yet"));
      gtk_widget_add_css_class (GTK_WIDGET (self), "planned");
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  describe (self);
}

static void
ilv_lesson_row_dispose (GObject *object)
{
  IlvLessonRow *self = ILV_LESSON_ROW (object);

  g_clear_object (&self->lesson);

  G_OBJECT_CLASS (ilv_lesson_row_parent_class)->dispose (object);
}

static void
ilv_lesson_row_class_init (IlvLessonRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_lesson_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-lesson-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvLessonRow, mark);
  gtk_widget_class_bind_template_child (widget_class, IlvLessonRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, IlvLessonRow, title);
  gtk_widget_class_bind_template_child (widget_class, IlvLessonRow, summary);
  gtk_widget_class_bind_template_child (widget_class, IlvLessonRow, remove);
}

static void
ilv_lesson_row_init (IlvLessonRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ilv_lesson_row_new (IlvLesson *lesson, guint number)
{
  IlvLessonRow *self;

  g_return_val_if_fail (ILV_IS_LESSON (lesson), NULL);

  self = g_object_new (ILV_TYPE_LESSON_ROW, NULL);
  self->lesson = g_object_ref (lesson);
  self->number = number;
  show_lesson (self, number);

  return GTK_WIDGET (self);
}

IlvLesson *
ilv_lesson_row_get_lesson (IlvLessonRow *self)
{
  g_return_val_if_fail (ILV_IS_LESSON_ROW (self), NULL);

  return self->lesson;
}

void
ilv_lesson_row_set_pack (IlvLessonRow *self, const char *pack)
{
  g_return_if_fail (ILV_IS_LESSON_ROW (self));
  g_return_if_fail (pack != NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s", pack);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove), "win.remove-pack");
  gtk_widget_set_visible (self->remove, TRUE);
}

void
ilv_lesson_row_update (IlvLessonRow *self, IlvProgress *progress)
{
  const char *id;
  guint n_sections;

  g_return_if_fail (ILV_IS_LESSON_ROW (self));
  g_return_if_fail (ILV_IS_PROGRESS (progress));

  id = ilv_lesson_get_id (self->lesson);
  n_sections = ilv_lesson_get_n_sections (self->lesson);

  /* The file may name sections that the lesson no longer has, so its own count may be too large. */
  self->n_seen = 0;
  for (guint i = 0; i < n_sections; i++)
    {
      IlvSection *section = ilv_lesson_get_section (self->lesson, i);

      if (ilv_progress_is_section_seen (progress, id, ilv_section_get_slug (section)))
        self->n_seen++;
    }

  gtk_stack_set_visible_child_name (self->mark, ilv_lesson_row_is_finished (self) ? "finished"
                                                : self->number > 0                ? "number"
                                                                                  : "lone");
  describe (self);
}

guint
ilv_lesson_row_get_n_seen (IlvLessonRow *self)
{
  g_return_val_if_fail (ILV_IS_LESSON_ROW (self), 0);

  return self->n_seen;
}

gboolean
ilv_lesson_row_is_finished (IlvLessonRow *self)
{
  g_return_val_if_fail (ILV_IS_LESSON_ROW (self), FALSE);

  return ilv_lesson_is_written (self->lesson)
         && self->n_seen == ilv_lesson_get_n_sections (self->lesson);
}
