"""Recomputes the figures of insight from the exported tables and compares. Standard library only; knows nothing of the program. What no
table carries (vouchers, care, events, clerks) recompute_book.py does.

    for table in customers visits lines; do shuke export SHOP $table --as-of DAY --out FOLDER/$table.csv; done
    shuke insight SHOP --as-of DAY --compare last_year --json > FOLDER/answers.json
    python3 recompute.py FOLDER

Prints what differs and fails if anything does. Written from the definitions in the catalogue: a purchase day is a day with a visit of
kind purchase; net is everything paid less everything given back, each on its own day. Balances of spend from other systems stand in no
table, so a book with such is not for this script.
"""
import collections
import json
import pathlib
import re
import sys
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from checking import check, day, fen, finish, last_of_month, months_back, table, wrong, yuan

folder = pathlib.Path(sys.argv[1])
answers = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
page, settings = answers["page"], answers["page"]["settings"]


def guarded(value):
    """A text as it stands in a table that a spreadsheet may not take for a formula."""
    seen = value.lstrip("' \t\r\n\0\u3000\ufeff\u200b")
    return ("'" if seen[:1] in tuple("=+-@＝＋－＠﹦﹢﹣﹫−") else "") + re.sub(r"[\x00-\x1f\x7f]", " ", value)


customers, visits, lines = (table(folder / f"{name}.csv") for name in ("customers", "visits", "lines"))
for v in visits:
    v["day"], v["paid"], v["list"], v["n"] = day(v["date"]), fen(v["amount"]), fen(v["list_total"]), int(v["pieces"])
for c in customers:
    c["opened"] = day(c["joined"])
known = {c["member_no"]: c for c in customers}
hers = collections.defaultdict(list)
for v in visits:
    if v["member_no"]:
        hers[v["member_no"]].append(v)
buying = {no: sorted({v["day"] for v in own if v["kind"] == "purchase"}) for no, own in hers.items()}


# -- which days
def earlier(first, last, how):
    if first.isoweekday() == 1 and last == first + timedelta(6):
        back = timedelta(364 if how == "last_year" else 7)
        return first - back, last - back
    if how == "last_period" and first.day != 1:
        return first - timedelta((last - first).days + 1), last - timedelta((last - first).days + 1)
    n = 12 if how == "last_year" else (last.year - first.year) * 12 + last.month - first.month + 1
    end = last_of_month(months_back(last.replace(day=1), n)) if last == last_of_month(last) else months_back(last, n)
    return months_back(first, n), end


first, last, as_of = (day(page["span"][key]) for key in ("from", "to", "as_of"))
if page["before"]:
    program = [page["before"][key] for key in ("from", "to", "as_of")]
    own = []
    for how in ("last_period", "last_year"):
        begin, end = earlier(first, last, how)
        own.append([str(begin), str(end), str(end + (as_of - last))])
    check("days compared with", program in own, True)


# -- one customer on a day
def standing(no, on):
    days = [d for d in buying.get(no, []) if d <= on]
    gaps = sorted((b - a).days for a, b in zip(days, days[1:]))
    median = None
    if len(days) >= 3:
        half = len(gaps) // 2
        median = Fraction(gaps[half]) if len(gaps) % 2 else Fraction(gaps[half - 1] + gaps[half], 2)
    return {
        "days": days, "since": (on - days[-1]).days if days else None, "median": median,
        "net": sum(v["paid"] for v in hers.get(no, []) if v["day"] <= on),
    }


def state(s):
    if s["since"] is None:
        return "no_purchase"
    if s["since"] > settings["dormant_days"]:
        return "lost"
    if s["since"] > settings["at_risk_days"]:
        return "dormant"
    if s["since"] > settings["active_days"]:
        return "at_risk"
    return "new" if len(s["days"]) == 1 else "active"


