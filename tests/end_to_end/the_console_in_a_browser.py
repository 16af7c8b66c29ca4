#!/usr/bin/env python3
"""The head office's people in a real browser: they sign in, read either language, ship an order that a till took.

GUITAI_PICTURES=DIR leaves a picture of every page, in both languages and two widths."""

import json
import os
import sqlite3

from support.browser import Browser
from support.shop import Goods, Shop, check, equal, tell

PICTURES = os.environ.get("GUITAI_PICTURES")
WIDTHS = {"desktop": (1280, 800), "tablet": (820, 1180)}
ENTER, ESCAPE = "\ue007", "\ue00c"
PAGES = {"goods": "/console/orders", "goods-all": "/console/orders?state=all", "sales": "/console/sales",
         "stock": "/console/stock", "catalogue": "/console/catalogue", "packing": "/console/orders/packing", "shops": "/console/shops",
         "shop": "/console/shops/S01", "people": "/console/people", "audit": "/console/audit",
         "complaints": "/console/complaints", "complaints-late": "/console/complaints?state=late",
         "market": "/console/market", "promotions": "/console/promotions", "service": "/console/service",
         "member": "/console/service?q=13900000001",
         "no-member": "/console/service?q=13900009999", "calls": "/console/calls",
         "order": "/console/calls?q=13800000007", "nothing": "/console/nothing"}


def picture(browser, name):
    if PICTURES:
        browser.picture(os.path.join(PICTURES, name + ".png"))


def sell_something(till, goods):
    till.do("sign_in", name="王芳", pin="2468")
    till.do("open_shift", float_minor=50000)
    till.do("enrol_member", phone="13900000001", name="林晓")
    till.do("attach_member", phone="13900000001")
    for variant in goods.variants[:2]:
        till.do("scan_barcode", digits=variant["barcode"])
    due = sum(variant["price_minor"] for variant in goods.variants[:2])
    till.do("pay", tender="cash", amount_minor=due)
    till.do("record_miss", style=goods.variants[0]["style"].lower(), colour="黑色", size="3XL", reason="size")


def take_order(till, variant, tender="card", **more):
    wanted = {"delivery": "ship", "recipient": "陈静", "phone": "13800000007",
              "address": "上海市静安区南京西路 1266 号 2 楼", **more}
    till.do("order_item", sku=variant["sku"], quantity=1, **wanted)
    till.do("pay", tender=tender, amount_minor=variant["price_minor"])
    return till.do("orders")["orders"][0]["order"]


def sign_in(browser, shop, name="赵总", pin="9753"):
    browser.open(shop.url + "/console/sign-in")
    browser.type("input[name=name]", name).type("input[name=pin]", pin).click("form.sign-in button")


def refuse_strangers(browser, shop):
    sign_in(browser, shop, pin="0000")
    picture(browser, "sign-in")
    check("Name and PIN do not fit" in browser.text(), "a wrong PIN is refused in words")
    equal(browser.run("return document.cookie"), "", "no cookie for a stranger")
    sign_in(browser, shop, name="王芳", pin="2468")
    check("may not use the console" in browser.text(), "a clerk is refused")
    browser.open(shop.url + "/console/goods")
    browser.one("input[name=pin]")


def speak_both_languages(browser):
    check("To confirm" in browser.text(), "the first page is in English")
    browser.click(".who a")
    check("待确认" in browser.text() and "To confirm" not in browser.text(), "the page is in Chinese")
    browser.click(".who a")
    check("To confirm" in browser.text(), "and in English again")


