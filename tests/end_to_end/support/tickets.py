"""Golden tickets: a page of plain text is read, played at a real till, and every figure on it compared.

A page opens with its title in both languages and the arithmetic in words. Then come
sections, each a word at the margin with lines set in below it:

  goods     sku, name, price, and perhaps tax 9%, member 9.90, in 女装/裤装, style S, size L, tag 夏, weighed, fixed
            (fixed: takes no discount); where no tax is said it is 13%
  shop      what the shop is told otherwise than usual; see RULES
  members   name, phone, and tier gold, birthday 1990-03-02, limit 500.00 (挂账), points 2000
  offers    promotions in their form, one JSON object a line
  visit     its name, perhaps "at 2026-03-02 10:00"; what is done, in order; see ticket_player.py
  day       the float and what the X report says at the end

Of `books` and `day` what is not said is nothing: a tender or a discount that is not
on the page must not be in the books. Amounts are yuan with two decimals. In `books`
earned, taken_back and redeemed are points, and rounding is what was asked for less
what stayed here; the discount of a return is what it brings less its list price.
"""

import json
import re

from support.shop import Wrong

OPENS = "2026-03-02 10:00"
SECTIONS = ("goods", "shop", "members", "offers", "visit", "day")


class Unreadable(Wrong):
    """The page says something that nobody can play."""


def fen(text):
    found = re.fullmatch(r"(-?)(\d+)\.(\d\d)", text)
    if not found:
        raise Unreadable(f"{text!r} is no amount like 12.50")
    minor = int(found[2]) * 100 + int(found[3])
    return -minor if found[1] else minor


def yuan(minor):
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100}.{abs(minor) % 100:02d}"


def number(text):
    if not re.fullmatch(r"-?\d+", text):
        raise Unreadable(f"{text!r} is no whole number")
    return int(text)


class Ticket:
    """One page as it was read: each section a list of (line number, text)."""

    def __init__(self, path, text):
        self.path = path
        self.parts = {name: [] for name in ("goods", "shop", "members", "offers", "day")}
        self.visits = []  # (line number, what stands behind the word, its lines)
        here = None
        for at, line in enumerate(text.splitlines(), 1):
            if not line.strip():
                continue
            if not line.startswith(" "):
                here = self._open(at, line, here)
            elif here is not None:
                here.append((at, line.strip()))
        with Place(self, len(text.splitlines())):
            if not (self.parts["goods"] and self.visits and self.parts["day"]):
                raise Unreadable("a ticket has goods, a visit and a day")

    def _open(self, at, line, here):
        word, _, rest = line.partition(" ")
        if word not in SECTIONS:
            with Place(self, at):
                if here is not None:
                    raise Unreadable(f"{word!r} is no section")
            return None  # Still the words before the first section.
        if word != "visit":
            return self.parts[word]
        self.visits.append((at, rest.strip(), []))
        return self.visits[-1][2]


class Place:
    """Whatever goes wrong inside says file and line."""

    def __init__(self, ticket, line):
        self.where = f"{ticket.path}:{line}"

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if isinstance(error, Wrong) and not getattr(error, "placed", False):
            told = type(error)(f"{self.where}: {error}")
            told.placed = True
            raise told from error


# What stands on a page, as the programs want it.

FLAGS = {"weighed": ("Weighed", "yes"), "fixed": ("Discountable", "no")}
OPTIONS = {"tax": "Tax Rate", "member": "Member Price", "in": "Type", "style": "Handle", "size": "Option1 Value",
           "tag": "Tags"}


def options_of(words, known, flags=()):
    """["tax", "9%", "weighed"] as pairs; a word that is not known is refused."""
    words = list(words)
    while words:
        word = words.pop(0)
        if word in flags:
            yield word, None
        elif word in known and words:
            yield word, words.pop(0)
        else:
            raise Unreadable(f"{word!r} is not known here")


def goods_row(text):
    found = re.fullmatch(r"(\S+)\s+(.+?)\s+(\d+\.\d\d)(?:\s+(.*))?", text)
    if not found:
        raise Unreadable("goods are: sku, name, price, and what else is said of them")
    row = {"Handle": found[1], "Title": found[2], "Variant SKU": found[1], "Variant Price": found[3],
           "Option1 Name": "尺码", "Variant Inventory Qty": "50", "Tax Rate": "13", "Status": "active"}
    for word, value in options_of((found[4] or "").split(), OPTIONS, FLAGS):
        column, value = FLAGS[word] if word in FLAGS else (OPTIONS[word], value.rstrip("%"))
        row[column] = value
    if "Option1 Value" not in row:
        del row["Option1 Name"]
    return row


MEMBER = {"tier": "tier", "birthday": "birthday", "limit": "account_limit", "points": "points"}


def member_row(text):
    if len(text.split()) < 2:
        raise Unreadable("members are: name, phone, and what else is said of them")
    name, phone, *words = text.split()
    row = {"name": name, "phone": phone}
    row.update({MEMBER[word]: value for word, value in options_of(words, MEMBER)})
    if "points" in row:
        row["points_expire"] = "2027-12-31"
    return row


# The lines of `shop`: what they look like, and what that is in the rules of a shop.
RULES = (
    (r"round cash (down|nearest) to (\S+)", lambda way, coin: {"rounding": way, "coin_minor": fen(coin)}),
    (r"prices hold (\d+) minutes", lambda minutes: {"hold_minutes": int(minutes)}),
    (r"price guarantee (\d+) days", lambda days: {"price_guarantee_days": int(days)}),
    (r"(\d+) points pay 1\.00", lambda points: {"points": {"per_yuan": int(points)}}),
    (r"([A-Z]{3}) 1\.00 is (\S+)", lambda name, worth: {"currencies": [
        {"currency": name, "fen_per_1000": fen(worth) * 10}]}),
    (r"who pays in (\S+) has (\S+) on top", lambda paid, bonus: {"value": {"steps": [
        {"from_minor": fen(paid), "bonus_minor": fen(bonus)}]}}),
    (r"prices without tax", lambda: {}),
    (r"a head office", lambda: {}),
)


def rules_of(ticket):
    rules = {}
    for at, text in ticket.parts["shop"]:
        with Place(ticket, at):
            told = [(re.fullmatch(form, text), make) for form, make in RULES]
            told = [make(*found.groups()) for found, make in told if found]
            if not told:
                raise Unreadable(f"a shop knows no {text!r}")
            rules.update(told[0])
    return rules


def rows_of(ticket, part, read):
    rows = []
    for at, text in ticket.parts[part]:
        with Place(ticket, at):
            rows.append(read(text))
    return rows


def offer_of(text):
    try:
        return json.loads(text)
    except ValueError as error:
        raise Unreadable(f"no JSON: {error}") from error


def clock_of(text):
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d)", text)
    if not found:
        raise Unreadable(f"{text!r} is no moment like {OPENS}")
    return f"{found[1]}T{found[2]}:00+08:00"


def float_of(ticket):
    at, text = ticket.parts["day"][0]
    with Place(ticket, at):
        word, amount = (text.split() + ["", ""])[:2]
        if word != "float":
            raise Unreadable("the first figure of a day is its float")
        return fen(amount)
