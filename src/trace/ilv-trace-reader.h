/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/* (transfer full) (element-type IlvTrace) (nullable): the traces of a file that
 * ilv_trace_file_to_json() wrote, a side or a run each; %NULL where it is none. What lanes, figures
 * and sentences are made of comes back as it was; the pulse of an event loop and parts of pictures
 * are not in such files. Of tasks with the same name only the first is told apart.
 * @length: in bytes, or -1 where @text ends with a zero byte
 * @names: (nullable) (element-type utf8): gets the title of each, as it was given to the writer
 *
 * Touches nothing but its arguments: for any thread. */
GPtrArray *ilv_trace_reader_read_json (const char *text, gssize length, GPtrArray *names);

G_END_DECLS
