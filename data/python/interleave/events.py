# SPDX-License-Identifier: GPL-3.0-or-later
"""Watches asyncio."""


def watch_all():
    pass
