#!/usr/bin/env python3
"""Times what comes in and goes out as files, through the command line program, beside sqlite3 on the same rows.

usage: tests/bench/files/measure.py FOLDER [--program FILE] [--only import|export] [--rounds N]

    cargo build --release -p shuke-cli
    python3 make_shop.py 100000 1000000 7 --out FOLDER    # customers.csv, visits.csv, items.csv
    tests/bench/files/measure.py FOLDER

Import: a new book from the three files with every check, beside sqlite3's `.import` of the same files into bare tables, in turns.
Export: each table of the whole shop, as text and as a workbook, beside sqlite3 writing its bare table as CSV, the table the rows came
from. Seconds are of the wall, MiB the most that was resident. A book as large as the shop is made in a temporary folder, TMPDIR
chooses the disk.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
FILES = {"customers": "customers.csv", "visits": "visits.csv", "lines": "items.csv"}


def run(words, standard_input=None):
    """Seconds and MiB of a program that has to end well (its children not counted)."""
    began = time.monotonic()
    child = subprocess.Popen(
        [str(word) for word in words],
        stdin=subprocess.PIPE if standard_input is not None else subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    if standard_input is not None:
        child.stdin.write(standard_input.encode())
        child.stdin.close()
    said = child.stderr.read().decode(errors="replace")
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.monotonic() - began, used.ru_maxrss / 1024, child.returncode, said


def must(words, standard_input=None):
    took, most, code, said = run(words, standard_input)
    if code != 0:
        sys.exit(f"{words[0]} ended with {code}: {said.strip()}")
    return took, most


def imported(program, given, book):
    """Ours: a new book, then the three files, every check."""
    book.unlink(missing_ok=True)
    must([program, "init", book, "--name", "大店", "--trade", "clothing"])
    return must([program, "import", book] + [word for name, file in FILES.items() for word in (f"--{name}", given / file)])


def bare(given, database):
    """The same three files into tables without types, keys or checks."""
    database.unlink(missing_ok=True)
    script = "".join(f".import --csv '{given / file}' {name}\n" for name, file in FILES.items())
    return must(["sqlite3", "-bail", database], script)


def told(what, figures, base=None):
    seconds = statistics.median(took for took, _ in figures)
    most = max(resident for _, resident in figures)
    beside = f", {seconds / base:.1f} x" if base else ""
    print(f"{what}: p50 {seconds:.2f} s of {len(figures)}, worst {max(took for took, _ in figures):.2f} s, {most:.0f} MiB at the most{beside}", flush=True)
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    parser.add_argument("--program", type=pathlib.Path, default=target / "release/shuke")
    parser.add_argument("--only", choices=["import", "export"])
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="shuke-bench-") as room:
        room = pathlib.Path(room)
        book, database = room / "ours.shuke", room / "bare.sqlite"
        ours, theirs = [], []
        for _ in range(1 if args.only == "export" else args.rounds):
            theirs.append(bare(args.folder, database))
            ours.append(imported(args.program, args.folder, book))
        if args.only != "export":
            base = told("sqlite3, .import of the same files into bare tables", theirs)
            told("import of customers, visits and lines, all checks", ours, base)
        if args.only != "import":
            for name in FILES:
                exported(args, name, book, database, room)


def exported(args, name, book, database, room):
    """One table as text and as a workbook, in turns with sqlite3's text."""
    dumps, figures = [], {"csv": [], "xlsx": []}
    refused = {}
    for _ in range(args.rounds):
        script = f".headers on\n.mode csv\n.output '{room / 'bare.csv'}'\nSELECT * FROM {name};\n"
        dumps.append(must(["sqlite3", "-bail", database], script))
        for kind, times in figures.items():
            out = room / f"{name}.{kind}"
            out.unlink(missing_ok=True)
            took, most, code, said = run([args.program, "export", book, name, "--out", out])
            if code == 0:
                times.append((took, most))
            else:
                # A table with more rows than a sheet holds is refused before a file is begun; that is an answer too.
                refused[kind] = f"refused after {took:.2f} s with {most:.0f} MiB and the exit code {code}"
            out.unlink(missing_ok=True)
    base = told(f"sqlite3, {name} as CSV", dumps)
    for kind, times in figures.items():
        if times:
            told(f"export of {name} as {kind}", times, base)
        if kind in refused:
            print(f"export of {name} as {kind}: {refused[kind]}", flush=True)


if __name__ == "__main__":
    main()
