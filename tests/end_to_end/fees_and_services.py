#!/usr/bin/env python3
"""Membership fees that become points and go back by what is unused of them; services that points pay."""

import json
import shutil

from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-03-02"
ANNA, BERTA, CARLA = "13800000001", "13800000002", "13800000003"
FEE, POINTS = 36500, 365
UNTIL = "2027-03-02"
RULES = {"membership": {"fee_minor": FEE, "points": POINTS, "months": 12}}


def services_with(sku):
    return [{"service": "class", "name": {"zh_CN": "烹饪课", "en": "Cooking class"}, "points": 200,
             "needs": [{"sku": sku}]},
            {"service": "fitting", "name": {"zh_CN": "改衣", "en": "Fitting"}, "points": 30,
             "needs": [{"tag": "新品"}, {"category": "羽绒服"}], "per_ticket": 2}]


def set_up(shop, goods):
    told = shop.command("set-rules", "--store", "S01", shop.write("wrong.json", {"membership": {"fee_minor": FEE}}),
                        ok=False)
    check("membership.points" in told.err, f"a fee without points is named by its place: {told.err}")
    for store in ("S01", "S02"):
        shop.set_rules(RULES, store)
    wrong = services_with(goods.variants[0]["sku"])
    wrong[1]["needs"] = [{"tag": "新品", "sku": "X"}]
    told = shop.command("set-services", shop.write("wrong.json", wrong), ok=False)
    check("[1].needs[0]" in told.err and len(told.err.strip().splitlines()) == 1, f"the place: {told.err}")
    told = shop.command("set-services", shop.write("wrong.json", services_with("NONE")), ok=False)
    check("NONE" in told.err, f"goods that nobody sells: {told.err}")
    told = shop.command("set-services", shop.write("services.json", services_with(goods.variants[0]["sku"])))
    equal(told.out.strip(), "class: 200 points; fitting: 30 points", "what holds now")


def sync(*tills):
    for till in (*tills, *tills):
        till.sync_all()


def at_office(shop, phone):
    return shop.http("GET", f"/v1/members/{phone}", shop.token())[1]


def her(till, phone):
    return till.do("show_member", phone=phone)["member"]


def all_agree(shop, tills, phone, points, paying_until):
    """Office, tills and programs say the same of her."""
    sync(*tills)
    for till in tills:
        seen = her(till, phone)
        equal((seen["points"], seen["paying_until"]), (points, paying_until), f"{phone} at a till")
    seen = at_office(shop, phone)
    equal((seen["points"], seen["points_at_tills"], seen["paying_until"]), (points, 0, paying_until),
          f"{phone} at the head office")


def fill(till, phone, variant):
    till.do("attach_member", phone=phone)
    return till.do("scan_barcode", digits=variant["barcode"])["cart"]


def pay(till):
    due = till.do("show", what="cart")["cart"]["due_minor"]
    return till.do("pay", tender="cash", amount_minor=due)["sale"]


def expected_cash(till):
    return till.do("x_report")["report"]["expected_minor"]


def allowed(till, do, **fields):
    """By the owner, in place: a clerk gives back no more than 200 yuan alone."""
    till.refused("fee.needs_approval", do, **fields)
    return till.do("approve", name="周敏", pin="1357")


