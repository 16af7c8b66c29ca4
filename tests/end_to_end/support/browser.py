"""A real browser, driven over the W3C WebDriver protocol; no library is needed for that."""

import base64
import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from support.shop import PATIENCE_S, SKIPPED, Wrong, check, free_port

# Nothing but the page itself may touch the network.
CHROMIUM_FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
                  "--disable-background-networking", "--disable-component-update", "--disable-sync",
                  "--disable-dev-shm-usage", "--force-device-scale-factor=1"]
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Browser:
    """One window, and a profile that is gone afterwards."""

    def __init__(self, width=1280, height=800):
        driver, chromium = shutil.which("chromedriver"), shutil.which("chromium")
        if not driver or not chromium:
            print("no browser here: packaging/install-dependencies test")
            sys.exit(SKIPPED)
        self.profile = tempfile.mkdtemp(prefix="guitai-browser-")
        port = free_port()
        self.driver = subprocess.Popen([driver, f"--port={port}"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
        self.url = f"http://127.0.0.1:{port}"
        self.session = None
        self._wait_for_the_driver()
        options = {"binary": chromium, "args": [*CHROMIUM_FLAGS, f"--user-data-dir={self.profile}"]}
        self.session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"}}}})["sessionId"]
        self.resize(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            if self.session:
                self._ask("DELETE", f"/session/{self.session}")
        except OSError:
            pass
        self.driver.terminate()
        self.driver.wait(PATIENCE_S)
        shutil.rmtree(self.profile, ignore_errors=True)

    def _ask(self, method, path, body=None):
        data = json.dumps(body if body is not None else {}).encode() if method == "POST" else None
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise Wrong(f"{method} {path}: {json.load(error)['value']['message'].splitlines()[0]}") from error

    def _wait_for_the_driver(self):
        ends = time.monotonic() + PATIENCE_S
        while time.monotonic() < ends:
            try:
                if self._ask("GET", "/status")["ready"]:
                    return
            except OSError:
                time.sleep(0.05)
        raise Wrong("chromedriver does not answer")

    def _do(self, what, body=None, method="POST"):
        return self._ask(method, f"/session/{self.session}/{what}", body)

    def resize(self, width, height):
        self._do("window/rect", {"width": width, "height": height})
        frame = self.run("return [window.outerWidth - window.innerWidth, window.outerHeight - window.innerHeight]")
        self._do("window/rect", {"width": width + frame[0], "height": height + frame[1]})

    def be_a_phone(self, width, height):
        """A window of Chromium is never as narrow as a phone."""
        self._do("goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": True}})

    def open(self, url):
        self._do("url", {"url": url})
        return self

    @property
    def place(self):
        return self._do("url", method="GET")

    def run(self, script, *arguments):
        return self._do("execute/sync", {"script": script, "args": list(arguments)})

    def text(self):
        return self.run("return document.body.innerText")

    def all(self, selector):
        return [each[ELEMENT] for each in self._do("elements", {"using": "css selector", "value": selector})]

    def one(self, selector):
        """The only one; a page that is still being read is waited for."""
        ends = time.monotonic() + PATIENCE_S
        found = self.all(selector)
        while len(found) != 1 and time.monotonic() < ends:
            time.sleep(0.05)
            found = self.all(selector)
        check(len(found) == 1, f"one {selector} on {self.place}, {len(found)} are there")
        return found[0]

    def click(self, selector):
        """Clicks what leads to another page, and waits until that one is there."""
        element = self.one(selector)
        self.run("window.is_left = true")
        self._do(f"element/{element}/click")
        ends = time.monotonic() + PATIENCE_S
        while time.monotonic() < ends:
            try:
                if self.run("return !window.is_left && document.readyState === 'complete'"):
                    return self
            except Wrong:  # Between two pages there is none to ask.
                pass
            time.sleep(0.02)
        raise Wrong(f"a click on {selector} leads nowhere from {self.place}")

    def type(self, selector, text):
        element = self.one(selector)
        self._do(f"element/{element}/clear")
        self._do(f"element/{element}/value", {"text": text})
        return self

    def press(self, *keys):
        """One key after the other, wherever the focus is."""
        deeds = [deed for key in keys for deed in ({"type": "keyDown", "value": key}, {"type": "keyUp", "value": key})]
        self._do("actions", {"actions": [{"type": "key", "id": "keys", "actions": deeds}]})
        return self

    def go(self, way):
        """`back`, `forward` or `refresh`."""
        self._do(way)
        return self

    def complaints(self):
        """What the page wrote into the console of the browser since it was asked last."""
        return [each["message"] for each in self._do("se/log", {"type": "browser"})]

    def picture(self, path):
        """The whole page, however long, as PNG."""
        shot = self._do("goog/cdp/execute", {"cmd": "Page.captureScreenshot",
                                             "params": {"format": "png", "captureBeyondViewport": True}})
        with open(path, "wb") as file:
            file.write(base64.b64decode(shot["data"]))

    def cut_texts(self):
        """Texts that do not fit what holds them, and whether the page is wider than the window."""
        return self.run("""
            const cut = [];
            if (document.documentElement.scrollWidth > window.innerWidth) cut.push('the page is wider than the window');
            for (const each of document.querySelectorAll('.wide')) {
                if (each.scrollWidth > each.clientWidth) cut.push('a table is wider than its place');
            }
            for (const each of document.querySelectorAll('button, a, td, th, dd, dt, h1, h2, label, .badge-state')) {
                if (each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 &&
                    getComputedStyle(each).display !== 'inline') cut.push(each.innerText);
            }
            return cut;""")
