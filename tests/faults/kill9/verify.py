"""Looks at a shop's file after kills, with nothing of the product.

usage: verify.py SHOP ACKNOWLEDGED KILLS

Every acknowledged visit has to be there exactly once as it was acknowledged, at most one other visit a kill may be there,
and each visit is whole: lines, payments, points, vouchers, history and the customer's figures agree with it.
"""

import collections
import json
import sqlite3
import sys

shop, acknowledged, kills = sys.argv[1], json.load(open(sys.argv[2])), int(sys.argv[3])
db = sqlite3.connect(shop)
db.row_factory = sqlite3.Row
wrong = []


def check(what, holds):
    if not holds:
        wrong.append(what)


check("integrity", [row[0] for row in db.execute("PRAGMA integrity_check")] == ["ok"])
check("references", db.execute("PRAGMA foreign_key_check").fetchall() == [])
visits = {row["receipt"]: row for row in db.execute("SELECT * FROM visit")}
check("every visit has its own receipt", len(visits) == db.execute("SELECT count(*) FROM visit").fetchone()[0])
check("every acknowledgement is of another visit", len({a["id"] for a in acknowledged}) == len(acknowledged))
for answer in acknowledged:
    visit = visits.get(answer["id"])
    check(f"{answer['id']} is lost", visit is not None)
    if visit:
        fen = int(answer["ok"]["effects"]["total"].replace(".", ""))
        check(f"{answer['id']} differs", (visit["id"], visit["visit_no"], visit["total"]) == (answer["ok"]["visit"], answer["ok"]["visit_no"], fen))
extra = len(visits) - len(acknowledged)
check(f"{extra} visits nobody was told of", 0 <= extra <= kills)

lines, payments, points = collections.Counter(), collections.Counter(), collections.Counter()
for row in db.execute("SELECT visit_id, sum(amount) AS amount FROM visit_line GROUP BY visit_id"):
    lines[row["visit_id"]] = row["amount"]
for row in db.execute("SELECT visit_id, sum(amount) AS amount FROM payment GROUP BY visit_id"):
    payments[row["visit_id"]] = row["amount"]
for row in db.execute("SELECT visit_id, sum(points) AS points FROM points_entry GROUP BY visit_id"):
    points[row["visit_id"]] = row["points"]
written = {row["visit_id"] for row in db.execute("SELECT visit_id FROM operation WHERE kind = 'record_visit'")}
figures = collections.defaultdict(lambda: [0, 0, 0])
for visit in visits.values():
    name, total = visit["receipt"], visit["total"]
    check(f"{name}: lines", lines[visit["id"]] == total)
    check(f"{name}: payments", payments[visit["id"]] == total)
    check(f"{name}: history", visit["id"] in written)
    if visit["customer_id"]:
        # One point a yuan, by the level she had: 1, 1.2, 1.5 or 2 times, rounded down.
        check(f"{name}: points", points[visit["id"]] in {total * tenths // 1000 for tenths in (10, 12, 15, 20)})
        own = figures[visit["customer_id"]]
        own[0] += 1
        own[1] += total
        own[2] += points[visit["id"]]
for row in db.execute("SELECT * FROM customer_stats"):
    check(f"figures of {row['customer_id']}", [row["visits"], row["net_spend"], row["points"]] == figures[row["customer_id"]])
orphans = "SELECT count(*) FROM operation o WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.operation_id = o.id)"
check("every entry of the history has its changes", db.execute(orphans).fetchone()[0] == 0)
db.close()

if wrong:
    sys.exit("\n".join(wrong[:20]))
print(f"{len(acknowledged)} visits acknowledged in {kills} kills, all there and whole; {extra} more that were not told any more")
