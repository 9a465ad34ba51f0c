from threading import Thread

from interleave import get

PATH = "/api/v2/pokemon/25"


def fetch():
    pokemon = get(PATH)
    print(pokemon["name"])


threads = [Thread(target=fetch, name=name)
           for name in "ABCD"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
