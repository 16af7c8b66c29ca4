#!/usr/bin/env python3
"""Three tills and their head office, each in a network of its own, while links are cut and healed, tills are killed and
one comes back from an old disk: never more points are spent than were earned, what a till says it holds it gives, and
the copy is found and set aside.

GUITAI_STEPS=2000 is the long form; GUITAI_SEED repeats what a run chose, not the moment at which a kill fell. Needs
network namespaces; without them it is skipped."""

import os
import random
import shutil
import time

from support.links import Link, LinkedTill, with_own_network
from support.shop import GUITAI, Goods, Shop, check, equal, run, tell

DAY = "2026-03-02"
STEPS = int(os.environ.get("GUITAI_STEPS", "160"))
PHONES = [f"1380000000{number}" for number in range(1, 6)]
ASIDE = ("journal.fork", "till.set_aside")
AT_ONCE_MS = 200


class Counter:
    """A till behind a link, and the clerk who keeps count of what members earned and spent at it."""

    def __init__(self, shop, number, points):
        self.link, self.points, self.number = Link(number), points, number
        self.till = LinkedTill(shop.path(f"till-{number}"), self.link)
        run(*self.link.enter, GUITAI, "enrol", "--data", self.till.folder, "--office",
            f"http://{self.link.office}:{shop.port}", "--code", shop.enrol_code("S01"), "--test")
        shop.tills.append(self.till)
        self.spent_cut_off, self.set_aside = 0, False
        self.till.start()
        self.till.sync_all()
        self.till.do("set_clock", at=f"{DAY}T10:00:00+08:00")
        self.sign_in()
        self.till.do("open_shift", float_minor=0)

    def sign_in(self):
        self.till.do("sign_in", name="王芳", pin="2468")

    def restart(self):
        self.till.start()
        self.sign_in()

    def listen(self, timeout_ms=AT_ONCE_MS):
        answer = self.till.do("sync", timeout_ms=timeout_ms)
        self.set_aside = self.set_aside or answer["office"].get("problem") in ASIDE
        return answer

    def cut(self):
        self.link.turn(up=False)
        self.listen()  # What was on its way has come or never will.

    def heal(self):
        self.link.turn(up=True)
        self.listen(2000)

    def tickets(self):
        return self.till.do("x_report")["report"]["tickets"]

    def begin(self, phone, variant):
        self.till.do("attach_member", phone=phone)
        self.till.do("scan_barcode", digits=variant["barcode"])
        return self.till.do("show", what="cart")["cart"]

    def spend(self, cart, chance):
        """Some of the points that the till says it has; without a line it keeps its word and gives not one more."""
        here = cart["points_here"]
        if not self.link.is_up and chance.random() < 0.1:  # It asks once more before it says so.
            self.till.refused("points.only_offline", "redeem_points", points=here + 1)
        if here == 0:
            return
        wanted = chance.randint(1, here)
        if self.link.is_up:  # Another till may be asked for them; a no is an answer.
            self.till.ask("redeem_points", points=wanted)
        else:
            equal(self.till.do("redeem_points", points=wanted)["cart"]["points_redeemed"], wanted, "points on the ticket")
            self.spent_cut_off += 1

    def buy(self, phone, variant, chance, spend_at=0.6):
        """`spend_at`: how likely she spends points with it."""
        cart = self.begin(phone, variant)
        if chance.random() < spend_at:
            self.spend(cart, chance)
        due = self.till.do("show", what="cart")["cart"]["due_minor"]
        sale = self.till.do("pay", tender="cash", amount_minor=due)["sale"]
        self.count(phone, sale["points_earned"] - sale["points_redeemed"])

    def count(self, phone, points):
        self.points[phone] += points
        check(self.points[phone] >= 0, f"{phone} spent what was never earned: {self.points}")

    def die_while_paying(self, phone, variant, chance):
        """Killed inside a payment: afterwards the sale is in the books, whole, or it is not."""
        cart, before = self.begin(phone, variant), self.tickets()
        self.till.process.stdin.write(b'{"do":"pay","tender":"cash","amount_minor":%d}\n' % cart["due_minor"])
        self.till.process.stdin.flush()
        time.sleep(chance.random() * 0.004)
        self.till.kill()
        self.restart()
        if self.tickets() > before:
            self.count(phone, cart["points_earned"])


