# SPDX-License-Identifier: GPL-3.0-or-later
"""As much of a lesson's Markdown as it takes to compare two lessons block by block."""

import re
from dataclasses import dataclass, field

NAMES = {'title': 'a title', 'heading': 'a heading', 'break': 'the end of a section (“---”)', 'item': 'an item of a list',
         'row': 'a row of a table', 'paragraph': 'a paragraph', 'note': 'a note', 'quote': 'a quotation',
         'since': 'a box “[!SINCE]”', 'since more': 'another paragraph of a box'}


@dataclass
class Entry:
    line: int
    group: str
    key: str = None
    value: str = ''


@dataclass
class Block:
    line: int
    kind: str
    text: str = ''
    language: str = ''
    slug: str = None

    @property
    def name(self):
        return NAMES.get(self.kind) or f'a block “{self.language}”'

    @property
    def name_of_section(self):
        """As the program makes it from a title."""
        if self.slug is not None:
            return self.slug
        return '-'.join(re.findall(r'[^\W_]+', re.sub(r'[`*]|\]\([^)]*\)', '', self.text))).lower()


@dataclass
class Lesson:
    front: list = field(default_factory=list)
    blocks: list = field(default_factory=list)


def read_keys(text, first_line):
    entries, group = [], ''
    for number, line in enumerate(text.splitlines(), first_line):
        line = line.strip()
        if line.startswith('[') and line.endswith(']'):
            group = line[1:-1]
            entries.append(Entry(number, group))
        elif '=' in line and not line.startswith('#'):
            key, value = line.split('=', 1)
            entries.append(Entry(number, group, key.strip(), value.strip()))
    return entries


class Reader:
    def __init__(self, lines, first_line):
        self.lines = lines
        self.first_line = first_line
        self.at = 0
        self.blocks = []
        self.titled = False

    def add(self, kind, start, text='', **more):
        self.blocks.append(Block(self.first_line + start, kind, text, **more))

    def take_while(self, wanted):
        """The lines from here on for which @wanted is true."""
        start = self.at
        while self.at < len(self.lines) and wanted(self.lines[self.at]):
            self.at += 1
        return self.lines[start:self.at]

    def read(self):
        while self.at < len(self.lines):
            start, line = self.at, self.lines[self.at]
            if not line.strip():
                self.at += 1
            elif re.fullmatch(r'-{3,}\s*', line):
                self.at += 1
                self.titled = False
                self.add('break', start)
            elif line.startswith('```'):
                self.read_fence(start, line)
            elif line.startswith('<!--'):
                self.read_note(start)
            elif line.startswith('#'):
                self.read_heading(start, line)
            elif line.startswith('>'):
                self.read_quote(start)
            elif re.match(r'([-*]|\d+\.) ', line):
                self.at += 1
                more = self.take_while(lambda text: text.startswith('  ') and text.strip())
                self.add('item', start, re.sub(r'^([-*]|\d+\.) ', '', '\n'.join([line, *more])))
            elif line.startswith('|'):
                self.at += 1
                self.add('row', start, line)
            else:
                self.add('paragraph', start, '\n'.join(self.take_while(is_paragraph)))
        return self.blocks

    def read_fence(self, start, line):
        self.at += 1
        text = '\n'.join(self.take_while(lambda text: not text.startswith('```')))
        self.at += 1
        language = line[3:].strip()
        self.add('fence ' + language, start, text, language=language)

    def read_note(self, start):
        text = []
        while self.at < len(self.lines):
            text.append(self.lines[self.at])
            self.at += 1
            if '-->' in text[-1]:
                break
        self.add('note', start, re.sub(r'^<!--\s*note:|-->\s*$', '', '\n'.join(text)).strip())

    def read_heading(self, start, line):
        self.at += 1
        text = line.lstrip('#').strip()
        match = re.search(r'\s*\{#([^}]*)\}$', text)
        if self.titled:
            self.add('heading', start, text)
        else:
            self.titled = True
            self.add('title', start, text[:match.start()] if match else text, slug=match[1] if match else None)

    def read_quote(self, start):
        lines = [re.sub(r'^> ?', '', line) for line in self.take_while(lambda text: text.startswith('>'))]
        kind = 'quote'
        if lines and lines[0].strip() == '[!SINCE]':
            kind = 'since'
            lines[0] = ''
        number = 0
        while number < len(lines):
            begin = number
            while number < len(lines) and lines[number].strip():
                number += 1
            if number > begin:
                self.add(kind, start + begin, '\n'.join(lines[begin:number]))
                kind = 'since more'
            number += 1


def is_paragraph(line):
    return line.strip() and not re.match(r'```|<!--|#|>|[-*] |\d+\. |\|', line)


def read(text):
    lines = text.splitlines()
    lesson = Lesson()
    end = next((number for number, line in enumerate(lines[1:], 1) if line.strip() == '---'), 0)
    lesson.front = read_keys('\n'.join(lines[1:end]), 2)
    lesson.blocks = Reader(lines[end + 1:], end + 2).read()
    return lesson
