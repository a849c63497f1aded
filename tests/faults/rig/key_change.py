"""The key of a book is changed: it is encrypted, or made plain again."""

from . import sealing
from . import shop as shops
from .act import Act


class ChangeKey(Act):
    """A plain book encrypted, or an encrypted one made plain: under the one key or the other, whole."""

    weight = 12  # of finding keys, which is meant to be slow

    def __init__(self, part, encrypts):
        self.name, self.encrypts = ("encrypt" if encrypts else "decrypt"), encrypts
        super().__init__(part)

    def prepare(self, folder):
        shop = shops.new_book(self.part, folder, visits=10)
        if self.encrypts:
            (folder / "passphrase").write_text(sealing.PASSPHRASE)
        else:
            self.sheet = sealing.seal(self.part, folder, shop)
        return shop

    def command(self, folder, name):
        option = {"encrypt": "--new-passphrase-file"}.get(name, "--passphrase-file")
        return [name, folder / self.shop.name, option, folder / "passphrase"]

    def words(self, folder):
        # Where a fault came after the change there is nothing left to do but to open it.
        begins_so = sealing.is_plain(folder / self.shop.name) == self.encrypts
        return self.command(folder, self.name if begins_so else "check")

    def look(self, folder, path, history=True):
        if sealing.is_plain(path):
            return super().look(folder, path, history)
        return sealing.look(self.part, path, self.template / "passphrase", None if self.encrypts else self.sheet)

    def judge(self, folder, is_done):
        wrong = super().judge(folder, is_done)
        if is_done and sealing.is_plain(folder / self.shop.name) == self.encrypts:
            wrong.append("said to be done, and is as before")
        return wrong

    def judge_book(self, book, is_done):
        return [] if book.operations == self.before else [f"operations {book.operations[-3:]}"]
