#!/usr/bin/env python3
"""The office is put back to a copy from before it lent points: nobody gets them a second time, and all goes on."""

import os
import shutil

from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-03-02"
PHONE = "13800000001"


def books(shop):
    return [shop.path("office.db" + end) for end in ("", "-wal", "-shm")]


def back_up(shop, folder):
    """The office's database, as somebody copies it while the program is stopped; the witness is elsewhere."""
    os.makedirs(folder)
    for name in books(shop):
        if os.path.exists(name):
            shutil.copy(name, folder)


def put_back(shop, folder):
    for name in books(shop):
        if os.path.exists(name):
            os.remove(name)
    for name in os.listdir(folder):
        shutil.copy(os.path.join(folder, name), shop.folder)


def health(shop):
    return shop.http("GET", "/v1/health")[1]


def member(shop):
    return shop.http("GET", f"/v1/members/{PHONE}", shop.token())[1]


def with_member(till, variant):
    till.do("attach_member", phone=PHONE)
    till.do("scan_barcode", digits=variant["barcode"])


def pay(till):
    due = till.do("show", what="cart")["cart"]["due_minor"]
    return till.do("pay", tender="cash", amount_minor=due)["sale"]


def story():
    with Shop() as shop:
        goods = Goods(styles=4)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        one, two = shop.open_till(DAY, float_minor=200000), shop.open_till(DAY, float_minor=200000)
        variant = goods.variants[0]
        one.do("enrol_member", phone=PHONE, name="林晓梅")
        with_member(one, variant)
        earned = pay(one)["points_earned"]
        for till in (one, two, one):
            till.sync_all()

        shop.stop_office()
        back_up(shop, shop.path("noon"))
        shop.start_office()

        # Lent to the first till after the copy was made, and its line goes dead with the points in its hand.
        with_member(one, variant)
        one.do("redeem_points", points=50)
        shop.stop_office()
        put_back(shop, shop.path("noon"))
        spent = pay(one)
        equal(spent["points_redeemed"], 50, "spent without a line")

        # The old copy has all of them in the purse, and lends none.
        shop.start_office()
        seen = health(shop)
        check(seen["recovering"], "the office knows that it is an older copy")
        equal(len(seen["waits_for"]), 2, "tills that are waited for")
        two.sync_all()
        with_member(two, variant)
        two.refused("office.recovering", "redeem_points", points=earned)
        check(two.do("show", what="leases")["leases"]["office_recovering"], "the till knows why")
        two.do("clear_ticket")
        equal(len(health(shop)["waits_for"]), 1, "tills that are waited for")

        # The first till is here again: its sale comes in, out of the lease that the office had forgotten.
        one.sync_all()
        left = earned - 50 + spent["points_earned"]
        equal((health(shop)["recovering"], health(shop)["waits_for"]), (False, []), "the recovery")
        two.sync_all()
        equal(member(shop)["points"], left, "points of the member")
        with_member(two, variant)
        two.refused("lease.not_enough", "redeem_points", points=left + 1)
        two.do("redeem_points", points=left)
        last = pay(two)
        equal(last["points_redeemed"], left, "lent again, once")

        for till in (one, two, one):
            till.sync_all()
        seen = member(shop)
        equal((seen["points"], seen["points_at_tills"]), (last["points_earned"], 0), "points after all")
        for till in (one, two):
            check("problem" not in till.sync_all()["office"], "nothing is wrong with the line")
            till.close()
            check(till.verify()["ok"], "the till's books are whole, in its own folder")
        check(shop.verify()["ok"], "the office's books are whole")
        going_on_without(shop)


def going_on_without(shop):
    """Nobody waits for ever: what the till that never comes may cost is named."""
    told = shop.command("restored", "--reason", "新硬盘").out
    check("1, 2" in told, f"the tills waited for are named: {told}")
    for till in ("1", "2"):
        told = shop.command("go-without", "--till", till, "--name", "周敏").out
        check("may cost up to 300000 points" in told, f"the bound is named: {told}")
    equal(health(shop)["recovering"], False, "after going on without both")
    shop.command("go-without", "--till", "1", "--name", "周敏", ok=False)
    check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
