/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-search-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ilv-term-popover.h"

struct _IlvSearchView
{
  GtkWidget parent_instance;

  GtkEditable *entry;
  GtkStack *stack;
  GtkListBox *list;

  IlvSearch *search;
};

G_DEFINE_FINAL_TYPE (IlvSearchView, ilv_search_view, GTK_TYPE_WIDGET)

enum
{
  HIT_ACTIVATED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static IlvSearchHit *
get_hit (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "hit");
}

static GtkWidget *
create_label (const char *text, gboolean is_markup, const char *css_class)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", text, "use-markup", is_markup, "wrap", TRUE,
                    "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 8, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
create_row (gpointer item, gpointer data G_GNUC_UNUSED)
{
  IlvSearchHit *hit = item;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box),
                  create_label (ilv_search_hit_get_title (hit), FALSE, "lesson-title"));
  if (ilv_search_hit_get_kind (hit) == ILV_SEARCH_SECTION)
    gtk_box_append (GTK_BOX (box),
                    create_label (ilv_lesson_get_title (ilv_search_hit_get_lesson (hit)), FALSE,
                                  "caption"));
  if (*ilv_search_hit_get_snippet (hit) != '\0')
    {
      GtkWidget *snippet = create_label (ilv_search_hit_get_snippet (hit), TRUE, "caption");

      gtk_widget_add_css_class (snippet, "dim-label");
      gtk_box_append (GTK_BOX (box), snippet);
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "lesson-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ilv_search_hit_get_title (hit), -1);
  g_object_set_data_full (G_OBJECT (row), "hit", g_object_ref (hit), g_object_unref);
  return row;
}

static const char *
get_group_title (IlvSearchKind kind)
{
  switch (kind)
    {
    case ILV_SEARCH_LESSON:
      return _("Lessons");
    case ILV_SEARCH_SECTION:
      return _("Sections");
    default:
      return _("Glossary");
    }
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data G_GNUC_UNUSED)
{
  IlvSearchKind kind = ilv_search_hit_get_kind (get_hit (row));
  GtkWidget *header = NULL;

  if (before == NULL || ilv_search_hit_get_kind (get_hit (before)) != kind)
    {
      header = create_label (get_group_title (kind), FALSE, "heading");
      gtk_widget_add_css_class (header, "search-group");
    }
  gtk_list_box_row_set_header (row, header);
}

static void
on_search_changed (IlvSearchView *self)
{
  const char *query = gtk_editable_get_text (self->entry);
  gboolean found;

  if (self->search == NULL)
    return;
  ilv_search_set_query (self->search, query);
  found = g_list_model_get_n_items (G_LIST_MODEL (self->search)) > 0;
  gtk_stack_set_visible_child_name (self->stack,
                                    found ? "found" : *query != '\0' ? "nothing" : "begin");
}

static void
on_row_activated (IlvSearchView *self, GtkListBoxRow *row)
{
  IlvSearchHit *hit = get_hit (row);

  if (ilv_search_hit_get_term (hit) == NULL)
    {
      g_signal_emit (self, signals[HIT_ACTIVATED], 0, hit);
      return;
    }

  ilv_term_popover_open (ilv_search_hit_get_term (hit), gtk_list_box_row_get_child (row), NULL);
}

/* Enter takes the first of them. */
static void
on_entry_activated (IlvSearchView *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    gtk_widget_activate (GTK_WIDGET (row));
}

static void
on_stop_search (IlvSearchView *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  on_stop_search (ILV_SEARCH_VIEW (widget));
  return TRUE;
}

static void
ilv_search_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&ILV_SEARCH_VIEW (object)->search);

  G_OBJECT_CLASS (ilv_search_view_parent_class)->dispose (object);
}

static void
ilv_search_view_class_init (IlvSearchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_search_view_dispose;

  signals[HIT_ACTIVATED]
    = g_signal_new ("hit-activated", ILV_TYPE_SEARCH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, ILV_TYPE_SEARCH_HIT);
  signals[LEFT] = g_signal_new ("left", ILV_TYPE_SEARCH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "searchview");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-search-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvSearchView, entry);
  gtk_widget_class_bind_template_child (widget_class, IlvSearchView, stack);
  gtk_widget_class_bind_template_child (widget_class, IlvSearchView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
ilv_search_view_init (IlvSearchView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

GtkWidget *
ilv_search_view_new (void)
{
  return g_object_new (ILV_TYPE_SEARCH_VIEW, NULL);
}

void
ilv_search_view_set_course (IlvSearchView *self, IlvCourse *course)
{
  g_return_if_fail (ILV_IS_SEARCH_VIEW (self));
  g_return_if_fail (ILV_IS_COURSE (course));
  g_return_if_fail (self->search == NULL);

  self->search = ilv_search_new (course);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->search), create_row, NULL, NULL);
}

void
ilv_search_view_begin (IlvSearchView *self)
{
  g_return_if_fail (ILV_IS_SEARCH_VIEW (self));

  gtk_editable_set_text (self->entry, "");
  on_search_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
