# SPDX-License-Identifier: GPL-3.0-or-later
"""Interpreters in one process, each with a lock of its own (PEP 684, from Python 3.12).

An interpreter shares no objects with others: each reads the script anew, with a __name__ other than
"__main__", and then calls the function by its name.
"""

import importlib
import json
import os
import select
import sys
import threading

from . import watch
from .watch import Lane, Run, here, waiting

ENTER = """
import sys
sys.path[:] = {path!r}
from interleave import interpreters
interpreters.enter({settings!r}, {source!r}, {target!r}, {args!r})
"""


def _module():
    for name in ("_interpreters", "_xxsubinterpreters"):
        try:
            return importlib.import_module(name)
        except ImportError:
            pass
    raise OSError("This Python has no interpreters with a lock of their own; they came with 3.12.")


def _shared(name):
    """The two ends of a pipe that all interpreters of this process know by NAME."""
    if name not in Run.shared:
        Run.shared[name] = os.pipe()
        return (*Run.shared[name], True)
    return (*Run.shared[name], False)


class SharedLock:
    """A lock for interpreters: a pipe that holds one byte, which whoever takes the lock takes out."""

    def __init__(self, name):
        self._read, self._write, is_new = _shared("lock " + name)
        if is_new:
            os.write(self._write, b"x")

    def acquire(self):
        if not select.select([self._read], [], [], 0)[0]:
            with waiting("blocked"):
                os.read(self._read, 1)
        else:
            os.read(self._read, 1)

    def release(self):
        os.write(self._write, b"x")

    def __enter__(self):
        self.acquire()

    def __exit__(self, *ignored):
        self.release()


class SharedEvent:
    """An event for interpreters: a pipe that holds a byte once it has happened."""

    def __init__(self, name):
        self._read, self._write, _ = _shared("event " + name)

    def set(self):
        os.write(self._write, b"x")

    def wait(self):
        with waiting(for_tasks=True):
            select.select([self._read], [], [])


class Interpreter:
    """Like threading.Thread, but TARGET runs in an interpreter of its own, with a lock of its own.

    ARGS are numbers, strings, and lists of them.
    """

    def __init__(self, target, args=(), name=None):
        self.target = target
        self.args = list(args)
        self.name = watch.new_name(name) if name else watch.call_name(target, args)
        self._lane = None
        self._thread = None

    def start(self):
        parent = here.lane
        self._lane = Lane(self.name).declare(parent)
        self._lane.note(watch.clock(), "ready", watch.first_line(self.target), held=False)
        watch.flush(patient=True)
        self._thread = threading.Thread(target=self._run, name=self.name)
        busy = parent.busy if parent is not None else 0
        self._thread.start()
        if parent is not None:
            parent.look(watch.caller_line())
            parent.busy = busy

    def join(self, timeout=None):
        with waiting(peer=self._lane, joins=True):
            self._thread.join(timeout)
        if not self._thread.is_alive():
            watch.flow("awaited", self._lane, here.lane)

    def _run(self):
        module = _module()
        line = watch.first_line(self.target)
        settings = {"script": Run.script, "pipe": Run.pipe, "quanta": Run.quanta,
                    "key": self._lane.key, "name": self.name, "line": line, "shared": Run.shared}
        self._lane.begin(line, "interpreter")
        interpreter = module.create()
        self._lane.look(line)
        settings["cpu"], settings["cpu_at"] = watch.cpu_clock(), watch.clock()
        here.lane = None  # from here on it is told of there
        watch.flush(patient=True)
        try:
            module.run_string(interpreter, ENTER.format(
                path=sys.path, settings=json.dumps(settings), source=Run.text,
                target=self.target.__name__, args=self.args))
        finally:
            module.destroy(interpreter)


def enter(settings, source, target, args):
    """In the new interpreter."""
    from . import source as sources
    from . import threads
    settings = json.loads(settings)
    Run.script, Run.pipe = settings["script"], settings["pipe"]
    Run.quanta, Run.text, Run.shared = settings["quanta"], source, settings["shared"]
    watch.start("interpreter", has_lock=False)
    lane = Lane(settings["name"], settings["key"])
    line = settings["line"]
    threads.watch_all()
    lane.last, lane.cpu, lane.cpu_at = settings["cpu_at"], settings["cpu"], settings["cpu_at"]
    lane.take_over(line)
    try:
        code, _ = sources.watched(source, Run.script)
        space = {"__name__": "__interpreter__", "__file__": Run.script, sources.PROBE: watch.probe}
        exec(code, space)
        space[target](*args)
    except BaseException as error:
        lane.fail(error)
        watch.print_error(error)
    finally:
        lane.end()
        watch.flush(patient=True)
