#!/usr/bin/env python3
"""The size is not here: ordered with the line down, found, sent, and everybody sees the same until it is worn."""

import hashlib
import hmac
import http.server
import json
import threading
import time
import urllib.error
import urllib.request

from support.console import Console
from support.shop import Goods, PATIENCE_S, Shop, check, equal, tell

DAY = "2026-11-22"
PHONE = "13800000007"
PLACES = {"S01": [0, 5, 5, 5], "S02": [1, 0, 0, 2], "W01": [1, 3, 0, 2]}


class Listener:
    """A program of somebody else that is told of orders; `broken` while it answers 503."""

    def __init__(self):
        self.heard = []
        self.broken = False
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if not outer.broken:
                    outer.heard.append((body, self.headers["X-Guitai-Signature"]))
                self.send_response(503 if outer.broken else 204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/orders"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def states(self, order):
        told = [json.loads(body) for body, _ in self.heard]
        return [one["state"] for one in told if one["order"] == order]

    def wait_for(self, order, state):
        ends = time.monotonic() + PATIENCE_S
        while state not in self.states(order):
            check(time.monotonic() < ends, f"the webhook is not told that {order} is {state}: {self.states(order)}")
            time.sleep(0.02)


def signature(key, body, at):
    return f"t={at},v1=" + hmac.new(bytes.fromhex(key), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


class Carrier:
    """顺丰, who signs what it tells."""

    def __init__(self, shop):
        self.shop = shop
        self.key = shop.command("add-carrier", "--name", "sf").out.strip()
        self.said = 0

    def send(self, body, signed=None):
        request = urllib.request.Request(self.shop.url + "/v1/carriers/sf", data=body, method="POST")
        request.add_header("X-Guitai-Signature", signed or signature(self.key, body, int(time.time())))
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read())

    def tell(self, tracking, event, **more):
        self.said += 1
        return self.send(json.dumps({"id": f"m{self.said}", "tracking": tracking, "event": event,
                                     "at_ms": 1_800_000_000_000 + self.said, **more}).encode())


class Witnesses:
    """Everybody who looks at an order: its till, the API, the console, her own page."""

    def __init__(self, shop, till):
        self.shop, self.till, self.token = shop, till, shop.token()
        self.console = Console(shop, "赵总", "9753")

    def agree(self, order, state):
        self.till.sync_all()
        equal(self.till.do("order", order=order)["state"], state, f"state of {order} at the till")
        there = self.shop.http("GET", f"/v1/orders/{order}", self.token)[1]
        equal(there["state"], state, f"state of {order} at the API")
        own = self.till.do("show_own", phone=PHONE, password="271828")["own"]
        equal({one["order"]: one["state"] for one in own["open_orders"]}.get(order, state), state, "state on her own screen")
        check(order in self.console.page(f"/console/calls?q={order}"), "the console finds it")
        return there

    def step(self, order, what, **fields):
        status, answer = self.shop.http("POST", f"/v1/orders/{order}/{what}", self.token, fields)
        equal(status, 200, f"{what} of {order}: {answer}")
        return answer["state"]


def drawer(till):
    report = till.do("x_report")
    return report.get("report", report)["expected_minor"]


def ordered(till, variant, phone=PHONE, pay="cod"):
    sale = None
    till.do("order_item", sku=variant["sku"], quantity=1, delivery="ship", recipient="陈静", phone=phone,
            address="上海市 静安区 南京西路 1266 号")
    sale = till.do("pay", tender=pay, amount_minor=variant["price_minor"])["sale"]
    return sale["orders"][0]


def offline_and_resent(shop, till, variant):
    """Taken with the line down, sent again and again: one order."""
    shop.stop_office()
    till.do("enrol_member", phone=PHONE, name="陈静")
    till.do("choose_password", phone=PHONE, password="271828")
    till.do("attach_member", phone=PHONE)
    order = ordered(till, variant)
    equal(till.do("order", order=order)["state"], "captured", "known at once")
    for _ in range(3):
        shop.start_office()
        till.ask("sync", timeout_ms=300)
        shop.stop_office(kill=True)
    shop.start_office()
    till.sync_all()
    equal([one["order"] for one in shop.http("GET", "/v1/orders", shop.token())[1]["orders"]], [order], "one order")
    return order


def to_the_door(shop, till, carrier, listener, order, price):
    """From the warehouse by a carrier who misses the customer once and brings the money."""
    see = Witnesses(shop, till)
    see.agree(order, "captured")
    equal(see.step(order, "accept"), "accepted", "accepted")
    check(see.agree(order, "accepted")["source"] == "W01", "from the warehouse")
    see.step(order, "allocate")
    see.agree(order, "allocated")
    see.step(order, "pack")
    see.agree(order, "packed")
    see.step(order, "ship", carrier="sf", tracking="SF1001")
    see.agree(order, "shipped")
    before = drawer(till)
    for event, state in (("out_for_delivery", "out_for_delivery"), ("failed", "delivery_failed"),
                         ("out_for_delivery", "out_for_delivery"), ("delivered", "delivered")):
        equal(carrier.tell("SF1001", event)[0], 200, f"the carrier tells {event}")
        there = see.agree(order, state)
    equal((there["paid_minor"], there["due_minor"]), (price, 0), "what the carrier took")
    names = [(one["giver"], one["taker"]) for one in there["history"] if one["giver"]]
    equal(names, [("customer", "S01"), ("S01", "office"), ("office", "W01"), ("W01", "sf"), ("sf", "customer")],
          "each hand-over has giver and taker")
    equal(drawer(till), before, "none of it is in the drawer")
    listener.wait_for(order, "delivered")
    equal(listener.states(order), ["captured", "accepted", "allocated", "packed", "shipped", "out_for_delivery",
                                   "delivery_failed", "out_for_delivery", "delivered"], "what the webhook was told")


def bad_messages(shop, carrier):
    """Bad signature, replay, out of order, unknown parcel, 10 MB."""
    body = json.dumps({"id": "x1", "tracking": "SF1001", "event": "returned", "at_ms": 1_800_000_000_000}).encode()
    equal(carrier.send(body, "t=1,v1=00")[0], 401, "a bad signature")
    equal(carrier.send(body, signature(carrier.key, body, int(time.time()) - 3600))[0], 401, "an hour old")
    equal(carrier.send(body)[1], {"applied": 0, "noted": 0, "late": 1, "repeated": 0}, "out of order")
    equal(carrier.send(body)[1], {"applied": 0, "noted": 0, "late": 0, "repeated": 1}, "played again")
    equal(carrier.tell("SF9999", "delivered")[0], 404, "an unknown parcel")
    equal(carrier.send(b" " * 10_000_000)[0], 413, "ten million bytes")


def the_last_piece(shop, tills, variant):
    """Where the rules answer, two buyers of the last piece have two answers, and what a shop can not send is found
    elsewhere or given up."""
    shop.command("set-fulfilment", shop.write("fulfilment.json", {
        "automatic": True, "places": [{"place": "W01", "ring_fence": 1}, {"place": "S01", "share_percent": 12}]}))
    one, two = tills
    order, late = ordered(one, variant, pay="cash"), ordered(one, variant, pay="cash")
    for till in (one, two, one):
        till.sync_all()
    equal(one.do("order", order=order)["state"], "allocated", "the first buyer")
    equal(one.do("order", order=late)["state"], "to_confirm", "the second buyer")
    asked = two.do("orders", state="to_send")
    equal([o["order"] for o in asked["orders"]], [order], "the shop that has it is asked")
    two.do("take_pick", order=order)
    two.do("pack_order", order=order)
    two.refused("order.needs_reason", "reject_pick", order=order, reason="")
    two.do("hand_over_order", order=order, carrier="sf", tracking="SF2002")
    two.refused("order.said_already", "reject_pick", order=order, reason="找不到")
    two.sync_all()
    one.sync_all()
    equal(one.do("order", order=order)["state"], "shipped", "sent by the other shop")
    return order, late


def substitute(shop, till, order, variant, token):
    """Something else is offered at the same price, the customer says no, and has her money back."""
    status, answer = shop.http("POST", f"/v1/orders/{order}/offer", token, {"sku": variant["sku"], "reason": "同款大一码"})
    equal(status, 200, f"offered: {answer}")
    till.sync_all()
    equal(till.do("order", order=order)["substitute"]["sku"], variant["sku"], "the till shows what is offered")
    till.do("answer_substitute", order=order, taken=False)
    till.sync_all()
    till.sync_all()
    equal(till.do("order", order=order)["state"], "declined", "she would not have it")
    till.do("refund_order", order=order)
    till.sync_all()
    equal(shop.http("GET", f"/v1/orders/{order}", token)[1]["state"], "refunded", "and was paid back")


def story():
    with Shop() as shop:
        goods = Goods(styles=1)
        stock = shop.path("stock.csv")
        goods.write_stock(stock, lambda place, index: PLACES[place][index] if index < 4 else 0)
        shop.found(goods.write_shopify(shop.path("goods.csv")), stock)
        shop.command("add-staff", "--store", "S01", "--name", "赵总", "--role", "office", "--pin", "9753")
        shop.start_office()
        listener = Listener()
        shop.command("add-webhook", listener.url)
        carrier = Carrier(shop)
        till = shop.open_till(DAY)
        other = shop.open_till(DAY, "S02", "李强", "8642")
        missing = goods.variants[0]
        listener.broken = True
        order = offline_and_resent(shop, till, missing)
        listener.broken = False
        to_the_door(shop, till, carrier, listener, order, missing["price_minor"])
        bad_messages(shop, carrier)

        sent, late = the_last_piece(shop, (till, other), missing)
        substitute(shop, till, late, goods.variants[1], shop.token())
        equal(carrier.tell("SF2002", "delivered")[0], 200, "the other shop's parcel arrives")
        share = shop.command("dealer-shares", "--store", "S01").out.strip().splitlines()
        equal(share[1].split(",")[2:], [sent, str(missing["price_minor"]), "12.00",
                                        str(missing["price_minor"] * 12 // 100)], "the shop's share")
        for one in (till, other):
            one.sync_all()
            one.close()
            check(one.verify()["ok"], "the till's books are whole")
        check(shop.verify()["ok"], "the office's books are whole")
        stock_left = json.loads(json.dumps(shop.http("GET", "/v1/health")[1]))
        equal(stock_left["quarantined"], 0, "nothing had to be set apart")


if __name__ == "__main__":
    tell(story)
