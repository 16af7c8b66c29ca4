#!/usr/bin/env python3
"""What customers buy together comes back as advice; how they felt and what they did not believe goes up."""

import re

from support.console import Console
from support.shop import Goods, Shop, check, equal, tell

DAY = "2025-11-22"


def sell(till, *variants):
    for variant in variants:
        till.do("scan_barcode", digits=variant["barcode"])
    due = sum(variant["price_minor"] for variant in variants)
    return till.do("pay", tender="cash", amount_minor=due)["sale"]["receipt"]


def first_of(goods, style):
    variant = next(v for v in goods.variants if v["style"] == f"GT{style:04d}")
    return {**variant, "style": variant["style"].lower()}  # The handle of the file is the style number.


def story():
    with Shop() as shop:
        goods = Goods(styles=9)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.command("add-staff", "--store", "S01", "--name", "赵总", "--role", "office", "--pin", "9753")
        shop.set_rules({"price_guarantee_days": 7})
        shop.start_office()
        till = shop.open_till(DAY, float_minor=1000000)
        tea, cup, other = (first_of(goods, style) for style in (0, 1, 2))

        receipts = [sell(till, tea, cup) for _ in range(4)]
        for _ in range(6):
            sell(till, other)
        till.do("rate", receipt=receipts[0], feeling="good")
        till.do("rate", receipt=receipts[1], feeling="bad")
        till.refused("feeling.given", "rate", receipt=receipts[0], feeling="bad")
        till.refused("drive.bad_field", "rate", receipt=receipts[2], feeling="splendid")
        till.do("grid", style=tea["style"])
        till.do("record_miss", style=tea["style"], colour=tea["colour"], size=tea["size"], reason="price")

        for receipt in receipts[:3]:
            till.do("return_line", receipt=receipt, line=1, quantity=1, reason="实物与图片不符")
            till.do("pay", tender="cash", amount_minor=-tea["price_minor"])
        till.do("close_shift", counted_minor=1000000 + 4 * cup["price_minor"] + tea["price_minor"]
                + 6 * other["price_minor"])
        report = till.do("close_day")["report"]
        equal(report["service"]["feelings"], {"bad": 1, "fair": 0, "good": 1}, "feelings of the day")
        equal(report["service"]["funnel"][0], 14, "conversations of the day")
        equal(report["service"]["funnel"][4], 13, "of which paid")
        till.sync_all()
        till.sync_all()

        day = shop.http("GET", f"/v1/stores/S01/days/{DAY}", shop.token())[1]["service"]
        equal(day["feelings"], {"bad": 1, "fair": 0, "good": 1}, "feelings at the office")
        equal(day["funnel"], report["service"]["funnel"], "the funnel at the office")
        equal(day["served"], 13, "tickets of which it is known how long they took")

        till.do("open_shift", float_minor=100000)
        till.do("scan_barcode", digits=tea["barcode"])
        advice = till.do("suggest", budget_minor=10_000_000)
        equal(len(advice["suggestions"]), 2, "suggestions")
        reasons = {one["style"]: one["why"] for one in advice["suggestions"]}
        equal(reasons.get(cup["style"]), {"key": "suggest.goes_with", "about": tea["name"]}, "why the cup")
        poor = till.do("suggest", budget_minor=1)
        equal((poor["suggestions"], poor["ask_budget"]), ([], True), "with a budget that buys nothing")
        till.do("clear_ticket")

        office = Console(shop, "赵总", "9753")
        page = office.page("/console/catalogue?lang=en")
        check("Look at the photographs" in page and tea["style"] in page, "three such returns are a task")
        check(re.search(r"/console/catalogue/photos/" + tea["style"], page), "with a button to end it")
        token = re.search(r'name="form_token" value="([^"]+)"', page).group(1)
        equal(office.send(f"/console/catalogue/photos/{tea['style']}", {"form_token": token})[0], 200, "done")
        check(f"photos/{tea['style']}" not in office.page("/console/catalogue?lang=en"), "done: it is gone")
        check("Farewell" in office.page("/console/sales?lang=en"), "the console shows how customers were served")
        till.sync_all()
        till.close()
        till.verify()
        check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
