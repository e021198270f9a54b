#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the real application while the service takes every request and answers none.

Usage: test-hang.py TORG TORG-SERVICE LOCALE-FOLDER, under build-aux/with-display.
"""

import contextlib
import re
import socket
import statistics
import sys
import tempfile
import threading
import time

import driver
import tap

PROMPT = 1  # second, in which a person must see that something was done
TITLE = "Written while nothing answered"
OWN = "Gevinstkart for velferdsteknologi"  # of the organisation of the sample member


class Line:
    """A line to the service. While it hangs, all is taken and nothing comes back."""

    def __init__(self, port):
        self.target = port
        self.hangs = threading.Event()
        self.open = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            near, _ = self.listener.accept()
            far = socket.create_connection(("127.0.0.1", self.target))
            self.open += [near, far]
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, target), daemon=True).start()

    def _carry(self, source, target):
        try:
            while data := source.recv(65536):
                if not self.hangs.is_set():
                    target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # cut

    def cut(self):
        """Works again, for new connections."""
        self.hangs.clear()
        for end in self.open:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


class Desk:
    def __init__(self, service, line, torg):
        self.service = service
        self.line = line
        self.torg = torg
        torg.go_to(torg._("Projects"), "alt+2")
        self.count = torg.find("toggle button", re.compile(r"^\d+ "))


def took(desk, act, is_done):
    """The seconds from an act until it is seen or heard to be done."""
    begin = time.monotonic()
    act()
    desk.torg.wait_until(is_done, "it is done")
    return time.monotonic() - begin


def starts(desk):
    """what was fetched before is there at once, though nothing answers"""
    assert int(desk.count.name.split()[0]) > 20, desk.count


def tells(desk):
    """the words say that it is trying, or has given up"""
    desk.torg.press("F5")
    words = [desk.torg._("Synchronising…"), desk.torg._("Offline: all you do is kept here")]
    desk.torg.wait_until(lambda: any(desk.torg.find_now("toggle button", each) for each in words),
                         f"one of {words} is seen")


def searches(desk):
    """a search is answered promptly"""
    times = []
    for letter in "qwqwqwq":  # of which none is found, which is said in other words each time
        before = len(desk.torg.said)
        times.append(took(desk, lambda: desk.torg.type(letter), lambda: desk.torg.said[before:]))
    tap.comment(f"seconds for a search: {times}")
    assert statistics.median(times) < PROMPT, times


def saves(desk):
    """an edit is saved promptly, and waits"""
    desk.torg.press("ctrl+f", "ctrl+a")
    desk.torg.type(OWN)
    desk.torg.wait_until(lambda: desk.count.name.startswith("1 "), "it is found")
    desk.torg.press("Return")
    desk.torg.find("heading", OWN)
    times = []
    for number in range(3):
        desk.torg.press("ctrl+e")
        row = desk.torg.find("text", re.compile("^" + desk.torg._("Title")))
        desk.torg.wait_until(lambda: row.is_focused, "one can write")
        desk.torg.press("ctrl+a")
        desk.torg.type(f"{TITLE} {number}")
        times.append(took(desk, lambda: desk.torg.press("ctrl+s"), lambda: row.is_gone))
    tap.comment(f"seconds for a save: {times}")
    assert statistics.median(times) < PROMPT, times
    desk.torg.find("heading", f"{TITLE} 2")
    desk.torg.find("label", desk.torg._("Waiting for the network"))


def arrives(desk):
    """it arrives when the service answers again"""
    desk.line.cut()
    desk.torg.wait_until(lambda: any(record["title"] == f"{TITLE} 2"
                                     for record in desk.service.records("projects")), "it arrives")
    desk.torg.find("toggle button", desk.torg._("Everything is saved"))


STEPS = [starts, tells, searches, saves, arrives]


def main():
    program, service_program, locale_dir = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, driver.Service(folder, service_program) as service:
        line = Line(service.port)
        through = ["--service", service.url.replace(str(service.port), str(line.port)),
                   "--account", service.account, "--password-file", service.password_file]
        with driver.Application(program, through, locale_dir, driver.STRICT) as torg:
            torg.find("list item")
            torg.find("toggle button", torg._("Everything is saved"))
        line.hangs.set()
        with driver.Application(program, through, locale_dir, driver.STRICT) as torg:
            worked = tap.run(STEPS, Desk(service, line, torg))
    return 0 if worked else 1


if __name__ == "__main__":
    sys.exit(main())
