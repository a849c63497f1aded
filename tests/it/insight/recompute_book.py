"""Recomputes what no exported table carries, from the rows of the book itself, and compares: vouchers, benefits, points that end, what
messages brought, events and what their guests bought, fields of the archive, clerks' boards with the time complaints took. Standard
library only; the rows are read as they stand and counted here, by the definitions in the catalogue.

    python3 recompute_book.py SHOP FOLDER

FOLDER holds book.json: the page and the structure of a day, boards of clerks (the first of them read at the instant `now`), contacts of
clerks and the list of complaints. The book is opened as a file that does not change, so nobody may save meanwhile.
"""
import collections
import json
import pathlib
import sqlite3
import sys
from datetime import date, datetime, timedelta, timezone

from checking import check, day, finish, months_back, yuan

db = sqlite3.connect(f"{pathlib.Path(sys.argv[1]).resolve().as_uri()}?mode=ro&immutable=1", uri=True)
db.row_factory = sqlite3.Row
asked = json.loads((pathlib.Path(sys.argv[2]) / "book.json").read_text(encoding="utf-8"))
page, now = asked["page"], datetime.fromisoformat(asked["now"])


def rows(name):
    return [dict(row) for row in db.execute(f"SELECT * FROM {name} ORDER BY id")]


settings = {row["key"]: json.loads(row["value"]) for row in rows("setting")}
zone = timezone(timedelta(minutes=settings["shop"]["utc_offset_minutes"]))
DAY_MS = 86_400_000


def on(at):
    """The shop's day of an instant."""
    return datetime.fromtimestamp(at / 1000, zone).date()


def midnight(d):
    return int(datetime(d.year, d.month, d.day, tzinfo=zone).timestamp() * 1000)


customers = {c["id"]: c for c in rows("customer")}
visits = {v["id"]: v for v in rows("visit")}
for v in visits.values():
    v["on"] = day(v["day"])
live = {id: v for id, v in visits.items() if v["voided_at"] is None}
hers = collections.defaultdict(list)
for v in live.values():
    hers[v["customer_id"]].append(v)
contacts = rows("contact")
for k in contacts:
    k["on"] = day(k["day"])
figures = {figure["key"]: figure for group in page["groups"] for figure in group["figures"]}
least, response = page["settings"]["least_sample"], page["settings"]["response_days"]


# -- what the shop owes and what care brought, now and at the time compared with
def count(key, side, number, of, sample):
    check(f"{key} {side}", figures[key][side], {"value": {"unit": "count", "count": number, "of": of}, "sample": sample, "enough": True})


def share(key, side, part, whole):
    value = {"unit": "share", "part": part, "whole": whole}
    check(f"{key} {side}", figures[key][side], {"value": value, "sample": whole, "enough": whole >= least})


def used(voucher, by):
    visit = live.get(voucher["used_visit_id"])
    return visit is not None and visit["on"] <= by


def out(voucher, by):
    called_back = voucher["cancelled_at"] is not None and on(voucher["cancelled_at"]) <= by
    return on(voucher["issued_at"]) <= by <= day(voucher["valid_to"]) and not called_back and not used(voucher, by)


def answered(contact):
    until = contact["on"] + timedelta(response)
    back = (k for k in contacts if k["customer_id"] == contact["customer_id"] and k["direction"] == "in")
    return contact["outcome"] in ("reached", "replied") or any(k["at"] > contact["at"] and contact["on"] <= k["on"] <= until for k in back)


def came_after(contact):
    until = contact["on"] + timedelta(response)
    return any(v["at"] > contact["at"] and contact["on"] <= v["on"] <= until for v in hers[contact["customer_id"]])


def messages_of(span):
    first, last = day(span["from"]), min(day(span["to"]), day(span["as_of"]) - timedelta(response))
    sent = [k for k in contacts if first <= k["on"] <= last and k["direction"] == "out" and k["channel"] != "in_person"]
    return {purpose: [(answered(k), came_after(k)) for k in sent if k["purpose"] == purpose] for purpose in ("service", "greeting", "marketing")}


