/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-gradual.h"

G_DEFINE_INTERFACE (IlvGradual, ilv_gradual, GTK_TYPE_WIDGET)

static void
ilv_gradual_default_init (IlvGradualInterface *iface G_GNUC_UNUSED)
{
}

gboolean
ilv_gradual_build (IlvGradual *self, const IlvLessonContext *context)
{
  g_return_val_if_fail (ILV_IS_GRADUAL (self), FALSE);

  return ILV_GRADUAL_GET_IFACE (self)->build (self, context);
}

gboolean
ilv_gradual_unfold (IlvGradual *self)
{
  g_return_val_if_fail (ILV_IS_GRADUAL (self), FALSE);

  return ILV_GRADUAL_GET_IFACE (self)->unfold (self);
}

void
ilv_gradual_complete (IlvGradual *self, const IlvLessonContext *context)
{
  g_return_if_fail (ILV_IS_GRADUAL (self));

  while (ilv_gradual_build (self, context))
    ;
  while (ilv_gradual_unfold (self))
    ;
}

gboolean
ilv_gradual_show_next (GtkWidget *const *parts, guint n_parts)
{
  guint n_hidden = 0;

  for (guint i = 0; i < n_parts; i++)
    if (!gtk_widget_get_visible (parts[i]) && n_hidden++ == 0)
      gtk_widget_set_visible (parts[i], TRUE);

  g_return_val_if_fail (n_hidden > 0, FALSE);
  return n_hidden > 1;
}
