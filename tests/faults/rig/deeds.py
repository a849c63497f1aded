"""What happens in a shop in months, by chance: what people do at the counter and in the evening, each made of what is in the book."""

import contextlib
import datetime
import sqlite3

from .shop import yuan

NAMES = ["单晓燕", "曾可", "欧阳娜娜", "仇英", "张小梅", "王丽", "李雪", "Anna", "陈静", "解珍"]
TAGS = ["熟客", "爱裙", "怕冷", "邻居"]
SHOP_TIME = datetime.timezone(datetime.timedelta(hours=8))
DAY = 86_400


class Deeds:
    """Everything a shop does, one deed at a time. `ask` is how: (operation, arguments) -> what it answered, None if it was refused."""

    def __init__(self, part, ask, book, folder, control):
        self.part, self.chance, self.ask, self.book, self.folder, self.control = part, part.chance, ask, book, folder, control
        self.ahead, self.receipts, self.files = 0, 0, 0
        self.phones = [f"138{self.chance.randrange(10**8):08}" for _ in range(25)]
        weighed = {
            self.sale: 14, self.brought_back: 6, self.correction: 3, self.void: 3, self.undo: 5, self.new_customer: 4, self.archive_edited: 3,
            self.status: 2, self.merge: 2, self.levels: 1, self.review: 2, self.points_rules: 1, self.points: 4, self.voucher: 3,
            self.benefit: 2, self.complaint: 3, self.event: 3, self.tasks: 3, self.thanks: 2, self.tables: 1, self.days: 5, self.profile: 2,
            self.contact: 3, self.relation: 1, self.level: 1, self.small_things: 6, self.week: 1,
        }  # fmt: skip
        self.deeds, self.weights = list(weighed), list(weighed.values())

    def next(self):
        """One deed."""
        self.chance.choices(self.deeds, self.weights)[0]()

    # -- looking into the book, which nobody writes while no question is open
    def rows(self, sql, *values):
        with contextlib.closing(sqlite3.connect(f"file:{self.book}?mode=ro&immutable=1", uri=True)) as db:
            db.row_factory = sqlite3.Row
            return [dict(row) for row in db.execute(sql, values)]

    def one(self, sql, *values):
        rows = self.rows(sql, *values)
        return self.chance.choice(rows) if rows else None

    def id_of(self, table):
        row = self.one(f"SELECT id FROM {table}")
        return row and row["id"]

    def who(self):
        return self.id_of("customer")

    def several(self, most=4):
        ids = [row["id"] for row in self.rows("SELECT id FROM customer WHERE status = 'active'")] or [self.who()]
        return self.chance.sample(ids, min(len(ids), self.chance.randint(1, most)))

    def day(self, back=0):
        now = datetime.datetime.now(SHOP_TIME) + datetime.timedelta(seconds=self.ahead)
        return (now.date() - datetime.timedelta(days=back)).isoformat()

    def maybe(self, value, chance=0.5):
        return value if self.chance.random() < chance else None

    # -- the archive
    def fields(self, referrer=True):
        chance = self.chance
        birthday = {"calendar": chance.choice(["solar", "solar", "lunar"]), "year": chance.choice([None, 1990, 2010]), "leap": False}
        birthday |= {"month": chance.randint(1, 12), "day": chance.randint(1, 28)}
        return {
            "name": chance.choice(NAMES) + chance.choice(["", "一", "二"]), "phones": chance.sample(self.phones, chance.choice([0, 1, 1, 2])),
            "gender": chance.choice([None, "f", "m"]), "birthday": self.maybe(birthday, 0.7), "wechat": chance.choice([None, "wx_1", "wx_2"]),
            "referrer": self.maybe(self.who(), 0.3) if referrer else None, "staff": self.maybe(self.id_of("staff")),
            "note": self.maybe("喜欢真丝"), "joined_on": self.maybe(self.day(chance.randint(0, 300))), "source": self.maybe("老客介绍"),
        }  # fmt: skip

    def new_customer(self):
        tags = self.chance.sample(TAGS, self.chance.choice([0, 1]))
        self.ask("create_customer", {"fields": self.fields(), "confirm_phone": True, "answers": [], "tags": tags})

    def archive_edited(self):
        self.ask("update_customer", {"customer": self.who(), "fields": self.fields(), "confirm_phone": True})

    def status(self):
        status = self.chance.choice(["active", "active", "active", "archived", "cancelled"])
        self.ask("set_status", {"customer": self.who(), "status": status})

    def merge(self):
        pair = self.several(20)[:2]
        if len(pair) == 2:
            self.ask("merge_customers", {"keep": pair[0], "from": pair[1], "fields": self.fields(referrer=False)})

    def relation(self):
        pair = self.several(20)
        kind = self.chance.choice(["spouse", "friend", "parent"])
        self.ask("save_relation", {"customer": pair[0], "other": pair[-1], "kind": kind})

    def profile(self):
        field = self.chance.choice(self.ask("list_fields")["fields"])
        options = [option if isinstance(option, str) else option.get("label") for option in field.get("options") or []]
        values = [self.chance.choice(options) if options else "12"] if self.chance.random() < 0.9 else []
        self.ask("set_profile", {"customer": self.who(), "answers": [{"field": field["id"], "values": values}], "agreed": [field["id"]]})

    # -- visits
    def pieces(self, most):
        chance = self.chance
        prices = [0, chance.randint(1, 300_000), chance.randint(1, 300_000)]
        return [
            {"style_no": f"S{chance.randint(1, 9)}", "category": chance.choice(["裙", "上衣", None]), "qty": chance.randint(1, 3)}
            | {"price": yuan(chance.choice(prices))}
            for _ in range(chance.randint(1, most))
        ]

    def visit(self):
        chance = self.chance
        who = self.maybe(self.several(1)[0], 0.85)
        kind = chance.choice(["purchase"] * 6 + ["browse", "service"]) if who else "purchase"
        told = {"customer": who, "kind": kind, "day": self.maybe(self.day(chance.randint(0, 40)), 0.3), "staff": self.maybe(self.id_of("staff"))}
        if kind == "purchase":
            voucher = self.one("SELECT id FROM voucher WHERE customer_id = ?", who)
            told |= {"lines": self.pieces(3), "voucher": self.maybe(voucher and voucher["id"], 0.4)}
            told |= {"points_used": chance.choice([0, 0, 0, chance.randint(1, 300)]) if who else 0}
        return self.whole(told)

    def whole(self, told):
        empty = {"lines": [], "returns": [], "payments": [], "points_used": 0, "answers": [], "wishes": []}
        return empty | told | {"note": self.maybe("下次看新款")}

    def return_of(self, visit, lines):
        kind = visit or self.chance.choice(["return", "return", "exchange"])
        returns = [{"line": line["id"], "qty": max(1, line["qty"] - self.chance.choice([0, 1]))} for line in lines]
        return self.whole({"kind": kind, "returns": returns, "lines": self.pieces(2) if kind == "exchange" else []})

    def save(self, visit):
        self.receipts += 1
        question = {"receipt": f"life-{self.receipts:06}", "visit": visit}
        told = self.ask("preview_visit", {"visit": visit}) if self.chance.random() < 0.3 else None
        saved = self.ask("record_visit", question)
        if told and saved:
            self.part.expect(told == saved["effects"], lambda: f"told {told}, and then {saved['effects']}", self.folder)
        if saved and self.chance.random() < 0.1:
            again = self.ask("record_visit", question)
            same = again and (again["visit"], again["visit_no"]) == (saved["visit"], saved["visit_no"])
            self.part.expect(same, f"the same receipt again: {again}", self.folder)

    def sale(self):
        self.save(self.visit())

    def brought_back(self):
        sold = """SELECT l.id, l.qty, v.customer_id FROM visit_line l JOIN visit v ON v.id = l.visit_id
                  WHERE l.reverses_id IS NULL AND v.voided_at IS NULL AND v.kind IN ('purchase', 'exchange')"""
        line = self.one(sold)
        if line:
            more = self.rows(sold + " AND v.customer_id IS ? AND l.id <> ?", line["customer_id"], line["id"])
            lines = [line, *self.chance.sample(more, min(len(more), self.chance.choice([0, 0, 1])))]
            self.save(self.return_of(None, lines) | {"customer": line["customer_id"]})

    def correction(self):
        visit = self.one("SELECT id, kind, customer_id FROM visit WHERE voided_at IS NULL")
        if not visit:
            return
        corrected = self.visit()
        if visit["kind"] in ("return", "exchange"):
            back = "SELECT reverses_id AS id, abs(qty) AS qty FROM visit_line WHERE visit_id = ? AND reverses_id IS NOT NULL"
            corrected = self.return_of(visit["kind"], self.rows(back, visit["id"])) | {"customer": visit["customer_id"]}
        self.ask("correct_visit", {"visit": visit["id"], "corrected": corrected, "reason": "录错"})

    def void(self):
        visit = self.one("SELECT id FROM visit WHERE voided_at IS NULL")
        if visit:
            question = {"visit": visit["id"], "reason": "误录"}
            told, done = self.ask("preview_void", question), self.ask("void_visit", question)
            if told and done:
                self.part.expect(told == done["effects"], lambda: f"told {told}, and then {done['effects']}", self.folder)

    # -- levels, points, vouchers
    def levels(self):
        kept = ("id", "name", "benefits", "join", "criteria")
        levels = [{key: level[key] for key in kept} | {"join": level["join"] or "any"} for level in self.ask("levels_page")["levels"]]
        for level in levels:
            for criterion in level["criteria"]:
                criterion["at_least"] = max(1, criterion["at_least"] * self.chance.choice([5, 8, 10, 10, 13]) // 10)
            level["benefits"]["points_bp"] = self.chance.choice([level["benefits"]["points_bp"], 15_000])
        self.ask("save_levels", {"levels": levels, "reviews": self.chance.choice(["quarter", "half_year"])})

    def review(self):
        seen = self.ask("preview_review", {"day": None})
        people = [row["customer"]["id"] for row in seen["rows"]]
        if people:
            chosen = self.chance.sample(people, self.chance.randint(1, len(people)))
            self.ask("apply_review", {"day": seen["day"], "customers": chosen, "seen": seen["seen"]})

    def level(self):
        self.ask("set_level", {"customer": self.who(), "level": self.id_of("level"), "reason": "老板定的"})

    def points_rules(self):
        rules = self.ask("points_settings")
        expiry = self.chance.choice([{"kind": "never"}, {"kind": "end_of_next_year"}, {"kind": "months", "months": self.chance.choice([1, 2, 12])}])
        rules["points"] |= {"expiry": expiry, "per_yuan_bp": self.chance.choice([10_000, 5_000, 15_000])}
        rules["birthday"]["pay_percent"] = self.chance.choice([100, 90])
        self.ask("save_points_settings", {key: rules[key] for key in ("points", "birthday", "vouchers")})

    def points(self):
        if self.chance.random() < 0.5:
            moved = {"points": self.chance.choice([-300, 100, 1000]), "reason": "补", "expires": self.chance.random() < 0.5}
            self.ask("adjust_points", {"customer": self.who(), **moved})
        else:
            self.ask("redeem_points", {"customer": self.who(), "points": self.chance.randint(1, 300), "gift": "杯子"})

    def worth(self):
        off = {"kind": "amount", "amount": yuan(self.chance.randint(100, 20_000))}
        return self.chance.choice([off, {"kind": "percent", "off": self.chance.randint(5, 40)}])

    def voucher(self):
        voucher = self.id_of("voucher")
        if voucher and self.chance.random() < 0.3:
            self.ask("cancel_voucher", {"voucher": voucher, "reason": "发错"})
            return
        given = {"kind": self.chance.choice(["gift", "recall", "birthday"]), "worth": self.worth(), "min_spend": "0", "reason": "活动"}
        given |= {"valid_from": self.day(), "valid_to": self.day(-self.chance.randint(0, 60))}
        self.ask("issue_voucher", {"customers": self.several(), **given})

    def benefit(self):
        benefit = self.id_of("benefit_grant")
        if benefit and self.chance.random() < 0.4:
            self.ask("give_benefit", {"benefit": benefit})
        else:
            self.ask("grant_benefit", {"customers": self.several(), "name": "免费改裤脚", "valid_to": self.maybe(self.day(-30))})

    # -- care
    def complaint(self):
        chance, complaint = self.chance, self.id_of("complaint")
        if not complaint or chance.random() < 0.3:
            visit = self.one("SELECT id, customer_id FROM visit WHERE customer_id IS NOT NULL") or {"id": None, "customer_id": self.who()}
            what = {"kind": chance.choice(["goods", "service", "price"]), "what": "开线了"}
            self.ask("open_complaint", {"customer": visit["customer_id"], "visit": visit["id"], **what})
            return
        give = [{"kind": "voucher", "worth": self.worth(), "min_spend": "0", "valid_to": self.day(-60)}, {"kind": "points", "points": 200}]
        give += [{"kind": "money", "amount": "12.34"}, {"kind": "gift", "cost": "20"}]
        deeds = [
            ("compensate", {"give": chance.choice(give)}), ("answer_complaint", {}), ("solve_complaint", {"solution": "换新"}),
            ("hold_complaint", {"reason": "等厂家"}), ("resume_complaint", {}), ("reopen_complaint", {}),
        ]  # fmt: skip
        op, more = chance.choice(deeds)
        self.ask(op, {"complaint": complaint, **more})
        given = self.id_of("compensation")
        if given and chance.random() < 0.2:
            self.ask("cancel_compensation", {"compensation": given, "reason": "弄错了"})

    def event(self):
        chance, event = self.chance, self.id_of("event")
        if not event or chance.random() < 0.2:
            plan = {"name": "新品品鉴", "kind": chance.choice(["salon", "preview"]), "day": self.day(chance.randint(-20, 5)), "gift": "丝巾"}
            self.ask("save_event", plan | {"invite_days": 7, "sales_days": 14})
            return
        guests = [row["customer_id"] for row in self.rows("SELECT customer_id FROM event_guest WHERE event_id = ?", event)]
        if not guests or chance.random() < 0.3:
            filled = {"customers": self.several(6), "filter": None, "call": {"level": None, "spend": None}}
            self.ask("add_guests", {"event": event, **filled})
            return
        guests = chance.sample(guests, chance.randint(1, len(guests)))
        deeds = [
            ("set_guest_answer", {"answer": chance.choice(["accepted", "declined", None])}), ("give_event_gift", {"given": chance.random() < 0.7}),
            ("set_guests_came", {"came": chance.choice([True, False, None])}), ("remove_guests", {}),
        ]  # fmt: skip
        op, more = chance.choice(deeds)
        self.ask(op, {"event": event, "customers": guests, **more})

    def tasks(self):
        tasks = self.ask("today", {"whose": "all", "limit": 30})["rows"]
        if tasks:
            chosen = [task["task"] for task in self.chance.sample(tasks, min(len(tasks), self.chance.randint(1, 4)))]
            decision = {"decision": self.chance.choice(["done", "no_answer", "replied", "skipped"]), "reason": "她说不用", "channel": "phone"}
            self.ask("decide_tasks", {"tasks": chosen, **decision, "log": self.chance.random() < 0.8})

    def thanks(self):
        if self.chance.random() < 0.3:
            self.ask("save_referral_rule", {"reward": {"kind": "points", "points": 100}, "min_purchase": "0", "within_days": 90})
        due = self.ask("thanks_due")["rows"]
        if due:
            reward = [None, {"kind": "points", "points": 100}, {"kind": "voucher", "worth": self.worth(), "min_spend": "0", "days": 30}]
            self.ask("give_thanks", {"referred": self.chance.choice(due)["referred"]["id"], "what": "谢谢你", "reward": self.chance.choice(reward)})

    def contact(self):
        contact = self.id_of("contact")
        if contact and self.chance.random() < 0.3:
            self.ask(self.chance.choice(["mark_replied", "remove_contact"]), {"contact": contact})
            return
        said = {"channel": self.chance.choice(["phone", "wechat"]), "direction": self.chance.choice(["out", "in"]), "text": "您好"}
        said |= {"purpose": self.chance.choice(["service", "greeting", "marketing"]), "outcome": self.chance.choice(["reached", "replied"])}
        self.ask("log_contact", {"customers": self.several(3), **said, "day": self.maybe(self.day(3))})

    def small_things(self):
        chance, who = self.chance, self.who()
        anniversary = {"calendar": "solar", "year": None, "month": 5, "day": 20, "leap": False}
        follow_up = {"title": "回访", "due_on": self.day(-3), "purpose": "service"}
        consent = {"purpose": chance.choice(["archive", "service", "marketing"]), "channels": ["phone"], "given": chance.random() < 0.7}
        deeds = [
            ("save_wish", {"customer": who, "style_no": "S3", "status": "open"}), ("save_arrival", {"style_no": "S3", "kind": "arrived"}),
            ("add_tags", {"customers": self.several(), "tags": [chance.choice(TAGS)]}), ("save_consent", {"customer": who, **consent}),
            ("remove_tag", {"customers": self.several(), "tag": self.id_of("tag") or 1}), ("save_note", {"customer": who, "text": "记得"}),
            ("set_contact_wish", {"customer": who, "wish": chance.choice(["any", "no_promotion", "none"])}),
            ("save_follow_up", {"customers": self.several(), "batch": f"batch-{chance.randrange(10**6)}", **follow_up}),
            ("save_date", {"customer": who, "label": "纪念日", "date": anniversary}),
            ("save_campaign", {"name": "双倍", "from": self.day(), "to": self.day(-7), "level": self.id_of("level")}),
            ("archive_customers", {"customers": self.several(2)}), ("tell_apart", {"left": who, "right": self.who()}),
            ("save_staff", {"name": f"小林{chance.randrange(9)}", "is_active": True, "role": "clerk"}),
        ]  # fmt: skip
        self.ask(*chance.choice(deeds))

    # -- the evening
    def undo(self):
        entries = self.ask("list_history", {"limit": self.chance.choice([5, 50, 200])})["entries"]
        entries = [entry for entry in entries if entry["undoable"]]
        if entries:
            self.ask("undo", {"operation": self.chance.choice(entries)["id"]})

    def tables(self):
        self.files += 1
        people, visits = self.folder / "people.csv", self.folder / "visits.csv"
        numbers = [f"I{self.chance.randrange(8):02}" for _ in range(3)]
        rows = [f"{no},{self.chance.choice(NAMES)},{self.chance.choice(self.phones)},{self.chance.randint(0, 500)},熟客" for no in numbers]
        people.write_text("\n".join(["会员号,姓名,手机,积分,标签", *rows, ""]))
        days = [self.day(self.chance.randint(1, 200)) for _ in numbers]
        rows = [f"Z{self.files}-{n},{no},{days[n]},销售,1,{yuan(self.chance.randint(1, 99_999))},微信" for n, no in enumerate(numbers)]
        visits.write_text("\n".join(["单号,会员号,日期,类型,件数,金额,付款方式", *rows, ""]))
        files = [{"path": str(people), "kind": "customers", "map": []}, {"path": str(visits), "kind": "visits", "map": []}]
        self.ask("run_import", {"files": files, "dry_run": self.chance.random() < 0.2, "consent_on_paper": False})

    def week(self):
        target = self.folder / "weeks"
        target.mkdir(exist_ok=True)
        year, week, _ = datetime.date.fromisoformat(self.day(self.chance.choice([7, 14]))).isocalendar()
        self.ask("export_week", {"week": f"{year}-W{week:02}", "folder": str(target), "encoding": "utf8"})

    def days(self):
        """Days go by; a jump of the clock has to be said yes to."""
        days = self.chance.choice([1, 1, 1, 2, 5, 20, 45])
        self.ahead += days * DAY
        self.control.set_ahead(self.ahead)
        self.part.count("days gone by", days)
        if self.chance.random() < 0.9:
            self.ask("confirm_clock")
