/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-key-focus.h"

static gboolean
is_any_of (GtkWidget *widget, const GType *types, guint n_types)
{
  for (guint i = 0; i < n_types; i++)
    if (g_type_is_a (G_OBJECT_TYPE (widget), types[i]))
      return TRUE;
  return FALSE;
}

static IlvKeyFocus
classify (GtkWidget *widget)
{
  const GType texts[] = { GTK_TYPE_EDITABLE };
  const GType lists[] = { GTK_TYPE_RANGE,      GTK_TYPE_LIST_BOX,     GTK_TYPE_LIST_BOX_ROW,
                          GTK_TYPE_FLOW_BOX,   GTK_TYPE_LIST_VIEW,    GTK_TYPE_GRID_VIEW,
                          GTK_TYPE_COLUMN_VIEW, GTK_TYPE_TEXT_VIEW };
  const GType buttons[] = { GTK_TYPE_BUTTON, GTK_TYPE_CHECK_BUTTON, GTK_TYPE_SWITCH,
                            GTK_TYPE_DROP_DOWN, GTK_TYPE_MENU_BUTTON, GTK_TYPE_EXPANDER };

  if (GTK_IS_POPOVER (widget))
    return ILV_KEY_FOCUS_MENU;
  if (is_any_of (widget, texts, G_N_ELEMENTS (texts))
      || (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget))))
    return ILV_KEY_FOCUS_TEXT;
  if (is_any_of (widget, lists, G_N_ELEMENTS (lists)))
    return ILV_KEY_FOCUS_LIST;
  if (is_any_of (widget, buttons, G_N_ELEMENTS (buttons)))
    return ILV_KEY_FOCUS_BUTTON;
  return ILV_KEY_FOCUS_NONE;
}

IlvKeyFocus
ilv_key_focus_of (GtkWidget *focus)
{
  IlvKeyFocus most = ILV_KEY_FOCUS_NONE;

  g_return_val_if_fail (focus == NULL || GTK_IS_WIDGET (focus), ILV_KEY_FOCUS_NONE);

  /* What has the focus may be the inside of an entry, or a row of a list in a menu. */
  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    most = MAX (most, classify (widget));
  return most;
}

static gboolean
is_arrow (guint keyval)
{
  return keyval == GDK_KEY_Left || keyval == GDK_KEY_Right || keyval == GDK_KEY_Up
         || keyval == GDK_KEY_Down || keyval == GDK_KEY_Home || keyval == GDK_KEY_End;
}

static gboolean
is_press (guint keyval)
{
  return keyval == GDK_KEY_space || keyval == GDK_KEY_Return;
}

gboolean
ilv_key_focus_keeps (IlvKeyFocus self, guint keyval)
{
  switch (self)
    {
    case ILV_KEY_FOCUS_NONE:
      return FALSE;
    case ILV_KEY_FOCUS_BUTTON:
      return is_press (keyval);
    case ILV_KEY_FOCUS_LIST:
      return is_press (keyval) || is_arrow (keyval);
    case ILV_KEY_FOCUS_TEXT:
      return is_press (keyval) || is_arrow (keyval) || keyval == GDK_KEY_BackSpace
             || gdk_keyval_to_unicode (keyval) >= ' ';
    case ILV_KEY_FOCUS_OVERVIEW:
      return keyval != GDK_KEY_Escape && keyval != GDK_KEY_F1 && keyval != GDK_KEY_F5;
    case ILV_KEY_FOCUS_MENU:
    default:
      return TRUE;
    }
}
