# SPDX-License-Identifier: GPL-3.0-or-later
"""Watches processes of multiprocessing and of concurrent.futures.

They are forked where the system can fork, so that what is watched here is watched there.
"""

import multiprocessing
import os
from multiprocessing import process

from . import threads, watch
from .threads import replace
from .watch import Lane, Run, here, waiting


class ProcessCall:
    """A call that a process of a pool is to make; it is sent there."""

    def __init__(self, function, key, name, declares=False):
        self.function = function
        self.key = key
        self.name = name
        self.declares = declares

    def __call__(self, *args, **keywords):
        if self.declares:
            lane = Lane(self.name or watch.call_name(self.function, args)).declare()
        else:
            lane = Lane(self.name, self.key)
        lane.begin(watch.first_line(watch.inner_function(self.function)))
        try:
            return self.function(*args, **keywords)
        except BaseException as error:
            lane.fail(error)
            raise
        finally:
            lane.end()
            watch.flush(patient=True)


def watch_processes():
    @replace(process.BaseProcess, "start")
    def start(original, self):
        threads.start_as_lane(original, self)

    @replace(process.BaseProcess, "run")
    def run(original, self):
        try:
            original(self)
        except Exception as error:
            if here.lane is not None:
                here.lane.fail(error)
            raise

    @replace(process.BaseProcess, "_bootstrap")
    def bootstrap(original, self, *args, **keywords):
        if Run.pid != os.getpid():
            watch.forget()
        lane = getattr(self, "_interleave_lane", None)
        if lane is not None:
            lane.begin(watch.start_line(self))
        try:
            return original(self, *args, **keywords)
        finally:
            if here.lane is not None:
                here.lane.end()
            watch.send_usage()
            watch.flush(patient=True)

    @replace(process.BaseProcess, "join")
    def join(original, self, timeout=None):
        threads.join_lane(original, self, timeout, lambda: self.exitcode is not None)
        report_killed(self)


def report_killed(worker):
    lane = getattr(worker, "_interleave_lane", None)
    if lane is not None and (worker.exitcode or 0) < 0:
        watch.send(at=watch.clock(), task=lane.key, line=0,
                   failure=f"The process was ended by signal {-worker.exitcode}.")
        watch.send(at=watch.clock(), task=lane.key, state="ended", line=0)
        worker._interleave_lane = None


def watch_pools():
    from concurrent import futures
    from multiprocessing import pool

    @replace(futures.ProcessPoolExecutor, "submit")
    def submit(original, self, function, *args, **keywords):
        called = watch.inner_function(function)
        lane = Lane(watch.call_name(called, args)).declare(here.lane)
        lane.note(watch.clock(), "ready", watch.first_line(called), held=False)
        watch.flush(patient=True)  # before the other process tells of it
        future = original(self, ProcessCall(function, lane.key, lane.name), *args, **keywords)
        future._interleave_lane = lane
        return future

    @replace(pool.Pool, "apply_async")
    def apply_async(original, self, function, *args, **keywords):
        return original(self, ProcessCall(function, None, None, True), *args, **keywords)

    @replace(pool.Pool, "_map_async")
    def map_async(original, self, function, *args, **keywords):
        return original(self, ProcessCall(function, None, None, True), *args, **keywords)

    @replace(pool.ApplyResult, "get")
    def get(original, self, timeout=None):
        with waiting(joins=True):
            return original(self, timeout)


def watch_locks():
    from multiprocessing import synchronize

    @replace(synchronize.SemLock, "_make_methods")
    def make_methods(original, self):
        original(self)
        take = self.acquire

        def acquire(block=True, timeout=None):
            if take(False):
                return True
            if not block:
                return False
            with waiting("blocked"):
                return take(True, timeout)
        self.acquire = acquire

    @replace(synchronize.SemLock, "__enter__")
    def enter(original, self):
        return self.acquire()

    for kind in (synchronize.Event, synchronize.Condition):
        @replace(kind, "wait")
        def wait(original, self, timeout=None):
            with waiting(for_tasks=True):
                return original(self, timeout)


def fork_by_default():
    """The start method of newer versions would begin a Python that nobody watches."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return
    multiprocessing.set_start_method("fork", force=True)

    @replace(multiprocessing, "set_start_method")
    def set_start_method(original, method, force=False):
        if method not in (None, "fork"):
            watch.send(note="start-method")


def watch_all():
    os.register_at_fork(before=lambda: watch.flush(patient=True), after_in_child=watch.forget)
    fork_by_default()
    watch_processes()
    watch_locks()
    watch_pools()
