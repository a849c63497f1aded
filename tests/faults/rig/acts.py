"""What a shop does in one run of the program beside selling. Each fault is aimed at each of these, and each can tell what a fault left.

An act is set up in a folder of its own, run once, judged, and done again when the fault is over.
"""

import contextlib
import shutil
import sqlite3

import sealed
import verifier

from . import shop as shops
from .act import Act
from .erasure import Erasure
from .key_change import ChangeKey

# Conclusions follow the calendar, so an upgrade may bring them to today.
CONCLUSIONS = {"customer_stats", "level_outlook", "search_key", "state"}


class Import(Act):
    """Three files of another book brought in: all of them or nothing."""

    name = "import"
    customers, visits = 150, 300

    def prepare(self, folder):
        chance = self.part.chance
        rows = ["会员号,姓名,手机,性别,备注"]
        rows += [f'M{n:05},客{n},139{n:08},{chance.choice("女男")},"爱{chance.randint(1, 99)}, ""红"""' for n in range(self.customers)]
        (folder / "customers.csv").write_text("\n".join(rows) + "\n")
        rows, lines = ["单号,会员号,日期,类型,件数,金额,付款方式"], ["单号,行号,款号,品类,数量,成交价,金额"]
        for n in range(self.visits):
            fen, day = chance.randint(100, 90_000), f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            rows.append(f"Z{n:06},M{chance.randrange(self.customers):05},{day},销售,1,{shops.yuan(fen)},现金")
            lines.append(f"Z{n:06},1,S{n % 40},裙,1,{shops.yuan(fen)},{shops.yuan(fen)}")
        (folder / "visits.csv").write_text("\n".join(rows) + "\n")
        (folder / "lines.csv").write_text("\n".join(lines) + "\n")
        return shops.new_book(self.part, folder, visits=5)

    def words(self, folder):
        tables = [word for kind in ("customers", "visits", "lines") for word in (f"--{kind}", folder / f"{kind}.csv")]
        return ["import", folder / self.shop.name, *tables, "--json"]

    def judge_book(self, book, is_done):
        after = [*self.before, "import"]
        if book.operations == after:
            taken = len([name for name in book.names if name.startswith("客")])
            return [] if taken == self.customers else [f"{taken} of {self.customers} customers came in"]
        return [] if book.operations == self.before and not is_done else [f"operations {book.operations[-3:]}, done: {is_done}"]


class Backup(Act):
    """A proven copy in another folder."""

    name = "backup"

    def prepare(self, folder):
        (folder / "copies").mkdir()
        return shops.new_book(self.part, folder, visits=20)

    def words(self, folder):
        return ["backup", folder / self.shop.name, "--to", folder / "copies", "--json"]

    def judge(self, folder, is_done):
        wrong = super().judge(folder, is_done)
        made = shops.copies(folder / "copies")
        if is_done and not made:
            wrong.append("said to be copied, and there is no copy")
        for copy in made:
            if self.look(folder, copy).operations != self.before:
                wrong.append(f"{copy.name} is not what was copied")
        return wrong

    def judge_book(self, book, is_done):
        return [] if book.operations == self.before else ["the book itself changed"]


class Restore(Act):
    """Back to an older copy: the book as it was, or the copy; and then what it took the place of is kept."""

    name = "restore"

    def prepare(self, folder):
        (folder / "copies").mkdir()
        shop = shops.new_book(self.part, folder, visits=6)
        code, _, said = self.part.shuke("backup", shop, "--to", folder / "copies")
        if code:
            raise RuntimeError(f"backup: {code} {said}")
        self.source = shops.copies(folder / "copies")[0].relative_to(folder)
        self.earlier = self.look(folder, shop).operations
        call = shops.Call(self.part, shop)
        for n in range(6):
            shops.done(call.ask("record_visit", shops.sale(self.part.chance, f"since-{n:04}", 5)))
        call.close()
        return shop

    def words(self, folder):
        return ["restore", folder / self.shop.name, "--from", folder / self.source, "--json"]

    def judge(self, folder, is_done):
        wrong = super().judge(folder, is_done)
        if not wrong and self.state(folder) == self.earlier:
            kept = [self.look(folder, copy).operations for copy in shops.copies(folder)]
            wrong += [] if self.before in kept else ["what the copy took the place of is not kept"]
        return wrong

    def judge_book(self, book, is_done):
        if book.operations == self.earlier:
            return []
        return [] if book.operations == self.before and not is_done else [f"operations {book.operations[-3:]}, done: {is_done}"]


