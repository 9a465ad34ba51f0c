from random import randint

from interleave import get

MAX_POKEMON = 1025


def random_name():
    number = randint(1, MAX_POKEMON)
    pokemon = get(f"/api/v2/pokemon/{number}")
    return pokemon["name"]


for _ in range(20):
    print(random_name())
