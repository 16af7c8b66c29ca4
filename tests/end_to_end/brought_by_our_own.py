#!/usr/bin/env python3
"""A shop brings an order itself: a window, the first trip, money at the door, and what is learnt there; prices with a
date, and who bears the way back."""

import datetime

from support.console import Console
from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-11-22"
PHONE = "13800000007"
SLOT = "2026-11-23 14:00-18:00"
ADDRESS = "上海市 静安区 南京西路 1266 号"


def rules(shop, store, **more):
    shop.set_rules({"delivery_slots": ["09:00-12:00", "14:00-18:00"], **more}, store)


def drawer(till):
    report = till.do("x_report")
    return report.get("report", report)["expected_minor"]


def taken(till, sku, price):
    """Ordered in S01 for her home, to be paid at the door."""
    till.do("attach_member", phone=PHONE)
    till.refused("delivery.bad_slot", "order_item", sku=sku, quantity=1, delivery="ship", address=ADDRESS,
                 slot="2026-11-23 12:00-13:00")
    cart = till.do("order_item", sku=sku, quantity=1, delivery="ship", address=ADDRESS, slot=SLOT)["cart"]
    equal(cart["lines"][0]["slot"], SLOT, "the window is on the ticket")
    order = till.do("pay", tender="cod", amount_minor=price)["sale"]["orders"][0]
    return order


def to_the_runner(shop, one, other, order):
    token = shop.token()
    status, answer = shop.http("POST", f"/v1/orders/{order}/accept", token, {"source": "S02"})
    equal(status, 200, f"promised from S02: {answer}")
    equal(shop.http("POST", f"/v1/orders/{order}/allocate", token, {})[0], 200, "S02 is asked")
    for till in (one, other):
        till.sync_all()
    asked = other.do("order", order=order)
    check(asked["first_trip"], "nothing was ever brought to her")
    equal((asked["slot"], asked["address"]), (SLOT, ADDRESS), "where and when it goes")
    other.do("take_pick", order=order)
    other.do("pack_order", order=order)
    other.refused("order.unknown_runner", "hand_over_order", order=order, runner="没有这人")
    other.do("hand_over_order", order=order, runner="李强")
    other.sync_all()
    equal(other.do("order", order=order)["state"], "shipped", "on its way")


def at_the_door(shop, one, other, order, price):
    before = drawer(other)
    other.do("tell_trip", order=order, end="not_there", reason="家里没人")
    other.sync_all()
    equal(other.do("order", order=order)["state"], "delivery_failed", "nobody was there")
    other.refused("member.bad_payday", "tell_trip", order=order, end="delivered", payday="32")
    other.do("tell_trip", order=order, end="delivered", tender="cash", monthly_use="12 公斤", payday="10")
    other.refused("order.not_on_trip", "tell_trip", order=order, end="delivered")
    equal(drawer(other), before + price, "what was due lies in the drawer")
    for till in (other, one):
        till.sync_all()
    there = shop.http("GET", f"/v1/orders/{order}", shop.token())[1]
    equal((there["state"], there["paid_minor"], there["due_minor"]), ("delivered", price, 0), "brought and paid")
    names = [(step["giver"], step["taker"]) for step in there["history"] if step["giver"]]
    equal(names[-2:], [("S02", "李强"), ("李强", "customer")], "from hand to hand")
    day = shop.http("GET", f"/v1/stores/S02/days/{DAY}", shop.token())[1]
    equal(day["carrier_cash_minor"], 0, "no carrier owes it")
    her = shop.http("GET", f"/v1/members/{there['member']}", shop.token())[1]
    equal((her["monthly_use"], her["payday"]), ("12 公斤", "10"), "what the first trip was for")
    equal(her["sources"]["payday"]["source"], "face", "said face to face")


