import asyncio

from interleave import apause, show


async def work(name):
    await apause(200)
    show(name)


async def main():
    await work("A")
    await work("B")


asyncio.run(main())
