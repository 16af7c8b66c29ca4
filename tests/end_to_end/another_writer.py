#!/usr/bin/env python3
"""The tests' printer reads receipts that we did not write: npm's receiptline.

Skipped where node, the package or show_paper is missing. To have them:
    npm install --prefix build receiptline
    packaging/build dev show_paper
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77
DOTS = {32: 384, 42: 512, 48: 576}


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def show_paper():
    for preset in ("dev", "release"):
        program = ROOT / "build" / preset / "bin" / "show_paper"
        if program.exists():
            return program
    skip("show_paper is not built")


def check(good, what):
    if not good:
        print(f"not so: {what}")
        sys.exit(1)


def read_back(program, stream, picture, columns):
    done = subprocess.run([program, stream, picture, str(DOTS[columns])], capture_output=True, text=True, check=False)
    check(done.returncode == 0, f"{stream.name} is read: {done.stderr}")
    lines = done.stdout.splitlines()
    text = done.stdout
    check("人民路店" in text, f"the shop's name in {text}")
    check(any(line.startswith("轻薄羽绒服") and line.endswith("¥448.50") for line in lines), f"a line of goods in {text}")
    check("[barcode S01-71-000173]" in lines, f"the barcode in {text}")
    check("-" * columns in lines, f"a rule of {columns} columns in {text}")
    check("cuts 0" not in text, f"a cut in {text}")
    check(picture.stat().st_size > 1000, "a picture")


def main():
    node = shutil.which("node") or skip("no node")
    modules = pathlib.Path(os.environ.get("GUITAI_NODE_MODULES", ROOT / "build" / "node_modules"))
    if not (modules / "receiptline").is_dir():
        skip(f"no receiptline in {modules}")
    program = show_paper()
    with tempfile.TemporaryDirectory() as folder:
        script = ROOT / "tests" / "end_to_end" / "support" / "write_receipts.js"
        subprocess.run([node, script, folder], check=True, env={**os.environ, "NODE_PATH": str(modules)})
        for columns in DOTS:
            stream = pathlib.Path(folder) / f"receiptline.{columns}.bin"
            read_back(program, stream, stream.with_suffix(".png"), columns)
    print("receipts of another writer are read")


if __name__ == "__main__":
    main()
