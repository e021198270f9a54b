#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the calendar, registers for an event and plans one by keyboard alone, with the
service and without.

Usage: test-drive-events.py TORG TORG-SERVICE LOCALE-FOLDER, under build-aux/with-display. The
language is that of LC_ALL.
"""

import os
import re
import sys
from pathlib import Path

import driver
import workplace

EXERCISE = "Øving: stengje eller opne vegen?"
FULL = "Gevinstverksted: fra spart tid til bedre tjeneste"
CANCELLED = "Droner i vinterdrift"
TITLE = "Felles kveld om veilys"

# GTK 4.18's own file dialog loses a list of files when it closes, so leaks are not looked for here.
ENVIRONMENT = {**driver.STRICT,
               "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}

LONGEST_PAUSE = 60  # seconds; the longer it was away, the more seldom the service is asked for


class Desk(workplace.Desk):
    page = "Events"

    def open(self, title):
        """Finds an event by its words and opens it."""
        self.torg.press("ctrl+f", "ctrl+a")
        self.torg.type(title)
        self.torg.find("list item", re.compile(re.escape(title)))
        self.torg.press("Return")
        self.torg.find("heading", title)

    def push(self, label):
        self.torg.tab_to("button", self._(label))
        self.torg.press("Return")

    def registrations(self):
        return [record for record in self.service.records("registrations")
                if record["person"] == self.service.account]

    def wait_registered(self, number, what, seconds=driver.PATIENCE):
        self.torg.wait_until(lambda: len(self.registrations()) == number, what, seconds)


def opens(desk):
    """the page shows the month, and says which day is today"""
    tabs = [tab.name for tab in desk.torg.root.find_all("page tab")]
    desk.torg.press(f"alt+{tabs.index(desk._('Events')) + 1}")
    desk.torg.find("table cell", re.compile(f", {desk._('today', 'date')}"))


def walks(desk):
    """the arrow keys go from day to day and over the end of the month; Home leads back to today"""
    torg = desk.torg
    today = torg.tab_to("table cell", re.compile(f", {desk._('today', 'date')}")).name
    torg.press("Right", "Down", "Page_Down")
    there = torg.wait_until(lambda: torg.focused, "a day has the focus")
    assert there.role == "table cell" and there.name != today, there
    torg.press("Home")
    torg.wait_until(lambda: torg.focused.name == today, "today has the focus")


def lists_day(desk):
    """Return opens a day, and Escape closes it again"""
    torg = desk.torg
    torg.press("Return")
    torg.find("button", desk._("_New Event"))
    torg.press("Escape")
    torg.wait_gone("button", desk._("_New Event"))


def registers(desk):
    """a registration is made with the keyboard, and the place is seen"""
    torg = desk.torg
    before = len(desk.registrations())
    desk.open(EXERCISE)
    torg.find("label", re.compile(re.escape(desk._("All members of the forum see who comes"))))
    desk.push("_Register…")
    torg.find("label", desk._("All members of the forum see who comes."))
    torg.tab_to("text", desk.row("How many you are"))
    torg.type("2")
    torg.press("ctrl+Return")
    desk.wait_registered(before + 1, "it arrives")
    torg.find("label", desk._("You have a place"))
    torg.find("label", re.compile("^8 "))  # of fourteen, with four and these two


def leaves(desk):
    """the registration is cancelled again"""
    before = len(desk.registrations())
    desk.push("_Cancel My Registration")
    desk.wait_registered(before - 1, "it is gone at the service")
    desk.torg.find("button", desk._("_Register…"))


def waits_in_line(desk):
    """where there is no room, one's number in the line is said, and who comes can be read"""
    desk.open(FULL)
    desk.torg.find("label", desk._("You are number %u on the waiting list").replace("%u", "2"))
    desk.torg.tab_to("list item", re.compile(r"\(14 "))
    desk.torg.press("Return")
    last = desk._("number %u on the waiting list").replace("%u", "5")
    desk.torg.find("label", re.compile(re.escape(last)))


def says_cancelled(desk):
    """a cancelled event says so, and nobody can register"""
    desk.open(CANCELLED)
    desk.torg.find("label", desk._("This event is cancelled"))
    assert not desk.torg.find_now("button", desk._("_Register…"))


def plans(desk):
    """an event is planned with the keyboard and arrives at the service"""
    torg = desk.torg
    torg.press("ctrl+n")
    torg.wait_until(lambda: torg.find("text", desk.row("Title")).is_focused, "one can write")
    torg.type(TITLE)
    desk.choose("Kind", desk._("Meeting", "event kind"))
    torg.tab_to("text", desk.row("Start"))
    torg.type("17.5.2027")
    torg.press("Tab")
    torg.type("18.00")
    torg.press("ctrl+s")
    torg.find("heading", TITLE)
    record = torg.wait_until(
        lambda: next((record for record in desk.service.records("events")
                      if record.get("title") == TITLE), None), "it arrives")
    assert record["start"] == "2027-05-17T16:00Z", record


def warns(desk):
    """it says that this is a public holiday, by both of its names"""
    desk.torg.find("label", re.compile(desk._("Constitution Day", "holiday")))
    desk.torg.find("label", re.compile(desk._("Whit Monday", "holiday")))


def exports(desk):
    """the event is saved as a file for other calendars"""
    file = Path(desk.folder, "kveld.ics")
    desk.push("_Save to My Calendar…")
    name = desk.torg.wait_until(
        lambda: next((node for node in desk.torg.root.find_all("text")
                      if node.is_focused and node.text.endswith(".ics")), None),
        "one can say where")
    assert name.text == "Felles-kveld-om-veilys.ics", name
    desk.torg.press("ctrl+a")
    desk.torg.type(str(file))
    desk.torg.press("Return")
    desk.torg.wait_until(file.exists, "the file is there")
    text = desk.torg.wait_until(file.read_text, "it is written")
    desk.torg.come_forward()
    assert "BEGIN:VEVENT" in text and "DTSTART;TZID=Europe/Oslo:20270517T180000" in text, text


def works_offline(desk):
    """without a service one registers too, and is told that the place is not certain"""
    desk.service.kill()
    desk.torg.press("F5")
    desk.torg.find("toggle button", desk._("Offline: all you do is kept here"))
    desk.open(EXERCISE)
    desk.push("_Register…")
    desk.torg.find("label", desk._("All members of the forum see who comes."))
    desk.torg.press("ctrl+Return")
    desk.torg.find("label", re.compile(re.escape(
        desk._("Your registration waits for the network; until then the place is not certain"))))


def comes_back(desk):
    """when the service is there again the registration arrives, and the place is certain"""
    desk.service.start()
    desk.torg.press("F5")
    desk.torg.find("label", desk._("You have a place"), LONGEST_PAUSE)


STEPS = [opens, walks, lists_day, registers, leaves, waits_in_line, says_cancelled, plans, warns,
         exports, works_offline, comes_back]


if __name__ == "__main__":
    sys.exit(workplace.run(STEPS, Desk, ENVIRONMENT))
