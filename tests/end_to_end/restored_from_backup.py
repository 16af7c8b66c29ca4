#!/usr/bin/env python3
"""An office or a till put back to an older copy: it is noticed, nothing is lost, and the shop goes on."""

import os
import shutil

from support.shop import Goods, Shop, check, equal, tell

DAY = "2025-11-22"


class Counter:
    """A clerk at a till who adds up what goes over the counter."""

    def __init__(self, shop, goods):
        self.shop, self.goods, self.total, self.next, self.before = shop, goods, 0, 0, 0
        self.till = shop.enrol("S01")
        self.till.sync_all()

    def open(self):
        self.till.do("set_clock", at=f"{DAY}T10:00:00+08:00")
        self.till.do("sign_in", name="王芳", pin="2468")
        self.till.do("open_shift", float_minor=0)
        return self

    def sell(self, count):
        for _ in range(count):
            variant = self.goods.variants[self.next]
            self.next += 1
            self.till.do("scan_barcode", digits=variant["barcode"])
            self.till.do("pay", tender="cash", amount_minor=variant["price_minor"])
            self.total += variant["price_minor"]


def takings(shop):
    return shop.http("GET", f"/v1/stores/S01/days/{DAY}", shop.token())[1]["turnover_minor"]


def cursors(shop):
    return {each["till"]: each["cursor"] for each in shop.http("GET", "/v1/health")[1]["tills"]}


def copy_books(source, target):
    """The office's database with all that belongs to it, in place of what is there."""
    os.makedirs(target, exist_ok=True)
    for name in ("office.db", "office.db-wal", "office.db-shm"):
        if os.path.exists(os.path.join(target, name)):
            os.remove(os.path.join(target, name))
        if os.path.exists(os.path.join(source, name)):
            shutil.copy(os.path.join(source, name), target)


def an_old_office(shop, goods):
    """The office's backup is of noon; what the till sold since is given to it again, and the till goes on."""
    counter = Counter(shop, goods).open()
    counter.sell(5)
    counter.till.sync_all()
    shop.stop_office()
    copy_books(shop.folder, shop.path("noon"))
    shop.start_office()
    counter.sell(7)
    counter.till.sync_all()
    before = cursors(shop)

    shop.stop_office()
    copy_books(shop.path("noon"), shop.folder)
    shop.start_office()
    check(takings(shop) < counter.total, "the old copy knows less")
    equal(counter.till.do("sync", timeout_ms=5000)["pending"], 0, "events the office does not have")
    equal(takings(shop), counter.total, "takings after a till with nothing new to say heard of the loss")
    counter.sell(3)
    answer = counter.till.do("sync", timeout_ms=3000)
    equal(answer["pending"], 0, "events the office does not have")
    equal(takings(shop), counter.total, "takings after the till gave everything again")
    check(all(cursors(shop)[till] > cursor for till, cursor in before.items()), "no event is missing")

    # What the office said since noon is gone and said anew in other words: the till follows, in its own folder.
    equal(answer["office"].get("problem"), None, "what is wrong with the news")
    counter.sell(1)
    equal(counter.till.do("sync", timeout_ms=3000)["pending"], 0, "events the office does not have")
    equal(takings(shop), counter.total, "takings of the day")
    health = shop.http("GET", "/v1/health")[1]
    equal((health["recovering"], health["waits_for"]), (False, []), "whether the office waits for a till")
    counter.till.close()
    counter.till.verify()
    shop.verify()
    counter.till.start()
    counter.till.do("sign_in", name="王芳", pin="2468")
    return counter


def put_back(till, copy):
    shutil.rmtree(till.folder)
    shutil.copytree(copy, till.folder)


def an_old_till(shop, counter):
    """The till's folder is put back: its own events come back from the office, and it goes on under fresh numbers."""
    till, copy = counter.till, shop.path("copy")
    till.close()
    shutil.copytree(till.folder, copy)
    till.start()
    till.do("sign_in", name="王芳", pin="2468")
    counter.sell(4)
    till.sync_all()
    till.close()
    put_back(till, copy)

    till.start()
    answer = till.do("sync", timeout_ms=5000)
    equal((answer["pending"], answer["office"].get("problem")), (0, None), "events to send, and what is wrong")
    till.do("sign_in", name="王芳", pin="2468")
    report = till.do("x_report")
    counter.sell(2)
    till.sync_all()
    equal(takings(shop), counter.total, "takings: nothing is lost, nothing twice")
    till.do("close_shift", counted_minor=counter.total - counter.before)
    till.do("close_day")
    till.sync_all()
    till.close()
    check(report["ok"] and till.verify()["ok"] and shop.verify()["ok"], "both books are whole")
    aside = [each for each in shop.http("GET", "/v1/health")[1]["tills"] if each["set_aside"]]
    equal(aside, [], "tills set aside")


def sold_from_an_old_till(shop, counter):
    """Somebody sells from the old copy before it has a line: used numbers are noticed, and what was sold counts."""
    till, copy = counter.till, shop.path("copy")
    put_back(till, copy)
    shop.stop_office()
    till.start()
    till.do("sign_in", name="王芳", pin="2468")
    counter.sell(1)
    shop.start_office()
    answer = till.do("sync", timeout_ms=1000)
    check(answer["office"].get("problem") in ("journal.fork", "till.set_aside"), f"a fork is noticed: {answer}")
    equal(answer["pending"], 0, "what was sold under used numbers and was not sent")
    counter.sell(1)  # The till sells on, whatever the head office thinks of it.
    till.do("sync", timeout_ms=1000)
    till.close()
    till.verify()
    shop.verify()
    equal(takings(shop), counter.total, "takings, with what was sold under used numbers")
    aside = [each for each in shop.http("GET", "/v1/health")[1]["tills"] if each["set_aside"]]
    equal(len(aside), 2, "the till that is set aside, and the number its other story is kept under")
    equal(aside[1].get("branch_of"), aside[0]["till"], "whose story that is")


def story():
    with Shop() as shop:
        goods = Goods(styles=20)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        counter = an_old_office(shop, goods)
        an_old_till(shop, counter)
        sold_from_an_old_till(shop, counter)


if __name__ == "__main__":
    tell(story)
