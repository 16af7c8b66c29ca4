#!/usr/bin/env python3
"""A shop made by hand sells for a day; every sum is worked out here once more."""

from support.shop import Goods, Shop, check, equal, tell


def sell(till, day, variants, tender="cash"):
    """Scans each variant, pays, and books the sum; the receipt's number."""
    for variant in variants:
        cart = till.do("scan_barcode", digits=variant["barcode"])["cart"]
    total = sum(variant["price_minor"] for variant in variants)
    equal(cart["total_minor"], total, "total of the cart")
    equal(sum(line["total_minor"] for line in cart["lines"]), total, "sum of the lines")
    given = (total // 10000 + 1) * 10000 if tender == "cash" else total
    paid = till.do("pay", tender=tender, amount_minor=given)
    equal(paid["due_minor"], 0, "due after paying")
    equal(paid["sale"]["total_minor"], total, "total of the sale")
    equal(paid["sale"]["change_minor"], given - total, "change")
    day[tender] = day.get(tender, 0) + total
    return paid["sale"]


def order_the_missing_size(till, shop, goods, day):
    """Orders a size, pays for it, and follows it until it is shipped."""
    variant = goods.variants[7]
    cart = till.do("order_item", sku=variant["sku"], quantity=1, delivery="ship", recipient="陈静",
                   phone="13800000007", address="上海市静安区南京西路 1266 号 2 楼")["cart"]
    equal(cart["due_minor"], variant["price_minor"], "due for the order")
    till.do("pay", tender="card", amount_minor=variant["price_minor"])
    day["card"] = day.get("card", 0) + variant["price_minor"]
    till.sync_all()

    token = shop.token()
    status, waiting = shop.http("GET", "/v1/orders", token)
    equal(status, 200, "GET /v1/orders")
    orders = waiting["orders"] if isinstance(waiting, dict) else waiting
    equal(len(orders), 1, "orders at the head office")
    order = str(orders[0]["order"])
    for step, body in (("accept", {}), ("ship", {"carrier": "顺丰", "tracking": "SF1000000001"})):
        status, answer = shop.http("POST", f"/v1/orders/{order}/{step}", token, body)
        equal(status // 100, 2, f"POST {step}: {answer}")
    till.sync_all()
    equal(till.do("order", order=order)["state"], "shipped", "state of the order at the till")
    equal(shop.http("GET", "/v1/orders")[0], 401, "orders without a token")


def story(postgres=False):
    with Shop(postgres) as shop:
        goods = Goods(styles=150)  # 3,000 variants
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        till = shop.enrol("S01")
        till.sync_all()
        till.do("set_clock", at="2025-11-22T10:00:00+08:00")
        day = {}

        till.refused("sign_in.wrong", "sign_in", name="王芳", pin="0000")
        equal(till.do("sign_in", name="王芳", pin="2468")["role"], "clerk", "role")
        till.do("open_shift", float_minor=50000)
        sell(till, day, goods.variants[:3])
        sell(till, day, [goods.variants[100], goods.variants[100]], tender="card")
        till.do("enrol_member", phone="13900000001", name="林晓")
        equal(till.do("attach_member", phone="13900000001")["member"]["name"], "林晓", "the member's name")
        sale = sell(till, day, goods.variants[40:42])
        equal(sale["points_earned"], sale["total_minor"] // 100, "one point per yuan")
        order_the_missing_size(till, shop, goods, day)

        counted = 50000 + day["cash"]
        report = till.do("close_shift", counted_minor=counted)
        till.do("close_day")
        till.sync_all()
        till.close()

        check(str(day["cash"]) in str(report).replace(",", ""), f"the cash of the day, {day['cash']}, in {report}")
        check(till.verify(), "the till's books are whole")
        check(shop.verify(), "the office's books are whole")
        status, told = shop.http("GET", "/v1/stores/S01/days/2025-11-22", shop.token())
        equal(status, 200, "the day at the head office")
        check(str(day["cash"]) in str(told) and str(day["card"]) in str(told), f"takings {day} in {told}")


if __name__ == "__main__":
    tell(story)
