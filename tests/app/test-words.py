#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and bash's completion know each command and each option of the program.

test-words.py PROGRAM MANUAL COMPLETION
"""

import os
import re
import subprocess
import sys

program, manual_path, completion = sys.argv[1:]
manual = open(manual_path).read()
faults = 0


def ask(*arguments):
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout


def complete(*words):
    """What completion offers after `interleave WORD…`, whose last word is being typed."""
    script = (f'source "{completion}"; shopt -s extglob; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
              'compopt () { :; }; _interleave; printf "%s\\n" "${COMPREPLY[@]}"')
    return subprocess.run(['bash', '-c', script, 'bash', program, *words], capture_output=True,
                          text=True, check=True).stdout.split()


def report(number, good, name, what):
    global faults
    faults += not good
    print(f'{"ok" if good else "not ok"} {number} {name}' + ('' if good else f': {what}'))


def check_all():
    commands = re.findall(r'^  interleave ([a-z]+)', ask('--help'), re.MULTILINE)
    assert len(commands) >= 5, commands
    print(f'1..{len(commands) + 3}')
    offered = complete('')
    report(1, set(commands) <= set(offered), 'commands are offered', set(commands) - set(offered))
    for number, command in enumerate(commands, 2):
        options = re.findall(r'^  (?:-., )?(--[a-z-]+)', ask(command, '--help'), re.MULTILINE)
        assert '--help' in options, (command, options)
        offered = {word.rstrip('=') for word in complete(command, '--')}
        missing = [option for option in options if option not in offered]
        unknown = [option for option in options
                   if 'Fl Fl ' + option[2:] not in manual] + ([] if f'.Cm {command}\n' in manual else [command])
        report(number, not missing and not unknown, command,
               f'not offered {missing}, not in the manual {unknown}')
    number = len(commands) + 2
    strategies = complete('run', '--left', '')
    report(number, {'model', 'python-threads', 'event-loop'} <= set(strategies), 'strategies', strategies)
    lessons = complete('run', 'concurrency/')
    report(number + 1, any(word.startswith('concurrency/') for word in lessons), 'lessons', lessons)


os.environ['LANGUAGE'] = 'C'
check_all()
sys.exit(faults > 0)