def fifths(values):
    """1 + floor(5 L / N), L strictly worse, more being better."""
    count, below, worse = collections.Counter(values.values()), 0, {}
    for value in sorted(count):
        worse[value] = below
        below += count[value]
    return {who: 1 + 5 * worse[value] // len(values) for who, value in values.items()}


def segment(r, f, m):
    names = {(1, 1): "value", (1, 0): "grow", (0, 1): "keep", (0, 0): "win_back"}
    return ("key_" if m >= 4 else "plain_") + names[int(r >= 4), int(f >= 4)]


class Day:
    """All members on a day."""

    def __init__(self, on):
        self.on = on
        self.members = [c["member_no"] for c in customers if c["status"] != "cancelled" and c["opened"] <= on]
        self.s = {no: standing(no, on) for no in self.members}
        self.buyers = [no for no in self.members if self.s[no]["days"]]
        r = fifths({no: self.s[no]["days"][-1] for no in self.buyers})
        f = fifths({no: len(self.s[no]["days"]) for no in self.buyers})
        m = fifths({no: self.s[no]["net"] for no in self.buyers})
        self.scores = {no: (r[no], f[no], m[no]) for no in self.buyers}
        limits = [fen(amount) for amount in settings["money"]]
        self.fixed = {
            no: (
                1 + sum(self.s[no]["since"] <= limit for limit in settings["recency_days"]),
                1 + sum(len(self.s[no]["days"]) >= least for least in settings["frequency"]),
                1 + sum(self.s[no]["net"] >= least for least in limits),
            )
            for no in self.buyers
        }
        self.state = {no: state(self.s[no]) for no in self.members}
        self.value = {no: self.worth(no) for no in self.members}
        self.rhythm = {no: self.pace(no) for no in self.buyers}

    def worth(self, no):
        if no not in self.scores:
            return "no_purchase"
        if self.s[no]["since"] > settings["at_risk_days"]:
            return "dormant"
        return ["regular", "regular", "potential", "potential", "core"][self.scores[no][2] - 1]

    def pace(self, no):
        if self.s[no]["median"] is None:
            return "unknown"
        return "overdue" if self.s[no]["since"] > 2 * self.s[no]["median"] else "on_time"


now = Day(as_of)
then = Day(day(page["before"]["as_of"])) if page["before"] else None

# -- the exported columns
for c in customers:
    no = c["member_no"]
    s = standing(no, as_of)
    own = [v for v in hers.get(no, []) if v["day"] <= as_of]
    check(f"{no} visits", (c["visits"], c["purchase_days"], c["net"]), (str(len(own)), str(len(s["days"])), yuan(s["net"])))
    check(f"{no} purchases", (c["first_purchase"], c["last_purchase"]), tuple(str(d) for d in (s["days"][0], s["days"][-1])) if s["days"] else ("", ""))
    if no in now.s:
        scores = (now.scores if settings["rfm_by"] == "quintiles" else now.fixed).get(no, ("", "", ""))
        expected = (now.state[no], now.value[no]) + tuple(str(score) for score in scores)
    else:
        expected = ("", "", "", "", "")
    check(f"{no} states", tuple(c[key] for key in ("lifecycle", "value_segment", "r", "f", "m")), expected)


# -- breakdowns
def cells(what, program, of, whole, before=None):
    for cell in program:
        own = [no for no in whole if of[no] == cell["key"]]
        check(f"{what} {cell['key']}", (cell["people"], cell["net"]), (len(own), yuan(sum(now.s[no]["net"] for no in own))))
        if before is not None and then:
            check(f"{what} {cell['key']} before", cell["people_before"], sum(value == cell["key"] for value in before.values()))
    check(f"{what} in all", sum(cell["people"] for cell in program), len(whole))


cells("lifecycle", page["lifecycle"]["cells"], now.state, now.members, then and then.state)
cells("value", page["value"]["cells"], now.value, now.members, then and then.value)
cells("interval", page["interval"]["cells"], now.rhythm, now.buyers, then and then.rhythm)
for name, scores, before in (("rfm", now.scores, then and then.scores), ("rfm_fixed", now.fixed, then and then.fixed)):
    picture = page[name]
    check(f"{name} people", picture["people"], len(scores))
    check(f"{name} cells", len(picture["cells"]), 25)
    for cell in picture["cells"]:
        own = [no for no, (r, f, _) in scores.items() if (r, f) == (cell["r"], cell["f"])]
        check(f"{name} {cell['r']}-{cell['f']}", (cell["people"], cell["net"]), (len(own), yuan(sum(now.s[no]["net"] for no in own))))
    cells(f"{name} segments", picture["segments"], {no: segment(*three) for no, three in scores.items()}, list(scores),
          before and {no: segment(*three) for no, three in before.items()})

# -- figures
figures = {figure["key"]: figure for group in page["groups"] for figure in group["figures"]}
least = settings["least_sample"]


def each(total, by):
    return None if by <= 0 else str((Decimal(total) / Decimal(by)).quantize(Decimal(1), ROUND_HALF_UP))


def figure(key, value, sample, enough, side="now"):
    if side == "before" and figures[key]["before"] is None:
        wrong.append(f"{key}: nothing to compare with")
        return
    check(f"{key} {side}", figures[key][side], {"value": value, "sample": sample, "enough": enough})


def figures_of(on, begin, end, side):
    members = len(on.members)

    def people(key, count):
        figure(key, {"unit": "count", "count": count, "of": "people"}, members, True, side)

    def share(key, part, whole):
        figure(key, {"unit": "share", "part": part, "whole": whole}, whole, whole >= least, side)

    def within(limit):
        return sum(on.s[no]["since"] <= limit for no in on.buyers)

    people("members", members)
    people("new_members", sum(begin <= known[no]["opened"] <= end for no in on.members))
    people("effective_members", within(settings["effective_days"]))
    people("active_members", within(settings["active_days"]))
    people("dormant_members", sum(on.s[no]["since"] > settings["at_risk_days"] for no in on.buyers))
    people("overdue_members", sum(pace == "overdue" for pace in on.rhythm.values()))
    old = [on.s[no]["days"] for no in on.buyers if on.s[no]["days"][0] + timedelta(90) <= on.on]
    share("second_purchase_90", sum(len(days) > 1 and (days[1] - days[0]).days <= 90 for days in old), len(old))
    share("second_purchase_ever", sum(len(days) > 1 for days in old), len(old))

    inside = [v for v in visits if begin <= v["day"] <= end]
    alone = [v for v in inside if v["day_total"] == "0"]
    own = [v for v in inside if v["member_no"]]

    def sums(rows):
        bought = sum(v["kind"] == "purchase" for v in rows)
        at_list = sum(v["list"] if v["list"] else v["paid"] for v in rows)
        return bought, sum(v["paid"] for v in rows), at_list, sum(v["n"] for v in rows)

    tickets, total, at_list, pieces = sums(alone)
    m_tickets, m_total, m_list, m_pieces = sums([v for v in alone if v["member_no"]])
    w_tickets, w_total, _, _ = sums([v for v in alone if not v["member_no"]])
    takings, m_takings = sum(v["paid"] for v in inside), sum(v["paid"] for v in own)

    def money(key, amount, sample):
        figure(key, {"unit": "money", "amount": yuan(amount)}, sample, True, side)

    def money_share(key, part, whole, sample):
        figure(key, {"unit": "money_share", "part": yuan(part), "whole": yuan(whole)}, sample, sample >= least and whole > 0, side)

    def average(key, total, by, sample):
        one = each(total, by)
        value = {"unit": "money_each", "sum": yuan(total), "by": by, "each": None if one is None else yuan(int(one))}
        figure(key, value, sample, sample >= least and by > 0, side)

    def per(key, total, by):
        figure(key, {"unit": "count_each", "sum": total, "by": by}, by, by >= least, side)

    money("sales", takings, tickets)
    money("member_sales", m_takings, m_tickets)
    money_share("member_share", m_takings, takings, tickets)
    figure("tickets", {"unit": "count", "count": tickets, "of": "visits"}, tickets, True, side)
    figure("member_tickets", {"unit": "count", "count": m_tickets, "of": "visits"}, m_tickets, True, side)
    average("basket", total, tickets, tickets)
    average("member_basket", m_total, m_tickets, m_tickets)
    average("walk_in_basket", w_total, w_tickets, w_tickets)
    average("piece_price", total, pieces, tickets)
    average("member_piece_price", m_total, m_pieces, m_tickets)
    money_share("discount_rate", total, at_list, tickets)
    money_share("member_discount_rate", m_total, m_list, m_tickets)
    per("pieces_per_ticket", pieces, tickets)
    per("member_pieces_per_ticket", m_pieces, m_tickets)
    back = [v for v in inside if v["kind"] == "return"]
    money("returned", -sum(v["paid"] for v in back), len(back))

    in_period = {no: [d for d in days if begin <= d <= end] for no, days in buying.items()}
    buyers = [no for no, days in in_period.items() if days]
    for key, count in (("buyers", len(buyers)), ("first_buyers", sum(buying[no][0] >= begin for no in buyers))):
        figure(key, {"unit": "count", "count": count, "of": "people"}, len(buyers), True, side)
    share("returning_share", sum(buying[no][0] < begin for no in buyers), len(buyers))
    share("repurchase_rate", sum(len(in_period[no]) >= 2 for no in buyers), len(buyers))
    gaps = [(b - a).days for days in buying.values() for a, b in zip(days, days[1:]) if begin <= b <= end]
    per("purchase_interval", sum(gaps), len(gaps))


figures_of(now, first, last, "now")
if then:
    figures_of(then, day(page["before"]["from"]), day(page["before"]["to"]), "before")
balances = [int(c["points"]) for c in customers]
holders = sum(points > 0 for points in balances)
figure("points_outstanding", {"unit": "count", "count": sum(balances), "of": "points"}, holders, True)
figure("points_holders", {"unit": "count", "count": holders, "of": "people"}, holders, True)

# -- months and cohorts
month = as_of.replace(day=1)
starts = [months_back(month, n) for n in range(12, -1, -1)]
check("months", [m["month"] for m in page["months"]], [start.strftime("%Y-%m") for start in starts])
everybody = [c["member_no"] for c in customers if c["status"] != "cancelled"]
for start, program in zip(starts, page["months"]):
    end = min(last_of_month(start), as_of)
    members = [no for no in everybody if known[no]["opened"] <= end]
    ages = [(end - max(d for d in buying[no] if d <= end)).days for no in members if any(d <= end for d in buying.get(no, []))]
    bought = [no for no in members if any(start <= d <= end for d in buying.get(no, []))]
    inside = [v for v in visits if start <= v["day"] <= end]
    expected = {
        "month": start.strftime("%Y-%m"), "to": str(end), "members": len(members),
        "effective": sum(age <= settings["effective_days"] for age in ages),
        "active": sum(age <= settings["active_days"] for age in ages),
        "dormant": sum(age > settings["at_risk_days"] for age in ages),
        "joined": sum(start <= known[no]["opened"] for no in members), "buyers": len(bought),
        "first_buyers": sum(buying[no][0] >= start for no in bought),
        "sales": yuan(sum(v["paid"] for v in inside)), "member_sales": yuan(sum(v["paid"] for v in inside if v["member_no"])),
    }
    check(f"month {start}", program, expected)
for start, program in zip(starts[1:], page["cohorts"]):
    cohort = [no for no in now.buyers if now.s[no]["days"][0].replace(day=1) == start]
    kept = []
    for n in range(1, 12):
        after = months_back(start, -n)
        if last_of_month(after) <= as_of:
            kept.append(sum(any(d.replace(day=1) == after for d in now.s[no]["days"]) for no in cohort))
    check(f"cohort {start}", program, {"month": start.strftime("%Y-%m"), "size": len(cohort), "kept": kept})


# -- structure
def whole_months(a, b):
    n = (b.year - a.year) * 12 + b.month - a.month
    return n if months_back(a, -n) <= b else n - 1


def tenure(no):
    n = whole_months(known[no]["opened"], as_of)
    limits = [(60, "5_years_up"), (36, "3_to_5_years"), (24, "2_to_3_years"), (12, "1_to_2_years"), (6, "6_to_12_months"), (0, "under_6_months")]
    return next(name for least, name in limits if n >= least)


def spend(no):
    return str(sum(now.s[no]["net"] >= fen(amount) for amount in settings["money"])) if now.s[no]["days"] else "none"


def frequency(no):
    n = len(now.s[no]["days"])
    return "10_up" if n >= 10 else "5_9" if n >= 5 else "3_4" if n >= 3 else str(n)


structure = {part["key"]: part for part in answers["structure"]["breakdowns"] if part["key"] != "field"}
for key, of in (("gender", lambda no: known[no]["gender"] or "unknown"), ("tenure", tenure), ("spend", spend), ("frequency", frequency)):
    cells(key, structure[key]["cells"], {no: of(no) for no in now.members}, now.members)
for cell in structure["level"]["cells"]:
    own = [no for no in now.members if known[no]["level"] == guarded(cell["label"])]
    check(f"level {cell['label']}", (cell["people"], cell["net"]), (len(own), yuan(sum(now.s[no]["net"] for no in own))))
bands = [(65, "65_up"), (55, "55_64"), (45, "45_54"), (35, "35_44"), (25, "25_34"), (18, "18_24"), (0, "under_18")]
ages, lunar = collections.Counter(), 0
for no in now.members:
    text = known[no]["birthday"]
    born = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text) if known[no]["birthday_type"] == "solar" else None
    if known[no]["birthday_type"] == "lunar" and re.match(r"\d{4}-", text):
        lunar += 1
    elif born:
        year, m, d = (int(part) for part in born.groups())
        try:
            come = date(as_of.year, m, d) <= as_of
        except ValueError:
            come = as_of >= date(as_of.year, 2, 28)
        age = as_of.year - year - (not come)
        ages[next((name for least_age, name in bands if age >= least_age), "unknown")] += 1
    else:
        ages[known[no]["age_band"] or "unknown"] += 1
