#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-rooms.py BUILD_FOLDER LIBRARY…

Compiles, with each room's own flags, a file that includes the main header of every room, and of
GTK. What the room may see must compile, and all else must fail for want of that header; and what
it may see is what HACKING.md's table says. The LIBRARIES are those of the rooms without GTK and
must not ask for any symbol of it.
"""

import json
import os
import re
import shlex
import subprocess
import sys

HEADERS = {
    'trace': 'ilv-trace.h',
    'export': 'ilv-trace-export.h',
    'workload': 'ilv-workload.h',
    'service': 'ilv-world.h',
    'runner': 'ilv-runner.h',
    'lesson': 'ilv-lesson.h',
    'pack': 'ilv-pack.h',
    'talk': 'ilv-presentation.h',
    'handout': 'ilv-handout.h',
    'cli': 'ilv-cli.h',
    'compat': 'ilv-compat.h',
    'timeline': 'ilv-timeline.h',
    'scene': 'ilv-scene.h',
    'ui': 'ilv-window.h',
    'present': 'ilv-presenter.h',
    'app': 'ilv-application.h',
}

ALLOWED = {
    'trace': [],
    'export': ['trace'],
    'workload': [],
    'service': ['workload'],
    'runner': ['trace', 'workload', 'service'],
    'lesson': ['workload'],
    'pack': ['workload', 'lesson'],
    'talk': ['workload', 'lesson'],
    'handout': ['trace', 'workload', 'service', 'runner', 'lesson'],
    'cli': ['trace', 'export', 'workload', 'service', 'runner', 'lesson', 'pack', 'handout'],
    'compat': [],
    'timeline': ['trace', 'compat'],
    'scene': ['trace', 'compat', 'timeline'],
    'ui': ['trace', 'export', 'workload', 'service', 'runner', 'lesson', 'pack', 'handout', 'compat', 'timeline', 'scene'],
    'present': ['trace', 'workload', 'service', 'runner', 'lesson', 'pack', 'talk', 'compat', 'timeline', 'scene', 'ui'],
    'app': ['trace', 'workload', 'service', 'runner', 'lesson', 'pack', 'talk', 'compat', 'ui', 'present'],
}

WITHOUT_GTK = ['trace', 'export', 'workload', 'service', 'runner', 'lesson', 'pack', 'talk', 'handout', 'cli']
GTK_HEADERS = ['gtk/gtk.h', 'gdk/gdk.h', 'adwaita.h']
GTK_SYMBOL = re.compile(r'\bU ((?:gtk|gdk|gsk|adw)_\w+)')

build_folder, *libraries = sys.argv[1:]
number = 0
failed = False


def check(name, fault):
    """One case of TAP; @fault is None if it passed."""
    global number, failed
    number += 1
    print(f'{"ok" if fault is None else "not ok"} {number} /rooms/{name}')
    if fault is not None:
        failed = True
        for line in fault.splitlines():
            print(f'# {line}')


def find_flags():
    """The folder and the compiler's words without input and output, of one file of each room."""
    flags = {}
    with open(os.path.join(build_folder, 'compile_commands.json')) as file:
        commands = json.load(file)
    for command in commands:
        match = re.search(r'(?:^|/)src/(\w+)/ilv-[\w-]+\.c$', command['file'])
        if match is None or match.group(1) in flags:
            continue
        words = shlex.split(command['command'])
        kept = []
        while words:
            word = words.pop(0)
            if word in ('-o', '-c', '-MF', '-MQ', '-MT'):
                words.pop(0)
            elif word != '-MD':
                kept.append(word)
        flags[match.group(1)] = (command['directory'], kept)
    return flags


def include(room_flags, header):
    """None if @header can be included, else what the compiler says."""
    folder, words = room_flags
    result = subprocess.run([*words, '-fsyntax-only', '-x', 'c', '-'], cwd=folder, text=True,
                            env={**os.environ, 'LC_ALL': 'C'}, stderr=subprocess.PIPE,
                            input=f'#include <{header}>\nextern int only_to_have_something;\n')
    return None if result.returncode == 0 else result.stderr


def check_allowed(room, room_flags, header):
    check(f'{room}/may-include/{header}', include(room_flags, header))


def check_forbidden(room, room_flags, header):
    fault = include(room_flags, header)
    if fault is None:
        check(f'{room}/may-not-include/{header}', f'{room} can include {header}')
    elif f'{header}: No such file or directory' not in fault:
        check(f'{room}/may-not-include/{header}', fault)
    else:
        check(f'{room}/may-not-include/{header}', None)


def check_includes():
    flags = find_flags()
    for room, allowed in ALLOWED.items():
        if room not in flags:
            check(f'{room}/is-compiled', f'no file of {room} is compiled')
            continue
        for other, header in HEADERS.items():
            if other == room or other in allowed:
                check_allowed(room, flags[room], header)
            else:
                check_forbidden(room, flags[room], header)
        for header in GTK_HEADERS:
            if room in WITHOUT_GTK:
                check_forbidden(room, flags[room], header)


def check_symbols():
    check('without-gtk/all-are-checked', None if len(libraries) == len(WITHOUT_GTK) else
          f'{len(libraries)} libraries for {len(WITHOUT_GTK)} rooms')
    for library in libraries:
        symbols = subprocess.run(['nm', '--undefined-only', library], text=True, check=True,
                                 stdout=subprocess.PIPE).stdout
        found = sorted(set(GTK_SYMBOL.findall(symbols)))
        name = os.path.basename(library)
        if not re.search(r'\bU g_', symbols):
            check(f'without-gtk/{name}', 'nm shows no symbol at all')
        else:
            check(f'without-gtk/{name}', ', '.join(found) if found else None)


def read_table():
    """What HACKING.md says that each room may include."""
    with open(os.path.join(os.path.dirname(__file__), '..', '..', 'HACKING.md')) as file:
        rows = re.findall(r'^\| `(\w+)/` \|[^|]*\| ([^|]*) \|', file.read(), re.MULTILINE)
    table = {}
    for room, words in rows:
        if words == 'all of the above':
            table[room] = list(table)
        elif words.startswith('all but '):
            table[room] = [other for other in ALLOWED if other != room and f'`{other}`' not in words]
        else:
            table[room] = re.findall(r'`(\w+)`', words)
    return table


def check_table():
    table = read_table()
    for room, allowed in ALLOWED.items():
        said = sorted(table.get(room, ['no row']))
        check(f'table/{room}', None if said == sorted(allowed) else
              f'HACKING.md says {", ".join(said)}')


check_table()
check_includes()
check_symbols()
print(f'1..{number}')
sys.exit(1 if failed else 0)
