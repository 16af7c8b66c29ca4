"""The shop of one golden ticket: founded with the real programs, or remembered from what they answered."""

import csv
import json

from support.shop import GUITAI, Shop, Till, equal, run
from support.tickets import OPENS, Place, clock_of, float_of, goods_row, member_row, offer_of, rows_of, rules_of

CLERK, OWNER = ("王芳", "2468"), ("周敏", "1357")


def write_csv(path, rows):
    columns = list(dict.fromkeys(column for row in rows for column in row))
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.DictWriter(file, columns, restval="")
        out.writeheader()
        out.writerows(rows)
    return path


class Setting:
    """What a page says of the shop, as the programs want it."""

    def __init__(self, ticket):
        self.ticket = ticket
        self.goods = rows_of(ticket, "goods", goods_row)
        self.members = rows_of(ticket, "members", member_row)
        self.offers = rows_of(ticket, "offers", offer_of)
        self.rules = rules_of(ticket)
        # Rules, debts and points that somebody brings along are a head office's to give.
        self.has_office = bool(ticket.parts["shop"]) or any(
            {"account_limit", "points"} & set(row) for row in self.members)
        # Each PIN takes a quarter of a second to be made slow to guess.
        self.needs_owner = any(text == "approved" for _, _, lines in ticket.visits for _, text in lines)
        self.float_minor = float_of(ticket)


class Founded(Setting):
    """A shop made for one page: by itself where that is enough, with a head office where it takes one."""

    def __enter__(self):
        self.shop = Shop()
        self.till = Till(self.shop.path("till"))
        try:
            with Place(self.ticket, 1):
                (self._with_office if self.has_office else self._alone)()
                self._open(CLERK if self.has_office else OWNER)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *error):
        self.till.kill()
        self.shop.__exit__(None, None, None)

    def _promotions(self):
        path = self.shop.path("promotions.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"format": "guitai.promotions", "version": 1, "revision": 1, "currency": "CNY",
                       "promotions": self.offers}, file)
        return path

    def _goods(self):
        return write_csv(self.shop.path("goods.csv"), self.goods)

    def _alone(self):
        run(GUITAI, "init", "--data", self.till.folder, "--store", "S01", "--till", "1", "--catalogue", self._goods(),
            "--promotions", self._promotions(), "--owner", OWNER[0], "--pin", OWNER[1], "--test")
        self.till.start()

    def _with_office(self):
        excluded = any(text == "prices without tax" for _, text in self.ticket.parts["shop"])
        self.shop.command("add-store", "--code", "S01", "--name", "人民路店", "--tax",
                          "excluded" if excluded else "included")
        self.shop.command("add-store", "--code", "W01", "--name", "总仓", "--kind", "warehouse")
        self.shop.command("import-catalogue", self._goods())
        stock = [{"location": place, "sku": row["Variant SKU"], "quantity": 50}
                 for row in self.goods for place in ("S01", "W01")]
        self.shop.command("import-stock", write_csv(self.shop.path("stock.csv"), stock))
        for (name, pin), role in ((CLERK, "clerk"), (OWNER, "owner")):
            if role == "clerk" or self.needs_owner:
                self.shop.command("add-staff", "--store", "S01", "--name", name, "--role", role, "--pin", pin)
        if self.members:
            self.shop.command("import-members", write_csv(self.shop.path("members.csv"), self.members))
        if self.offers:
            self.shop.command("import-promotions", self._promotions())
        path = self.shop.path("rules.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(self.rules, file)
        self.shop.command("set-rules", "--store", "S01", path)
        self.shop.start_office()
        self.till = self.shop.enrol("S01")
        self.till.sync_all()

    def _open(self, staff):
        self.till.do("set_clock", at=clock_of(OPENS))
        self.till.do("sign_in", name=staff[0], pin=staff[1])
        self.till.do("open_shift", float_minor=self.float_minor)
        if not self.has_office:
            for row in self.members:
                self.till.do("enrol_member", **row)

    def reprice(self, sku, price):
        for row in self.goods:
            if row["Variant SKU"] == sku:
                row["Variant Price"] = price
        self.shop.command("import-catalogue", self._goods())

    def handle(self, order, word):
        """The head office accepts an order, ships it, says that it was delivered."""
        body = {"carrier": "顺丰", "tracking": "SF1"} if word == "ship" else {}
        status, told = self.shop.http("POST", f"/v1/orders/{order}/{word}", self.shop.token(), body)
        equal(status // 100, 2, f"{word}: {told}")


class Remembered(Setting):
    """The same shop once more, out of what its till answered: for a page that asks alike and expects otherwise."""

    def __init__(self, ticket, heard):
        super().__init__(ticket)
        self.till = Till("")
        rest = iter(heard)

        def say(line):
            asked, answer = next(rest)
            equal(line, asked, "what the till is asked")
            return answer

        self.till.say = say

    def reprice(self, sku, price):
        pass

    def handle(self, order, word):
        pass
