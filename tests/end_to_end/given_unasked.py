#!/usr/bin/env python3
"""What a chain gives unasked: for joining, on a birthday, for bringing somebody along; and what a refund takes back."""

import datetime
import json

from support.shop import Goods, Shop, check, equal, tell

ANNA, BERTA = "13800000001", "13800000002"
BORN = ("13900000001", "13900000002")
CHINA = datetime.timezone(datetime.timedelta(hours=8))
TODAY = datetime.datetime.now(CHINA).date()
DAY = (TODAY + datetime.timedelta(days=1)).isoformat()  # The tills' clock: never before the office's own day.
OFF = 2000


def set_up(shop):
    shop.command("import-promotions", shop.write("promotions.json", {
        "format": "guitai.promotions", "version": 1, "revision": 1, "currency": "CNY", "promotions": [
            {"id": "W20", "name": {"zh_CN": "迎新券", "en": "Welcome"}, "kind": "order", "code": True,
             "steps": [{"amount_minor": 10000, "off": {"amount_minor": OFF}}]}]}))
    told = shop.command("set-benefits", shop.write("wrong.json", {"welcome": {"promotion": "W21"}}), ok=False)
    check("welcome.promotion: W21" in told.err and len(told.err.strip().splitlines()) == 1, f"the place: {told.err}")
    told = shop.command("set-benefits", shop.write("benefits.json", {
        "welcome": {"points": 50, "promotion": "W20", "days": 30}, "birthday": {"points": 88},
        "inviter": {"points": 200, "promotion": "W20"}, "invited": {"points": 100, "promotion": "W20"},
        "points_months": 12}))
    check("joining 50 points and W20 for 30 days" in told.out, f"what holds now: {told.out}")
    # The night may fall between: one of the two has her birthday when the office opens.
    days = [TODAY, TODAY + datetime.timedelta(days=1)]
    rows = [f"{phone},张{at},1992-{day:%m-%d}" for at, (phone, day) in enumerate(zip(BORN, days))]
    shop.command("import-members", shop.write("members.csv", "\n".join(["phone,name,birthday", *rows]) + "\n"))


def her(till, phone):
    return till.do("show_member", phone=phone)["member"]


def codes(till, phone):
    return sorted(coupon["code"] for coupon in her(till, phone)["coupons"])


def sync(*tills):
    for till in (*tills, *tills):
        till.sync_all()


def sell(till, variant, phone, coupon=None):
    till.do("attach_member", phone=phone)
    cart = till.do("scan_barcode", digits=variant["barcode"])["cart"]
    if coupon:
        cart = till.do("add_coupon", code=coupon)["cart"]
    return till.do("pay", tender="cash", amount_minor=cart["total_minor"])["sale"]


def brought_along_without_a_line(shop, one, two, variant):
    """Enrolled and sold to offline; what comes of it is seen at the other till."""
    one.do("enrol_member", phone=ANNA, name="林晓梅")
    sync(one, two)
    anna = her(two, ANNA)
    equal((anna["points"], [c["name"] for c in anna["coupons"]]), (50, ["迎新券"]), "her welcome at the other till")
    shop.stop_office()
    for till in (one, two):
        till.ask("sync", timeout_ms=300)
    equal(codes(two, ANNA), [f"WEL-{anna['member']}"], "her coupon with the cable out")
    one.refused("referral.unknown", "enrol_member", phone=BERTA, name="王悦", referred_by="13999999999")
    one.refused("referral.herself", "enrol_member", phone=BERTA, name="王悦", referred_by=BERTA)
    berta = one.do("enrol_member", phone=BERTA, name="王悦", referred_by=ANNA)["member"]
    equal(berta["referred_by"], anna["member"], "who brought her")
    sale = sell(one, variant, BERTA)
    shop.start_office()
    sync(one, two)
    number = berta["member"]
    equal((her(two, ANNA)["points"], codes(two, ANNA)), (250, [f"INV-{number}", f"WEL-{anna['member']}"]),
          "what she has for bringing her")
    equal((her(two, BERTA)["points"], codes(two, BERTA)),
          (150 + sale["points_earned"], [f"NEW-{number}", f"WEL-{number}"]), "and what the new one has")
    known = shop.http("GET", f"/v1/members/{BERTA}", shop.token())[1]
    equal((known["referred_by"], known["referral_depth"], len(known["coupons"])), (anna["member"], 1, 2),
          "what programs are told of her")
    return number, sale


def used_by_herself_alone(one, two, variant, number):
    two.do("scan_barcode", digits=variant["barcode"])
    two.refused("coupon.unknown", "add_coupon", code="W20")
    two.refused("coupon.of_another", "add_coupon", code=f"INV-{number}")
    two.do("attach_member", phone=BERTA)
    two.refused("coupon.of_another", "add_coupon", code=f"INV-{number}")
    two.do("clear_ticket")
    sale = sell(two, variant, ANNA, coupon=f"INV-{number}")
    equal(sale["total_minor"], variant["price_minor"] - OFF, "her coupon takes so much off")
    sync(two, one)
    check(f"INV-{number}" not in codes(one, ANNA), "a coupon that was used is gone everywhere")
    return sale


def taken_back(shop, one, two, variant, first, own):
    """All of the first ticket comes back: so do the gifts, and the coupon that was used has a name."""
    two.do("return_line", receipt=first["receipt"], line=1, quantity=1, reason="尺码不合")
    two.do("pay", tender="cash", amount_minor=-variant["price_minor"])
    sync(two, one)
    for till in (one, two):
        equal(her(till, ANNA)["points"], 50 + own["points_earned"], "what she keeps")
        equal((her(till, BERTA)["points"], len(codes(till, BERTA))), (50, 1), "what the new one keeps")
    equal(shop.http("GET", "/v1/health", shop.token())[1]["quarantined"], 1, "the used coupon is a named loss")
    lines = shop.command("referrals").out.strip().splitlines()
    check('"taken back",1' in lines[1], f"the list says so: {lines}")
    equal(lines[-1], "1 of 2 first sales came by referral: 50 %", "the share")


def birthdays(one):
    points = [her(one, phone)["points"] for phone in BORN]
    check(sorted(points) in ([0, 88], [88, 88]), f"a birthday brings its points once: {points}")


def story():
    with Shop() as shop:
        goods = Goods(styles=1)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        set_up(shop)
        shop.start_office()
        one = shop.open_till(DAY, float_minor=200000)
        two = shop.open_till(DAY, "S02", "李强", "8642", 200000)
        variant = goods.variants[0]
        number, first = brought_along_without_a_line(shop, one, two, variant)
        own = used_by_herself_alone(one, two, variant, number)
        taken_back(shop, one, two, variant, first, own)
        birthdays(one)
        for till in (one, two):
            till.close()
            till.verify()
        check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
