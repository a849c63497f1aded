"""One part of the rig while it runs: its numbers by chance, its folder, its counts and its failures."""

import collections
import os
import pathlib
import random
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
KEPT = ROOT / "tests/out/faults"
# No answer of the program takes longer; one that does hangs.
PATIENCE = 60


def quick_folder():
    """A folder in memory where there is room, so that the rig waits for no disk; what is tested is the order of calls, not the disk."""
    memory = pathlib.Path("/dev/shm")
    has_room = memory.is_dir() and shutil.disk_usage(memory).free > 200 << 20
    return pathlib.Path(tempfile.mkdtemp(prefix="shuke-faults-", dir=memory if has_room else None)).resolve()


class Part:
    """A part's surroundings. The same name, seed and size give the same numbers by chance."""

    def __init__(self, name, seed, gate, program):
        self.name, self.seed, self.gate = name, seed, gate
        self.program = str(program)
        self.chance = random.Random(f"{seed} {name}")
        self.folder = quick_folder()
        self.counts = collections.Counter()
        self.failures = []
        self.slowest = (0, "")

    def share(self, ci, gate):
        """How many in CI and how many at the gate."""
        return gate if self.gate else ci

    def count(self, what, n=1):
        self.counts[what] += n

    def fail(self, what, image=None):
        """Notes a failure and keeps the file or folder that shows it, the first few of them."""
        kept = ""
        if image is not None and len(self.failures) < 5 and pathlib.Path(image).exists():
            place = KEPT / f"{self.name}-{self.seed}-{len(self.failures) + 1}"
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir(parents=True)
            image = pathlib.Path(image)
            copy = shutil.copytree if image.is_dir() else shutil.copy2
            copy(image, place / image.name)
            kept = f" (kept in {place.relative_to(ROOT)})"
        self.failures.append(f"{what}{kept}")

    def expect(self, holds, what, image=None):
        """Counts a failure unless it holds, and says whether it does."""
        if not holds:
            self.fail(what() if callable(what) else what, image)
        return holds

    def new_folder(self, name="run"):
        return pathlib.Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.folder))

    def shuke(self, *args, env=None, stdin="", limit=PATIENCE, **options):
        """Runs the program to its end: (exit code, standard output, standard error). A crash has a code below 0."""
        words = [self.program, *map(str, args)]
        env = os.environ | {"RUST_BACKTRACE": "0"} | (env or {})
        done = subprocess.run(words, input=stdin.encode(), capture_output=True, timeout=limit, env=env, **options)
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def end(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def crashed(code):
    """Whether a program ended by a signal or a panic instead of by its own decision."""
    return code < 0 or code == 101
