#!/usr/bin/env python3
"""Till and office speak TLS under an authority of the shop's own; a certificate nobody vouches for is refused."""

import os
import urllib.request

from support.shop import GUITAI, OFFICE, Goods, Shop, check, equal, run, tell


def make_authority(folder, name):
    """A certificate authority: (cert, key)."""
    cert, key = os.path.join(folder, f"{name}.pem"), os.path.join(folder, f"{name}.key")
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
        "-subj", f"/CN={name}", "-keyout", key, "-out", cert)
    return cert, key


def make_certificate(folder):
    """For 127.0.0.1, signed by the shop's own authority: (cert, key)."""
    authority, authority_key = make_authority(folder, "shop-authority")
    cert, key, wish, more = (os.path.join(folder, f"office{end}") for end in (".pem", ".key", ".csr", ".ext"))
    with open(more, "w", encoding="ascii") as file:
        file.write("subjectAltName=IP:127.0.0.1\n")
    run("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=office",
        "-keyout", key, "-out", wish)
    run("openssl", "x509", "-req", "-in", wish, "-CA", authority, "-CAkey", authority_key, "-CAcreateserial", "-days",
        "30", "-extfile", more, "-out", cert)
    return cert, key


def refused_in_one_line(shop, word, *more, url=None):
    done = run(GUITAI, "enrol", "--data", shop.path("nobody"), "--office", url or shop.url, "--code",
               shop.enrol_code("S01"), *more, ok=False)
    equal(done.returncode, 2, "exit")
    equal(len(done.err.strip().splitlines()), 1, f"lines: {done.err!r}")
    check(word in done.err, f"{word} in {done.err!r}")
    check(not os.path.exists(shop.path("nobody", "till.db")), "nothing half made")


def bad_certificates(shop):
    other, _ = make_authority(shop.folder, "another-authority")
    with open(shop.path("not a certificate"), "w", encoding="ascii") as file:
        file.write("hello\n")
    refused_in_one_line(shop, "certificate")
    refused_in_one_line(shop, "certificate", "--ca", other)
    refused_in_one_line(shop, "not a certificate", "--ca", shop.path("not a certificate"))
    refused_in_one_line(shop, "nowhere.pem", "--ca", shop.path("nowhere.pem"))
    refused_in_one_line(shop, "certificate", "--ca", shop.path("shop-authority.pem"),
                        url=shop.url.replace("127.0.0.1", "localhost"))
    _, key = make_authority(shop.folder, "third")
    for cert in (shop.path("office.pem"), shop.path("not a certificate"), shop.path("nowhere.pem")):
        done = run(OFFICE, "serve", "--db", shop.database, "--listen", "127.0.0.1:0", "--tls-cert", cert,
                   "--tls-key", key, ok=False)
        equal((done.returncode, len(done.err.strip().splitlines())), (2, 1), f"exit and lines: {done.err!r}")


def story():
    with Shop(certificate=make_certificate) as shop:
        goods = Goods(styles=40)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        bad_certificates(shop)

        till = shop.enrol("S01", "--ca", shop.path("shop-authority.pem"))
        os.rename(shop.path("shop-authority.pem"), shop.path("moved-away.pem"))  # The folder has its own.
        till.do("set_clock", at="2025-11-22T10:00:00+08:00")
        till.do("sign_in", name="王芳", pin="2468")
        till.do("open_shift", float_minor=0)
        total = 0
        for variant in goods.variants[:60]:
            till.do("scan_barcode", digits=variant["barcode"])
            till.do("pay", tender="cash", amount_minor=variant["price_minor"])
            total += variant["price_minor"]
        till.sync_all()
        till.close()
        till.verify()
        shop.verify()

        # Another certificate in the old one's place: no till speaks to it, and each says why.
        shop.stop_office()
        shop.tls = ["--tls-cert", shop.path("another-authority.pem"), "--tls-key", shop.path("another-authority.key")]
        shop.start_office()
        answer = till.start().do("sync", timeout_ms=300)
        equal(answer["office"].get("problem"), "wire.bad_certificate", "what the till says of a false office")
        equal(answer["office"]["reached"], False, "the false office counts as reached")
        till.do("sign_in", name="王芳", pin="2468")
        shop.stop_office()

        # Speaking plainly to TLS, and TLS to a plain office: no office is there, in one line.
        shop.tls = []
        shop.start_office()
        refused_in_one_line(shop, "no head office", "--ca", shop.path("moved-away.pem"))
        plain = "http" + shop.url[len("https"):]
        with urllib.request.urlopen(plain + "/v1/health") as health:
            equal(health.status, 200, "health without TLS")
        shop.url = plain
        day = shop.http("GET", "/v1/stores/S01/days/2025-11-22", shop.token())[1]
        equal(day["turnover_minor"], total, "takings that came over TLS")


if __name__ == "__main__":
    tell(story)
