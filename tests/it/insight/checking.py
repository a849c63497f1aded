"""What both recomputations need: reading, days, amounts, and the list of what differs. Standard library only."""
import calendar
import csv
import io
import sys
from datetime import date
from decimal import Decimal

wrong = []


def check(what, program, own):
    if program != own:
        wrong.append(f"{what}: the program says {program!r}, recomputed {own!r}")


def finish(agreed):
    """Fails with what differs, if anything does."""
    if wrong:
        sys.exit(f"{len(wrong)} differences\n" + "\n".join(wrong[:30]))
    print(agreed)


def table(path):
    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def fen(text):
    return int(Decimal(text) * 100)


def yuan(amount):
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02}"


def day(text):
    return date.fromisoformat(text) if text else None


def last_of_month(d):
    return d.replace(day=calendar.monthrange(d.year, d.month)[1])


def months_back(d, n):
    number = d.year * 12 + d.month - 1 - n
    year, month = divmod(number, 12)
    return date(year, month + 1, min(d.day, calendar.monthrange(year, month + 1)[1]))
