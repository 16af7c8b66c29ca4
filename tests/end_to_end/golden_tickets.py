#!/usr/bin/env python3
"""Tickets that were worked out on paper are played at real tills and come out to the fen; one fen more is seen."""

import glob
import os
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from support.shop import Wrong, check, tell
from support.ticket_player import play, play_again
from support.tickets import Ticket, Unreadable, fen, yuan

PAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "golden", "tickets")
AT_ONCE = 3  # While one waits for its disk another founds its shop.

# What a page expects: an amount, or a number of points.
FIGURE = re.compile(r"(?<![\w.])(\d+\.\d\d)(?![\w.])|(?<=(?:earned|points) )(\d+)(?![\w.])")


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def one_more(figure):
    return str(int(figure) + 1) if figure.isdigit() else yuan(fen(figure) + 1)


def falsified(text):
    """(number of the line, the page) with another of its expected figures higher by a fen or a point each time."""
    lines = text.splitlines()
    day = lines.index("day")
    for at, line in enumerate(lines):
        if at < day and not re.match("  (books|line|why|has|card) ", line):
            continue
        for found in FIGURE.finditer(line):
            if line[:found.start()].endswith("float "):
                continue  # Given, not expected.
            other = line[:found.start()] + one_more(found.group()) + line[found.end():]
            yield at + 1, "\n".join(lines[:at] + [other] + lines[at + 1:])


def told(function, *given):
    """What went wrong, or nothing."""
    try:
        function(*given)
    except Wrong as wrong:
        return str(wrong)
    return ""


def play_page(path):
    """What differs on a page, or nothing; and how many falsehoods were told apart."""
    name = "tests/golden/tickets/" + os.path.basename(path)
    text = text_of(path)
    heard = []
    wrong = told(lambda: heard.extend(play(Ticket(name, text))))
    if wrong:
        return wrong, 0
    count = 0
    for line, false in falsified(text):
        said = told(play_again, Ticket(name, false), heard)
        if not said.startswith(f"{name}:{line}: ") or "expected" not in said:
            return f"{name}:{line}: a figure that is one higher goes unseen: {said!r}", count
        count += 1
    return "", count


def nonsense_is_named(path):
    """A page that cannot be read is refused by line, and nothing of it counts as played."""
    text = text_of(path)
    for nonsense in ("  dance", "  books total 1", "  books colour 1.00", "  line 1 total", "  line 1 colour 1.00",
                     "  pay shells 1.00"):
        page = text.replace("\n  books", f"\n{nonsense}\n  books", 1)
        line = 1 + page.splitlines().index(nonsense)
        try:
            play(Ticket("page", page))
            raise Wrong(f"{nonsense!r} was read")
        except Unreadable as unreadable:
            check(str(unreadable).startswith(f"page:{line}: "), f"{nonsense!r} is named by its line: {unreadable}")


def story():
    asked = sys.argv[1:]
    pages = sorted(glob.glob(os.path.join(PAGES, "*.txt")))
    check(len(pages) >= 40, f"forty tickets, not {len(pages)}")
    chosen = [page for page in pages if not asked or any(name in page for name in asked)]
    began = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as players:
        outcomes = list(players.map(play_page, chosen))
    wrong = [what for what, _ in outcomes if what]
    print(f"{len(chosen)} tickets, {len(wrong)} differ, {time.monotonic() - began:.0f} s; "
          f"{sum(count for _, count in outcomes)} falsehoods told apart")
    check(not wrong, "\n" + "\n".join(wrong))
    if not asked:
        nonsense_is_named(pages[0])


if __name__ == "__main__":
    tell(story)
