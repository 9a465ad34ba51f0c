# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that are read from the right although they begin with a Latin word.

Whoever lays text out takes its direction from its first letter. So an Arabic sentence that begins with
“async”, or with a name that is only known when the program runs, would be laid out from the left. A mark
that is not seen, U+200F, stands before such a text.
"""

import re
import unicodedata

FROM_RIGHT = ('ar', 'fa', 'he', 'ur')
MARK = '\u200f'


def is_from_right(language):
    return language.split('_')[0] in FROM_RIGHT


def needs_mark(text):
    """Whether Arabic or Hebrew follows, and something else comes first."""
    shown = re.sub(r'\]\([^)]*\)|<[^>]*>|&\w+;', ' ', text)
    shown = re.sub(r"%(?:\d+\$)?[-+ #0']*[\d.]*(?:hh|h|ll|l|z|j)?[cs]", 'x', shown)
    shown = re.sub(r"%(?:\d+\$)?[-+ #0']*[\d.]*(?:hh|h|ll|l|z|j)?[a-zA-Z]", '1', shown)
    kinds = [unicodedata.bidirectional(letter) for letter in shown]
    strong = [kind for kind in kinds if kind in ('L', 'R', 'AL')]
    return bool(strong) and strong[0] == 'L' and any(kind in ('R', 'AL') for kind in strong)


def mark(text):
    return MARK + text if needs_mark(text) else text
