#!/usr/bin/env python3
"""The head office is gone for the day and killed on its return; nothing is lost, nothing comes twice."""

from support.shop import Goods, Shop, equal, tell

SALES = 40


def sell_without_the_office(till, goods):
    total = 0
    for number in range(SALES):
        variant = goods.variants[number]
        till.do("scan_barcode", digits=variant["barcode"])
        till.do("pay", tender="cash", amount_minor=variant["price_minor"])
        total += variant["price_minor"]
    return total


def story():
    with Shop() as shop:
        goods = Goods(styles=20)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        till = shop.enrol("S01")
        till.sync_all()
        till.do("set_clock", at="2025-11-22T10:00:00+08:00")
        shop.stop_office()

        till.do("sign_in", name="王芳", pin="2468")
        till.do("open_shift", float_minor=0)
        total = sell_without_the_office(till, goods)
        away = till.do("sync", timeout_ms=500)
        equal(away["office"]["reached"], False, "the office is reached")
        equal(away["pending"] >= SALES, True, "the sales wait for the office")

        # Back, but cut off in the middle of it, twice; the third time it stays.
        for _ in range(2):
            shop.start_office()
            till.ask("sync", timeout_ms=50)
            shop.stop_office(kill=True)
        shop.start_office()
        till.sync_all()
        till.do("close_shift", counted_minor=total)
        till.do("close_day")
        till.sync_all()
        till.close()

        till.verify()
        shop.verify()
        status, day = shop.http("GET", "/v1/stores/S01/days/2025-11-22", shop.token())
        equal(status, 200, "the day at the head office")
        equal(str(total) in str(day), True, f"takings of {total} in {day}")


if __name__ == "__main__":
    tell(story)
