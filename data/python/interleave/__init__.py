# SPDX-License-Identifier: GPL-3.0-or-later
"""What a script that Interleave watches may use.

Each function comes twice: `get("/…")` keeps its thread waiting, and `await aget("/…")` lets other
asyncio tasks go on meanwhile. Nothing here is needed for being watched: plain threading,
multiprocessing, concurrent.futures, asyncio, time.sleep and sockets are seen as well.

    cpu(ms)             acpu(ms)             work on a processor: so much, however long it takes
    pause(ms)           apause(ms)           a timer
    get(path)           aget(path)           a page of the web server: JSON decoded, or text
    read(name)          aread(name)          a file of the run's own folder, as bytes
    write(name, mib)    awrite(name, mib)    writes a file there, down to the disk
    query(sql)          aquery(sql)          the rows that the run's own database answers with
    ask(question)       aask(question)       what a person answers

    show(text)                               notes what a task has brought
    counted(expected, found)                 notes what a shared counter should be, and what it is
    Lock()                                   a lock for threads
    Interpreter(target, args, name)          like Thread, in an interpreter of its own (from 3.12)
    SharedLock(name), SharedEvent(name)      for interpreters, which share no variables
    WORKERS                                  how many workers a pool is to have
"""

import json
import os
import socket

from . import watch
from .interpreters import Interpreter, SharedEvent, SharedLock
from .threads import Lock
from .watch import counted, show

__all__ = ["acpu", "aask", "aget", "apause", "aquery", "aread", "awrite", "ask", "counted", "cpu",
           "get", "pause", "query", "read", "show", "wait", "write", "Interpreter", "Lock",
           "SharedEvent", "SharedLock", "WORKERS"]

WORKERS = int(os.environ.get("INTERLEAVE_WORKERS") or os.cpu_count() or 1)


# Work

def cpu(ms):
    """Works for MS milliseconds of a processor's time: in a fixed number of pieces."""
    line = watch.caller_line()
    for _ in range(watch.quanta(ms)):
        watch.probe(line)
        watch.quantum()
    watch.probe(line)


async def acpu(ms):
    """The same, but gives way to the other tasks of the event loop every 5 ms."""
    import asyncio
    while ms > 0:
        cpu(min(ms, 5))
        ms -= 5
        if ms > 0:
            await asyncio.sleep(0)


# Time

def pause(ms):
    """Waits for MS milliseconds; other threads can go on."""
    import time
    time.sleep(ms / 1000)


async def apause(ms):
    """Waits for MS milliseconds; other tasks can go on."""
    import asyncio
    await asyncio.sleep(ms / 1000)


wait = pause


# The web

def get(path):
    """Fetches http://…PATH: what JSON says as Python objects, anything else as text."""
    watch.matters()
    host, port, path, request = _request(path)
    answer = b""
    with socket.create_connection((host, port)) as connection:
        connection.sendall(request)
        while piece := connection.recv(65536):
            answer += piece
    return _understand(path, answer)


async def aget(path):
    """The same for `await`."""
    import asyncio
    watch.matters()
    host, port, path, request = _request(path)
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(request)
        answer = await reader.read()
    finally:
        writer.close()
    return _understand(path, answer)


def _request(path):
    address = watch.setting("INTERLEAVE_WEB", "the web server")
    if path.startswith("http://"):
        address, _, path = path.partition("://")[2].partition("/")
        address, path = "http://" + address, "/" + path
    host, _, port = address.partition("://")[2].partition(":")
    path = path if path.startswith("/") else "/" + path
    request = f"GET {path} HTTP/1.0\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    return host, int(port or 80), path, request.encode()


def _understand(path, answer):
    head, separator, body = answer.partition(b"\r\n\r\n")
    words = head.split(b"\r\n")[0].decode("latin-1").split(maxsplit=2)
    headers = {line.partition(b":")[0].strip().lower(): line.partition(b":")[2].strip()
               for line in head.split(b"\r\n")[1:]}
    if not separator or len(words) < 2 or not words[0].startswith("HTTP/"):
        raise OSError(f"The server broke off before it answered for {path}.")
    if words[1] != "200":
        raise OSError(f"The server answered {' '.join(words[1:])} for {path}.")
    if int(headers.get(b"content-length", len(body))) > len(body):
        raise OSError(f"The server broke off in the middle of its answer for {path}.")
    text = body.decode("utf-8", "replace")
    if b"json" not in headers.get(b"content-type", b""):
        show(text[:80])
        return text
    content = json.loads(text)
    known = content if isinstance(content, dict) else {}
    show(str(known.get("name") or known.get("user") or text[:80]))
    return content


# Files

def read(name):
    """Reads the file NAME of the run's folder."""
    watch.matters()
    with watch.waiting(), open(_place(name), "rb") as file:
        content = file.read()
    show(f"{len(content) / 2**20:.3g} MiB" if len(content) >= 2**20 else f"{len(content)} B")
    return content


def write(name, mib=1):
    """Writes MIB mebibytes to the file NAME of the run's folder, and waits for the disk."""
    watch.matters()
    piece = bytes(1 << 20)
    with watch.waiting(), open(_place(name), "wb") as file:
        for _ in range(mib):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    show(f"{mib} MiB")


def _place(name):
    return os.path.join(watch.setting("INTERLEAVE_FOLDER", "the folder"), os.path.basename(name))


async def aread(name):
    """Reads in a thread: the system has no way of reading a file that does not keep one waiting."""
    return await _in_thread(read, name)


async def awrite(name, mib=1):
    """Writes in a thread, for the same reason."""
    return await _in_thread(write, name, mib)


async def _in_thread(function, *args):
    import asyncio
    return await asyncio.get_running_loop().run_in_executor(None, function, *args)


# The database

def query(sql):
    """Asks the run's database, a file of SQLite; returns its rows."""
    import sqlite3
    watch.matters()
    with watch.waiting():
        connection = sqlite3.connect(watch.setting("INTERLEAVE_DATABASE", "the database"))
        try:
            with connection:
                rows = connection.execute(sql).fetchall()
        finally:
            connection.close()
    show("; ".join(", ".join(map(str, row)) for row in rows[:20]))
    return rows


async def aquery(sql):
    """Asks in a thread: SQLite has no other way."""
    return await _in_thread(query, sql)


# A person

def ask(question):
    """Asks a person and waits for the answer."""
    watch.matters()
    with watch.waiting():
        answer = watch.ask(question)
    show(answer)
    return answer


async def aask(question):
    """The same for `await`."""
    return await _in_thread(ask, question)
