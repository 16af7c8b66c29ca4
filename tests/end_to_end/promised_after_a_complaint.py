#!/usr/bin/env python3
"""A complaint is taken without a line; what was promised is counted to the minute, done at three places and filed."""

import datetime

from support.console import Console
from support.shop import Goods, Shop, check, equal, tell

DAY = "2026-11-21"
PHONE = "13800000001"
HER = {"phone": PHONE}


def instant(text):
    return int(datetime.datetime.fromisoformat(text + ":00+08:00").timestamp() * 1000)


def taken_without_a_line(shop, one, sku):
    """Numbered, dated and on her page at once, with the office away."""
    shop.stop_office()
    one.do("enrol_member", phone=PHONE, name="林晓梅")
    one.do("set_clock", at="2026-11-21T10:00:00+08:00")
    one.refused("complaint.empty", "open_complaint", matter="goods", about="", **HER)
    one.refused("drive.bad_field", "open_complaint", matter="colour", about="袖口开线", **HER)
    one.refused("cart.unknown_sku", "open_complaint", matter="goods", about="袖口开线", sku="NONE", **HER)
    her = one.do("open_complaint", matter="goods", about="袖口开线，只穿了两次", sku=sku, **HER)["member"]
    complaint = her["complaints"][0]
    due = {row["duty"]: row["due_ms"] for row in complaint["due"]}
    wanted = {"call": "2026-11-22T10:00", "result": "2026-11-24T10:00", "visit": "2026-11-28T10:00",
              "archive": "2026-12-01T10:00"}
    equal(due, {duty: instant(text) for duty, text in wanted.items()}, "what she was promised")
    equal((complaint["next_duty"], complaint["late"]), ("call", False), "what is to be done next")
    return complaint["complaint"]


def late_by_a_minute(one):
    """At its hour a call is in time, a minute after it is late; the day's paper counts both."""
    one.do("set_clock", at="2026-11-22T10:00:00+08:00")
    report = one.do("x_report")["report"]
    equal((report["complaints_due"], report["complaints_late"]), (1, 0), "due today, and in time")
    one.do("set_clock", at="2026-11-22T10:01:00+08:00")
    check(one.do("complaints")["complaints"][0]["late"], "a minute later it is late")
    one.do("close_shift", counted_minor=50000)
    report = one.do("close_day")["report"]
    equal((report["complaints_due"], report["complaints_late"]), (1, 1), "the day counts it")
    check("Complaints due today" in report["text"], f"and its paper says so\n{report['text']}")


def answered_at_three_places(shop, one, two, complaint):
    """Called by this till, answered in writing by the office, visited by another till; each knows of the others."""
    answer = {"complaint": complaint}
    one.refused("complaint.result_first", "answer_complaint", duty="archive", words="这批袖口都要先检查再上架", **answer)
    one.refused("complaint.perfunctory", "answer_complaint", duty="call", words="已处理", **answer)
    one.do("answer_complaint", duty="call", words="电话里道了歉，她等结果", **answer)
    shop.start_office()
    for till in (one, two):
        till.sync_all()
    equal(two.do("complaints")["complaints"][0]["next_duty"], "result", "the other till knows of the call")

    desk = Console(shop, "小周", "7777")
    page = desk.page(f"/console/complaints/{complaint}?lang=zh_CN")
    check("袖口开线，只穿了两次" in page and "电话里道了歉，她等结果" in page, "the head office reads what was said")
    token = page.split('name="form_token" value="')[1].split('"')[0]
    form = {"form_token": token, "duty": "result", "words": "换了一件新的，运费退回"}
    for _ in range(2):  # The browser sends it again.
        desk.send(f"/console/complaints/{complaint}", form)
    two.sync_all()
    two.refused("complaint.done_already", "answer_complaint", duty="result", words="又写了一封信给她", **answer)
    two.do("answer_complaint", duty="visit", words="登门道歉，送了一条围巾", **answer)
    left = two.do("answer_complaint", duty="archive", words="这批袖口都要先检查再上架", **answer)
    equal(left["complaints"], [], "a filed case is on nobody's list")
    for till in (two, one):
        till.sync_all()
    here = one.do("show_member", **HER)["member"]["complaints"][0]
    duties = ["call", "result", "visit", "archive"]
    equal([row["duty"] for row in here["answers"]], duties, "all four at the till")
    known = shop.http("GET", f"/v1/members/{PHONE}", shop.token())[1]["complaints"][0]
    equal([row["duty"] for row in known["answers"]], duties, "all four at the head office")
    filed = desk.page("/console/complaints?state=closed&q=%E8%A2%96%E5%8F%A3")
    check(complaint in filed, "others find the filed case by its words")


def story():
    with Shop() as shop:
        goods = Goods(styles=4)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.command("add-staff", "--name", "小周", "--role", "office", "--pin", "7777")
        shop.start_office()
        one, two = shop.open_till(DAY), shop.open_till(DAY)
        complaint = taken_without_a_line(shop, one, goods.variants[0]["sku"])
        late_by_a_minute(one)
        answered_at_three_places(shop, one, two, complaint)
        for till in (one, two):
            till.close()
            till.verify()
        check(shop.verify()["ok"], "the office's books are whole")


if __name__ == "__main__":
    tell(story)
