#!/usr/bin/env python3
"""Looks at a customer book with Python's own SQLite and nothing of the product, and says what is wrong with it.

usage: verifier.py SHOP

Nothing the product concluded is believed: every sum is added up again from the facts, and the history has to tell of every row.
"""

import collections
import contextlib
import datetime
import json
import sqlite3
import sys
import urllib.parse

APPLICATION = 0x5348554B
# Whatever a sale writes: each row of these has to be told of by the history.
TOLD = ("customer", "phone", "visit", "visit_line", "payment", "points_entry", "voucher", "popup_note", "wish")
RATE_UNIT = 10**12
# Of what an erasure emptied a hash says that something stood there.
CHANGES = """SELECT operation_id, tbl, row_id,
  coalesce(before, CASE WHEN before_hash IS NOT NULL THEN '{}' END) AS before,
  coalesce(after, CASE WHEN after_hash IS NOT NULL THEN '{}' END) AS after FROM change ORDER BY id"""


class Book:
    """What is in a book, and what is wrong with it."""

    def __init__(self):
        self.wrong = []
        self.receipts = {}  # of each visit saved under one: (id, number, fen, is live)
        self.operations = []  # kinds, in order
        self.version = None
        self.sums = {}
        self.names = []

    def check(self, what, holds):
        if not holds and len(self.wrong) < 20:
            self.wrong.append(what)


def connect(path, recover=False):
    """Opens a file. To take back what a crash left half done it has to be written, so only on a copy."""
    mode = "rw" if recover else "ro"
    db = sqlite3.connect(f"file:{urllib.parse.quote(str(path))}?mode={mode}", uri=True, isolation_level=None)
    db.row_factory = sqlite3.Row
    if recover:
        db.execute("PRAGMA synchronous = OFF")
    return db


def look(path, recover=False, history=True):
    """Everything there is to say about a file. The fixtures of old versions come without a history."""
    book = Book()
    try:
        with contextlib.closing(connect(path, recover)) as db:
            judge(db, book, history)
    except (sqlite3.Error, UnicodeDecodeError, ValueError) as error:
        book.wrong.append(f"cannot be read: {error}")
    return book


def judge(db, book, history):
    sound = [row[0] for row in db.execute("PRAGMA integrity_check")]
    book.check(f"structure: {sound[:3]}", sound == ["ok"])
    book.check("references", db.execute("PRAGMA foreign_key_check").fetchone() is None)
    book.check("whose file it is", db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION)
    book.version = db.execute("PRAGMA user_version").fetchone()[0]
    facts = Facts(db)
    visits(facts, book)
    points(db, facts, book)
    conclusions(db, facts, book)
    if history:
        told(db, book)
    book.operations = [row[0] for row in db.execute("SELECT kind FROM operation ORDER BY id")]
    book.names = [row[0] for row in db.execute("SELECT name FROM customer ORDER BY id")]
    book.sums = totals(db)


class Facts:
    """Visits and what hangs on them."""

    def __init__(self, db):
        self.visits = db.execute("SELECT * FROM visit ORDER BY id").fetchall()
        self.lines = sums(db, "SELECT visit_id, sum(amount), sum(qty) FROM visit_line GROUP BY visit_id")
        self.payments = sums(db, "SELECT visit_id, sum(amount), count(*) FROM payment GROUP BY visit_id")
        self.recorded = {row[0] for row in db.execute("SELECT visit_id FROM operation WHERE kind = 'record_visit'")}


def sums(db, sql):
    return {row[0]: (row[1], row[2]) for row in db.execute(sql)}


def visits(facts, book):
    """No visit is half: lines, payments and the history agree with it."""
    seen = collections.Counter(visit["receipt"] for visit in facts.visits)
    book.check("a number was given twice", len({visit["visit_no"] for visit in facts.visits}) == len(facts.visits))
    for visit in facts.visits:
        name = visit["receipt"] or visit["visit_no"]
        amount, qty = facts.lines.get(visit["id"], (None, None))
        if amount is not None:
            book.check(f"{name}: lines", (amount, qty) == (visit["total"], visit["pieces"]))
        elif not visit["is_day_total"] and visit["receipt"]:
            book.check(f"{name}: no lines", visit["total"] == 0 and visit["pieces"] == 0)
        paid, parts = facts.payments.get(visit["id"], (0, 0))
        if parts or visit["receipt"]:
            book.check(f"{name}: payments", paid == visit["total"])
        day = datetime.datetime.fromtimestamp(visit["at"] / 1000, datetime.timezone(datetime.timedelta(hours=8)))
        book.check(f"{name}: day", day.date().isoformat() == visit["day"])
        if visit["receipt"]:
            book.check(f"{name}: there {seen[name]} times", seen[name] == 1)
            book.check(f"{name}: not in the history", visit["id"] in facts.recorded)
            book.receipts[name] = (visit["id"], visit["visit_no"], visit["total"], visit["voided_at"] is None)


