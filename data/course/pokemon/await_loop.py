import asyncio
from random import randint

from interleave import aget

MAX_POKEMON = 1025


async def random_name():
    number = randint(1, MAX_POKEMON)
    pokemon = await aget(f"/api/v2/pokemon/{number}")
    return pokemon["name"]


async def main():
    for _ in range(20):
        print(await random_name())


asyncio.run(main())
