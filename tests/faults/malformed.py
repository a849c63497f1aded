#!/usr/bin/env python3
"""Calls every operation of `shuke call` with arguments made by chance, most of them wrong somewhere, in one process.

    malformed.py SHUKE [--calls N] [--seed S]

The types come from `describe`, so a new operation is tried without anybody remembering to. Every call must be answered, by what it
asked or by a typed error; the program must not end, nothing may appear outside of the folder it works in, and the book must be
whole afterwards. Prints the seed, so that a run can be had again.
"""

import argparse
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile

TOKEN = re.compile(r'\s+|/\*.*?\*/|("(?:[^"\\]|\\.)*")|([A-Za-z_][A-Za-z0-9_]*)|(-?\d+)|([{}\[\]<>()|&,;:?=])', re.S)


def tokens(text):
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if not found:
            raise SystemExit(f"a type that cannot be read: {text[at:at + 40]!r}")
        at = found.end()
        if found.group().strip() and not found.group().startswith("/*"):
            yield found.group()


class Types:
    """The TypeScript of `describe` as trees: ("or", [..]), ("object", {key: (type, optional)}), ("list", type), ("literal", value)."""

    def __init__(self, text):
        self.known = {}
        for name, body in re.findall(r"export type (\w+) = (.*?);\s*(?=\n/\*\*|\nexport|\Z)", text, re.S):
            self.known[name] = body
        self.trees = {}

    def tree(self, name):
        if name not in self.trees:
            self.left = list(tokens(self.known[name]))
            self.trees[name] = self.union()
            if self.left:
                raise SystemExit(f"{name}: {self.left[:5]} is left over")
        return self.trees[name]

    def take(self, wanted=None):
        token = self.left.pop(0)
        if wanted and token != wanted:
            raise SystemExit(f"{wanted} expected, {token} found")
        return token

    def peek(self):
        return self.left[0] if self.left else None

    def union(self):
        if self.peek() == "|":
            self.take()
        kinds = [self.both()]
        while self.peek() == "|":
            self.take()
            kinds.append(self.both())
        return kinds[0] if len(kinds) == 1 else ("or", kinds)

    def both(self):
        kinds = [self.one()]
        while self.peek() == "&":
            self.take()
            kinds.append(self.one())
        return kinds[0] if len(kinds) == 1 else ("and", kinds)

    def one(self):
        token = self.take()
        if token == "(":
            inner = self.union()
            self.take(")")
        elif token == "{":
            inner = self.object()
        elif token == "[":
            kinds = []
            while self.peek() != "]":
                kinds.append(self.union())
                if self.peek() == ",":
                    self.take()
            self.take("]")
            inner = ("tuple", kinds)
        elif token in ("Array", "Record"):
            self.take("<")
            kinds = [self.union()]
            while self.peek() == ",":
                self.take()
                kinds.append(self.union())
            self.take(">")
            inner = ("list", kinds[0]) if token == "Array" else ("map", kinds[-1])
        elif token.startswith('"'):
            inner = ("literal", json.loads(token))
        elif re.fullmatch(r"-?\d+", token):
            inner = ("literal", int(token))
        else:
            inner = ("name", token)
        while self.peek() == "[":
            self.take()
            self.take("]")
            inner = ("list", inner)
        return inner

    def object(self):
        keys = {}
        while self.peek() != "}":
            if self.peek() == "[":  # { [key in Name]?: Type }
                while self.take() != "]":
                    pass
                if self.peek() == "?":
                    self.take()
                self.take(":")
                inner = self.union()
                if self.peek() in (",", ";"):
                    self.take()
                self.take("}")
                return ("map", inner)
            key = self.take().strip('"')
            optional = self.peek() == "?"
            if optional:
                self.take()
            self.take(":")
            keys[key] = (self.union(), optional)
            if self.peek() in (",", ";"):
                self.take()
        self.take("}")
        return ("object", keys)


