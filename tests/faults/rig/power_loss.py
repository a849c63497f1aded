"""Row 2: the power goes at any moment. Every write and sync of a run is written down, and each state it could have left is looked at."""

import json
import shutil
import sqlite3

import verifier

from . import acts, disk, shim, storm
from . import shop as shops


def in_a_storm(part):
    """Mixed work; what was acknowledged before the cut is there, at most the one under way besides, and no copy is half."""
    control = shim.Shim(part)
    for number in range(part.share(1, 6)):
        replay_storm(part, control, part.share(1700, 4000), f"storm {number + 1}")


def replay_storm(part, control, wanted, name):
    folder = part.new_folder("storm")
    (folder / "copies").mkdir()
    book = shops.new_book(part, folder, visits=5)
    began = len(verifier.look(book).operations)
    before = disk.Disk(folder)
    log = part.folder / f"{name}.log"
    call = shops.Call(part, book, control.env(folder, log))
    work = storm.Storm(part.chance, 5, folder / "copies")
    questions = {}
    for _ in range(45):
        op, args, writes = work.question()
        answer = call.ask(op, args)
        if not part.expect("ok" in answer, f"{name}: {op} {args}: {answer}"):
            return
        questions[answer["id"]] = (op, args, writes)
        work.heard(op, args, answer)
    call.close()
    part.count("transactions", len(questions))
    calls = list(shim.records(log))
    final = verifier.look(book)
    for what in final.wrong[:3]:
        part.fail(f"{name}, at rest: {what}", folder)
    wholes = Wholes(part, book, final.operations[began:], began, folder)
    replay(part, before, calls, wanted, name, lambda state, place, said: wholes.judge(place, said, questions))
    shutil.rmtree(folder)
    log.unlink()


def replay(part, before, calls, wanted, name, judge):
    """Goes through every prefix of the calls and looks at a share of the states each could leave, no state twice."""
    prefixes = sum(1 for record in calls if record[0] not in "OA")
    chosen = min(1.0, wanted / (4 * prefixes) * 1.35)
    seen, states = set(), 0
    for record in calls:
        if not before.take(record):
            continue
        for which in ("none", "all", "some", "some"):
            if part.chance.random() >= chosen:
                continue
            state = before.state(which, part.chance)
            key = disk.digest(state)
            if key in seen:
                part.count("states met before")
                continue
            seen.add(key)
            states += 1
            place = part.new_folder("state")
            before.put(state, place)
            for what in judge(state, place, before.printed)[:3]:
                part.fail(f"{name}, state {states}: {what}", place)
            shutil.rmtree(place)
            if len(part.failures) > 20:
                return
    part.count("states", states)
    part.count("calls that changed a file", prefixes)


class Wholes:
    """Judges states of a storm. Most recover to the same few contents, each of which is looked at once."""

    def __init__(self, part, book, operations, began, folder):
        self.part, self.book, self.operations, self.began, self.folder = part, book, operations, began, folder
        self.known = {}

    def look(self, path):
        """What is in a file, by its content after SQLite took back what was half done."""
        try:
            db = verifier.connect(path, recover=True)
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            db.close()
        except sqlite3.Error as error:
            found = verifier.Book()
            found.wrong.append(f"cannot be opened: {error}")
            return found
        key = disk.digest({"": path.read_bytes()})
        if key not in self.known:
            self.known[key] = verifier.look(path)
            self.part.count("different contents")
        return self.known[key]

    def judge(self, place, printed, questions):
        answers = [json.loads(line) for line in printed.splitlines(keepends=True) if line.endswith(b"\n")]
        if self.part.chance.random() < (0.01 if not self.part.gate else 0.02):
            wrong = self.by_the_program(place)
            if wrong:
                return wrong
        found = self.look(place / self.book.name)
        if found.wrong:
            return found.wrong
        done = [questions[answer["id"]] for answer in answers]
        writes = sum(writes for _, _, writes in done)
        wrong = []
        if found.operations[self.began :] not in (self.operations[:writes], self.operations[: writes + 1]):
            wrong.append(f"{len(found.operations) - self.began} entries of the history, {writes} were acknowledged")
        receipts = {args["receipt"]: answer["ok"] for answer, (op, args, _) in zip(answers, done) if op == "record_visit"}
        wrong += verifier.missing(found, receipts)
        for answer, (op, _, _) in zip(answers, done):
            copy = place / "copies" / answer["ok"].get("file_name", "") if op == "back_up" else None
            if copy and not copy.is_file():
                wrong.append(f"the copy {copy.name} is lost")
        for copy in shops.copies(place / "copies"):
            wrong += [f"{copy.name}: {what}" for what in self.look(copy).wrong]
        return wrong

    def by_the_program(self, place):
        """The program itself opens a state, in a copy, and finds nothing."""
        target = self.part.new_folder("check")
        book = shops.copy_book(place / self.book.name, target)
        code, out, said = self.part.shuke("check", book)
        shutil.rmtree(target)
        self.part.count("states opened by the program")
        return [] if code == 0 else [f"the program's own check: {code} {out[:200]} {said[:200]}"]


def in_acts(part, chosen=None):
    """Import, backup and upgrade: done before the cut or not at all, and what was said to be done is."""
    control = shim.Shim(part)
    for act in chosen or acts.all_acts(part):
        folder = part.new_folder(act.name)
        act.set_up(folder)
        before = disk.Disk(folder)
        log = part.folder / f"{act.name}.log"
        code, out, said = act.run(folder, env=control.env(folder, log))
        if not part.expect(code == 0, f"{act.name}: {code} {out[:200]} {said[:200]}"):
            continue
        calls = list(shim.records(log))
        judged = {}

        def judge(state, place, printed):
            key = (disk.digest(state), bool(printed))
            if key not in judged:
                judged[key] = act.judge(place, is_done=bool(printed))
            return judged[key]

        replay(part, before, calls, act.times(60, 1500), act.name, judge)
        shutil.rmtree(folder)
        log.unlink()
