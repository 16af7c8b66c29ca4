#!/usr/bin/env python3
"""The code on the receipt leads to a member's own pages on her phone: what is hers to read, and hers to change.

GUITAI_PICTURES=DIR leaves a picture of every page, in both languages and two widths."""

import json
import os
import re

from support.browser import Browser
from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-03-02"
PHONE, PASSWORD, NEW_PASSWORD = "13800000001", "271828", "314159"
WIDTHS = {"phone": (390, 844), "small": (320, 568)}
OFFERS = {"format": "guitai.promotions", "version": 1, "revision": 1, "currency": "CNY", "promotions": [
    {"id": "W20", "name": {"zh_CN": "迎新券", "en": "Welcome coupon"}, "kind": "order", "code": True,
     "steps": [{"amount_minor": 10000, "off": {"amount_minor": 2000}}]}]}


def found_shop(shop):
    goods = Goods(styles=3)
    shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
    shop.command("add-staff", "--store", "S01", "--name", "赵总", "--role", "office", "--pin", "9753")
    shop.set_rules({"member_site": shop.url})
    shop.command("import-promotions", shop.write("offers.json", OFFERS))
    shop.command("set-benefits", shop.write("benefits.json",
                                            {"welcome": {"points": 50, "promotion": "W20", "days": 30}}))
    shop.start_office()
    return goods


def open_printing_till(shop, paper):
    till = shop.enrol("S01")
    till.sync_all()
    till.close()
    till.start("--printer", f"file:{paper}")
    till.do("set_clock", at=f"{DAY}T10:00:00+08:00")
    till.do("sign_in", name="王芳", pin="2468")
    till.do("open_shift", float_minor=50000)
    return till


def buy(till, goods):
    """A purse, a piece over the counter, and one that is sent home."""
    till.do("enrol_member", phone=PHONE, name="林晓梅")
    till.do("choose_password", phone=PHONE, password=PASSWORD)
    till.do("top_up", phone=PHONE, amount_minor=50000, tender="cash")
    till.do("attach_member", phone=PHONE)
    till.do("scan_barcode", digits=goods.variants[0]["barcode"])
    sale = till.do("pay", tender="cash", amount_minor=goods.variants[0]["price_minor"])["sale"]
    till.do("attach_member", phone=PHONE)
    till.do("order_item", sku=goods.variants[7]["sku"], quantity=1, delivery="ship", recipient="林晓梅", phone=PHONE,
            address="上海市静安区南京西路 1266 号")
    till.do("pay", tender="card", amount_minor=goods.variants[7]["price_minor"])
    till.sync_all()
    till.sync_all()
    return sale, till.do("orders")["orders"][0]["order"]


def codes_on(paper):
    with open(paper, "rb") as file:
        return [code.decode() for code in re.findall(rb"HTTP://[0-9.:]+/MY/R/[A-Z0-9./$%*+:-]+", file.read())]


def sign_in(browser, password, who=PHONE):
    return browser.type("input[name=who]", who).type("input[name=password]", password).click("form.sign-in button")


def look(browser, shop, name):
    """No text is cut in either language; the last one is Chinese."""
    for width, size in WIDTHS.items():
        browser.be_a_phone(*size)
        for language in ("en", "zh_CN"):
            browser.open(f"{shop.url}/my/?lang={language}")
            if os.environ.get("GUITAI_PICTURES"):
                browser.picture(os.path.join(os.environ["GUITAI_PICTURES"], f"{name}-{language}-{width}.png"))
            equal(browser.cut_texts(), [], f"texts that are cut on {name} in {language} at {width}")


def read_what_is_hers(browser, goods, sale, order):
    page = browser.text()
    bought = goods.variants[0]
    for what in ("林晓梅", "迎新券", "¥500.00", sale["receipt"], order, "待确认", bought["name"]):
        check(what in page, f"{what} on her page: {page}")
    check("W20 " not in page and "T00:00" not in page, "no words of a program on her page")
    points = browser.run("return document.querySelector('.facts strong').innerText")
    equal(points, str(50 + sale["points_earned"]), "points: of the welcome and of what she took along, not of what is sent")


def answer_consents(browser):
    first = "form.consent-row:first-of-type"
    browser.run(f"document.querySelectorAll('{first}')[0].id = 'first'")
    before = browser.run("return document.querySelector('#first').innerText")
    browser.click("#first button[value=yes]")
    check("记下了" in browser.text(), "it says that it was noted")
    browser.run(f"document.querySelectorAll('{first}')[0].id = 'first'")
    check(browser.run("return document.querySelector('#first').innerText") != before, "her answer stands there")
    browser.click("#first button[value=no]")


def change_what_is_hers(browser, shop, order):
    browser.type("input[name=address]", "北京市东城区东长安街 1 号").click("form[action$=address] button")
    answer_consents(browser)
    status, known = shop.http("GET", f"/v1/orders/{order}", shop.token())
    equal((status, known["recipient"]["address"]), (200, "北京市东城区东长安街 1 号"), "address at the head office")
    for old, new, again in ((PASSWORD, NEW_PASSWORD, PASSWORD), ("000000", NEW_PASSWORD, NEW_PASSWORD)):
        change_password(browser, old, new, again)
        check(browser.all(".notice.bad"), "a password that does not fit is refused")
    change_password(browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD)


def change_password(browser, old, new, again):
    form = "form[action$=password]"
    browser.type(f"{form} input[name=old_password]", old).type(f"{form} input[name=password]", new)
    browser.type(f"{form} input[name=again]", again).click(f"{form} button")


def story():
    with Shop() as shop, Browser() as browser:
        goods = found_shop(shop)
        paper = shop.path("paper.bin")
        till = open_printing_till(shop, paper)
        sale, order = buy(till, goods)

        link = codes_on(paper)[0]
        browser.be_a_phone(*WIDTHS["phone"])
        browser.open(link)
        check(browser.place.startswith(shop.url + "/my/"), f"the code leads to her pages, not to {browser.place}")
        look(browser, shop, "sign-in")
        sign_in(browser, "000000")
        check(PHONE not in browser.text() and browser.all(".notice.bad"), "a wrong password is refused in words")
        sign_in(browser, PASSWORD)
        look(browser, shop, "hers")
        read_what_is_hers(browser, goods, sale, order)
        change_what_is_hers(browser, shop, order)
        browser.one("form.sign-in")
        sign_in(browser, NEW_PASSWORD)
        check("林晓梅" in browser.text(), "her new password opens her page")

        # The head office goes on with her order: her page says the same at once.
        shop.http("POST", f"/v1/orders/{order}/accept", shop.token(), {})
        browser.go("refresh")
        check("已接单" in browser.text(), "the order's next state")

        browser.click("header form button")
        browser.one("form.sign-in")
        browser.go("back")
        check(PHONE not in browser.text(), "after she left, the way back shows nothing of hers")
        till.sync_all()
        till.do("attach_member", phone=PHONE)
        till.refused("password.wrong", "show_own", phone=PHONE, password=PASSWORD)
        till.do("show_own", phone=PHONE, password=NEW_PASSWORD)
        # Pages that were refused say so by their status, as they should.
        equal([each for each in browser.complaints() if "responded with a status of 4" not in each], [],
              "what the browser's console says")
        till.close()


if __name__ == "__main__":
    tell(story)