class Chain:
    def __init__(self, shop, goods, chance):
        self.shop, self.goods, self.chance = shop, goods, chance
        self.points = dict.fromkeys(PHONES, 0)
        self.counters = [Counter(shop, number, self.points) for number in (1, 2, 3)]
        for phone in PHONES:
            self.counters[0].till.do("enrol_member", phone=phone, name="会员")
        self.listen_all()

    def listen_all(self):
        for _ in range(3):  # What one gives back the others hear of afterwards.
            for counter in self.counters:
                counter.heal()

    def step(self):
        counter, what = self.chance.choice(self.counters), self.chance.random()
        phone, variant = self.chance.choice(PHONES), self.chance.choice(self.goods.variants)
        if what < 0.62:
            counter.buy(phone, variant, self.chance)
        elif what < 0.72:
            counter.cut()
        elif what < 0.84:
            counter.heal()
        elif what < 0.92:
            counter.die_while_paying(phone, variant, self.chance)
        else:
            counter.listen()

    def spend_what_was_just_earned(self):
        """Whatever chance brings afterwards: once without a line, in the process that earned it."""
        counter, variant = self.counters[1], self.goods.variants[0]
        counter.cut()
        counter.buy(PHONES[0], variant, self.chance, spend_at=0)
        counter.buy(PHONES[0], variant, self.chance, spend_at=1)
        equal(counter.spent_cut_off, 1, "times points were spent without a line")
        counter.heal()

    def steps(self, count):
        for _ in range(count):
            self.step()

    def keep_a_copy(self):
        counter = self.counters[2]
        counter.heal()
        counter.till.close()
        shutil.copytree(counter.till.folder, self.shop.path("old-disk"))
        counter.restart()

    def put_the_copy_back(self):
        """All that the disk had is at the head office; the old one sells before it is heard."""
        counter = self.counters[2]
        counter.heal()
        counter.till.sync_all()
        counter.till.kill()
        shutil.rmtree(counter.till.folder)
        shutil.copytree(self.shop.path("old-disk"), counter.till.folder)
        counter.link.turn(up=False)
        counter.restart()
        for phone in PHONES:
            counter.buy(phone, self.goods.variants[0], self.chance)
        counter.heal()
        check(counter.set_aside, "the copy is found")

    def agree(self):
        self.listen_all()
        for counter in self.counters:
            counter.till.sync_all()
        tills = {each["till"]: each for each in self.shop.http("GET", "/v1/health")[1]["tills"]}
        aside = sorted(till for till, each in tills.items() if each["set_aside"])
        check(aside, f"somebody is set aside: {tills}")
        for till in aside:
            self.shop.command("write-off", "--till", str(till), "--name", "老板")
        self.listen_all()
        for phone in PHONES:
            member = self.shop.http("GET", f"/v1/members/{phone}", self.shop.token())[1]
            equal(member["points"] - member["points_owed"], self.points[phone], f"points of {phone} at the head office")
            for counter in self.counters:
                at_till = counter.till.do("attach_member", phone=phone)["member"]
                counter.till.do("clear_ticket")
                if not counter.set_aside:
                    equal(at_till["points"] - at_till["points_owed"], self.points[phone],
                          f"points of {phone} at till {counter.number}")
        for counter in self.counters:
            counter.till.close()
            counter.till.verify()
        check(self.shop.verify()["ok"], "the office's books are whole")


def story():
    seed = int(os.environ.get("GUITAI_SEED", random.SystemRandom().randrange(1_000_000)))
    print(f"GUITAI_SEED={seed} GUITAI_STEPS={STEPS}", flush=True)
    with Shop() as shop:
        goods = Goods(styles=4)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.set_rules({"points": {"ahead_max": 300}})
        shop.host = "0.0.0.0"  # Every link ends at another of its addresses.
        shop.start_office()
        chain = Chain(shop, goods, random.Random(seed))
        chain.spend_what_was_just_earned()
        chain.steps(STEPS // 3)
        chain.keep_a_copy()
        chain.steps(STEPS // 3)
        chain.put_the_copy_back()
        chain.steps(STEPS - 2 * (STEPS // 3))
        chain.agree()
        print(f"{sum(counter.spent_cut_off for counter in chain.counters)} times points were spent without a line")


if __name__ == "__main__":
    with_own_network()
    tell(story)
