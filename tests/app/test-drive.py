#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the real application, by its accessible interface, as a project leader would on a working day.

Usage: test-drive.py TORG TORG-SERVICE LOCALE-FOLDER, under build-aux/with-display. The language is
that of LC_ALL.
"""

import re
import sys

import workplace

STREET_LIGHTS = "Gatelys som følger trafikken"
SNOW = "Brøyting og strøing av sykkelveier etter prognose"
MOLDE = "no-921221967"
TITLE = "Måling av støv ved skoler"
TITLE_AFTER = "Måling av støv og støy"
TITLE_OFFLINE = "Måling av luft uten nett"


class Desk(workplace.Desk):
    page = "Projects"

    @property
    def count(self):
        """How many projects the line over the list says there are."""
        line = self.torg.find_now("toggle button", re.compile(r"^\d+ "))
        return int(line.name.split()[0]) if line else 0

    def wait_count(self, is_so, what):
        return self.torg.wait_until(lambda: is_so(self.count), what)

    def rename(self, before, after):
        self.torg.press("ctrl+e")
        row = self.torg.find("text", self.row("Title"))
        self.torg.wait_until(lambda: row.is_focused and row.text == before, "one can write")
        self.torg.press("ctrl+a")
        self.torg.type(after)
        self.torg.press("ctrl+s")
        self.torg.find("heading", after)

    def see_focus(self):
        self.torg.wait_until(lambda: self.torg.focused, "something that is seen has the focus")

    def wait_project(self, title):
        return self.wait_record("projects", lambda record: record.get("title") == title,
                                f"{title!r} is at the service")


def starts(desk):
    """the list shows the sample projects, and the search has the focus"""
    desk.torg.go_to(desk._("Projects"), "alt+2")
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
    desk.torg.find("button", desk._("_Clear Search")).activate()
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
    desk.torg.find("label", re.compile("^Molde kommune\\s· "))
    phase = desk._("Realisation", "project phase")
    desk.torg.find("heading", re.compile(f"^{phase}"))


def writes(desk):
    """a new project is written with the keyboard, its owner found by a search"""
    torg = desk.torg
    torg.press("ctrl+n")
    torg.wait_until(lambda: torg.find("text", desk.row("Title")).is_focused, "one can write")
    torg.type(TITLE)
    torg.tab_to("list item", desk.row("Owner"))
    torg.press("Return")
    torg.wait_until(lambda: torg.find("entry", desk._("Search by name")).is_focused, "one can search")
    torg.type("mold")
    found = torg.find("list", desk._("Found"))
    torg.wait_until(lambda: [row.name for row in found.children] == ["Molde kommune"], "it is found")
    torg.press("Return")
    desk.choose("Status", desk._("Pilot", "project status"))
    torg.press("ctrl+s")
    torg.find("heading", TITLE)
    assert torg.find("label", re.compile("^Molde kommune\\s· "))
    desk.see_focus()


def arrives(desk):
    """what was written stands in the list and arrives at the service"""
    desk.search("")
    desk.torg.wait_until(lambda: desk.titles[:1] == [TITLE], "the newest stands first")
    record = desk.wait_project(TITLE)
    assert record["status"] == "pilot" and record["owner"] == MOLDE, record
    desk.torg.find("toggle button", desk._("Everything is saved"))


def edits(desk):
    """a change of the title is seen in the list and at the service"""
    desk.open(TITLE)
    desk.rename(TITLE, TITLE_AFTER)
    desk.wait_project(TITLE_AFTER)
    desk.search("")
    desk.torg.wait_until(lambda: TITLE_AFTER in desk.titles and TITLE not in desk.titles,
                         "the list shows the new title")


def deletes(desk):
    """a project is deleted without a question, and the keyboard stays in the window"""
    desk.open(TITLE_AFTER)
    desk.torg.tab_to("toggle button", desk._("More"))
    desk.torg.press("Return")
    desk.torg.tab_to("menu item", desk._("_Delete"), key="Down")
    desk.torg.press("Return")
    desk.torg.find("button", desk._("_Undo"))
    desk.torg.wait_until(lambda: TITLE_AFTER not in desk.titles, "it is gone from the list")
    desk.see_focus()


def undoes(desk):
    """one key brings it back, here and at the service"""
    desk.torg.press("ctrl+z")
    desk.torg.find("heading", TITLE_AFTER)
    desk.search("")
    desk.torg.wait_until(lambda: TITLE_AFTER in desk.titles, "it is in the list again")
    desk.wait_project(TITLE_AFTER)
    desk.see_focus()


def goes_offline(desk):
    """without a service all can be read, changed and found, and the words say how it is"""
    desk.service.kill()
    desk.torg.press("F5")
    desk.torg.find("toggle button", desk._("Offline: all you do is kept here"))
    desk.open(STREET_LIGHTS)
    desk.open(TITLE_AFTER)
    desk.rename(TITLE_AFTER, TITLE_OFFLINE)
    desk.torg.find("label", desk._("Waiting for the network"))
    desk.search(TITLE_OFFLINE)
    desk.torg.wait_until(lambda: desk.titles[:1] == [TITLE_OFFLINE], "it is found by its new title")


def comes_back(desk):
    """when the service is there again, the change arrives by itself within seconds"""
    desk.service.start()
    desk.wait_project(TITLE_OFFLINE)
    desk.torg.find("toggle button", desk._("Everything is saved"))
    desk.torg.wait_gone("label", desk._("Waiting for the network"))


def comments(desk):
    """a comment is written and arrives"""
    desk.open(STREET_LIGHTS)
    desk.torg.tab_to("text", desk.row("Comment"), key="shift+Tab")
    desk.torg.type("Hvor ofte må følerne vaskes")
    desk.torg.press("ctrl+Return")
    desk.torg.wait_until(lambda: any(node.text == "Hvor ofte må følerne vaskes"
                                     for node in desk.torg.root.find_all("paragraph")),
                         "the comment is shown")
    desk.wait_record("comments", lambda record: record["text"] == "Hvor ofte må følerne vaskes",
                     "the comment arrives")


def shows_interest(desk):
    """interest is shown in a dialog, which gives the keyboard back"""
    desk.torg.tab_to("button", desk._("We _Want to Join"))
    desk.torg.press("Return")
    desk.torg.tab_to("text", desk._("Message"))
    desk.torg.type("Vi har samme slags lys")
    desk.torg.press("ctrl+Return")
    desk.wait_record("interests", lambda record: record.get("message") == "Vi har samme slags lys",
                     "the interest arrives")
    desk.see_focus()


STEPS = [starts, searches, finds_nothing, filters, reads, writes, arrives, edits, deletes, undoes,
         goes_offline, comes_back, comments, shows_interest]


if __name__ == "__main__":
    sys.exit(workplace.run(STEPS, Desk))
