from multiprocessing import Process


def count():
    total = 0
    for n in range(30_000):
        total += sum(range(1000))
    return total


if __name__ == "__main__":
    a = Process(target=count, name="A")
    b = Process(target=count, name="B")
    a.start()
    b.start()
    a.join()
    b.join()
