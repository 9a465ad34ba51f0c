# SPDX-License-Identifier: GPL-3.0-or-later
# Run by bench-python.c: what the probes of a watched script cost, against the same code without them.
import threading
import time

BODY = """
def {name}(rounds):
    total = 0
    for _ in range(rounds):
        total += sum(range({size}))
    return total
"""
ROUNDS = 15


def watched_small(rounds):
    total = 0
    for _ in range(rounds):
        total += sum(range(200))
    return total


def watched_usual(rounds):
    total = 0
    for _ in range(rounds):
        total += sum(range(1000))
    return total


def took(function, rounds):
    start = time.thread_time_ns()
    function(rounds)
    return (time.thread_time_ns() - start) / rounds / 1000


def compare(watched, size, rounds):
    space = {}
    exec(BODY.format(name="plain", size=size), space)  # what is made here gets no probes
    pairs = [(took(space["plain"], rounds), took(watched, rounds)) for _ in range(ROUNDS)]
    plain, slower = (min(column) for column in zip(*pairs))
    print(f"a round of {plain:.2f} µs: {slower / plain:.3f} times as long with its probes, "
          f"{slower - plain:.2f} µs more", flush=True)


compare(watched_small, 200, 10000)
compare(watched_usual, 1000, 2500)
threads = [threading.Thread(target=watched_usual, args=(40000,), name=name) for name in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