def work_the_desk(browser, shop, till, goods):
    """Searched, filtered, answered many at once and by keys; reload and back lose nothing."""
    orders = [take_order(till, variant, phone=f"1380000010{place}", recipient=f"收件人{place}",
                         delivery="ship" if place < 3 else "ship_to_shop")
              for place, variant in enumerate(goods.variants[10:14])]
    till.sync_all()
    browser.open(shop.url + "/console/orders?lang=en")
    browser.type("input[name=q]", "13800000102").click("form[role=search] .btn-primary")
    equal([row for row in orders if row in browser.text()], [orders[2]], "the order of that phone")
    browser.click("form[role=search] a")

    browser.type("input[name=q]", "1380000010")
    browser.run("document.querySelector('select[name=delivery]').value = 'ship'")
    browser.click("form[role=search] .btn-primary")
    filtered = browser.place
    shown = lambda: [order for order in orders if browser.all(f"[id='{order}']")]
    equal(shown(), orders[:3], "orders that are sent home")
    browser.press("j", "x", "j", "x")
    equal(browser.run("return document.querySelector('[data-chosen]').textContent"), "2", "ticked by keys")
    browser.click("button[formaction$='bulk/accept']")
    check("2 orders accepted" in browser.text(), "both are accepted at once")
    check("delivery=ship" in browser.place, "the filter is still in the address")
    browser.go("refresh")
    equal(shown(), orders[:3], "after a reload the same orders")
    browser.go("back")
    check(browser.place == filtered, f"back leads to where the form was sent from, not to {browser.place}")
    equal(shown(), orders[:3], "after going back the same orders")

    # Somebody who went back presses the same button again: each order says that it is accepted already.
    browser.press(ESCAPE).run(f"document.querySelector(\"input[value='{orders[0]}']\").click()")
    browser.click("button[formaction$='bulk/accept']")
    refused = browser.run("return document.querySelector('.notice.bad').innerText")
    check(refused.startswith(orders[0]), f"it is named as refused: {refused}")
    browser.open(filtered).press("j", ENTER)
    browser.one("dl.facts") # Of the order's own page.
    browser.go("back").press("/")
    equal(browser.run("return document.activeElement.name"), "q", "the slash leads to the search box")
    browser.press(ESCAPE)

    browser.open(shop.url + "/console/orders?state=accepted")
    for order in orders[:2]:
        browser.run(f"document.querySelector(\"input[value='{order}']\").click()")
    browser.click("#bulk button:not([formaction])")
    check(all(order in browser.text() for order in orders[:2]), "both are on the pick list")
    PAGES["pick"] = browser.place[len(shop.url):]
    PAGES["slips"] = PAGES["pick"].replace("/pick?", "/slips?")
    PAGES["desk-order"] = f"/console/orders/{orders[0]}"
    browser.open(shop.url + PAGES["desk-order"])
    browser.click("dl a[href*='/console/sales/']")
    check(orders[0] in browser.text(), "the receipt knows its order")
    PAGES["receipt"] = browser.place[len(shop.url):]
    PAGES["movements"] = f"/console/stock/{goods.variants[0]['sku']}"
    style = goods.variants[0]["style"].lower() # As the catalogue's handle names it.
    PAGES["style"] = f"/console/catalogue/{style}"
    PAGES["market-style"] = f"/console/market/{style}"


def look_after_people(browser, shop):
    """Somebody is hired in the browser, signs in, gets another PIN and is signed out by it."""
    browser.open(shop.url + "/console/people?lang=en")
    browser.type("form.trial input[name=name]", "李雪").type("form.trial input[name=pin]", "8642")
    browser.run("document.querySelector('select[name=shop]').value = 'S01';"
                "document.querySelector('select[name=role]').value = 'owner'")
    browser.click("form.trial button")
    check("李雪 added" in browser.text(), "hired, it says")
    with Browser() as hers:
        sign_in(hers, shop, name="李雪", pin="8642")
        check("李雪" in hers.text(), "she is signed in")
        browser.type("[id='李雪'] form[action$=pin] input[name=pin]", "9999").click("[id='李雪'] form[action$=pin] button")
        hers.go("refresh")
        hers.one("form.sign-in")


