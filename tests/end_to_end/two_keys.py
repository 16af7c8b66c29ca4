#!/usr/bin/env python3
"""Her own key: a file that opens by two, a password she changes alone, who looked, a copy, and erasure to the byte."""

import glob
import http.cookiejar
import json
import os
import urllib.request

from support.console import Console
from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-03-02"
PHONE = "13812345678"
NAME = "单雨桐"
ADDRESS = "休宁县海阳镇迎宾大道16号"
SECRETS = (PHONE, NAME, ADDRESS, "1991-03-08", "羊毛内里")


class Her(Console):
    """Herself, at her own pages."""

    def __init__(self, shop, password):
        self.url = shop.url
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)
        self.status, _ = self.send("/my/sign-in", {"who": PHONE, "password": password})

    def form(self, what, **fields):
        page = self.page("/my/")
        token = page.split('name="form_token" value="')[1].split('"')[0]
        return self.send(f"/my/{what}", {"form_token": token, **fields})


def both(*tills):
    for till in tills:
        till.sync_all()


def two_keys(one):
    """Adviser alone: masked; herself alone: her own; both: open; alone again: refused and written down."""
    one.do("enrol_member", phone=PHONE, name=NAME, birthday="1991-03-08")
    one.do("note_member", phone=PHONE, kind="cannot", about="羊毛内里")
    one.do("choose_password", phone=PHONE, password="271828")
    her = one.do("show_member", phone=PHONE)["member"]
    check(her["locked"] and her["phone"] == "138****5678" and not her["notes"], "locked once she has a password")
    one.refused("file.needs_adviser", "open_file", phone=PHONE, pin="2468", password="271828")
    one.refused("file.needs_password", "open_file", phone=PHONE, name="周敏", pin="1357")
    one.refused("password.wrong", "open_file", phone=PHONE, name="周敏", pin="1357", password="000001")
    her = one.do("open_file", phone=PHONE, name="周敏", pin="1357", password="271828")["member"]
    check(not her["locked"] and her["phone"] == PHONE and len(her["notes"]) == 1, "both keys open it")
    one.do("set_clock", at=f"{DAY}T10:03:00+08:00")
    check(one.do("show_member", phone=PHONE)["member"]["locked"], "it closes after two minutes")
    one.refused("file.needs_password", "open_file", phone=PHONE, name="周敏", pin="1357")
    own = one.do("show_own", phone=PHONE, password="271828")["own"]
    equal(own["phone"], PHONE, "she sees herself")
    looked = [row["access"] for row in own["accesses"]]
    equal(looked.count("refused"), 2, "who came without her key stands in her log")
    check("opened" in looked, "and who opened it with her")
    one.do("close_file")


def changed_alone(shop, one, two):
    """Changed at one till without a line; the other one knows after the next sync, and the old one is dead."""
    both(one, two)
    shop.stop_office()
    one.do("choose_password", phone=PHONE, old_password="271828", password="314159")
    one.refused("password.weak", "choose_password", phone=PHONE, old_password="314159", password="345678")
    check("own" in two.do("show_own", phone=PHONE, password="271828"), "the other till has not heard of it")
    two.do("close_file")
    shop.start_office()
    both(one, two)
    two.refused("password.wrong", "show_own", phone=PHONE, password="271828")
    check("own" in two.do("show_own", phone=PHONE, password="314159"), "the new one holds there")
    two.do("close_file")
    for left in range(4, -1, -1):
        answer = two.ask("show_own", phone=PHONE, password="000001")
        equal(answer["code"], "password.wrong", f"wrong, {left} left")
    two.refused("password.locked", "show_own", phone=PHONE, password="314159")
    both(two, one)
    one.refused("password.locked", "show_own", phone=PHONE, password="314159")
    shop.command("reset-password", "--member", PHONE, "--by", "韩")
    both(one, two)
    two.refused("password.none", "show_own", phone=PHONE, password="314159")
    two.do("choose_password", phone=PHONE, password="161803")
    both(two, one)


