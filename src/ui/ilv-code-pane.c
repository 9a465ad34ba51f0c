/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ilv-code-editor.h"
#include "ilv-code-scene.h"
#include "ilv-comparison-store.h"
#include "ilv-side-code.h"
#include "ilv-trust.h"
#include "ilv-wrap-layout.h"

typedef struct
{
  IlvSideCode code;
  gboolean has_code;
  IlvStrategy strategy;
  GtkWidget *editor; /* NULL until there is code */
} Side;

struct _IlvCodePane
{
  GtkWidget parent_instance;

  IlvComparison *comparison;
  IlvComparisonStore *store;
  IlvInterpreterChoice *choice;
  IlvPlayhead *playhead;
  GActionMap *actions; /* unowned */
  Side sides[ILV_N_SIDES];
  guint save_source;
  guint n_prepared;
  gboolean running;

  GtkWidget *switcher;
  GtkWidget *left_button;
  GtkWidget *right_button;
  GtkWidget *left_label;
  GtkWidget *right_label;
  GtkWidget *name;
  GtkWidget *stack;
  GtkWidget *mark;
  GtkWidget *interpreters;
};

G_DEFINE_FINAL_TYPE (IlvCodePane, ilv_code_pane, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const side_names[] = { "left", "right" };

/* So long after the last key an edit is kept. */
#define SAVE_MS 1000

static GSimpleAction *
get_action (IlvCodePane *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, name));
}

/* Both sides run the same text: one editor is enough. */
static gboolean
is_shared (IlvCodePane *self)
{
  return self->sides[0].has_code && self->sides[1].has_code
         && g_str_equal (self->sides[0].code.text, self->sides[1].code.text);
}

static IlvSide
get_shown_side (IlvCodePane *self)
{
  g_autoptr (GVariant) state = NULL;

  if (!self->sides[0].has_code)
    return ILV_SIDE_RIGHT;
  if (!self->sides[1].has_code || is_shared (self))
    return ILV_SIDE_LEFT;
  state = g_action_get_state (G_ACTION (get_action (self, "code-side")));
  return g_str_equal (g_variant_get_string (state, NULL), "right") ? ILV_SIDE_RIGHT : ILV_SIDE_LEFT;
}

static void
keep_edit (IlvCodePane *self, IlvSide side)
{
  IlvCodeEditor *editor = ILV_CODE_EDITOR (self->sides[side].editor);
  g_autofree char *text = NULL;

  if (!self->sides[side].has_code || self->sides[side].code.piece != NULL)
    return;
  if (ilv_code_editor_is_edited (editor))
    text = ilv_code_editor_dup_text (editor);
  ilv_comparison_store_set_code (self->store, self->sides[side].code.key, text);
}

static void
save (IlvCodePane *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    keep_edit (self, i);
  ilv_comparison_store_save (self->store);
}

static gboolean
on_save (gpointer data)
{
  IlvCodePane *self = data;

  self->save_source = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
update_state (IlvCodePane *self)
{
  IlvSide shown = get_shown_side (self);
  const Side *side = &self->sides[shown];
  gboolean edited
    = side->has_code && ilv_code_editor_is_edited (ILV_CODE_EDITOR (side->editor));
  gboolean can_edit = side->has_code && side->code.piece == NULL && !self->running;

  g_simple_action_set_enabled (get_action (self, "edit-code"), can_edit);
  g_simple_action_set_enabled (get_action (self, "restore-code"), can_edit && edited);
  gtk_widget_set_visible (self->mark, edited);
}

static void
update_editable (IlvCodePane *self)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (get_action (self, "edit-code")));

  for (guint i = 0; i < ILV_N_SIDES; i++)
    if (self->sides[i].editor != NULL)
      ilv_code_editor_set_editable (ILV_CODE_EDITOR (self->sides[i].editor),
                                    g_variant_get_boolean (state) && !self->running
                                      && self->sides[i].code.piece == NULL);
}

static void
show_side (IlvCodePane *self)
{
  IlvSide shown = get_shown_side (self);

  if (self->sides[shown].editor != NULL)
    gtk_stack_set_visible_child (GTK_STACK (self->stack), self->sides[shown].editor);
  gtk_label_set_label (GTK_LABEL (self->name), self->sides[shown].code.name);
  update_state (self);
}

