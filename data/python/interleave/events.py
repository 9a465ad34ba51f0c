# SPDX-License-Identifier: GPL-3.0-or-later
"""Watches asyncio: each task is a lane, running exactly while the loop steps its coroutine.

A task factory wraps each coroutine, and the wrapper notes the clock around every step. Between steps
a task waits, or, from the moment on at which the loop is told to call it again, it is ready.
"""

import asyncio
import collections.abc
import functools
import os

from . import watch
from .threads import replace
from .watch import Lane, Run, here

BEAT = 0.010  # seconds

# Functions of asyncio in which a task does nothing but wait for other tasks.
JOINS = {"gather", "wait", "wait_for", "_wait", "__aexit__", "shutdown_default_executor"}

FOLDER = os.path.dirname(asyncio.__file__)

# Modules of asyncio whose functions wait until another task does something.
MEETINGS = ("locks.py", "queues.py")

# What asyncio.run () itself runs at the end.
OWN = {"shutdown_asyncgens", "shutdown_default_executor", "_cancel_all_tasks"}

lanes = {}  # id of a task → its coroutine, while it is suspended


class Watched(collections.abc.Coroutine):
    """A coroutine whose steps are noted."""

    def __init__(self, inner, parent, is_first):
        self.inner = inner
        self.lane = None
        self.parent = parent
        self.is_first = is_first  # what asyncio.run () was given, which often does nothing but wait
        self.made = watch.clock()
        self.awaited = None       # the lane that is awaited
        self.until = None         # when a sleep is over
        self.woken = None         # when the loop was told to go on with it
        self.key = None

    def send(self, value):
        return self._step(self.inner.send, value)

    def throw(self, *error):
        return self._step(self.inner.throw, *error)

    def close(self):
        if self.lane is not None and self.lane.state != "ended":
            self.lane.note(watch.clock(), "ended", self.lane.line, held=False)
        self.inner.close()

    def __await__(self):
        return self.inner.__await__()

    def __getattr__(self, name):
        return getattr(self.inner, name)

    def _step(self, step, *args):
        outer = here.lane
        self._resume()
        try:
            waits_for = step(*args)
        except StopIteration:
            self.lane.end()
            raise
        except asyncio.CancelledError:
            self.lane.end()
            raise
        except BaseException as error:
            if not self.lane.shy:
                self.lane.fail(error)
            self.lane.end()
            raise
        else:
            self._suspend(waits_for)
            return waits_for
        finally:
            here.lane = outer
            if watch.clock() - watch.flushed_at > watch.FLUSH_NS:
                watch.flush()

    def _resume(self):
        now = watch.clock()
        lane = self.name(asyncio.current_task())
        if lane.state is None:
            since = self.made
        else:
            since = self.woken
            if self.until is not None and self.until < (since or now):
                since = self.until
            lanes.pop(self.key, None)
            if self.awaited is not None:
                watch.flow("awaited", self.awaited, lane)
        if lane.state != "ready" and since is not None and now > since:
            lane.note(since, "ready", lane.line, held=False)
        self.awaited = self.until = self.woken = None
        lane.helper = QUEUED
        lane.depth = 0
        lane.begin(lane.line, "loop")

    def name(self, task):
        """The lane; made as soon as the task has its name."""
        if self.lane is None:
            name = task.get_name()
            if watch.DEFAULT_NAME.match(name):
                frame = getattr(self.inner, "cr_frame", None)
                name = argument_name(frame) or getattr(self.inner, "__name__", "task")
            self.key = id(task)
            self.lane = Lane(watch.new_name(name), shy=self.is_first).declare(self.parent)
            self.lane.line = innermost(self.inner)[0]
        return self.lane

    def _suspend(self, waits_for):
        lane = self.lane
        line, function, frame = innermost(self.inner)
        lane.look(line or lane.line)
        helper, lane.helper = lane.helper, None
        if waits_for is None:  # asyncio.sleep (0)
            lane.note(lane.last, "ready", line, held=False)
            here.lane = None
            return
        state, peer = "waiting", None
        awaited, joins = awaited_task(waits_for, frame), is_join(waits_for, frame)
        if helper is not QUEUED and helper.state in ("ready", "running", "waiting"):
            state = helper.state
            lane.worker = helper.worker
        elif awaited is not None:
            peer = lane_of(awaited)
        elif function == "acquire" and frame is not None:
            state, peer = "blocked", getattr(frame.f_locals.get("self"), "_interleave_holder", None)
        elif function == "sleep" and frame is not None:
            self.until = lane.last + int(frame.f_locals.get("delay", 0) * 1_000_000_000)
        self.awaited = peer if state == "waiting" else None
        if lane.shy and awaited is None and not joins:
            lane.reveal()
        for_tasks = joins or awaited is not None or module_of(frame) in MEETINGS
        lane.note(lane.last, state, watch.line_of_wait(state, line, peer, for_tasks), peer,
                  held=state == "running")
        lane.line = line or lane.line
        lanes[self.key] = self
        here.lane = None