def on_her_phone(shop, one, variant):
    """The same at the head office's pages, and her order's address until it is shipped."""
    one.do("attach_member", phone=PHONE)
    one.do("order_item", sku=variant["sku"], quantity=1, delivery="ship", recipient=NAME, phone=PHONE, address=ADDRESS)
    one.do("pay", tender="card", amount_minor=one.do("show", what="cart")["cart"]["due_minor"])
    one.sync_all()
    wrong = Her(shop, "000001")
    equal(wrong.status, 403, "a wrong password opens nothing")
    her = Her(shop, "161803")
    page = her.page("/my/")
    check(PHONE in page and NAME in page, "her own page")
    order = page.split('name="order" value="')[1].split('"')[0]
    her.form("consent", purpose="offers", channel="sms", answer="yes")
    her.form("consent", purpose="offers", channel="sms", answer="confirmed")
    check(PHONE in shop.command("audience", "--purpose", "offers", "--channel", "sms").out, "agreed twice on her phone")
    equal(her.form("address", order=order, address="黄山市屯溪区老街1号")[0], 200, "the address is changed")
    one.sync_all()
    equal(shop.http("GET", f"/v1/orders/{order}", shop.token())[1]["recipient"]["address"], "黄山市屯溪区老街1号",
          "and the head office ships there")
    equal(her.send("/my/ask", {"form_token": "0", "wish": "erasure"})[0], 403, "no other site asks for her")
    her.form("ask", wish="copy")
    her.form("ask", wish="erasure")
    return order


def readers(shop, one):
    """Who reads at the head office stands in her log at the till."""
    boss = Console(shop, "周总", "9753")
    boss.page(f"/console/service?q={PHONE}")
    one.sync_all()
    own = one.do("show_own", phone=PHONE, password="161803")["own"]
    check(("read", "周总", "executive") in [(r["access"], r["staff"], r["role"]) for r in own["accesses"]],
          "the executive who read it")
    one.do("close_file")
    equal(boss.send("/console/privacy")[0], 403, "and an executive is no privacy officer")


def found_in(folder, words):
    """Which of the words stand in which file below the folder, as UTF-8 or escaped."""
    found = []
    for path in glob.glob(os.path.join(folder, "**"), recursive=True):
        if not os.path.isfile(path):
            continue
        with open(path, "rb") as file:
            data = file.read()
        for word in words:
            escaped = json.dumps(word)[1:-1].encode()
            if word.encode() in data or escaped in data:
                found.append((os.path.relpath(path, folder), word))
    return found


def erased(shop, tills, order):
    """A copy in one step; then no byte of her is left, at no till and not at the head office."""
    officer = Console(shop, "韩", "5555")
    page = officer.page(f"/console/privacy?q={PHONE}")
    token = page.split('name="form_token" value="')[1].split('"')[0]
    member = page.split('name="member" value="')[1].split('"')[0]
    status, copy = officer.send("/console/privacy/copy", {"form_token": token, "member": member})
    equal(status, 200, "the copy")
    copy = json.loads(copy)
    check(copy["member"]["phone"] == PHONE and len(copy["events"]) > 10, "all that is kept of her")
    days = shop.http("GET", f"/v1/stores/S01/days/{DAY}", shop.token())[1]
    status, page = officer.send("/console/privacy/erase", {"form_token": token, "member": member})
    check("way" in page or "没送到" in page, "not while her parcel is under way")
    for step, body in (("accept", {"source": "W01", "promise_date": "2026-03-05"}),
                       ("ship", {"carrier": "顺丰", "tracking": "SF1"}), ("deliver", {})):
        equal(shop.http("POST", f"/v1/orders/{order}/{step}", shop.token(), body)[0], 200, step)
    shop.stop_office()
    shop.command("erase-member", "--member", PHONE, "--by", "韩")
    shop.start_office()
    both(*tills)
    both(*tills)
    for till in tills:
        till.refused("member.not_found", "show_member", phone=PHONE)
    equal(shop.http("GET", f"/v1/stores/S01/days/{DAY}", shop.token())[1]["turnover_minor"], days["turnover_minor"],
          "the day's sums are what they were")
    her = shop.http("GET", f"/v1/members/{member}", shop.token())[1]
    equal((her["name"], her["phone"]), ("", ""), "nobody knows who she was")
    for till in tills:
        till.close()
        till.verify()
    shop.stop_office()
    check(shop.verify()["ok"], "the office's books are whole")
    if not shop.database.startswith("postgresql"):
        equal(found_in(os.path.dirname(shop.path("x")), SECRETS), [], "no byte of her in any file")


def story():
    with Shop() as shop:
        goods = Goods(styles=4)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        for name, role, pin in (("周总", "executive", "9753"), ("韩", "privacy", "5555")):
            shop.command("add-staff", "--name", name, "--role", role, "--pin", pin)
        shop.start_office()
        one, two = shop.open_till(DAY), shop.open_till(DAY)
        two_keys(one)
        changed_alone(shop, one, two)
        order = on_her_phone(shop, one, goods.variants[0])
        readers(shop, one)
        erased(shop, (one, two), order)


if __name__ == "__main__":
    tell(story)
