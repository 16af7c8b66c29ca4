#!/usr/bin/env python3
"""A till killed with -9 at any moment has what it acknowledged; till and office notice a flipped byte.

GUITAI_SALES=500 is the long form; GUITAI_SEED repeats a run."""

import os
import random
import sqlite3
import time

from support.shop import GUITAI, Goods, Shop, check, equal, run, tell

SALES = int(os.environ.get("GUITAI_SALES", "60"))
KILLS = SALES // 10


def reopen(till):
    till.start()
    till.do("sign_in", name="王芳", pin="2468")
    answer = till.ask("open_shift", float_minor=0)
    check(answer["ok"] or answer["code"].startswith("shift."), f"the shift is open again: {answer}")


def sell_until(till, goods, chance, acknowledged, moments):
    """Sells; kills the till inside a payment at each of the moments. Keeps what was acknowledged, by receipt.

    Returns what the payments that were cut off would have brought: each is in the books or is not."""
    number, cut_off = 0, 0
    while number < SALES:
        variant = chance.choice(goods.variants)
        till.do("scan_barcode", digits=variant["barcode"])
        if number in moments:
            till.process.stdin.write(b'{"do":"pay","tender":"cash","amount_minor":%d}\n' % variant["price_minor"])
            till.process.stdin.flush()
            time.sleep(chance.random() * 0.004)  # A moment inside the write, wherever it falls.
            till.kill()
            till.verify()
            reopen(till)
            moments.discard(number)
            cut_off += variant["price_minor"]
            continue
        sale = till.do("pay", tender="cash", amount_minor=variant["price_minor"])["sale"]
        acknowledged[sale["receipt"]] = sale["total_minor"]
        number += 1
    return cut_off


def flip_a_byte(path):
    """Changes one byte of one sale in the journal, behind its program's back; origin and number of that event."""
    with sqlite3.connect(path) as books:
        key, origin, number, text = books.execute("SELECT position, origin, number, text FROM journal"
                                                  " WHERE text LIKE '%sale_completed%' LIMIT 1").fetchone()
        at = text.index('"receipt":"') + len('"receipt":"')
        flipped = text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1:]
        books.execute("UPDATE journal SET text = ? WHERE position = ?", (flipped, key))
    books.close()
    return origin, number


def names_the_place(found, origin, number):
    check(not found["ok"], f"a flipped byte is noticed: {found}")
    check(any(f"origin {origin} event {number}" in problem for problem in found["problems"]),
          f"the place is named, origin {origin} event {number}: {found}")


def story():
    seed = int(os.environ.get("GUITAI_SEED", random.randrange(1 << 30)))
    print(f"GUITAI_SEED={seed}")
    chance = random.Random(seed)
    with Shop() as shop:
        goods = Goods(styles=10)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        till = shop.enrol("S01")
        till.sync_all()
        till.do("set_clock", at="2025-11-22T10:00:00+08:00")
        till.do("sign_in", name="王芳", pin="2468")
        till.do("open_shift", float_minor=0)

        acknowledged = {}
        cut_off = sell_until(till, goods, chance, acknowledged, set(chance.sample(range(SALES), KILLS)))
        equal(len(acknowledged), SALES, "receipts, each with a number of its own")
        till.sync_all()
        till.close()
        till.verify()
        shop.verify()
        takings = shop.http("GET", "/v1/stores/S01/days/2025-11-22", shop.token())[1]["turnover_minor"]
        sold = sum(acknowledged.values())
        check(sold <= takings <= sold + cut_off, f"takings {takings}: {sold} acknowledged, {cut_off} cut off")

        print(f"{SALES} sales, {KILLS} kills, {(takings - sold) / 100:.2f} yuan of cut off payments were in the books")

        run(GUITAI, "unseal", "--data", till.folder)
        place = flip_a_byte(os.path.join(till.folder, "till.db"))
        names_the_place(till.verify(ok=False), *place)
        shop.stop_office()
        place = flip_a_byte(shop.path("office.db"))
        names_the_place(shop.verify(ok=False), *place)


if __name__ == "__main__":
    tell(story)
