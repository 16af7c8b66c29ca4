"""A chain of shops made with the release programs, as a person would make it by hand.

A story asks for a Shop, uses the programs through it and checks what comes
out against sums of its own. Nothing here knows how the programs work inside;
everything goes through the commands, JSON lines and HTTP of the outside.
"""

import csv
import json
import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

os.environ["LC_ALL"] = "C.UTF-8"  # The programs speak English here, whatever the machine speaks.

SKIPPED = 77
PATIENCE_S = 60
PROGRAMS = os.environ.get(
    "GUITAI_BIN", os.path.join(os.path.dirname(__file__), "..", "..", "..", "build", "release", "bin"))
GUITAI = os.path.join(PROGRAMS, "guitai")
OFFICE = os.path.join(PROGRAMS, "guitai-office")


class Wrong(AssertionError):
    """Something came out otherwise than it should."""


def check(condition, what):
    if not condition:
        raise Wrong(what)


def equal(got, wanted, what):
    check(got == wanted, f"{what}: {wanted!r} expected, {got!r} came")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_it_listens(office, port):
    """Books of a large chain that are of an earlier version take a while."""
    ends = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends:
        check(office.poll() is None, "the head office stopped at once")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise Wrong("the head office does not listen")


def run(*command, ok=True, timeout_s=PATIENCE_S, **options):
    """Runs a program to its end. ok: True wants exit 0, False any other, None takes both."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout_s, **options)
    done.out = done.stdout.decode("utf-8", "replace")
    done.err = done.stderr.decode("utf-8", "replace")
    told = f"{' '.join(command)} exited {done.returncode}\n{done.out}{done.err}"
    if ok is not None:
        check((done.returncode == 0) == ok, told)
    check(done.returncode >= 0, "died of a signal: " + told)
    return done


class Till:
    """One `guitai drive` and its data folder. `within`: the command that its programs are started by."""

    def __init__(self, folder, within=()):
        self.folder = folder
        self.within = list(within)
        self.process = None
        self.answers = None

    def start(self, *more):
        self.process = subprocess.Popen([*self.within, GUITAI, "drive", "--data", self.folder, *more],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.answers = queue.Queue()
        self.complaints = []
        threading.Thread(target=self._read, args=(self.process, self.answers), daemon=True).start()
        threading.Thread(target=self._listen, args=(self.process, self.complaints), daemon=True).start()
        return self

    @staticmethod
    def _read(process, answers):
        for line in process.stdout:
            answers.put(line)
        answers.put(None)

    @staticmethod
    def _listen(process, complaints):
        for line in process.stderr:
            complaints.append(line.decode("utf-8", "replace"))
            del complaints[:-50]

    def say(self, line):
        """One raw line in, one JSON object out."""
        self.process.stdin.write(line if isinstance(line, bytes) else (line + "\n").encode())
        self.process.stdin.flush()
        answer = self.answers.get(timeout=PATIENCE_S)
        check(answer is not None, f"guitai drive ended instead of answering {line!r}: {''.join(self.complaints)}")
        return json.loads(answer)

    def ask(self, do, /, **fields):
        return self.say(json.dumps({"do": do, **fields}, ensure_ascii=False))

    def do(self, do, /, **fields):
        """A command that must be done."""
        answer = self.ask(do, **fields)
        check(answer.get("ok") is True, f"{do} {fields} was refused: {answer}")
        return answer

    def refused(self, code, do, /, **fields):
        """A command that must be refused with `code`."""
        answer = self.ask(do, **fields)
        check(answer.get("ok") is False, f"{do} {fields} was not refused: {answer}")
        equal(answer.get("code"), code, f"refusal of {do} {fields}")
        check(answer.get("message"), f"refusal of {do} has no message")
        return answer

    def sync_all(self):
        """Syncs until the head office has everything; the last answer."""
        ends = time.monotonic() + PATIENCE_S
        while True:
            answer = self.do("sync", timeout_ms=5000)
            if answer["pending"] == 0:
                return answer
            check(time.monotonic() < ends, f"the head office does not take the rest: {answer}")

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.stdin.close()
            equal(self.process.wait(PATIENCE_S), 0, "exit of guitai drive")
        self.process = None

    def kill(self):
        if self.process:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(PATIENCE_S)
        self.process = None

    def verify(self, ok=True):
        done = run(GUITAI, "verify", "--data", self.folder, ok=ok)
        return json.loads(done.out.strip().splitlines()[-1])


class Shop:
    """A head office, its database and its tills, all gone when the story ends."""

    def __init__(self, postgres=False, certificate=None):
        """`certificate`: makes (cert, key) files in a folder; the office then speaks TLS."""
        self.folder = tempfile.mkdtemp(prefix="guitai-story-")
        self.host, self.port = "127.0.0.1", free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.tls = []
        if certificate:
            cert, key = certificate(self.folder)
            self.tls = ["--tls-cert", cert, "--tls-key", key]
            self.url = f"https://127.0.0.1:{self.port}"
        self.office = None
        self.tills = []
        self.database = "sqlite:" + self.path("office.db")
        if postgres:
            self.database = self._fresh_postgres()

    def _fresh_postgres(self):
        server = os.environ.get("GUITAI_TEST_POSTGRES")
        if not server:
            print("no PostgreSQL here (GUITAI_TEST_POSTGRES): packaging/test starts one")
            sys.exit(SKIPPED)
        name = "story_%d" % os.getpid()
        run("psql", "-XAtq", server, "-c", f"CREATE DATABASE {name}")
        return server[:server.rindex("/") + 1] + name

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        for till in self.tills:
            till.kill()
        self.stop_office(kill=True)
        if error is not None and not isinstance(error, SystemExit):
            self._show_log()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _show_log(self):
        if os.path.exists(self.path("office.log")):
            with open(self.path("office.log"), errors="replace") as log:
                sys.stderr.write("the office's last words:\n" + "".join(log.readlines()[-30:]))

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, content):
        """Leaves a text, or a value as JSON, in a file of the story's folder; its path."""
        path = self.path(name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content if isinstance(content, str) else json.dumps(content, ensure_ascii=False))
        return path

    def set_rules(self, rules, store="S01"):
        self.command("set-rules", "--store", store, self.write(f"rules-{store}.json", rules))

    def command(self, name, *rest, ok=True):
        return run(OFFICE, name, "--db", self.database, *rest, ok=ok)

    def found(self, catalogue, stock):
        """Two shops and a warehouse, goods, stock, and one person of each role that sells."""
        self.command("add-store", "--code", "S01", "--name", "人民路店")
        self.command("add-store", "--code", "S02", "--name", "文化路店")
        self.command("add-store", "--code", "W01", "--name", "总仓", "--kind", "warehouse")
        self.command("import-catalogue", catalogue)
        self.command("import-stock", stock)
        for store, name, role, pin in (("S01", "王芳", "clerk", "2468"), ("S01", "周敏", "owner", "1357"),
                                       ("S02", "李强", "clerk", "8642")):
            self.command("add-staff", "--store", store, "--name", name, "--role", role, "--pin", pin)

    def start_office(self):
        with open(self.path("office.log"), "ab") as log:
            self.office = subprocess.Popen(
                [OFFICE, "serve", "--db", self.database, "--listen", f"{self.host}:{self.port}", *self.tls],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        wait_until_it_listens(self.office, self.port)
        return self

    def stop_office(self, kill=False):
        if self.office and self.office.poll() is None:
            self.office.send_signal(signal.SIGKILL if kill else signal.SIGTERM)
            code = self.office.wait(PATIENCE_S)
            check(kill or code == 0, f"the head office exited {code} when asked to stop")
        self.office = None

    def enrol_code(self, store):
        told = self.command("enrol-code", "--store", store).out.strip().splitlines()[-1]
        return re.findall(r"[A-Za-z0-9-]{4,}", told)[-1]

    def enrol(self, store, *more, name=None):
        """A new till of `store`, started; its data folder was made with --test and what else is said."""
        till = Till(self.path(name or f"till-{store}-{len(self.tills)}"))
        run(GUITAI, "enrol", "--data", till.folder, "--office", self.url, "--code", self.enrol_code(store), "--test",
            *more)
        self.tills.append(till)
        return till.start()

    def open_till(self, day, store="S01", name="王芳", pin="2468", float_minor=50000):
        """A new till at which somebody has signed in and opened a shift, at ten o'clock of that day."""
        till = self.enrol(store)
        till.sync_all()
        till.do("set_clock", at=f"{day}T10:00:00+08:00")
        till.do("sign_in", name=name, pin=pin)
        till.do("open_shift", float_minor=float_minor)
        return till

    def token(self, role="office"):
        return self.command("token", "--role", role).out.strip().split()[-1]

    def http(self, method, path, token=None, body=None):
        """(status, JSON or text) of a request to the head office."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method)
        request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", "Bearer " + token)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
                status, text = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read().decode("utf-8", "replace")
        try:
            return status, json.loads(text)
        except ValueError:
            return status, text

    def verify(self, ok=True):
        done = self.command("verify", ok=ok)
        return json.loads(done.out.strip().splitlines()[-1])


# Goods of our own, told apart by style, colour and size.

def ean13(number):
    digits = f"{number:012d}"
    odd = sum(int(d) for d in digits[0::2])
    even = sum(int(d) for d in digits[1::2])
    return digits + str((10 - (odd + 3 * even) % 10) % 10)


COLOURS = ("黑色", "米白", "驼色", "藏青")
SIZES = ("S", "M", "L", "XL", "2XL")


class Goods:
    """A made-up catalogue and what each variant costs, so that a story can do the sums itself."""

    def __init__(self, styles, price_minor=lambda style: 19900 + 1000 * (style % 60)):
        self.variants = []
        for style in range(styles):
            for colour in range(len(COLOURS)):
                for size in range(len(SIZES)):
                    self.variants.append({
                        "style": f"GT{style:04d}",
                        "sku": f"GT{style:04d}-{colour}{size}",
                        "barcode": ean13(200000000000 + style * 100 + colour * 10 + size),
                        "name": f"轻薄羽绒服 {style:04d}",
                        "colour": COLOURS[colour], "size": SIZES[size],
                        "price_minor": price_minor(style)})
        self.by_sku = {variant["sku"]: variant for variant in self.variants}

    def write_shopify(self, path):
        with open(path, "w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(["Handle", "Title", "Body (HTML)", "Vendor", "Type", "Tags", "Published", "Option1 Name",
                          "Option1 Value", "Option2 Name", "Option2 Value", "Variant SKU", "Variant Price",
                          "Variant Barcode", "Status"])
            seen = set()
            for v in self.variants:
                first = v["style"] not in seen
                seen.add(v["style"])
                head = [v["name"], "<p>90% 白鸭绒,\n可机洗 \"轻柔\"</p>", "Guitai", "羽绒服", "冬季, 新品", "TRUE"]
                out.writerow([v["style"].lower(), *(head if first else [""] * 6), "颜色" if first else "", v["colour"],
                              "尺码" if first else "", v["size"], v["sku"],
                              f"{v['price_minor'] // 100}.{v['price_minor'] % 100:02d}", v["barcode"],
                              "active" if first else ""])
        return path

    def write_stock(self, path, quantity=lambda location, index: 10):
        with open(path, "w", newline="", encoding="utf-8") as file:
            out = csv.writer(file)
            out.writerow(["location", "sku", "quantity"])
            for index, variant in enumerate(self.variants):
                for location in ("S01", "S02", "W01"):
                    out.writerow([location, variant["sku"], quantity(location, index)])
        return path


def tell(story):
    """Runs a story; its name is the test's, and a failure says what was wrong."""
    if not (os.access(GUITAI, os.X_OK) and os.access(OFFICE, os.X_OK)):
        print(f"no programs in {PROGRAMS}: packaging/build release programs")
        sys.exit(SKIPPED)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        story()
    except Wrong as wrong:
        sys.exit(f"WRONG: {wrong}")
    print("as it should be")
