# SPDX-License-Identifier: GPL-3.0-or-later
"""Watches threads, pools of threads, locks, and the calls that wait."""

import builtins
import functools
import socket
import sys
import threading
import time
import _thread

from . import watch
from .watch import Lane, Run, here, waiting


def replace(owner, name):
    """@replace (owner, "name"): puts a function in the place of another, which it gets first."""
    def put(function):
        original = getattr(owner, name, None)
        if original is not None:
            @functools.wraps(original)
            def replacement(*args, **keywords):
                return function(original, *args, **keywords)
            setattr(owner, name, replacement)
        return function
    return put


def called_by_script(depth=3):
    return sys._getframe(depth).f_code.co_filename == Run.script


# Threads

def name_of(worker):
    """The name that the script gave, or its first string, or its function."""
    if not watch.DEFAULT_NAME.match(worker.name):
        return watch.new_name(worker.name)
    target = getattr(worker, "_target", None)
    return watch.call_name(target or type(worker), getattr(worker, "_args", None) or ())


def start_as_lane(original, worker):
    """Starts a thread or process that the script has made."""
    parent = here.lane
    if called_by_script(4):
        lane = worker._interleave_lane = Lane(name_of(worker)).declare(parent)
        lane.note(watch.clock(), "ready", watch.start_line(worker),
                  held=False)
    if parent is None:
        original(worker)
        return
    busy = parent.busy
    parent.depth += 1  # that it waits for the other to begin is no wait of the script's
    try:
        original(worker)
    finally:
        parent.depth -= 1
    parent.look(watch.caller_line())
    parent.busy = busy  # starting others is no work of its own


def join_lane(original, worker, timeout, is_over):
    lane = getattr(worker, "_interleave_lane", None)
    with waiting(peer=lane, joins=True):
        original(worker, timeout)
    if lane is not None and is_over():
        watch.flow("awaited", lane, here.lane)


def watch_threads():
    @replace(threading.Thread, "start")
    def start(original, self):
        start_as_lane(original, self)

    @replace(threading.Thread, "_bootstrap_inner")
    def bootstrap(original, self):
        lane = getattr(self, "_interleave_lane", None)
        if lane is not None:
            lane.begin(watch.start_line(self))
        try:
            original(self)
        finally:
            if here.lane is not None:
                here.lane.end()
                watch.flush()

    @replace(threading.Thread, "join")
    def join(original, self, timeout=None):
        join_lane(original, self, timeout, lambda: not self.is_alive())

    def excepthook(args):
        if args.exc_type is SystemExit:
            return
        if here.lane is not None:
            here.lane.fail(args.exc_value)
        watch.print_error(args.exc_value)

    threading.excepthook = excepthook


# Pools

class PoolCall:
    """A call that a thread of a pool is to make: a task of its own, or a part of an asyncio task."""

    def __init__(self, function, lane, adopted):
        self.function = function
        self.lane = lane
        self.adopted = adopted
        self.line = watch.first_line(watch.inner_function(function)) or lane.line

    def __call__(self, *args, **keywords):
        lane = self.lane
        lane.begin(self.line, "pool")
        try:
            return self.function(*args, **keywords)
        except BaseException as error:
            if not self.adopted:
                lane.fail(error)
            raise
        finally:
            if self.adopted:
                lane.leave("waiting", lane.line)
                here.lane = None
            else:
                lane.end()


def pool_lane(function, args, parent):
    """The lane of a call that is queued in a pool: (lane, whether it is its caller's own)."""
    if parent is not None and parent.helper is not None:  # of asyncio, which awaits the call
        lane = Lane(parent.name, parent.key)
        parent.helper = lane
        if parent.shy:
            parent.reveal()
        lane.state = "ready"
        lane.line = watch.caller_line()
        return lane, True
    lane = Lane(watch.call_name(function, args)).declare(parent)
    lane.note(watch.clock(), "ready", watch.first_line(watch.inner_function(function)), held=False)
    return lane, False