static void
show_button (IlvCodePane *self, IlvSide side, GtkWidget *button, GtkWidget *label)
{
  const char *title = ilv_strategy_get_title (self->sides[side].strategy);
  const char *name = self->sides[side].code.name;
  gboolean alike = self->sides[ILV_SIDE_LEFT].strategy == self->sides[ILV_SIDE_RIGHT].strategy;
  /* Translators: the name of a strategy, such as Python threads, and that of a file. */
  g_autofree char *text = g_strdup_printf (
    side == ILV_SIDE_LEFT ? _ ("Code of the left side: %s · %s")
                          : _ ("Code of the right side: %s · %s"),
    title, name != NULL ? name : "");

  /* What tells the two apart. */
  gtk_label_set_label (GTK_LABEL (label), alike && name != NULL ? name : title);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_switcher (IlvCodePane *self)
{
  gboolean both = self->sides[0].has_code && self->sides[1].has_code && !is_shared (self);

  show_button (self, ILV_SIDE_LEFT, self->left_button, self->left_label);
  show_button (self, ILV_SIDE_RIGHT, self->right_button, self->right_label);
  gtk_widget_set_visible (self->switcher, both);
}

static void
on_edited (IlvCodePane *self, IlvCodeEditor *editor)
{
  /* What both sides run is edited for both. */
  if (is_shared (self) && GTK_WIDGET (editor) == self->sides[ILV_SIDE_LEFT].editor)
    {
      g_autofree char *text = ilv_code_editor_dup_text (editor);
      Side *right = &self->sides[ILV_SIDE_RIGHT];

      ilv_code_editor_set_code (ILV_CODE_EDITOR (right->editor), right->code.text, text,
                                right->code.language);
    }
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->save_source = g_timeout_add (SAVE_MS, on_save, self);
  update_state (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_choice_changed (IlvCodePane *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_edit_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  IlvCodePane *self = data;

  g_simple_action_set_state (action, state);
  update_editable (self);
  if (g_variant_get_boolean (state) && self->sides[get_shown_side (self)].editor != NULL)
    gtk_widget_child_focus (self->sides[get_shown_side (self)].editor, GTK_DIR_TAB_FORWARD);
}

static void
on_restore (GSimpleAction *action G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED,
            gpointer data)
{
  IlvCodePane *self = data;

  ilv_code_editor_restore (ILV_CODE_EDITOR (self->sides[get_shown_side (self)].editor));
}

static void
on_side_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  show_side (data);
}

static void
ilv_code_pane_dispose (GObject *object)
{
  IlvCodePane *self = ILV_CODE_PANE (object);
  GtkWidget *child;

  if (self->save_source != 0)
    save (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      ilv_side_code_clear (&self->sides[i].code);
      self->sides[i].has_code = FALSE;
    }
  g_clear_object (&self->comparison);
  g_clear_object (&self->store);
  g_clear_object (&self->choice);
  g_clear_object (&self->playhead);

  G_OBJECT_CLASS (ilv_code_pane_parent_class)->dispose (object);
}

static void
ilv_code_pane_class_init (IlvCodePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_code_pane_dispose;

  /**
   * IlvCodePane::changed:
   *
   * The code or the interpreter has been changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ADW_TYPE_BUTTON_CONTENT);
  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "codepane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-code-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvCodePane, switcher);
  gtk_widget_class_bind_template_child (widget_class, IlvCodePane, left_button);
  gtk_widget_class_bind_template_child (widget_class, IlvCodePane, right_button);
  gtk_widget_class_bind_template_child (widget_class, IlvCodePane, left_label);
  gtk_widget_class_bind_template_child (widget_class, IlvCodePane, right_label);
  gtk_widget_class_bind_template_child (widget_class, IlvCodePane, name);
  gtk_widget_class_bind_template_child (widget_class, IlvCodePane, stack);
  gtk_widget_class_bind_template_child (widget_class, IlvCodePane, mark);
  gtk_widget_class_bind_template_child (widget_class, IlvCodePane, interpreters);
}

static void
ilv_code_pane_init (IlvCodePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The left side is on the left in every language. */
  gtk_widget_set_direction (gtk_widget_get_parent (self->left_button), GTK_TEXT_DIR_LTR);
}

static void
add_actions (IlvCodePane *self)
{
  static const GActionEntry entries[] = {
    { .name = "edit-code", .state = "false", .change_state = on_edit_changed },
    { .name = "restore-code", .activate = on_restore },
    { .name = "code-side",
      .parameter_type = "s",
      .state = "'left'",
      .change_state = on_side_changed },
  };

  g_action_map_add_action_entries (self->actions, entries, G_N_ELEMENTS (entries), self);
}

void
ilv_code_pane_set_up (IlvCodePane *self,
                      IlvComparison *comparison,
                      const IlvLessonContext *context,
                      IlvPlayhead *playhead,
                      GActionMap *actions)
{
  g_return_if_fail (ILV_IS_CODE_PANE (self));
  g_return_if_fail (self->comparison == NULL);

  self->comparison = g_object_ref (comparison);
  self->store = ilv_comparison_store_new (comparison, context);
  self->playhead = g_object_ref (playhead);
  self->actions = actions;
  self->choice = ilv_interpreter_choice_new (GTK_DROP_DOWN (self->interpreters),
                                             context != NULL ? context->pythons : NULL);
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  add_actions (self);
}

/* Most comparisons have no code, and an editor takes long to make. */
static void
ensure_editor (IlvCodePane *self, IlvSide side)
{
  GtkWidget *editor;

  if (self->sides[side].editor != NULL)
    return;
  editor = ilv_code_editor_new (self->playhead, side == ILV_SIDE_LEFT ? _ ("Code of the left side")
                                                                      : _ ("Code of the right side"));
  gtk_stack_add_named (GTK_STACK (self->stack), editor, side_names[side]);
  g_signal_connect_swapped (editor, "edited", G_CALLBACK (on_edited), self);
  self->sides[side].editor = editor;
}

/* The language of the code that the lesson gives a side, or NULL. */
static const char *
find_language (IlvCodePane *self, IlvSide side)
{
  IlvStrategy strategy = side == ILV_SIDE_LEFT ? ilv_comparison_get_left (self->comparison)
                                               : ilv_comparison_get_right (self->comparison);
  IlvSideCode code = { 0 };
  const char *language = NULL;

  if (ilv_side_code_find (&code, self->comparison, self->comparison,
                          ilv_comparison_get_workload (self->comparison), side, strategy))
    language = code.language;
  ilv_side_code_clear (&code);
  return language;
}

static void
prepare_language (IlvCodePane *self G_GNUC_UNUSED, IlvSide side G_GNUC_UNUSED, const char *language)
{
  ilv_code_scene_prepare_language (language);
}

static void
prepare_editor (IlvCodePane *self, IlvSide side, const char *language G_GNUC_UNUSED)
{
  ensure_editor (self, side);
}

static void
prepare_colours (IlvCodePane *self, IlvSide side, const char *language)
{
  ilv_code_editor_set_code (ILV_CODE_EDITOR (self->sides[side].editor), "", NULL, language);
}

gboolean
ilv_code_pane_prepare (IlvCodePane *self)
{
  static void (*const bits[]) (IlvCodePane *, IlvSide, const char *)
    = { prepare_language, prepare_editor, prepare_colours };
  const char *language;
  guint next;

  g_return_val_if_fail (ILV_IS_CODE_PANE (self), FALSE);
  g_return_val_if_fail (self->n_prepared < ILV_N_SIDES * G_N_ELEMENTS (bits), FALSE);

  next = self->n_prepared++;
  language = find_language (self, next / G_N_ELEMENTS (bits));
  if (language != NULL)
    bits[next % G_N_ELEMENTS (bits)](self, next / G_N_ELEMENTS (bits), language);
  return self->n_prepared < ILV_N_SIDES * G_N_ELEMENTS (bits);
}

static void
update_side (IlvCodePane *self,
             IlvSide index,
             IlvComparison *planned,
             IlvWorkload *workload,
             IlvStrategy strategy)
{
  Side *side = &self->sides[index];
  g_autofree char *edit = NULL;

  side->strategy = strategy;
  side->has_code
    = ilv_side_code_find (&side->code, self->comparison, planned, workload, index, strategy);
  if (!side->has_code)
    return;
  ensure_editor (self, index);
  if (side->code.piece == NULL)
    edit = ilv_comparison_store_get_code (self->store, side->code.key);
  ilv_code_editor_set_code (ILV_CODE_EDITOR (side->editor), side->code.text, edit,
                            side->code.language);
}

void
ilv_code_pane_update (IlvCodePane *self,
                      IlvComparison *planned,
                      IlvWorkload *workload,
                      const IlvStrategy strategies[ILV_N_SIDES])
{
  g_return_if_fail (ILV_IS_CODE_PANE (self));
  g_return_if_fail (self->comparison != NULL);

  if (self->save_source != 0)
    save (self);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    update_side (self, i, planned, workload, strategies[i]);
  ilv_interpreter_choice_set_strategies (self->choice, strategies);
  show_switcher (self);
  show_side (self);
  update_editable (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->sides[0].has_code || self->sides[1].has_code);
}

char *
ilv_code_pane_dup_code (IlvCodePane *self, IlvSide side)
{
  IlvTrust *trust = ilv_trust_get_default ();
  char *text;

  g_return_val_if_fail (ILV_IS_CODE_PANE (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  if (!self->sides[side].has_code)
    return NULL;
  if (self->sides[side].code.piece != NULL)
    return g_strdup (self->sides[side].code.piece);
  text = ilv_code_editor_dup_text (ILV_CODE_EDITOR (self->sides[side].editor));
  /* What the person has made of code that may run, may run; and so may what is made of the tasks. */
  if (!self->sides[side].code.from_lesson
      || ilv_trust_is_agreed (trust, self->sides[side].code.text))
    ilv_trust_agree_once (trust, text);
  return text;
}

char *
ilv_code_pane_dup_text (IlvCodePane *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_CODE_PANE (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  if (!self->sides[side].has_code)
    return NULL;
  return ilv_code_editor_dup_text (ILV_CODE_EDITOR (self->sides[side].editor));
}

const char *
ilv_code_pane_get_name (IlvCodePane *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_CODE_PANE (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return self->sides[side].has_code ? self->sides[side].code.name : NULL;
}

const char *
ilv_code_pane_get_language (IlvCodePane *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_CODE_PANE (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return self->sides[side].has_code ? self->sides[side].code.language : NULL;
}

IlvStrategy
ilv_code_pane_get_strategy (IlvCodePane *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_CODE_PANE (self), ILV_STRATEGY_SEQUENTIAL);
  g_return_val_if_fail (side < ILV_N_SIDES, ILV_STRATEGY_SEQUENTIAL);

  return self->sides[side].strategy;
}

IlvPython *
ilv_code_pane_get_python (IlvCodePane *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_CODE_PANE (self), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  return ilv_interpreter_choice_get_python (self->choice, self->sides[side].strategy);
}

IlvInterpreterChoice *
ilv_code_pane_get_choice (IlvCodePane *self)
{
  g_return_val_if_fail (ILV_IS_CODE_PANE (self), NULL);

  return self->choice;
}

void
ilv_code_pane_set_running (IlvCodePane *self, gboolean running)
{
  g_return_if_fail (ILV_IS_CODE_PANE (self));

  self->running = running;
  update_editable (self);
  update_state (self);
}

void
ilv_code_pane_set_trace (IlvCodePane *self, IlvSide side, IlvTrace *trace)
{
  g_return_if_fail (ILV_IS_CODE_PANE (self));
  g_return_if_fail (side < ILV_N_SIDES);

  if (self->sides[side].has_code)
    ilv_code_editor_set_trace (ILV_CODE_EDITOR (self->sides[side].editor), trace);
}

gboolean
ilv_code_pane_is_edited (IlvCodePane *self, IlvSide side)
{
  g_return_val_if_fail (ILV_IS_CODE_PANE (self), FALSE);
  g_return_val_if_fail (side < ILV_N_SIDES, FALSE);

  return self->sides[side].has_code
         && ilv_code_editor_is_edited (ILV_CODE_EDITOR (self->sides[side].editor));
}

gboolean
ilv_code_pane_has_file (IlvCodePane *self)
{
  g_return_val_if_fail (ILV_IS_CODE_PANE (self), FALSE);

  for (guint i = 0; i < ILV_N_SIDES; i++)
    if (self->sides[i].has_code && self->sides[i].code.from_lesson)
      return TRUE;
  return FALSE;
}
