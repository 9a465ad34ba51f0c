#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-requests.py ADDRESS

The other side of bench-requests: for each number of requests on standard input, fetches as many
Pokémon at once with aiohttp, and prints the wall and the CPU time of that in microseconds.
"""

import asyncio
import sys
import time

import aiohttp


async def get_name(session, address, number):
    async with session.get(f'{address}/api/v2/pokemon/{number % 1025 + 1}') as response:
        return (await response.json())['name']


async def get_names(address, count):
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        return await asyncio.gather(*(get_name(session, address, i) for i in range(count)))


for line in sys.stdin:
    count = int(line)
    wall, cpu = time.perf_counter(), time.process_time()
    names = asyncio.run(get_names(sys.argv[1], count))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    assert len(names) == count and all(names)
    print(round(wall * 1e6), round(cpu * 1e6), flush=True)
