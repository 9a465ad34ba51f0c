#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each picture that README.md and the metainfo show is there, and scripts/make-screenshots makes it.

test-pictures.py ROOT
"""

import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
folder = 'docs/screenshots'
metainfo = next((root / 'data').glob('*.metainfo.xml*'))
shown = {name for path in (root / 'README.md', metainfo)
         for name in re.findall(folder + r'/([\w-]+)\.png', path.read_text())}
script = (root / 'scripts' / 'make-screenshots').read_text()
made = set(re.findall(r'^[^#]*?picture ([\w-]+) [a-z"$]', script, re.MULTILINE))
stored = {path.stem for path in (root / folder).glob('*.png')}
assert shown and made, (shown, made)

faults = 0
names = sorted(shown | made | stored)
print(f'1..{len(names)}')
for number, name in enumerate(names, 1):
    what = [fault for fault, holds in (('is not there', name not in stored),
                                       ('is not made by the script', name not in made),
                                       ('is shown nowhere', name not in shown)) if holds]
    faults += bool(what)
    print(f'{"not ok" if what else "ok"} {number} {name}' + (f': {", ".join(what)}' if what else ''))
sys.exit(faults > 0)
