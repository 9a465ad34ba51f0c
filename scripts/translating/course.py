# SPDX-License-Identifier: GPL-3.0-or-later
"""The course in other languages: lessons, glossary, terms."""

import hashlib
import os
import re

from . import direction, markdown
from .po import short

FOLDER = 'data/course'
DIRECTIVES = ('compare', 'predict', 'race', 'scene')

# What people read in a directive or in the front matter; every other key is the program's.
READ_KEYS = {'Title', 'Summary', 'Source', 'Question', 'Room', 'Text', 'Explanation', 'Repair', 'Definition'}
# The names of tasks may be translated; what waits for one or starts it says the same name.
NAMED_GROUP = re.compile(r'(Task|Broken) (.+)')
NAMING_STEP = re.compile(r'\b(await|spawn) ([^;]+)')

# What is laid out as text, line after line.
PROSE = ('title', 'heading', 'paragraph', 'item', 'quote', 'since', 'since more')

WORD = re.compile(r'[^\W\d_]+')
ARABIC = re.compile('[\u0600-\u06ff\u0750-\u077f]')
CHINESE = re.compile('[\u3400-\u9fff]')
ENGLISH = set('the of and is are was to that it its for with they this these their which not but one you be as by '
              'from at has have what when where how who does'.split())
NO_BREAK = ' \t'


def path_of(root, *parts):
    return os.path.join(root, FOLDER, *parts)


def lessons(root):
    return sorted(name for name in os.listdir(path_of(root)) if os.path.exists(path_of(root, name, 'lesson.md')))


def count(root, language):
    return sum(os.path.exists(path_of(root, lesson, f'lesson.{language}.md')) for lesson in lessons(root))


def read_text(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def hash_of(root, lesson):
    with open(path_of(root, lesson, 'lesson.md'), 'rb') as file:
        return hashlib.sha256(file.read()).hexdigest()[:16]


def mark(root, language):
    for lesson in lessons(root):
        path = path_of(root, lesson, f'lesson.{language}.md')
        if not os.path.exists(path):
            continue
        text = read_text(path)
        line = 'Original=' + hash_of(root, lesson)
        head, rest = re.match(r'(---\n.*?\n)(---\n.*)', text, re.S).groups()
        head = re.sub(r'^Original=.*$', line, head, flags=re.M) if re.search('^Original=', head, re.M) \
            else head + line + '\n'
        text = head + rest
        with open(path, 'w', encoding='utf-8') as file:
            file.write(mark_direction(text) if direction.is_from_right(language) else text)
    path = path_of(root, f'glossary.{language}.ini')
    if direction.is_from_right(language) and os.path.exists(path):
        text = mark_keys(read_text(path))
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)


def mark_keys(text):
    return re.sub(r'^([A-Za-z]+=)(.*)$', lambda match: match[1] + direction.mark(match[2])
                  if match[1][:-1] in READ_KEYS else match[0], text, flags=re.M)


def mark_direction(text):
    """Writes the marks of direction that are missing in a lesson."""
    lines = text.splitlines()
    end = lines.index('---', 1)
    lines[:end] = mark_keys('\n'.join(lines[:end])).split('\n')
    for block in markdown.read(text).blocks:
        at = block.line - 1
        if block.language in DIRECTIVES:
            length = block.text.count('\n') + 1
            lines[at + 1:at + 1 + length] = mark_keys(block.text).split('\n')
        elif block.kind in PROSE and direction.needs_mark(block.text):
            if block.kind == 'since' and lines[at].strip() == '> [!SINCE]':
                at += 1
            frame = re.match(r'(?:> ?|[-*] |\d+\. |#+ |)', lines[at])[0]
            lines[at] = frame + direction.MARK + lines[at][len(frame):]
    return '\n'.join(lines) + '\n'


def is_copied(original, text):
    """Whether a text of some length was left in English."""
    return text.strip() == original.strip() and len(WORD.findall(re.sub(r'\(\S*\)|`[^`]*`', '', original))) > 3


def plain(text):
    """Without what is not language: code, addresses, comments' frame."""
    text = re.sub(r'`[^`]*`', ' ', text)
    return re.sub(r'\]\([^)]*\)|https?:\S+', ' ', text)


