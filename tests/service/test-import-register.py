#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports the real register with the real program and compares with a count of one's own.

Usage: test-import-register.py TORG-SERVICE; the register is looked for in $TORG_SHARED_DATA.
"""

import base64
import collections
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

PROGRAM = sys.argv[1]
REGISTER = pathlib.Path(os.environ.get("TORG_SHARED_DATA", ""), "projects/norwegian-ai-projects.csv")
# Columns of which the report lists every value, once whatever its case of «Ja» is.
LISTED = ["Prosjekteier", "Eiertype", "Sektor (intern | ikke publisering)", "Prosjektstart",
          "Prosjektslutt", "Bruk av innleide konsulenter", "Status", "Modellutvikling"]
PASSWORD = "a password of the test"


def read_register(data):
    """The header and the rows by Python's own reader; the blank header is `id`."""
    header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    return ["id", *header[1:]], rows


def write_register(header, rows):
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["", *header[1:]])
    writer.writerows(rows)
    return out.getvalue().encode()


class Forum:
    """A data folder, the program's commands in it, and the service over it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.run("init")
        (self.folder / "password").write_text(PASSWORD)
        self.run("account", "add", "editor", "--group", "editors",
                 "--password-file", str(self.folder / "password"))

    def start(self, *arguments):
        return subprocess.run([PROGRAM, "--data", str(self.folder / "data"), *arguments],
                              capture_output=True, text=True, check=False)

    def run(self, *arguments):
        result = self.start(*arguments)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def file(self, data):
        path = self.folder / "file.csv"
        path.write_bytes(data)
        return str(path)

    def import_json(self, data, *arguments):
        return json.loads(self.run("import", "projects", self.file(data), "--json", *arguments))

    def serve(self):
        return Service(self.folder / "data")


class Service:
    """`torg-service serve`, asked over HTTP."""

    def __init__(self, data):
        self.process = subprocess.Popen([PROGRAM, "--data", str(data), "serve", "--port", "0"],
                                        stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[-1].rstrip("/")
        self.url = self.url if self.url.endswith("/v1") else self.url + "/v1"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate()

    def ask(self, path, method="GET", body=None):
        request = urllib.request.Request(self.url + path, method=method)
        token = base64.b64encode(f"editor:{PASSWORD}".encode()).decode()
        request.add_header("Authorization", "Basic " + token)
        if body is not None:
            request.data = json.dumps({"data": body}).encode()
            request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["data"], answer.headers

    def records(self, collection):
        found, path = [], f"/buckets/torg/collections/{collection}/records"
        while path:
            page, headers = self.ask(path)
            found += page
            path = headers["Next-Page"] and headers["Next-Page"].removeprefix(self.url)
        return found

    def projects(self):
        return {record["source_id"]: record for record in self.records("projects")}


def check_columns(forum, data):
    header, rows = read_register(data)
    report = forum.import_json(data, "--dry-run")
    assert [column["name"] for column in report["columns"]] == header
    assert len(report["rows"]) == len(rows) == 180
    for index, column in enumerate(report["columns"]):
        cells = [row[index] if index < len(row) else "" for row in rows]
        filled = [cell for cell in cells if cell.strip()]
        assert column["filled"] == len(filled), column["name"]
        assert column["blank"] == len(cells) - len(filled), column["name"]
        if column["name"] in LISTED:
            ours = collections.Counter(" ".join(cell.split()) for cell in filled)
            theirs = {value["value"]: value["count"] for value in column["values"] if value["value"]}
            assert theirs == ours, column["name"]


def check_records(forum, data):
    header, rows = read_register(data)
    forum.run("import", "projects", forum.file(data))
    with forum.serve() as service:
        projects = service.projects()
        organisations = {record["id"] for record in service.records("organisations")}
    assert len(projects) == 179
    for row in filter(any, rows):
        project = projects[row[0]]
        # Nothing is lost: each record has its row to the letter.
        assert project["source_row"] == {n: c for n, c in zip(header, row) if c.strip()}, row[0]
        assert project["title"] == " ".join(row[2].split())
        assert project["owner"] in organisations
        assert all(p["organisation"] in organisations for p in project.get("partners", []))
        assert project.get("start", "") == row[8] and project.get("end", "") == row[9]
    statuses = collections.Counter(project["status"] for project in projects.values())
    assert statuses == {"unknown": 138, "in-use": 16, "development": 11, "finished": 8,
                        "pilot": 4, "planned": 2}, statuses


def check_twice(forum, data):
    forum.run("import", "projects", forum.file(data))
    with forum.serve() as service:
        before = service.records("projects") + service.records("organisations")
    assert "rows: 179 as before, 1 left out\n" in forum.run("import", "projects", forum.file(data))
    with forum.serve() as service:
        assert service.records("projects") + service.records("organisations") == before


def check_edits(forum, data):
    forum.run("import", "projects", forum.file(data))
    path = "/buckets/torg/collections/projects/records/"
    with forum.serve() as service:
        projects = service.projects()
        service.ask(path + projects["1"]["id"], "PATCH", {"status": "scaled", "summary": "Ours"})
        service.ask(path + projects["2"]["id"], "DELETE")
    header, rows = read_register(data)
    for row in rows[:3]:
        row[13] = "Avsluttet"
    report = forum.import_json(write_register(header, rows))
    actions = [row["action"] for row in report["rows"][:3]]
    assert actions == ["changed", "deleted in Torg, not brought back", "changed"], actions
    assert report["rows"][0]["kept_edits"] == ["summary", "status"]
    with forum.serve() as service:
        projects = service.projects()
    assert projects["1"]["status"] == "scaled" and projects["1"]["summary"] == "Ours"
    assert projects["1"]["source_row"]["Status"] == "Avsluttet"
    assert "2" not in projects
    assert projects["3"]["status"] == "finished"


def check_report(forum, data):
    target = forum.folder / "report.txt"
    summary = forum.run("import", "projects", forum.file(data), "--report", str(target))
    assert summary.splitlines()[0] == "rows: 179 new, 1 left out"
    text = target.read_text()
    assert "      1  “Statlig virksmhet” → the owner's type: state-agency\n" in text
    assert "line 200: left out: the row is empty\n" in text


def check_bad_files(forum, data):
    text = data.decode()
    bad = {
        "Windows-1252": text.replace("–", "-").encode("cp1252", "replace"),
        "UTF-16": text.encode("utf-16"),
        "the row that starts on line 201": data + b'180,"NAV\n',
        "lacks the columns “id”, “Prosjekteier”": b"name,number\nOslo,0301\n",
        "empty": b"",
        "spreadsheet": b"PK\x03\x04\x00\x00\x08 and so on",
    }
    for words, content in bad.items():
        result = forum.start("import", "projects", forum.file(content))
        assert result.returncode == 1 and words in result.stderr, (words, result.stderr)
    for path in [str(forum.folder / "absent.csv"), str(forum.folder)]:
        result = forum.start("import", "projects", path)
        assert result.returncode == 1 and path in result.stderr, result.stderr
    with forum.serve() as service:
        assert service.records("projects") == []
        result = forum.start("import", "projects", forum.file(data))
        assert result.returncode == 1 and "service" in result.stderr, result.stderr


def main():
    if not REGISTER.is_file():
        print("1..0 # SKIP needs shared/data")
        return
    checks = [check_columns, check_records, check_twice, check_edits, check_report, check_bad_files]
    print(f"1..{len(checks)}")
    for number, check in enumerate(checks, 1):
        with tempfile.TemporaryDirectory(prefix="torg-import-") as folder:
            check(Forum(folder), REGISTER.read_bytes())
        print(f"ok {number} {check.__name__.removeprefix('check_')}", flush=True)


if __name__ == "__main__":
    main()
