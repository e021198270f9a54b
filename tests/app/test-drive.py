#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the real application, by its accessible interface, as a project leader would on a working day.

Usage: test-drive.py TORG TORG-SERVICE LOCALE-FOLDER, under build-aux/with-display. The language is
that of LC_ALL.
"""

import re
import sys
import tempfile

import driver
import tap

STREET_LIGHTS = "Gatelys som følger trafikken"
SNOW = "Brøyting og strøing av sykkelveier etter prognose"


class Desk:
    """What lies before the person who works here."""

    def __init__(self, service, torg):
        self.service = service
        self.torg = torg

    def _(self, english, context=None):
        return self.torg._(english, context)

    @property
    def count(self):
        """How many projects the line over the list says there are."""
        line = self.torg.find_now("toggle button", re.compile(r"^\d+ "))
        return int(line.name.split()[0]) if line else 0

    @property
    def titles(self):
        """The titles in the list, as far as it is shown."""
        view = self.torg.find_now("list", self._("Projects"))
        return [row.name for row in view.children] if view else []

    def wait_count(self, is_so, what):
        return self.torg.wait_until(lambda: is_so(self.count), what)

    def search(self, text):
        self.torg.press("ctrl+f", "ctrl+a")
        self.torg.type(text)

    def open(self, title):
        """Searches for a project and opens it with the keyboard alone."""
        self.search(title)
        self.torg.wait_until(lambda: self.titles[:1] == [title], f"{title!r} is found")
        self.torg.press("Return")
        return self.torg.find("heading", title)


def starts(desk):
    """the list shows the sample projects, and the search has the focus"""
    desk.wait_count(lambda n: n > 20, "the projects are there")
    assert desk.torg.focused.name == desk._("Search projects"), desk.torg.focused


def searches(desk):
    """the list narrows as one types, and the number found is said"""
    everything = desk.count
    found = []
    for letters in ("gatel", "ys", " trafi"):
        desk.torg.type(letters)
        desk.wait_count(lambda n: 0 < n < everything, "the list is narrowed")
        desk.torg.wait_until(lambda: STREET_LIGHTS in desk.titles, "the street lights are found")
        found.append(desk.count)
    assert found == sorted(found, reverse=True), found
    desk.torg.wait_until(lambda: any(words.startswith(f"{found[-1]} ") for words in desk.torg.said),
                         f"{found[-1]} found is said, not only {desk.torg.said}")
    desk.torg.press("Escape")
    desk.wait_count(lambda n: n == everything, "all are there again")


def finds_nothing(desk):
    """a search without a result says so and offers a way out"""
    everything = desk.count
    desk.search("qqqq")
    desk.torg.find("label", re.compile("qqqq"))
    desk.torg.find("button", desk._("_Clear Search and Filters")).activate()
    desk.wait_count(lambda n: n == everything, "all are there again")
    assert desk.torg.focused.name == desk._("Search projects"), desk.torg.focused


def filters(desk):
    """a filter narrows the list, says so, and is cleared"""
    everything = desk.count
    status = desk._("Status", "filter")
    pilot = desk._("Pilot", "project status")
    desk.torg.tab_to("toggle button", status)
    desk.torg.press("space")
    desk.torg.tab_to("check box", pilot)
    desk.torg.press("space", "Escape")
    desk.wait_count(lambda n: 0 < n < everything, "the list is narrowed")
    desk.torg.find("toggle button", f"{status}: {pilot}")
    assert SNOW in desk.titles, desk.titles
    desk.torg.find("button", desk._("Clear %s").replace("%s", status)).activate()
    desk.wait_count(lambda n: n == everything, "all are there again")


def reads(desk):
    """a project opens with its owner and its phase"""
    desk.open(STREET_LIGHTS)
    desk.torg.find("label", re.compile("^Molde kommune · "))
    phase = desk._("Realisation", "project phase")
    desk.torg.find("heading", re.compile(f"^{phase}"))


STEPS = [starts, searches, finds_nothing, filters, reads]


def main():
    program, service_program, locale_dir = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, \
            driver.Service(folder, service_program) as service, \
            driver.Application(program, service, locale_dir, driver.STRICT) as torg:
        worked = tap.run(STEPS, Desk(service, torg))
    return 0 if worked else 1


if __name__ == "__main__":
    sys.exit(main())