def watch_pools():
    from concurrent import futures

    @replace(futures.ThreadPoolExecutor, "submit")
    def submit(original, self, function, *args, **keywords):
        if type(self).__name__ == "InterpreterPoolExecutor":  # of 3.14, which is one of threads, too
            if "interpreter-pool" not in Run.notes:
                Run.notes.add("interpreter-pool")
                watch.send(note="interpreter-pool")
            return original(self, function, *args, **keywords)
        lane, adopted = pool_lane(function, args, here.lane)
        future = original(self, PoolCall(function, lane, adopted), *args, **keywords)
        if not adopted:
            future._interleave_lane = lane
        return future

    @replace(futures.Future, "result")
    def result(original, self, timeout=None):
        return await_future(original, self, timeout)

    @replace(futures.Future, "exception")
    def exception(original, self, timeout=None):
        return await_future(original, self, timeout)

    def await_future(original, future, timeout):
        if future.done():
            return original(future, timeout)
        lane = getattr(future, "_interleave_lane", None)
        with waiting(peer=lane, joins=True):
            found = original(future, timeout)
        watch.flow("awaited", lane, here.lane)
        return found


# Locks

class Lock:
    """threading.Lock, of which is known who holds it."""

    _make = staticmethod(_thread.allocate_lock)
    can_block_holder = True

    def __init__(self):
        self._lock = self._make()
        self._holder = None

    def acquire(self, blocking=True, timeout=-1):
        if not self._lock.acquire(False):
            if not blocking:
                return False
            holder = self._holder
            with waiting("blocked", peer=holder):
                if not self._wait(timeout):
                    return False
            watch.flow("lock", holder, here.lane)
        self._holder = here.lane
        return True

    def _wait(self, timeout):
        lane = here.lane
        if lane is None or timeout >= 0:
            return self._lock.acquire(True, timeout)
        lane.wants = self
        if is_in_circle(self, lane):
            watch.send(stall=lane.key)
            watch.flush(patient=True)
        self._lock.acquire()
        lane.wants = None
        return True

    def release(self):
        self._holder = None
        self._lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *ignored):
        self.release()

    def __getattr__(self, name):
        return getattr(self._lock, name)


class RLock(Lock):
    """threading.RLock, likewise; who holds it is known until somebody else does."""

    _make = staticmethod(threading.RLock)
    can_block_holder = False

    def release(self):
        self._lock.release()


def is_in_circle(lock, lane):
    """Whether LANE waits for LOCK, whose holder waits for a lock …, and so on, back to LANE."""
    for _ in range(1000):
        holder = lock._holder
        if holder is lane:
            return lock.can_block_holder or lane.wants is not lock
        if holder is None:
            return False
        lock = holder.wants
        if lock is None:
            return False
    return False


def watch_locks():
    @replace(threading, "Lock")
    def make_lock(original):
        return Lock() if called_by_script() else original()

    @replace(threading, "RLock")
    def make_rlock(original):
        return RLock() if called_by_script() else original()

    @replace(threading.Condition, "wait")
    def wait(original, self, timeout=None):
        if timeout is not None and timeout <= 0:
            return original(self, timeout)
        caller = sys._getframe(2).f_code.co_filename
        joins = "concurrent" in caller or "multiprocessing" in caller
        with waiting(joins=joins, for_tasks=True):
            return original(self, timeout)


# Calls that wait

def watch_calls():
    @replace(time, "sleep")
    def sleep(original, seconds):
        with waiting(until=watch.clock() + int(seconds * 1_000_000_000)):
            original(seconds)

    for name in ("accept", "connect", "recv", "recv_into", "recvfrom"):
        watch_socket(name)

    @replace(builtins, "input")
    def ask(original, prompt=""):
        with waiting():
            return watch.ask(prompt)

    if "subprocess" in sys.modules:
        watch_subprocesses(sys.modules["subprocess"])


def watch_socket(name):
    @replace(socket.socket, name)
    def call(original, self, *args):
        if here.lane is None or self.gettimeout() == 0:
            return original(self, *args)
        with waiting():
            return original(self, *args)


def watch_subprocesses(subprocess):
    for name in ("wait", "communicate"):
        @replace(subprocess.Popen, name)
        def call(original, self, *args, **keywords):
            with waiting():
                return original(self, *args, **keywords)


def watch_all():
    watch_threads()
    watch_locks()
    watch_calls()
    if "concurrent.futures" in sys.modules:
        watch_pools()