JUNK = [
    None, True, False, 0, -1, 1, 2**31, 2**53 + 1, -2**63, 2**63, 1e308, 0.1, "", " ", "\u0000", "\u202e", "x" * 100_000, "漢" * 3_000,
    "'; DROP TABLE visit; --", "%", "_", "😀" * 50, "NaN", "1e9", "-0", "00:99", "2026-02-30", "9999-99-99", [], {}, [[[[]]]],
    {"kind": "nothing"}, [None] * 2_000, "{$x}", "{{", "<script>", "\n\r\t", "１３９",
]
DAYS = ["2026-11-22", "2026-01-01", "2025-02-29", "2024-02-29", "0001-01-01", "9999-12-31", "2099-12-31", "1949-10-01"]
AMOUNTS = ["0.00", "299.00", "-1.00", "0.001", "99999999999999", "1,000.00", "1e3"]


class Maker:
    def __init__(self, types, chance, folder):
        self.types, self.chance, self.folder = types, chance, folder
        self.wrong = 0.0

    def value(self, tree, key="", depth=0):
        chance = self.chance
        if chance.random() < self.wrong:
            return chance.choice(JUNK)
        kind, inner = tree
        if kind == "name":
            if inner == "string":
                return self.text(key)
            if inner == "number":
                return chance.choice([1, 2, 3, 5, 10, 50, 0, -1, 2027, chance.randrange(1, 60)])
            if inner == "boolean":
                return chance.random() < 0.5
            if inner in ("null", "undefined"):
                return None
            if inner not in self.types.known:
                return chance.choice(JUNK)
            if inner.endswith("Id") or inner == "Fen":
                return chance.choice(AMOUNTS) if inner == "Fen" else chance.randrange(1, 12)
            return self.value(self.types.tree(inner), key, depth + 1)
        if kind == "literal":
            return inner
        if kind == "or":
            # Shallow ones first where conditions nest without end.
            kinds = [one for one in inner if one[0] != "object"] if depth > 8 and any(one[0] != "object" for one in inner) else inner
            return self.value(chance.choice(kinds), key, depth + 1)
        if kind == "and":
            merged = {}
            for one in inner:
                part = self.value(one, key, depth + 1)
                if isinstance(part, dict):
                    merged.update(part)
            return merged
        if kind == "list":
            return [] if depth > 10 else [self.value(inner, key, depth + 1) for _ in range(chance.choice([0, 1, 1, 2, 3]))]
        if kind == "tuple":
            return [self.value(one, key, depth + 1) for one in inner]
        if kind == "map":
            return {}
        made = {}
        for name, (one, optional) in inner.items():
            if (optional and chance.random() < 0.5) or chance.random() < self.wrong / 4:
                continue
            made[name] = self.value(one, name, depth + 1)
        if chance.random() < self.wrong / 4:
            made["unknown_key"] = 1
        return made

    def text(self, key):
        chance = self.chance
        if re.search(r"path|folder|file|^to$|^from$", key) and chance.random() < 0.5:
            return os.path.join(self.folder, chance.choice(["out", "a b", "漢", "x" * 300, "out/deeper", "."]))
        if re.search(r"day|_on$|from|until|^to$|since|date|as_of", key):
            return chance.choice(DAYS)
        if re.search(r"amount|price|spend|worth", key):
            return chance.choice(AMOUNTS)
        if key == "week":
            return chance.choice(["2026-W47", "2026-W53", "2020-W53", "W1"])
        if key == "time":
            return chance.choice(["10:00", "24:00", "9:5"])
        return chance.choice(["单依纯", "阿芳", "x", "abc", "13900000000", "M000001", "<b>", "￥", "a" * 21, "漢字" * 30])


