"""Row 33 and 17: an archive somebody made to do harm, and one of a newer program. Refused, nothing in it runs, not a byte changes."""

import contextlib
import shutil
import sqlite3

from . import shop as shops
from .damage import digest, timed

# What is to be refused by its schema: each a way in for code or for rows that nobody sees.
SCHEMAS = {
    "a trigger on visits": "CREATE TRIGGER extra AFTER INSERT ON visit BEGIN DELETE FROM payment; END",
    "a trigger on the history": "CREATE TRIGGER extra AFTER INSERT ON operation BEGIN UPDATE visit SET total = 0; END",
    "a trigger on figures": "CREATE TRIGGER extra AFTER UPDATE ON customer_stats BEGIN INSERT INTO tag (name) VALUES ('ran'); END",
    "a trigger that names itself a statistic": "CREATE TRIGGER sqlitexstat AFTER INSERT ON visit BEGIN DELETE FROM payment; END",
    "a table that names itself a statistic": "CREATE TABLE sqlitexstat1 (hidden TEXT)",
    "a view that names itself a statistic": "CREATE VIEW sqlitexstat_view AS SELECT * FROM customer",
    "a view": "CREATE VIEW extra AS SELECT * FROM customer",
    "an endless view": "CREATE VIEW extra AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    "a view in a table's place": "DROP TABLE wish; CREATE VIEW wish AS SELECT 1 AS id, 1 AS customer_id",
    "a trigger instead of an insert": "CREATE VIEW extra AS SELECT 1 AS a; "
    "CREATE TRIGGER more INSTEAD OF INSERT ON extra BEGIN DELETE FROM visit; END",
    "a table more": "CREATE TABLE extra (a TEXT)",
    "a column more": "ALTER TABLE customer ADD COLUMN extra TEXT",
    "a column that computes": "ALTER TABLE customer ADD COLUMN extra TEXT AS (upper(name))",
    "a column renamed": "ALTER TABLE customer RENAME COLUMN note TO remark",
    "a column less": "ALTER TABLE customer DROP COLUMN note",
    "a table less": "DROP TABLE popup_note",
    "a table renamed": "ALTER TABLE popup_note RENAME TO popup",
    "an index more": "CREATE INDEX extra ON customer (note)",
    "an index that computes": "CREATE INDEX extra ON customer (abs(id), lower(name))",
    "an index that picks": "CREATE INDEX extra ON customer (id) WHERE name LIKE '%a%'",
    "an index less": "DROP INDEX visit_by_receipt",
    "another collation": "DROP INDEX customer_by_name; CREATE INDEX customer_by_name ON customer (name_key COLLATE NOCASE, id)",
    "a search table": "CREATE VIRTUAL TABLE extra USING fts5 (a)",
    "a tree table": "CREATE VIRTUAL TABLE extra USING rtree (id, a, b)",
    "another program's mark": "PRAGMA application_id = 1",
    "no program's mark": "PRAGMA application_id = 0",
    "version 0": "PRAGMA user_version = 0",
    "a version below 0": "PRAGMA user_version = -1",
}
# Edits of the schema's own table, which no statement allows.
EDITS = {
    "a check taken away": "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (method IN', 'CHECK (1 OR method IN') WHERE name = 'payment'",
    "a rule of staff loosened": "UPDATE sqlite_schema SET sql = replace(sql, '''clerk''', '''clerk'', ''king''') WHERE name = 'staff'",
    "a schema of nonsense": "UPDATE sqlite_schema SET sql = 'CREATE TABLE visit (' WHERE name = 'visit'",
    "a trigger with a reserved name": "INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_stat_x', 'visit', 0, "
    "'CREATE TRIGGER sqlite_stat_x AFTER INSERT ON visit BEGIN DELETE FROM payment; END')",
    "a trigger named as a statistic": "INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_stat1', 'visit', 0, "
    "'CREATE TRIGGER sqlite_stat1 AFTER INSERT ON visit BEGIN DELETE FROM payment; END')",
}
# Pages where they do not belong: damage, which the check finds.
MISPLACED = {
    "two tables on one root": "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'visit') "
    "WHERE name = 'payment'",
    "a root beyond the end": "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'payment'",
}
# What the schema allows and no counter would ever write: survived, within its time, whatever the answer is.
CONTENTS = {
    "a note of ten million letters": "UPDATE customer SET note = hex(zeroblob(5000000)) WHERE id = 1",
    "a name of a million letters": "UPDATE customer SET name = hex(zeroblob(500000)) WHERE id = 1",
    "rules that are nested 100,000 deep": "UPDATE level SET benefits = replace(hex(zeroblob(50000)), '0', '[') WHERE rank = 0",
    "rules that are no document": "UPDATE level SET benefits = '{'",
    "settings that are no document": "UPDATE setting SET value = 'x'",
    "settings of another shape": "UPDATE setting SET value = '[]'",
    "no settings": "DELETE FROM setting",
    "no levels": "PRAGMA foreign_keys = OFF; DELETE FROM level",
    "no staff": "PRAGMA foreign_keys = OFF; DELETE FROM staff",
    "sums beyond all numbers": "UPDATE visit SET total = 9223372036854775807; "
    "UPDATE visit_line SET amount = 9223372036854775807, qty = 9223372036854775807",
    "amounts below all numbers": "UPDATE visit SET total = -9223372036854775808; UPDATE payment SET amount = -9223372036854775808",
    "points beyond all numbers": "UPDATE points_entry SET points = 9223372036854775807, rate = 9223372036854775807",
    "days that are none": "UPDATE visit SET day = 'gestern'; UPDATE points_entry SET day = '0000-00-00', expires_on = '9999-99-99'",
    "instants beyond all clocks": "UPDATE visit SET at = 9223372036854775807; UPDATE operation SET at = -9223372036854775808",
    "birthdays beyond all calendars": "UPDATE customer SET birthday_calendar = 'lunar', birthday_year = 99999999, "
    "birthday_month = 77, birthday_day = -4",
    "names with zeros and line ends": "UPDATE customer SET name = 'a' || char(0, 10, 13, 8238) || '<script>', name_key = char(0)",
    "a circle of referrers": "UPDATE customer SET referrer_id = id % 5 + 1",
    "a circle of merged archives": "UPDATE customer SET merged_into_id = id % 5 + 1",
    "a circle of reversals": "UPDATE points_entry SET reverses_id = id",
    "the greatest ids": "UPDATE sqlite_sequence SET seq = 9223372036854775807",
    "a history of nonsense": "UPDATE change SET before = '{', after = 'x', tbl = 'nothing'",
    "a history of its own table": "UPDATE change SET tbl = 'sqlite_schema; DROP TABLE visit', row_id = -1",
    "texts in UTF-16": None,
    "statistics of nonsense": "ANALYZE; UPDATE sqlite_stat1 SET stat = '9999999999999 -1 x'",
}


