"""Row 12: a second program on the same book is refused with exit code 75 and writes nothing, by whatever way it comes."""

import hashlib
import os
import shutil
import signal

import verifier

from . import shop as shops


def starts(part):
    """The first one holds the book, awake, in the middle of sales, or stopped."""
    folder = part.new_folder("double")
    book = shops.new_book(part, folder, visits=3)
    link = part.new_folder("links") / "link.shuke"
    link.symlink_to(book)
    folder_link = part.folder / "folder-link"
    folder_link.symlink_to(folder)
    paths = {"the path": book, "a link": link, "a linked folder": folder_link / book.name}
    paths["a crooked path"] = folder / ".." / folder.name / book.name
    (part.folder / "table.csv").write_text("姓名,手机\n甲,13900000001\n")
    commands = {
        "call": lambda path: ["call", path],
        "check": lambda path: ["check", path],
        "import": lambda path: ["import", path, "--customers", part.folder / "table.csv"],
        "backup": lambda path: ["backup", path, "--to", part.folder],
        "find": lambda path: ["find", path, "顾客"],
    }
    call = shops.Call(part, book)
    shops.done(call.ask("shop_info"))
    saved = 0
    for n in range(part.share(20, 200)):
        way, path = part.chance.choice(list(paths.items()))
        command, words = part.chance.choice(list(commands.items()))
        home = {"HOME": str(part.new_folder("home")), "XDG_RUNTIME_DIR": "/nonexistent"} if part.chance.random() < 0.5 else {}
        how = part.chance.choice(["awake", "stopped", "selling"])
        case = f"{command} by {way}, the first one {how}"
        if how == "selling":
            shops.done(call.ask("record_visit", shops.sale(part.chance, f"double-{n:04}", 5)))
            saved += 1
        if how == "stopped":
            call.process.send_signal(signal.SIGSTOP)
        before = content(folder)
        code, _, said = part.shuke(*words(path), env=home, stdin='{"op":"shop_info"}\n')
        part.expect(code == 75, f"{case}: exit code {code} {said[:200]}")
        part.expect(content(folder) == before, f"{case}: something was written", folder)
        if how == "stopped":
            call.process.send_signal(signal.SIGCONT)
        part.count(f"second starts, the first one {how}")
    part.expect("ok" in call.ask("shop_info"), "the first one does not go on")
    part.expect(call.close() == 0, "the first one does not end well")
    found = verifier.look(book)
    part.expect(not found.wrong and len(found.receipts) == saved + 3, f"afterwards: {found.wrong} {len(found.receipts)}", folder)
    part.expect(not [path for path in part.folder.glob("*.shuke")], "the refused copy was made")


def at_once(part):
    """Several started at the same moment: one holds the book, all others are refused, and what the one said to be saved is there."""
    folder = part.new_folder("at-once")
    book = shops.new_book(part, folder)
    saved = {}
    for n in range(part.share(6, 60)):
        calls = [shops.Call(part, book) for _ in range(4)]
        receipts = [f"once-{n:03}-{which}" for which in range(len(calls))]
        for call, receipt in zip(calls, receipts):
            call.send("record_visit", shops.sale(part.chance, receipt, 5), receipt)
        ended = []
        for call in calls:
            try:
                answer = call.next()
            except shops.Gone:
                answer = None
            if answer and "ok" in answer:
                saved[answer["id"]] = answer["ok"]
            # Held until all have said what they say, so that none comes after another has gone.
            ended.append(answer)
        codes = sorted(call.close() for call in calls)
        part.expect(set(codes) <= {0, 75} and codes.count(0) <= 1, f"round {n}: exit codes {codes}", folder)
        part.count("rounds with one winner" if 0 in codes else "rounds without a winner")
    found = verifier.look(book)
    for what in (found.wrong + verifier.missing(found, saved))[:3]:
        part.fail(f"at once: {what}", folder)
    part.expect(len(found.receipts) == len(saved), f"{len(found.receipts)} sales are there, {len(saved)} were acknowledged", folder)


def content(folder):
    """Names and contents of everything in a folder."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def copies(part):
    """Row 9: copies of the file by another program. Idle they are whole; from the middle of a save a torn one is never accepted."""
    folder = part.new_folder("storm")
    book = shops.new_book(part, folder, visits=50)
    call = shops.Call(part, book)
    saved, asked = {}, 0
    wanted = part.share(40, 500)
    place = part.new_folder("copy")
    for n in range(wanted):
        idle = n % 4 == 0
        while not idle and asked < len(saved) + 3:
            asked += 1
            receipt = f"copied-{asked:06}"
            call.send("record_visit", shops.sale(part.chance, receipt, 5), receipt)
        while idle and len(saved) < asked:
            answer = call.next()
            saved[answer["id"]] = answer["ok"]
        known = dict(saved)
        copy = place / "copy.shuke"
        slowly(book, copy, part.chance)
        while answer := call.next(0):
            saved[answer["id"]] = answer["ok"]
        found = verifier.look(copy)
        whole = not found.wrong and not verifier.missing(found, known)
        code, out, said = part.shuke("check", copy)
        if idle:
            part.expect(whole and code == 0, f"idle copy: {found.wrong} {code} {said[:100]}", copy)
            part.count("idle copies, whole")
        else:
            part.expect(whole or code != 0, f"a torn copy was accepted: {found.wrong} {verifier.missing(found, known)}", copy)
            part.expect(code in (0, 65, 74), f"copy in a storm: exit code {code} {said[:200]}", copy)
            part.count("copies in a storm, torn and refused" if code else "copies in a storm, whole")
        for left in place.iterdir():
            left.unlink()
    call.close()
    part.count("sales meanwhile", len(saved))
    shutil.rmtree(folder)


def slowly(source, target, chance):
    """Copies as a file manager does, a piece at a time, so that a save may come between two pieces."""
    with open(source, "rb") as reader, open(target, "wb") as writer:
        while piece := reader.read(chance.choice([16_384, 65_536, 262_144])):
            writer.write(piece)
            os.sched_yield()
