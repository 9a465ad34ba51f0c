from concurrent.futures import ThreadPoolExecutor
from random import randint

from interleave import get

MAX_POKEMON = 1025


def random_name(_):
    number = randint(1, MAX_POKEMON)
    pokemon = get(f"/api/v2/pokemon/{number}")
    return pokemon["name"]


with ThreadPoolExecutor(max_workers=6) as pool:
    for name in pool.map(random_name, range(20)):
        print(name)