# Lunar ages need a calendar that is not in the standard library; they are what is left over.
left = {cell["key"]: cell["people"] - ages[cell["key"]] for cell in structure["age"]["cells"]}
check("lunar ages", (sum(left.values()), min(left.values()) >= 0), (lunar, True))

# -- bought again
column = {"category": "category", "style": "style_no", "size": "size", "color": "color"}
for goods in answers["rebought"]:
    begin, end, name = day(goods["from"]), day(goods["to"]), column[goods["by"]]
    sums, on = collections.defaultdict(lambda: [0, 0]), collections.defaultdict(lambda: collections.defaultdict(set))
    for line in lines:
        d = day(line["date"])
        if line["member_no"] and line[name] and begin <= d <= end:
            sums[line[name]][0] += int(line["qty"])
            sums[line[name]][1] += fen(line["amount"])
            if int(line["qty"]) > 0:
                on[line[name]][line["member_no"]].add(d)
    check(f"bought again by {goods['by']}: rows", goods["total"], len(sums))
    check(f"bought again by {goods['by']}: buyers", goods["buyers"], len({no for people in on.values() for no in people}))
    check(f"bought again by {goods['by']}: again", goods["again"], len({no for people in on.values() for no, days in people.items() if len(days) > 1}))
    best = sorted((-sum(len(days) > 1 for days in on[key].values()), -len(on[key])) for key in sums)
    check(f"bought again by {goods['by']}: order", [(-row["again"], -row["buyers"]) for row in goods["rows"]], best[: len(goods["rows"])])
    for row in goods["rows"]:
        key = guarded(row["key"])
        own = (sum(len(days) > 1 for days in on[key].values()), len(on[key]), sums[key][0], yuan(sums[key][1]), len(on[key]) >= least)
        check(f"bought again {goods['by']} {key}", (row["again"], row["buyers"], row["pieces"], row["net"], row["enough"]), own)

finish(f"{as_of}: {len(now.members)} members, {len(visits)} visits, {len(lines)} lines agree")
