#!/usr/bin/env python3
"""Whatever comes in, the answer is one clear line, exit 2, and nothing half done."""

import http.server
import os
import socket
import threading

from support.shop import GUITAI, OFFICE, Goods, Shop, Till, check, equal, free_port, run, tell

HEAD = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Barcode\n"


def one_line(done, what):
    equal(done.returncode, 2, f"exit of {what}: {done.out}{done.err}")
    lines = [line for line in done.err.splitlines() if line.strip()]
    equal(len(lines), 1, f"lines on stderr of {what}: {done.err!r}")


def bad_catalogues(shop):
    files = {
        "empty": b"",
        "binary": os.urandom(4096) + b"\0" * 64,
        "a PNG": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 16,
        "half a quote": (HEAD + 'a,"Coat,Size,S,A-S,199.00,\n').encode(),
        "other columns": b"colour,weight\nred,3\n",
        "a negative price": (HEAD + "a,Coat,Size,S,A-S,-5.00,\n").encode(),
        "an absurd price": (HEAD + "a,Coat,Size,S,A-S,99999999999999999999,\n").encode(),
        "a price in words": (HEAD + "a,Coat,Size,S,A-S,cheap,\n").encode(),
        "UTF-16": (HEAD + "a,Coat,Size,S,A-S,199.00,\n").encode("utf-16"),
        "one SKU at two prices": (HEAD + "a,Coat,Size,S,A-S,199.00,\nb,Cap,Size,S,A-S,19.00,\n").encode(),
    }
    for name, content in files.items():
        path = shop.path("bad.csv")
        with open(path, "wb") as file:
            file.write(content)
        one_line(shop.command("import-catalogue", path, ok=None), f"a catalogue that is {name}")
    one_line(shop.command("import-catalogue", shop.path("not there.csv"), ok=None), "a catalogue that is not there")
    one_line(shop.command("import-stock", shop.path("bad.csv"), ok=None), "stock that is a catalogue")


def bad_words(shop):
    one_line(shop.command("add-store", "--code", "no code!", "--name", "又一家", ok=None), "a code that is none")
    one_line(shop.command("add-staff", "--store", "S01", "--name", "甲", "--role", "king", "--pin", "2468", ok=None),
             "a role nobody has")
    one_line(shop.command("add-staff", "--store", "S01", "--name", "甲", "--role", "clerk", "--pin", "12", ok=None),
             "a PIN that is too short")
    one_line(shop.command("add-staff", "--store", "S99", "--name", "甲", "--role", "clerk", "--pin", "2468", ok=None),
             "a shop nobody knows")
    one_line(run(OFFICE, "dance", ok=None), "a command nobody knows")
    one_line(run(OFFICE, "verify", "--db", "mysql:nothing", ok=None), "a database nobody knows")
    for program in (OFFICE, GUITAI):
        check("Usage" in run(program, "--help").out, "--help says how it is used")


class AnotherServer:
    """Some web server that is no head office."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<html>hello</html>")

        def log_message(self, *_):
            pass

    def __init__(self):
        self.server = http.server.HTTPServer(("127.0.0.1", 0), self.Page)
        self.url = "http://127.0.0.1:%d" % self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def bad_places(shop):
    """A port in use, a folder in use, an office that is none."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        taken = run(OFFICE, "serve", "--db", shop.database, "--listen", f"127.0.0.1:{port}", ok=None)
        one_line(taken, "a port in use")
        check(str(port) in taken.err, f"a port in use is named: {taken.err!r}")
    till = shop.enrol("S01")
    till.ask("sign_in", name="没有这个人", pin="2468")  # It answers: the folder is its own by now.
    second = run(GUITAI, "drive", "--data", till.folder, ok=None)
    one_line(second, "a second program on the same folder")
    check(till.folder in second.err, f"the folder is named: {second.err!r}")
    till.close()
    code = shop.enrol_code("S01")
    again = run(GUITAI, "enrol", "--data", till.folder, "--office", shop.url, "--code", code, ok=None)
    one_line(again, "a folder that is a till already")
    page = AnotherServer()
    nowhere = f"http://127.0.0.1:{free_port()}"
    for url in (nowhere, "ftp://example.invalid", "no url", "https://127.0.0.1:%d" % shop.port, page.url):
        done = run(GUITAI, "enrol", "--data", shop.path("nobody"), "--office", url, "--code", code, ok=None)
        one_line(done, f"the office {url}")
    page.close()
    one_line(run(GUITAI, "enrol", "--data", shop.path("nobody"), "--office", shop.url, "--code", "ABCD-EFGH", ok=None),
             "a wrong code")
    check(not os.path.exists(shop.path("nobody", "till.db")), "nothing is half made")
    # None of them has used up the code.
    run(GUITAI, "enrol", "--data", shop.path("nobody"), "--office", shop.url, "--code", code)


def bad_lines(shop):
    till = shop.enrol("S02")
    for raw in (b"\n", b"hello\n", b"[1,2\n", b"\xff\xfe\x00\n", b'"text"\n', b"[" * 100000 + b"\n"):
        equal(till.say(raw)["code"], "drive.unreadable", f"answer to {raw[:20]!r}")
    till.refused("drive.unknown_command", "dance")
    till.refused("drive.bad_field", "sign_in", name=7, pin=None)
    check(not till.ask("scan_barcode", digits="6900000000000")["ok"], "nobody is signed in, nothing is scanned")
    check(not till.ask("sign_in", name="没有这个人", pin="2468")["ok"], "an unknown name signs nobody in")
    till.sync_all()
    till.do("sign_in", name="李强", pin="8642")
    till.do("open_shift", float_minor=0)
    till.refused("scan.unknown", "scan_barcode", digits="6900000000000")
    till.close()


def story():
    with Shop() as shop:
        goods = Goods(styles=3)
        shop.found(goods.write_shopify(shop.path("goods.csv")), goods.write_stock(shop.path("stock.csv")))
        shop.start_office()
        bad_catalogues(shop)
        bad_words(shop)
        bad_places(shop)
        bad_lines(shop)
        shop.verify()
        till = Till(shop.path("nowhere"))
        check(run(GUITAI, "drive", "--data", till.folder, ok=False).err.strip(), "a folder that is no shop is named")


if __name__ == "__main__":
    tell(story)
