#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Torg contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# bench.py SERVICE LOAD EMPTY NGINX PEER NODE [COUNT] - how fast the service answers, on one core, beside
# others that do the same or less. What is printed is of one run: on a machine that does other things as
# well, the ratios tell more than the figures.

import base64
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

ROUNDS = int(os.environ.get("TORG_BENCH_ROUNDS", 3))
SECONDS = int(os.environ.get("TORG_BENCH_SECONDS", 3))
LISTENERS = 1000
PASSWORD = "a long enough password"
COLLECTION = "comments"

# What is measured: what the figure counts, and at how many connections.
WORKS = {
    "read": ("one record", "rate", 16),
    "list": ("a page of 500 records", "rate", 4),
    "conditional": ("a list not changed since (304)", "rate", 16),
    "write": ("one record written", "rate", 16),
    "batch": ("records written, by 100", "records", 4),
}


class Server:
    """A program that answers on core 0, and tells where it listens as its first line."""

    def __init__(self, name, command, folder, credentials="nobody:nothing", paths=None):
        self.name, self.credentials, self.paths = name, credentials, paths
        self.log = open(folder / f"{name}.log", "w")
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self.log, text=True, preexec_fn=lambda: pin(0))
        line = self.process.stdout.readline()
        if not line.startswith("listening on "):
            sys.exit(f"bench: {name} did not start: see {self.log.name}")
        self.port = int(line.split(":")[2].split("/")[0])

    def get(self, path):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}")
        token = base64.b64encode(self.credentials.encode()).decode()
        request.add_header("Authorization", f"Basic {token}")
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Resident megabytes, and those that it shares with nobody."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines()[1:]
        sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines}
        return sizes["Rss"], sizes["Private_Dirty"]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        self.log.close()


def pin(core):
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[core % len(cores)]})


class Bench:
    def __init__(self, service, load, empty, nginx, peer, node, count):
        self.folder = Path(tempfile.mkdtemp(prefix="torg-bench-"))
        self.load_program, self.count = load, count
        self.servers = []
        self.torg = self.start_torg(service)
        self.fastify = self.start_fastify(peer, node)
        self.fill()
        page = self.ask(self.torg, "size")["page"]
        self.sizes = {"record": page // 500, "list": page}
        self.nginx = self.start_nginx(nginx)
        self.soup = self.start_empty(empty)

    def start(self, *arguments, **options):
        self.servers.append(Server(*arguments, self.folder, **options))
        return self.servers[-1]

    def start_torg(self, service):
        data = self.folder / "torg"
        run = [service, "--data", data]
        subprocess.run([*run, "init"], check=True, capture_output=True)
        subprocess.run([*run, "account", "add", "liv", "--group", "members"], check=True,
                       capture_output=True, text=True, input=PASSWORD)
        command = [*run, "serve", "--port", "0", "--set", "log=errors"]
        return self.start("torg", command, credentials=f"liv:{PASSWORD}")

    def start_fastify(self, peer, node):
        """The same account, permissions and schema as the service has."""
        members = "/buckets/torg/groups/members"
        collection = self.torg.get(f"/v1/buckets/torg/collections/{COLLECTION}")
        start = self.folder / "start.json"
        start.write_text(json.dumps({
            "accounts": {"liv": {"salt": "salt", "password": PASSWORD, "groups": [members]}},
            "collection": {
                "name": COLLECTION,
                "readers": [members],
                "creators": [members],
                "schema": collection["data"]["schema"],
            },
        }))
        command = [node, peer / "server.mjs", self.folder / "fastify.db", start]
        return self.start("Fastify", command, credentials=f"liv:{PASSWORD}")

    def start_nginx(self, nginx):
        """It sends files of as many bytes, and answers a batch with what it is asked."""
        (self.folder / "files").mkdir()
        for name, size in self.sizes.items():
            (self.folder / "files" / name).write_text(" " * size)
        configuration = self.folder / "nginx.conf"
        port = free_port()
        configuration.write_text(f"""
            daemon off; master_process off; worker_processes 1; pid {self.folder}/nginx.pid;
            error_log {self.folder}/nginx.log;
            events {{ worker_connections 1024; }}
            http {{
              access_log off; keepalive_requests 1000000000; sendfile on; tcp_nodelay on;
              open_file_cache max=10; client_body_temp_path {self.folder}/body;
              proxy_temp_path {self.folder}/proxy; fastcgi_temp_path {self.folder}/fastcgi;
              uwsgi_temp_path {self.folder}/uwsgi; scgi_temp_path {self.folder}/scgi;
              default_type application/json;
              server {{ listen 127.0.0.1:{port}; root {self.folder}/files; }}
            }}""")
        command = ["sh", "-c", f"echo listening on http://127.0.0.1:{port}/; exec {nginx} -c {configuration}"]
        paths = {"read": "/record", "list": "/list", "conditional": "/list"}
        return self.start("nginx", command, paths=paths)

    def start_empty(self, empty):
        record, page = self.sizes["record"], self.sizes["list"]
        paths = {"read": f"/200/{record}", "list": f"/200/{page}", "conditional": "/304/0",
                 "write": f"/200/{record}", "batch": f"/200/{record * 100}"}
        return self.start("SoupServer", [empty], paths=paths)

    def ask(self, server, work, connections=1, path=None):
        """One run of the load program, which has the other core."""
        command = [self.load_program, work, "--port", server.port, "--count", self.count,
                   "--collection", COLLECTION,
                   "--credentials", server.credentials, "--connections", connections,
                   "--seconds", SECONDS] + (["--path", path] if path else [])
        before = server.cpu_seconds()
        answer = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, text=True,
                                preexec_fn=lambda: pin(1))
        if answer.returncode != 0:
            sys.exit(f"bench: {work} of {server.name} failed; the logs are in {self.folder}")
        result = json.loads(answer.stdout)
        result["cpu"] = (server.cpu_seconds() - before) * 1e6 / max(result.get("answers", 1), 1)
        return result

    def fill(self):
        for server in (self.torg, self.fastify):
            filled = self.ask(server, "fill")
            rss, dirty = server.memory()
            print(f"{server.name}: {self.count} records came in at {filled['records']:.0f} a second;"
                  f" then {rss:.0f} MB resident, {dirty:.0f} MB its own", flush=True)

    def measure(self, work):
        """The median of some rounds, in which the servers take turns; the first is to get warm."""
        _, figure, connections = WORKS[work]
        results = {server.name: [] for server in self.servers}
        for number in range(ROUNDS + 1):
            for server in self.servers:
                path = server.paths.get(work) if server.paths is not None else None
                if server.paths is not None and path is None:
                    continue
                result = self.ask(server, work, connections, path)
                if number > 0:
                    results[server.name].append(result)
        return {name: {key: statistics.median(one[key] for one in all_rounds) for key in all_rounds[0]}
                | {"figure": statistics.median(one[figure] for one in all_rounds)}
                for name, all_rounds in results.items() if all_rounds}

    def stop(self):
        for server in self.servers:
            server.stop()
        shutil.rmtree(self.folder)


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def print_row(words):
    print(f"{words[0]:32}" + "".join(f"{word:>12}" for word in words[1:]), flush=True)


