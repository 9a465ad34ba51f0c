/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-trace.h"

G_BEGIN_DECLS

#define ILV_TYPE_FINDINGS (ilv_findings_get_type ())

/**
 * IlvFindings:
 *
 * What a run has shown, in words: the verdict, the learner's prediction beside the fact, whether other
 * programs disturbed it, and what went wrong.
 */
G_DECLARE_FINAL_TYPE (IlvFindings, ilv_findings, ILV, FINDINGS, GtkWidget)

void ilv_findings_clear (IlvFindings *self);

/* Shows what the two sides tell, and @prediction (nullable), a sentence about what was expected. */
void ilv_findings_show (IlvFindings *self,
                        IlvTrace *left,
                        IlvTrace *right,
                        const char *prediction);

/* Tells people who do not see the page what was found, and @results besides: what the tasks brought. */
void ilv_findings_announce (IlvFindings *self, const char *results);

/* Says why there is no result. */
void ilv_findings_show_problem (IlvFindings *self, const char *problem);

/* The verdict; "" while there is none. */
const char *ilv_findings_get_verdict (IlvFindings *self);

G_END_DECLS