vouchers, benefits = rows("voucher"), rows("benefit_grant")
for side, span in (("now", page["span"]), ("before", page["before"])):
    if span is None:
        continue
    first, last, as_of = (day(span[key]) for key in ("from", "to", "as_of"))
    held = [v for v in vouchers if out(v, as_of)]
    count("vouchers_outstanding", side, len(held), "vouchers", len(held))
    face = {"unit": "money", "amount": yuan(sum(v["amount_off"] or 0 for v in held))}
    check(f"vouchers_face {side}", figures["vouchers_face"][side], {"value": face, "sample": len(held), "enough": True})
    given = [v for v in vouchers if first <= on(v["issued_at"]) <= last and v["cancelled_at"] is None]
    share("voucher_use", side, sum(used(v, as_of) for v in given), len(given))
    for b in benefits:
        b["was_given"] = b["given_on"] is not None and day(b["given_on"]) <= as_of
    still = [b for b in benefits if day(b["granted_on"]) <= as_of and not b["was_given"] and as_of <= (day(b["valid_to"]) or date.max)]
    count("benefits_open", side, len(still), "benefits", len(still))
    granted = [b for b in benefits if first <= day(b["granted_on"]) <= last]
    share("benefit_use", side, sum(b["was_given"] for b in granted), len(granted))
    told = messages_of(span)
    every = [pair for pairs in told.values() for pair in pairs]
    share("messages_answered", side, sum(a for a, _ in every), len(every))
    share("messages_visited", side, sum(c for _, c in every), len(every))
    if side == "now":
        own = [{"purpose": p, "sent": len(of), "answered": sum(a for a, _ in of), "visited": sum(c for _, c in of)} for p, of in told.items()]
        check("messages by purpose", sorted(page["messages"], key=lambda row: row["purpose"]), sorted(own, key=lambda row: row["purpose"]))

first, last, as_of = (day(page["span"][key]) for key in ("from", "to", "as_of"))


# -- points: lots, the soonest to end spent first
def points_on(customer, today):
    lots, owed = [], 0
    for e in sorted((e for e in entries[customer] if day(e["day"]) <= today), key=lambda e: (e["day"], e["at"], e["id"])):
        lapse(lots, day(e["day"]))
        if e["points"] > 0:
            pays = min(owed, e["points"])
            owed -= pays
            lots.append({"id": e["id"], "left": e["points"] - pays, "lapsed": 0, "end": day(e["expires_on"]) or date.max})
            continue
        wanted = -e["points"]
        for lot in (lot for lot in lots if lot["id"] == e["reverses_id"]):
            taken = min(lot["left"], wanted)
            lot["left"], wanted = lot["left"] - taken, wanted - taken
            back = min(lot["lapsed"], wanted)
            lot["lapsed"], wanted = lot["lapsed"] - back, wanted - back
        for lot in sorted(lots, key=lambda lot: lot["end"]):
            taken = min(lot["left"], wanted)
            lot["left"], wanted = lot["left"] - taken, wanted - taken
        owed += wanted
    lapse(lots, today)
    ends = [lot["end"] for lot in lots if lot["left"] > 0 and lot["end"] < date.max]
    return sum(lot["left"] for lot in lots) - owed, min(ends, default=None)


def lapse(lots, today):
    for lot in lots:
        if lot["end"] < today:
            lot["lapsed"], lot["left"] = lot["lapsed"] + lot["left"], 0


entries = collections.defaultdict(list)
for entry in rows("points_entry"):
    entries[entry["customer_id"]].append(entry)
