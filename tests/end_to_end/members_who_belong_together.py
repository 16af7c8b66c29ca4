#!/usr/bin/env python3
"""One customer who was entered at two tills becomes one again, and apart; and three generations share a purse."""

from support.console import Console
from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-03-02"
TWICE = "13800000001"
FAMILY = {"mother": "13800000011", "grandmother": "13800000012", "child": "13800000013"}


def sync(*tills):
    for till in tills + tills:
        till.sync_all()


def buy(till, phone, variant):
    """One piece for cash; the points it earned."""
    till.do("attach_member", phone=phone)
    till.do("scan_barcode", digits=variant["barcode"])
    till.do("pay", tender="cash", amount_minor=variant["price_minor"])
    return variant["price_minor"] // 100


def pay_with_points(till, phone, variant, points):
    """The rest in cash; the points that the rest earned."""
    till.do("attach_member", phone=phone)
    till.do("scan_barcode", digits=variant["barcode"])
    cart = till.do("redeem_points", points=points)["cart"]
    till.do("pay", tender="cash", amount_minor=cart["due_minor"])
    return cart["due_minor"] // 100


def her(till, key):
    return till.do("show_member", phone=key)["member"]


def at_office(shop, key, token):
    return shop.http("GET", f"/v1/members/{key}", token)[1]


def form_in(page, act):
    """The fields of the form on the page that does it."""
    form = next(part for part in page.split("<form")[1:] if f'name="act" value="{act}"' in part)
    fields = {}
    for part in form.split('type="hidden" name="')[1:]:
        name, rest = part.split('"', 1)
        fields[name] = rest.split('value="')[1].split('"')[0]
    return fields


def entered_twice(shop, one, two, variant, token):
    shop.stop_office()
    one.ask("sync", timeout_ms=300)
    two.ask("sync", timeout_ms=300)
    first = one.do("enrol_member", phone=TWICE, name="林晓梅")["member"]["member"]
    second = two.do("enrol_member", phone=TWICE, name="林小梅", birthday="1991-03-08")["member"]["member"]
    there, here = buy(one, TWICE, variant), buy(two, TWICE, variant)
    there += buy(one, TWICE, variant)
    shop.start_office()
    sync(one, two)

    service = Console(shop, "小周", "7777")
    page = service.page(f"/console/service?q={first}")
    check(second in page, "the console shows who has the same phone")
    fields = form_in(page, "merge")
    equal(sorted([fields["member"], fields["merged"]]), sorted([first, second]), "it offers to make one of both")
    status, _ = service.send("/console/service", {"member": first, "merged": second, "act": "merge"})
    equal(status, 403, "without the page's own token nobody is merged")
    status, _ = service.send("/console/service", {**form_in(page, "merge"), "member": first, "merged": second})
    equal(status, 200, "merged at the console")
    sync(one, two)
    for till in (one, two):
        for key in (TWICE, first, second):
            member = her(till, key)
            equal(member["member"], first, f"who is found by {key}")
            equal(member["points"], there + here, "the points of both")
            equal(member["birthday"], "1991-03-08", "what only the other number knew")
        equal(her(till, second)["merged_from"], second, "it says that she was looked for under another number")
        equal(her(till, first)["merged_from"], "", "and not where she was not")
    known = at_office(shop, second, token)
    equal((known["member"], known["merged_from"], known["visits"]), (first, [second], 3), "what the head office says")

    # All but a few points of both, spent at the till that had enrolled the other number.
    spent = there + here - 10
    earned = pay_with_points(two, second, variant, spent)
    sync(two, one)
    for till in (one, two):
        equal(her(till, TWICE)["points"], 10 + earned, "what is left of both after paying")
    equal(at_office(shop, first, token)["points"], 10 + earned, "and at the head office")

    page = service.page(f"/console/service?q={second}")
    status, _ = service.send("/console/service", form_in(page, "part"))
    equal(status, 200, "parted again")
    sync(one, two)
    apart = {number: at_office(shop, number, token)["points"] for number in (first, second)}
    equal(sum(apart.values()), 10 + earned, "no point was made or lost by it")
    for till in (one, two):
        for number in (first, second):
            member = her(till, number)
            equal((member["member"], member["points"]), (number, apart[number]), "each has her own again")
    equal(at_office(shop, second, token)["visits"], 1, "and her own history")
    shop.command("merge-members", "--kept", first, "--merged", second)
    refused = shop.command("merge-members", "--kept", first, "--merged", second, ok=False)
    check("merge.merged_already" in refused.err or "merged" in refused.err, "twice is refused")
    shop.command("part-members", "--merged", second)
    sync(one, two)


