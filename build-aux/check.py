#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of this project that no compiler knows. Prints FILE:LINE: what is wrong, or nothing."""

import re
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

# Who may include whom: a layer sees itself and the layers named here.
LAYERS = {
    "core": set(),
    "store": {"core"},
    "sync": {"core", "store"},
    "service": {"core", "store"},
    "app": {"core", "store", "sync"},
}

CODE = (".c", ".h")
SOURCES = CODE + (".py", ".sh", ".build", ".ui", ".css", ".js", ".mjs")
TEXTS = SOURCES + (".md", ".xml", ".json", ".in", ".sql", ".conf", ".po", ".yml", "")

# pattern, endings it holds for, folder it holds in, files it does not hold for, what to say
Rule = namedtuple("Rule", "pattern endings folder exempt message")
RULES = [
    Rule(r'#\s*include\s+"\.\./', CODE, "", (),
         "an include must not climb out of its folder"),
    Rule(r"\b(GTask|GThreadPool|g_task_\w+|g_thread_(new|try_new|join|pool_\w+))\b", CODE, "src/",
         ("src/app/shell/torg-worker.c", "src/service/torg-server.c", "src/service/torg-sign-in.c"),
         "threads and tasks belong in src/app/shell/torg-worker.c"),
    Rule(r"^\s*(static\s+)?g_(autoptr|autolist|autoslist|autoqueue|auto)\s*\(\s*\w+\s*\)\s*\w+\s*[;,]",
         CODE, "", (), "a g_auto variable needs an initialiser"),
    Rule(r"^\s*g_autofree\b[^=(]*;", CODE, "", (), "a g_autofree variable needs an initialiser"),
    Rule(r"\b(torg_\w+_get_default|g_application_get_default)\s*\(", CODE, "", (),
         "no singletons: pass the object down"),
    Rule(r"\bgoto\s+\w+\s*;", CODE, "", (), "no goto: return early"),
    Rule(r"\bg_object_[gs]et_q?data(_full)?\b", CODE, "src/", ("src/app/widgets/torg-pace.c",),
         "no data hung on objects: give it a member"),
    Rule(r"\b(TODO|FIXME|XXX)\b", SOURCES, "", (), "unfinished work is not committed"),
    Rule(r"(?<![\w.])/(home|root|Users)/\w", TEXTS, "", (), "a path of one person's computer"),
    Rule(r'"resolved"\s*:', ("package-lock.json",), "", (), "the address of a package registry"),
]

TRANSLATED_CODE = re.compile(r"(?<!\w)(_|N_|C_|NC_|g_dngettext|g_dpgettext2|ngettext)\s*\(\s*\"")
TRANSLATED_XML = re.compile(r"""\btranslatable\s*=\s*["'](yes|true|1)["']""")
INCLUDE = re.compile(r'#\s*include\s+["<]([^">]+)[">]')


def project_files():
    """The files under version control and those about to be, as paths below the top."""
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
                            check=True, capture_output=True, text=True).stdout
    return [Path(name) for name in sorted(listed.split("\0")) if name and Path(name).is_file()]


def lines_of(path):
    """Its numbered lines; none for a file that is not text."""
    try:
        return list(enumerate(path.read_text(encoding="utf-8").splitlines(), start=1))
    except UnicodeDecodeError:
        return []


def check_rules(files):
    for rule in RULES:
        pattern = re.compile(rule.pattern)
        for path in files:
            name = path.as_posix()
            ends = path.suffix in rule.endings or path.name in rule.endings
            if not ends or not name.startswith(rule.folder) or name in rule.exempt:
                continue
            if path == Path("build-aux/check.py"):
                continue
            for number, line in lines_of(path):
                if pattern.search(line):
                    yield path, number, rule.message


def layer_of(path):
    return path.parts[1] if path.parts[0] == "src" and len(path.parts) > 2 else None


def check_layers(files):
    owners = {path.name: layer_of(path) for path in files if path.suffix == ".h" and layer_of(path)}
    for path in files:
        layer = layer_of(path)
        if path.suffix not in CODE or layer is None:
            continue
        if layer not in LAYERS:
            yield path, 1, f"src/{layer} is no layer that build-aux/check.py knows"
            continue
        for number, line in lines_of(path):
            found = INCLUDE.match(line)
            owner = owners.get(Path(found[1]).name) if found else None
            if owner not in LAYERS[layer] | {layer, None}:
                yield path, number, f"src/{layer} must not include {found[1]} of src/{owner}"


def check_licences(files):
    for path in files:
        if path.suffix not in SOURCES or path.stat().st_size == 0:
            continue
        head = "".join(line for _, line in lines_of(path)[:5])
        for tag in ("SPDX-FileCopyrightText:", "SPDX-License-Identifier: GPL-3.0-or-later"):
            if tag not in head:
                yield path, 1, f"the first lines lack {tag}"


def has_translations(path):
    pattern = TRANSLATED_CODE if path.suffix in CODE else TRANSLATED_XML
    return any(pattern.search(line) for _, line in lines_of(path))


def check_potfiles(files):
    potfiles = Path("po/POTFILES.in")
    if not potfiles.is_file():
        return
    listed = {}
    for number, line in lines_of(potfiles):
        name = line.split("#")[0].strip()
        if not name:
            continue
        if not Path(name).is_file():
            yield potfiles, number, f"{name} is not there"
        if name in listed:
            yield potfiles, number, f"{name} is listed twice"
        listed[name] = number
    for path in files:
        wanted = path.suffix in CODE + (".ui",) and path.parts[0] in ("src", "data")
        if wanted and path.as_posix() not in listed and has_translations(path):
            yield path, 1, "has translatable text and is not listed in po/POTFILES.in"


def main():
    files = project_files()
    found = [problem
             for check in (check_rules, check_layers, check_licences, check_potfiles)
             for problem in check(files)]
    for path, number, message in found:
        print(f"{path}:{number}: {message}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
