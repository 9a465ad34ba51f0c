import asyncio

from interleave import apause, show


async def work(name):
    await apause(200)
    show(name)


async def main():
    start = asyncio.create_task
    a = start(work("A"), name="A")
    b = start(work("B"), name="B")
    await a
    await b


asyncio.run(main())
