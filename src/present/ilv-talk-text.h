/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-presentation.h"

G_BEGIN_DECLS

/* What a presentation says about itself to the presenter. What is not const is (transfer full). */

/* A time as a clock shows it: "0:07", "12:47" or "1:02:03". */
char *ilv_talk_text_format_time (gint64 time_ns);

/* How much the talk is ahead (or, negative, behind): "1:10 ahead", "0:40 behind" or "On time". */
char *ilv_talk_text_format_pace (gint64 pace_ns);

/* "Planned 45 min", or that nothing is planned, for 0. */
char *ilv_talk_text_format_planned (gint64 planned_ns);

/* What a slide of that kind shows, such as "Show of hands"; "" for text. */
const char *ilv_talk_text_get_kind (IlvSlideKind kind);

/* What Next would do now, in a few words. */
char *ilv_talk_text_describe_next (IlvPresentation *presentation);

/* What stands behind that: the title of the slide that comes, or "" where none does. */
char *ilv_talk_text_describe_after (IlvPresentation *presentation);

/* Returns: (nullable): what the room sees in place of the slide, "The room sees black" and the like;
 * NULL while it sees the slide. */
char *ilv_talk_text_describe_cover (IlvPresentation *presentation);

/* Returns: (nullable): what is being typed, "Go to 12 ⏎" and the like; NULL for nothing. */
char *ilv_talk_text_describe_typing (IlvPresentation *presentation);

G_END_DECLS
