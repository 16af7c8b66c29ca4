#!/usr/bin/env python3
"""Two tills without a line refund the same order: the office names the loss, and every book stays whole."""

from support.console import Console
from support.shop import Goods, Shop, check, equal, tell

DAY = "2025-11-22"


def order_that_is_declined(shop, till, variant):
    """Taken and paid in cash at a till, declined by the head office."""
    till.do("order_item", sku=variant["sku"], quantity=1, delivery="ship", recipient="陈静", phone="13800000007",
            address="上海市静安区南京西路 1266 号 2 楼")
    till.do("pay", tender="cash", amount_minor=variant["price_minor"])
    till.sync_all()
    token = shop.token()
    order = shop.http("GET", "/v1/orders", token)[1]["orders"][0]["order"]
    equal(shop.http("POST", f"/v1/orders/{order}/decline", token, {"reason": "断货"})[0], 200, "the order is declined")
    return order


def story():
    with Shop() as shop:
        goods = Goods(styles=2)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.command("add-staff", "--store", "S01", "--name", "赵总", "--role", "office", "--pin", "9753")
        shop.start_office()
        tills = [shop.open_till(DAY), shop.open_till(DAY)]
        price = goods.variants[3]["price_minor"]
        order = order_that_is_declined(shop, tills[0], goods.variants[3])
        for till in tills:
            till.sync_all()

        shop.stop_office()
        for till in tills:
            till.do("refund_order", order=order)
        shop.start_office()
        for till in tills:
            till.sync_all()
        for till in tills:  # Each hears of the other one's refund.
            till.sync_all()
            equal(till.do("order", order=order)["state"], "refunded", "state at the till")
            till.close()
            till.verify()

        check(shop.verify()["ok"], "the office's books are whole")
        day = shop.http("GET", f"/v1/stores/S01/days/{DAY}", shop.token())[1]
        equal(day["refunds_minor"], 2 * price, "what left the drawers")
        equal(shop.http("GET", "/v1/health")[1]["quarantined"], 1, "events set apart")
        office = Console(shop, "赵总", "9753")
        page = office.page("/console/sales?lang=en")
        check("Loss: two tills refunded the same order" in page, "the console names the loss")
        check(f"¥{price / 100:,.2f} · S01 王芳" in page, "and says how much and by whom")
        owner = Console(shop, "周敏", "1357")
        check("损失：两台收银机给同一订单退了款" in owner.page("/console/sales"), "the owner of the shop sees it too")


if __name__ == "__main__":
    tell(story)
