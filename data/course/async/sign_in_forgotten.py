import asyncio

from interleave import aget, aquery, show

ORDERS = "SELECT product FROM ada_orders"


async def sign_in():
    answer = await aget("/login?user=ada")
    return answer["user"]


async def main():
    user = await sign_in()
    orders = aquery(ORDERS)
    show(f"{user}: {orders}")


asyncio.run(main())