class Upgrade(Act):
    """A book of an older version opened for the first time."""

    def __init__(self, part, version):
        self.name, self.version = f"upgrade-v{version}", version
        super().__init__(part)

    def prepare(self, folder):
        return shops.old_book(folder, self.version)

    def words(self, folder):
        return ["check", folder / self.shop.name]

    def state(self, folder):
        return facts(folder / self.shop.name)

    def judge(self, folder, is_done):
        place = self.part.new_folder("look")
        try:
            book = shops.copy_book(folder / self.shop.name, place)
            wrong = verifier.look(book, recover=True, history=False).wrong
            if wrong:
                return wrong
            now = version_of(book)
            if schema(book) != schema_at(now):
                wrong.append(f"neither the old nor the new schema at version {now}")
            wrong += lost(self.before, facts(book))
            if is_done and now != newest():
                wrong.append(f"said to be open, and is of version {now}")
            kept = shops.copies(folder, self.shop.name)
            if now != self.version and not kept:
                wrong.append("changed without a copy of what it was")
            for path in kept:
                copy = shops.copy_book(path, place / "kept")
                found = verifier.look(copy, recover=True, history=False).wrong
                kept_version = version_of(copy) if not found else None
                # After a kill between two steps a copy of the step between is kept as well.
                same = facts(copy) == self.before if kept_version == self.version else not lost(self.before, facts(copy))
                whole = not found and schema(copy) == schema_at(kept_version) and same
                wrong += [] if whole else [f"{path.name} is not the book as it was: {found}"]
            return wrong
        finally:
            shutil.rmtree(place)


def version_of(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        return db.execute("PRAGMA user_version").fetchone()[0]


def newest():
    return len(list((shops.CORE / "upgrades").glob("*.sql")))


def schema(path):
    with contextlib.closing(sqlite3.connect(path)) as db:
        return schema_in(db)


def schema_in(db):
    return sorted(db.execute("SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").fetchall())


def schema_at(version):
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        for step in sorted((shops.CORE / "upgrades").glob("*.sql"))[:version]:
            db.executescript(step.read_text())
        return schema_in(db)


def facts(path):
    """Every row of every table that is no conclusion: {table: {id: {column: value}}}."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        read = {}
        for name in set(names) - CONCLUSIONS:
            read[name] = {row[0]: dict(row) for row in db.execute(f"SELECT * FROM {name}")}
        return read


def lost(before, after):
    """Rows and values of an older book that are not in the newer one as they were."""
    wrong = []
    for table, rows in before.items():
        for key, row in rows.items():
            now = after.get(table, {}).get(key, {})
            if any(now.get(column, "gone") != value for column, value in row.items()):
                wrong.append(f"{table} {key} is not as it was")
    return wrong[:5]


def all_acts(part):
    """Every act, but for those that change the key: they have a part of their own."""
    acts = [Import(part), Backup(part), Restore(part), Erasure(part), *(Upgrade(part, version) for version in shops.old_versions())]
    return [*acts, Erasure(part, encrypted=True)] if sealed.is_possible() else acts


def key_changes(part):
    """Both ways of changing the key. They take seconds each, since finding a key is meant to be slow."""
    return [ChangeKey(part, encrypts=True), ChangeKey(part, encrypts=False)]
