"""A storm of mixed work at the counter: sales, new customers, corrections, voids, undo, points, notes, copies."""

from . import shop as shops


class Storm:
    """Questions by chance, each made of what the answers before said."""

    def __init__(self, chance, customers, folder):
        self.chance, self.folder = chance, folder
        self.customers = list(range(1, customers + 1))
        self.live = []  # visits that can be corrected or voided
        self.undoable = []
        self.asked = 0

    def question(self):
        """The next: (operation, arguments, whether it writes an entry of the history)."""
        self.asked += 1
        roll = self.chance.random()
        if roll < 0.10:
            return "create_customer", shops.customer(f"新客{self.asked}", [f"138{self.asked:08}"]), True
        if roll < 0.20 and self.live:
            corrected = shops.visit(self.chance, 0) | {"customer": self.chance.choice(self.customers)}
            return "correct_visit", {"visit": self.chance.choice(self.live), "corrected": corrected, "reason": "记错了"}, True
        if roll < 0.28 and self.live:
            visit = self.live.pop(self.chance.randrange(len(self.live)))
            return "void_visit", {"visit": visit, "reason": "退了"}, True
        if roll < 0.36:
            moved = {"points": self.chance.choice([50, -20]), "reason": "补", "expires": False}
            return "adjust_points", {"customer": self.chance.choice(self.customers), **moved}, True
        if roll < 0.42 and self.undoable:
            return "undo", {"operation": self.undoable.pop()}, True
        if roll < 0.50:
            return "save_note", {"customer": self.chance.choice(self.customers), "text": f"提醒{self.asked}"}, True
        if roll < 0.55 and self.folder:
            return "back_up", {"folder": str(self.folder)}, False
        return "record_visit", shops.sale(self.chance, f"storm-{self.asked:06}", len(self.customers)), True

    def heard(self, op, args, answer):
        """Takes note of an answer."""
        ok = answer.get("ok", {})
        if op == "create_customer" and ok:
            self.customers.append(ok["customer"])
        if op == "record_visit" and ok:
            self.live.append(ok["visit"])
            self.undoable = []
        if op in ("adjust_points", "void_visit"):
            # What came after a correction may hold its undo back.
            self.undoable = []
        if op == "correct_visit" and ok:
            self.undoable = [ok["operation"]]
