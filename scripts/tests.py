#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./check asks of the build folders.

tests.py select FOLDER SUITE [PREFIX…]  the names of the tests in SUITE, or not in it for -SUITE
tests.py targets FOLDER SUITE           the targets that the tests of a suite need
tests.py failed FOLDER SUITE PREFIX     the names of those that failed in the suite's last run
tests.py report FOLDER[:failed|:skipped]…  what failed, and the count; exit status 1 if anything did
"""

import glob
import json
import os
import re
import sys

AGAIN = '-again.json'
RESULT = re.compile(r'^\s*(not )?ok\b[^#]*(?:#\s*(skip|todo)\b)?', re.IGNORECASE)


def load(folder, name):
    with open(os.path.join(folder, 'meson-info', f'intro-{name}.json')) as file:
        return json.load(file)


def load_tests(folder, suite):
    return [test for test in load(folder, 'tests')
            if (suite.lstrip('-') in [name.split(':')[-1] for name in test['suite']])
            != suite.startswith('-')]


def select(folder, suite, *prefixes):
    for test in load_tests(folder, suite):
        if not prefixes or test['name'].startswith(prefixes):
            print(test['name'])


def find_targets(folder, suite):
    wanted = {identity for test in load_tests(folder, suite) for identity in test['depends']}
    for target in load(folder, 'targets'):
        if target['id'] in wanted or target['name'] == 'tsan-glib':
            for path in target['filename']:
                print(os.path.relpath(path, os.path.abspath(folder)))


def count_cases(test):
    """Passed, failed and skipped cases of one test program."""
    counts = {'passed': 0, 'failed': 0, 'skipped': 0}
    for line in (test.get('stdout') or '').splitlines():
        match = RESULT.match(line)
        if match is None:
            continue
        directive = (match.group(2) or '').lower()
        if directive == 'skip':
            counts['skipped'] += 1
        elif match.group(1) and directive != 'todo':
            counts['failed'] += 1
        else:
            counts['passed'] += 1
    # It ended badly although no case failed: a leak, a race, a crash or a hang.
    good = test['result'] in ('OK', 'SKIP', 'EXPECTEDFAIL')
    if not good and counts['failed'] == 0:
        counts['failed'] = 1
    elif good and not any(counts.values()):
        counts['skipped' if test['result'] == 'SKIP' else 'passed'] = 1
    return counts


def show(folder, test):
    print(f'\n──── {folder}: {test["name"]}: {test["result"]}')
    print('\n'.join((test.get('stdout') or '').splitlines()[-200:]))
    print('\n'.join((test.get('stderr') or '').splitlines()[-200:]))


def load_results(log):
    with open(log) as file:
        return [json.loads(line) for line in file]


def get_log(folder, suite):
    return os.path.join(folder, 'meson-logs', f'testlog{suite}.json')


def failed(folder, suite, prefix):
    log = get_log(folder, suite)
    for test in load_results(log) if os.path.exists(log) else []:
        name = test['name'].split(' / ')[-1]
        if name.startswith(prefix) and count_cases(test)['failed'] > 0:
            print(name)


def report_folder(folder, total):
    """What was tried again counts by its last time, and is told."""
    tests = {}
    # Those of ./check: meson's own, without a suite, may be of any time.
    for log in sorted(glob.glob(get_log(folder, '?*')), key=lambda log: (log.endswith(AGAIN), log)):
        for test in load_results(log):
            if test['name'] in tests:
                show(folder, tests[test['name']])
                print(f'──── {folder}: {test["name"]}: tried again: {test["result"]}')
            tests[test['name']] = test
    if not tests:
        print(f'\n──── {folder}: no test was run')
        total['failed'] += 1
    for test in tests.values():
        counts = count_cases(test)
        for key, count in counts.items():
            total[key] += count
        if counts['failed'] > 0:
            show(folder, test)


def report(*folders):
    total = {'passed': 0, 'failed': 0, 'skipped': 0}
    for folder in folders:
        if folder.endswith(':failed'):
            print(f'\n──── {folder[:-len(":failed")]} could not be built')
            total['failed'] += 1
        elif folder.endswith(':skipped'):
            total['skipped'] += 1
        else:
            report_folder(folder, total)
    print(', '.join(f'{count} {key}' for key, count in total.items()))
    return 1 if total['failed'] > 0 else 0


if __name__ == '__main__':
    commands = {'select': select, 'targets': find_targets, 'failed': failed, 'report': report}
    sys.exit(commands[sys.argv[1]](*sys.argv[2:]))