def ratio(results, name):
    if name not in results:
        return "-"
    return f"{results['torg']['figure'] / results[name]['figure']:.2f}"


def print_table(bench):
    names = [server.name for server in bench.servers]
    costs = []
    print("\nHow many in a second, and how many times the others' that is:")
    print_row(["", *names, "/Fastify", "/nginx", "/SoupServer"])
    for work, (title, _, _) in WORKS.items():
        results = bench.measure(work)
        print_row([title] + [f"{results[name]['figure']:.0f}" if name in results else "-"
                             for name in names] + [ratio(results, name) for name in names[1:]])
        costs.append([title] + [f"{results[name]['cpu']:.0f}" if name in results else "-" for name in names]
                     + [f"{results['torg'][key]:.2f}" for key in ("half", "most")])
    print("\nMicroseconds of processor for each request; milliseconds that torg takes, half and 99 %:")
    print_row(["", *names, "50 %", "99 %"])
    for row in costs:
        print_row(row)


def print_events(bench):
    print(f"\nMilliseconds from a write until the last of {LISTENERS} streams has its event:")
    for server in (bench.torg, bench.fastify):
        result = bench.ask(server, "events", LISTENERS)
        rss, dirty = server.memory()
        print(f"{server.name:32}{result['half']:.1f} as a rule, {result['most']:.1f} at most;"
              f" in the end {rss:.0f} MB resident, {dirty:.0f} MB its own", flush=True)


def main():
    service, load, empty, nginx, peer, node, *count = sys.argv[1:]
    bench = Bench(Path(service), Path(load), Path(empty), nginx, Path(peer), node,
                  int(count[0]) if count else 100000)
    try:
        print(f"A record is some {bench.sizes['record']} bytes; it is validated, permitted and told of in a history.")
        print_table(bench)
        print_events(bench)
    finally:
        bench.stop()


main()