def correct_points(browser, shop, till):
    """Points are given by hand, with a reason; every till hears of it, and the line of her story says why."""
    before = till.do("show_member", phone="13900000001")["member"]["points"]
    browser.open(shop.url + "/console/service?q=13900000001&lang=en")
    browser.run("document.querySelector('details').open = true")
    browser.type("input[name=points]", "50").type("input[name=reason]", "promised on the phone")
    browser.click("form[action$=points] button")
    check("Points corrected" in browser.text() and "promised on the phone" in browser.text(), "corrected, with its reason")
    till.sync_all()
    equal(till.do("show_member", phone="13900000001")["member"]["points"], before + 50, "her points at the till")


def keep_a_promise(browser, shop, till):
    """A complaint is taken by the head office for a shop, which calls her; the result is written here, and filed."""
    browser.open(shop.url + "/console/service?q=13900000001&lang=en")
    browser.run("document.querySelectorAll('details')[1].open = true;"
                "document.querySelector('select[name=store]').value = 'S01'")
    browser.type("form.many input[name=about]", "The sleeve came open").click("form.many button")
    check("Complaint taken" in browser.text(), "taken, it says")
    till.sync_all()
    complaint = till.do("complaints")["complaints"][0]["complaint"]
    till.do("answer_complaint", complaint=complaint, duty="call", words="Apologised on the phone")
    till.sync_all()
    browser.open(shop.url + "/console/complaints?lang=en").click("tbody a[data-open]")
    check("Apologised on the phone" in browser.text(), "what the shop did stands here")
    PAGES["complaint"] = f"/console/complaints/{complaint}"
    browser.type("form:has([value=result]) input[name=words]", "Replaced, postage paid back")
    browser.click("form:has([value=result]) button")
    check("Written down." in browser.text() and "Replaced, postage paid back" in browser.text(), "the result, it says")
    browser.type("form:has([value=archive]) input[name=words]", "Check every sleeve before it is sold")
    browser.click("form:has([value=archive]) button")
    browser.open(shop.url + "/console/complaints?state=closed&q=sleeve&lang=en")
    check(complaint in browser.text(), "others find it by its words")


def ship(browser, order):
    browser.click(f"[id='{order}'] form[action$=accept] button")
    check(f"{order} accepted" in browser.text(), "accepted, it says")
    browser.click(".tabs a[href$=accepted]")
    browser.type(f"[id='{order}'] input[name=carrier]", "顺丰")
    browser.type(f"[id='{order}'] input[name=tracking]", "SF1234567890")
    browser.click(f"[id='{order}'] form[action$=ship] button")
    check(f"{order} marked as shipped" in browser.text(), "shipped, it says")
    browser.click(".tabs a[href$=shipped]")
    browser.one(f"[id='{order}'] form[action$=deliver]")


def bring_promotions_in(browser, shop, variant):
    """A form is tried with a cart before it is in force; one with a fault changes nothing and says where."""
    form = {"format": "guitai.promotions", "version": 1, "revision": 1, "currency": "CNY", "promotions": [
        {"id": "HALF", "name": {"zh_CN": "全场五折", "en": "Half price"}, "kind": "unit", "off": {"percent": 500}}]}
    browser.open(shop.url + "/console/promotions?lang=en")
    browser.type("textarea[name=draft]", json.dumps(form)).click("button[formaction$=import]")
    check("promotions[0].off.percent" in browser.text(), "the fault of a form is named by its place")
    form["promotions"][0]["off"]["percent"] = 50
    browser.open(shop.url + "/console/promotions")
    browser.type("textarea[name=draft]", json.dumps(form)).type("textarea[name=cart]", f"{variant['sku']} 2")
    browser.click("form.trial .btn-primary")
    result = browser.run("return document.querySelector('#result').innerText")
    check("Half price" in result, "the cart is priced with the draft")
    equal(browser.cut_texts(), [], "texts that are cut beside a result")
    browser.click("button[formaction$=import]")
    check("are in force" in browser.text() and "HALF" in browser.text(), "the form is in force")


