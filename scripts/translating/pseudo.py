# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that nobody speaks, for finding what is cut off and what was never translated.

Its texts are the English ones with accents, about 40 % longer, and in brackets: what is shown without
brackets does not come from the translations, and a closing bracket that is not there was cut off.
"""

import os
import re
import shutil
import subprocess
import tempfile

from . import course, markdown, po

# In the range that the standard of language codes leaves to private use.
LANGUAGE = 'qps'

# Stands in for Arabic: the same English in Arabic letters, so that all is laid out from the right.
MIRRORED = 'ar'
OPEN, CLOSE = "⟦", "⟧"

ACCENTS = str.maketrans('aceghijklnorstuwyzACDEGHIJKLNORSTUWYZ',
                        'áçéĝĥíĵķļñóŕšţúŵýžÁÇĎÉĜĤÍĴĶĻÑÓŔŠŢÚŴÝŽ')

ARABIC = str.maketrans('abcdefghijklmnopqrstuvwxyz', 'ابكديفغهيجكلمنوپقرستوڤوخيز')

# What is for the program within a text: directives, markup, entities, code, addresses, letters for Alt.
KEPT = re.compile(r"%(?:\d+\$)?[-+ #0']*[\d.]*(?:hh|h|ll|l|z|j)?[a-zA-Z%]|<[^>]*>|&\w+;|`[^`]*`|\]\([^)]*\)|https?:\S+|\\."
                  r'|\$\{?\w+\}?')
DATE = re.compile(r'%[eHMlBpY]\b')


def stretch(word):
    """Longer by a vowel, now and then by two."""
    return re.sub('([aeiou])', lambda match: match[1] * 2, word, count=max(1, round(len(word) * 0.4)), flags=re.I)


def accent(text, language=LANGUAGE):
    if language == MIRRORED:
        return re.sub(r'[A-Za-z]{2,}', lambda match: match[0].lower().translate(ARABIC), text)
    return re.sub(r'[A-Za-z]{2,}', lambda match: stretch(match[0]), text).translate(ACCENTS)


def translate(text, language=LANGUAGE):
    """One text, its frame of spaces kept."""
    if not text.strip():
        return text
    before = text[:len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()):]
    inner, done, at = text.strip(), [], 0
    for match in KEPT.finditer(inner):
        done += [accent(inner[at:match.start()], language), match[0]]
        at = match.end()
    done.append(accent(inner[at:], language))
    # The brackets would be mirrored, which is hard to read and finds nothing.
    if language == MIRRORED:
        return before + ''.join(done) + after
    return before + OPEN + ''.join(done) + CLOSE + after


def quote(text):
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t') + '"'


def write_texts(root, target, language):
    """Compiles the texts of the program to @target/LANGUAGE/LC_MESSAGES/interleave.mo."""
    folder = os.path.join(target, language, 'LC_MESSAGES')
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        template, path = os.path.join(work, 'x.pot'), os.path.join(work, 'x.po')
        po.extract(root, template)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(po.HEADER.format(language=language, plurals='nplurals=2; plural=(n != 1);'))
            for message in po.read(template):
                if message.id:
                    file.write(entry(message, language))
        subprocess.run(['msgfmt', '--output-file=' + os.path.join(folder, 'interleave.mo'), path], check=True)


def entry(message, language):
    whole = DATE.search(message.id) is not None
    make = (lambda text: OPEN + text + CLOSE) if whole else (lambda text: translate(text, language))
    lines = ['']
    if message.context is not None:
        lines.append('msgctxt ' + quote(message.context))
    lines.append('msgid ' + quote(message.id))
    if message.plural is None:
        lines.append('msgstr ' + quote(make(message.id)))
    else:
        lines += ['msgid_plural ' + quote(message.plural), 'msgstr[0] ' + quote(make(message.id)),
                  'msgstr[1] ' + quote(make(message.plural))]
    return '\n'.join(lines) + '\n'


def translate_keys(text, language):
    def value(match):
        return match[1] + translate(match[2], language) if match[1][:-1] in course.READ_KEYS else match[0]
    return re.sub(r'^([A-Za-z]+=)(.*)$', value, text, flags=re.M)


def translate_lesson(text, language):
    """The same lesson, each of its texts in brackets."""
    end = text.index('\n---\n', 4) + 5
    lines = text[end:].splitlines()
    changes = {}
    for block in markdown.read(text).blocks:
        at = block.line - 1 - text[:end].count('\n')
        length = block.text.count('\n') + 1
        if block.kind == 'title':
            changes[at] = (1, ['# ' + translate(block.text, language) + ' {#' + block.name_of_section + '}'])
        elif block.language in course.DIRECTIVES:
            changes[at] = (length + 1, [lines[at], *translate_keys(block.text, language).split('\n')])
        elif block.kind in ('paragraph', 'heading', 'item', 'quote', 'since', 'since more'):
            frame = re.match(r'(?:> ?|[-*] |\d+\. |#+ |)', lines[at])[0]
            rest = '> ' if frame.startswith('>') else ' ' * len(frame) if not frame.startswith('#') else ''
            text_lines = translate(block.text, language).split('\n')
            changes[at] = (length, [frame + text_lines[0]] + [rest + line for line in text_lines[1:]])
    done, at = [translate_keys(text[:end], language).rstrip('\n')], 0
    while at < len(lines):
        length, replacement = changes.get(at, (1, [lines[at]]))
        done += replacement
        at += length
    return '\n'.join(done) + '\n'


def write_course(root, target, language):
    """The whole course, its lessons and words in this language beside the English ones."""
    shutil.copytree(course.path_of(root), target, dirs_exist_ok=True)
    for lesson in course.lessons(root):
        with open(os.path.join(target, lesson, f'lesson.{language}.md'), 'w', encoding='utf-8') as file:
            file.write(translate_lesson(course.read_text(course.path_of(root, lesson, 'lesson.md')), language))
    with open(os.path.join(target, f'glossary.{language}.ini'), 'w', encoding='utf-8') as file:
        file.write(translate_keys(course.read_text(course.path_of(root, 'glossary.ini')), language))
    with open(os.path.join(target, 'course.ini'), 'a', encoding='utf-8') as file:
        file.write(f'Title[{language}]={translate("Concurrency and parallelism", language)}\n')


def write_resources(target):
    """The list of the course's files, for tests that load them in place of the program's own."""
    paths = [os.path.relpath(os.path.join(folder, name), target)
             for folder, _, names in os.walk(os.path.join(target, 'course')) for name in names]
    with open(os.path.join(target, 'course.gresource.xml'), 'w', encoding='utf-8') as file:
        file.write('<gresources><gresource prefix="/io/github/interleave/Interleave">\n')
        file.writelines(f'<file>{path}</file>\n' for path in sorted(paths))
        file.write('</gresource></gresources>\n')


def write(root, target, language):
    write_texts(root, os.path.join(target, 'locale'), language)
    write_course(root, os.path.join(target, 'course'), language)
    write_resources(target)
