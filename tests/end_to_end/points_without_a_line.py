#!/usr/bin/env python3
"""Points are spent with and without a line, at two tills, over a crash: never one that was not earned."""

from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-03-02"
PHONE = "13800000001"


def buy(till, variant, points=0):
    till.do("attach_member", phone=PHONE)
    till.do("scan_barcode", digits=variant["barcode"])
    if points:
        till.do("redeem_points", points=points)
    due = till.do("show", what="cart")["cart"]["due_minor"]
    return till.do("pay", tender="cash", amount_minor=due)["sale"]


def points_of(shop):
    return shop.http("GET", f"/v1/members/{PHONE}", shop.token())[1]


def story():
    with Shop() as shop:
        goods = Goods(styles=4)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        one, two = shop.open_till(DAY, float_minor=200000), shop.open_till(DAY, float_minor=200000)
        variant = goods.variants[0]
        price = variant["price_minor"]
        earned = price // 100
        one.do("enrol_member", phone=PHONE, name="林晓梅")
        equal(buy(one, variant)["points_earned"], earned, "points earned")
        for till in (one, two):
            till.sync_all()
        equal(points_of(shop)["points"], earned, "points at the head office")

        # At the other till, with the line up: exactly what is wanted is lent and spent.
        two.do("attach_member", phone=PHONE)
        two.do("scan_barcode", digits=variant["barcode"])
        cart = two.do("redeem_points", points=50)["cart"]
        equal(cart["due_minor"], price - 50, "due after 50 points")
        equal(cart["points_redeemed"], 50, "points on the ticket")
        sale = two.do("pay", tender="cash", amount_minor=price - 50)["sale"]
        equal(sale["points_redeemed"], 50, "points of the sale")
        equal(sale["points_earned"], (price - 50) // 100, "nothing earned on what points paid")
        left = earned - 50 + sale["points_earned"]
        two.sync_all()
        seen = points_of(shop)
        equal((seen["points"], seen["points_at_tills"]), (left, 0), "points after it")

        # Without a line: nothing in the hand, but what is earned here is spent here at once.
        shop.stop_office()
        one.ask("sync", timeout_ms=300)
        one.do("attach_member", phone=PHONE)
        one.do("scan_barcode", digits=variant["barcode"])
        one.refused("points.only_offline", "redeem_points", points=10)
        kept = one.do("pay", tender="cash", amount_minor=price)["sale"]["points_earned"]
        away = buy(one, variant, points=kept)
        equal(away["points_redeemed"], kept, "spent without a line")
        one.kill()
        one.start()
        one.do("sign_in", name="王芳", pin="2468")
        one.do("attach_member", phone=PHONE)
        one.do("scan_barcode", digits=variant["barcode"])
        one.refused("points.only_offline", "redeem_points", points=1)
        one.do("clear_ticket")

        shop.start_office()
        one.sync_all()
        left += away["points_earned"]
        equal(points_of(shop)["points"], left, "every point is where it should be")

        # Goods paid with points bring the points back, and what they earned goes back with them.
        two.sync_all()
        two.do("return_line", receipt=sale["receipt"], line=1, quantity=1, reason="尺码不合")
        due = two.do("show", what="cart")["cart"]["due_minor"]
        equal(due, -(price - 50), "money that goes back")
        two.do("pay", tender="cash", amount_minor=-due)
        left += 50 - sale["points_earned"]
        for till in (one, two, one):
            till.sync_all()
        seen = points_of(shop)
        equal((seen["points"] - seen["points_owed"]), left, "points after the return")
        for till in (one, two):
            equal(till.do("attach_member", phone=PHONE)["member"]["points"], left, "points at the till")
            till.close()
            till.verify()
        check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
