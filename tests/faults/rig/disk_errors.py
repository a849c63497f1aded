"""Row 3: a write, sync, truncation, rename or removal fails, once or for ever. Either the answer is "saved" and it is there once, or it
is not and it is not; the same sale tried again is never there twice, and no restart is needed once the fault is over."""

import shutil

import verifier

from . import acts, kills, shim
from . import shop as shops

KINDS = [("EIO", False, False), ("EIO", True, False)]
KINDS += [("ENOSPC", sticky, half) for sticky in (False, True) for half in (False, True)]


def words_of(error, sticky, half):
    return f"{error} {'for ever' if sticky else 'once'}{', after half a write' if half else ''}"


def sales(part):
    """Every call of a sale fails in turn; then the fault ends and the same receipt is tried again."""
    control = shim.Shim(part)
    folder = part.new_folder("sales")
    book = shops.new_book(part, folder, visits=10)
    call = shops.Call(part, book, control.env(folder))
    # The journal is made by the first save, so the sweep is of a later one.
    shops.done(call.ask("record_visit", shops.sale(part.chance, "warm-up-1", 5)))
    control.arm(shim.FAIL, 1 << 60)
    shops.done(call.ask("record_visit", shops.sale(part.chance, "warm-up-2", 5)))
    calls, _ = control.off()
    part.count("calls of a sale", calls)
    last = max(calls + 30, 1)
    for error, sticky, half in KINDS:
        points = range(1, last + 1)
        if not part.gate:
            points = sorted(part.chance.sample(points, min(14, last)))
        for at in points:
            fault = f"call {at}, {words_of(error, sticky, half)}"
            receipt = f"{error.lower()}-{int(sticky)}{int(half)}-{at:04}"
            question = shops.sale(part.chance, receipt, 5)
            control.arm(shim.FAIL, at, sticky, shim.ERRORS[error], half)
            first = call.ask("record_visit", question)
            judge(part, folder, book, receipt, first, f"{fault}, while it lasts")
            _, hits = control.off()
            if not hits:
                part.count("beyond the last call")
                part.expect("ok" in first, f"{fault} hit nothing, and yet: {first}")
                continue
            part.count(f"faults, {words_of(error, sticky, half)}")
            part.count("answered as saved all the same" if "ok" in first else f"answered {first['err']['code']}")
            again = call.ask("record_visit", question)
            other = call.ask("record_visit", shops.sale(part.chance, f"{receipt}-next", 5))
            if "ok" in again and "ok" in other:
                judge(part, folder, book, receipt, again, f"{fault}, tried again")
            else:
                part.fail(f"{fault}: not usable without a restart: {again} {other}", folder)
                call.close()
                call = shops.Call(part, book, control.env(folder))
                shops.done(call.ask("record_visit", shops.sale(part.chance, f"{receipt}-again", 5)))
    part.expect(call.close() == 0, "the program does not end well")
    hit = sum(n for what, n in part.counts.items() if what.startswith("faults"))
    part.expect(hit > 20, f"only {hit} faults hit anything: nothing was tested")
    code, out, _ = part.shuke("check", book)
    part.expect(code == 0, f"the program's own check: {code} {out[:300]}", folder)


def people(part):
    """The same for new customers, who have no receipt: what the search box finds afterwards is what is in the file."""
    control = shim.Shim(part)
    folder = part.new_folder("people")
    book = shops.new_book(part, folder)
    call = opened(part, book, folder, control)
    control.arm(shim.FAIL, 1 << 60)
    shops.done(call.ask("create_customer", shops.customer("新来的0")))
    calls, _ = control.off()
    runs = [(at, *kind) for kind in KINDS for at in range(1, calls + 1)]
    for at, error, sticky, half in part.chance.sample(runs, min(part.share(30, 400), len(runs))):
        fault = f"call {at}, {words_of(error, sticky, half)}"
        # None of the names is the beginning of another, which a search would find as well.
        name = f"新{error}{int(sticky)}{int(half)}号{at:04}"
        control.arm(shim.FAIL, at, sticky, shim.ERRORS[error], half)
        first = call.ask("create_customer", shops.customer(name))
        control.off()
        shown = call.ask("search", {"query": name, "limit": 5})
        if "ok" not in call.ask("save_note", {"customer": 1, "text": "又好了"}):
            part.fail(f"{fault}: not usable without a restart", folder)
            call.close()
            call = opened(part, book, folder, control)
            shown = call.ask("search", {"query": name, "limit": 5})
        place = part.new_folder("look")
        found = verifier.look(shops.copy_book(book, place), recover=True)
        shutil.rmtree(place)
        there, hits = found.names.count(name), len(shops.done(shown)["hits"])
        said = "saved" if "ok" in first else first["err"]["code"]
        part.count(f"faults, answered {said}")
        part.expect(not found.wrong, lambda: f"{fault}: {found.wrong[:2]}", folder)
        part.expect(hits == there, f"{fault}: {said}, {there} in the file and {hits} found", folder)
        part.expect(there == int(said == "saved") or said == "save_unknown", f"{fault}: {said}, and {there} in the file", folder)
    part.expect(call.close() == 0, "the program does not end well")


