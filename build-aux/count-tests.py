#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single tests in meson's log: a TAP program has many, any other program is one.

Ends with the line "N passed, N failed"; fails if a test failed or none was run.
"""

import json
import re
import sys

TAP = re.compile(r"(not )?ok\b[^#]*(?:#\s*(skip|todo)\b)?", re.IGNORECASE)
GOOD = {"OK", "EXPECTEDFAIL"}


def count(test):
    """The passed, failed and skipped tests of one program."""
    passed = failed = skipped = 0
    for line in (test.get("stdout") or "").splitlines():
        found = TAP.match(line)
        if not found:
            continue
        if (found[2] or "").lower() == "skip":
            skipped += 1
        elif found[1] and not found[2]:
            failed += 1
        else:
            passed += 1
    if test["result"] == "SKIP":
        return passed, failed, max(skipped, 1)
    if test["result"] not in GOOD:
        return passed, max(failed, 1), skipped
    return (passed, failed, skipped) if passed + skipped else (1, 0, 0)


def main():
    try:
        with open(sys.argv[1], encoding="utf-8") as log:
            counts = [count(json.loads(line)) for line in log]
    except FileNotFoundError:
        counts = []
    passed, failed, skipped = (sum(column) for column in zip(*counts)) if counts else (0, 0, 0)
    tail = f", {skipped} skipped" if skipped else ""
    print(f"{passed} passed, {failed} failed{tail}")
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
