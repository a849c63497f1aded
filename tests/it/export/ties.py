"""Checks an exported week against the shop's file, with nothing of the product but its catalogue of words.

usage: ties.py SHOP WEEK_FOLDER MESSAGES_FOLDER

Every row of every table is computed anew from the raw rows of the file and compared, so are the manifest's sums and
hashes. Prints what differs and ends with 1.
"""

import collections
import csv
import datetime
import hashlib
import io
import json
import pathlib
import re
import sqlite3
import sys

shop, folder, messages = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
db = sqlite3.connect(f"file:{shop}?mode=ro", uri=True)
db.row_factory = sqlite3.Row
wrong = []


def check(what, found, expected):
    if found != expected:
        wrong.append(f"{what}: found {found!r}, expected {expected!r}")


WORDS = {}
for line in (messages / manifest["language"] / "export.ftl").read_text("utf-8").splitlines():
    if line.startswith("export-"):
        key, value = line.split(" = ", 1)
        WORDS[key] = value


def word(kind, name):
    return WORDS[f"export-{kind}-{name}".replace("_", "-")]


def yuan(fen):
    return "" if fen is None else f"{'-' if fen < 0 else ''}{abs(fen) // 100}.{abs(fen) % 100:02d}"


def text(value):
    """What a spreadsheet may see of a text."""
    if value is None:
        return ""
    seen = value.lstrip("' \t\r\n\0\u3000\ufeff\u200b")
    guard = "'" if seen[:1] in tuple("=+-@＝＋－＠") + ("−",) else ""
    return guard + re.sub(r"[\x00-\x1f\x7f]", " ", value)


def table(name):
    raw = (folder / name).read_bytes()
    if manifest["encoding"] == "utf8":
        check(f"{name} mark", raw[:3], b"\xef\xbb\xbf")
        raw = raw[3:].decode("utf-8")
    else:
        raw = raw.decode("gb18030")
    check(f"{name} line ends", raw.count("\n"), raw.count("\r\n"))
    rows = list(csv.reader(io.StringIO(raw, newline="")))
    check(f"{name} widths", {len(row) for row in rows}, {len(rows[0])})
    return rows[1:]


# -- the week
year, number = manifest["week"].split("-W")
monday = datetime.date.fromisocalendar(int(year), int(number), 1)
days = [monday + datetime.timedelta(d) for d in range(7)]
sunday = days[-1]
check("from", manifest["from"], str(monday))
check("to", manifest["to"], str(sunday))
setting = json.loads(db.execute("SELECT value FROM setting WHERE key = 'shop'").fetchone()[0])
zone = datetime.timezone(datetime.timedelta(minutes=setting["utc_offset_minutes"]))


def local(millis):
    return datetime.datetime.fromtimestamp(millis / 1000, zone)


visits = [v for v in db.execute("SELECT * FROM visit WHERE voided_at IS NULL").fetchall() if str(monday) <= v["day"] <= str(sunday)]
visits.sort(key=lambda v: (v["day"], v["at"], v["id"]))
lines, payments = collections.defaultdict(list), collections.defaultdict(list)
for row in db.execute("SELECT * FROM visit_line ORDER BY line_no"):
    lines[row["visit_id"]].append(row)
for row in db.execute("SELECT * FROM payment ORDER BY id"):
    payments[row["visit_id"]].append(row)
number_of = {row["id"]: row["visit_no"] for row in db.execute("SELECT id, visit_no FROM visit")}
line_of = {row["id"]: row for row in db.execute("SELECT * FROM visit_line")}
people = {row["id"]: row for row in db.execute("SELECT * FROM customer")}


def code(customer):
    if customer is None:
        return ""
    person = people[customer]
    digits = re.sub(r"[- ]", "", person["member_no"])
    personal = re.search(r"\d{7}", digits) or person["name"] in person["member_no"]
    if not personal:
        return person["member_no"]
    own = f"K{customer:06d}"
    return own + "X" * any(row["member_no"] == own for row in people.values() if row["id"] != customer)


def list_total(v):
    return v["total"] if not lines[v["id"]] and v["list_total"] == 0 else v["list_total"]


# -- visits, lines, payments
expected = [
    [v["visit_no"], v["day"], local(v["at"]).strftime("%H:%M"), word("kind", v["kind"]), text(code(v["customer_id"])),
     WORDS["export-yes"] if v["is_day_total"] else "", f"S{v['staff_id']:02d}" if v["staff_id"] else "", text(v["ticket_no"]),
     str(v["pieces"]), yuan(list_total(v)), yuan(list_total(v) - v["total"]), yuan(v["total"]),
     number_of.get(v["ref_visit_id"], "")]
    for v in visits
]
check("visits.csv", table("visits.csv"), expected)
expected = []
for v in visits:
    for l in lines[v["id"]]:
        back = line_of.get(l["reverses_id"])
        expected.append(
            [v["visit_no"], v["day"], str(l["line_no"]), text(l["style_no"]), text(l["name"]), text(l["category"]), text(l["color"]),
             text(l["size"]), str(l["qty"]), yuan(l["list_price"]), yuan(l["price"]), yuan(l["amount"]),
             word("reason", l["reason"]) if l["reason"] else "", number_of[back["visit_id"]] if back else "",
             str(back["line_no"]) if back else ""]
        )
