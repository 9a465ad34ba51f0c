/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-large-pages.h"

#include <errno.h>
#include <stdint.h>
#include <sys/mman.h>

/* On x86-64, and on AArch64 with small pages of 4 KiB. */
#define PAGE_SIZE ((uintptr_t) 2 << 20)

/* Below this, the tables of small pages are no burden. */
#define MIN_BYTES (16 * PAGE_SIZE)

/* Newer than the C library of Debian 12. */
#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif

void
ilv_large_pages_use_for (gpointer memory, gsize n_bytes)
{
  uintptr_t start = ((uintptr_t) memory + PAGE_SIZE - 1) & ~(PAGE_SIZE - 1);
  uintptr_t end = ((uintptr_t) memory + n_bytes) & ~(PAGE_SIZE - 1);
  int saved_errno = errno;

  if (n_bytes < MIN_BYTES)
    return;

  /* It is an advice: whether it is taken changes nothing but the time that reading takes. */
  madvise ((gpointer) start, end - start, MADV_COLLAPSE);
  errno = saved_errno;
}
