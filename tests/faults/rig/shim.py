"""The preload shim from Python: compiled at the first use, told what to do through a page of shared memory."""

import errno
import mmap
import pathlib
import struct
import subprocess

SOURCE = pathlib.Path(__file__).resolve().parents[1] / "shim.c"
FIELDS = struct.Struct("=IIIIQQQ")
AHEAD = struct.Struct("=q")
OFF, FAIL, KILL = 0, 1, 2
ERRORS = {"EIO": errno.EIO, "ENOSPC": errno.ENOSPC}
RECORD = struct.Struct("=cxxxIQQ")


def compiled(folder):
    """The shim as a library in a folder."""
    library = pathlib.Path(folder) / "shim.so"
    if not library.exists():
        words = ["gcc", "-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o", str(library), str(SOURCE)]
        subprocess.run([*words, "-ldl", "-lpthread"], check=True)
    return library


class Shim:
    """One control page, for the programs started with `env`."""

    def __init__(self, part):
        self.library = compiled(part.folder)
        self.path = part.new_folder("shim") / "control"
        self.path.write_bytes(bytes(FIELDS.size + AHEAD.size))
        with open(self.path, "r+b") as file:
            self.page = mmap.mmap(file.fileno(), FIELDS.size + AHEAD.size)

    def env(self, under, log=None):
        """The environment of a program whose calls on files below a folder are watched."""
        env = {"LD_PRELOAD": str(self.library), "SHUKE_RIG_CONTROL": str(self.path), "SHUKE_RIG_UNDER": str(under)}
        return env | ({"SHUKE_RIG_LOG": str(log)} if log else {})

    def arm(self, mode, at, sticky=False, error=0, half=False):
        """From now on the n-th call is hit."""
        self.page[: FIELDS.size] = FIELDS.pack(OFF, sticky, error, half, at, 0, 0)
        self.page[:4] = struct.pack("=I", mode)

    def set_ahead(self, seconds):
        """The programs' clock is so far ahead from now on."""
        self.page[FIELDS.size :] = AHEAD.pack(seconds)

    def off(self):
        """The fault ends. How many calls there were, and how many were hit."""
        self.page[:4] = struct.pack("=I", OFF)
        *_, count, hits = FIELDS.unpack(self.page[: FIELDS.size])
        return count, hits


def records(log):
    """What the shim wrote down: (kind, handle, position, bytes) in order."""
    data, at = pathlib.Path(log).read_bytes(), 0
    while at + RECORD.size <= len(data):
        kind, handle, position, length = RECORD.unpack_from(data, at)
        at += RECORD.size
        yield kind.decode(), handle, position, data[at : at + length]
        at += length
