"""Row 1: the program is killed. Nothing that was acknowledged is lost, nothing is half."""

import shutil
import subprocess
import time

import verifier

from . import acts, shim
from . import shop as shops


def sales(part):
    """Killed at random, 5 to 300 ms after its start or after it opened the book, while sales come one after the other."""
    folder = part.new_folder("sales")
    customers = 5
    book = shops.new_book(part, folder, customers)
    acknowledged, kills = {}, part.share(50, 600)
    for n in range(1, kills + 1):
        call = shops.Call(part, book)
        opened = part.chance.randrange(6) > 0
        if opened and "ok" not in call.ask("shop_info"):
            return part.fail(f"round {n}: the book does not open", folder)
        end = time.monotonic() + part.chance.uniform(0.005, 0.3)
        asked, answers = 0, []
        while (left := end - time.monotonic()) > 0:
            # Two are always under way, so that the next save begins at once.
            if asked < len(answers) + 2:
                asked += 1
                receipt = f"round-{n}-{asked}"
                if not call.send("record_visit", shops.sale(part.chance, receipt, customers), receipt):
                    break
            answer = call.next(min(left, 0.005))
            if answer is not None:
                answers.append(answer)
        call.kill()
        part.count("kills while opening" if not opened else "kills in sales" if asked > len(answers) else "kills between sales")
        # What was printed before the kill was promised, read or not.
        for answer in [*answers, *call.rest()]:
            if answer["id"] in (1, None):
                continue
            if not part.expect("ok" in answer, f"round {n}: {answer}"):
                continue
            acknowledged[answer["id"]] = answer["ok"]
        if n % 25 == 0 or n == kills:
            judge_sales(part, folder, book, acknowledged, n)
            if part.failures:
                return None
    part.expect(len(acknowledged) > kills, f"only {len(acknowledged)} sales: nothing was tested")
    part.count("sales acknowledged", len(acknowledged))
    code, out, _ = part.shuke("check", book)
    part.expect(code == 0, f"the program's own check: {code} {out[:300]}", folder)
    part.expect(not book.with_name(book.name + "-journal").exists(), "a journal is left after a clean exit")
    return None


def judge_sales(part, folder, book, acknowledged, kills):
    place = part.new_folder("look")
    found = verifier.look(shops.copy_book(book, place), recover=True)
    wrong = found.wrong + verifier.missing(found, acknowledged)
    extra = len(found.receipts) - len(acknowledged)
    if not 0 <= extra <= kills:
        wrong.append(f"{extra} sales that nobody was told of, after {kills} kills")
    for what in wrong[:3]:
        part.fail(f"after {kills} kills: {what}", folder)
    shutil.rmtree(place)


# Kills at the gate where it is not 50.
GATE = {"backup": 150, "restore": 100, "upgrade-v1": 100, "upgrade-v2": 100, "upgrade-v3": 100}


def at_times(part):
    """Every other act, killed at a random moment of its time."""
    for act in acts.all_acts(part):
        took = how_long(act)
        for _ in range(act.times(4, GATE.get(act.name, 50))):
            folder = part.new_folder(act.name)
            act.set_up(folder)
            process = subprocess.Popen(
                [part.program, *map(str, act.words(folder))], stdin=act.asked(folder), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            time.sleep(part.chance.uniform(0, 1.2 * took))
            process.kill()
            process.communicate()
            after(part, act, folder, process.returncode == 0)
            part.count(f"{act.name}: kills at random" if process.returncode < 0 else f"{act.name}: too late to kill")


def how_long(act):
    folder = act.part.new_folder(act.name)
    act.set_up(folder)
    began = time.monotonic()
    act.run(folder)
    shutil.rmtree(folder)
    return time.monotonic() - began


def at_calls(part, chosen=None):
    """Every other act, killed before or in the middle of its n-th write, sync, truncation, rename or removal."""
    control = shim.Shim(part)
    for act in chosen or acts.all_acts(part):
        calls = how_many(part, act, control)
        points = range(1, calls + 1)
        points = sorted(part.chance.sample(points, min(act.times(8, len(points)), calls)))
        for at in points:
            folder = part.new_folder(act.name)
            act.set_up(folder)
            control.arm(shim.KILL, at, half=part.chance.random() < 0.5)
            code, out, _ = act.run(folder, env=control.env(folder))
            control.off()
            if part.expect(code < 0, f"{act.name} at call {at}: not killed: {code} {out[:100]}"):
                after(part, act, folder, is_done=False)
            part.count(f"{act.name}: kills at a call")
        part.count(f"{act.name}: calls in all", calls)


def how_many(part, act, control):
    """How many calls an act makes that a fault can hit."""
    folder = part.new_folder(act.name)
    act.set_up(folder)
    control.arm(shim.FAIL, 1 << 60)
    code, out, said = act.run(folder, env=control.env(folder))
    calls, _ = control.off()
    part.expect(code == 0, f"{act.name} without a fault: {code} {out[:200]} {said[:200]}", folder)
    for what in act.judge(folder, is_done=True)[:3]:
        part.fail(f"{act.name} without a fault: {what}", folder)
    shutil.rmtree(folder)
    return calls


def after(part, act, folder, is_done):
    """What a kill left is whole, and the act can be done again."""
    for what in act.judge(folder, is_done)[:3]:
        part.fail(f"{act.name} killed: {what}", folder)
    code, out, said = act.run(folder)
    again = [] if code == 0 else [f"{code} {out[:200]} {said[:200]}"]
    for what in (again + act.judge(folder, is_done=True))[:3]:
        part.fail(f"{act.name} done again after a kill: {what}", folder)
    shutil.rmtree(folder)
