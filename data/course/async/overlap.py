import asyncio

from interleave import aget, aquery, show

PRODUCTS = "SELECT DISTINCT product FROM orders"


async def sign_in():
    answer = await aget("/login?user=ada")
    return answer["user"]


async def products():
    return await aquery(PRODUCTS)


async def main():
    start = asyncio.create_task
    a = start(sign_in(), name="Sign in")
    b = start(products(), name="Query")
    show(f"{await a}: {await b}")


asyncio.run(main())