def the_way_back(one, sku, price):
    """Two pieces come back by parcel: one our fault, one not."""
    one.do("add_product", sku=sku, quantity=2)
    receipt = one.do("pay", tender="cash", amount_minor=2 * price)["sale"]["receipt"]
    cash = drawer(one)
    one.refused("cash.needs_approval", "return_line", receipt=receipt, line=1, quantity=1, reason="发错货",
                freight_minor=1200)
    cart = one.do("approve", name="陈店长", pin="9999")["cart"]
    equal(cart["lines"][0]["freight_by"], "firm", "our fault")
    one.do("pay", tender="cash", amount_minor=price)
    equal(drawer(one), cash - price - 1200, "refund and freight left the drawer")
    one.do("return_line", receipt=receipt, line=1, quantity=1, reason="不想要了", freight_minor=800)
    one.do("pay", tender="cash", amount_minor=price)
    return receipt


def dearer_tomorrow(shop, goods, one):
    """A file with a day is in force with that day, and one that was given up never."""
    variant = goods.variants[3]
    path = shop.path("dearer.csv")
    with open(path, "w") as file:
        file.write("Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n"
                   f"{variant['sku'].lower()},涨价,尺码,均码,NEW-ONE,459.00\n")
    tomorrow = (datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))) +
                datetime.timedelta(days=1)).date().isoformat()
    shop.command("import-catalogue", "--on", "2020-01-01", path, ok=False)
    out = shop.command("import-catalogue", "--on", tomorrow, path).out
    check(tomorrow in out, f"says from when: {out}")
    console = Console(shop, "赵总", "9753")
    page = console.page("/console/catalogue")
    check(tomorrow in page, "the console lists what waits")
    one.sync_all()
    one.refused("cart.unknown_sku", "add_product", sku="NEW-ONE", quantity=1)


def story():
    with Shop() as shop:
        goods = Goods(styles=1)
        stock = shop.path("stock.csv")
        goods.write_stock(stock, lambda place, index: {"S01": 5, "S02": 5, "W01": 0}[place])
        shop.found(goods.write_shopify(shop.path("goods.csv")), stock)
        shop.command("add-staff", "--store", "S01", "--name", "赵总", "--role", "office", "--pin", "9753")
        shop.command("add-staff", "--store", "S01", "--name", "陈店长", "--role", "owner", "--pin", "9999")
        shop.start_office()
        for store in ("S01", "S02"):
            rules(shop, store, points={"minor_per_point": 1000, "visit": 5}, member_site="https://guitai.example")
        one = shop.open_till(DAY)
        other = shop.open_till(DAY, "S02", "李强", "8642")
        one.do("enrol_member", phone=PHONE, name="陈静")
        missing = goods.variants[0]
        order = taken(one, missing["sku"], missing["price_minor"])
        one.sync_all()
        to_the_runner(shop, one, other, order)
        at_the_door(shop, one, other, order, missing["price_minor"])
        receipt = the_way_back(one, missing["sku"], missing["price_minor"])
        one.sync_all()
        lines = shop.command("return-freight").out.strip().splitlines()[1:]
        equal([line.split(",")[2:5] for line in lines], [[receipt, "firm", "1200"], [receipt, "customer", "800"]],
              "who bore the way back")
        dearer_tomorrow(shop, goods, one)
        one.do("attach_member", phone=PHONE)
        one.do("add_product", sku=missing["sku"], quantity=1)
        sale = one.do("pay", tender="cash", amount_minor=missing["price_minor"])["sale"]
        equal((sale["points_earned"], sale["visit_points"]), (missing["price_minor"] // 1000 + 5, 5), "what it earned")
        status, page = shop.http("GET", "/MY/R/GTR1.S01.S01-1-000001.20261122.100.X")
        check(status == 200 and 'name="password"' in page, "the QR of a receipt leads a phone to her own page")
        for till in (one, other):
            till.sync_all()
            till.close()
            check(till.verify()["ok"], "the till's books are whole")
        check(shop.verify()["ok"], "the office's books are whole")
        equal(shop.http("GET", "/v1/health")[1]["quarantined"], 0, "nothing had to be set apart")


if __name__ == "__main__":
    tell(story)
