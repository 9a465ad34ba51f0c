# SPDX-License-Identifier: GPL-3.0-or-later
"""Lanes: what each task of a script does, and the pipe on which Interleave is told.

Probes stand in the learner's code where a loop begins anew, where a function begins and before calls
(see source.py). A probe reads the clock. Of threads that share one lock (the GIL) only one runs at a
time, so their probes come one after another: when a probe finds that another lane had the turn since
its own last probe, then its thread was off in between, without any doubt and without any threshold.
Elsewhere a gap in the clock is the sign, and the thread's own CPU clock tells what it was.

Nothing here may give the lock away, or the hand-overs would be ours and not Python's: that is why
the pipe is written to by a C call that keeps it.
"""

import collections
import json
import os
import re
import select
import sys
import threading
import time
import types
import _thread

GAP_NS = 60_000          # a gap in the clock that is looked into
LOOK_NS = 200_000        # how often the line is noted, at most
CPU_NS = 1_000_000       # how often the thread's CPU clock is read
FLUSH_NS = 30_000_000    # how often the pipe is written to
SHY_NS = 20_000_000      # how much work makes the main thread a task of its own
PIPE_BUF = 4096          # what a pipe takes in one piece, so that processes do not mix their lines
MAX_TEXT = 500

clock = time.monotonic_ns
cpu_clock = getattr(time, "thread_time_ns", lambda: 0)


class Here(threading.local):
    """The lane whose code the current thread runs."""
    lane = None


class Turn:
    """Which lane was last seen running; one for all threads that share a lock."""
    lane = None


class Run:
    """What is known of this run."""
    script = "<script>"   # the file name of the learner's code
    text = ""
    pipe = -1
    answers = -1
    quanta = 0            # of interleave.cpu (), a second
    pid = 0
    main_pid = 0
    has_lock = True       # the global interpreter lock
    kind = "thread"       # of the workers that are begun here
    n_lanes = 0
    names = {}            # how often a name was given
    question = 0
    notes = set()         # that were sent and are sent once
    shared = {}           # pipes that interpreters share


here = Here()
turn = Turn()
pending = collections.deque()
workers = set()
flush_lock = _thread.allocate_lock()
answer_lock = _thread.allocate_lock()
flushed_at = 0

try:
    import ctypes
    _library = ctypes.PyDLL(None)
    _write = _library.write
    _write.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_size_t]
    _write.restype = ctypes.c_ssize_t
    processor = _library.sched_getcpu
except (ImportError, OSError, AttributeError):
    _write = None

    def processor():
        try:
            with open("/proc/thread-self/stat", "rb", buffering=0) as file:
                return int(file.read(4096).rpartition(b")")[2].split()[36])
        except (OSError, IndexError, ValueError):
            return -1


# The pipe

def send(**message):
    """Tells Interleave something that is not a state."""
    pending.append(json.dumps(message) + "\n")


def _line_of(item):
    if isinstance(item, str):
        return item
    at, key, state, worker, line, cpu, peer = item
    text = f'{{"at": {at}, "task": "{key}", "state": "{state}", "line": {line}'
    if worker:
        text += f', "worker": {worker}, "processor": {cpu}'
    if peer:
        text += f', "peer": "{peer}"'
    return text + "}\n"


def _take_piece():
    piece = b""
    while pending:
        line = _line_of(pending[0]).encode()
        if piece and len(piece) + len(line) > PIPE_BUF:
            break
        pending.popleft()
        piece += line
    return piece


def _write_all(piece):
    """Waits for the pipe; gives the lock away meanwhile."""
    while piece:
        try:
            piece = piece[os.write(Run.pipe, piece):]
        except BlockingIOError:
            poll = select.poll()
            poll.register(Run.pipe, select.POLLOUT)
            poll.poll()
        except OSError:
            os._exit(1)  # Interleave is gone


def flush(patient=False):
    """Sends what is pending; what a full pipe does not take stays, unless PATIENT."""
    global flushed_at
    if Run.pipe < 0 or not flush_lock.acquire(patient):
        return
    try:
        patient = patient or len(pending) > 100_000 or (_write is None and not Run.has_lock)
        while pending:
            piece = _take_piece()
            if patient or _write is None:
                _write_all(piece)
            elif _write(Run.pipe, piece, len(piece)) != len(piece):
                pending.appendleft(piece.decode())
                break
        flushed_at = clock()
    finally:
        flush_lock.release()


# Lanes

