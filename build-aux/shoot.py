#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of the application, driven by its own keys. Runs under build-aux/with-display.

    shoot.py [--service PID | --empty] PREFIX COMMAND…

COMMAND starts the application signed in, its first word alone starts it for a stranger. Every
picture is PREFIX-name.png and its path is printed. Each page is pictured; with the process of the
service, which is stopped on the way, every main state too; or only the pages of an empty forum.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections import namedtuple
from contextlib import contextmanager
from pathlib import Path

# The frame that GTK draws around a window where nothing composes; it is cut off the pictures.
FRAME = 5

# What is pictured, in order: its name, and the keys that lead there from the one before.
Step = namedtuple("Step", "name keys")
PAGES = [
    Step("knowledge", ["alt+1"]),
    Step("projects", ["alt+2"]),
    Step("benefits", ["alt+3"]),
    Step("events", ["alt+4"]),
]
STATES = [
    Step("benefit", ["alt+3", "ctrl+f", "type:veilys", "Return"]),
    Step("benefit-edit", ["ctrl+e"]),
    Step("benefit-new", ["Escape", "ctrl+n"]),
    Step("benefit-nothing", ["Escape", "Escape", "ctrl+f", "ctrl+a", "type:qqq"]),
    Step("event", ["Escape", "Escape", "alt+4", "ctrl+f", "ctrl+a", "type:gevinstverksted", "Return"]),
    Step("event-edit", ["ctrl+e"]),
    Step("event-new", ["Escape", "ctrl+n"]),
    Step("event-nothing", ["Escape", "Escape", "ctrl+f", "ctrl+a", "type:qqq"]),
    Step("article", ["Escape", "Escape", "alt+1", "ctrl+f", "type:pilot til drift", "Return"]),
    Step("article-text", ["Page_Down", "Page_Down"]),
    Step("article-end", ["End"]),
    Step("article-edit", ["ctrl+e"]),
    Step("article-new", ["Escape", "ctrl+n"]),
    Step("article-nothing", ["Escape", "Escape", "ctrl+f", "ctrl+a", "type:qqq"]),
    Step("project", ["Escape", "Escape", "alt+2", "ctrl+f", "Return"]),
    Step("edit", ["ctrl+e"]),
    Step("new", ["Escape", "ctrl+n"]),
    Step("search", ["Escape", "Escape", "ctrl+f", "type:sensor"]),
    Step("nothing", ["ctrl+f", "ctrl+a", "type:qqq"]),
    Step("filter", ["Escape", "Escape", "ctrl+f", "Tab", "space"]),
    Step("everywhere", ["Escape", "ctrl+k"]),
    Step("everywhere-found", ["type:molde"]),
    Step("everywhere-nothing", ["type:qqq"]),
    Step("menu", ["Escape", "F10"]),
    Step("sync", ["Escape", "shift+Tab", "space"]),
]
EMPTY = [Step(f"{page.name}-empty", page.keys) for page in PAGES]
WITHOUT_SERVICE = [
    Step("offline", ["Escape", "F5", "F10", "Escape", "shift+Tab", "space"]),
    Step("shortcuts", ["Escape", "ctrl+question"]),
]
FOR_STRANGERS = [
    Step("sign-in", []),
]


def xdotool(*arguments):
    done = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True)
    return done.stdout.split()


def screen_size():
    return map(int, os.environ["TORG_SCREEN"].split("x"))


def wait_for_window(application, seconds=30):
    """Until the application has a window; it then fills the display."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and application.poll() is None:
        windows = xdotool("search", "--onlyvisible", "--pid", application.pid)
        if windows:
            xdotool("windowmove", windows[0], 0, 0, "windowsize", windows[0], *screen_size(),
                    "windowfocus", windows[0], "mousemove", 0, 0)
            return
        time.sleep(0.05)
    sys.exit("shoot: the application shows no window")


def picture():
    width, height = screen_size()
    visible = f"{width - 2 * FRAME}x{height - 2 * FRAME}+{FRAME}+{FRAME}"
    return subprocess.run(["import", "-window", "root", "-crop", visible, "+repage", "ppm:-"],
                          check=True, capture_output=True).stdout


def still_picture(seconds=10):
    """The display once it has not changed for a while."""
    last, same, end = picture(), 0, time.monotonic() + seconds
    while same < 3 and time.monotonic() < end:
        time.sleep(0.2)
        now = picture()
        last, same = now, same + 1 if now == last else 0
    return last


def press(keys):
    for key in keys:
        if key.startswith("type:"):
            xdotool("type", "--delay", 20, key.removeprefix("type:"))
        else:
            xdotool("key", "--clearmodifiers", key)
        time.sleep(0.15)


class Pictures:
    """Writes what the display shows, once it has changed since the picture before."""

    def __init__(self, prefix):
        self.prefix = prefix
        self.last = None

    def take(self, steps):
        for step in steps:
            press(step.keys)
            taken = still_picture()
            if taken == self.last:
                print(f"{step.name}: nothing changed, no picture", file=sys.stderr)
                continue
            self.last = taken
            path = Path(f"{self.prefix}-{step.name}.png")
            subprocess.run(["convert", "ppm:-", path], check=True, input=taken)
            print(path, flush=True)


@contextmanager
def running(command):
    application = subprocess.Popen(command)
    try:
        wait_for_window(application)
        time.sleep(2)  # the first pull
        yield
    finally:
        application.terminate()
        application.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--service", type=int)
    parser.add_argument("--empty", action="store_true")
    parser.add_argument("prefix", type=Path)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    arguments = parser.parse_args()

    arguments.prefix.parent.mkdir(parents=True, exist_ok=True)
    pictures = Pictures(arguments.prefix)
    with running(arguments.command):
        pictures.take(EMPTY if arguments.empty else PAGES)
        if arguments.service is None:
            return
        pictures.take(STATES)
        os.kill(arguments.service, signal.SIGTERM)
        time.sleep(1)
        pictures.take(WITHOUT_SERVICE)
    with running(arguments.command[:1]):
        pictures.take(FOR_STRANGERS)


if __name__ == "__main__":
    main()
