"""A shop's book and the program that holds it open: questions in, answers out."""

import json
import os
import pathlib
import queue
import shutil
import sqlite3
import subprocess
import threading

from .part import PATIENCE, ROOT

CORE = ROOT / "src-tauri/core/src/store"
APPLICATION = 0x5348554B


class Gone(Exception):
    """The program ended or was killed before it answered."""


class Call:
    """`shuke call` on a book. Its answers come in as they are printed; a line cut in two by a kill is no answer."""

    def __init__(self, part, shop, env=None):
        self.process = subprocess.Popen(
            [part.program, "call", str(shop)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=None if env is None else os.environ | env,
        )
        self.answers = queue.SimpleQueue()
        self.asked = 0
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            try:
                self.answers.put(json.loads(line))
            except ValueError:
                break
        self.answers.put(None)

    def send(self, op, args=None, name=None):
        """Sends a question; whether anybody was there to take it."""
        self.asked += 1
        line = json.dumps({"id": name or self.asked, "op": op, "args": args or {}}, ensure_ascii=False)
        try:
            self.process.stdin.write(line.encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            return False
        return True

    def next(self, timeout=PATIENCE):
        """The next answer, or nothing by then. `Gone` when there will be none."""
        try:
            answer = self.answers.get(timeout=max(timeout, 0.0001))
        except queue.Empty:
            return None
        if answer is None:
            self.answers.put(None)
            raise Gone
        return answer

    def ask(self, op, args=None, name=None):
        """Sends a question and waits for its answer."""
        if not self.send(op, args, name):
            raise Gone
        answer = self.next()
        if answer is None:
            self.kill()
            raise TimeoutError(f"{op} was not answered within {PATIENCE} s")
        return answer

    def rest(self):
        """What was answered before the end, read or not."""
        self.reader.join()
        answers = []
        while (answer := self.answers.get()) is not None:
            answers.append(answer)
        return answers

    def close(self):
        """Lets it end by itself; the exit code."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        code = self.process.wait(PATIENCE)
        self.reader.join()
        return code

    def kill(self):
        self.process.kill()
        self.process.wait()


def new_book(part, folder, customers=5, visits=0, name="shop.shuke"):
    """A book with a few customers, made by the program, and perhaps some visits."""
    shop = pathlib.Path(folder) / name
    code, _, said = part.shuke("init", shop, "--name", "云裳", "--trade", "clothing")
    if code:
        raise RuntimeError(f"init: {code} {said}")
    call = Call(part, shop)
    for n in range(1, customers + 1):
        done(call.ask("create_customer", customer(f"顾客{n}")))
    for n in range(1, visits + 1):
        done(call.ask("record_visit", sale(part.chance, f"before-{n:06}", customers)))
    call.close()
    return shop


def done(answer):
    if "ok" not in answer:
        raise RuntimeError(f"refused: {answer}")
    return answer["ok"]


def customer(name, phones=()):
    fields = {"name": name, "phones": list(phones)}
    return {"fields": fields, "confirm_phone": True, "answers": [], "tags": []}


def visit(chance, customers):
    """A purchase by chance: of a customer or of nobody known, of one to four lines, paid in one or two ways."""
    lines, total = [], 0
    for n in range(chance.randint(1, 4)):
        qty, fen = chance.randint(1, 3), chance.randint(100, 50_000)
        total += qty * fen
        goods = {"style_no": f"S{chance.randint(1, 30)}", "category": chance.choice(["上衣", "裙"])}
        lines.append(goods | {"qty": qty, "price": yuan(fen)})
    who = chance.randint(0, customers)
    told = {"customer": who or None, "kind": "purchase", "lines": lines}
    if chance.random() < 0.3:
        part = chance.randint(1, total - 1)
        told["payments"] = [{"method": "cash", "amount": yuan(part)}, {"method": "wechat", "amount": yuan(total - part)}]
    if chance.random() < 0.3:
        told["note"] = "喜欢真丝，下次看看新款"
    return told


def sale(chance, receipt, customers):
    return {"receipt": receipt, "visit": visit(chance, customers)}


def yuan(fen):
    return f"{fen // 100}.{fen % 100:02}"


def old_book(folder, version, name="shop.shuke"):
    """A book as an older version wrote it, from the fixture of that version and the released steps of the schema."""
    path = pathlib.Path(folder) / name
    db = sqlite3.connect(path)
    for step in sorted((CORE / "upgrades").glob("*.sql"))[:version]:
        db.executescript(step.read_text())
    db.executescript((ROOT / f"tests/fixtures/book-v{version}.sql").read_text())
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {version}")
    db.commit()
    db.close()
    return path


def old_versions():
    """The versions of which there is a fixture."""
    return sorted(int(path.stem.removeprefix("book-v")) for path in (ROOT / "tests/fixtures").glob("book-v*.sql"))


def copies(folder, but="shop.shuke"):
    """Everything under a final name beside the book itself; not what lies in a folder the program works in, which is named after it."""
    found = [path for path in pathlib.Path(folder).rglob("*.shuke") if path.name != but]
    return sorted(path for path in found if not path.parent.name.startswith(f"{but}."))


def copy_book(shop, folder, journal=True):
    """A book and, if asked for, the journal beside it, somewhere else."""
    shop, folder = pathlib.Path(shop), pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / shop.name
    shutil.copyfile(shop, copy)
    beside = shop.with_name(shop.name + "-journal")
    target = copy.with_name(copy.name + "-journal")
    target.unlink(missing_ok=True)
    if journal and beside.exists():
        shutil.copyfile(beside, target)
    return copy
