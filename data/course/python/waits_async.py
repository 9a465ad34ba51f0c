import asyncio

from interleave import aget

PATH = "/api/v2/pokemon/25"


async def fetch():
    pokemon = await aget(PATH)
    print(pokemon["name"])


async def main():
    start = asyncio.create_task
    tasks = [start(fetch(), name=name)
             for name in "ABCD"]
    for task in tasks:
        await task


asyncio.run(main())
