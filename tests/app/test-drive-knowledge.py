#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads, writes and reviews knowledge with the keyboard alone, by the accessible interface.

Usage: test-drive-knowledge.py TORG TORG-SERVICE LOCALE-FOLDER, under build-aux/with-display. The
language is that of LC_ALL.
"""

import sys

import workplace

RECIPE = "Fra pilot til drift på ett år: en oppskrift i åtte steg"
TITLE = "Spør brukerne før dere kjøper"
TITLE_OFFLINE = "Mål før dere begynner"
RECOMMENDATION = "Snakk med fem som skal bruke det"
HEADING = "Hva skjedde"


class Desk(workplace.Desk):
    page = "Knowledge"

    def has_record(self, collection, **members):
        """The first record at the service that has the members."""
        def is_meant(record):
            return all(record.get(name) == value for name, value in members.items())

        return self.wait_record(collection, is_meant, f"{members} is at the service")

    def choose_in_menu(self, title):
        """Takes a command of the menu of the detail."""
        self.torg.tab_to("toggle button", self._("More"))
        self.torg.press("Return")
        self.torg.tab_to("menu item", self._(title), key="Down")
        self.torg.press("Return")

    def write_article(self, title):
        """Writes a new article from its title to its text."""
        torg = self.torg
        torg.press("ctrl+n")
        torg.wait_until(lambda: torg.find("text", self.row("Title")).is_focused, "one can write")
        torg.type(title)
        torg.tab_to("text", self.row("Recommendation"))
        torg.type(RECOMMENDATION)
        torg.tab_to("text", self.row("Text"))
        torg.type(f"## {HEADING}")
        torg.press("Return", "Return")
        torg.type("Vi spurte **ingen** av dem")

    def use(self):
        """Tells that an article was used, in the dialog."""
        self.torg.tab_to("button", self._("We _Used This…"))
        self.torg.press("Return")
        self.torg.tab_to("text", self.row("What you changed"))
        self.torg.type("Vi tok to steg om gangen")
        self.torg.press("ctrl+Return")
        self.torg.find("heading", self._("Those who used it"))
        self.torg.wait_until(lambda: self.torg.focused, "something that is seen has the focus")


def opens(desk):
    """the page of knowledge is one key away and shows the articles"""
    desk.torg.go_to(desk._("Knowledge"), "alt+1")
    desk.torg.wait_until(lambda: len(desk.titles) > 5, "the articles are there")
    desk.torg.find("heading", desk._("By theme"))


def reads(desk):
    """an article has headings, lists, tasks and tables, each told as what it is"""
    desk.open(RECIPE)
    desk.torg.find("heading", desk._("Recommendation"))
    desk.torg.wait_until(lambda: desk.torg.root.find_all("table", hidden=True), "there is a table")
    told = {node.role for node in desk.torg.root.walk(hidden=True)}
    assert {"list item", "paragraph", "table cell", "table", "check box"} <= told, told
    desk.torg.find("list item", desk._("Reviewed and published", "article state"))


def writes(desk):
    """an article is written, and seen as it will look before it is saved"""
    torg = desk.torg
    desk.write_article(TITLE)
    torg.press("shift+Tab", "shift+Tab")  # past the help to the two ways of seeing the text
    torg.wait_until(lambda: torg.focused and torg.focused.name == desk._("Write", "text"),
                    "the keyboard is where one chooses")
    torg.press("Right", "space")
    torg.find("heading", HEADING)
    torg.press("Left", "space")
    torg.press("ctrl+s")
    torg.find("heading", TITLE)
    torg.find("list item", desk._("Draft", "article state"))
    record = desk.has_record("articles", title=TITLE)
    assert record["status"] == "draft" and record["recommendation"] == RECOMMENDATION, record


def sends(desk):
    """it is sent to review"""
    desk.torg.tab_to("button", desk._("Send to _Review"))
    desk.torg.press("Return")
    desk.torg.find("list item", desk._("Waits for review", "article state"))
    desk.has_record("articles", title=TITLE, status="in-review")


def reviews(desk):
    """a review publishes it, and both are stored"""
    desk.torg.tab_to("button", desk._("_Review…"))
    desk.torg.press("Return")
    desk.torg.tab_to("text", desk.row("Reasons"))
    desk.torg.type("Lest og funnet god")
    desk.torg.press("ctrl+Return")
    desk.torg.find("list item", desk._("Reviewed and published", "article state"))
    article = desk.has_record("articles", title=TITLE, status="published")
    desk.has_record("reviews", article=article["id"], outcome="published")


def changes(desk):
    """once it says something else, the review does not vouch for it any more"""
    desk.torg.press("ctrl+e")
    desk.torg.tab_to("text", desk.row("Recommendation"))
    desk.torg.type(" og hør etter ")
    desk.torg.press("ctrl+s")
    desk.torg.find("list item", desk._("Changed since the review", "article state"))


def uses(desk):
    """“we used this” is told and stands below the text"""
    desk.open(RECIPE)
    desk.use()
    desk.has_record("applications", changes="Vi tok to steg om gangen", outcome="worked")


def goes_offline(desk):
    """without a service one writes, sends to review and tells as before"""
    desk.service.kill()
    desk.torg.press("F5")
    desk.torg.find("toggle button", desk._("Offline: all you do is kept here"))
    desk.write_article(TITLE_OFFLINE)
    desk.torg.press("ctrl+s")
    desk.torg.find("heading", TITLE_OFFLINE)
    desk.torg.tab_to("button", desk._("Send to _Review"))
    desk.torg.press("Return")
    desk.torg.find("list item", desk._("Waits for review", "article state"))
    desk.use()


def comes_back(desk):
    """when the service is there again and one asks for it, all of it arrives"""
    desk.service.start()
    desk.torg.press("F5")
    article = desk.has_record("articles", title=TITLE_OFFLINE, status="in-review")
    desk.has_record("applications", about={"collection": "articles", "id": article["id"]})
    desk.torg.find("toggle button", desk._("Everything is saved"))


def translates(desk):
    """a translation begins with the text, and each leads to the other"""
    desk.open(TITLE)
    desk.choose_in_menu("Add a _Translation…")
    desk.torg.wait_until(lambda: desk.torg.find("text", desk.row("Title")).is_focused, "one can write")
    desk.torg.press("ctrl+a")
    desk.torg.type("Ask the users before you buy")
    desk.torg.press("ctrl+s")
    desk.torg.find("heading", "Ask the users before you buy")
    desk.torg.tab_to("button", desk._("Norwegian Bokmål", "language"))
    desk.torg.press("Return")
    desk.torg.find("heading", TITLE)


STEPS = [opens, reads, writes, sends, reviews, changes, uses, goes_offline, comes_back, translates]


if __name__ == "__main__":
    sys.exit(workplace.run(STEPS, Desk))
