#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches in all pages at once by the keyboard alone, with and without a service.

Usage: test-drive-search.py TORG TORG-SERVICE LOCALE-FOLDER, under build-aux/with-display. The
language is that of LC_ALL.
"""

import re
import sys

import workplace

STREET_LIGHTS = "Gatelys som følger trafikken"


class Desk(workplace.Desk):
    @property
    def entry(self):
        return self.torg.find_now("entry", self._("Search everywhere"))

    @property
    def view(self):
        return self.torg.find_now("list", self._("Found"))

    @property
    def rows(self):
        """What is found, as far as it is shown."""
        return self.view.find_all("list item") if self.view else []

    @property
    def selected(self):
        return next((row.name for row in self.rows if "selected" in row.states), None)

    def open(self):
        self.torg.press("ctrl+k")
        self.torg.wait_until(lambda: self.entry and self.entry.is_focused, "one can search")

    def wait_found(self, title):
        self.torg.wait_until(lambda: title in [row.name for row in self.rows], f"{title!r} is found")


def opens(desk):
    """Ctrl+K opens the search, which shows what was changed last"""
    desk.torg.wait_until(lambda: desk.torg.find_now("toggle button", re.compile(r"^\d\d+ ")),
                         "the projects are there")
    desk.open()
    desk.torg.wait_until(lambda: len(desk.rows) == 8, "the newest are shown")
    assert desk.torg.find("label", desk._("Recently Changed"))


def finds(desk):
    """words of a text find it, the groups have headings, and the number is said"""
    desk.torg.type("trafikken gatel")
    desk.wait_found(STREET_LIGHTS)
    assert desk.view.find("label", desk._("Projects"))
    desk.torg.wait_until(lambda: any(re.match(r"^\d+ ", words) for words in desk.torg.said),
                         "the number found is said")


def tells_where(desk):
    """where the words stand is told too"""
    desk.torg.press("ctrl+a")
    desk.torg.type("molde")
    desk.torg.wait_until(lambda: any("Molde" in row.description for row in desk.rows),
                         "the words around it are told")


def moves(desk):
    """the arrow keys choose without leaving the entry, and what is chosen is said"""
    desk.torg.press("ctrl+a")
    desk.torg.said.clear()
    desk.torg.type("kommune")
    desk.torg.wait_until(lambda: desk.torg.said and re.match(r"([89]|\d\d) ", desk.torg.said[-1]),
                         "all are found")
    desk.torg.wait_until(lambda: desk.selected == desk.rows[0].name, "the best is chosen")
    assert desk.view.find_now("row header"), desk.view.dump()
    second = desk.rows[1].name
    desk.torg.press("Down")
    desk.torg.wait_until(lambda: desk.selected == second, "the second is chosen")
    desk.torg.wait_until(lambda: second in desk.torg.said, "it is said")
    assert desk.entry.is_focused
    desk.torg.press("Up")
    desk.torg.wait_until(lambda: desk.selected == desk.rows[0].name, "the first is chosen again")


def opens_record(desk):
    """Return opens what is chosen, and the search is gone"""
    desk.torg.press("ctrl+a")
    desk.torg.type("trafikken gatel")
    desk.wait_found(STREET_LIGHTS)
    desk.torg.wait_until(lambda: desk.selected == STREET_LIGHTS, "it is chosen")
    desk.torg.press("Return")
    desk.torg.find("heading", STREET_LIGHTS)
    desk.torg.wait_until(lambda: not desk.entry, "the search is closed")
    desk.torg.wait_until(lambda: desk.torg.focused, "something that is seen has the focus")


def finds_nothing(desk):
    """what is nowhere is said in words, and typed markup is only text"""
    desk.open()
    desk.torg.type("<b>qqqq")
    desk.torg.find("label", re.compile("<b>qqqq"))
    desk.torg.press("Escape")
    desk.torg.wait_until(lambda: not desk.entry, "the search is closed")


def works_offline(desk):
    """without a service it finds the same"""
    desk.service.kill()
    desk.open()
    desk.torg.type("gatel")
    desk.wait_found(STREET_LIGHTS)
    desk.torg.press("Escape")


STEPS = [opens, finds, tells_where, moves, opens_record, finds_nothing, works_offline]


if __name__ == "__main__":
    sys.exit(workplace.run(STEPS, Desk))
