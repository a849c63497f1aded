"""A disk that can lose its power: what a program wrote and synced, and every state it may be found in afterwards."""

import hashlib
import pathlib

SECTOR = 512


class File:
    """A file's content on the disk, and what was written since and not synced."""

    def __init__(self, content=b""):
        self.durable = bytes(content)
        self.now = bytearray(content)
        self.pending = []

    def write(self, at, data):
        self.pending.append((at, data))
        apply(self.now, at, data)

    def truncate(self, length):
        self.pending.append((length, None))
        apply(self.now, length, None)

    def sync(self):
        self.durable = bytes(self.now)
        self.pending = []

    def torn(self, chance):
        """What was not synced got through in part: some writes, and of each some sectors, in any order."""
        content = bytearray(self.durable)
        for at, data in self.pending:
            if chance.random() < 0.5:
                continue
            if data is None or chance.random() < 0.5:
                apply(content, at, data)
                continue
            begin = 0
            while begin < len(data):
                end = min(len(data), begin + SECTOR - (at + begin) % SECTOR)
                if chance.random() < 0.5:
                    apply(content, at + begin, data[begin:end])
                elif at + end > len(content):
                    # The file grew, and what it grew by was never written: anything may stand there.
                    filler = bytes(end - begin) if chance.random() < 0.5 else chance.randbytes(end - begin)
                    apply(content, at + begin, filler)
                begin = end
        return bytes(content)


def apply(content, at, data):
    if data is None:
        del content[at:]
        content.extend(bytes(at - len(content)))
        return
    if at > len(content):
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


class Disk:
    """The files below a folder, from when it was at rest, through every recorded call."""

    def __init__(self, folder):
        self.folder = str(folder)
        self.names = {str(path): File(path.read_bytes()) for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()}
        self.durable_names = dict(self.names)
        self.pending = []  # names given and taken away since their folder was synced
        self.open = {}
        self.printed = b""

    def take(self, record):
        """One recorded call; whether it changed what may be found."""
        kind, handle, position, data = record
        if kind == "A":
            self.printed += data
            return False
        if kind in "OCZ":
            path = data.decode()
            if kind == "C" and path not in self.names:
                self.name(path, File())
            self.open[handle] = self.names.get(path, path)
            if kind == "Z":
                self.open[handle].truncate(0)
        elif kind == "W":
            self.open[handle].write(position, data)
        elif kind == "T":
            self.open[handle].truncate(position)
        elif kind == "S" and isinstance(self.open[handle], File):
            self.open[handle].sync()
        elif kind == "S":
            self.sync_folder(self.open[handle])
        elif kind == "U":
            self.name(data.decode(), None)
        elif kind in "RL":
            source, target = data[:position].decode(), data[position + 1 :].decode()
            file = self.names.get(source)
            if kind == "R":
                self.name(source, None, target)
            else:
                self.name(target, file)
        return kind != "O"

    def name(self, path, file, target=None):
        """Gives a file a name, takes one away, or moves one, which is both at once."""
        change = [(path, file)] if target is None else [(path, None), (target, self.names[path])]
        self.pending.append(change)
        settle(self.names, change)

    def sync_folder(self, folder):
        kept = []
        for change in self.pending:
            if any(str(pathlib.Path(path).parent) == folder for path, _ in change):
                settle(self.durable_names, change)
            else:
                kept.append(change)
        self.pending = kept

    def state(self, which, chance):
        """What may be found after a power cut now: nothing of what was not synced, all of it, or some by chance: {name: content}."""
        if which == "none":
            return {path: file.durable for path, file in self.durable_names.items()}
        if which == "all":
            return {path: bytes(file.now) for path, file in self.names.items()}
        names = dict(self.durable_names)
        for change in self.pending[: chance.randint(0, len(self.pending))]:
            settle(names, change)
        return {path: file.torn(chance) for path, file in names.items()}

    def put(self, state, folder):
        """Writes a state into another folder."""
        for path, content in state.items():
            target = pathlib.Path(folder) / pathlib.Path(path).relative_to(self.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def settle(names, change):
    for path, file in change:
        if file is None:
            names.pop(path, None)
        else:
            names[path] = file


def digest(state):
    """A short name of a state."""
    sums = hashlib.blake2b(digest_size=16)
    for path in sorted(state):
        sums.update(path.encode() + b"\0" + len(state[path]).to_bytes(8, "little"))
        sums.update(state[path])
    return sums.digest()
