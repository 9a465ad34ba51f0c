#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Spoils a small translated course in one way after another: scripts/translations has to say so."""

import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), '..', '..', 'scripts'))

from translating import direction  # noqa: E402

SCRIPT = os.path.join(os.path.dirname(os.path.realpath(__file__)), '..', '..', 'scripts', 'translations')

ENGLISH = '''---
[Lesson]
Title=Taking turns
Summary=Two tasks and one processor
Minutes=5
---

# Who goes first?

Two [tasks](term:task) share one `processor` and take turns on it, “fairly”.

- the first of them
- the second of them

```predict
[Predict]
Id=first
Kind=choice
Question=Which of the two tasks ends first?
Measure=left.makespan
[Choice 1]
Text=The first one of the two
To=1
Explanation=It does.
[Choice 2]
Text=The second one of them
From=1
Explanation=It does not.
```

```compare
[Compare]
Title=Two tasks
Left=sequential
Right=event-loop
[Task Soup]
Steps=wait 10ms; spawn Pie
[Task Pie]
Steps=wait 10ms
```

> [!SINCE]
> This has not changed since it was written.

<!-- note: Ask the room who has cooked. -->

---

# What to take away

```python
print ("turns")
```
'''

GERMAN = '''---
[Lesson]
Title=Abwechselnd
Summary=Zwei Aufgaben und ein Prozessor
Minutes=5
Original=HASH
---

# Wer kommt zuerst? {#who-goes-first}

Zwei [Aufgaben](term:task) teilen sich einen `processor` und wechseln sich „gerecht“ ab.

- die erste von ihnen
- die zweite von ihnen

```predict
[Predict]
Id=first
Kind=choice
Question=Welche Aufgabe endet zuerst?
Measure=left.makespan
[Choice 1]
Text=Die erste der beiden
To=1
Explanation=So ist es.
[Choice 2]
Text=Die zweite der beiden
From=1
Explanation=So ist es nicht.
```

```compare
[Compare]
Title=Zwei Aufgaben
Left=sequential
Right=event-loop
[Task Suppe]
Steps=wait 10ms; spawn Kuchen
[Task Kuchen]
Steps=wait 10ms
```

> [!SINCE]
> Das hat sich seitdem nicht geändert.

<!-- note: Wer hat schon gekocht? -->

---

# Was bleibt {#what-to-take-away}

```python
print ("turns")
```
'''

SOURCE = '''#define A _("Open “%s”…")
#define B _("Tasks: ")
#define C ngettext ("%u task", "%u tasks", n)
'''

MENU = '''<?xml version="1.0" encoding="UTF-8"?>
<interface>
  <menu id="menu">
    <item><attribute name="label" translatable="yes">_Print</attribute></item>
    <item><attribute name="label" translatable="yes">_Quit</attribute></item>
  </menu>
</interface>
'''

PO = '''msgid ""
msgstr ""
"Project-Id-Version: x\\n"
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#, c-format
msgid "Open “%s”…"
msgstr "„%s“ öffnen …"

msgid "Tasks: "
msgstr "Aufgaben: "

#, c-format
msgid "%u task"
msgid_plural "%u tasks"
msgstr[0] "%u Aufgabe"
msgstr[1] "%u Aufgaben"

msgid "_Print"
msgstr "_Drucken"

msgid "_Quit"
msgstr "_Beenden"
'''

GLOSSARY = '''[task]
Title=Task
Definition=A piece of work to be done.
Source=A book in English, https://example.org/
'''

