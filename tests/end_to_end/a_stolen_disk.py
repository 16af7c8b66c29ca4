#!/usr/bin/env python3
"""The disk of a till, and that of the head office, is stolen while they work: whoever has the books, and not the key,
reads no name, phone or address."""

import glob
import os
import shutil
import sqlite3

from support.shop import GUITAI, Goods, Shop, check, equal, run, tell

DAY = "2026-03-02"
PHONE = "13800000001"
NAME = "林晓梅"
STREET = "南京西路 1266 号 2 楼"
SAID = "对羊毛过敏"


def sell(till, variant):
    """Somebody joins, buys, orders to her home and tells of herself."""
    till.do("enrol_member", phone=PHONE, name=NAME, note=SAID)
    till.do("attach_member", phone=PHONE)
    till.do("note_member", phone=PHONE, kind="cannot", about=SAID)
    till.do("scan_barcode", digits=variant["barcode"])
    till.do("order_item", sku=variant["sku"], quantity=1, delivery="ship", recipient=NAME, phone=PHONE, address=STREET)
    till.do("pay", tender="card", amount_minor=2 * variant["price_minor"])


def says_nothing(folder):
    """Every file below the folder but the key, as its bytes lie there now."""
    looked_at = []
    for path in glob.glob(os.path.join(folder, "**"), recursive=True):
        if not os.path.isfile(path) or path.endswith("device.key"):
            continue
        looked_at.append(os.path.basename(path))
        with open(path, "rb") as file:
            held = file.read()
        for word in (PHONE, PHONE[::-1], NAME, STREET, SAID):
            check(word.encode() not in held, f"{word} stands in {path}")
    check({"till.db", "till.db-wal"} <= set(looked_at), f"books and log were looked at: {looked_at}")


def is_no_database(path):
    books = sqlite3.connect(path)
    try:
        books.execute("SELECT * FROM sqlite_schema").fetchall()
    except sqlite3.DatabaseError:
        return
    finally:
        books.close()
    check(False, f"{path} opens without its key")


def the_office_is_sealed_too(shop, till):
    """Its books are enciphered while nobody has them open, and serve tills by their key from then on."""
    plain = shop.path("office.db")
    till.sync_all()
    shop.stop_office()
    with open(plain, "rb") as file:
        check(PHONE.encode() in file.read(), "without a seal they say everything")
    check("key=FILE" in shop.command("seal", ok=False).err, "it says how a key is named")
    shop.database += "?key=" + shop.path("office.key")
    shop.command("seal")
    check("sealed already" in shop.command("seal", ok=False).err, "once is enough")
    shop.start_office()
    till.do("correct_member", phone=PHONE, part="note", value=SAID)
    till.sync_all()
    looked_at = [path for path in glob.glob(plain + "*") if not path.endswith(("-shm", "-writer", ".witness"))]
    for path in looked_at:
        with open(path, "rb") as file:
            held = file.read()
        for word in (PHONE, NAME, STREET, SAID):
            check(word.encode() not in held, f"{word} stands in {path}")
    check(len(looked_at) >= 2, f"books and log were looked at: {looked_at}")
    is_no_database(plain)
    check(shop.verify()["ok"], "with its key they are whole")


def story():
    with Shop() as shop:
        goods = Goods(styles=4)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        till = shop.open_till(DAY, float_minor=0)
        sell(till, goods.variants[0])
        the_office_is_sealed_too(shop, till)
        says_nothing(till.folder)  # While it runs.
        till.kill()
        says_nothing(till.folder)  # As a pulled plug leaves it.

        stolen = shop.path("stolen")
        shutil.copytree(till.folder, stolen, ignore=shutil.ignore_patterns("device.key"))
        is_no_database(os.path.join(stolen, "till.db"))
        check("device.key" in run(GUITAI, "verify", "--data", stolen, ok=False).err, "it says that the key is missing")
        with open(os.path.join(stolen, "device.key"), "w", encoding="ascii") as file:
            file.write("00" * 32 + "\n")
        run(GUITAI, "verify", "--data", stolen, ok=False)

        till.verify()
        run(GUITAI, "unseal", "--data", till.folder)
        with open(os.path.join(till.folder, "till.db"), "rb") as file:
            check(PHONE.encode() in file.read(), "without its seal it says everything")
        till.start()
        till.sync_all()
        equal(till.do("sign_in", name="王芳", pin="2468").get("ok"), True, "and the next start seals and opens it")
        equal(till.do("show_member", phone=PHONE)["member"]["name"], NAME, "with all that was in it")
        till.close()
        with open(os.path.join(till.folder, "till.db"), "rb") as file:
            check(PHONE.encode() not in file.read(), "and it is sealed again")
        till.verify()


if __name__ == "__main__":
    tell(story)
