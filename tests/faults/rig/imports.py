"""Row 30: files of garbage for the import. Never a crash, always one of the promised exit codes, and the book is sound afterwards.

And row 26, as far as a file goes: what looks like a script is stored letter for letter, since only the page knows how to show text.
"""

import csv
import io
import json
import shutil

import verifier

from . import shop as shops
from .damage import digest, timed

ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
SCRIPTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "<iframe src=javascript:alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "</textarea><script>alert(1)</script>",
    "{{7*7}}${7*7}<%= 7*7 %>#{7*7}",
    "<details open ontoggle=alert(1)>",
    "<math><mi//xlink:href='data:x,1'>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!--<img src='--><img src=x onerror=x>",
    "<scr\u0131pt>alert(1)</scr\u0131pt>",
    "＜script＞alert(1)＜/script＞",
    "<style>@import'//x.invalid';</style>",
    "';DROP TABLE customer;--",
    "\\u003cscript\\u003ealert(1)",
    "%3Cscript%3Ealert(1)%3C/script%3E",
]


def tables(chance):
    """Three small tables as a shop would hand them over: {kind: text}."""
    people = [["会员号", "姓名", "手机", "生日", "性别", "等级", "积分", "标签", "备注"]]
    for n in range(12):
        birthday = chance.choice(["1985-03-01", "03-01", "", "农历正月初五", "31/12/1999"])
        people.append([f"M{n:03}", f"客{n}", f"139{n:08}", birthday, chance.choice("女男"), "", str(n * 10), "熟客|爱裙", "说，\n“好”"])
    visits = [["单号", "会员号", "日期", "时间", "类型", "件数", "金额", "付款方式", "原单号"]]
    lines = [["单号", "行号", "款号", "品类", "数量", "吊牌价", "成交价", "金额"]]
    for n in range(20):
        fen = chance.randint(100, 90_000)
        who, day, yuan = f"M{chance.randrange(14):03}", f"2025-0{chance.randint(1, 9)}-11", shops.yuan(fen)
        visits.append([f"Z{n:03}", who, day, "15:30", "销售", "1", yuan, "微信", ""])
        lines.append([f"Z{n:03}", "1", "S1", "裙", "1", yuan, yuan, yuan])
    return {kind: write(rows, chance) for kind, rows in (("customers", people), ("visits", visits), ("lines", lines))}


def write(rows, chance):
    text = io.StringIO()
    csv.writer(text, lineterminator=chance.choice(["\n", "\r\n"])).writerows(rows)
    return text.getvalue()


def mutate(chance, text):
    """A table as bytes, damaged in one to three ways."""
    for _ in range(chance.randint(1, 3)):
        text = chance.choice(IN_TEXT)(chance, text)
    content = text.encode(chance.choice(ENCODINGS), errors="replace")
    if chance.random() < 0.5:
        content = chance.choice(IN_BYTES)(chance, bytearray(content))
    return bytes(content)


def at_random(insert):
    def change(chance, text):
        at = chance.randint(0, len(text))
        return text[:at] + insert(chance) + text[at:]

    return change


def cell(make):
    """Puts something in the place of a cell."""

    def change(chance, text):
        cells = text.split(",")
        cells[chance.randrange(len(cells))] = make(chance)
        return ",".join(cells)

    return change


STRANGE = ["-0", "1e308", "NaN", "9" * 40, "0.005", "1,234.56", "¥12", "二十", "2025-02-30", "9999-12-31", "0000-00-00"]
STRANGE += ["=1+1", "@x", "\ufeff", "\u202e", "🦄" * 50, "\U00020000"]
IN_TEXT = [
    at_random(lambda chance: '"' * chance.randint(1, 3)),
    at_random(lambda chance: chance.choice([",", ";", "\t", "\n", "\r", "\n\n\n", "\u2028"])),
    at_random(lambda chance: "\0" * chance.randint(1, 5)),
    at_random(lambda chance: chance.choice("长x ") * chance.choice([300, 33_000, 200_000])),
    at_random(lambda chance: chance.choice(STRANGE)),
    cell(lambda chance: chance.choice(STRANGE)),
    cell(lambda chance: '"' + chance.choice(SCRIPTS).replace('"', '""') + '"'),
    cell(lambda chance: "," * chance.choice([1, 50, 20_000])),
    lambda chance, text: text.replace(",", chance.choice([";", "\t", "|", "，"])),
    lambda chance, text: text.replace("\n", chance.choice(["\r", "\n\n", "\u0085"])),
    lambda chance, text: text[: chance.randint(0, len(text))],
    lambda chance, text: text * 2,
    lambda chance, text: "\n".join(chance.sample(lines := text.split("\n"), len(lines))),
    lambda chance, text: text.split("\n", 1)[-1],
    lambda chance, text: text.split("\n", 1)[0],
    lambda chance, text: text,
]