def check_language(language, text):
    """What speaks against a text being in that language."""
    words = plain(text)
    letters = sum(len(word) for word in WORD.findall(words))
    latin = WORD.findall(re.sub('[\u0600-\u06ff\u3400-\u9fff]', ' ', words))
    if language == 'ar':
        if letters > 40 and len(ARABIC.findall(words)) < letters * 0.3:
            yield 'there is hardly any Arabic in it'
    elif language == 'zh_CN':
        if letters > 40 and len(CHINESE.findall(words)) < letters * 0.25:
            yield 'there is hardly any Chinese in it'
    else:
        if ARABIC.search(words) or CHINESE.search(words):
            yield 'it has letters of another script'
        english = sum(word.casefold() in ENGLISH for word in latin)
        if len(latin) >= 12 and english > len(latin) * 0.25:
            yield 'it seems to be English'
    if language == 'fr' and re.search(r'\w[ \t]+[?!;:»](?:\s|$)|«[ \t]', words):
        yield 'a space at “?”, “!”, “;”, “:”, “«” or “»” must be one that does not break (U+00A0 or U+202F)'


def check_prose(language, original, text, laid_out=True):
    if is_copied(original, text):
        yield 'it is the same as in English'
    if re.search('[“”‘’]', original) and not re.search('["\']', plain(original)) and re.search('["\']', plain(text)):
        yield 'it has straight quotes where the English has typographic ones'
    if laid_out and direction.is_from_right(language) and direction.needs_mark(text):
        yield (f'it begins with a Latin letter, so it would be laid out from the left: run “scripts/translations '
               f'mark {language}”')
    yield from check_language(language, text)


class Keys:
    """Compares two key files: lists of (line, group, key, value), key None for a group's header."""

    def __init__(self, language, place):
        self.language = language
        self.place = place
        self.names = {}

    def fault(self, line, text):
        return f'{self.place}:{line}: {text}'

    def learn_names(self, originals, translations):
        for original, translation in zip(originals, translations):
            if original.key is None and translation.key is None:
                old, new = NAMED_GROUP.fullmatch(original.group), NAMED_GROUP.fullmatch(translation.group)
                if old and new and old[1] == new[1]:
                    self.names.setdefault(old[2], new[2])

    def expected_group(self, group):
        match = NAMED_GROUP.fullmatch(group)
        return f'{match[1]} {self.names.get(match[2], match[2])}' if match else group

    def expected_steps(self, steps):
        return NAMING_STEP.sub(lambda match: f'{match[1]} {self.names.get(match[2].strip(), match[2])}', steps)

    def compare(self, originals, translations, line):
        self.learn_names(originals, translations)
        for original, translation in zip(originals, translations):
            if original.key != translation.key:
                there = f'{translation.key}=' if translation.key else f'[{translation.group}]'
                here = f'{original.key}=' if original.key else f'[{original.group}]'
                yield self.fault(translation.line, f'“{there}” stands where the English has “{here}”')
                return
            if original.key is None:
                if self.expected_group(original.group) != translation.group:
                    yield self.fault(translation.line, f'[{translation.group}] must be '
                                     f'[{self.expected_group(original.group)}]')
            elif original.key in READ_KEYS:
                # Sources are mostly books and pages in English, and are named as they are.
                if original.key != 'Source':
                    for fault in check_prose(self.language, original.value, translation.value):
                        yield self.fault(translation.line, f'{original.key}: {fault}')
                yield from self.compare_code(original.value, translation)
            elif self.expected_steps(original.value) != translation.value:
                yield self.fault(translation.line, f'{original.key}={translation.value} must be '
                                 f'{original.key}={self.expected_steps(original.value)}')
        if len(originals) != len(translations):
            yield self.fault(translations[-1].line if translations else line,
                             f'there are {len(translations)} groups and keys here and {len(originals)} in English')

    def compare_code(self, original, translation):
        missing = code_in(original) - code_in(translation.value)
        if missing:
            yield self.fault(translation.line, f'“{sorted(missing)[0]}” is missing')


def code_in(text):
    return set(re.findall(r'`([^`]+)`', text))


def links_in(text):
    return sorted(re.findall(r'\]\(([^)\s]+)\)|<(https?:[^>]+)>', text))