def refuse_forged_forms(browser, shop, order):
    """A form without its token, or with a guess, changes nothing."""
    for token in ("", "0123456789abcdef"):
        browser.open(shop.url + "/console/goods?state=captured")
        browser.run("for (const each of document.querySelectorAll('[name=form_token]')) each.value = arguments[0]",
                    token)
        browser.click(f"[id='{order}'] form[action$=accept] button")
        check("too old" in browser.text(), "a forged form is refused in words")
    browser.open(shop.url + "/console/goods?state=captured")
    browser.one(f"[id='{order}']")


def expire(browser, shop, order):
    """A session whose time is over: the page asks to sign in, and the form that was open does nothing."""
    browser.open(shop.url + "/console/goods?state=captured")
    shop.stop_office()
    with sqlite3.connect(shop.path("office.db")) as books:
        books.execute("UPDATE sessions SET expires_at_ms = 1")
    books.close()
    shop.start_office()
    browser.click(f"[id='{order}'] form[action$=accept] button")
    browser.one("input[name=pin]")
    equal(shop.http("GET", f"/v1/orders/{order}", shop.token())[1]["state"], "captured", "the untouched order")
    sign_in(browser, shop)
    browser.click("header form button")
    browser.one("input[name=pin]")


def look_at_every_page(browser, shop):
    """No text is cut and no page is wider than its window, in either language, at a desk and on a tablet."""
    for width, size in WIDTHS.items():
        browser.resize(*size)
        for language in ("zh_CN", "en"):
            for name, place in PAGES.items():
                browser.open(f"{shop.url}{place}{'&' if '?' in place else '?'}lang={language}")
                picture(browser, f"{name}-{language}-{width}")
                equal(len(browser.all(".empty h1")), int(name == "nothing"), f"apologies instead of {name}")
                equal(browser.cut_texts(), [], f"texts that are cut on {name} in {language} at the {width}")


def ship_to_shop(browser, order):
    """What the customer collects in the shop is not for the office to call delivered."""
    browser.click(f"[id='{order}'] form[action$=accept] button").click(".tabs a[href$=accepted]")
    browser.type(f"[id='{order}'] input[name=carrier]", "EMS").type(f"[id='{order}'] input[name=tracking]", "EM1")
    browser.click(f"[id='{order}'] form[action$=ship] button").click(".tabs a[href$=shipped]")
    browser.one(f"[id='{order}']")
    equal(browser.all(f"[id='{order}'] form[action$=deliver]"), [], "buttons to deliver what is collected")


def story():
    with Shop() as shop, Browser() as browser:
        goods = Goods(styles=3)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.command("add-staff", "--store", "S01", "--name", "赵总", "--role", "office", "--pin", "9753")
        shop.start_office()
        refuse_strangers(browser, shop)
        sign_in(browser, shop)
        picture(browser, "empty")
        speak_both_languages(browser)

        till = shop.enrol("S01")
        till.sync_all()
        sell_something(till, goods)
        order = take_order(till, goods.variants[7])
        till.sync_all()
        browser.open(shop.url + "/console/")
        check("陈静" in browser.text() and order in browser.text(), "the order is on the first page")
        ship(browser, order)
        till.sync_all()
        equal(till.do("order", order=order)["state"], "shipped", "state of the order at the till")
        correct_points(browser, shop, till)
        keep_a_promise(browser, shop, till)

        second = take_order(till, goods.variants[8], tender="cod")
        third = take_order(till, goods.variants[9], delivery="ship_to_shop")
        till.sync_all()
        refuse_forged_forms(browser, shop, second)
        browser.open(shop.url + "/console/goods?state=captured")
        ship_to_shop(browser, third)
        bring_promotions_in(browser, shop, goods.variants[0])
        work_the_desk(browser, shop, till, goods)
        look_after_people(browser, shop)
        look_at_every_page(browser, shop)
        browser.resize(*WIDTHS["desktop"])
        # Pages that were refused say so by their status, as they should.
        equal([each for each in browser.complaints() if "responded with a status of 4" not in each], [],
              "what the browser's console says")
        expire(browser, shop, second)
        till.close()


if __name__ == "__main__":
    tell(story)