def three_generations(shop, one, two, goods, token):
    numbers, earned = {}, {}
    for (who, phone), variant in zip(FAMILY.items(), goods.variants[3:6]):
        numbers[who] = one.do("enrol_member", phone=phone, name=who)["member"]["member"]
        earned[who] = buy(one, phone, variant)
    sync(one, two)
    mother, grandmother, child = (FAMILY[who] for who in ("mother", "grandmother", "child"))
    one.do("join_family", phone=grandmother, generation="elder", **{"with": mother})
    two.do("join_family", phone=child, generation="child", **{"with": mother})
    two.refused("family.herself", "join_family", phone=child, generation="child", **{"with": child})
    sync(one, two)
    pool = sum(earned.values())
    for till in (one, two):
        for phone in FAMILY.values():
            equal(her(till, phone)["points"], pool, "each sees the whole purse")
        family = {row["member"]: (row["generation"], row["points"]) for row in her(till, child)["family"]}
        equal(family, {numbers["mother"]: ("parent", earned["mother"]),
                       numbers["grandmother"]: ("elder", earned["grandmother"]),
                       numbers["child"]: ("child", earned["child"])}, "who is in it, and who earned what")
    two.refused("family.already", "join_family", phone=child, generation="child", **{"with": mother})

    more = pay_with_points(two, child, goods.variants[3], earned["mother"] + 5)
    sync(two, one)
    pool += more - earned["mother"] - 5
    shares = {row["member"]: row["points"] for row in at_office(shop, mother, token)["family"]}
    equal(sum(shares.values()), pool, "the head office tells the shares of the whole")
    for till in (one, two):
        equal(her(till, mother)["points"], pool, "what is left, seen by each")
        equal({row["member"]: row["points"] for row in her(till, mother)["family"]}, shares,
              "the shares are the same everywhere")

    one.do("leave_family", phone=mother)  # She began it.
    sync(one, two)
    left = shares[numbers["mother"]]
    for till in (one, two):
        equal(her(till, mother)["points"], left, "who leaves takes what is left of her own")
        equal(her(till, mother)["family"], [], "she is in no family any more")
        equal(her(till, grandmother)["points"], pool - left, "the others keep theirs")
    two.do("leave_family", phone=grandmother)
    sync(one, two)
    for till in (one, two):
        equal(her(till, grandmother)["points"], shares[numbers["grandmother"]], "hers")
        equal(her(till, child)["points"], shares[numbers["child"]], "and the last one's")
        equal(her(till, child)["family"], [], "one alone is no family")
    one.refused("family.in_none", "leave_family", phone=child)
    equal(at_office(shop, child, token)["points"], shares[numbers["child"]], "so says the head office")


def story():
    with Shop() as shop:
        goods = Goods(styles=8)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.command("add-staff", "--name", "小周", "--role", "office", "--pin", "7777")
        shop.start_office()
        one, two = shop.open_till(DAY, float_minor=200000), shop.open_till(DAY, float_minor=200000)
        token = shop.token()
        entered_twice(shop, one, two, goods.variants[0], token)
        three_generations(shop, one, two, goods, token)
        for till in (one, two):
            till.close()
            till.verify()
        check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
