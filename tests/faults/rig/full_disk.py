"""Row 4: the disk fills up. Reading goes on, nothing half is left under a final name, and once there is room the next save works.

The disk is one of a few MiB in memory, in a user namespace of our own. Where that is not allowed, files may not grow beyond a limit
instead, which is said in the counts.
"""

import datetime
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys

import verifier

from . import acts, disk_errors
from . import shop as shops

SIZE = 4 << 20


def fills(part):
    """Runs this part inside a namespace with a small disk, or here with a limit on the size of files."""
    if os.environ.get("SHUKE_RIG_SMALL_DISK"):
        return on_small_disk(part, pathlib.Path(os.environ["SHUKE_RIG_SMALL_DISK"]))
    point = part.new_folder("small")
    inside = f'mount -t tmpfs -o size={SIZE},mode=700 none "{point}" && exec "$@"'
    words = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", inside, "sh"]
    if subprocess.run([*words, "true"], capture_output=True, check=False).returncode:
        part.count("no small disk allowed here: a limit on the size of files instead")
        return within_limit(part, point)
    main = pathlib.Path(__file__).resolve().parents[1] / "run"
    words += [sys.executable, str(main), "--seed", str(part.seed), "--only", part.name, "--program", part.program, "--raw"]
    env = os.environ | {"SHUKE_RIG_SMALL_DISK": str(point)}
    done = subprocess.run([*words, *(["--gate"] if part.gate else [])], env=env, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout.splitlines()[-1]) if done.stdout else {"counts": {}, "failures": [f"inside: {done.stderr[-500:]}"]}
    part.counts.update(told["counts"])
    part.failures += told["failures"]
    return None


class SmallDisk:
    """A small disk, and a file that fills it."""

    def __init__(self, folder):
        self.folder, self.filler = folder, folder / "filler"

    def fill(self, left):
        """Leaves so many bytes of room."""
        with open(self.filler, "wb") as file:
            stat = os.statvfs(self.folder)
            file.write(bytes(max(0, stat.f_bavail * stat.f_frsize - left)))

    def free(self):
        self.filler.unlink(missing_ok=True)

    def begin(self):
        return None


class Limit:
    """Instead of a small disk: no file of a program started under it grows beyond a size."""

    def __init__(self, folder):
        self.folder, self.size = folder, None

    def fill(self, left):
        largest = max((path.stat().st_size for path in self.folder.rglob("*") if path.is_file()), default=0)
        self.size = largest + left if left % 2 else max(4096, left)

    def free(self):
        self.size = None

    def begin(self):
        if self.size:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.size, resource.RLIM_INFINITY))


def on_small_disk(part, folder):
    space = SmallDisk(folder)
    sales(part, space)
    in_acts(part, space)


def within_limit(part, folder):
    in_acts(part, Limit(folder))


def sales(part, space):
    """The disk fills up while the book is open; the sale is tried again when there is room."""
    folder = space.folder / "sales"
    folder.mkdir()
    book = shops.new_book(part, folder, visits=5)
    call = shops.Call(part, book)
    refused = 0
    for n in range(part.share(15, 50)):
        left = part.chance.choice([0, 0, 4096, 16_384, part.chance.randrange(200_000)])
        space.fill(left)
        receipt = f"full-{n:04}"
        question = shops.sale(part.chance, receipt, 5)
        first = call.ask("record_visit", question)
        refused += "err" in first
        if "err" in first:
            part.count(f"sales refused: {first['err']['code']}")
        disk_errors.judge(part, folder, book, receipt, first, f"{left} bytes left")
        for op, args in (("search", {"query": "顾客", "limit": 5}), ("customer_page", {"customer": 1})):
            read = call.ask(op, args)
            part.expect("ok" in read, f"{left} bytes left: {op}: {read}")
        elsewhere = part.folder / f"table-{n}.csv"
        export = {"table": "customers", "path": str(elsewhere)}
        told = call.ask("export_table", export)
        # Who took data out is noted in the log; an export that cannot be noted is refused.
        full = "ok" not in told and told["err"]["code"] in ("disk_full", "not_saved")
        part.expect("ok" in told or full, f"{left} bytes left: export to another disk: {told}")
        part.expect("ok" in told or not elsewhere.exists(), f"{left} bytes left: refused, and the export is there: {told}")
        part.count("exports refused, since they could not be noted" if full else "exports to another disk")
        # The present week: a preview, noted in the log like every file that leaves.
        week = "{}-W{:02}".format(*datetime.date.today().isocalendar()[:2])
        told = call.ask("export_week", {"week": week, "folder": str(part.folder)})
        full = "ok" not in told and told["err"]["code"] in ("disk_full", "not_saved")
        part.expect("ok" in told or full, f"{left} bytes left: a week to another disk: {told}")
        handed = part.folder / week
        part.expect("ok" in told or not handed.exists(), f"{left} bytes left: refused, and the week is there: {told}")
        part.count("weeks refused, since they could not be noted" if full else "weeks to another disk")
        shutil.rmtree(handed, ignore_errors=True)
        space.free()
        told = call.ask("export_table", export)
        part.expect("ok" in told, f"{left} bytes were left, and now there is room: export: {told}")
        again = call.ask("record_visit", question)
        if part.expect("ok" in again, f"{left} bytes were left, and now there is room: {again}", folder):
            disk_errors.judge(part, folder, book, receipt, again, "with room again")
        part.count("fills at a sale")
        if len(part.failures) > 5:
            break
    part.expect(refused > 3, "hardly a sale was refused: nothing was tested")
    call.close()
    for what in verifier.look(book).wrong[:3]:
        part.fail(f"at the end: {what}", folder)
    shutil.rmtree(folder)


def in_acts(part, space):
    """The disk is full, or fills up, in the middle of an act; with room again it is done."""
    for act in acts.all_acts(part):
        for _ in range(act.times(4, 50)):
            folder = space.folder / "act"
            folder.mkdir()
            act.set_up(folder)
            left = part.chance.choice([0, part.chance.randrange(60_000), part.chance.randrange(1_200_000)])
            space.fill(left)
            code, out, said = act.run(folder, preexec_fn=space.begin)
            space.free()
            part.count(f"{act.name}: {'refused' if code else 'done all the same'}")
            part.expect(code in (0, 74), f"{act.name}, {left} bytes left: exit code {code} {said[:200]}", folder)
            for what in act.judge(folder, is_done=code == 0)[:3]:
                part.fail(f"{act.name}, {left} bytes left: {what}", folder)
            if any(folder.rglob("*.making*")):
                part.fail(f"{act.name}, {left} bytes left: half a file stays: {[p.name for p in folder.rglob('*.making*')]}", folder)
            code, out, said = act.run(folder)
            part.expect(code == 0, f"{act.name}, with room again: {code} {out[:100]} {said[:200]}", folder)
            for what in act.judge(folder, is_done=True)[:3]:
                part.fail(f"{act.name}, with room again: {what}", folder)
            shutil.rmtree(folder)
