# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts Torg and its service, and uses Torg as a screen reader does.

Everything is found by its role and name in the accessible tree (AT-SPI), never by its place on the
screen; keys go to whatever has the focus. It runs under build-aux/with-display:

    with Service(folder, "torg-service") as service, Application("torg", service) as torg:
        torg.press("ctrl+f")
        torg.type("sensor")
        torg.find("list item", re.compile("Sensor"))

What waits, waits for a thing to be so; when that takes too long, it tells what it waited for and
prints the tree as it was.
"""

import base64
import gettext
import json
import os
import re
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20  # seconds for anything that is to happen, on a slow machine
PAUSE = 0.03

# What the application tells without being asked.
HEARD = ("object:announcement", "object:state-changed:focused")

# For tests: the application does not outlive a warning.
STRICT = {"G_DEBUG": "fatal-warnings"}

# The frame that GTK draws around a window where nothing composes.
FRAME = 5


class TookTooLong(AssertionError):
    """Something that was to happen did not."""


def settle(seconds=PAUSE):
    """Lets time pass and takes in what the application tells meanwhile."""
    end = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while True:
        while context.pending():
            context.iteration(False)
        if time.monotonic() >= end:
            return
        time.sleep(0.005)


class Node:
    """One thing in the accessible tree: what a screen reader would tell of it."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __hash__(self):
        return hash(self.accessible)

    def __repr__(self):
        text = self.text
        parts = [self.role, repr(self.name)]
        if text and text != self.name:
            parts.append(f"text={text!r}")
        if self.description:
            parts.append(f"description={self.description!r}")
        shown = self.states & {"focused", "focusable", "checked", "selected", "expanded", "invalid entry"}
        if not self.is_showing:
            shown.add("hidden")
        if "sensitive" not in self.states:
            shown.add("off")
        return " ".join(parts + sorted(shown))

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name(self):
        """Its own, or what is written in its label: items of menus refer to theirs."""
        return self.accessible.get_name() or \
            ", ".join(node.text for node in self.related(Atspi.RelationType.LABELLED_BY))

    @property
    def description(self):
        """Its own, or what it refers to for one."""
        own = self.accessible.get_description()
        return own or ", ".join(node.name for node in self.related(Atspi.RelationType.DESCRIBED_BY))

    def related(self, kind):
        """Those that it refers to by a relation of a kind."""
        return [Node(relation.get_target(i)) for relation in self.accessible.get_relation_set()
                if relation.get_relation_type() == kind for i in range(relation.get_n_targets())]

    @property
    def states(self):
        return {state.value_nick.replace("-", " ") for state in self.accessible.get_state_set().get_states()}

    @property
    def is_showing(self):
        return self.accessible.get_state_set().contains(Atspi.StateType.SHOWING)

    @property
    def is_gone(self):
        try:
            return not self.is_showing
        except GLib.Error:
            return True

    @property
    def is_sensitive(self):
        return self.accessible.get_state_set().contains(Atspi.StateType.SENSITIVE)

    @property
    def is_focused(self):
        return self.accessible.get_state_set().contains(Atspi.StateType.FOCUSED)

    @property
    def is_focusable(self):
        return self.accessible.get_state_set().contains(Atspi.StateType.FOCUSABLE)

    @property
    def is_checked(self):
        return self.accessible.get_state_set().contains(Atspi.StateType.CHECKED)

    @property
    def text(self):
        """What is written in it, for what has text."""
        text = self.accessible.get_text_iface()
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""

    @property
    def actions(self):
        action = self.accessible.get_action_iface()
        if not action:
            return []
        return [Atspi.Action.get_action_name(action, i) for i in range(Atspi.Action.get_n_actions(action))]

    @property
    def box(self):
        """x, y, width and height inside the window; for the order in which things stand."""
        place = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        return place.x, place.y, place.width, place.height

    @property
    def parent(self):
        parent = self.accessible.get_parent()
        return Node(parent) if parent else None

    @property
    def children(self):
        count = self.accessible.get_child_count()
        found = (self.accessible.get_child_at_index(i) for i in range(count))
        return [Node(child) for child in found if child]

    def walk(self, hidden=False):
        """The node and what is in it, top down; only what is shown, unless hidden is asked for."""
        yield self
        for child in self.children:
            try:
                if hidden or child.is_showing:
                    yield from child.walk(hidden)
            except GLib.Error:
                continue  # it went while one looked

    def matches(self, role=None, name=None):
        if role is not None and self.role != role:
            return False
        if name is None:
            return True
        return bool(name.search(self.name)) if isinstance(name, re.Pattern) else self.name == name

    def find_all(self, role=None, name=None, hidden=False):
        """All that have the role and the name: a string, or a pattern that the name contains."""
        return [node for node in self.walk(hidden) if node.matches(role, name)]

    def find_now(self, role=None, name=None):
        """The first that has them, or None."""
        return next((node for node in self.walk() if node.matches(role, name)), None)

    def find(self, role=None, name=None, seconds=PATIENCE):
        """The first that has them, once there is one."""
        what = f"{role or 'node'} named {getattr(name, 'pattern', name)!r}"
        return wait_until(lambda: self.find_now(role, name), f"there is a {what}", seconds, self)

    def dump(self, depth=0):
        """The tree, a node a line, without those that only hold others."""
        try:
            is_told = self.name or self.role not in ("panel", "grouping")
            lines = ["  " * depth + repr(self)] if is_told else []
            for child in self.children:
                if child.is_showing:
                    lines.append(child.dump(depth + bool(is_told)))
            lines = [line for line in lines if line]
        except GLib.Error as error:
            lines = ["  " * depth + f"({error.message})"]
        return "\n".join(lines)

    def activate(self):
        """Does what a click would."""
        action = self.accessible.get_action_iface()
        assert action and Atspi.Action.do_action(action, 0), f"{self!r} does nothing"
        settle()

    def write(self, text):
        """Replaces what is written in it."""
        assert Atspi.EditableText.set_text_contents(self.accessible, text), f"{self!r} cannot be written in"
        settle()