def a_fee_and_what_is_left_of_it(shop, one, two, goods):
    """365 yuan bring 365 points; 100 of them are spent, so 265 yuan go back, once, and at any till."""
    one.do("enrol_member", phone=ANNA, name="林晓梅")
    before = expected_cash(one)
    one.refused("fee.wrong_amount", "pay_membership", phone=ANNA, tender="cash", amount_minor=36400)
    one.refused("fee.bad_tender", "pay_membership", phone=ANNA, tender="on_account")
    paid = one.do("pay_membership", phone=ANNA, tender="cash", amount_minor=FEE, given_minor=40000)
    equal((paid["points"], paid["paying_until"], paid["change_minor"]), (POINTS, UNTIL, 3500), "the fee")
    report = one.do("x_report")["report"]
    equal((report["expected_minor"], report["turnover_minor"], report["fees_minor"]), (before + FEE, 0, FEE),
          "the drawer, and no turnover")
    all_agree(shop, (one, two), ANNA, POINTS, UNTIL)
    equal(her(two, ANNA)["next_expiry"], {"points": POINTS, "date": UNTIL}, "its last day")

    fill(two, ANNA, goods.variants[1])
    two.do("redeem_points", points=100)
    sale = pay(two)
    sync(two, one)
    left = POINTS - 100 + sale["points_earned"]
    all_agree(shop, (one, two), ANNA, left, UNTIL)
    allowed(one, "refund_membership", phone=ANNA, reason="不来了")
    equal(expected_cash(one), before + FEE - 26500, "265 yuan left the drawer")
    one.refused("fee.refunded_already", "refund_membership", phone=ANNA, reason="不来了")
    all_agree(shop, (one, two), ANNA, sale["points_earned"], "")
    two.refused("fee.refunded_already", "refund_membership", phone=ANNA, fee=paid["slip"], reason="不来了")
    fee = at_office(shop, ANNA)["fees"][0]
    equal((fee["given_back_minor"], fee["points_back"], fee["refunded"]), (26500, 265, True), "the fee at the office")
    day = shop.http("GET", f"/v1/stores/S01/days/{DAY}", shop.token())[1]
    equal(day["fees_minor"], FEE - 26500, "what the shop kept of it")


def a_fee_without_a_line(shop, one, two, goods):
    """Born at this till, it is spent and given back here alone until there is a line."""
    one.do("enrol_member", phone=BERTA, name="王悦")
    sync(one, two)
    shop.stop_office()
    for till in (one, two):
        till.ask("sync", timeout_ms=300)
    paid = one.do("pay_membership", phone=BERTA, tender="wallet")
    fill(one, BERTA, goods.variants[1])
    one.do("redeem_points", points=65)
    earned = pay(one)["points_earned"]
    two.refused("fee.none", "refund_membership", phone=BERTA, reason="不来了")
    allowed(one, "refund_membership", phone=BERTA, reason="不来了")
    one.refused("fee.refunded_already", "refund_membership", phone=BERTA, fee=paid["slip"], reason="不来了")
    shop.start_office()
    all_agree(shop, (one, two), BERTA, earned, "")
    fee = at_office(shop, BERTA)["fees"][0]
    equal((fee["given_back_minor"], fee["tender"]), (30000, "wallet"), "300 yuan went back the way they came")

    # Another one: with its points at the head office and no line, nobody can say that they are unused.
    two.do("pay_membership", phone=BERTA, tender="cash")
    sync(two, one)
    shop.stop_office()
    for till in (one, two):
        till.ask("sync", timeout_ms=300)
        till.refused("fee.only_where_held", "refund_membership", phone=BERTA, reason="不来了")
    shop.start_office()
    all_agree(shop, (one, two), BERTA, earned + POINTS, UNTIL)


