"""Tills that reach their head office over links of their own, which can be cut: each in its own network namespace.

A story that needs them calls with_own_network() first: it starts itself again in a network where only it is, so that
nothing is left of it, however it ends. Where the machine does not allow that, the story is skipped.
"""

import os
import shutil
import subprocess
import sys

from support.shop import SKIPPED, Till, check, run

INSIDE = "GUITAI_STORY_HAS_ITS_OWN_NETWORK"


def with_own_network():
    if os.environ.get(INSIDE):
        run("ip", "link", "set", "lo", "up")
        return
    alone = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--net"]
    if not shutil.which("ip") or run(*alone, "ip", "link", "add", "try", "type", "veth", ok=None).returncode != 0:
        print("no network namespaces here: iproute2, and a machine that allows them")
        sys.exit(SKIPPED)
    os.environ[INSIDE] = "1"
    os.execvp(alone[0], [*alone, sys.executable, *sys.argv])


class Link:
    """A cable between the head office, at `office`, and one place; up at first."""

    def __init__(self, number):
        self.name, self.office = f"to-{number}", f"10.77.{number}.1"
        # The namespace is this process's, which ends with its input: with the story, that is.
        self.holder = subprocess.Popen(["unshare", "--net", "cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.holder.stdin.write(b"here\n")
        self.holder.stdin.flush()
        check(self.holder.stdout.readline() == b"here\n", "a network for a till")
        self.enter = ["nsenter", f"--net=/proc/{self.holder.pid}/ns/net"]
        run("ip", "link", "add", self.name, "type", "veth", "peer", "name", "cable", "netns", str(self.holder.pid))
        run("ip", "address", "add", f"{self.office}/24", "dev", self.name)
        run("ip", "link", "set", self.name, "up")
        for words in (("link", "set", "lo", "up"), ("address", "add", f"10.77.{number}.2/24", "dev", "cable"),
                      ("link", "set", "cable", "up")):
            run(*self.enter, "ip", *words)
        self.is_up = True

    def turn(self, up):
        run("ip", "link", "set", self.name, "up" if up else "down")
        self.is_up = up


class LinkedTill(Till):
    """A till behind a link."""

    def __init__(self, folder, link):
        super().__init__(folder, link.enter)
        self.link = link