def wait_until(is_so, what, seconds=PATIENCE, node=None):
    """Returns the first true thing that is_so() returns."""
    end = time.monotonic() + seconds
    while True:
        settle()
        try:
            found = is_so()
        except GLib.Error:
            found = None  # a node went while one looked
        if found:
            return found
        if time.monotonic() > end:
            tree = f"\n{node.dump()}" if node else ""
            raise TookTooLong(f"{seconds} s were not enough until {what}{tree}")


class Service:
    """torg-service with sample content, in a folder of its own."""

    def __init__(self, folder, program="torg-service"):
        self.program = program
        self.data = Path(folder, "service")
        self.process = None
        self.port = 0
        self.url = None
        made = subprocess.run([program, "--data", self.data, "init", "--sample"], check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.account = re.search("sample member: (.*)", made.stdout)[1]
        self.password_file = self.data / "sample-password"
        self.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        """Serves; after the first time on the same port."""
        self.process = subprocess.Popen(
            [self.program, "--data", self.data, "serve", "--port", str(self.port)],
            stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[-1].rstrip("/")
        self.port = int(self.url.split(":")[2].split("/")[0])

    def kill(self):
        """Ends it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()
        self.process.stdout.close()

    def ask(self, path):
        """What the service answers at /v1/buckets/…, or None where there is nothing."""
        password = self.password_file.read_text().strip()
        token = base64.b64encode(f"{self.account}:{password}".encode()).decode()
        request = urllib.request.Request(f"{self.url}/{path}", headers={"Authorization": f"Basic {token}"})
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["data"]
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise

    def records(self, collection, bucket="torg"):
        return self.ask(f"buckets/{bucket}/collections/{collection}/records")


class Application:
    """torg, signed in to a service, with its window on the display."""

    def __init__(self, command, service_or_arguments, locale_dir=None, environment=None):
        arguments = service_or_arguments
        if isinstance(arguments, Service):
            arguments = ["--service", arguments.url, "--account", arguments.account,
                         "--password-file", arguments.password_file]
        # Letters that the keyboard lacks come late or not at all.
        subprocess.run(["setxkbmap", "no"], check=True)
        own = {"TORG_LOCALE_DIR": str(locale_dir)} if locale_dir else {}
        self.process = subprocess.Popen([command, *arguments],
                                        env={**os.environ, **own, **(environment or {})})
        languages = [re.split("[._@]", os.environ.get("LC_ALL") or os.environ.get("LANG", "C"))[0]]
        self.words = gettext.translation("torg", locale_dir, languages, fallback=True)
        Atspi.init()
        self.said = []
        self.last_focused = None
        self.listener = Atspi.EventListener.new(self._heard)
        for kind in HEARD:
            self.listener.register(kind)
        self.root = wait_until(self._find_root, "the application is on the accessibility bus")
        self.window = wait_until(lambda: next(iter(self.root.find_all("frame")), None),
                                 "the application has a window", node=self.root)
        self._take_display()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.close() if error is None else self.kill()

    def _heard(self, event):
        if event.type.startswith("object:announcement"):
            self.said.append(str(event.any_data))
        elif event.detail1:
            self.last_focused = Node(event.source)

    def _find_root(self):
        if self.process.poll() is not None:
            raise AssertionError(f"torg ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return Node(child)
        return None

    def _take_display(self):
        """Nothing else manages windows here: the window fills the display and has the focus."""
        width, height = map(int, os.environ.get("TORG_SCREEN", "1280x800").split("x"))
        wanted = [f"WIDTH={width + 2 * FRAME}", f"HEIGHT={height + 2 * FRAME}"]

        def fill():
            for number in xdotool("search", "--onlyvisible", "--pid", self.process.pid)[:1]:
                xdotool("windowmove", number, -FRAME, -FRAME, "windowsize", number, width + 2 * FRAME,
                        height + 2 * FRAME, "windowfocus", number)
                settle(0.1)
                return set(wanted) <= set(xdotool("getwindowgeometry", "--shell", number))
            return False

        wait_until(fill, "the window fills the display")
        wait_until(lambda: "active" in self.window.states, "the window is active", node=self.window)

    def come_forward(self):
        """Takes the keyboard back after a dialog with a window of its own, as a desktop would."""
        self._take_display()

    def _(self, english, context=None):
        """The words on the screen, in the language of the test."""
        words = self.words.pgettext(context, english) if context else self.words.gettext(english)
        return words.replace("_", "")

    def find(self, role=None, name=None, seconds=PATIENCE):
        return self.root.find(role, name, seconds)

    def find_now(self, role=None, name=None):
        return self.root.find_now(role, name)

    def wait_until(self, is_so, what, seconds=PATIENCE):
        return wait_until(is_so, what, seconds, self.root)

    def wait_gone(self, role, name, seconds=PATIENCE):
        self.wait_until(lambda: not self.find_now(role, name), f"no {role} is named {name!r}", seconds)

    def dump(self):
        return self.root.dump()

    @property
    def focused(self):
        """What has the focus, or None."""
        last = self.last_focused
        if last and not last.is_gone and last.is_focused:
            return last
        return next((node for node in self.root.walk() if node.is_focused), None)

    def press(self, *keys):
        """Presses keys as xdotool names them ("ctrl+n"), one after the other."""
        for key in keys:
            xdotool("key", "--clearmodifiers", key)
            settle()

    def go_to(self, page, key):
        """Goes to a page by its key, once the pages are there, and into its search."""
        self.find("page tab", page)
        self.press(key)
        self.find("grouping", page)
        self.press("ctrl+f")

    def tab_to(self, role, name, key="Tab", most=150):
        """Presses Tab until the first thing with the role and the name has the focus."""
        node = self.find(role, name)
        for _ in range(most):
            if node.is_focused:
                return node
            self.press(key)
        raise TookTooLong(f"{most} times {key} did not lead to {node!r}\n{self.dump()}")

    def type(self, text):
        """Types at the speed of a quick typist."""
        xdotool("type", "--delay", 20, text)
        settle()

    def picture(self, path):
        """Writes what is on the display as PNG."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", f"png:{path}"], check=True)

    def close(self):
        """Leaves it as people do, and expects it to end well."""
        self.press("ctrl+q")
        self.wait_until(lambda: self.process.poll() is not None, "torg ends")
        self._stop_listening()
        assert self.process.returncode == 0, f"torg ended with {self.process.returncode}"

    def _stop_listening(self):
        for kind in HEARD:
            self.listener.deregister(kind)

    def kill(self):
        """Ends it as a power cut would."""
        self._stop_listening()
        self.process.kill()
        self.process.wait()


def xdotool(*arguments):
    done = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=False)
    return done.stdout.split()
