#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at every page and dialog as a screen reader and a keyboard meet it.

Usage: test-accessible.py TORG TORG-SERVICE LOCALE-FOLDER, under build-aux/with-display.

Everything that can have the focus has a name; no two things beside each other have the same role
and name; Tab reaches every control from top to bottom and does not get stuck; when something
closes, the focus is on something that is seen.
"""

import collections
import re
import sys
import tempfile

import driver
import tap

OWN = "Gevinstkart for velferdsteknologi"  # of the organisation of the sample member

# What one works with; Tab must lead to each.
CONTROLS = {"button", "toggle button", "entry", "text", "check box", "combo box", "link"}
# These only hold what one works with; one that scrolls may have the focus, for the arrow keys.
HOLDERS = {"list", "scroll pane", "list box", "frame"}
# The window manager has keys for these.
OF_THE_WINDOW = {"Close", "Minimize", "Maximize"}
# Parts of the window that Tab goes through one after the other.
PARTS = ("Projects", "Details")
MOST_STOPS = 150


def parts_of(node):
    """What is in a node, as if boxes that only hold others were not there."""
    for child in node.children:
        if not child.is_showing:
            continue
        if child.role in ("panel", "grouping") and not child.name:
            yield from parts_of(child)
        else:
            yield child


def walk(node):
    """Like Node.walk, but the inside of a combo box is the toolkit's own."""
    yield node
    if node.role != "combo box":
        for child in parts_of(node):
            yield from walk(child)


def is_told(node):
    """Whether one hears what it is. A paragraph has no name: its text is read."""
    said = node.text if node.role == "paragraph" else node.name
    return node.role in HOLDERS or bool(said.strip())


def nameless(place):
    return [f"has no name: {node!r} in {node.parent!r}" for node in walk(place)
            if node.is_focusable and not is_told(node)]


def twins(place):
    found = []
    for node in walk(place):
        # The bus tells some twice of what was hidden when it first looked.
        told = collections.Counter((part.role, part.name) for part in dict.fromkeys(parts_of(node))
                                   if part.is_focusable and part.role in CONTROLS)
        found += [f"{count} times in {node!r}: {what}" for what, count in told.items() if count > 1]
    return found


def part_of(node):
    """The name of the part of the window that a node is in."""
    while node:
        role = node.role
        if role in ("dialog", "alert") or (role == "grouping" and node.name in PARTS):
            return node.name
        node = node.parent
    return None


def stops_of(torg):
    """Where Tab leads, until it is where it was before; and what is wrong on the way.

    In a dialog, which has but one part, it goes up once: from the last to the first.
    """
    stops, wrong, turns = [torg.focused], [], []
    part = part_of(torg.focused)
    for _ in range(MOST_STOPS):
        before, part_before = stops[-1], part
        torg.press("Tab")
        now = torg.focused
        if now is None or not now.is_showing:
            return stops, wrong + [f"after {before!r} Tab leads to nothing that is seen"]
        if now == before:
            return stops, wrong + [f"Tab is stuck at {now!r}"]
        if now in stops:
            return stops, wrong + turns[part not in PARTS:]
        part = part_of(now)
        if not is_told(now):
            wrong.append(f"Tab leads to {now!r}, which has no name")
        if part == part_before and now.box[1] + now.box[3] <= before.box[1]:
            turns.append(f"Tab leads up from {before!r} to {now!r}")
        stops.append(now)
    return stops, wrong + [f"{MOST_STOPS} times Tab led to ever new things"]


def unreached(place, stops):
    """Controls that Tab does not lead to; of the rows of a list and of choices one is enough."""
    reached = set(stops)
    return [f"Tab does not lead to {node!r}" for node in walk(place)
            if node.role in CONTROLS and node.is_focusable and node.is_sensitive
            and node.name not in OF_THE_WINDOW
            and node not in reached and not any(child in reached for child in node.walk())]


def check(place):
    wrong = nameless(place) + twins(place)
    assert not wrong, "\n".join(wrong)


