"""Encrypted books: made by the program, and read without it where there is a libcrypto."""

import json
import shutil

import sealed
import verifier

from . import shop as shops

PASSPHRASE = "湖边的老梧桐 seven\n"


def seal(part, folder, shop):
    """Encrypts a book, puts passphrase and recovery sheet beside it, and gives the letters of the sheet."""
    (folder / "passphrase").write_text(PASSPHRASE)
    code, out, said = part.shuke("encrypt", shop, "--new-passphrase-file", folder / "passphrase", "--json")
    if code:
        raise RuntimeError(f"encrypt: {code} {said}")
    letters = "".join(json.loads(out)["sheet"]["groups"])
    (folder / "sheet").write_text(letters + "\n")
    for copy in shops.copies(folder, shop.name):
        copy.unlink()
    return letters


def look(part, path, passphrase, letters=None):
    """What is in an encrypted book. Where only the passphrase is known the program makes the key of it; the file is read without it."""
    if not sealed.is_possible():
        return look_by_the_program(part, path, passphrase)
    if letters:
        return look_with_sheet(part, path, letters)
    place = part.new_folder("key")
    try:
        # In a copy, since opening it takes back what was half done.
        code, out, said = part.shuke("sheet", shops.copy_book(path, place), "--passphrase-file", passphrase, "--json")
    finally:
        shutil.rmtree(place)
    if code == 0:
        return look_with_sheet(part, path, "".join(json.loads(out)["groups"]))
    book = verifier.Book()
    book.wrong.append(f"does not open with its passphrase: {code} {said[:200]}")
    return book


def look_with_sheet(part, path, letters):
    """What is in an encrypted book, read by its recovery sheet without the program."""
    place = part.new_folder("sealed")
    try:
        wrong = sealed.read(path, letters, place / "plain")
        part.count("encrypted books read without the program")
        book = verifier.Book() if wrong else verifier.look(place / "plain")
        book.wrong = wrong + book.wrong
        return book
    finally:
        shutil.rmtree(place)


def look_by_the_program(part, path, passphrase):
    """Where there is no libcrypto the program makes a plain copy; what is in that the verifier judges."""
    place = part.new_folder("sealed")
    try:
        copy = shops.copy_book(path, place)
        code, _, said = part.shuke("decrypt", copy, "--passphrase-file", passphrase)
        part.count("no libcrypto here: encrypted books made plain by the program itself")
        if code == 0:
            return verifier.look(copy)
        book = verifier.Book()
        book.wrong.append(f"does not open with its passphrase: {code} {said[:200]}")
        return book
    finally:
        shutil.rmtree(place)


def is_plain(path):
    """Whether a file begins as every SQLite file does; a key change leaves no journal that says otherwise."""
    with open(path, "rb") as file:
        return file.read(16) == b"SQLite format 3\0"
