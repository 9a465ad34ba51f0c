/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-keys-window.h"

#include <glib/gi18n-lib.h>

#include "ilv-key-text.h"
#include "ilv-pair-layout.h"
#include "ilv-wrap-layout.h"

/* In pixels. */
#define MARGIN 24
#define PART_SPACING 24

struct _IlvKeysWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvKeysWindow, ilv_keys_window, ADW_TYPE_WINDOW)

/* The parts of the list, and the command that each begins with in the order of all keys. The second half
 * stands in the second column. */
static const struct
{
  const char *title;
  IlvTalkCommand first;
} parts[] = {
  { N_ ("Slides"), ILV_TALK_NEXT },
  { N_ ("Experiment"), ILV_TALK_RUN },
  { N_ ("Votes"), ILV_TALK_REVEAL },
  { N_ ("What the room sees"), ILV_TALK_BLACK },
  { N_ ("Presenter"), ILV_TALK_OVERVIEW },
};

#define FIRST_OF_SECOND_COLUMN 2

static GtkWidget *
create_key_name (const char *name)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_add_css_class (label, "keycap");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static GtkWidget *
create_line (const IlvPresenterKey *key)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ (key->title), "wrap", TRUE, "xalign",
                                   0.0f, NULL);
  g_auto (GStrv) keys = ilv_key_text_list (key);

  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_widget_set_layout_manager (names, ilv_wrap_layout_new (4, 4));
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  for (guint i = 0; keys[i] != NULL; i++)
    gtk_box_append (GTK_BOX (names), create_key_name (keys[i]));
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), names);
  return line;
}

static GtkWidget *
add_part (GtkWidget *column, const char *title)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0f,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (part), heading);
  gtk_box_append (GTK_BOX (column), part);
  return part;
}

static GtkWidget *
create_list (void)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *columns[2];
  GtkWidget *part = NULL;
  guint n_keys, next_part = 0;
  const IlvPresenterKey *keys = ilv_presenter_keys_get (&n_keys);

  gtk_widget_set_layout_manager (list, ilv_pair_layout_new ());
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      columns[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, PART_SPACING);
      gtk_box_append (GTK_BOX (list), columns[i]);
    }
  for (guint i = 0; i < n_keys; i++)
    {
      if (next_part < G_N_ELEMENTS (parts) && keys[i].command == parts[next_part].first)
        {
          part = add_part (columns[next_part >= FIRST_OF_SECOND_COLUMN], _ (parts[next_part].title));
          next_part++;
        }
      gtk_box_append (GTK_BOX (part), create_line (&keys[i]));
    }
  return list;
}

static gboolean
on_key_pressed (IlvKeysWindow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape && keyval != GDK_KEY_question && keyval != GDK_KEY_F1)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (self));
  return GDK_EVENT_STOP;
}

static void
ilv_keys_window_class_init (IlvKeysWindowClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_keys_window_init (IlvKeysWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "vexpand", TRUE, NULL);
  GtkWidget *list = create_list ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set (list, "margin-top", MARGIN / 2, "margin-bottom", MARGIN, "margin-start", MARGIN,
                "margin-end", MARGIN, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  /* The list itself, so that the arrows scroll it. */
  gtk_window_set_focus (GTK_WINDOW (self), scroller);
}

GtkWindow *
ilv_keys_window_new (GtkWindow *parent)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  return g_object_new (ILV_TYPE_KEYS_WINDOW, "title", _ ("All keys"), "transient-for", parent,
                       "destroy-with-parent", TRUE, "modal", TRUE, "default-width", 940,
                       "default-height", 680, NULL);
}
