#!/usr/bin/env python3
"""Works in the console with a real browser for as long as is said, and measures every page.

    guitai-console-bench 50000 1 BOOKS.db     makes the books of a large chain, once
    tests/bench/at_the_console.py BOOKS.db [MINUTES [SEED]]

Follows links, goes back and forward, loads again, searches, turns pages and decides orders, as chance has it. Prints
how long the head office took for each area, what took longest and what the browser complained of. Exit 1 where a page
took 200 ms or more, a form that was sent was gone after going back, or the browser complained.
"""

import os
import random
import subprocess
import sys
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "end_to_end"))

from support.browser import Browser  # noqa: E402
from support.shop import OFFICE, Wrong, check, free_port, wait_until_it_listens  # noqa: E402

LIMIT_MS = 200
SEARCHES = ["收件人12", "羽绒服", "S03", "羽绒服 米白", "13800", "nothing-like-it", "YL2000"]
# Of the page that is shown: what its server took, and how it ended.
TOOK = """const page = performance.getEntriesByType('navigation')[0];
          return [page.responseEnd - page.requestStart, page.responseStatus || 200];"""
LINKS = """return [...document.querySelectorAll('main a[href], nav a[href]')].map(a => a.getAttribute('href'))
           .filter(h => h.startsWith('/console/') && !h.includes('assets'));"""


def area_of(place):
    parts = urllib.parse.urlparse(place).path.strip("/").split("/")
    return parts[1] if len(parts) > 1 else "console"


class Walk:
    def __init__(self, browser, url, seed):
        self.browser, self.url, self.dice = browser, url, random.Random(seed)
        self.took, self.slow, self.wrong, self.pages = {}, [], [], 0

    def look(self, what):
        ms, status = self.browser.run(TOOK)
        place = self.browser.place
        self.pages += 1
        self.took.setdefault(area_of(place), []).append(ms)
        if ms >= LIMIT_MS:
            self.slow.append((round(ms, 1), what, place))
        if status >= 500:
            self.wrong.append(f"{status} at {place}")
        self.wrong += [f"{line} at {place}" for line in self.browser.complaints() if "favicon" not in line]

    def step(self):
        chance = self.dice.random()
        if chance < 0.12:
            self.browser.go(self.dice.choice(["back", "forward"]))
            return self.look("back or forward")
        if chance < 0.2:
            self.browser.go("refresh")
            return self.look("again")
        if chance < 0.32:
            text = urllib.parse.quote(self.dice.choice(SEARCHES))
            self.browser.open(f"{self.url}/console/{self.dice.choice(['orders', 'stock', 'catalogue'])}?q={text}")
            return self.look("search")
        if chance < 0.4:
            return self.decide()
        links = self.browser.run(LINKS)
        self.browser.open(self.url + (self.dice.choice(links) if links else "/console/orders"))
        return self.look("link")

    def decide(self):
        """An order is held, by its own form; going back and loading again loses nothing."""
        self.browser.open(f"{self.url}/console/orders?state=captured")
        rows = self.browser.run("return [...document.querySelectorAll('a[data-open]')].map(a => a.getAttribute('href'))")
        if not rows:
            return self.look("desk")
        order = self.dice.choice(rows)
        self.browser.open(self.url + order)
        self.look("an order")
        sent = self.browser.run("""const form = [...document.querySelectorAll('form')]
                                       .find(f => f.action.endsWith('/hold'));
                                   if (!form) return false;
                                   form.querySelector('[name=reason]').value = '等一等';
                                   form.submit(); return true;""")
        if not sent:
            return None
        time.sleep(0.3)
        self.look("decided")
        self.browser.go("refresh").go("back")
        self.browser.open(self.url + order)
        check("等一等" in self.browser.text(), f"{order} is not held after all")
        return self.look("seen again")


def main():
    books, minutes = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 60
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    office = subprocess.Popen([OFFICE, "serve", "--db", "sqlite:" + books, "--listen", f"127.0.0.1:{port}"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_until_it_listens(office, port)
        with Browser() as browser:
            browser.open(url + "/console/sign-in")
            browser.type("[name=name]", "赵总").type("[name=pin]", "1357").click("button.btn-primary")
            walk = Walk(browser, url, seed)
            ends = time.monotonic() + 60 * minutes
            while time.monotonic() < ends:
                walk.step()
                time.sleep(0.12)  # A person reads; and the console asks nobody to hurry.
    finally:
        office.terminate()
        office.wait(30)
    print(f"seed {seed}, {walk.pages} pages in {minutes:g} minutes")
    for area, took in sorted(walk.took.items()):
        took.sort()
        print(f"{area:<12} {len(took):>5} pages   p50 {took[len(took) // 2]:6.1f} ms   p99 "
              f"{took[int(len(took) * 0.99)]:6.1f} ms   most {took[-1]:6.1f} ms")
    for slow in sorted(walk.slow, reverse=True)[:10]:
        print("slow:", *slow)
    for wrong in walk.wrong[:10]:
        print("wrong:", wrong)
    return 1 if walk.slow or walk.wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Wrong as wrong:
        print("WRONG:", wrong)
        sys.exit(1)