def check_with_tab(torg, place):
    stops, wrong = stops_of(torg)
    rows = [stop for stop in stops if stop.role == "list item" and stop.parent.name == "Projects"]
    if len(rows) > 1:
        wrong.append("Tab goes through the projects one by one")
    wrong += nameless(place) + twins(place) + unreached(place, stops)
    assert not wrong, "\n".join(wrong)


def close(torg, key="Escape"):
    torg.press(key)
    torg.wait_until(lambda: torg.focused, "something that is seen has the focus")


def open_menu(torg, name):
    """Opens what belongs to a button; the toolkit puts it beside the button."""
    button = torg.tab_to("toggle button", name)
    torg.press("space")
    torg.wait_until(lambda: "expanded" in button.parent.states, f"{name} opens")
    check(button.parent)


def open_own(torg):
    torg.press("ctrl+f", "ctrl+a")
    torg.type(OWN)
    torg.wait_until(lambda: torg.find_now("toggle button", re.compile("^1 ")), "it is found")
    torg.press("Return")
    torg.find("heading", OWN)


def sign_in(torg):
    """What asks who one is; it has no more than this."""
    torg.find("text", re.compile("^Password"))
    torg.tab_to("text", re.compile("^Address"))
    check_with_tab(torg, torg.window)


def portfolio(torg, _service):
    """the list and the portfolio"""
    torg.go_to("Projects", "alt+2")
    torg.find("list item", re.compile("^Idea"))
    check_with_tab(torg, torg.window)


def menus(torg, _service):
    """what opens from a button"""
    for name in ("Status", re.compile("projects, "), "Everything is saved", "Main Menu"):
        open_menu(torg, name)
        close(torg)


def project(torg, _service):
    """a project"""
    open_own(torg)
    check_with_tab(torg, torg.window)


def more(torg, _service):
    """the menu of a project"""
    open_menu(torg, "More")
    close(torg)


def dialogs(torg, _service):
    """the dialogs of a project"""
    for opener in ("We Want to Join", "Contact Us"):
        torg.tab_to("button", opener)
        torg.press("Return")
        check_with_tab(torg, torg.find("dialog"))
        close(torg)
        torg.wait_gone("dialog", None)


def editor(torg, _service):
    """the whole form of a project, and the search for an owner"""
    torg.press("ctrl+e")
    torg.find("label", "Edit Project")
    check_with_tab(torg, torg.window)
    torg.tab_to("list item", re.compile("^Owner"))
    torg.press("Return")
    check(torg.find("entry", "Search by name").parent)
    close(torg)


def question(torg, _service):
    """the question before something written is thrown away"""
    torg.tab_to("text", re.compile("^Title"), key="shift+Tab")
    torg.press("End")
    torg.type("x")
    torg.find("button", "Cancel").activate()
    check_with_tab(torg, torg.find("alert", "Keep what you wrote?"))
    torg.find("button", "Throw away").activate()
    torg.find("heading", OWN)
    torg.wait_until(lambda: torg.focused, "something that is seen has the focus")


def delete_and_undo(torg, _service):
    """deleting and having back"""
    torg.tab_to("toggle button", "More")
    torg.press("Return")
    torg.tab_to("menu item", "Delete", key="Down")
    torg.press("Return")
    torg.find("button", "Undo")
    torg.wait_until(lambda: torg.focused, "something that is seen has the focus")
    check(torg.window)
    close(torg, "ctrl+z")
    torg.find("heading", OWN)


def offline(torg, service):
    """the words about a service that is gone"""
    service.kill()
    torg.press("F5")
    torg.find("toggle button", re.compile("^Offline"))
    open_menu(torg, re.compile("^Offline"))
    close(torg)


STEPS = [portfolio, menus, project, more, dialogs, editor, question, delete_and_undo, offline]


def main():
    program, service_program, locale_dir = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, driver.Service(folder, service_program) as service:
        unknown = ["--service", service.url, "--account", service.account]
        with driver.Application(program, unknown, locale_dir, driver.STRICT) as torg:
            sign_in(torg)
        with driver.Application(program, service, locale_dir, driver.STRICT) as torg:
            worked = tap.run(STEPS, torg, service)
    return 0 if worked else 1


if __name__ == "__main__":
    sys.exit(main())
