/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

/* (transfer floating): what a slide shows below its title, as the kind of the slide wants it. */
GtkWidget *ilv_slide_content_new (IlvStageSet *stages, IlvSlide *slide);

G_END_DECLS
