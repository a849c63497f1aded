"""A customer is erased for good, and the whole book is written anew without her."""

import contextlib
import json
import shutil
import sqlite3
import tempfile

import sealed

from . import sealing
from . import shop as shops
from .act import Act


class Erasure(Act):
    """A customer erased for good: she is there as she was, or gone; and once the book says that it is clean no byte of her is left."""

    # A number that says nothing of her would stay: the weeks that the accountant has are told by it.
    number = "13805714217"
    marks = [f"QX{n:02}" for n in range(1, 10)] + [number]

    def __init__(self, part, encrypted=False):
        self.name, self.encrypted = ("erasure-encrypted" if encrypted else "erasure"), encrypted
        self.weight = 2 if encrypted else 1
        super().__init__(part)

    def prepare(self, folder):
        shop = shops.new_book(self.part, folder, visits=10)
        call = shops.Call(self.part, shop)
        asked = shops.customer("QX01单晓燕", ["13805714217"])
        asked["fields"] |= {"member_no": self.number, "note": "QX02", "address": "QX03"}
        self.her = shops.done(call.ask("create_customer", asked))["customer"]
        for n in (4, 5, 6):
            shops.done(call.ask("save_note", {"customer": self.her, "text": f"QX{n:02}" * 40}))
        for n in (7, 8, 9):
            told = shops.visit(self.part.chance, 0) | {"customer": self.her, "note": f"QX{n:02}"}
            shops.done(call.ask("record_visit", {"receipt": f"of-hers-{n:04}", "visit": told}))
        call.close()
        if self.encrypted:
            self.sheet = sealing.seal(self.part, folder, shop)
        return shop

    def words(self, folder):
        sheet = ["--sheet-file", folder / "sheet"] if self.encrypted else []
        return ["call", folder / self.shop.name, *sheet]

    def question(self, folder):
        # Where a fault came after the erasure itself there is nothing left to do but to write the book anew.
        gone = self.is_erased(self.look(folder, folder / self.shop.name))
        args = {} if gone else {"customer": self.her, "member_no": self.number, "reason": "asked"}
        return json.dumps({"op": "clean_file" if gone else "erase_customer", "args": args}) + "\n"

    def is_erased(self, book):
        return book.operations[-1:] == ["erase_customer"]

    def run(self, folder, **options):
        """The program ends well whatever it answered; here an answer that is no success has the exit code it would have."""
        code, out, said = super().run(folder, **options)
        if code or not out:
            return code, out, said
        answer = json.loads(out)
        done = answer.get("ok", {})
        if not options and not (done.get("cleaned") or done.get("clean")):
            return 65, out, "without a fault, and not clean"
        return (74 if "err" in answer else 0), out, said

    def look(self, folder, path, history=True):
        return sealing.look_with_sheet(self.part, path, self.sheet) if self.encrypted else super().look(folder, path, history)

    def judge(self, folder, is_done):
        wrong = super().judge(folder, is_done)
        book = folder / self.shop.name
        if wrong or not self.is_clean(book):
            return wrong
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name not in ("passphrase", "sheet"):
                wrong += [f"{mark} is still in {path.name}" for mark in self.marks if mark.encode() in self.bytes_of(path)]
        wrong += [f"{path.name} is left" for path in folder.glob("*.changing*")]
        return wrong

    def bytes_of(self, path):
        """All bytes of a file, of an encrypted one as they are under their seal."""
        if not self.encrypted or path.name != self.shop.name:
            return path.read_bytes()
        with tempfile.NamedTemporaryFile(dir=self.part.folder) as plain:
            sealed.read(path, self.sheet, plain.name)
            return plain.read()

    def is_clean(self, book):
        """Whether the book says of itself that an erasure was carried through."""
        place = self.part.new_folder("state")
        try:
            copy = shops.copy_book(book, place)
            if self.encrypted:
                sealed.read(copy, self.sheet, place / "plain")
                copy = place / "plain"
            with contextlib.closing(sqlite3.connect(copy)) as db:
                return db.execute("SELECT value FROM state WHERE key = 'erasure_unclean'").fetchone() == ("false",)
        finally:
            shutil.rmtree(place)

    def judge_book(self, book, is_done):
        if self.is_erased(book):
            left = [name for name in book.names if "QX" in name]
            return [] if book.operations == [*self.before, "erase_customer"] and not left else [f"half erased: {left} {book.operations[-3:]}"]
        return [] if book.operations == self.before and not is_done else [f"operations {book.operations[-3:]}, done: {is_done}"]
