# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells the result of each step of a test in the words of TAP."""

import traceback


def comment(text):
    print(*(f"# {line}" for line in text.splitlines()), sep="\n", flush=True)


def run(steps, *arguments):
    """Calls the steps in turn; each goes on where the one before ended, so the first failure ends it.

    Returns whether all went well.
    """
    print(f"1..{len(steps)}", flush=True)
    for number, step in enumerate(steps, 1):
        try:
            step(*arguments)
        except Exception:
            print(f"not ok {number} - {step.__doc__}", flush=True)
            comment(traceback.format_exc())
            for later in range(number + 1, len(steps) + 1):
                print(f"ok {later} - {steps[later - 1].__doc__} # SKIP an earlier step failed", flush=True)
            return False
        print(f"ok {number} - {step.__doc__}", flush=True)
    return True
