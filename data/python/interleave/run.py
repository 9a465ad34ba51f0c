# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a script and watches it: python3 run.py SCRIPT, started by Interleave.

INTERLEAVE_PIPE and INTERLEAVE_ANSWERS are the numbers of open files: where to tell what happens, and
where a person's answers come from. INTERLEAVE_QUANTA is how many pieces of work are a second, if that
has been measured before.
"""

import gc
import importlib
import linecache
import os
import sys
import sysconfig
import traceback

sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from interleave import source, threads, watch  # noqa: E402
from interleave.watch import Lane, Run, here   # noqa: E402


def has_lock():
    """Whether this interpreter has the global lock, and it is on."""
    if not sysconfig.get_config_var("Py_GIL_DISABLED"):
        return True
    return getattr(sys, "_is_gil_enabled", lambda: True)()


def load(modules):
    """Imports what the script will import, so that this is not among what is watched."""
    for name in modules:
        try:
            importlib.import_module(name)
        except BaseException:
            pass  # the script will meet it again, at its own line


def prepare(path):
    Run.script = path
    Run.pipe = int(os.environ.pop("INTERLEAVE_PIPE", "-1"))
    Run.answers = int(os.environ.pop("INTERLEAVE_ANSWERS", "-1"))
    Run.quanta = int(os.environ.pop("INTERLEAVE_QUANTA", "0"))
    if Run.pipe >= 0:
        os.set_blocking(Run.pipe, False)
    for pipe in (Run.pipe, Run.answers):
        if pipe >= 0:
            os.set_inheritable(pipe, False)
    with open(path, encoding="utf-8") as file:
        Run.text = file.read()
    linecache.cache[path] = (len(Run.text), None, Run.text.splitlines(True), path)
    watch.start("thread", has_lock())
    Run.main_pid = Run.pid


def watch_all(modules):
    if any(name.partition(".")[0] == "concurrent" for name in modules):
        load(["concurrent.futures"])
    threads.watch_all()
    uses = {name.partition(".")[0] for name in modules}
    if uses & {"multiprocessing", "concurrent"}:
        from interleave import processes
        processes.watch_all()
    if "asyncio" in uses:
        from interleave import events
        events.watch_all()


def run(code):
    """Runs the script; returns the exit status."""
    lane = Lane("main", shy=True)
    space = {"__name__": "__main__", "__file__": Run.script, "__builtins__": __builtins__,
             source.PROBE: watch.probe}
    main = sys.modules["__main__"]
    main.__dict__.update(space)
    main.__file__ = Run.script
    lane.begin(1)
    try:
        exec(code, main.__dict__)
        wait_for_threads()
        return 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException as error:
        report(lane, error)
        return 1
    finally:
        if here.lane is lane and os.getpid() == Run.main_pid:
            if Run.n_lanes <= 1:
                lane.reveal()
            lane.end()


def wait_for_threads():
    """As Python itself does at its end."""
    import threading
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def report(lane, error):
    if not lane.shy:
        lane.fail(error)
    text = "".join(traceback.format_exception_only(type(error), error)).strip()
    watch.send(error=text.splitlines()[-1][:watch.MAX_TEXT], line=watch.error_line(error))
    watch.print_error(error)


def main():
    prepare(sys.argv[1])
    sys.argv = sys.argv[1:]
    try:
        code, modules = source.watched(Run.text, Run.script)
    except (SyntaxError, ValueError) as error:
        watch.send(error=str(error.args[0]), line=getattr(error, "lineno", 0) or 0)
        watch.print_error(error)
        watch.flush(patient=True)
        return 1
    load(modules)
    watch_all(modules)
    watch.shorten_warnings()
    watch.send(quanta=watch.quanta(1000) if Run.quanta == 0 else Run.quanta)
    gc.collect()
    used = watch.usage()
    watch.send(start=watch.clock(), pid=Run.pid, lock=Run.has_lock)
    watch.flush(patient=True)
    status = run(code)
    watch.send_usage(used)
    if os.getpid() == Run.main_pid:
        watch.send(end=status)
    watch.flush(patient=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
