#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers a benefit by keyboard alone and follows it up, with the service and without.

Usage: test-drive-benefits.py TORG TORG-SERVICE LOCALE-FOLDER, under build-aux/with-display. The
language is that of LC_ALL.
"""

import re
import sys

import workplace

STREET_LIGHTS = "Gatelys som følger trafikken"
TITLE = "Mindre tid til måling av støv"
INDICATOR = "Minutter per sak"
INDICATOR_OFFLINE = "Klager per år"

LONGEST_PAUSE = 60  # seconds; the longer it was away, the more seldom the service is asked for


class Desk(workplace.Desk):
    page = "Benefits"

    def fill(self, row, text):
        """Goes to a row of a form and writes in it."""
        self.torg.tab_to("text", self.row(row))
        self.torg.press("ctrl+a")
        self.torg.type(text)

    def refer(self, row, letters, name):
        """Finds the record that a row of a form refers to."""
        torg = self.torg
        torg.tab_to("list item", self.row(row))
        torg.press("Return")
        torg.wait_until(lambda: torg.find("entry", self._("Search by name")).is_focused,
                        "one can search")
        torg.type(letters)
        found = torg.find("list", self._("Found"))
        torg.wait_until(lambda: [item.name for item in found.children] == [name], f"{name!r} is found")
        torg.press("Return")

    def push(self, label, description=""):
        """Goes to a button with the keyboard and presses it; of several, to the one described so."""
        def is_there():
            node = self.torg.focused
            return node and node.matches("button", label) and description in node.description

        self.torg.find("button", label)
        for _ in range(120):
            if is_there():
                break
            self.torg.press("Tab")
        assert is_there(), f"no way to {label!r}"
        self.torg.press("Return")

    def chart(self, name):
        """What a screen reader says of the chart of an indicator."""
        return self.torg.find("image", name).description

    def wait_chart(self, name, words):
        self.torg.wait_until(lambda: words in self.chart(name), f"the chart says {words!r}")

    def add_indicator(self, name, unit, baseline, target):
        self.fill("What is measured", name)
        self.fill("Unit", unit)
        self.fill("Baseline", baseline)
        self.fill("Date of the baseline", "1.1.2026")
        self.fill("Target", target)
        self.fill("Date of the target", "31.12.2027")
        self.torg.press("ctrl+Return")
        self.torg.find("image", name)

    def measure(self, name, value):
        self.push(self._("Add Measurement…"), name)
        self.torg.wait_until(lambda: self.torg.find("text", self.row("Value")), "one can write")
        self.fill("Value", value)
        self.torg.press("ctrl+Return")


def opens(desk):
    """the page shows all benefits at a glance: what is planned, by theme and by evidence"""
    tabs = [tab.name for tab in desk.torg.root.find_all("page tab")]
    desk.torg.press(f"alt+{tabs.index(desk._('Benefits')) + 1}")
    desk.torg.find("heading", re.compile(rf"^\d+ {desk._('Benefits').lower()}$"))
    theme = desk._("AI and sustainability", "theme")
    desk.torg.find("list item", re.compile(f"^{re.escape(theme)}, "))


def narrows(desk):
    """a theme of the overview narrows the list to its benefits"""
    theme = desk._("AI and sustainability", "theme")
    desk.torg.tab_to("list item", re.compile(f"^{re.escape(theme)}, "), most=120)
    desk.torg.press("Return")
    chosen = f"{desk._('Theme', 'filter')}: {theme}"
    desk.torg.find("toggle button", chosen)
    desk.torg.find("button", desk._("Clear %s").replace("%s", desk._("Theme", "filter"))).activate()
    desk.torg.wait_gone("toggle button", chosen)


def registers(desk):
    """a benefit of a project is written with the keyboard and arrives at the service"""
    torg = desk.torg
    torg.press("ctrl+n")
    torg.wait_until(lambda: torg.find("text", desk.row("Title")).is_focused, "one can write")
    torg.type(TITLE)
    desk.refer("Project", "gatelys", STREET_LIGHTS)
    desk.refer("Owner of the benefit", "mold", "Molde kommune")
    desk.choose("Type", desk._("Indirect (time freed)", "benefit type"))
    torg.press("ctrl+s")
    torg.find("heading", TITLE)
    record = desk.wait_record("benefits", lambda record: record.get("title") == TITLE, "it arrives")
    assert record["project"] == "sample-street-lights" and record["state"] == "identified", record


def adds_indicator(desk):
    """an indicator with a baseline and a target has a chart, and says that nobody has measured"""
    desk.push(desk._("Add an _Indicator…"))
    desk.add_indicator(INDICATOR, "minutter", "40", "20")
    desk.wait_chart(INDICATOR, desk._("Not measured yet", "benefit"))


def measures(desk):
    """a measurement gives the goal attainment in words, above and in the chart"""
    desk.measure(INDICATOR, "25,5")
    desk.wait_chart(INDICATOR, "73")
    desk.torg.find("label", desk._("Ahead of plan", "benefit"))
    desk.torg.find("label", "25,5")
    record = desk.wait_record("measurements", lambda record: record.get("value") == "25.5",
                              "the measurement arrives")
    assert record["point"] == "running", record


def walks(desk):
    """the points of the chart are said one by one as the arrow keys go"""
    torg = desk.torg
    torg.tab_to("image", INDICATOR, key="shift+Tab", most=120)
    torg.press("Home", "Right")
    torg.wait_until(lambda: any("25,5" in words and "73" in words for words in torg.said),
                    f"the measurement is said, not only {torg.said}")


def corrects(desk):
    """a correction takes the place of what was wrong, in the table and in the figure"""
    torg = desk.torg
    torg.tab_to("radio button", desk._("Chart", "figures"), key="shift+Tab", most=120)
    torg.press("Right", "space")
    desk.push(re.compile(f"^{re.escape(desk._('Correct', 'measurements'))}: "))
    torg.wait_until(lambda: torg.find("text", desk.row("Value")).text == "25,5", "it can be corrected")
    desk.fill("Value", "30")
    torg.press("ctrl+Return")
    torg.wait_gone("label", "25,5")
    torg.find("label", "30")
    record = desk.wait_record("measurements", lambda record: record.get("replaces"), "it arrives")
    assert record["value"] == "30", record


def works_offline(desk):
    """without a service the same can be done, and the figures are there at once"""
    desk.service.kill()
    desk.torg.press("F5")
    desk.torg.find("toggle button", desk._("Offline: all you do is kept here"))
    desk.push(desk._("Add an _Indicator…"))
    desk.add_indicator(INDICATOR_OFFLINE, "klager", "12", "0")
    desk.measure(INDICATOR_OFFLINE, "3")
    desk.wait_chart(INDICATOR_OFFLINE, "75")


def comes_back(desk):
    """when the service is there again, all of it arrives"""
    desk.service.start()
    indicator = desk.wait_record("indicators", lambda record: record["name"] == INDICATOR_OFFLINE,
                                 "the indicator arrives", LONGEST_PAUSE)
    desk.wait_record("measurements", lambda record: record["indicator"] == indicator["id"],
                     "the measurement arrives")


STEPS = [opens, narrows, registers, adds_indicator, measures, walks, corrects, works_offline, comes_back]


if __name__ == "__main__":
    sys.exit(workplace.run(STEPS, Desk))