check("lines.csv", table("lines.csv"), expected)
paid = []
for v in visits:
    own = [(p["method"], p["amount"]) for p in payments[v["id"]]]
    if not own and v["total"]:
        own = [("unstated", v["total"])]
    paid += [(v, method, amount) for method, amount in own]
check("payments.csv", table("payments.csv"), [[v["visit_no"], v["day"], word("method", m), yuan(a)] for v, m, a in paid])

# -- points: every customer's ledger replayed to the end of each day that matters
entries = collections.defaultdict(list)
for row in db.execute("SELECT * FROM points_entry ORDER BY day, at, id"):
    entries[row["customer_id"]].append(row)


def replay(own, until):
    """Lines (day, what, points) of a ledger up to and including a day: lots, the soonest end first, debts paid by what comes."""
    lots, found, balance = [], [], 0

    def put(day, what, points):
        nonlocal balance
        balance += points
        found.append((day, what, points))

    def expire(before):
        for lot in sorted((l for l in lots if l["left"] and l["end"] and l["end"] < before), key=lambda l: l["end"]):
            gone, lot["left"] = lot["left"], 0
            lot["expired"] += gone
            ended = str(datetime.date.fromisoformat(lot["end"]) + datetime.timedelta(1))
            put(max([ended] + [day for day, _, _ in found[-1:]]), "expired", -gone)

    for e in own:
        if e["day"] > until:
            continue
        expire(e["day"])
        what = {"earn": "issued", "redeem": "redeemed", "reverse": "reversed"}.get(e["kind"], "adjusted")
        if e["kind"] == "gift" and e["points"] < 0:
            what = "redeemed"
        if e["points"] > 0:
            left = e["points"] - min(e["points"], max(0, -balance))
            lots.append({"id": e["id"], "left": left, "expired": 0, "end": e["expires_on"]})
            put(e["day"], what, e["points"])
            continue
        wanted = -e["points"]
        for lot in [l for l in lots if l["id"] == e["reverses_id"]]:
            step = min(lot["left"], wanted)
            lot["left"] -= step
            wanted -= step
            back = min(lot["expired"], wanted)
            if back:
                lot["expired"] -= back
                wanted -= back
                put(e["day"], "expired", back)
        for lot in sorted(lots, key=lambda l: l["end"] or "9999"):
            step = min(lot["left"], wanted)
            lot["left"] -= step
            wanted -= step
        put(e["day"], what, e["points"])
    expire(until)
    return found


moved, before, after = collections.Counter(), 0, 0
for own in entries.values():
    eve = str(monday - datetime.timedelta(1))
    before += sum(points for _, _, points in replay(own, eve))
    after += sum(points for _, _, points in replay(own, str(sunday)))
    for day, what, points in replay(own, str(sunday)):
        if day >= str(monday):
            moved[day, what] += points
check("points tie", before + sum(moved.values()), after)

# -- summary
Row = collections.namedtuple("Row", "count pieces amount")
summary = collections.defaultdict(lambda: [0, 0, 0])


def add(day, item, count, pieces, amount):
    for period in (day, manifest["week"]):
        cell = summary[period, item]
        cell[0] += count
        cell[1] += pieces
        cell[2] += amount


for day in days:
    add(str(day), ("visits", None), 0, 0, 0)
for v in visits:
    add(v["day"], ("visits", None), 1, v["pieces"], v["total"])
    own = lines[v["id"]]
    parts = (
        [[l for l in own if l["qty"] >= 0], [l for l in own if l["qty"] < 0]]
        if own
        else [[{"qty": v["pieces"], "amount": v["total"]}] if (v["total"] < 0) == back else [] for back in (False, True)]
    )
    for item, part in zip(("sales", "returns"), parts):
        pieces, amount = sum(l["qty"] for l in part), sum(l["amount"] for l in part)
        if pieces or amount:
            add(v["day"], (item, None), 1, pieces, amount)
    if list_total(v) != v["total"]:
        add(v["day"], ("discounts", None), 1, 0, list_total(v) - v["total"])
for v, method, amount in paid:
    add(v["day"], ("refunded" if amount < 0 else "received", method), 1, 0, amount)
