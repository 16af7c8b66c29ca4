#!/usr/bin/env python3
"""A till killed with -9 at any moment has what it acknowledged, and notices a flipped byte."""

import os
import random
import sqlite3
import time

from support.shop import Goods, Shop, check, equal, tell

SALES = 60
KILLS = 6


def reopen(till):
    till.start()
    till.do("sign_in", name="王芳", pin="2468")
    answer = till.ask("open_shift", float_minor=0)
    check(answer["ok"] or answer["code"].startswith("shift."), f"the shift is open again: {answer}")


def sell_until(till, goods, chance, acknowledged, moments):
    """Sells; kills the till inside a command at each of the moments. Counts what was acknowledged."""
    number = 0
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
            continue
        acknowledged.append(till.do("pay", tender="cash", amount_minor=variant["price_minor"])["sale"]["receipt"])
        number += 1


def flip_a_byte(till):
    """Changes one byte of one event in the journal, behind the till's back."""
    path = [os.path.join(till.folder, name) for name in os.listdir(till.folder) if name.endswith(".db")][0]
    with sqlite3.connect(path) as books:
        table, column = journal_of(books)
        key, text = books.execute(f"SELECT rowid, {column} FROM {table} WHERE {column} LIKE '%sale%' LIMIT 1").fetchone()
        books.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (text.replace("1", "2", 1), key))


def journal_of(books):
    for (table,) in books.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%journal%'"):
        names = [row[1] for row in books.execute(f"PRAGMA table_info({table})")]
        for column in ("text", "event", "body", "line", "bytes"):
            if column in names:
                return table, column
    raise LookupError("no journal found")


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
        till.do("sign_in", name="王芳", pin="2468")
        till.do("open_shift", float_minor=0)

        acknowledged = []
        sell_until(till, goods, chance, acknowledged, set(chance.sample(range(SALES), KILLS)))
        equal(len(set(acknowledged)), SALES, "receipts, each with a number of its own")
        for receipt in acknowledged:
            till.do("find_sale", receipt=receipt)
        till.sync_all()
        till.close()
        till.verify()
        shop.verify()

        flip_a_byte(till)
        found = till.verify(ok=False)
        check(any(character.isdigit() for character in str(found)), f"verify names the place: {found}")


if __name__ == "__main__":
    tell(story)
