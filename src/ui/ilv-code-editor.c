/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-editor.h"

#include "ilv-code-scene.h"
#include "ilv-output-box.h"

struct _IlvCodeEditor
{
  GtkWidget parent_instance;

  char *ours;
  gboolean filling;

  GtkWidget *scene;
  GtkWidget *output;
};

G_DEFINE_FINAL_TYPE (IlvCodeEditor, ilv_code_editor, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_text_changed (IlvCodeEditor *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[EDITED], 0);
}

static void
ilv_code_editor_dispose (GObject *object)
{
  IlvCodeEditor *self = ILV_CODE_EDITOR (object);
  GtkWidget *child;

  g_clear_pointer (&self->ours, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_code_editor_parent_class)->dispose (object);
}

static void
ilv_code_editor_class_init (IlvCodeEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_code_editor_dispose;

  /**
   * IlvCodeEditor::edited:
   *
   * The text has been changed by hand, or gone back.
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "codeeditor");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
add_run_shortcut (GtkWidget *scene)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  /* Before the editor takes it for a new line. */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                      gtk_named_action_new ("comparison.run")));
  gtk_widget_add_controller (scene, controller);
}

static void
ilv_code_editor_init (IlvCodeEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->scene = ilv_code_scene_new ();
  gtk_widget_add_css_class (self->scene, "card");
  gtk_widget_set_overflow (self->scene, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->scene, GTK_WIDGET (self));
  self->output = g_object_new (ILV_TYPE_OUTPUT_BOX, NULL);
  gtk_widget_set_parent (self->output, GTK_WIDGET (self));
  add_run_shortcut (self->scene);
  g_signal_connect_swapped (self->scene, "notify::text", G_CALLBACK (on_text_changed), self);
}

GtkWidget *
ilv_code_editor_new (IlvPlayhead *playhead, const char *name)
{
  IlvCodeEditor *self = g_object_new (ILV_TYPE_CODE_EDITOR, NULL);

  ilv_scene_set_playhead (ILV_SCENE (self->scene), playhead);
  ilv_code_scene_set_name (ILV_CODE_SCENE (self->scene), name);
  return GTK_WIDGET (self);
}

void
ilv_code_editor_set_code (IlvCodeEditor *self,
                          const char *ours,
                          const char *edit,
                          const char *language)
{
  g_return_if_fail (ILV_IS_CODE_EDITOR (self));
  g_return_if_fail (ours != NULL);

  if (g_strcmp0 (self->ours, ours) != 0)
    {
      g_free (self->ours);
      self->ours = g_strdup (ours);
    }
  self->filling = TRUE;
  ilv_code_scene_set_language (ILV_CODE_SCENE (self->scene), language);
  ilv_code_scene_set_text (ILV_CODE_SCENE (self->scene), edit != NULL ? edit : ours);
  self->filling = FALSE;
}

char *
ilv_code_editor_dup_text (IlvCodeEditor *self)
{
  g_return_val_if_fail (ILV_IS_CODE_EDITOR (self), NULL);

  return ilv_code_scene_dup_text (ILV_CODE_SCENE (self->scene));
}

gboolean
ilv_code_editor_is_edited (IlvCodeEditor *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (ILV_IS_CODE_EDITOR (self), FALSE);

  text = ilv_code_editor_dup_text (self);
  return self->ours != NULL && !g_str_equal (text, self->ours);
}

void
ilv_code_editor_restore (IlvCodeEditor *self)
{
  g_return_if_fail (ILV_IS_CODE_EDITOR (self));

  if (self->ours != NULL)
    ilv_code_scene_replace_text (ILV_CODE_SCENE (self->scene), self->ours);
}

void
ilv_code_editor_set_editable (IlvCodeEditor *self, gboolean editable)
{
  g_return_if_fail (ILV_IS_CODE_EDITOR (self));

  ilv_code_scene_set_editable (ILV_CODE_SCENE (self->scene), editable);
}

void
ilv_code_editor_set_trace (IlvCodeEditor *self, IlvTrace *trace)
{
  g_return_if_fail (ILV_IS_CODE_EDITOR (self));

  ilv_scene_set_trace (ILV_SCENE (self->scene), trace);
  ilv_output_box_set_trace (ILV_OUTPUT_BOX (self->output), trace);
}
