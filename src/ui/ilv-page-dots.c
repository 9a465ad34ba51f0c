/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-page-dots.h"

#include <glib/gi18n.h>

struct _IlvPageDots
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvPageDots, ilv_page_dots, GTK_TYPE_WIDGET)

static void
remove_dots (IlvPageDots *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
add_dot (IlvPageDots *self, IlvLesson *lesson, guint section)
{
  GtkWidget *dot = gtk_button_new ();
  const char *title = ilv_section_get_title (ilv_lesson_get_section (lesson, section));
  /* Translators: number of a section, number of all sections, title of the section. */
  g_autofree char *name = g_strdup_printf (_ ("Section %u of %u: %s"), section + 1,
                                           ilv_lesson_get_n_sections (lesson), title);

  gtk_button_set_child (GTK_BUTTON (dot), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (dot), "page.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (dot), "u", section);
  gtk_widget_set_tooltip_text (dot, title);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (dot, GTK_WIDGET (self));
}

static void
ilv_page_dots_dispose (GObject *object)
{
  remove_dots (ILV_PAGE_DOTS (object));

  G_OBJECT_CLASS (ilv_page_dots_parent_class)->dispose (object);
}

static void
ilv_page_dots_class_init (IlvPageDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_page_dots_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagedots");
}

static void
ilv_page_dots_init (IlvPageDots *self G_GNUC_UNUSED)
{
}

void
ilv_page_dots_set_lesson (IlvPageDots *self, IlvLesson *lesson)
{
  g_return_if_fail (ILV_IS_PAGE_DOTS (self));
  g_return_if_fail (ILV_IS_LESSON (lesson));

  remove_dots (self);
  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    add_dot (self, lesson, i);
}

void
ilv_page_dots_set_section (IlvPageDots *self, guint section)
{
  GtkWidget *dot;
  guint index = 0;

  g_return_if_fail (ILV_IS_PAGE_DOTS (self));

  for (dot = gtk_widget_get_first_child (GTK_WIDGET (self)); dot != NULL;
       dot = gtk_widget_get_next_sibling (dot), index++)
    if (index == section)
      gtk_widget_add_css_class (dot, "current");
    else
      gtk_widget_remove_css_class (dot, "current");
}
