"""Rows 5 and 6: a flipped bit, a cut file, a file of somebody else. Refused or noticed, never a crash, never taken for a new book."""

import hashlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import time
import zlib

import sealed
import verifier

from . import sealing
from . import shop as shops
from .part import PATIENCE, crashed


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def flips(part):
    """One bit flipped anywhere. The check notices it, or no total of the book is another; in an encrypted book it notices each."""
    folder = part.new_folder("flips")
    book = shops.new_book(part, folder, visits=60)
    whole = book.read_bytes()
    expected = verifier.look(book).sums
    place = part.new_folder("flipped")
    for _ in range(part.share(100, 1000)):
        bit = part.chance.randrange(len(whole) * 8)
        content = bytearray(whole)
        content[bit // 8] ^= 1 << bit % 8
        target = place / "shop.shuke"
        target.write_bytes(content)
        code, out, said = timed(part, f"bit {bit}", "check", target, image=target)
        where = f"byte {bit // 8}, bit {bit % 8}"
        part.expect(code in (0, 65, 74), f"{where}: exit code {code} {said[:200]}", target)
        if code == 0:
            # In a plain file a letter of a name may be another and nobody can know; a total never.
            found = verifier.look(target)
            part.count("not noticed, no total another")
            part.count("of these, something else is not as it was", bool(found.wrong))
            part.expect(found.sums == expected, lambda: f"{where}: passed, and {differing(found, expected)}", target)
            continue
        refused = not out
        part.count("refused at opening" if refused else "noticed by the check")
        if refused:
            part.expect(target.read_bytes() == bytes(content), f"{where}: refused, and the file was changed", target)
        for left in place.iterdir():
            left.unlink()
    flips_encrypted(part)


def flips_encrypted(part):
    """One bit flipped anywhere in an encrypted book: the program notices each, and so does a reader that is not ours."""
    folder = part.new_folder("flips")
    book = shops.new_book(part, folder, visits=60)
    letters = sealing.seal(part, folder, book)
    whole = book.read_bytes()
    if sealed.is_possible():
        part.expect(not sealing.look_with_sheet(part, book, letters).wrong, "the whole book does not read as whole")
    else:
        part.count("no libcrypto here: looked at by the program alone")
    place = part.new_folder("flipped")
    for bit in [*range(0, 8 * sealed.SALT, 9), *(part.chance.randrange(len(whole) * 8) for _ in range(part.share(50, 500)))]:
        content = bytearray(whole)
        content[bit // 8] ^= 1 << bit % 8
        target = place / "shop.shuke"
        target.write_bytes(content)
        where = f"encrypted, byte {bit // 8}, bit {bit % 8}"
        code, out, said = timed(part, where, "check", target, "--sheet-file", folder / "sheet", image=target)
        part.expect(code in (65, 74, 77), f"{where}: exit code {code}, went unnoticed {said[:200]}", target)
        part.count("encrypted: noticed by the check" if out else "encrypted: refused at opening")
        if not out:
            part.expect(target.read_bytes() == bytes(content), f"{where}: refused, and the file was changed", target)
        if sealed.is_possible():
            target.write_bytes(content)
            part.expect(sealed.read(target, letters, place / "plain"), f"{where}: another reader takes it for whole", target)
        for left in place.iterdir():
            left.unlink()


def differing(found, expected):
    return found.wrong[:2], [name for name in expected if found.sums.get(name) != expected[name]]


def timed(part, what, *words, image=None, stdin=""):
    """Runs the program, holds it to ending by itself, and notes the longest it took: on a busy machine more than where it counts."""
    began = time.monotonic()
    try:
        code, out, said = part.shuke(*words, stdin=stdin)
    except subprocess.TimeoutExpired:
        part.fail(f"{what}: no end after {PATIENCE} s", image)
        return 0, "", ""
    part.slowest = max(part.slowest, (time.monotonic() - began, what))
    part.expect(not crashed(code), f"{what}: crashed, {code} {said[-300:]}", image)
    return code, out, said


def cut_and_foreign(part):
    """Cut and foreign files: refused by everything that opens a book, and left byte for byte as they were."""
    folder = part.new_folder("cut")
    whole = shops.new_book(part, folder, visits=10).read_bytes()
    cases = {f"cut to {n}": whole[:n] for n in lengths(part, len(whole))}
    cases |= foreign(part, folder, whole)
    for name, content in cases.items():
        place = part.new_folder("case")
        target = place / "shop.shuke"
        target.write_bytes(content)
        before = digest(target)
        for words in (["check", target], ["call", target], ["backup", target, "--to", place], ["find", target, "顾客"]):
            code, _, said = timed(part, f"{name}: {words[0]}", *words, image=target)
            # What has no form at all may be an encrypted book, for which a passphrase is asked.
            allowed = (65, 74, 77) if name in FORMLESS else (65, 74)
            part.expect(code in allowed, f"{name}: {words[0]} ends with {code} {said[:200]}", target)
            part.expect(digest(target) == before, f"{name}: {words[0]} changed the file", target)
        code, _, said = timed(part, f"{name}: init", "init", target, "--name", "新店", "--trade", "cafe", image=target)
        part.expect(code == 74 and digest(target) == before, f"{name}: init wrote over it: {code} {said[:200]}", target)
        part.expect(sorted(place.iterdir()) == [target], f"{name}: something else was left: {sorted(place.iterdir())}", place)
        part.count("cut files" if name.startswith("cut") else "foreign files")
        shutil.rmtree(place)
    code, _, _ = timed(part, "a folder", "check", folder)
    part.expect(code in (65, 74), f"a folder as a book: {code}")
    code, _, _ = timed(part, "nothing there", "check", folder / "nothing.shuke")
    part.expect(code == 66 and not (folder / "nothing.shuke").exists(), f"no file: {code}")


def lengths(part, whole):
    fixed = [0, 1, 15, 16, 99, 100, 511, 512, 4095, 4096, whole // 2, whole - 4096, whole - 1]
    return fixed + [part.chance.randrange(whole) for _ in range(part.share(6, 60))]


FORMLESS = ("noise", "a packed file", "a picture")


def foreign(part, folder, whole):
    """Files that are something else, under our ending."""
    other = folder / "other.db"
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE visit (id INTEGER PRIMARY KEY, total INTEGER)")
    db.execute("INSERT INTO visit VALUES (1, 100)")
    db.commit()
    db.close()
    return {
        "of another program": other.read_bytes(),
        "nothing but zeros": bytes(4096),
        "one zero": b"\0",
        "noise": part.chance.randbytes(len(whole)),
        "a table of text": "会员号,姓名\nM1,王\n".encode() * 500,
        "a packed file": zlib.compress(whole),
        "the name of the format and noise": b"SQLite format 3\0" + part.chance.randbytes(8192),
        "a picture": b"\x89PNG\r\n\x1a\n" + part.chance.randbytes(5000),
        "longer by a byte": whole + b"\0",
        "longer by a page": whole + bytes(4096),
    }


def read_only(part):
    """Row 16: a file that may not be written is not written, and the program says why. As root nothing is read-only, so by another user."""
    folder = part.new_folder("read-only")
    book = shops.new_book(part, folder)
    before = digest(book)
    for target, mode, name in ((book, 0o444, "file"), (folder, 0o555, "folder")):
        os.chmod(folder, 0o755)
        os.chmod(part.folder, 0o755)
        os.chmod(book, 0o666)
        os.chmod(target, mode)
        options = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        code, _, said = part.shuke("call", book, stdin='{"op":"shop_info"}\n', **options)
        os.chmod(folder, 0o755)
        part.expect(code in (0, 74) and not crashed(code), f"read-only {name}: {code} {said[:200]}")
        part.expect(digest(book) == before, f"read-only {name}: it was changed")
        part.count(f"read-only {name}: exit code {code}")
