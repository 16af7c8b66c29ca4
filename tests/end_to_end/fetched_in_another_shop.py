#!/usr/bin/env python3
"""Ordered in one shop, fetched in another: what was thought to lie there comes from the warehouse instead, arrives
where she comes for it, and nowhere else."""

from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-11-22"
PHONE = "13800000007"


def orders_of(till):
    return [order["order"] for order in till.do("orders")["orders"]]


def sent_to_the_other_shop(shop, one, other, order):
    """The shop that was to have it lost it: the warehouse sends it there."""
    token = shop.token()
    equal(shop.http("POST", f"/v1/orders/{order}/accept", token, {})[0], 200, "promised")
    equal(shop.http("POST", f"/v1/orders/{order}/allocate", token, {})[0], 200, "S02 is asked")
    for till in (one, other):
        till.sync_all()
    equal(other.do("order", order=order)["to_send"], True, "it is to lie ready in S02")
    other.do("reject_pick", order=order, reason="找不到")
    other.sync_all()
    there = shop.http("GET", f"/v1/orders/{order}", token)[1]
    equal((there["state"], there["source"]), ("allocated", "W01"), "somebody else is asked")
    status, answer = shop.http("POST", f"/v1/orders/{order}/ship", token, {"carrier": "顺丰", "tracking": "SF1"})
    equal(status, 200, f"sent to S02: {answer}")
    for till in (one, other):
        till.sync_all()


def story():
    with Shop() as shop:
        goods = Goods(styles=1)
        stock = shop.path("stock.csv")
        goods.write_stock(stock, lambda place, index: {"S01": 0, "S02": 1, "W01": 5}[place])
        shop.found(goods.write_shopify(shop.path("goods.csv")), stock)
        shop.start_office()
        one = shop.open_till(DAY)
        other = shop.open_till(DAY, "S02", "李强", "8642")
        wanted = goods.variants[0]
        one.do("enrol_member", phone=PHONE, name="陈静")
        one.do("attach_member", phone=PHONE)
        one.do("order_item", sku=wanted["sku"], quantity=1, delivery="collect", collect_at="S02", recipient="陈静",
               phone=PHONE)
        order = one.do("pay", tender="cash", amount_minor=wanted["price_minor"])["sale"]["orders"][0]
        one.sync_all()
        sent_to_the_other_shop(shop, one, other, order)

        equal([orders_of(till) for till in (one, other)], [[order], [order]], "both shops know of it")
        one.refused("order.fetched_elsewhere", "receive_order", order=order)
        equal(other.do("receive_order", order=order)["fetched_at"], "S02", "it is here")
        for till in (other, one):
            till.sync_all()
        equal([till.do("orders")["waiting"] for till in (one, other)], [0, 1], "it waits where she fetches it")
        one.refused("order.fetched_elsewhere", "collect_order", order=order, tender="cash")
        other.do("collect_order", order=order, tender="cash")
        for till in (other, one):
            till.sync_all()
            equal(till.do("order", order=order)["state"], "collected", "she has it")

        there = shop.http("GET", f"/v1/orders/{order}", shop.token())[1]
        equal(there["state"], "collected", "the office knows")
        names = [(step["giver"], step["taker"]) for step in there["history"] if step["giver"]]
        equal(names[-2:], [("顺丰", "S02"), ("S02", "customer")], "from hand to hand")
        for till in (one, other):
            till.close()
            check(till.verify()["ok"], "the till's books are whole")
        check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
