#!/usr/bin/env python3
"""Money is paid in, spent at two tills with and without a line, given back, and adds up to the fen everywhere."""

import glob

from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-03-02"
PHONE = "13800000001"
CARD = "HAPPY-2026-77345519"


def take(till, variant, member=False):
    if member:
        till.do("attach_member", phone=PHONE)
    till.do("scan_barcode", digits=variant["barcode"])


def stored(shop):
    return shop.http("GET", f"/v1/members/{PHONE}", shop.token())[1]["stored_value_minor"]


def with_a_line(shop, one, two, variant):
    price = variant["price_minor"]
    one.do("enrol_member", phone=PHONE, name="林晓梅")
    paid = one.do("top_up", phone=PHONE, amount_minor=100000, given_minor=100000)
    equal((paid["bonus_minor"], paid["balance_minor"]), (10000, 110000), "bonus and balance")
    card = one.do("sell_gift_card", code=CARD, amount_minor=50000, tender="wallet")
    equal((card["whose"], card["balance_minor"]), ("…5519", 50000), "the card that was sold")
    for till in (one, two):
        till.sync_all()
    equal(stored(shop), 110000, "stored value at the head office")

    take(two, variant, member=True)
    equal(two.do("attach_member", phone=PHONE)["member"]["stored_value_minor"], 110000, "at the other till")
    sale = two.do("pay", tender="stored_value", amount_minor=price)["sale"]
    check("value/" not in sale["text"], "the receipt shows no name of a purse")
    two.sync_all()
    equal(stored(shop), 110000 - price, "stored value after a sale")

    take(two, variant)
    two.refused("value.empty", "pay", tender="gift_card", amount_minor=price, code="HAPPY-2026-00000000")
    due = two.do("pay", tender="gift_card", amount_minor=price, code=CARD.lower())["due_minor"]
    equal(due, max(0, price - 50000), "what the card did not cover")
    if due:
        two.do("pay", tender="cash", amount_minor=due)
    for till in (two, one):
        till.sync_all()
    equal(one.do("gift_card", code=CARD)["balance_minor"], max(0, 50000 - price), "left on the card, at any till")
    return sale


def without_a_line(shop, one, variant):
    price = variant["price_minor"]
    shop.stop_office()
    one.ask("sync", timeout_ms=300)
    take(one, variant, member=True)
    one.refused("value.only_offline", "pay", tender="stored_value", amount_minor=price)
    one.do("clear_ticket")
    one.do("top_up", phone=PHONE, amount_minor=5000)
    take(one, variant, member=True)
    due = one.do("pay", tender="stored_value", amount_minor=price)["due_minor"]
    equal(due, price - 5000, "what was paid in here pays here, and no more")
    one.do("pay", tender="cash", amount_minor=due)
    shop.start_office()
    one.sync_all()
    equal(stored(shop), 110000 - price, "stored value after the outage")


def goods_come_back(shop, one, two, sale, price):
    two.do("return_line", receipt=sale["receipt"], line=1, quantity=1, reason="尺码不合")
    two.refused("refund.value_too_much", "pay", tender="gift_card", amount_minor=price)
    two.do("pay", tender="stored_value", amount_minor=price)
    for till in (two, one):
        till.sync_all()
    equal(stored(shop), 110000, "all of it is back")


def books(shop, one, two, price):
    tenders = shop.http("GET", f"/v1/stores/S01/days/{DAY}", shop.token())[1]["tenders"]
    equal(tenders["stored_value"], price - price + 5000 - 105000, "stored value: spent, less what was paid in")
    equal(tenders["gift_card"], min(price, 50000) - 50000, "gift cards: spent, less what was sold")
    for till in (one, two):
        till.close()
        till.verify()
    check(shop.verify()["ok"], "the office's books are whole")
    secret = CARD.replace("-", "").encode()
    for path in glob.glob(shop.path("**"), recursive=True):
        if path.endswith((".db", ".db-wal", ".log")):
            with open(path, "rb") as file:
                held = file.read()
            check(secret not in held and CARD.encode() not in held, f"the number of a card is not in {path}")


def story():
    with Shop() as shop:
        goods = Goods(styles=4)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.set_rules({"value": {"steps": [{"from_minor": 50000, "bonus_minor": 3000},
                                            {"from_minor": 100000, "bonus_minor": 10000}], "bonus_days": 0}})
        shop.start_office()
        one, two = shop.open_till(DAY, float_minor=200000), shop.open_till(DAY, float_minor=200000)
        variant = goods.variants[0]
        sale = with_a_line(shop, one, two, variant)
        without_a_line(shop, one, variant)
        goods_come_back(shop, one, two, sale, variant["price_minor"])
        books(shop, one, two, variant["price_minor"])


if __name__ == "__main__":
    tell(story)