LESSON = 'data/course/turns/lesson.de.md'
FILES = {
    'po/LINGUAS': 'de\n',
    'po/POTFILES.in': 'src/a.c\nsrc/menu.ui\n',
    'po/de.po': PO,
    'po/terms.de.md': 'Begriffe\n',
    'src/a.c': SOURCE,
    'src/menu.ui': MENU,
    'data/course/course.ini': '[Course]\nTitle=Turns\nTitle[de]=Reihum\nLessons=turns\n',
    'data/course/glossary.ini': GLOSSARY,
    'data/course/glossary.de.ini': GLOSSARY.replace('=Task', '=Aufgabe').replace('A piece of work to be done',
                                                                                 'Arbeit, die zu tun ist'),
    'data/course/turns/lesson.md': ENGLISH,
    LESSON: GERMAN,
}

# file, what is replaced by what, what has to be said
# A text, and whether it needs a mark to be laid out from the right.
DIRECTIONS = [
    ('المهمة async أولا', False),
    ('`async` أولا', True),
    ('%s أولا', True),
    ('\u200f%s أولا', False),
    ('%u مهام', False),
    ('2 مهام A', False),
    ('[المهمة](term:task) A', False),
    ('[async](term:async) أولا', True),
    ('async', False),
    ('', False),
]

SPOILED = [
    ('data/course/turns/lesson.md', 'take turns on it', 'alternate on it', LESSON + ':6: lesson.md has changed'),
    (LESSON, 'Original=', 'Origin=', 'Original'),
    (LESSON, ' {#who-goes-first}', '', LESSON + ':9: the heading needs the name of its section: {#who-goes-first}'),
    (LESSON, '{#who-goes-first}', '{#who-goes}', LESSON + ':9: {#who-goes} must be {#who-goes-first}'),
    (LESSON, '(term:task)', '(term:tasks)', LESSON + ':11: the links are not those'),
    (LESSON, '`processor`', 'Prozessor', LESSON + ':11: the `code` is not that'),
    (LESSON, '„gerecht“', '"gerecht"', LESSON + ':11: it has straight quotes'),
    (LESSON, 'die erste von ihnen', 'the first of them', LESSON + ':13: it is the same as in English'),
    (LESSON, '- die zweite von ihnen\n', '', LESSON + ':15: a block “predict” stands where the English has an item'),
    (LESSON, 'Id=first', 'Id=erste', LESSON + ':18: Id=erste must be Id=first'),
    (LESSON, 'Text=Die erste der beiden', 'Text=The first one of the two', LESSON + ':23: Text: it is the same'),
    (LESSON, 'To=1', 'To=1,5', LESSON + ':24: To=1,5 must be To=1'),
    (LESSON, 'From=1\n', '', LESSON + ':28: “Explanation=” stands where the English has “From=”'),
    (LESSON, 'spawn Kuchen', 'spawn Pie', LESSON + ':38: Steps=wait 10ms; spawn Pie must be'),
    (LESSON, '[Task Kuchen]\nSteps=wait 10ms\n', '', LESSON + ':38: there are'),
    (LESSON, '> [!SINCE]\n', '', LESSON + ':43: a quotation stands where the English has a box'),
    (LESSON, '<!-- note: Wer hat schon gekocht? -->\n', '', LESSON + ':47: the end of a section'),
    (LESSON, 'print ("turns")', 'print ("reihum")', LESSON + ':52: code is not translated'),
    (LESSON, 'Das hat sich seitdem', '自那以后 hat sich', LESSON + ':44: it has letters of another script'),
    ('data/course/glossary.de.ini', '[task]', '[aufgabe]', 'glossary.de.ini:1: [aufgabe] must be [task]'),
    ('data/course/glossary.de.ini', 'https://example.org/', '', 'https://example.org/ is missing'),
    ('data/course/course.ini', 'Title[de]=Reihum\n', '', 'course.ini:2: Title[de] is missing'),
    ('po/terms.de.md', None, None, 'po/terms.de.md:1: the file is missing'),
    ('data/course/glossary.de.ini', None, None, 'glossary.de.ini:1: the file is missing'),
    (LESSON, None, None, LESSON + ':1: the file is missing'),
    ('po/de.po', None, None, 'po/de.po:1: the file is missing'),
    ('po/de.po', 'msgstr "_Drucken"', 'msgstr ""', '“_Print” is not translated'),
    ('po/de.po', 'msgstr "_Drucken"', 'msgstr "Drucken"', '“Drucken” has no letter for Alt'),
    ('po/de.po', '_Drucken', 'Druc_ben', 'has the same letter for Alt as'),
    ('po/de.po', '#, c-format\nmsgid "Open', '#, fuzzy, c-format\nmsgid "Open', 'is marked as fuzzy'),
    ('po/de.po', '„%s“ öffnen …', '„%d“ öffnen …', 'are not the same'),
    ('po/de.po', '„%s“ öffnen …', '„%s“ öffnen', 'it must end with “…”'),
    ('po/de.po', '„%s“ öffnen …', '"%s" öffnen …'.replace('"', '\\"'), 'it has straight quotes'),
    ('po/de.po', '"Aufgaben: "', '"Aufgaben:"', 'a space or a line end'),
    ('po/de.po', '"Aufgaben: "', '"Aufgaben "', 'it must end with a colon'),
    ('po/de.po', 'msgstr[1] "%u Aufgaben"', 'msgstr[1] ""', '“%u task” is not translated'),
    ('src/a.c', '"Tasks: "', '"All tasks: "', '“All tasks:” is in the sources and not here'),
    ('po/POTFILES.in', 'src/a.c\n', '', 'src/a.c has texts to translate; add it'),
    ('po/POTFILES.in', 'src/a.c\n', 'src/a.c\nsrc/b.c\n', 'POTFILES.in:2: there is no src/b.c'),
    ('po/POTFILES.in', 'src/a.c\nsrc/menu.ui\n', 'src/menu.ui\nsrc/a.c\n', 'src/a.c belongs before src/menu.ui'),
]