def points(db, facts, book):
    """A purchase saved at the counter earned what its level gives, once; what was voided earned nothing."""
    per_yuan = json.loads(db.execute("SELECT value FROM setting WHERE key = 'points_rule'").fetchone()[0])["per_yuan_bp"]
    levels = [json.loads(row[0]).get("points_bp", 10_000) for row in db.execute("SELECT benefits FROM level")]
    rates = {RATE_UNIT * per_yuan * level // 10**8 for level in levels}
    parents, root, net, rate = {}, {}, collections.Counter(), {}
    for entry in db.execute("SELECT id, visit_id, kind, points, rate, reverses_id FROM points_entry ORDER BY id"):
        top = root.get(entry["reverses_id"], entry["id"])
        root[entry["id"]] = top
        parents.setdefault(top, entry["visit_id"] if entry["kind"] == "earn" else None)
        net[parents[top]] += entry["points"]
        if entry["kind"] == "earn":
            rate[entry["visit_id"]] = entry["rate"]
    for visit in facts.visits:
        if not visit["receipt"] or visit["kind"] != "purchase":
            continue
        name, earned = visit["receipt"], net[visit["id"]]
        if visit["voided_at"] is not None or not visit["customer_id"]:
            book.check(f"{name}: points of nobody", earned == 0)
        elif visit["total"] > 0:
            book.check(f"{name}: rate", rate.get(visit["id"]) in rates)
            book.check(f"{name}: points", earned == visit["total"] * (rate.get(visit["id"]) or 0) // (100 * RATE_UNIT))


def conclusions(db, facts, book):
    """The figures kept of each customer are those of her visits and her ledger."""
    own = collections.defaultdict(list)
    for visit in facts.visits:
        if visit["customer_id"] and visit["voided_at"] is None:
            own[visit["customer_id"]].append(visit)
    ledger = collections.Counter()
    for entry in db.execute("SELECT customer_id, points, expires_on FROM points_entry"):
        ledger[entry["customer_id"]] += entry["points"]
    levels = {row[0] for row in db.execute("SELECT id FROM level")}
    customers = {row[0] for row in db.execute("SELECT id FROM customer")}
    kept = {row["customer_id"]: row for row in db.execute("SELECT * FROM customer_stats")}
    book.check("everybody has figures", kept.keys() == customers)
    ends = {row[0]: row[1] for row in db.execute("SELECT customer_id, min(expires_on) FROM points_entry WHERE points > 0 GROUP BY 1")}
    for customer, stats in kept.items():
        mine = own[customer]
        bought = [visit["day"] for visit in mine if visit["kind"] == "purchase"]
        expected = {
            "visits": len(mine),
            "purchases": len(bought),
            "purchase_days": len(set(bought)),
            "pieces": sum(visit["pieces"] for visit in mine),
            "net_spend": sum(visit["total"] for visit in mine),
            "first_purchase": min(bought, default=None),
            "last_purchase": max(bought, default=None),
            "last_visit": max((visit["day"] for visit in mine), default=None),
            "last_visit_at": max((visit["at"] for visit in mine), default=None),
            "points": ledger[customer],
        }
        for column, value in expected.items():
            book.check(f"{column} of customer {customer}: {stats[column]}, not {value}", stats[column] == value)
        # Points that ran out are beyond this look; no book of the rig is that old.
        book.check(f"points of customer {customer} ran out", (ends.get(customer) or "9999") >= stats["points_on"])
        book.check(f"level of customer {customer}", stats["level_id"] in levels)
        book.check(f"completeness of customer {customer}", 0 <= stats["completeness"] <= 100)


def told(db, book):
    """The history tells of every row, and what it says last of a row is what stands there."""
    operations = {row[0] for row in db.execute("SELECT id FROM operation")}
    ranges = collections.defaultdict(list)
    for row in db.execute("SELECT tbl, first_id, last_id, operation_id FROM change_range"):
        ranges[row["tbl"]].append((row["first_id"], row["last_id"], row["operation_id"]))
        book.check(f"range of an operation that is not there: {row['operation_id']}", row["operation_id"] in operations)
    last, inserted, told_of = {}, set(), set()
    for row in db.execute(CHANGES):
        last[row["tbl"], row["row_id"]] = row
        told_of.add(row["operation_id"])
        if row["before"] is None and row["after"] in (None, "{}"):
            inserted.add((row["tbl"], row["row_id"]))
    rows = {}
    for table in {table for table, _ in last} | set(TOLD):
        rows[table] = {row["id"]: row for row in db.execute(f"SELECT * FROM {table}")}
    for table in TOLD:
        for row in rows[table]:
            known = (table, row) in inserted or any(first <= row <= end for first, end, _ in ranges[table])
            book.check(f"{table} {row}: the history does not tell of it", known)
    for (table, row), change in last.items():
        if any(first <= row <= end and came > change["operation_id"] for first, end, came in ranges[table]):
            continue  # The number was given again, to a row that came in bulk.
        there = rows[table].get(row)
        gone = change["before"] is not None and change["after"] is None
        book.check(f"{table} {row}: {'still there' if gone else 'gone'} against the history", (there is None) == gone)
        if there is not None and change["after"] is not None:
            differing = [column for column, value in json.loads(change["after"]).items() if there[column] != value]
            book.check(f"{table} {row}: {differing} are not as the history says", not differing)
    told_of |= {row[0] for row in db.execute("SELECT operation_id FROM change_range")}
    # An undo of an import takes its rows away as ranges and leaves no change of its own.
    quiet = {row[0] for row in db.execute("SELECT id FROM operation WHERE undoes IS NOT NULL")}
    book.check("an entry of the history without its changes", operations <= told_of | quiet)


TOTALS = {
    "by day": "SELECT day, sum(total), sum(pieces), count(*) FROM visit WHERE voided_at IS NULL GROUP BY day ORDER BY day",
    "by customer": "SELECT customer_id, sum(total), count(*) FROM visit WHERE voided_at IS NULL GROUP BY customer_id ORDER BY customer_id",
    "by clerk": "SELECT staff_id, sum(total) FROM visit WHERE voided_at IS NULL GROUP BY staff_id ORDER BY staff_id",
    "by kind": "SELECT kind, sum(total), count(*) FROM visit WHERE voided_at IS NULL GROUP BY kind ORDER BY kind",
    "by payment": "SELECT method, sum(amount), count(*) FROM payment GROUP BY method ORDER BY method",
    "lines": "SELECT count(*), sum(amount), sum(qty) FROM visit_line",
    "by category": "SELECT category, sum(amount) FROM visit_line GROUP BY category ORDER BY category",
    "points": "SELECT customer_id, sum(points), count(*) FROM points_entry GROUP BY customer_id ORDER BY customer_id",
    "figures": "SELECT customer_id, visits, purchases, net_spend, points FROM customer_stats ORDER BY customer_id",
    "counts": "SELECT (SELECT count(*) FROM customer), (SELECT count(*) FROM visit), (SELECT count(*) FROM operation)",
}


def totals(db):
    """Every total a shop reads off its book."""
    return {name: [tuple(row) for row in db.execute(sql)] for name, sql in TOTALS.items()}


def missing(book, acknowledged):
    """What was said to be saved and is not there once as it was said."""
    wrong = []
    for receipt, answer in acknowledged.items():
        saved = book.receipts.get(receipt)
        if saved is None:
            wrong.append(f"{receipt} is lost")
        elif saved[:2] != (answer["visit"], answer["visit_no"]):
            wrong.append(f"{receipt} is another visit: {saved}")
    return wrong


if __name__ == "__main__":
    found = look(sys.argv[1])
    print("\n".join(found.wrong) or f"sound: {len(found.receipts)} receipts, {len(found.operations)} entries of the history")
    sys.exit(bool(found.wrong))
