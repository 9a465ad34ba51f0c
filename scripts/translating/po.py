# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of the program: po/LANGUAGE.po, and where they come from."""

import ast
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree

from . import direction

# As Meson's i18n module calls xgettext with the preset “glib”.
XGETTEXT = ['xgettext', '--from-code=UTF-8', '--add-comments=Translators', '--add-location=file', '--no-wrap',
            '--package-name=interleave', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
            '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
            '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
            '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format',
            '--flag=g_string_printf:2:c-format', '--flag=g_string_append_printf:2:c-format',
            '--flag=g_set_error:4:c-format', '--flag=g_error_new:3:c-format',
            '--flag=g_markup_printf_escaped:1:c-format', '--flag=g_print:1:c-format',
            '--flag=g_printerr:1:c-format']

STRAIGHT = re.compile(r'["\']')
TYPOGRAPHIC = re.compile('[“”‘’]')
MNEMONIC = re.compile(r'(?<![A-Za-z0-9_])_(?=[A-Za-z])|(?<=[A-Za-z])_(?=[a-z])')
MARKED = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*(?:"|[a-z_>-]+,\s*")'
                    r'|translatable="yes"')


class Message:
    def __init__(self, line):
        self.line = line
        self.flags = set()
        self.obsolete = False
        self.context = self.plural = None
        self.id = ''
        self.texts = {}

    @property
    def key(self):
        return (self.context, self.id)

    def is_translated(self):
        return bool(self.texts) and all(self.texts.values()) and 'fuzzy' not in self.flags


def read(path):
    """The messages of a .po or .pot file, header included."""
    messages, message, add = [], None, None
    with open(path, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            line = line.strip()
            obsolete = line.startswith('#~')
            if obsolete:
                line = line[2:].strip()
            if line == '':
                message = None
                continue
            if message is None:
                message = Message(number)
                messages.append(message)
            message.obsolete |= obsolete
            if line.startswith('#'):
                if line.startswith('#,'):
                    message.flags |= {flag.strip() for flag in line[2:].split(',')}
                continue
            match = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)?\s*(".*")$', line)
            if not match:
                raise SystemExit(f'{path}:{number}: this line is no part of a message: {line}')
            word, text = match.group(1), ast.literal_eval(match.group(3))
            if word is not None:
                add = word if not word.startswith('msgstr') else int(match.group(2) or 0)
                if word == 'msgid':
                    message.line = number
            if add == 'msgctxt':
                message.context = (message.context or '') + text
            elif add == 'msgid':
                message.id += text
            elif add == 'msgid_plural':
                message.plural = (message.plural or '') + text
            else:
                message.texts[add] = message.texts.get(add, '') + text
    return [message for message in messages if message.id or message.texts]


def potfiles(root):
    """(line, path) of each file that po/POTFILES.in names."""
    with open(os.path.join(root, 'po', 'POTFILES.in'), encoding='utf-8') as file:
        return [(number, line.strip()) for number, line in enumerate(file, 1)
                if line.strip() and not line.startswith('#')]


def extract(root, target):
    """Writes the messages of the sources, in the order of the files, to @target."""
    files = sorted(path for _, path in potfiles(root) if os.path.exists(os.path.join(root, path)))
    run = subprocess.run(XGETTEXT + ['--output=' + os.path.abspath(target), *files], cwd=root,
                         capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit(run.stderr)
    with open(target, encoding='utf-8') as file:
        text = file.read()
    with open(target, 'w', encoding='utf-8') as file:
        # A date would be the only change, and in each file the same conflict.
        file.write(re.sub(r'"POT-Creation-Date: [^"]*\\n"\n', '', text))


def update(root, language):
    """Brings po/LANGUAGE.po up to date with the sources, by equal texts only: what gettext guesses to be
    alike would have to be read twice as carefully."""
    path = os.path.join(root, 'po', language + '.po')
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'interleave.pot')
        extract(root, template)
        if not os.path.exists(path):
            create(path, language)
        merged = os.path.join(folder, 'merged.po')
        for command in (['msgmerge', '--quiet', '--no-fuzzy-matching', '--no-wrap', '--add-location=file',
                         '--output-file=' + merged, path, template],
                        ['msgattrib', '--no-obsolete', '--no-wrap', '--add-location=file',
                         '--output-file=' + path, merged]):
            run = subprocess.run(command, capture_output=True, text=True)
            if run.returncode != 0:
                raise SystemExit(run.stderr)


# How a language counts; of others their translators say it in the file.
PLURALS = {
    'de': 'nplurals=2; plural=(n != 1);',
    'es': 'nplurals=2; plural=(n != 1);',
    'fr': 'nplurals=2; plural=(n > 1);',
    'zh_CN': 'nplurals=1; plural=0;',
    'ar': 'nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;',
}

HEADER = '''# SPDX-License-Identifier: GPL-3.0-or-later
# The words of the field are in po/terms.{language}.md.
msgid ""
msgstr ""
"Project-Id-Version: interleave\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
'''


def create(path, language):
    plurals = PLURALS.get(language, 'nplurals=2; plural=(n != 1);')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(HEADER.format(language=language, plurals=plurals))


def mark(root, language):
    """Writes the marks of direction that are missing."""
    path = os.path.join(root, 'po', language + '.po')
    if not direction.is_from_right(language) or not os.path.exists(path):
        return
    wanted = {message.key for message in read(path) if any(map(direction.needs_mark, message.texts.values()))}
    with open(path, encoding='utf-8') as file:
        entries = file.read().split('\n\n')
    for number, text in enumerate(entries):
        if number > 0 and 'msgstr' in text and parse_key(text) in wanted:
            entries[number] = re.sub(r'^(msgstr(?:\[\d+\])? "(?:"\n")?)(?=[^"])', r'\1' + direction.MARK, text, flags=re.M)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n\n'.join(entries))