def services(shop, one, two, goods):
    """300 points, a class costs 200 and wants its ingredient on the same ticket."""
    ingredient, other = goods.variants[0], goods.variants[1]
    one.do("enrol_member", phone=CARLA, name="陈安")
    one.do("pay_membership", phone=CARLA, tender="cash")
    sync(one, two)
    fill(one, CARLA, other)
    one.do("redeem_points", points=65)
    start = POINTS - 65 + pay(one)["points_earned"]
    sync(one, two)
    fill(two, CARLA, other)
    refused = two.refused("service.needs_purchase", "add_service", service="class")
    check(ingredient["style"] in refused["message"] or "轻薄羽绒服" in refused["message"], f"which: {refused}")
    offers = {row["service"]: row for row in two.do("services")["services"]}
    equal((offers["class"]["refusal"], offers["fitting"]["refusal"]), ("service.needs_purchase", ""), "the offers")
    two.do("clear_ticket")
    fill(two, CARLA, ingredient)
    cart = two.do("add_service", service="class")["cart"]
    equal((cart["services"], cart["total_minor"]),
          ([{"service": "class", "name": "烹饪课", "points": 200}], ingredient["price_minor"]), "it costs points alone")
    two.refused("service.per_ticket", "add_service", service="class")
    two.do("add_service", service="fitting")
    two.do("remove_service", service="fitting")
    sale = pay(two)
    equal(sale["points_earned"], ingredient["price_minor"] // 100, "a service earns nothing")
    check("Cooking class" in sale["text"] and "200 points" in sale["text"], f"it stands on the receipt: {sale}")
    left = start - 200 + sale["points_earned"]
    all_agree(shop, (one, two), CARLA, left, UNTIL)

    # The goods come back; the class was used, until it is given back itself.
    found = one.do("find_sale", receipt=sale["receipt"])
    equal(found["services"], [{"service": "class", "name": "烹饪课", "points": 200, "returned": False}], "on the receipt")
    one.do("return_line", receipt=sale["receipt"], line=1, quantity=1, reason="尺码不合")
    one.do("pay", tender="cash", amount_minor=ingredient["price_minor"])
    all_agree(shop, (one, two), CARLA, start - 200, UNTIL)
    shop.stop_office()
    for till in (one, two):
        till.ask("sync", timeout_ms=300)
    equal(two.do("return_service", receipt=sale["receipt"], service="class", reason="不去了")["points"], 200, "back")
    two.refused("service.returned_already", "return_service", receipt=sale["receipt"], service="class", reason="x")
    shop.start_office()
    all_agree(shop, (one, two), CARLA, start, UNTIL)
    one.refused("service.returned_already", "return_service", receipt=sale["receipt"], service="class", reason="x")
    return start


def services_without_a_line(shop, one, two, goods, points):
    """As far as the hand reaches."""
    ingredient = goods.variants[0]
    shop.stop_office()
    for till in (one, two):
        till.ask("sync", timeout_ms=300)
    fill(one, CARLA, ingredient)
    one.refused("points.only_offline", "add_service", service="fitting")
    earned = pay(one)["points_earned"]
    fill(one, CARLA, ingredient)
    one.do("add_service", service="fitting")
    one.refused("points.only_offline", "add_service", service="class")
    again = pay(one)["points_earned"]
    shop.start_office()
    all_agree(shop, (one, two), CARLA, points + earned - 30 + again, UNTIL)


def set_apart(shop):
    return shop.http("GET", "/v1/health", shop.token())[1]["quarantined"]


def resent(shop, backup, one, two):
    """The office is put back to before the services: what tills say a second time doubles nothing."""
    phones = (ANNA, BERTA, CARLA)
    before = [at_office(shop, phone) for phone in phones]
    shop.stop_office()
    shutil.copy(backup, shop.path("office.db"))
    shop.start_office()
    sync(one, two)
    for phone, was in zip(phones, before):
        now = at_office(shop, phone)
        equal((now["points"], now["fees"]), (was["points"], was["fees"]), f"{phone} after a resend")
        all_agree(shop, (one, two), phone, was["points"], was["paying_until"])


def story():
    with Shop() as shop:
        goods = Goods(styles=1)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        set_up(shop, goods)
        shop.start_office()
        one, two = shop.open_till(DAY, float_minor=200000), shop.open_till(DAY, float_minor=200000)
        a_fee_and_what_is_left_of_it(shop, one, two, goods)
        a_fee_without_a_line(shop, one, two, goods)
        shop.stop_office()
        backup = shutil.copy(shop.path("office.db"), shop.path("backup.db"))
        shop.start_office()
        points = services(shop, one, two, goods)
        services_without_a_line(shop, one, two, goods, points)
        equal(set_apart(shop), 0, "nothing was set apart")
        resent(shop, backup, one, two)
        equal(set_apart(shop), 1, "nothing but that the office was put back")
        for till in (one, two):
            till.close()
            till.verify()
        check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
