# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts probes into a script without moving any of its lines."""

import ast

PROBE = "__interleave_probe__"

LOOPS = (ast.For, ast.AsyncFor, ast.While)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
ACTIVE = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom)


def _probe(line):
    name = ast.Name(PROBE, ast.Load())
    node = ast.Expr(ast.Call(name, [ast.Constant(line)], []))
    for part in ast.walk(node):
        part.lineno = part.end_lineno = line
        part.col_offset = part.end_col_offset = 0
    return node


def _heads(statement):
    """The expressions that a statement evaluates before its body."""
    if isinstance(statement, (ast.For, ast.AsyncFor)):
        return [statement.iter]
    if isinstance(statement, (ast.While, ast.If)):
        return [statement.test]
    if isinstance(statement, (ast.With, ast.AsyncWith)):
        return [item.context_expr for item in statement.items]
    if hasattr(statement, "subject"):
        return [statement.subject]
    if hasattr(statement, "body"):
        return []
    return [statement]


def _is_active(statement):
    """Whether it calls something, so that it may take long."""
    if isinstance(statement, (ast.With, ast.AsyncWith, ast.AsyncFor)):
        return True
    return any(isinstance(node, ACTIVE) for head in _heads(statement) for node in ast.walk(head))


def _is_text(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) \
        and isinstance(statement.value.value, str)


def _is_first(statement):
    """What has to stay the first of a file."""
    return _is_text(statement) or \
        isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def _watch_block(statements, at_start):
    """Probes the statements of one block; the first too if AT_START."""
    block = []
    for statement in statements:
        _watch(statement)
        first = at_start and not _is_first(statement)
        if first or _is_active(statement) and not _is_first(statement):
            block.append(_probe(statement.lineno))
        at_start = at_start and not first
        block.append(statement)
    return block


def _watch(node):
    """Probes what is inside of NODE."""
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, list) and block:
            starts = name == "body" and isinstance(node, LOOPS + FUNCTIONS)
            if isinstance(node, ast.ClassDef):
                for statement in block:
                    _watch(statement)
            else:
                setattr(node, name, _watch_block(block, starts))
    for part in getattr(node, "handlers", []) + getattr(node, "cases", []):
        part.body = _watch_block(part.body, False)


def watched(text, file_name):
    """(code, names of the modules that it imports at its top)"""
    tree = ast.parse(text, file_name)
    modules = []
    for statement in tree.body:
        if isinstance(statement, ast.Import):
            modules += [alias.name for alias in statement.names]
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            modules.append(statement.module)
    _watch(tree)
    return compile(tree, file_name, "exec", dont_inherit=True), modules