end = datetime.datetime.combine(sunday + datetime.timedelta(1), datetime.time(), zone).timestamp() * 1000
live = {row["id"]: row["day"] for row in db.execute("SELECT id, day FROM visit WHERE voided_at IS NULL")}
outstanding, worth = 0, 0
for w in db.execute("SELECT * FROM voucher"):
    issued, used = str(local(w["issued_at"]).date()), live.get(w["used_visit_id"])
    if str(monday) <= issued <= str(sunday):
        add(issued, ("vouchers-issued", None), 1, 0, 0)
    if used and str(monday) <= used <= str(sunday):
        add(used, ("vouchers-used", None), 1, 0, w["used_off"] or 0)
    cancelled = w["cancelled_at"] is not None and w["cancelled_at"] < end
    if w["issued_at"] < end and not cancelled and w["valid_to"] > str(sunday) and not (used and used <= str(sunday)):
        outstanding += 1
        worth += w["amount_off"] or 0
for (day, what), points in moved.items():
    add(day, (f"points-{what}", None), points, 0, 0)
summary[manifest["week"], ("vouchers-outstanding", None)] = [outstanding, 0, worth]
summary[manifest["week"], ("points-before", None)] = [before, 0, 0]
summary[manifest["week"], ("points-liability", None)] = [after, 0, 0]

ITEMS = ["visits", "sales", "returns", "discounts", "received", "refunded", "vouchers-issued", "vouchers-used", "vouchers-outstanding",
         "points-before", "points-issued", "points-redeemed", "points-reversed", "points-adjusted", "points-expired", "points-liability"]
METHODS = ["cash", "wechat", "alipay", "card", "stored", "other", "unstated"]
expected = []
for period in [str(day) for day in days] + [manifest["week"]]:
    own = [(item, cell) for (p, item), cell in summary.items() if p == period]
    for (item, method), (count, pieces, amount) in sorted(
        own, key=lambda row: (ITEMS.index(row[0][0]), METHODS.index(row[0][1]) if row[0][1] else -1)
    ):
        expected.append(
            [period, word("item", item), word("method", method) if method else "", str(count),
             str(pieces) if item in ("visits", "sales", "returns") else "",
             "" if item == "vouchers-issued" or item.startswith("points") else yuan(amount)]
        )


def unstated_last(rows):
    return sorted(rows, key=lambda row: row[0])


check("summary.csv", unstated_last(table("summary.csv")), unstated_last(expected))

# -- corrections, as they were noted
noted = db.execute("SELECT * FROM week_correction WHERE week = ? ORDER BY id", (manifest["week"],)).fetchall() if manifest["complete"] else []
expected = [
    [c["about_week"], c["visit_no"], word("change", c["kind"]), yuan(c["old_total"]), yuan(c["new_total"]), yuan(c["new_total"] - c["old_total"])]
    for c in noted
]
check("corrections.csv", table("corrections.csv"), expected)

# -- manifest
total = sum(v["total"] for v in visits)
bare = [v for v in visits if not lines[v["id"]] and v["total"]]
own = [l for v in visits for l in lines[v["id"]]]
unstated = [amount for _, method, amount in paid if method == "unstated"]
week_sum = {item: cell for (period, (item, _)), cell in summary.items() if period == manifest["week"]}
check(
    "totals",
    manifest["totals"],
    {
        "visits": len(visits), "total": yuan(total), "sales": yuan(week_sum.get("sales", [0, 0, 0])[2]),
        "returns": yuan(week_sum.get("returns", [0, 0, 0])[2]), "discounts": yuan(week_sum.get("discounts", [0, 0, 0])[2]),
        "lines": len(own), "lines_total": yuan(sum(l["amount"] for l in own)), "without_lines": len(bare),
        "without_lines_total": yuan(sum(v["total"] for v in bare)), "payments": len(paid),
        "payments_total": yuan(sum(amount for _, _, amount in paid)), "unstated": len(unstated),
        "unstated_total": yuan(sum(unstated)), "points_liability": after, "vouchers_outstanding": outstanding,
    },
)
check("sums meet", {total, sum(l["amount"] for l in own) + sum(v["total"] for v in bare), sum(a for _, _, a in paid)}, {total})
check("files", [f["name"] for f in manifest["files"]], ["visits.csv", "lines.csv", "payments.csv", "summary.csv", "corrections.csv"])
for file in manifest["files"]:
    raw = (folder / file["name"]).read_bytes()
    check(file["name"], [file["rows"], file["bytes"], file["sha256"]], [len(table(file["name"])), len(raw), hashlib.sha256(raw).hexdigest()])
check("nothing else lies there", sorted(p.name for p in folder.iterdir()), sorted([f["name"] for f in manifest["files"]] + ["manifest.json"]))

# -- nobody's name or phone
everything = b"".join(path.read_bytes() for path in folder.iterdir()).decode("utf-8" if manifest["encoding"] == "utf8" else "gb18030", "replace")
for person in people.values():
    check("a name", person["name"] in everything, False)
for phone in db.execute("SELECT number, digits FROM phone"):
    check("a phone", phone["number"] in everything or phone["digits"] in everything, False)

if wrong:
    sys.exit("\n".join(wrong[:20]))
print(f"{manifest['week']}: {len(visits)} visits, {len(own)} lines, {len(paid)} payments agree")
