"""Plays the visits of a golden ticket at its till, and holds what the page says against what came."""

import re

from support.shop import check, equal
from support.ticket_shop import OWNER, Founded, Remembered
from support.tickets import Place, Unreadable, clock_of, fen, number, yuan

TENDERS = ("cash", "card", "cod", "wallet", "on_account", "foreign_cash", "points", "stored_value", "gift_card")


def figures(said):
    """"total 12.00 tax 1.38" as pairs."""
    words = said.split()
    if len(words) % 2:
        raise Unreadable("figures come in pairs: a word and its amount")
    return dict(zip(words[::2], words[1::2]))


def compare(said, got, names, counts=()):
    """Each figure of `names` as said on the page, or nothing where it is not said; `counts` are no money."""
    unknown = set(said) - set(names)
    if unknown:
        raise Unreadable(f"{sorted(unknown)[0]!r} is no figure here")
    wrong = []
    for name in names:
        read, shown = (number, str) if name in counts else (fen, yuan)
        wanted = read(said[name]) if name in said else 0
        if wanted != got.get(name, 0):
            wrong.append(f"{name} {shown(wanted)} expected, {shown(got.get(name, 0))} came")
    check(not wrong, "; ".join(wrong))


# What is done in a visit: how it is written, and what the till is asked.

def quantity(text):
    return float(text) if text and "." in text else int(text or 1)


def pay_fields(player, tender, amount, rest):
    if tender not in TENDERS:
        raise Unreadable(f"{tender!r} is no tender")
    if tender == "foreign_cash":
        return {"tender": tender, "currency": amount, "foreign_minor": fen(rest)}
    fields = {"tender": tender, "amount_minor": fen(amount)}
    if rest:
        fields["code" if tender == "gift_card" else "reason"] = rest
    return fields


def discount_fields(player, line, off, reason):
    how = {"percent": number(off[:-1])} if off.endswith("%") else {"amount_minor": fen(off)}
    return {"line": int(line), "reason": reason, **how}


STEPS = (
    (r"member (\S+)", "attach_member", lambda player, name: {"phone": player.phone(name)}),
    (r"take (\S+)(?: (\d+(?:\.\d+)?))?", "add_product", lambda player, sku, n: {"sku": sku, "quantity": quantity(n)}),
    (r"back (\S+) line (\d+)(?: pieces (\d+(?:\.\d+)?))?", "return_line", lambda player, visit, line, n: {
        "receipt": player.receipt(visit), "line": int(line), "quantity": quantity(n), "reason": "尺码不合"}),
    (r"unseen (\S+)(?: (\d+))?", "return_goods", lambda player, sku, n: {
        "sku": sku, "quantity": int(n or 1), "reason": "无小票"}),
    (r"swap (\S+) line (\d+) for (\S+)", "swap_line", lambda player, visit, line, sku: {
        "receipt": player.receipt(visit), "line": int(line), "sku": sku}),
    (r"price drop (\S+) line (\d+)", "claim_price_drop", lambda player, visit, line: {
        "receipt": player.receipt(visit), "line": int(line)}),
    (r"send (\S+) to (\S+) (\S+) (.+)", "order_item", lambda player, sku, name, phone, where: {
        "sku": sku, "delivery": "ship", "recipient": name, "phone": phone, "address": where}),
    (r"fee line (\d+) (\S+)", "set_delivery", lambda player, line, fee: {
        "line": int(line), "delivery": "ship", "fee_minor": fen(fee)}),
    (r"off line (\d+) (\S+) (.+)", "discount_line", discount_fields),
    (r"coupon from (\S+)", "add_coupon", lambda player, visit: {"code": player.coupon(visit)}),
    (r"coupon (\S+)", "add_coupon", lambda player, code: {"code": code}),
    (r"points (\d+)", "redeem_points", lambda player, points: {"points": int(points)}),
    (r"approved", "approve", lambda player: {"name": OWNER[0], "pin": OWNER[1]}),
    (r"park", "park", lambda player: {}),
    (r"recall", "recall", lambda player: {"ticket": player.parked}),
    (r"clear", "clear_ticket", lambda player: {}),
    (r"pay (\S+) (\S+)(?: (.+))?", "pay", pay_fields),
    (r"load (\S+) (\S+) (\S+)", "top_up", lambda player, name, tender, amount: {
        "phone": player.phone(name), "tender": tender, "amount_minor": fen(amount)}),
    (r"sell gift card (\S+) (\S+) (\S+)", "sell_gift_card", lambda player, code, tender, amount: {
        "code": code, "tender": tender, "amount_minor": fen(amount)}),
    (r"owed (\S+) pays (\S+) (\S+)", "pay_account", lambda player, name, tender, amount: {
        "phone": player.phone(name), "tender": tender, "amount_minor": fen(amount)}),
)

