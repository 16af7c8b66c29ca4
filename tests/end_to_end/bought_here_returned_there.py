#!/usr/bin/env python3
"""Bought in one shop, returned in another: money and stock there, the sale here, points back, and never twice."""

from support.shop import Goods, Shop, check, equal, tell

DAY = "2025-11-22"


def free_at(shop, till, variant):
    grid = till.do("grid", style=variant["style"].lower())
    return next(cell["here"] for cell in grid["cells"] if cell["sku"] == variant["sku"])


def story():
    with Shop() as shop:
        goods = Goods(styles=2)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        here = shop.open_till(DAY, float_minor=100000)
        there = shop.open_till(DAY, "S02", "李强", "8642", 100000)
        variant = goods.variants[0]
        price = variant["price_minor"]
        here.do("enrol_member", phone="13800000007", name="陈静")
        here.do("attach_member", phone="13800000007")
        here.do("scan_barcode", digits=variant["barcode"])
        sale = here.do("pay", tender="cash", amount_minor=price)["sale"]
        check(sale["points_earned"] > 0, "the sale earns points")
        here.sync_all()
        there.sync_all()
        points = there.do("attach_member", phone="13800000007")["member"]["points"]
        equal(points, sale["points_earned"], "points that the other shop knows of")
        there.do("detach_member")

        equal(there.do("find_sale", receipt=sale["receipt"])["lines"][0]["returnable"], 1, "returnable there")
        there.do("return_line", receipt=sale["receipt"], line=1, quantity=1, reason="尺码不合")
        there.do("pay", tender="cash", amount_minor=-price)
        there.refused("return.all_back", "return_line", receipt=sale["receipt"], line=1, quantity=1, reason="尺码不合")
        there.sync_all()
        here.sync_all()

        shop.stop_office()  # From here on without a line.
        here.refused("return.all_back", "return_line", receipt=sale["receipt"], line=1, quantity=1, reason="尺码不合")
        shop.start_office()
        here.sync_all()
        there.sync_all()
        equal(free_at(shop, here, variant), 9, "pieces left where it was sold")
        equal(free_at(shop, there, variant), 11, "pieces where it came back")
        equal(here.do("attach_member", phone="13800000007")["member"]["points"], 0, "points after the return")
        here.do("detach_member")
        token = shop.token()
        sold = shop.http("GET", f"/v1/stores/S01/days/{DAY}", token)[1]
        back = shop.http("GET", f"/v1/stores/S02/days/{DAY}", token)[1]
        equal(sold["turnover_minor"], price, "turnover where it was sold")
        equal(sold["tenders"]["cash"], price, "cash where it was sold")
        equal(back["turnover_minor"], -price, "turnover where it came back")
        equal(back["tenders"]["cash"], -price, "cash where it came back")
        equal(shop.http("GET", "/v1/health")[1]["quarantined"], 0, "events set apart")
        for till in (here, there):
            till.close()
            till.verify()
        check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
