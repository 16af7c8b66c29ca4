#!/usr/bin/env python3
"""Compares the book of points with an independent reference on random histories.

    against_reference.py [--histories N] [--seed S] [--program "guitai replay points"] [--reference FILE.py]

The reference is a module with fold(events) and view(books, account). Makes histories of earning, leasing,
spending, returning, refunding both ways, merging, leaving, write-offs and days that pass, asks the reference
where every unit ends, and replays them through the program. Prints what differs with the seed of its history;
--seed with --histories 1 repeats one. Answers 77 where the reference or the program is not there.
"""
import argparse
import importlib.util
import json
import os
import pathlib
import random
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
REFERENCE = ROOT.parent / "shared" / "leases" / "reference.py"
FILE_CASES = 200
ACCOUNTS = ["A", "B", "C"]
DAYS = ["2026-01-10", "2026-01-31", "2026-02-01", "2026-02-15", "2026-03-31", "2026-04-01", "2026-12-31"]


class History:
    """Events one after the other, with the names that later ones may use."""

    def __init__(self, r):
        self.r, self.events = r, []
        self.lots, self.leases, self.redemptions, self.graced = [], [], [], set()

    def say(self, event, **fields):
        self.events.append({"event": event, **fields})

    def new(self, names, letter):
        names.append(f"{letter}{len(names)}")
        return names[-1]

    def known_or_early(self, names, letter):
        """Mostly a name that was used, sometimes one that is still to come."""
        return self.r.choice(names) if names and self.r.random() < 0.85 else f"{letter}{len(names) + self.r.randrange(3)}"

    def earn(self):
        r, event = self.r, {}
        if r.random() < 0.8:
            event["expires"] = r.choice(DAYS)
        if r.random() < 0.3:
            event["matures"] = r.choice(DAYS)
        if r.random() < 0.3:
            event["member"] = r.choice(["mother", "father"])
        if r.random() < 0.3:
            event["kind"] = r.choice(["principal", "bonus"])
        lot = self.new(self.lots, "l")
        if r.random() < 0.25:
            event["till"] = r.randrange(1, 4)
            event["kept"] = self.new(self.leases, "k")
            if "matures" in event:  # It is born in the purse, so there is no such lease.
                self.leases.pop()
                del event["kept"]
        self.say("points_earned", lot=lot, account=r.choice(ACCOUNTS), amount=r.randrange(0, 120), on=r.choice(DAYS[:3]),
                 sale_minor=r.randrange(1, 20000), **event)

    def lease(self):
        lease = f"k{len(self.leases)}"
        amount = self.r.randrange(1, 80)
        self.say("lease_granted", lease=lease, account=self.r.choice(ACCOUNTS), till=self.r.randrange(1, 4), amount=amount)
        self.leases.append(lease)

    def spend(self):
        if not self.leases:
            return
        leases = self.r.sample(self.leases, min(len(self.leases), self.r.choice([1, 1, 2])))
        self.say("points_spent", redemption=self.new(self.redemptions, "r"), account=self.r.choice(ACCOUNTS),
                 amount=self.r.randrange(1, 60), leases=leases)

    def refund_spend(self):
        redemption = self.known_or_early(self.redemptions, "r")
        grace = {}
        if redemption not in self.graced and self.r.random() < 0.2:
            # Once for each: what a second grace does to the first is nobody's contract.
            self.graced.add(redemption)
            grace["good_until"] = self.r.choice(DAYS[3:])
        self.say("redemption_refunded", redemption=redemption, amount=self.r.randrange(1, 50), **grace)

    def refund_sale(self):
        part = {"minor": self.r.randrange(0, 9000)} if self.r.random() < 0.5 else {"amount": self.r.randrange(1, 90)}
        self.say("sale_refunded", lot=self.known_or_early(self.lots, "l"), **part)

    def people(self):
        a, b = self.r.sample(ACCOUNTS, 2)
        if self.r.random() < 0.5:
            self.say("members_merged", kept=a, merged=b)
        else:
            self.say("member_left", account=a, member=self.r.choice(["mother", "father", a]), to=b)

    def step(self):
        roll = self.r.random()
        if roll < 0.28:
            self.earn()
        elif roll < 0.43:
            self.lease()
        elif roll < 0.58:
            self.spend()
        elif roll < 0.70 and self.leases:
            self.say("lease_returned", lease=self.r.choice(self.leases))
        elif roll < 0.79:
            self.refund_spend()
        elif roll < 0.89:
            self.refund_sale()
        elif roll < 0.94:
            self.say("day_began", on=self.r.choice(DAYS))
        elif roll < 0.96:
            self.people()
        elif roll < 0.98:
            self.say("till_written_off", till=self.r.randrange(1, 4))
        else:
            self.say("debt_forgiven", account=self.r.choice(ACCOUNTS), amount=self.r.randrange(1, 60))


def playable(reference, history):
    """The events that mean something: a lease that was refused can not be given back."""
    kept = []
    for event in history.events:
        books = reference.fold(kept)
        if event["event"] == "lease_returned" and event["lease"] not in books["leases"]:
            continue
        if event["event"] == "points_spent" and any(x not in books["leases"] for x in event["leases"]):
            continue
        if event["event"] == "lease_granted" and event["lease"] in books["leases"]:
            continue
        kept.append(event)
    return kept


def case_of(reference, seed):
    history = History(random.Random(seed))
    for _ in range(history.r.randrange(5, 45)):
        history.step()
    events = playable(reference, history)
    books = reference.fold(events)
    expect = {"accounts": {a: reference.view(books, a) for a in ACCOUNTS}, "notes": books["notes"], "loss": books["loss"]}
    return {"name": f"seed {seed}", "events": events, "expect": expect}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--histories", type=int, default=600)
    parser.add_argument("--seed", type=int, default=int(os.environ.get("GUITAI_SEED", random.randrange(2**31))))
    parser.add_argument("--program", default=str(ROOT / "build/release/bin/guitai") + " replay points")
    parser.add_argument("--reference", type=pathlib.Path, default=REFERENCE)
    wanted = parser.parse_args()
    program = shlex.split(wanted.program)
    if not wanted.reference.exists() or not pathlib.Path(program[0]).exists():
        print("no reference, or no program")
        return 77
    spec = importlib.util.spec_from_file_location("reference", wanted.reference)
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    print(f"seed {wanted.seed}")
    bad = 0
    for first in range(0, wanted.histories, FILE_CASES):
        seeds = range(wanted.seed + first, wanted.seed + min(first + FILE_CASES, wanted.histories))
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump({"cases": [case_of(reference, seed) for seed in seeds]}, file)
            file.flush()
            done = subprocess.run(program + [file.name], capture_output=True, text=True, check=False)
        print(done.stdout[-2000:], done.stderr, end="")
        bad += done.returncode != 0
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
