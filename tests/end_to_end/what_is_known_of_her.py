#!/usr/bin/env python3
"""A member's file: kept at two tills and the head office, with and without a line, and nothing sent unasked."""

import json

from support.console import Console
from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-03-02"
PHONE = "13800000001"


def office_knows(shop):
    return shop.http("GET", f"/v1/members/{PHONE}", shop.token())[1]


def audience(shop, purpose="offers", channel="sms"):
    return shop.command("audience", "--purpose", purpose, "--channel", channel).out


def tiers(shop, one, two, variant):
    """Silver is reached by one sale, seen at once where it was made and then everywhere."""
    one.do("enrol_member", phone=PHONE, name="林晓梅")
    one.do("attach_member", phone=PHONE)
    one.do("scan_barcode", digits=variant["barcode"])
    text = one.do("pay", tender="cash", amount_minor=variant["price_minor"])["sale"]["text"]
    check("Tier" in text and "Silver" in text, f"the receipt says which tier she has\n{text}")
    her = one.do("attach_member", phone=PHONE)["member"]
    equal((her["tier"], her["next_tier"]), ("silver", "gold"), "her tier where she bought")
    equal(her["next_tier_missing"], 100000 - variant["price_minor"] // 100, "what is missing for gold")
    one.do("detach_member")
    for till in (one, two):
        till.sync_all()
    equal(two.do("attach_member", phone=PHONE)["member"]["tier"], "silver", "her tier at the other till")
    two.do("detach_member")
    equal(office_knows(shop)["tier"], "silver", "her tier at the head office")


def corrections(shop, one, two):
    """Two tills without a line put different things right, and nothing of it is lost."""
    shop.stop_office()
    for till in (one, two):
        till.ask("sync", timeout_ms=300)
    one.do("correct_member", phone=PHONE, part="usual_size", value="165/88A")
    two.do("correct_member", phone=PHONE, part="birthday", value="1990-11-22")
    two.refused("member.bad_birthday", "correct_member", phone=PHONE, part="birthday", value="22 November")
    two.refused("drive.bad_field", "correct_member", phone=PHONE, part="shoe", value="38")
    equal(one.do("show_member", phone=PHONE)["member"]["usual_size"], "165/88A", "at once where it was said")
    shop.start_office()
    for till in (one, two, one):
        till.sync_all()
    for till in (one, two):
        her = till.do("show_member", phone=PHONE)["member"]
        equal((her["usual_size"], her["birthday"]), ("165/88A", "1990-11-22"), "both at every till")
    known = office_knows(shop)
    equal((known["usual_size"], known["birthday"]), ("165/88A", "1990-11-22"), "both at the head office")


def cannot_have(one, two, variant, name):
    """Noted at one till, asked at the other before it is paid."""
    one.do("note_member", phone=PHONE, kind="cannot", about=name)
    one.do("note_member", phone=PHONE, kind="request", about="a chair in the fitting room")
    for till in (one, two):
        till.sync_all()
    two.do("attach_member", phone=PHONE)
    cart = two.do("scan_barcode", digits=variant["barcode"])["cart"]
    equal([row["about"] for row in cart["cannot"]], [name], "what is asked before it is paid")
    two.refused("member.cannot", "pay", tender="cash", amount_minor=variant["price_minor"])
    row = cart["cannot"][0]
    two.refused("member.cannot_needs_reason", "accept_cannot", note=row["note"], sku=row["sku"], reason="")
    two.do("accept_cannot", note=row["note"], sku=row["sku"], reason="a gift")
    check("sale" in two.do("pay", tender="cash", amount_minor=variant["price_minor"]), "then it is paid")
    notes = two.do("show_member", phone=PHONE)["member"]["notes"]
    equal([note["kind"] for note in notes], ["cannot", "request"], "her notes")
    two.do("drop_note", phone=PHONE, note=notes[0]["note"])
    for till in (two, one):
        till.sync_all()
    equal(len(one.do("show_member", phone=PHONE)["member"]["notes"]), 1, "a note that was dropped is gone everywhere")


def consents(shop, one, two):
    """Only who said yes twice is written to, and one no ends it everywhere."""
    ask = {"phone": PHONE, "purpose": "offers", "channel": "sms"}
    one.refused("consent.yes_first", "answer_consent", answer="confirmed", **ask)
    one.do("answer_consent", answer="yes", **ask)
    one.sync_all()
    check(PHONE not in audience(shop), "one yes sends nothing")
    two.sync_all()
    two.do("answer_consent", answer="confirmed", **ask)
    two.sync_all()
    check(PHONE in audience(shop), "who agreed twice is in the audience")
    check(PHONE not in audience(shop, channel="wechat"), "and only where she agreed")
    check(PHONE not in audience(shop, purpose="partners"), "and only to what she agreed")

    service = Console(shop, "小周", "7777")
    page = service.page(f"/console/service?q={PHONE}")
    token = page.split('name="form_token" value="')[1].split('"')[0]
    member = page.split('name="member" value="')[1].split('"')[0]
    status, _ = service.send("/console/service", {"member": member})
    equal(status, 403, "without the page's own token nothing is withdrawn")
    status, page = service.send("/console/service", {"member": member, "form_token": token})
    equal(status, 200, "withdrawn at the console")
    check(PHONE not in audience(shop), "and nothing is sent from then on")
    for till in (one, two):
        till.sync_all()
        her = till.do("show_member", phone=PHONE)["member"]
        equal([row["answer"] for row in her["consents"]], ["no"], "every till knows")


def story():
    with Shop() as shop:
        goods = Goods(styles=4)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.command("add-staff", "--name", "小周", "--role", "office", "--pin", "7777")
        variant = goods.variants[0]
        steps = [{"tier": "silver", "from": variant["price_minor"] // 100}, {"tier": "gold", "from": 100000}]
        shop.command("set-tiers", shop.write("tiers.json", {"months": 12, "steps": steps}))
        shop.start_office()
        one, two = shop.open_till(DAY, float_minor=200000), shop.open_till(DAY, float_minor=200000)
        tiers(shop, one, two, variant)
        corrections(shop, one, two)
        cannot_have(one, two, variant, variant["name"])
        consents(shop, one, two)
        for till in (one, two):
            till.close()
            till.verify()
        check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