def run(root, *arguments):
    return subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True,
                          env={**os.environ, 'INTERLEAVE_SOURCE': root})


def write(root, path, text):
    path = os.path.join(root, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def make_course(root):
    for path, text in FILES.items():
        write(root, path, text)
    run(root, 'mark')


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8') as file:
        return file.read()


def spoil(root, path, old, new):
    if old is None:
        os.remove(os.path.join(root, path))
        return
    text = read(root, path)
    assert old in text, (path, old)
    write(root, path, text.replace(old, new))


def main():
    number, failed = 0, 0

    def tell(good, what, answer):
        nonlocal number, failed
        number += 1
        failed += not good
        print('ok' if good else 'not ok', number, '-', what.replace('#', ''))
        if not good:
            print('\n'.join('# ' + line for line in (answer.stdout + answer.stderr).splitlines()))

    print(f'1..{len(SPOILED) + len(DIRECTIONS) + 3}')
    for text, needs_mark in DIRECTIONS:
        number += 1
        good = direction.needs_mark(text) == needs_mark
        failed += not good
        print('ok' if good else 'not ok', number, '-', text)
    folder = tempfile.mkdtemp(prefix='translations-')
    try:
        make_course(folder)
        answer = run(folder, 'check')
        tell(answer.returncode == 0 and answer.stdout == 'Nothing is wrong.\n', 'a good course', answer)
        before = read(folder, 'po/de.po'), read(folder, LESSON)
        run(folder, 'update')
        answer = run(folder, 'check')
        tell(answer.returncode == 0, 'after an update', answer)
        once = read(folder, 'po/de.po')
        run(folder, 'update')
        run(folder, 'mark')
        tell(read(folder, 'po/de.po') == once and read(folder, LESSON) == before[1], 'twice is as once', answer)

        for path, old, new, said in SPOILED:
            shutil.rmtree(folder)
            make_course(folder)
            spoil(folder, path, old, new)
            answer = run(folder, 'check')
            tell(answer.returncode == 1 and said in answer.stdout, said, answer)
    finally:
        shutil.rmtree(folder)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