def erasures(part):
    """The same for customers who are erased, after which the whole book is written anew: she is gone or there, in the file as in the
    search, and the open program goes on with whichever file lies there then."""
    control = shim.Shim(part)
    folder = part.new_folder("erasures")
    book = shops.new_book(part, folder)
    call = opened(part, book, folder, control)
    control.arm(shim.FAIL, 1 << 60)
    erase(call, newcomer(call, 0))
    calls, _ = control.off()
    part.count("calls of an erasure", calls)
    runs = [(at, *kind) for kind in KINDS for at in range(1, calls + 1)]
    for n, (at, error, sticky, half) in enumerate(part.chance.sample(runs, min(part.share(20, 400), len(runs))), 1):
        fault = f"call {at}, {words_of(error, sticky, half)}"
        her = newcomer(call, n)
        control.arm(shim.FAIL, at, sticky, shim.ERRORS[error], half)
        answer = erase(call, her)
        control.off()
        said = answer["err"]["code"] if "err" in answer else "erased" if answer["ok"]["cleaned"] else "erased, and not clean"
        part.count(f"faults, answered {said}")
        shown = call.ask("search", {"query": f"走{n:04}", "limit": 5})
        if "ok" not in shown or "ok" not in call.ask("save_note", {"customer": 1, "text": f"又好了{n}"}):
            part.fail(f"{fault}: not usable without a restart: {shown}", folder)
            call.close()
            call = opened(part, book, folder, control)
            continue
        place = part.new_folder("look")
        found = verifier.look(shops.copy_book(book, place), recover=True)
        shutil.rmtree(place)
        there = found.names.count(f"走{n:04}")
        part.expect(not found.wrong, lambda: f"{fault}: {found.wrong[:2]}", folder)
        part.expect(len(shown["ok"]["hits"]) == there, f"{fault}: {said}, {there} in the file and {shown} found", folder)
        part.expect(there == int("err" in answer) or said == "save_unknown", f"{fault}: {said}, and {there} in the file", folder)
        # While a fault lasts nothing can be taken away; the next erasure does it, or the next opening.
        left = [path.name for path in folder.glob("*.changing*")]
        part.expect(not left or sticky or said != "erased", f"{fault}: {said}, and {left} is left", folder)
    part.expect(call.close() == 0, "the program does not end well")
    code, out, _ = part.shuke("check", book)
    part.expect(code == 0, f"the program's own check: {code} {out[:300]}", folder)
    part.expect(not list(folder.glob("*.changing*")), "half a book is left after an opening", folder)


def newcomer(call, n):
    """A customer of whom there will be nothing left: (id, member number)."""
    asked = shops.customer(f"走{n:04}")
    asked["fields"]["member_no"] = f"Z{n:05}"
    return shops.done(call.ask("create_customer", asked))["customer"], f"Z{n:05}"


def erase(call, her):
    return call.ask("erase_customer", {"customer": her[0], "member_no": her[1], "reason": "asked"})


def opened(part, book, folder, control):
    """The program with the book open and its index loaded."""
    call = shops.Call(part, book, control.env(folder))
    shops.done(call.ask("save_note", {"customer": 1, "text": "提醒"}))
    shops.done(call.ask("search", {"query": "顾客", "limit": 5}))
    return call


def judge(part, folder, book, receipt, answer, when):
    """What a power cut at this moment would leave is whole, and holds the sale if that was said."""
    place = part.new_folder("look")
    found = verifier.look(shops.copy_book(book, place), recover=True)
    wrong = list(found.wrong)
    if "ok" in answer:
        wrong += verifier.missing(found, {receipt: answer["ok"]})
    elif receipt in found.receipts and answer["err"]["code"] != "save_unknown":
        wrong.append(f"said {answer['err']['code']}, and it is there")
    for what in wrong[:2]:
        part.fail(f"{when}: {what}", folder)
    shutil.rmtree(place)


def in_acts(part, chosen=None):
    """Every call of every other act fails in turn."""
    control = shim.Shim(part)
    for act in chosen or acts.all_acts(part):
        calls = kills.how_many(part, act, control)
        runs = [(at, *kind) for kind in KINDS for at in range(1, calls + 1)]
        for at, error, sticky, half in part.chance.sample(runs, min(act.times(8, 300), len(runs))):
            fault = f"{act.name}, call {at}, {words_of(error, sticky, half)}"
            folder = part.new_folder(act.name)
            act.set_up(folder)
            control.arm(shim.FAIL, at, sticky, shim.ERRORS[error], half)
            code, out, said = act.run(folder, env=control.env(folder))
            _, hits = control.off()
            part.count(f"{act.name}: faults" if hits else f"{act.name}: hit nothing")
            part.count(f"{act.name}: done all the same", code == 0 and hits > 0)
            part.expect(code in (0, 74), f"{fault}: exit code {code} {said[:200]}", folder)
            for what in act.judge(folder, is_done=code == 0)[:3]:
                part.fail(f"{fault}: {what}", folder)
            if not sticky and any(folder.rglob("*.making*")):
                part.fail(f"{fault}: half a file is left behind: {[p.name for p in folder.rglob('*.making*')]}", folder)
            code, out, said = act.run(folder)
            part.expect(code == 0, f"{fault}: not to be done again afterwards: {code} {out[:100]} {said[:200]}", folder)
            for what in act.judge(folder, is_done=True)[:3]:
                part.fail(f"{fault}, done again: {what}", folder)
            shutil.rmtree(folder)