def archives(part):
    """Crafted files, offered to everything that opens a book."""
    folder = part.new_folder("hostile")
    book = shops.new_book(part, folder, visits=10)
    for name, sql in (SCHEMAS | EDITS).items():
        refused(part, name, crafted(part, book, sql, edits=name in EDITS))
        part.count("refused by the schema or the header")
    newest = version(book)
    for more in range(1, 6):
        refused(part, f"a version {more} newer", crafted(part, book, f"PRAGMA user_version = {newest + more}"))
        with_table = f"CREATE TABLE n (a); PRAGMA user_version = {newest + more}"
        refused(part, f"a version {more} newer with a table more", crafted(part, book, with_table))
        part.count("of a newer program", 2)
    for name, sql in MISPLACED.items():
        path = crafted(part, book, sql, edits=True)
        code, _, said = timed(part, f"{name}: check", "check", path, image=path)
        part.expect(code in (65, 74), f"{name}: check ends with {code} {said[:150]}", path)
        survived(part, name, path)
        part.count("pages out of place, noticed")
    for name, sql in CONTENTS.items():
        survived(part, name, crafted(part, book, sql))
        part.count("strange contents survived")
    mutated(part, book)


def version(book):
    with contextlib.closing(sqlite3.connect(book)) as db:
        return db.execute("PRAGMA user_version").fetchone()[0]


