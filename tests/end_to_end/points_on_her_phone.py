#!/usr/bin/env python3
"""The shop has no line, her phone has: it fetches her points for that till, once, however often the code is shown."""

import http.cookiejar
import urllib.request

from support.console import Console
from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-03-02"
PHONE = "13800000001"
SITE = "https://shop.example"


class Phone(Console):
    """Her browser; what the till shows as a code is opened by its camera."""

    def __init__(self, shop):
        self.url = shop.url
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def fetch(self, link, password="271828"):
        """The code that her phone shows then; nothing where it is refused."""
        check(link.startswith(SITE.upper() + "/MY/L/GTQ1."), f"a link to her own page: {link[:60]}")
        page = self.page(link[len(SITE):])
        if 'name="password"' in page:
            code = page.split('name="lease" value="')[1].split('"')[0]
            _, page = self.send("/my/sign-in", {"who": PHONE, "password": password, "lease": code})
        token = page.split('name="form_token" value="')[1].split('"')[0]
        question = page.split('name="question" value="')[1].split('"')[0]
        _, page = self.send("/my/lease", {"form_token": token, "question": question})
        return page.split('data-code="')[1].split('"')[0] if 'data-code="' in page else None


def serve(till, variant):
    till.do("attach_member", phone=PHONE)
    till.do("scan_barcode", digits=variant["barcode"])


def points_of(shop):
    return shop.http("GET", f"/v1/members/{PHONE}", shop.token())[1]


def fetch(shop, link):
    """The shop's line stays down: the office is there for her phone alone, and away again before the till scans."""
    shop.start_office()
    code = Phone(shop).fetch(link)
    shop.stop_office()
    return code


def story():
    with Shop() as shop:
        goods = Goods(styles=4)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.set_rules({"member_site": SITE})
        shop.start_office()
        till = shop.open_till(DAY, float_minor=200000)
        variant = goods.variants[0]
        price = variant["price_minor"]
        till.do("enrol_member", phone=PHONE, name="林晓梅")
        till.do("choose_password", phone=PHONE, password="271828")
        serve(till, variant)
        till.do("pay", tender="cash", amount_minor=price)
        till.sync_all()
        earned = points_of(shop)["points"]
        equal(earned, price // 100, "points at the head office")

        shop.stop_office()
        till.ask("sync", timeout_ms=300)
        serve(till, variant)
        till.refused("points.only_offline", "redeem_points", points=50)
        cart = till.do("redeem_by_phone", points=50)["cart"]
        check(cart["points_asked_for"] and cart["points_redeemed"] == 0, "asked for, and not on the ticket yet")
        code = fetch(shop, cart["phone_link"])
        check(code, "her phone shows a code")
        till.refused("carried.forged", "scan_barcode", digits=code[:-1] + ("A" if code[-1] != "A" else "B"))
        cart = till.do("scan_barcode", digits=code)["cart"]
        equal((cart["points_redeemed"], cart["due_minor"]), (50, price - 50), "on the ticket")
        till.do("scan_barcode", digits=code)
        sale = till.do("pay", tender="cash", amount_minor=price - 50)["sale"]
        equal(sale["points_redeemed"], 50, "points of the sale")

        # The code is worth nothing any more: not here, not after a crash, not with a new start.
        serve(till, variant)
        till.do("scan_barcode", digits=code)
        till.refused("points.only_offline", "redeem_points", points=earned)
        late = till.do("redeem_by_phone", points=20 + sale["points_earned"])["cart"]["phone_link"]
        till.kill()
        till.start()
        till.do("sign_in", name="王芳", pin="2468")
        code = fetch(shop, late)
        check(code, "the head office does not know yet that the till fell")
        till.refused("carried.too_old", "scan_barcode", digits=code)
        serve(till, variant)
        till.refused("carried.not_armed", "redeem_by_phone", points=20)
        till.do("clear_ticket")

        # Back on the line everything is where it should be: nothing lost, nothing twice.
        shop.start_office()
        till.sync_all()
        equal(points_of(shop)["points"], earned - 50 + sale["points_earned"], "every point")
        till.close()
        till.verify()
        check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
