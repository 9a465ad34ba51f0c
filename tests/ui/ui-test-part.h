/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The parts of a comparison's view, for tests that act on one of them. */

#include "ilv-comparison-view.h"
#include "ilv-run-stack.h"
#include "ilv-server-controls.h"
#include "ilv-setup.h"
#include "ilv-side-card.h"
#include "ilv-transport.h"
#include "ui-test.h"

/* @name: the name of a field of the view */
static inline gpointer
ui_test_get_part (GtkWidget *view, const char *name)
{
  const struct
  {
    const char *name;
    GType type;
    guint nth;
  } built[] = {
    { "left", ILV_TYPE_SIDE_CARD, 0 },
    { "right", ILV_TYPE_SIDE_CARD, 1 },
    { "code", ILV_TYPE_CODE_PANE, 0 },
    { "transport", ILV_TYPE_TRANSPORT, 0 },
    { "setup", ILV_TYPE_SETUP, 0 },
    { "server", ILV_TYPE_SERVER_CONTROLS, 0 },
    { "runs", ILV_TYPE_RUN_STACK, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (built); i++)
    if (g_str_equal (name, built[i].name))
      return ui_test_find (view, built[i].type, built[i].nth);
  return gtk_widget_get_template_child (view, ILV_TYPE_COMPARISON_VIEW, name);
}