def everything_in(*folders):
    return {
        os.path.join(place, name)
        for folder in folders
        for place, _, names in os.walk(folder)
        for name in names
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("shuke")
    parser.add_argument("--calls", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else random.SystemRandom().randrange(2**32)
    print(f"seed {seed}, {asked.calls} calls")
    shuke = os.path.abspath(asked.shuke)

    with tempfile.TemporaryDirectory(prefix="shuke-malformed-") as home:
        work, elsewhere = os.path.join(home, "work"), os.path.join(home, "elsewhere")
        for folder in (work, elsewhere, os.path.join(work, "out")):
            os.mkdir(folder)
        environment = {**os.environ, "HOME": elsewhere, "XDG_CONFIG_HOME": elsewhere, "XDG_CACHE_HOME": elsewhere, "TMPDIR": elsewhere}
        shop = os.path.join(work, "shop.shuke")
        run = lambda *words: subprocess.run([shuke, *words], cwd=work, env=environment, capture_output=True, text=True)
        made = run("init", shop, "--name", "云裳", "--trade", "clothing", "--demo")
        if made.returncode:
            sys.exit(made.stderr)

        program = subprocess.Popen(
            [shuke, "call", shop], cwd=work, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

        def call(line):
            program.stdin.write(line + "\n")
            program.stdin.flush()
            answer = program.stdout.readline()
            if not answer:
                program.stdin.close()
                sys.exit(f"the program ended at: {line[:400]}\n{program.stderr.read()[-2000:]}")
            return json.loads(answer)

        described = call(json.dumps({"id": 0, "op": "describe"}))["ok"]
        types = Types(described["types"])
        chance = random.Random(seed)
        maker = Maker(types, chance, work)
        # A password set by chance would lock everybody out, the check at the end too; the tests of the lock try wrong arguments of it.
        tried = [one for one in described["operations"] if one["name"] != "set_secret"]
        outcomes, per_operation, unforeseen = collections.Counter(), collections.Counter(), {}
        for number in range(1, asked.calls + 1):
            operation = tried[number % len(tried)]
            # Some calls with nothing wrong but their sense, so that later ones find something to spoil.
            maker.wrong = chance.choice([0.0, 0.0, 0.02, 0.1])
            arguments = maker.value(("name", operation["request"]))
            line = json.dumps({"id": number, "op": operation["name"], "args": arguments})
            shape = chance.random()
            if shape < 0.02:
                line = line[: chance.randrange(1, len(line))]
            elif shape < 0.03:
                line = json.dumps(chance.choice(JUNK))
            answer = call(line)
            fault = None
            if shape >= 0.03 and answer.get("id") != number:
                fault = "answered another question"
            elif "ok" in answer:
                outcomes["done"] += 1
                per_operation[operation["name"]] += 1
            elif not re.fullmatch(r"[a-z_]+", answer.get("err", {}).get("code", "")):
                fault = "an error without a code"
            elif answer["err"]["code"] == "internal":
                unforeseen.setdefault(operation["name"], line)
            else:
                outcomes[answer["err"]["code"]] += 1
            if fault:
                sys.exit(f"{fault}: {line[:1000]}\n{json.dumps(answer)[:1000]}")
        program.stdin.close()
        program.wait(timeout=60)
        said = program.stderr.read()
        if program.returncode or "panic" in said:
            sys.exit(f"ended with {program.returncode}: {said[-2000:]}")

        strange = everything_in(elsewhere)
        if strange:
            sys.exit(f"files outside of its folder: {sorted(strange)[:5]}")
        whole = run("check", shop)
        if whole.returncode:
            sys.exit(f"the book is not whole afterwards:\n{whole.stdout}{whole.stderr}")
        if unforeseen:
            sys.exit("errors nobody foresaw:\n" + "\n".join(line[:600] for line in unforeseen.values()))
        never = [one["name"] for one in tried if not per_operation[one["name"]]]
        print(", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common()))
        print(f"{len(per_operation)} of {len(tried)} operations were done at least once; never: {', '.join(never) or 'none'}")


if __name__ == "__main__":
    main()
