/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-interpreter-choice.h"

#include "ilv-narrow-drop-down.h"

struct _IlvInterpreterChoice
{
  GObject parent_instance;

  GtkDropDown *drop_down; /* unowned */
  GListModel *pythons;
  GPtrArray *listed; /* those in the drop-down */
  IlvStrategy strategies[ILV_N_SIDES];
  char *chosen; /* the path of the one that was chosen by hand */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (IlvInterpreterChoice, ilv_interpreter_choice, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_useful (IlvInterpreterChoice *self, IlvPython *python)
{
  for (guint i = 0; i < ILV_N_SIDES; i++)
    if (ilv_strategy_is_python (self->strategies[i])
        && ilv_python_can_run (python, self->strategies[i]))
      return TRUE;
  return FALSE;
}

static void
fill (IlvInterpreterChoice *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->listed, 0);
  for (guint i = 0; i < g_list_model_get_n_items (self->pythons); i++)
    {
      g_autoptr (IlvPython) python = g_list_model_get_item (self->pythons, i);

      if (!is_useful (self, python))
        continue;
      if (g_strcmp0 (self->chosen, ilv_python_get_path (python)) == 0)
        selected = self->listed->len;
      gtk_string_list_append (titles, ilv_python_get_title (python));
      g_ptr_array_add (self->listed, g_steal_pointer (&python));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
  if (self->listed->len > 0)
    gtk_drop_down_set_selected (self->drop_down, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->drop_down), self->listed->len > 0);
}

static void
on_found (IlvInterpreterChoice *self)
{
  fill (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_selected (IlvInterpreterChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->filling || selected >= self->listed->len)
    return;
  g_free (self->chosen);
  self->chosen
    = g_strdup (ilv_python_get_path (g_ptr_array_index (self->listed, selected)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ilv_interpreter_choice_dispose (GObject *object)
{
  IlvInterpreterChoice *self = ILV_INTERPRETER_CHOICE (object);

  g_clear_object (&self->pythons);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (ilv_interpreter_choice_parent_class)->dispose (object);
}

static void
ilv_interpreter_choice_class_init (IlvInterpreterChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_interpreter_choice_dispose;

  /**
   * IlvInterpreterChoice::changed:
   *
   * Another interpreter is used from now on, or may be.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_interpreter_choice_init (IlvInterpreterChoice *self)
{
  self->listed = g_ptr_array_new_with_free_func (g_object_unref);
}

IlvInterpreterChoice *
ilv_interpreter_choice_new (GtkDropDown *drop_down, IlvPythons *pythons)
{
  IlvInterpreterChoice *self;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down), NULL);

  self = g_object_new (ILV_TYPE_INTERPRETER_CHOICE, NULL);
  self->drop_down = drop_down;
  self->pythons = pythons != NULL ? g_object_ref (ilv_pythons_get_model (pythons))
                                  : G_LIST_MODEL (g_list_store_new (ILV_TYPE_PYTHON));
  ilv_narrow_drop_down_set_up (drop_down);
  fill (self);
  g_signal_connect_object (self->pythons, "items-changed", G_CALLBACK (on_found), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
ilv_interpreter_choice_set_strategies (IlvInterpreterChoice *self,
                                       const IlvStrategy strategies[ILV_N_SIDES])
{
  g_return_if_fail (ILV_IS_INTERPRETER_CHOICE (self));

  for (guint i = 0; i < ILV_N_SIDES; i++)
    self->strategies[i] = strategies[i];
  fill (self);
}

IlvPython *
ilv_interpreter_choice_get_python (IlvInterpreterChoice *self, IlvStrategy strategy)
{
  g_return_val_if_fail (ILV_IS_INTERPRETER_CHOICE (self), NULL);

  if (!ilv_strategy_is_python (strategy))
    return NULL;
  for (guint i = 0; i < self->listed->len; i++)
    {
      IlvPython *python = g_ptr_array_index (self->listed, i);

      if (g_strcmp0 (self->chosen, ilv_python_get_path (python)) == 0
          && ilv_python_can_run (python, strategy))
        return python;
    }
  return ilv_python_choose (self->pythons, strategy);
}

const char *
ilv_interpreter_choice_get_chosen (IlvInterpreterChoice *self)
{
  g_return_val_if_fail (ILV_IS_INTERPRETER_CHOICE (self), NULL);

  return self->chosen;
}

void
ilv_interpreter_choice_set_chosen (IlvInterpreterChoice *self, const char *path)
{
  g_return_if_fail (ILV_IS_INTERPRETER_CHOICE (self));

  if (g_strcmp0 (self->chosen, path) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (path);
  fill (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
