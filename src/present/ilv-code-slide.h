/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-comparison-stage.h"

G_BEGIN_DECLS

#define ILV_TYPE_CODE_SLIDE (ilv_code_slide_get_type ())

/**
 * IlvCodeSlide:
 *
 * The code that the sides of a comparison run, beside each other; once where it is the same. The lines
 * that run light up. One of any number of views of its stage.
 */
G_DECLARE_FINAL_TYPE (IlvCodeSlide, ilv_code_slide, ILV, CODE_SLIDE, GtkWidget)

GtkWidget *ilv_code_slide_new (IlvComparisonStage *stage);

G_END_DECLS
