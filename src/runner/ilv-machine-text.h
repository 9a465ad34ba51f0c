/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads what the kernel says about the machine in /proc and /sys (see proc(5)). Pure functions over
 * text: what is missing, cut off or no number is unknown, never an error. */

/**
 * IlvProcessorCount:
 * @number: the kernel's number of the logical processor
 * @busy: ticks in which it did something, since the machine was started: all but idle and waiting
 * for a disk; the host's share of a virtual machine counts as busy
 * @total: all ticks
 */
typedef struct
{
  int number;
  gint64 busy;
  gint64 total;
} IlvProcessorCount;

/* The fourth field of /proc/loadavg, "3/412": how many tasks (the kernel's: threads) want a
 * processor or have one, and how many exist; -1 each where it cannot be read. */
void ilv_machine_text_read_tasks (const char *text, gint64 *runnable, gint64 *tasks);

/* The number behind @key at the beginning of a line, such as "ctxt 123" or "Threads:	4"; -1 where
 * there is none. */
gint64 ilv_machine_text_read_number (const char *text, const char *key);

/* (element-type IlvProcessorCount) (transfer full): the lines "cpu0 …" of /proc/stat. */
GArray *ilv_machine_text_read_processors (const char *text);

G_END_DECLS