def splice(chance, content):
    at = chance.randint(0, len(content))
    content[at:at] = chance.randbytes(chance.choice([1, 2, 50]))
    return content


def flip(chance, content):
    for _ in range(chance.randint(1, 20)):
        if content:
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return content


IN_BYTES = [
    splice,
    flip,
    lambda chance, content: content[: chance.randint(0, len(content))],
    lambda chance, content: chance.randbytes(2000),
]


def fuzz(part):
    """Damaged tables, tried out and brought in."""
    book = shops.new_book(part, part.new_folder("template"), visits=5)
    began = verifier.look(book).operations
    for n in range(part.share(50, 1500)):
        folder = part.new_folder("import")
        shop = shops.copy_book(book, folder)
        words = []
        for kind, text in tables(part.chance).items():
            if part.chance.random() < 0.75:
                path = folder / f"{kind}.{part.chance.choice(['csv', 'csv', 'csv', 'txt', 'xlsx'])}"
                path.write_bytes(mutate(part.chance, text) if part.chance.random() < 0.8 else text.encode())
                words += [f"--{kind}", path]
        words += ["--encoding", part.chance.choice(["utf-8", "gb18030", "utf-16le"])] if part.chance.random() < 0.2 else []
        words += ["--errors", folder / "errors.csv"] if part.chance.random() < 0.3 else []
        before = digest(shop)
        for dry in (["--dry-run"], []):
            code, out, said = timed(part, f"import {n} {dry}", "import", shop, *words, "--json", *dry, image=folder)
            part.expect(code in ((0, 65, 2) if words else (2,)), f"import {n} {dry}: exit code {code} {said[:300]}", folder)
            part.count(f"imports ending with {code}")
            if dry:
                part.expect(digest(shop) == before, f"import {n}: tried out, and the book was changed", folder)
        found = verifier.look(shop)
        for what in found.wrong[:3]:
            part.fail(f"import {n}: {what}", folder)
        part.expect(found.operations in (began, [*began, "import"]), f"import {n}: {found.operations[-3:]}", folder)
        part.expect(found.operations == began or not code, f"import {n}: exit code {code}, and something came in", folder)
        shutil.rmtree(folder)


def scripts(part):
    """What looks like a script comes in as it is, in every field that takes text."""
    folder = part.new_folder("scripts")
    book = shops.new_book(part, folder, customers=1)
    rows = [["会员号", "姓名", "微信", "地址", "标签", "来源", "备注"]]
    rows += [[f"X{n:03}", text, text, text, "", text, text] for n, text in enumerate(SCRIPTS)]
    (folder / "scripts.csv").write_text(write(rows, part.chance))
    code, out, said = timed(part, "scripts", "import", book, "--customers", folder / "scripts.csv", "--json", image=folder)
    part.expect(code == 0, f"scripts: exit code {code} {said[:300]}", folder)
    db = verifier.connect(book)
    stored = {row["member_no"]: row for row in db.execute("SELECT * FROM customer")}
    for n, text in enumerate(SCRIPTS):
        row = stored.get(f"X{n:03}")
        for column in ("name", "wechat", "address", "source", "note"):
            part.expect(row is not None and row[column] == text, lambda: f"{column}: {text!r} became {row and row[column]!r}", folder)
            part.count("texts stored as they are")
    db.close()
    call = shops.Call(part, book)
    for n, text in enumerate(SCRIPTS):
        made = shops.done(call.ask("create_customer", shops.customer(text)))
        page = shops.done(call.ask("customer_page", {"customer": made["customer"]}))
        shown = json.dumps(page, ensure_ascii=False)
        part.expect(json.dumps(text, ensure_ascii=False) in shown, f"by hand: {text!r} is not on the page")
        part.count("texts given by hand")
    call.close()