def parse_key(text):
    def join(word):
        match = re.search(rf'^{word} ((?:"(?:[^"\\]|\\.)*"\n?)+)', text, re.M)
        return ''.join(ast.literal_eval(part) for part in match[1].split('\n') if part) if match else None
    return join('msgctxt'), join('msgid') or ''


def check_sources(root):
    """Faults of po/POTFILES.in."""
    listed, faults = {}, []
    previous = ''
    for number, path in potfiles(root):
        where = f'po/POTFILES.in:{number}'
        if not os.path.exists(os.path.join(root, path)):
            faults.append(f'{where}: there is no {path}; remove the line')
        if path in listed:
            faults.append(f'{where}: {path} stands here twice')
        elif path < previous:
            faults.append(f'{where}: {path} belongs before {previous}: keep the list sorted')
        previous = max(previous, path)
        listed[path] = number
    for folder, _, names in sorted(os.walk(os.path.join(root, 'src'))):
        for name in sorted(names):
            path = os.path.relpath(os.path.join(folder, name), root)
            if not name.endswith(('.c', '.ui')) or path in listed:
                continue
            with open(os.path.join(root, path), encoding='utf-8') as file:
                match = MARKED.search(file.read())
            if match:
                faults.append(f'po/POTFILES.in:1: {path} has texts to translate; add it')
    return faults


def short(text):
    text = ' '.join(text.split())
    return text if len(text) <= 60 else text[:59] + '…'


def ends_with(text, ends):
    return text.rstrip().endswith(ends)


def check_text(message, text):
    """What is wrong with one translation of a message."""
    original = message.id
    if (original[:1].isspace(), original[-1:].isspace()) != (text[:1].isspace(), text[-1:].isspace()):
        yield 'a space or a line end at the beginning or the end is not as in English'
    if original.endswith('…') != ends_with(text, ('…', '……')):
        yield 'it must end with “…” where the English does, and only there'
    if ends_with(original, ':') != ends_with(text, (':', '：')):
        yield 'it must end with a colon where the English does, and only there'
    if TYPOGRAPHIC.search(original) and not STRAIGHT.search(original) and STRAIGHT.search(text):
        yield 'it has straight quotes where the English has typographic ones'


def check_mnemonics(root, messages, place):
    """Mnemonics in the menus and buttons of the .ui files: there, and unique in each menu."""
    found = {message.id: message for message in messages}
    for _, path in potfiles(root):
        if not path.endswith('.ui') or not os.path.exists(os.path.join(root, path)):
            continue
        tree = xml.etree.ElementTree.parse(os.path.join(root, path))
        for scope in tree.iter():
            if scope.tag not in ('menu', 'submenu'):
                continue
            seen = {}
            for element in walk_menu(scope):
                message = found.get(element.text)
                if message is None or not message.texts.get(0):
                    continue
                match = re.search(r'_(\w)', message.texts[0])
                letter = match.group(1).casefold() if match else None
                if letter in seen:
                    yield (f'{place}:{message.line}: “{message.texts[0]}” has the same letter for Alt as '
                           f'“{seen[letter]}” in the same menu ({path})')
                elif letter:
                    seen[letter] = message.texts[0]
    for message in messages:
        if message.plural is None and len(MNEMONIC.findall(message.id)) == 1 and ' ' not in message.id.split('_')[0] \
                and message.texts.get(0) and is_label(message) and not re.search(r'_\w', message.texts[0]):
            yield f'{place}:{message.line}: “{message.texts[0]}” has no letter for Alt: put “_” before one, ' \
                  f'as in “{short(message.id)}”; a script without such letters has one in brackets, “打印(_P)”'


def is_label(message):
    """A text with a “_” that is a label, not a name in code."""
    return not re.search(r'\w_\w+\(|[a-z]+_[a-z]+', re.sub(r'^\w_', '', message.id))


def walk_menu(scope):
    for child in scope:
        if child.tag == 'submenu':
            continue
        if child.tag == 'attribute' and child.get('name') == 'label':
            yield child
        yield from walk_menu(child)


def check(root, language):
    place = f'po/{language}.po'
    path = os.path.join(root, place)
    if not os.path.exists(path):
        return [f'{place}:1: the file is missing; “scripts/translations update {language}” makes it']

    faults = []
    run = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', place], cwd=root, capture_output=True,
                         text=True, env={**os.environ, 'LC_ALL': 'C'})
    if run.returncode != 0:
        faults += [line for line in run.stderr.splitlines() if line.startswith('po/')]
    messages = [message for message in read(path) if not message.obsolete]
    known = {message.key for message in messages}
    for message in messages:
        if message.id == '':
            continue
        if 'fuzzy' in message.flags:
            faults.append(f'{place}:{message.line}: “{short(message.id)}” is marked as fuzzy: check it and remove the mark')
        elif not message.is_translated():
            faults.append(f'{place}:{message.line}: “{short(message.id)}” is not translated')
        else:
            faults += [f'{place}:{message.line}: {fault}: “{short(text)}”'
                       for text in message.texts.values() for fault in check_text(message, text)]
    if direction.is_from_right(language):
        faults += [f'{place}:{message.line}: it begins with a Latin letter or a name, so it would be laid out from '
                   f'the left: run “scripts/translations mark {language}”'
                   for message in messages if message.id and any(map(direction.needs_mark, message.texts.values()))]
    faults += check_mnemonics(root, messages, place)

    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'interleave.pot')
        extract(root, template)
        faults += [f'{place}:1: “{short(message.id)}” is in the sources and not here: run “scripts/translations update”'
                   for message in read(template) if message.id and message.key not in known]
    return faults