class LessonCheck:
    def __init__(self, root, language, lesson):
        self.language = language
        self.place = f'{FOLDER}/{lesson}/lesson.{language}.md'
        self.expected_hash = hash_of(root, lesson)
        self.original = markdown.read(read_text(path_of(root, lesson, 'lesson.md')))
        self.text = markdown.read(read_text(path_of(root, lesson, f'lesson.{language}.md')))

    def fault(self, line, text):
        return f'{self.place}:{line}: {text}'

    def run(self):
        yield from self.check_front()
        yield from self.check_blocks()

    def check_front(self):
        originals, translations = self.original.front, self.text.front
        marks = [entry for entry in translations if entry.key == 'Original']
        if not marks:
            yield self.fault(2, 'the key “Original” is missing: run “scripts/translations mark '
                             f'{self.language}”')
        elif marks[0].value != self.expected_hash:
            yield self.fault(marks[0].line, 'lesson.md has changed since it was translated: look what is new '
                             f'(git log -p), then run “scripts/translations mark {self.language}”')
        rest = [entry for entry in translations if entry.key != 'Original']
        yield from Keys(self.language, self.place).compare(originals, rest, 2)

    def check_blocks(self):
        for original, block in zip(self.original.blocks, self.text.blocks):
            if original.kind != block.kind:
                yield self.fault(block.line, f'{block.name} stands where the English has {original.name} '
                                 f'(its line {original.line}); what follows is not compared')
                return
            yield from self.check_block(original, block)
        if len(self.original.blocks) != len(self.text.blocks):
            rest = (self.original.blocks + self.text.blocks)[-1]
            yield self.fault(rest.line, f'there are {len(self.text.blocks)} blocks here and '
                             f'{len(self.original.blocks)} in English')

    def check_block(self, original, block):
        if original.kind.startswith('fence'):
            yield from self.check_fence(original, block)
            return
        if original.kind == 'title':
            if block.slug is None:
                yield self.fault(block.line, f'the heading needs the name of its section: {{#{original.name_of_section}}}')
            elif block.slug != original.name_of_section:
                yield self.fault(block.line, f'{{#{block.slug}}} must be {{#{original.name_of_section}}}')
        for fault in check_prose(self.language, original.text, block.text, block.kind in PROSE):
            yield self.fault(block.line, f'{fault}: “{short(block.text)}”')
        if links_in(original.text) != links_in(block.text):
            yield self.fault(block.line, 'the links are not those of the English text: '
                             + self.difference(links_in(original.text), links_in(block.text)))
        if code_in(original.text) != code_in(block.text):
            yield self.fault(block.line, 'the `code` is not that of the English text: '
                             + self.difference(sorted(code_in(original.text)), sorted(code_in(block.text))))

    @staticmethod
    def difference(originals, translations):
        missing, more = list(originals), []
        for link in translations:
            if link in missing:
                missing.remove(link)
            else:
                more.append(link)
        name = lambda link: link if isinstance(link, str) else ''.join(link)  # noqa: E731
        parts = []
        if missing:
            parts.append('missing: ' + ', '.join(map(name, missing)))
        if more:
            parts.append('too many: ' + ', '.join(map(name, more)))
        return '; '.join(parts)

    def check_fence(self, original, block):
        if original.language in DIRECTIVES:
            yield from Keys(self.language, self.place).compare(
                markdown.read_keys(original.text, original.line + 1),
                markdown.read_keys(block.text, block.line + 1), block.line)
        elif original.text != block.text:
            yield self.fault(block.line, 'code is not translated: it must be as in English')


def check_glossary(root, language):
    place = f'{FOLDER}/glossary.{language}.ini'
    path = os.path.join(root, place)
    if not os.path.exists(path):
        return [f'{place}:1: the file is missing']
    # The sources of definitions are books in English; what else they say may be translated.
    originals = markdown.read_keys(read_text(path_of(root, 'glossary.ini')), 1)
    translations = markdown.read_keys(read_text(path), 1)
    sources = {entry.group: entry.value for entry in originals if entry.key == 'Source'}
    faults = list(Keys(language, place).compare(originals, translations, 1))
    for entry in translations:
        original = sources.get(entry.group, '')
        if entry.key == 'Source':
            missing = [link for link in re.findall(r'https?:\S+', original) if link not in entry.value]
            faults += [f'{place}:{entry.line}: Source: {link} is missing' for link in missing]
    return faults


def check(root, language):
    faults = check_glossary(root, language)
    titles = [entry for entry in markdown.read_keys(read_text(path_of(root, 'course.ini')), 1)
              if entry.key == f'Title[{language}]']
    if not titles or not titles[0].value:
        faults.append(f'{FOLDER}/course.ini:2: Title[{language}] is missing')
    if not os.path.exists(os.path.join(root, 'po', f'terms.{language}.md')):
        faults.append(f'po/terms.{language}.md:1: the file is missing: it says how the terms of the field '
                      'are translated')
    for lesson in lessons(root):
        if os.path.exists(path_of(root, lesson, f'lesson.{language}.md')):
            faults += LessonCheck(root, language, lesson).run()
        else:
            faults.append(f'{FOLDER}/{lesson}/lesson.{language}.md:1: the file is missing')
    return faults
