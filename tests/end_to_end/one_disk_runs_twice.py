#!/usr/bin/env python3
"""A till's disk is copied and both machines sell without a line: every sale counts once, and no point is lost."""

import shutil

from support.shop import Goods, Shop, Till, check, equal, tell

DAY = "2026-03-02"
PHONE = "13800000001"
ASIDE = ("journal.fork", "till.set_aside")


class Machine:
    """A till that sells one thing, and what it took since it began."""

    def __init__(self, till, variant):
        self.till, self.variant = till, variant
        self.took_minor, self.tickets, self.earned, self.receipts = 0, 0, 0, []

    def sell(self, times, phone=None):
        for _ in range(times):
            if phone:
                self.till.do("attach_member", phone=phone)
            self.till.do("scan_barcode", digits=self.variant["barcode"])
            sale = self.till.do("pay", tender="cash", amount_minor=self.variant["price_minor"])["sale"]
            self.took_minor += self.variant["price_minor"]
            self.tickets += 1
            self.earned += sale["points_earned"] if phone else 0
            self.receipts.append(sale["receipt"])


def sign_in(till):
    till.start()
    till.do("sign_in", name="王芳", pin="2468")
    return till


def day_of(shop):
    day = shop.http("GET", f"/v1/stores/S01/days/{DAY}", shop.token())[1]
    return day["turnover_minor"], day["tickets"]


def points_of(shop):
    member = shop.http("GET", f"/v1/members/{PHONE}", shop.token())[1]
    return member["points"], member["points_at_tills"]


def tills_of(shop):
    return {each["till"]: each for each in shop.http("GET", "/v1/health")[1]["tills"]}


def both_sell(shop, original, copy):
    """Without a line, the same numbers on different receipts."""
    shop.stop_office()
    original.sell(2)
    original.sell(1, PHONE)
    copy.sell(3)
    copy.sell(2, PHONE)
    check(set(original.receipts) & set(copy.receipts), "both gave the same numbers")
    shop.start_office()


def both_are_heard(shop, original, copy):
    original.till.sync_all()
    for machine in (copy, original, copy):  # Whoever was heard first, both are set aside now, and both go on.
        machine.sell(1)
        answer = machine.till.do("sync", timeout_ms=2000)
        check(answer["office"].get("problem") in ASIDE, f"it is set aside: {answer}")
        equal(answer["pending"], 0, "what was sold and not sent")


def story():
    with Shop() as shop:
        goods = Goods(styles=2)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        one = shop.open_till(DAY)
        original = Machine(one, goods.variants[0])
        one.do("enrol_member", phone=PHONE, name="林晓梅")
        original.sell(1, PHONE)
        one.sync_all()
        one.close()
        shutil.copytree(one.folder, shop.path("copy"))
        copy = Machine(sign_in(Till(shop.path("copy"))), goods.variants[0])
        sign_in(one)

        both_sell(shop, original, copy)
        both_are_heard(shop, original, copy)

        wanted = (original.took_minor + copy.took_minor, original.tickets + copy.tickets)
        equal(day_of(shop), wanted, "turnover and tickets: each sale once")
        earned = original.earned + copy.earned
        equal(points_of(shop)[0], earned, "points of the member")
        tills = tills_of(shop)
        equal(sorted(tills), [1, 2], "the till, and the number that its other story is kept under")
        check(tills[1]["set_aside"] and tills[2]["set_aside"], f"both are set aside: {tills}")
        equal(tills[2].get("branch_of"), 1, "whose story it is")

        for till in tills:  # What each kept for its own use comes home.
            shop.command("write-off", "--till", str(till), "--name", "老板")
        equal(points_of(shop), (earned, 0), "points, and those that are still out")
        for machine in (original, copy):
            machine.till.close()
            machine.till.verify()
        shop.verify()


if __name__ == "__main__":
    tell(story)