class Queued:
    """Stands for the helper of a lane until a pool has a call for it."""
    state = None
    worker = 0


QUEUED = Queued()


def innermost(coroutine):
    """Where a coroutine is: (line of the script, name of the innermost function, its frame)."""
    line, function, frame = 0, None, None
    while coroutine is not None:
        found = None
        for kind in ("cr", "gi", "ag"):
            found = getattr(coroutine, kind + "_frame", None)
            if found is not None:
                break
        if found is None:
            break
        frame, function = found, found.f_code.co_name
        if found.f_code.co_filename == Run.script:
            line = found.f_lineno
        for name in ("cr_await", "gi_yieldfrom", "ag_await"):
            following = getattr(coroutine, name, None)
            if following is not None:
                break
        coroutine = following
    return line, function, frame


def module_of(frame):
    """The file of asyncio that FRAME runs, or None."""
    if frame is None:
        return None
    folder, name = os.path.split(frame.f_code.co_filename)
    return name if folder == FOLDER else None


def is_join(waits_for, frame):
    """Whether a task waits in a function of asyncio that does nothing but wait for tasks."""
    if isinstance(waits_for, asyncio.tasks._GatheringFuture):
        return True
    return module_of(frame) is not None and frame.f_code.co_name in JOINS


def awaited_task(waits_for, frame):
    """A task that has to end before what WAITS_FOR stands for can be over, or None."""
    tasks = ()
    if isinstance(waits_for, asyncio.Task):
        return waits_for
    if isinstance(waits_for, asyncio.tasks._GatheringFuture):
        tasks = waits_for._children
    elif is_join(waits_for, frame):
        known = frame.f_locals
        tasks = known.get("fs") or getattr(known.get("self"), "_tasks", None) or (known.get("fut"),)
    for task in tasks:
        if isinstance(task, asyncio.Task) and not task.done():
            return task
    return None


def argument_name(frame):
    """The first argument of a coroutine that has not begun, if it is a string."""
    if frame is None or not frame.f_code.co_argcount:
        return None
    value = frame.f_locals.get(frame.f_code.co_varnames[0])
    return value if isinstance(value, str) and len(value) < 60 else None


def lane_of(task):
    coroutine = task.get_coro()
    return coroutine.name(task) if isinstance(coroutine, Watched) else None


def wrap(coroutine):
    if isinstance(coroutine, Watched) or getattr(coroutine, "__name__", "") in OWN:
        return coroutine
    try:
        is_first = asyncio.current_task() is None
    except RuntimeError:
        is_first = True
    return Watched(coroutine, here.lane, is_first)


def factory(loop, coroutine, **keywords):
    return asyncio.Task(wrap(coroutine), loop=loop, **keywords)


def watch_loop():
    loops = asyncio.BaseEventLoop

    @replace(loops, "__init__")
    def init(original, self):
        original(self)
        self._task_factory = factory

    @replace(loops, "set_task_factory")
    def set_task_factory(original, self, theirs):
        if theirs is None:
            original(self, factory)
            return
        watch.send(note="task-factory")
        original(self, lambda loop, coroutine, **keywords: theirs(loop, wrap(coroutine), **keywords))

    @replace(loops, "run_forever")
    def run_forever(original, self):
        handle = []

        def beat():
            watch.send(beat=watch.clock())
            handle[:] = [self.call_later(BEAT, beat)]
            if watch.clock() - watch.flushed_at > watch.FLUSH_NS:
                watch.flush()

        outer = here.lane
        if outer is not None:
            outer.pause("waiting", watch.caller_line(), for_tasks=True)
        here.lane = None
        beat()
        try:
            original(self)
        finally:
            handle[0].cancel()
            here.lane = outer
            if outer is not None:
                outer.go_on(outer.line)

    # How the loop is told that a task can go on: the task's own wake-up or step.
    call_soon = loops.call_soon

    @functools.wraps(call_soon)
    def noting_call_soon(self, callback, *args, context=None):
        suspended = lanes.get(id(getattr(callback, "__self__", None)))
        if suspended is not None and suspended.woken is None:
            suspended.woken = watch.clock()
        return call_soon(self, callback, *args, context=context)

    loops.call_soon = noting_call_soon


def watch_locks():
    @replace(asyncio.Lock, "acquire")
    async def acquire(original, self):
        holder = getattr(self, "_interleave_holder", None) if self.locked() else None
        await original(self)
        watch.flow("lock", holder, here.lane)
        self._interleave_holder = here.lane
        return True


def watch_all():
    watch_loop()
    watch_locks()
