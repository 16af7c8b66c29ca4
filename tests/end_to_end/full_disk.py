#!/usr/bin/env python3
"""A disk that is full: one clear refusal, nothing half done, and work goes on when there is room.

On a small disk of its own in memory; where nobody may mount one, there is nothing to try."""

import json
import os
import subprocess
import sys

from support.shop import GUITAI, OFFICE, SKIPPED, Goods, Shop, check, equal, run, tell

DAY = "2025-11-22"
ENOUGH_SALES = 20000


class SmallDisk:
    """A file system of a few megabytes, and a ballast that takes the room away and gives it back."""

    def __init__(self, folder, megabytes):
        self.folder = folder
        os.makedirs(folder)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "guitai-story", folder],
                              capture_output=True, check=False)
        if done.returncode != 0:
            print("no small disk may be mounted here")
            sys.exit(SKIPPED)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.folder], capture_output=True, check=False)

    def free(self):
        disk = os.statvfs(self.folder)
        return disk.f_bavail * disk.f_frsize

    def load(self, left):
        """Leaves so many bytes free."""
        with open(os.path.join(self.folder, "ballast"), "wb") as file:
            file.write(b"\0" * max(0, self.free() - left))

    def unload(self):
        os.remove(os.path.join(self.folder, "ballast"))


def sell_until_full(till, goods, sold):
    """Sells until the disk says no; the code and the words of that no."""
    for _ in range(ENOUGH_SALES):
        variant = goods.variants[len(sold) % 40]
        scanned = till.ask("scan_barcode", digits=variant["barcode"])
        if not scanned["ok"]:
            return scanned
        paid = till.ask("pay", tender="cash", amount_minor=variant["price_minor"])
        if not paid["ok"]:
            return paid
        sold.append(variant["price_minor"])
        equal(paid["sale"]["receipt"][-6:], f"{len(sold):06d}", "receipts without a gap")
    raise AssertionError("the disk was never full")


def full_till(shop, goods, disk):
    till = shop.enrol("S01", name=os.path.join("disk", "till"))
    till.sync_all()
    till.do("set_clock", at=f"{DAY}T10:00:00+08:00")
    till.do("sign_in", name="王芳", pin="2468")
    till.do("open_shift", float_minor=0)
    disk.load(300_000)
    sold = []
    said = sell_until_full(till, goods, sold)
    equal(said["code"], "folder.disk_full", f"what a till says of a full disk after {len(sold)} sales")
    check("\n" not in said["message"] and said["message"], "one line")
    for _ in range(3):  # Again and again: still nothing half done.
        equal(till.ask("pay", tender="cash", amount_minor=1_000_000)["code"], "folder.disk_full", "the next try")
    check(till.do("show", what="cart")["ok"], "the till still answers")
    till.kill()
    check(till.verify()["ok"], "the books of a till with a full disk are whole")
    disk.unload()
    till.start()
    till.do("sign_in", name="王芳", pin="2468")
    disk.load(300_000)
    said = sell_until_full(till, goods, sold)
    equal(said["code"], "folder.disk_full", "full once more")
    disk.unload()
    paid = till.do("pay", tender="cash", amount_minor=goods.variants[len(sold) % 40]["price_minor"])
    sold.append(paid["sale"]["total_minor"])  # The same cart, as soon as there is room.
    till.sync_all()
    till.do("close_shift", counted_minor=sum(sold))
    till.do("close_day")
    till.sync_all()
    till.close()
    till.verify()
    equal(shop.http("GET", f"/v1/stores/S01/days/{DAY}", shop.token())[1]["turnover_minor"], sum(sold), "takings")
    print(f"{len(sold)} sales over two full disks")


def full_while_enrolling(shop, disk):
    disk.load(20_000)
    folder = os.path.join(disk.folder, "new")
    done = run(GUITAI, "enrol", "--data", folder, "--office", shop.url, "--code", shop.enrol_code("S01"), ok=False)
    equal((done.returncode, len(done.err.strip().splitlines())), (2, 1), f"exit and lines: {done.err!r}")
    disk.unload()


def full_while_importing(shop, goods, disk):
    """The office's own disk: a catalogue that does not fit leaves no style behind."""
    database = "sqlite:" + os.path.join(disk.folder, "office.db")
    run(OFFICE, "add-store", "--db", database, "--code", "S01", "--name", "人民路店")
    disk.load(200_000)
    done = run(OFFICE, "import-catalogue", "--db", database, goods.write_shopify(shop.path("many.csv")), ok=False)
    equal((done.returncode, len(done.err.strip().splitlines())), (2, 1), f"exit and lines: {done.err!r}")
    check("full" in done.err, f"it says what is wrong: {done.err!r}")
    disk.unload()
    told = json.loads(run(OFFICE, "verify", "--db", database).out)
    equal(told["events"], 1, "events after an import that did not fit")
    run(OFFICE, "import-catalogue", "--db", database, shop.path("many.csv"))


def full_office(shop, goods, disk):
    """The office can not write: the till sells on, is told, and everything arrives when there is room."""
    shop.stop_office()
    shop.database = "sqlite:" + os.path.join(disk.folder, "served.db")
    shop.found(shop.path("goods.csv"), shop.path("stock.csv"))
    shop.start_office()
    till = shop.enrol("S01")
    till.sync_all()
    till.do("set_clock", at=f"{DAY}T10:00:00+08:00")
    till.do("sign_in", name="王芳", pin="2468")
    till.do("open_shift", float_minor=0)
    till.sync_all()
    disk.load(100_000)
    total, answer = 0, {"pending": 0}
    for number in range(2000):
        variant = goods.variants[number % 40]
        till.do("scan_barcode", digits=variant["barcode"])
        till.do("pay", tender="cash", amount_minor=variant["price_minor"])
        total += variant["price_minor"]
        if number % 50 == 49:
            answer = till.do("sync", timeout_ms=300)
            if answer["pending"]:
                break
    check(answer["pending"] > 0, "the office's disk was never full")
    equal(answer["office"].get("problem"), "office.unavailable", "what the till hears of a full office")
    equal(shop.http("GET", "/v1/health")[0], 200, "the office with a full disk still answers")
    check(shop.office.poll() is None, "the office with a full disk still runs")
    disk.unload()
    till.sync_all()
    till.close()
    till.verify()
    shop.verify()
    equal(shop.http("GET", f"/v1/stores/S01/days/{DAY}", shop.token())[1]["turnover_minor"], total, "takings")


def story():
    with Shop() as shop, SmallDisk(shop.path("disk"), 24) as disk:
        goods = Goods(styles=10)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        full_till(shop, goods, disk)
        full_while_enrolling(shop, disk)
        full_while_importing(shop, Goods(styles=300), disk)
        full_office(shop, goods, disk)
        for till in shop.tills:
            till.kill()
        shop.stop_office()


if __name__ == "__main__":
    tell(story)