# What is looked at in a visit, and who looks.
LOOKS = (
    (r"books(.*)", "books"),
    (r"line (\d+) (.+)", "line"),
    (r"why line (\d+)(.*)", "why"),
    (r"has (\S+) (.+)", "has"),
    (r"left (\S+) line (\d+) (\d+)", "left"),
    (r"card (\S+) (\S+)", "card"),
    (r"prints (.+)", "prints"),
    (r"clock (.+)", "clock"),
    (r"reprice (\S+) (\d+\.\d\d)", "reprice"),
    (r"order (accept|ship|deliver)", "order"),
    (r"refused ([\w.]+): (.+)", "refused"),
)

BOOKS = ("total", "discount", "tax", "delivery", *TENDERS, "change", "rounding", "earned", "taken_back", "redeemed")
DAY = ("turnover", "orders", "tax", "discounts", *TENDERS, "drawer")
LINE = ("total", "discount", "tax")
COUNTS = ("earned", "taken_back", "redeemed")


class Player:
    """Plays the visits of one page at its till, and holds what is said against what came."""

    def __init__(self, founded):
        self.founded, self.till, self.ticket = founded, founded.till, founded.ticket
        self.sales = {}  # By the name of the visit.
        self.visit, self.cart, self.parked = "", {}, 0

    def phone(self, name):
        found = [row["phone"] for row in self.founded.members if row["name"] == name]
        if not found:
            raise Unreadable(f"{name!r} is no member")
        return found[0]

    def sale(self, visit):
        if visit not in self.sales:
            raise Unreadable(f"nothing was sold in a visit {visit!r}")
        return self.sales[visit]

    def receipt(self, visit):
        return self.sale(visit)["receipt"]

    def coupon(self, visit):
        found = re.search(re.escape(self.receipt(visit)) + r"-1-\d+", self.sale(visit)["text"])
        check(found, "no coupon stands on the receipt")
        return found.group()

    def play(self):
        for at, head, lines in self.ticket.visits:
            with Place(self.ticket, at):
                self.visit, _, when = head.partition(" at ")
                if when:
                    self.clock(when)
            for line, text in lines:
                with Place(self.ticket, line):
                    self.step(text)
        lines = self.ticket.parts["day"]
        with Place(self.ticket, lines[0][0]):
            self.day(figures(" ".join(text for _, text in lines)))

    def step(self, text):
        for form, look in LOOKS:
            found = re.fullmatch(form, text)
            if found:
                return getattr(self, look)(*found.groups())
        return self.done(*self.asked(text))

    def asked(self, text):
        for form, do, make in STEPS:
            found = re.fullmatch(form, text)
            if found:
                return do, make(self, *found.groups())
        raise Unreadable(f"nobody knows how to do {text!r}")

    def done(self, do, fields):
        answer = self.till.do(do, **fields)
        if do == "park":
            self.parked = answer["ticket"]
        if do in ("top_up", "sell_gift_card", "pay_account") and self.founded.has_office:
            self.till.sync_all()
        if "sale" in answer:
            self.sales[self.visit] = answer["sale"]
        else:
            self.cart = self.till.do("show", what="cart")["cart"]

    def books(self, said):
        """books total 12.00 cash 12.00 change 8.00: the ticket that this visit ended with."""
        sale, cart = self.sale(self.visit), self.cart
        found = self.till.do("find_sale", receipt=sale["receipt"])
        got = {name: cart[name + "_minor"] for name in ("discount", "tax", "delivery")}
        got.update(total=sale["total_minor"], change=sale["change_minor"], earned=sale["points_earned"],
                   taken_back=cart["points_back"], redeemed=sale["points_redeemed"])
        for tender in found["tenders"]:
            got[tender["tender"]] = got.get(tender["tender"], 0) + tender["amount_minor"]
        got["rounding"] = sale["total_minor"] - (sale["given_minor"] - sale["change_minor"])
        equal(sum(got.get(tender, 0) for tender in TENDERS), got["total"], "tenders add up to the ticket")
        equal(sum(line["total_minor"] for line in cart["lines"]), got["total"], "lines add up to the ticket")
        compare(figures(said), got, BOOKS, COUNTS)

    def one_line(self, line):
        found = [one for one in self.cart.get("lines", ()) if one["line"] == int(line)]
        check(found, f"line {line} expected, there is none")
        return found[0]

    def line(self, line, said):
        """line 1 kind sale total 26.00 discount 13.00 tax 2.99 each 13.00+13.00: what is not said is not looked at."""
        line, said = self.one_line(line), figures(said)
        if "each" in said:
            each = "+".join(yuan(price) for price in line["prices_minor"])
            equal(each, said.pop("each"), "price of each piece")
        if "kind" in said:
            equal(line["kind"], said.pop("kind"), "kind of line")
        compare({**{name: yuan(line[name + "_minor"]) for name in LINE}, **said},
                {name: line[name + "_minor"] for name in LINE}, LINE)

    def why(self, line, said):
        """why line 1 FULL 15.00 TEN 10.00: each offer and what it took off; a hand's is called hand."""
        reasons = self.one_line(line)["why"]
        came = [f"{reason['promotion'] or 'hand'} {yuan(reason['amount_minor'])}" for reason in reasons]
        equal(" ".join(came), " ".join(said.split()), "why")

    def has(self, name, said):
        """has 陈静 points 20 stored 100.00, once all is sent on."""
        if self.founded.has_office:
            self.till.sync_all()
        member = self.till.do("attach_member", phone=self.phone(name))["member"]
        self.till.do("detach_member")
        got = {"points": member["points"], "stored": member["stored_value_minor"]}
        compare(figures(said), got, ("points", "stored"), ("points",))

    def left(self, visit, line, pieces):
        """left sale line 1 2: so many pieces may still come back."""
        lines = self.till.do("find_sale", receipt=self.receipt(visit))["lines"]
        equal(lines[int(line) - 1]["returnable"], int(pieces), "pieces that may still come back")

    def card(self, code, amount):
        """card CODE 12.00: what is left on a gift card."""
        self.till.sync_all()
        equal(yuan(self.till.do("gift_card", code=code)["balance_minor"]), amount, "left on the gift card")

    def prints(self, words):
        text = self.sale(self.visit)["text"]
        check(words in " ".join(text.split()), f"{words!r} expected on the receipt:\n{text}")

    def clock(self, moment):
        self.till.do("set_clock", at=clock_of(moment))

    def reprice(self, sku, price):
        """reprice COAT 799.00: the head office has a new price."""
        self.founded.reprice(sku, price)
        self.till.sync_all()
        self.till.sync_all()

    def order(self, word):
        """order accept, order ship, order deliver: the head office, of the latest order."""
        self.till.sync_all()
        orders = [order for sale in self.sales.values() for order in sale["orders"]]
        check(orders, "nothing was ordered")
        self.founded.handle(orders[-1], word)
        self.till.sync_all()

    def refused(self, code, step):
        """refused pay.too_much: pay card 70.00"""
        do, fields = self.asked(step)
        self.till.refused(code, do, **fields)

    def day(self, said):
        said.pop("float")
        report = self.till.do("x_report")["report"]
        got = {name: report[name + "_minor"] for name in ("turnover", "tax", "discounts")}
        got.update(orders=report["order_turnover_minor"], drawer=report["expected_minor"])
        got.update({tender["tender"]: tender["amount_minor"] for tender in report["tenders"]})
        compare(said, got, DAY)
        closed = self.till.do("close_shift", counted_minor=report["expected_minor"])["report"]
        equal(closed["variance_minor"], 0, "variance of the drawer")


def play(ticket):
    """Plays one page; Wrong with file and line where the books say otherwise. All that the till answered."""
    heard = []
    with Founded(ticket) as founded:
        say = founded.till.say

        def remember(line):
            heard.append((line, say(line)))
            return heard[-1][1]

        founded.till.say = remember
        Player(founded).play()
        founded.till.close()
        check(founded.till.verify()["ok"], f"{ticket.path}: the till's books are whole")
    return heard


def play_again(ticket, heard):
    """A page that differs from the one played only in what it expects, against what was answered then."""
    Player(Remembered(ticket, heard)).play()
