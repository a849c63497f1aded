"""Months of a shop by chance, everything it does among and after each other; then all of it is taken back, the latest first.

The program's own check must find nothing at any time, a look at the book from outside neither, and at the end every fact must stand
as it stood at the beginning: undo for everything, whatever came between. Before that, everything is written out and brought into a new
book, which has to write out the same.
"""

import contextlib
import json

import verifier

from . import shop as shops
from . import shim
from .deeds import Deeds

# What is kept of the past whatever is taken back, and what is drawn from the facts and the day.
KEPT = {"operation", "change", "change_range", "audit", "state", "week_export", "week_delivery", "week_correction"}
DRAWN = {"customer_stats", "level_outlook", "search_key"}
# Nothing a clerk does may be answered with these.
NEVER = {"bad_arguments", "internal", "disk_fault", "file_damaged", "unknown_operation"}


def months(part):
    """Lives by chance, each from an empty book."""
    asked, done = set(), set()
    for number in range(part.share(1, 40)):
        live(part, number, asked, done)
        if part.failures:
            return
    # A deed that is refused in every life is made wrong; one life is too short to tell.
    part.expect(not part.gate or asked == done, f"never done: {sorted(asked - done)}")


def live(part, number, asked, done):
    folder = part.new_folder("life")
    book = shops.new_book(part, folder)
    control = shim.Shim(part)
    call = shops.Call(part, book, control.env(folder / "nothing"))

    def ask(op, args=None):
        answer = call.ask(op, args)
        asked.add(op)
        if "ok" in answer:
            done.add(op)
            part.count("deeds done", op not in ("list_history", "check_shop", "undo"))
            return answer["ok"]
        part.count("refused")
        part.expect(answer["err"]["code"] not in NEVER, f"life {number}: {op} {args}: {answer['err']}", folder)
        return None

    def sound(when):
        found = ask("check_shop")["findings"]
        part.expect(not found, f"life {number}, {when}: {json.dumps(found, ensure_ascii=False)[:500]}", folder)

    deeds = Deeds(part, ask, book, folder, control)
    # The first question begins the log and settles what a new book has to have.
    first = ask("list_history", {"limit": 1})["entries"][0]["id"]
    before = facts(deeds)
    for step in range(part.share(150, 300)):
        deeds.next()
        if step % 10 == 9:
            sound(f"deed {step + 1}")
        if part.failures:
            break
    if not part.failures:
        look(part, book, folder, number)
        hand_on(part, book, control.env(folder / "nothing"), number)
        part.count("taken back", take_back(part, ask, first, number, folder))
        sound("everything taken back")
        after = facts(deeds)
        for table in sorted(before.keys() | after.keys()):
            gone, new = before[table] - after[table], after[table] - before[table]
            part.expect(not gone and not new, f"life {number}: {table}: gone {sorted(gone)[:2]}, new {sorted(new)[:2]}", folder)
    part.expect(call.close() == 0, "the program does not end well")


def look(part, book, folder, number):
    """Python's own SQLite looks at visits and at the history. Points are left out: the rules of this shop change."""
    copy = shops.copy_book(book, part.new_folder("look"))
    with contextlib.closing(verifier.connect(copy, recover=True)) as db:
        found, seen = verifier.Book(), verifier.Facts(db)
        verifier.visits(seen, found)
        verifier.told(db, found)
    for what in found.wrong[:3]:
        part.fail(f"life {number}: {what}", folder)


def hand_on(part, book, env, number):
    """Everything written out, brought into a new book and written out again is the same, byte for byte."""
    place = part.new_folder("handed-on")
    copy, other = shops.copy_book(book, place), place / "other.shuke"
    folders = [place / "out", place / "again"]
    for folder in folders:
        folder.mkdir()
    steps = [("export", copy, "everything", "--out", folders[0]), ("init", other, "--name", "云裳", "--trade", "clothing"), None]
    steps += [("check", other), ("export", other, "everything", "--out", folders[1])]
    for step in steps:
        step = step or ("import", other, "--everything", next(folders[0].iterdir()))
        code, out, said = part.shuke(*step, env=env)
        if not part.expect(code == 0, f"life {number}: {step[0]} of everything: {code} {out[:200]} {said[:200]}", place):
            return
    written = [{path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()} for folder in folders]
    differing = sorted(str(path) for path in written[0].keys() | written[1].keys() if written[0].get(path) != written[1].get(path))
    part.expect(written[0] and not differing, f"life {number}: not as it was written out: {differing}", place)
    part.count("files written out and back the same", len(written[0]))


def take_back(part, ask, first, number, folder):
    """Undoes whatever stands since `first`, the latest first; how many that were. None of it may be refused."""
    last, done = 1 << 60, 0
    while (latest := latest_before(ask, last, first)) is not None:
        last, done = latest["id"], done + 1
        if ask("undo", {"operation": last}) is None:
            part.fail(f"life {number}: {latest['kind']} {last} is not taken back, though it is the latest that stands", folder)
    return done


def latest_before(ask, last, first):
    before = None
    while True:
        page = ask("list_history", {"limit": 200, "before": before})
        for entry in page["entries"]:
            if entry["id"] <= first:
                return None
            if entry["id"] < last and entry["undoable"]:
                return entry
        if not page["more"]:
            return None
        before = page["entries"][-1]["id"]


def facts(deeds):
    """Every row of every table that holds facts."""
    tables = [row["name"] for row in deeds.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]
    return {
        table: {json.dumps(row, ensure_ascii=False, default=str) for row in deeds.rows(f"SELECT * FROM {table}")}
        for table in tables
        if table not in KEPT | DRAWN
    }
