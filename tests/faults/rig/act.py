"""Something a shop does in one run of the program, and how it is told what a fault left of it."""

import shutil
import tempfile

import verifier

from . import shop as shops


class Act:
    """Something done in one run."""

    name = ""
    # How many times longer than others it takes; it is tried so much less often.
    weight = 1

    def __init__(self, part):
        self.part = part
        self.template = part.new_folder(f"template-{self.name}")
        self.shop = self.prepare(self.template)
        self.before = self.state(self.template)

    def prepare(self, folder):
        """Makes what has to be there before; the book."""
        raise NotImplementedError

    def words(self, folder):
        """The command line."""
        raise NotImplementedError

    def question(self, folder):
        """What the program is asked on its standard input."""
        return ""

    def asked(self, folder):
        """The question as an open file."""
        file = tempfile.TemporaryFile()
        file.write(self.question(folder).encode())
        file.seek(0)
        return file

    def set_up(self, folder):
        """Puts what has to be there into an empty folder."""
        shutil.copytree(self.template, folder, dirs_exist_ok=True)

    def run(self, folder, **options):
        return self.part.shuke(*self.words(folder), stdin=self.question(folder), **options)

    def look(self, folder, path, history=True):
        """What is in a file after a fault. Looked at in a copy, since looking takes back what was left half done."""
        place = self.part.new_folder("look")
        try:
            return verifier.look(shops.copy_book(path, place), recover=True, history=history)
        finally:
            shutil.rmtree(place)

    def times(self, ci, gate):
        """How often it is tried in CI and at the gate."""
        return max(2, self.part.share(ci, gate) // self.weight)

    def state(self, folder):
        """What tells whether the act took place."""
        return self.look(folder, folder / self.shop.name).operations

    def judge(self, folder, is_done):
        """What is wrong with what a fault left. `is_done` when the program had said so."""
        book = self.look(folder, folder / self.shop.name)
        wrong = list(book.wrong)
        if not wrong:
            wrong += self.judge_book(book, is_done)
        for copy in shops.copies(folder, self.shop.name):
            wrong += [f"{copy.name}: {what}" for what in self.look(folder, copy).wrong]
        return wrong

    def judge_book(self, book, is_done):
        return []