points = {id: points_on(id, as_of) for id in customers}
holders = sum(balance > 0 for balance, _ in points.values())
total = sum(balance for balance, _ in points.values())
count("points_outstanding", "now", total, "points", holders)
count("points_holders", "now", holders, "people", holders)
soon = as_of + timedelta(30)
count("points_ending", "now", sum(balance > 0 and end is not None and as_of <= end <= soon for balance, end in points.values()), "people", holders)
a_yuan = settings["points_rule"]["points_per_yuan_off"]
check("the worth of points is shown", "points_worth" in figures, a_yuan > 0)
if a_yuan > 0:
    worth = {"unit": "money", "amount": yuan(max(total, 0) * 100 // a_yuan)}
    check("points_worth", figures["points_worth"]["now"], {"value": worth, "sample": holders, "enough": True})

# -- events
guests = collections.defaultdict(list)
for g in rows("event_guest"):
    guests[g["event_id"]].append(g)


def spoken_with(g):
    about = (k for k in contacts if k["event_id"] == g["event_id"] and k["customer_id"] == g["customer_id"])
    return g["answer"] is not None or any(k["outcome"] in ("reached", "replied") or k["direction"] == "in" for k in about)


events = [e for e in rows("event") if first <= day(e["day"]) <= last and e["cancelled_on"] is None]
events.sort(key=lambda e: (e["day"], e["id"]))
check("events", [row["event"]["id"] for row in page["events"]], [e["id"] for e in events])
for event, row in zip(events, page["events"]):
    of = guests[event["id"]]
    came = [g for g in of if g["came"] == 1]
    accepted = [g for g in of if g["answer"] == "accepted"]
    calls = sum(g["invite_by"] == "call" for g in of)
    heads = sum(g["party"] for g in came)
    own = {
        "invited": len(of), "calls": calls, "messages": len(of) - calls, "reached": sum(map(spoken_with, of)), "accepted": len(accepted),
        "declined": sum(g["answer"] == "declined" for g in of), "unsure": sum(g["answer"] == "unsure" for g in of),
        "party": sum(g["party"] for g in accepted), "came": len(came), "stayed_away": sum(g["came"] == 0 for g in of), "party_came": heads,
        "gifts_needed": heads if came else sum(g["party"] for g in accepted), "gifts_given": sum(g["party"] for g in of if g["gift_given"]),
    }
    check(f"event {event['id']}", row["counts"], own)
    until = day(event["to_day"]) + timedelta(event["sales_days"])
    sold = [v for g in came for v in hers[g["customer_id"]] if day(event["day"]) <= v["on"] <= until]
    bought = [v for v in sold if v["kind"] in ("purchase", "exchange")]
    own = {"buyers": len({v["customer_id"] for v in bought}), "purchases": len(bought), "total": yuan(sum(v["total"] for v in sold))}
    check(f"sales after event {event['id']}", row["sales"], own)

# -- fields of the archive
members = [c for c in customers.values() if c["status"] != "cancelled" and c["merged_into_id"] is None and day(c["joined_on"]) <= as_of]
net = {c["id"]: sum(v["total"] for v in hers[c["id"]] if v["on"] <= as_of) for c in members}
fields = rows("profile_field")
held = collections.defaultdict(lambda: collections.defaultdict(set))
for value in rows("profile_value"):
    over = value["ended_on"] is not None and day(value["ended_on"]) <= as_of
    if value["customer_id"] in net and day(value["learned_on"]) <= as_of and not over:
        held[value["field_id"]][value["value"]].add(value["customer_id"])
dividing = [f for f in fields if f["is_on"] and not f["is_sensitive"] and not f["is_builtin"]]
dividing = [f for f in dividing if f["kind"] in ("choice", "multi") or f["key"] == "occupation"]
shown = {part["field"]: part for part in asked["structure"]["breakdowns"] if part["key"] == "field"}
check("fields shown", set(shown), {f["id"] for f in dividing if held[f["id"]]})
for f in dividing:
    if f["id"] not in shown:
        continue
    cells = {cell["label"]: (cell["people"], cell["net"]) for cell in shown[f["id"]]["cells"]}
    values = held[f["id"]]
    without = set(net) - set().union(*values.values())
    own = {value: (len(who), yuan(sum(net[c] for c in who))) for value, who in values.items()}
    own[None] = (len(without), yuan(sum(net[c] for c in without)))
    check(f"{f['label']}: all values", len(cells), min(len(own), 31))
    for label, cell in cells.items():
        check(f"{f['label']}: {label}", cell, own.get(label))

# -- the time complaints take: whole days on which the shop opens, without the time it waits for her
week = settings.get("shop_hours", {"week": [[{"from": "10:00", "to": "21:00"}]] * 7})["week"]
closed = [(day(c["from_day"]), day(c["to_day"])) for c in rows("closed_day")]
holds = collections.defaultdict(list)
for h in rows("complaint_hold"):
    holds[h["complaint_id"]].append((h["from_at"], float("inf") if h["to_at"] is None else h["to_at"]))


def opening_hours(d):
    if any(begin <= d <= end for begin, end in closed):
        return []
    clock = lambda text: (int(text[:2]) * 60 + int(text[3:])) * 60_000
    return [(midnight(d) + clock(span["from"]), midnight(d) + clock(span["to"])) for span in week[d.weekday()]]


def counted(begin, waits):
    """Stretches of time that counts from an instant on, for three years."""
    for d in (on(begin) + timedelta(n) for n in range(1100)):
        if not opening_hours(d):
            continue
        at, end = max(midnight(d), begin), midnight(d) + DAY_MS
        for stop, go in sorted(waits):
            if stop > at:
                yield at, min(stop, end)
            at = max(at, go)
            if at >= end:
                break
        if at < end:
            yield at, end


def due(begin, budget, waits):
    for a, b in counted(begin, waits):
        if b > a and budget <= b - a:
            at = a + budget
            break
        budget -= max(b - a, 0)
    else:
        return None
    first = True
    while True:
        spans = (span for n in range(1100) for span in opening_hours(on(at) + timedelta(n)) if span[1] > at)
        opened = next(spans, None)
        if opened is None:
            return None
        moved = max(opened[0], at)
        waiting = [go for stop, go in waits if stop <= moved < go]
        if not waiting or (first and moved == at):
            return moved
        if waiting[0] == float("inf"):
            return None
        at, first = waiting[0], False


def in_time(begin, budget, done, waits):
    """True, False, or nothing while it still runs."""
    end = due(begin, budget, waits)
    if done is None:
        return False if end is not None and now.timestamp() * 1000 > end else None
    return end is None or done <= end


complaints = rows("complaint")
for c in complaints:
    said = [at for at in (c["answered_at"], c["solved_at"]) if at is not None]
    c["answer"] = in_time(c["opened_at"], DAY_MS, min(said, default=None), holds[c["id"]])
    c["waits_late"] = c["answer"] is False and not said
    c["solve"] = in_time(c["opened_at"], 7 * DAY_MS, c["solved_at"], holds[c["id"]])
year = [c for c in complaints if on(now.timestamp() * 1000) - timedelta(365) < day(c["opened_on"]) <= on(now.timestamp() * 1000)]
own = {
    "open": sum(c["solved_at"] is None for c in complaints),
    "overdue": sum(c["solved_at"] is None and (c["waits_late"] or c["solve"] is False) for c in complaints),
    "waiting": sum(c["solved_at"] is None and any(go == float("inf") for _, go in holds[c["id"]]) for c in complaints),
    "year": len(year),
    "answered": sum(c["answered_at"] is not None or c["solved_at"] is not None for c in year),
    "answered_in_time": sum(c["answer"] is True for c in year),
    "solved": sum(c["solved_at"] is not None for c in year),
    "solved_in_time": sum(c["solve"] is True for c in year),
    "asked": sum(c["is_satisfied"] is not None for c in year),
    "satisfied": sum(c["is_satisfied"] == 1 for c in year),
}
check("complaints of the year", {key: asked["complaints"].get(key) for key in own}, own)


# -- how full an archive is: the hard fields together a fifth, the soft ones four fifths
builtin = {"birthday": "birthday_month", "referrer": "referrer_id", "staff": "staff_id"}
with_phone = {p["customer_id"] for p in rows("phone")}
known = {(v["customer_id"], v["field_id"]) for v in rows("profile_value") if v["ended_on"] is None}
counting = [f for f in fields if f["is_on"] and f["weight"] > 0]


def filled(c, f):
    if not f["is_builtin"]:
        return (c["id"], f["id"]) in known
    return c["id"] in with_phone if f["key"] == "phone" else c[builtin.get(f["key"], f["key"])] is not None


def completeness(c):
    weigh = lambda part, of: sum(f["weight"] for f in counting if f["part"] == part and of(f))
    all_of = {part: weigh(part, lambda f: True) for part in ("hard", "soft")}
    has = {part: weigh(part, lambda f: filled(c, f)) for part in all_of}
    if 0 in all_of.values():
        return 100 * sum(has.values()) // sum(all_of.values()) if sum(all_of.values()) else 100
    return (20 * has["hard"] * all_of["soft"] + 80 * has["soft"] * all_of["hard"]) // (all_of["hard"] * all_of["soft"])


# -- who became a VIP: above the base for the first time
ranks = {level["id"]: level["rank"] for level in rows("level")}
base = min(ranks, key=ranks.get)
rule_sets = sorted(((day(r["from_day"]), r["id"], json.loads(r["rules"])) for r in rows("level_rule_set")), key=lambda r: r[:2])
campaigns = [(day(c["from_day"]), day(c["to_day"]), c["level_id"]) for c in rows("level_campaign")]
decisions = collections.defaultdict(list)
for d in rows("level_decision"):
    decisions[d["customer_id"]].append(d)
lines = {line["id"]: line for line in rows("visit_line")}
kept = {id: v["total"] for id, v in live.items()}
for line in lines.values():
    # What is brought back is off at the purchase, not at the return.
    if line["reverses_id"] is not None and line["visit_id"] in live:
        bought = lines[line["reverses_id"]]["visit_id"]
        kept[line["visit_id"]] -= line["amount"]
        if bought in kept:
            kept[bought] += line["amount"]
earned = collections.Counter()
every_entry = {e["id"]: e for own in entries.values() for e in own}
for e in every_entry.values():
    root = e
    while root["kind"] == "reverse" and root["reverses_id"] in every_entry:
        root = every_entry[root["reverses_id"]]
    if root["kind"] == "earn":
        earned[root["visit_id"]] += e["points"]


def counts(v):
    return v["kind"] in ("purchase", "exchange") and kept[v["id"]] > 0


def reached(before, today):
    """The highest level whose rule is reached by these visits on a day."""
    rules = [r for begin, _, r in rule_sets if begin <= today]
    if not rules:
        return base
    lately = [v for v in before if v["on"] > months_back(today, 12)]
    measures = {
        "spend_last_12_months": sum(kept[v["id"]] for v in lately), "spend_lifetime": sum(kept[v["id"]] for v in before),
        "single_purchase": max((kept[v["id"]] for v in lately if counts(v)), default=0), "visits_last_12_months": sum(map(counts, lately)),
        "visits_lifetime": sum(map(counts, before)), "points_earned": sum(earned[v["id"]] for v in before),
    }
    met = [base]
    for rule in rules[-1]:
        holding = [measures[one["metric"]] >= one["at_least"] for one in rule["criteria"]]
        if any(holding) and (rule["join"] == "any" or all(holding)) and rule["level"] in ranks:
            met.append(rule["level"])
    return max(met, key=ranks.get)


def adult_from(c):
    if c["birthday_year"] is None or c["birthday_month"] is None:
        return date.min
    if c["birthday_calendar"] == "lunar":
        # The lunar calendar is not in the standard library; whoever may be under age by it is not for this script.
        assert c["birthday_year"] < 2000, "a lunar birthday of somebody young"
        return date.min
    leap_day = (c["birthday_month"], c["birthday_day"]) == (2, 29)
    return date(c["birthday_year"] + 18, c["birthday_month"], 28 if leap_day else c["birthday_day"])


def first_rise(c):
    """The day she rose above the base for the first time and who brought her, or nothing."""
    steps = [((v["on"], v["at"], 0, v["id"]), v) for v in hers[c["id"]]]
    steps += [((day(d["day"]), d["at"], 1, d["id"]), d) for d in decisions[c["id"]]]
    before, level = [], base
    for (today, *_), what in sorted(steps, key=lambda step: step[0]):
        to, source = level, None
        if "source" in what:
            to, source = what["level_id"] if what["level_id"] in ranks else base, what["source"]
        else:
            before.append(what)
            if counts(what) and adult_from(c) <= today:
                opens = [id for begin, end, id in campaigns if begin <= today <= end]
                to = max([level, reached(before, today), *opens], key=ranks.get)
        if ranks[level] == ranks[base] and ranks[to] > ranks[base]:
            return None if source == "opening" else (today, what["staff_id"] if source is None and what["staff_id"] else c["staff_id"])
        level = to
    return None


rises = [rise for rise in (first_rise(c) for c in customers.values() if c["merged_into_id"] is None) if rise]

# -- clerks' boards
decided, items = rows("care_decision"), rows("spot_check_item")
checks, said = {c["id"]: c for c in rows("spot_check")}, collections.defaultdict(list)
for a in rows("spot_check_answer"):
    said[a["item_id"]].append(a["is_right"] == 1)
staff = rows("staff")
names = {s["id"]: s["name"] for s in staff} | {None: None}
targets = settings.get("clerk_targets", {"new_vips": 5, "own": []})
in_use = [c for c in customers.values() if c["status"] == "active" and c["merged_into_id"] is None]


def fraction(states):
    return {"part": sum(state is True for state in states), "of": sum(state is not None for state in states)}


for board in asked["boards"]:
    first, last = day(board["from"]), day(board["to"])
    within = lambda d: first <= day(d) <= last
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    shown = {row["staff"]: row for row in board["rows"]}
    for clerk in [s["id"] for s in staff] + [None]:
        made = [k for k in contacts if within(k["day"]) and k["direction"] == "out" and k["staff_id"] == clerk]
        done = [d for d in decided if within(d["day"]) and d["decision"] in ("done", "replied") and d["staff_id"] == clerk]
        sales = [v for v in live.values() if within(v["day"]) and v["customer_id"] and customers[v["customer_id"]]["staff_id"] == clerk]
        serving = [v for v in live.values() if within(v["day"]) and v["staff_id"] == clerk]
        marks = [v["satisfaction"] for v in serving if v["satisfaction"] is not None]
        archives = [c for c in in_use if c["staff_id"] == clerk]
        truth = [right for i in items if i["staff_id"] == clerk and within(checks[i["check_id"]]["day"]) for right in said[i["id"]]]
        blamed = [c for c in complaints if within(c["opened_on"]) and c["staff_id"] == clerk]
        active = any(s["id"] == clerk and s["is_active"] for s in staff)
        goal = next((own["new_vips"] for own in targets["own"] if own["staff"] == clerk), targets["new_vips"])
        own = {
            "staff": clerk, "name": names[clerk], "is_active": active, "target": goal * months if active else None,
            "new_vips": sum(first <= rise <= last and by == clerk for rise, by in rises),
            "contacts": len(made), "contacted": len({k["customer_id"] for k in made}), "tasks": len(done),
            "on_time": fraction([None if d["due_on"] is None else d["day"] <= d["due_on"] for d in done]),
            "sales": yuan(sum(v["total"] for v in sales)), "buyers": len({v["customer_id"] for v in sales if v["kind"] == "purchase"}),
            "served": yuan(sum(v["total"] for v in serving)), "archives": len(archives),
            "opened": sum(within(c["joined_on"]) for c in archives), "completeness": sum(map(completeness, archives)),
            "truth": fraction(truth), "complaints": len(blamed), "answered": fraction([c["answer"] for c in blamed]),
            "solved": fraction([c["solve"] for c in blamed]),
            "content": fraction([None if c["is_satisfied"] is None else c["is_satisfied"] == 1 for c in blamed]),
            "marks": {"part": sum(marks), "of": len(marks)},
        }
        idle = all(not value or value in ("0.00", {"part": 0, "of": 0}) for key, value in own.items() if key not in ("staff", "name"))
        check(f"clerk {clerk}, {first} to {last}", shown.get(clerk), None if idle else own)

# -- their contacts
for answer in asked["contacts"]:
    first, last, told = day(answer["from"]), day(answer["to"]), answer["answer"]
    inside = [k for k in contacts if first <= k["on"] <= last]

    def contact_sums(of):
        out = [k for k in of if k["direction"] == "out"]
        return {
            "contacts": len(out), "calls": sum(k["channel"] == "phone" for k in out),
            "messages": sum(k["channel"] not in ("phone", "in_person") for k in out), "reached": sum(k["outcome"] == "reached" for k in out),
            "no_answer": sum(k["outcome"] == "no_answer" for k in of), "replied": sum(k["outcome"] == "replied" for k in out),
            "received": len(of) - len(out), "customers": len({k["customer_id"] for k in of}),
        }

    for row in told["rows"] + [told["total"]]:
        own = contact_sums(inside if row is told["total"] else [k for k in inside if k["staff_id"] == row["staff"]])
        check(f"contacts {row['name'] or 'in all'}, {first} to {last}", {key: row[key] for key in own}, own)
    check("contacts: nobody is left out", {k["staff_id"] for k in inside} <= {row["staff"] for row in told["rows"]}, True)

finish(f"{as_of}: {len(vouchers)} vouchers, {len(benefits)} benefits, {len(contacts)} contacts, {len(guests)} events, "
       f"{len(complaints)} complaints, {len(decided)} decisions, {len(rises)} new VIPs agree")
