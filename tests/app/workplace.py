# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies before a person who works: the application at a service with the sample content.

What the tests that drive a page have in common; each adds what its page is used for.
"""

import re
import sys
import tempfile

import driver
import tap


class Desk:
    """The application and the service, with the deeds that go the same way on every page.

    page: the title of the page that one works on, as the source has it.
    """

    page = None

    def __init__(self, service, torg, folder):
        self.service = service
        self.torg = torg
        self.folder = folder

    def _(self, english, context=None):
        return self.torg._(english, context)

    @property
    def titles(self):
        """The titles in the list, as far as it is shown."""
        view = self.torg.find_now("list", self._(self.page))
        return [row.name for row in view.children] if view else []

    def search(self, text):
        self.torg.press("ctrl+f", "ctrl+a", "BackSpace")
        self.torg.type(text)

    def open(self, title):
        """Searches for a record and opens it with the keyboard alone."""
        self.search(title)
        self.torg.wait_until(lambda: self.titles[:1] == [title], f"{title!r} is found")
        self.torg.press("Return")
        return self.torg.find("heading", title)

    def row(self, title):
        """The name of a row of a form, which may say besides that it must be filled in."""
        return re.compile(f"^{re.escape(self._(title))}( |$)")

    def choose(self, row, word):
        """Chooses in a row of a form by the arrow keys."""
        combo = self.torg.tab_to("combo box", self.row(row))
        self.torg.press("Return")
        for _ in range(30):
            items = self.torg.wait_until(lambda: [item for item in combo.find_all("list item")
                                                  if item.is_focused], "the choices are open")
            if items[0].find_now("label", word):
                break
            self.torg.press("Down")
        self.torg.press("Return")

    def wait_record(self, collection, is_meant, what, seconds=driver.PATIENCE):
        """The first record at the service that is meant."""
        return self.torg.wait_until(
            lambda: next(filter(is_meant, self.service.records(collection)), None), what, seconds)


def run(steps, desk, environment=driver.STRICT):
    """Takes the steps at a desk of the class, with the programs that the command line names."""
    program, service_program, locale_dir = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, \
            driver.Service(folder, service_program) as service, \
            driver.Application(program, service, locale_dir, environment) as torg:
        worked = tap.run(steps, desk(service, torg, folder))
    return 0 if worked else 1
