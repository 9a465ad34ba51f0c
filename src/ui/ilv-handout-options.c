/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-options.h"

#include <adwaita.h>

struct _IlvHandoutOptions
{
  GtkWidget parent_instance;

  AdwActionRow *lesson_row;
  GtkCheckButton *lesson_button;
  GtkCheckButton *course_button;
  GtkSwitch *notes;

  IlvCourse *course;
  IlvLesson *lesson; /* or NULL */
  IlvLastRuns *runs; /* or NULL */
};

G_DEFINE_FINAL_TYPE (IlvHandoutOptions, ilv_handout_options, GTK_TYPE_WIDGET)

static gboolean
is_course (IlvHandoutOptions *self)
{
  return gtk_check_button_get_active (self->course_button);
}

static void
ilv_handout_options_dispose (GObject *object)
{
  IlvHandoutOptions *self = ILV_HANDOUT_OPTIONS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->course);
  g_clear_object (&self->lesson);
  g_clear_object (&self->runs);

  G_OBJECT_CLASS (ilv_handout_options_parent_class)->dispose (object);
}

static void
ilv_handout_options_class_init (IlvHandoutOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_handout_options_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-handout-options.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvHandoutOptions, lesson_row);
  gtk_widget_class_bind_template_child (widget_class, IlvHandoutOptions, lesson_button);
  gtk_widget_class_bind_template_child (widget_class, IlvHandoutOptions, course_button);
  gtk_widget_class_bind_template_child (widget_class, IlvHandoutOptions, notes);
}

static void
ilv_handout_options_init (IlvHandoutOptions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ilv_handout_options_new (IlvCourse *course, IlvLesson *lesson, IlvLastRuns *runs)
{
  IlvHandoutOptions *self;

  g_return_val_if_fail (ILV_IS_COURSE (course), NULL);
  g_return_val_if_fail (lesson == NULL || ILV_IS_LESSON (lesson), NULL);

  self = g_object_new (ILV_TYPE_HANDOUT_OPTIONS, NULL);
  self->course = g_object_ref (course);
  g_set_object (&self->runs, runs);
  if (lesson != NULL && ilv_lesson_is_written (lesson))
    {
      self->lesson = g_object_ref (lesson);
      adw_action_row_set_subtitle (self->lesson_row, ilv_lesson_get_title (lesson));
    }
  else
    {
      gtk_check_button_set_active (self->course_button, TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self->lesson_row), FALSE);
    }
  return GTK_WIDGET (self);
}

IlvHandout *
ilv_handout_options_create_handout (IlvHandoutOptions *self)
{
  g_autoptr (GPtrArray) lessons = NULL;

  g_return_val_if_fail (ILV_IS_HANDOUT_OPTIONS (self), NULL);

  if (!is_course (self))
    {
      lessons = g_ptr_array_new ();
      g_ptr_array_add (lessons, self->lesson);
    }
  return ilv_handout_new (self->course, lessons, gtk_switch_get_active (self->notes), self->runs);
}

char *
ilv_handout_options_create_name (IlvHandoutOptions *self)
{
  g_return_val_if_fail (ILV_IS_HANDOUT_OPTIONS (self), NULL);

  return g_strdup_printf ("%s.pdf",
                          is_course (self) ? "interleave" : ilv_lesson_get_id (self->lesson));
}
