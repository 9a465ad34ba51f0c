from threading import Thread


def count():
    total = 0
    for n in range(20_000):
        total += sum(range(1000))
    return total


a = Thread(target=count, name="A")
b = Thread(target=count, name="B")
a.start()
b.start()
a.join()
b.join()