def crafted(part, book, sql, edits=False):
    """A copy of the book with something done to it."""
    path = shops.copy_book(book, part.new_folder("crafted"))
    if sql is None:
        # Every text as two bytes a letter: a file of the same rows in another encoding.
        with contextlib.closing(sqlite3.connect(path)) as db:
            dump = "\n".join(line for line in db.iterdump() if "sqlite_sequence" not in line)
        path.unlink()
        with contextlib.closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA encoding = 'UTF-16le'")
            db.executescript(dump)
            db.execute(f"PRAGMA application_id = {shops.APPLICATION}")
            db.execute(f"PRAGMA user_version = {version(book)}")
        return path
    with contextlib.closing(sqlite3.connect(path)) as db:
        before = db.execute("PRAGMA schema_version").fetchone()[0]
        if edits:
            db.execute("PRAGMA writable_schema = ON")
        db.executescript(sql)
        if edits:
            db.execute(f"PRAGMA schema_version = {before + 1}")
        db.commit()
    return path


def refused(part, name, path):
    """Whatever opens a book says no, and the file is as it was."""
    before = digest(path)
    write = '{"id":1,"op":"create_customer","args":{"fields":{"name":"x","phones":[]},"confirm_phone":true,"answers":[],"tags":[]}}\n'
    for words, stdin in ((["check", path], ""), (["call", path], write), (["backup", path, "--to", path.parent], "")):
        code, out, said = timed(part, f"{name}: {words[0]}", *words, image=path, stdin=stdin)
        part.expect(code in (65, 74), f"{name}: {words[0]} ends with {code}: {out[:150]} {said[:150]}", path)
        part.expect(digest(path) == before, f"{name}: {words[0]} changed the file", path)
    part.expect(sorted(path.parent.iterdir()) == [path], f"{name}: something was made beside it", path.parent)
    shutil.rmtree(path.parent)


def survived(part, name, path):
    """The program looks at it, asks and writes, and ends by itself in time."""
    ask = ['{"op":"%s","args":%s}' % one for one in (
        ("customer_page", '{"customer":1}'),
        ("search", '{"query":"a","limit":5}'),
        ("today", '{"whose":null}'),
        ("insight_page", "{}"),
        ("day_summary", "{}"),
        ("list_history", '{"limit":20}'),
        ("list_customers", '{"limit":20}'),
        ("adjust_points", '{"customer":1,"points":5,"reason":"x","expires":false}'),
        ("undo", '{"operation":3}'),
    )]
    for words, stdin in ((["check", path], ""), (["call", path], "\n".join(ask) + "\n")):
        timed(part, f"{name}: {words[0]}", *words, image=path, stdin=stdin)
    shutil.rmtree(path.parent)


def mutated(part, book):
    """A few bytes changed in the header, in the schema's pages or anywhere."""
    whole = book.read_bytes()
    path = part.new_folder("mutated") / book.name
    for n in range(part.share(60, 5000)):
        content = bytearray(whole)
        reach = part.chance.choice([100, 100, 4096, 65_536, len(content)])
        for _ in range(part.chance.randint(1, 8)):
            content[part.chance.randrange(reach)] = part.chance.choice([0, 255, part.chance.randrange(256)])
        path.write_bytes(content)
        code, out, _ = timed(part, f"mutation {n}", "check", path, image=path)
        part.expect(code in (0, 65, 74), f"mutation {n}: exit code {code}", path)
        if code and not out:
            part.expect(path.read_bytes() == content, f"mutation {n}: refused, and the file was changed", path)
        part.count("mutations refused at opening" if code and not out else "mutations noticed" if code else "mutations without effect")
        for left in path.parent.iterdir():
            left.unlink()