def new_name(name):
    """NAME, or with a number behind it where it was given before."""
    count = Run.names[name] = Run.names.get(name, 0) + 1
    return name if count == 1 else f"{name} {count}"


def caller_line():
    """The line of the learner's code that the current thread is at."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename != Run.script:
        frame = frame.f_back
    if frame is not None:
        return frame.f_lineno
    return here.lane.line if here.lane is not None else 0


def line_of_wait(state, line, peer, for_tasks):
    """A wait for tasks that cannot be named belongs to no line, or it would count as one for the world."""
    unnamed = peer is None or peer.shy
    return 0 if state == "waiting" and for_tasks and unnamed else line


class Lane:
    """One task. Everything but start () is called by the thread that runs it."""

    __slots__ = ("key", "name", "out", "state", "line", "worker", "cpu_number", "last", "due", "cpu",
                 "cpu_at", "busy", "lost_at", "from_last", "depth", "shy", "helper", "wants")

    def __init__(self, name, key=None, shy=False):
        if key is None:
            Run.n_lanes += 1
            key = f"{Run.pid}.{Run.n_lanes}"
        self.key = key
        self.name = name
        self.state = None
        self.line = 0
        self.worker = 0
        self.cpu_number = -1
        self.last = self.due = self.cpu = self.cpu_at = self.busy = self.from_last = 0
        self.lost_at = None
        self.depth = 0
        self.helper = None
        self.wants = None  # the lock that it waits for without limit
        self.shy = shy
        self.out = [] if shy else pending

    def declare(self, parent=None):
        """Names the task; PARENT is the lane that started it."""
        if not self.shy:
            message = {"task": self.key, "name": str(self.name)[:MAX_TEXT // 5]}
            if parent is not None and not parent.shy:
                message["at"] = clock()
                message["parent"] = parent.key
            send(**message)
        return self

    def reveal(self):
        """A shy lane has done something of its own."""
        if self.shy:
            kept, self.out, self.shy = self.out, pending, False
            self.declare()
            pending.extend(kept)

    def note(self, at, state, line, peer=None, held=True):
        if self.state == "running":
            self.busy += max(at - self.from_last, 0)
            if self.shy and (self.busy > SHY_NS or len(self.out) > 10_000):
                self.reveal()
        self.from_last = at
        self.state = state
        self.line = line
        self.out.append((at, self.key, state, self.worker if held else 0, line, self.cpu_number,
                         peer.key if peer is not None and not peer.shy else None))

    def take_turn(self):
        """The clock, at a moment at which this thread held the lock and was known to."""
        if not Run.has_lock:
            return clock()
        while True:
            before = turn.lane
            turn.lane = self
            now = clock()
            if before is not self and before is not None:
                before.lost_at = now
            if turn.lane is self:
                return now

    def _read_clocks(self, now):
        self.cpu = cpu_clock()
        self.cpu_at = now
        if _write is not None or not Run.has_lock:
            self.cpu_number = processor()

    def begin(self, line, kind=None):
        """The current thread takes the task up."""
        self.worker = threading.get_native_id()
        if self.worker not in workers:
            workers.add(self.worker)
            send(worker=self.worker, kind=kind or Run.kind)
        here.lane = self
        self.go_on(line)

    def take_over(self, line):
        """The current thread goes on with what it did in another interpreter."""
        self.worker = threading.get_native_id()
        workers.add(self.worker)
        here.lane = self
        self.state, self.line = "running", line
        self.look(line)

    def go_on(self, line, ready_since=None):
        """It runs (again)."""
        before = turn.lane if Run.has_lock else None
        now = self.take_turn()
        self._read_clocks(now)
        self.lost_at = None
        if ready_since is not None and now - ready_since > GAP_NS:
            if before is not None and before.key != self.key and before.last > ready_since:
                self.note(ready_since, "blocked", line, before)  # for the lock of all threads
            else:
                self.note(ready_since, "ready", line)
        self.note(now, "running", line)
        self.last = now
        self.due = now + LOOK_NS

    def look(self, line):
        """A probe saw that another had the turn, that time has passed, or that it is time to look."""
        other = Run.has_lock and turn.lane is not self
        before = turn.lane if other else None
        now = self.take_turn()
        if other or now - self.last > GAP_NS:
            self._explain(now, before)
            self.note(now, "running", line)
        elif line != self.line or self.state != "running" or now - flushed_at > FLUSH_NS:
            self.note(now, "running", line)
        if now - self.cpu_at > CPU_NS:
            self._read_clocks(now)
        self.lost_at = None
        self.due = now + LOOK_NS
        self.last = now
        if now - flushed_at > FLUSH_NS:
            flush()

    def _explain(self, now, before):
        """Notes what was between the last probe and NOW."""
        lost_at = self.lost_at if before is not None else None
        used = cpu_clock() - self.cpu - (self.last - self.cpu_at)
        off = now - self.last - max(used, 0)
        self._read_clocks(now)
        if before is not None and before.key == self.key:
            return  # it has told for itself what it did in another thread
        if before is None and off < max((now - self.last) // 2, GAP_NS // 2):
            return  # it ran on, in something long
        at = self.last
        if used > 500_000:
            # It ran for so long before it lost the lock, and maybe again after it had it back.
            at = min(at + used, lost_at or now)
        if before is not None:
            self.note(at, "blocked", self.line, before)  # for the lock of all threads
        else:
            self.note(at, "ready", self.line)
        rest = used - (at - self.last)
        if before is not None and rest > 500_000:
            self.note(max(now - rest, before.last, at), "running", self.line)

    def pause(self, state, line, peer=None, for_tasks=False):
        """It waits or is blocked, and keeps its thread."""
        self.look(line)
        self.note(self.last, state, line_of_wait(state, line, peer, for_tasks), peer)
        self.line = line
        flush()  # it may be the last for long

    def leave(self, state, line, peer=None):
        """It gives its thread away."""
        self.look(line)
        self.note(self.last, state, line, peer, held=False)

    def end(self):
        self.leave("ended", self.line)
        here.lane = None

    def fail(self, error):
        """Says why a task has failed."""
        self.reveal()
        text = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        send(at=clock(), task=self.key, line=error_line(error) or self.line,
             failure=text[:MAX_TEXT])


def probe(line, here=here, clock=clock, turn=turn, gap=GAP_NS):
    """Where threads share a lock."""
    lane = here.lane
    if lane is None:
        return
    now = clock()
    if turn.lane is not lane or now > lane.due or now - lane.last > gap:
        lane.look(line)
    else:
        lane.last = now


def probe_without_lock(line, here=here, clock=clock, gap=GAP_NS):
    """Where threads run at once, or each is alone."""
    lane = here.lane
    if lane is None:
        return
    now = clock()
    if now > lane.due or now - lane.last > gap:
        lane.look(line)
    else:
        lane.last = now


class waiting:
    """with waiting (): a call that does not run Python code until it returns."""

    __slots__ = ("lane", "state", "peer", "until", "joins", "for_tasks")

    def __init__(self, state="waiting", peer=None, until=None, joins=False, for_tasks=False):
        self.lane = None
        self.state = state
        self.peer = peer
        self.until = until
        self.joins = joins
        self.for_tasks = joins or for_tasks  # other tasks end it, and not the world

    def __enter__(self):
        lane = here.lane
        if lane is not None:
            lane.depth += 1
            if lane.depth == 1:
                if lane.shy and not self.joins:
                    lane.reveal()
                lane.pause(self.state, caller_line(), self.peer, self.for_tasks)
                self.lane = lane
        return self

    def __exit__(self, *ignored):
        lane = here.lane
        if lane is not None:
            lane.depth -= 1
        if self.lane is not None:
            self.lane.go_on(self.lane.line, self.until)


def matters():
    """What the current thread does is worth a lane of its own."""
    if here.lane is not None:
        here.lane.reveal()


def flow(kind, source, target):
    """SOURCE let TARGET go on: "awaited" or "lock"."""
    if source is not None and target is not None and not source.shy and not target.shy:
        send(at=clock(), task=target.key, flow=kind, **{"from": source.key})


def show(text):
    """Notes what the current task has brought; it is seen beside the run."""
    lane = here.lane
    message = {"at": clock(), "line": caller_line(), "result": str(text)[:MAX_TEXT]}
    if lane is not None:
        lane.reveal()
        message["task"] = lane.key
    send(**message)


def counted(expected, found):
    """Notes what a shared counter should be after all that was added to it, and what it is."""
    send(counter=int(found), expected=int(expected))


def ask(question):
    """Asks the person who watches."""
    if Run.answers < 0:
        return sys.__stdin__.readline().rstrip("\n")
    with answer_lock:
        Run.question += 1
        message = {"ask": Run.question, "question": str(question)[:MAX_TEXT]}
        send(**message)
        flush(patient=True)
        answer = b""
        while not answer.endswith(b"\n"):
            piece = os.read(Run.answers, 4096)
            if not piece:
                raise EOFError("Nobody is there to answer.")
            answer += piece
    return json.loads(answer)["answer"]


def setting(name, what):
    """A part of the world that Interleave has made for this run."""
    value = os.environ.get(name)
    if not value:
        raise OSError(f"This run has no {what.partition(' ')[2]}: start the script in Interleave.")
    return value


# Work

def quantum():
    """The smallest piece of work: about ten microseconds of plain Python."""
    return sum(range(2000))


def calibrate():
    """How many quanta are a second of a processor's time, when nobody disturbs."""
    best = None
    for _ in range(200):
        start = cpu_clock()
        for _ in range(10):
            quantum()
        took = cpu_clock() - start
        best = took if best is None else min(best, took)
    return max(1, 10 * 1_000_000_000 // max(best, 1))


def quanta(ms):
    """How many quanta are MS milliseconds of work."""
    if Run.quanta == 0:
        Run.quanta = calibrate()
    return max(1, round(ms * Run.quanta / 1000))


# Errors

def error_line(error):
    """The last line of the learner's code that ERROR has come through, or 0."""
    line = 0
    if isinstance(error, SyntaxError) and error.filename == Run.script:
        return error.lineno or 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == Run.script:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def print_error(error):
    """Prints the traceback without our own frames."""
    import traceback
    folder = os.path.dirname(os.path.abspath(__file__))
    seen = traceback.TracebackException.from_exception(error)
    part = seen
    while part is not None:
        part.stack = traceback.StackSummary.from_list(
            [frame for frame in part.stack if not frame.filename.startswith(folder)])
        part = part.__cause__ or part.__context__
    print("".join(seen.format()), end="", file=sys.stderr, flush=True)


def shorten_warnings():
    """Leaves the place out where a warning would name one of our own lines."""
    import warnings
    folder = os.path.dirname(os.path.abspath(__file__))
    format_whole = warnings.formatwarning

    def format_warning(message, category, filename, lineno, line=None):
        if filename.startswith(folder):
            return f"{category.__name__}: {message}\n"
        return format_whole(message, category, filename, lineno, line)

    warnings.formatwarning = format_warning


# Processes

def start(kind, has_lock):
    """Begins to watch this process or interpreter."""
    Run.pid = os.getpid()
    Run.kind = kind
    Run.has_lock = has_lock
    if not has_lock:
        globals()["probe"] = probe_without_lock


def forget():
    """In a process that was forked: what the other process has not sent is not ours to send."""
    global flush_lock, answer_lock
    pending.clear()
    workers.clear()
    flush_lock = _thread.allocate_lock()
    answer_lock = _thread.allocate_lock()
    here.lane = None
    turn.lane = None
    Run.pid = os.getpid()
    Run.n_lanes = 0
    Run.kind = "process"


def usage():
    import resource
    used = resource.getrusage(resource.RUSAGE_SELF)
    return (int((used.ru_utime + used.ru_stime) * 1e9), used.ru_nvcsw, used.ru_nivcsw)


def send_usage(since=(0, 0, 0)):
    """What the kernel has counted for this process."""
    cpu, voluntary, involuntary = (now - then for now, then in zip(usage(), since))
    send(cpu=cpu, voluntary=voluntary, involuntary=involuntary)


DEFAULT_NAME = re.compile(r"(Thread|Process|Task|ForkProcess|SpawnProcess)-[\d:]+\b|None$")


def first_string(args, depth=3):
    """The first string among the arguments of a call: as a rule it is a name."""
    for argument in args:
        if isinstance(argument, str):
            return argument
        if depth and isinstance(argument, (tuple, list)):
            found = first_string(argument[:3], depth - 1)
            if found:
                return found
    return None


def inner_function(function):
    """The learner's function in what the library makes of it."""
    while hasattr(function, "func"):
        library = not isinstance(getattr(function.func, "__code__", None), types.CodeType) \
            or function.func.__module__.startswith(("concurrent.", "asyncio."))
        function = function.args[0] if library and function.args else function.func
    return function


def call_name(function, args):
    """What a call is named: its first string, or its function."""
    name = getattr(inner_function(function), "__name__", "call")
    return new_name(first_string(args) or name)


def start_line(worker):
    """Where the work of a thread or process begins."""
    return first_line(getattr(worker, "_target", None) or type(worker).run)


def first_line(function):
    """Where FUNCTION begins, if it is the learner's."""
    code = getattr(function, "__code__", None)
    return code.co_firstlineno if code is not None and code.co_filename == Run.script else 0
