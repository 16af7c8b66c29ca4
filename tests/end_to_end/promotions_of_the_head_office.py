#!/usr/bin/env python3
"""The head office sends promotions down; two tills sell by them, unwind a return, and burn one coupon twice offline."""

import json
import re

from support.console import Console
from support.shop import Goods, Shop, check, equal, tell

DAY = "2025-11-22"
NEXT_DAY = "2025-11-23"


def form(shop, revision, threshold_minor, off_minor, **more):
    """Off a whole ticket from a threshold on, and a ¥10 coupon for the next visit."""
    promotions = [
        {"id": "FULL", "name": {"zh_CN": "满减", "en": "Threshold"}, "kind": "order",
         "steps": [{"amount_minor": threshold_minor, "off": {"amount_minor": off_minor}}]},
        {"id": "TEN", "name": {"zh_CN": "十元券", "en": "Ten off"}, "kind": "order", "code": True,
         "steps": [{"amount_minor": 1, "off": {"amount_minor": 1000}}]},
        {"id": "NEXT", "name": {"zh_CN": "下次减十元", "en": "Ten next time"}, "kind": "issue",
         "min_amount_minor": threshold_minor // 2, "coupon": "TEN", "valid_days": 30, "starts_after_days": 1}]
    return shop.write(f"promotions-{revision}.json",
                      {"format": "guitai.promotions", "version": 1, "revision": revision, "currency": "CNY",
                       "promotions": promotions, **more})


def pay(till):
    due = till.do("show", what="cart")["cart"]["due_minor"]
    return till.do("pay", tender="cash", amount_minor=due)["sale"]


def refused_forms_change_nothing(shop, price):
    told = shop.command("import-promotions", form(shop, 1, 2 * price, 100, colour="red"), ok=False)
    check("colour" in told.err and told.returncode == 2, f"the unknown field is named: {told.err}")
    told = shop.command("import-promotions", form(shop, 3, 2 * price, 1000), ok=False)
    check("3" in told.err and "5" in told.err, f"an older revision is refused with both numbers: {told.err}")


def story():
    with Shop() as shop:
        goods = Goods(styles=2)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.command("add-staff", "--store", "S01", "--name", "赵总", "--role", "office", "--pin", "9753")
        item = goods.variants[0]
        price = item["price_minor"]
        shop.command("import-promotions", form(shop, 5, 2 * price, 1500))
        refused_forms_change_nothing(shop, price)
        shop.start_office()
        one, other = shop.open_till(DAY), shop.open_till(DAY)

        cart = one.do("add_product", sku=item["sku"], quantity=2)["cart"]
        equal(cart["total_minor"], 2 * price - 1500, "two pieces reach the threshold")
        why = cart["lines"][0]["why"]
        equal((why[0]["key"], why[0]["promotion"], why[0]["amount_minor"]), ("why.order.once", "FULL", 1500), "the reason")
        equal(cart["coupons_issued"], [{"promotion": "NEXT", "coupon": "TEN", "count": 1}], "a coupon to come")
        sale = pay(one)
        printed = re.search(re.escape(sale["receipt"]) + r"-1-?\d+", sale["text"])
        check(printed and "Threshold" in sale["text"], "the receipt names offer and coupon")
        coupon = printed.group()

        # Today's offers are others; the receipt keeps its own.
        shop.command("import-promotions", form(shop, 6, 10 * price, 1))
        one.sync_all()
        other.sync_all()
        other.sync_all()

        # Returned at the other till: one piece is worth its price, whatever was taken off both.
        other.do("return_line", receipt=sale["receipt"], line=1, quantity=1, reason="颜色不喜欢")
        back = other.do("show", what="cart")["cart"]
        equal(back["total_minor"], -(price - 1500), "what comes back is what was paid less what is kept")
        other.do("clear_ticket")

        # The cable is out, and the customer hands the same code to two tills on the next day.
        shop.stop_office()
        for till in (one, other):
            till.do("set_clock", at=f"{NEXT_DAY}T10:00:00+08:00")
            till.do("add_product", sku=item["sku"], quantity=1)
            cart = till.do("add_coupon", code=coupon)["cart"]
            equal(cart["coupons_used"], ["TEN"], "the coupon is used")
            equal(cart["total_minor"], price - 1000, "and takes its money off")
            pay(till)
            till.do("add_product", sku=item["sku"], quantity=1)
            again = till.ask("add_coupon", code=coupon)
            equal(again["code"], "coupon.used", "a coupon is good once")
            check(again["message"], "and the clerk is told so")
            till.do("clear_ticket")
        shop.start_office()
        for till in (one, other, one, other):
            till.sync_all()
        for till in (one, other):
            till.close()
            check(till.verify()["ok"], "the till's books are whole")

        check(shop.verify()["ok"], "the office's books are whole")
        equal(shop.http("GET", "/v1/health")[1]["quarantined"], 1, "events set apart")
        page = Console(shop, "赵总", "9753").page("/console/sales?lang=en")
        check("Loss: the same coupon was used twice" in page, "the console names the loss")
        offers = Console(shop, "赵总", "9753").page("/console/promotions")
        check("满减" in offers and "FULL" in offers, "the console shows what is in force")


if __name__ == "__main__":
    tell(story)
