"""Reads an encrypted book without the product: pages as SQLCipher 4 writes them, each proven by its HMAC before it is believed.

Python's standard library, and AES from the system's libcrypto. The key comes from the book's recovery sheet, which is the key in letters;
making it of a passphrase (Argon2id, 64 MiB) is beyond Python. What a save left half done is taken back here, too, from the journal, whose
pages are as encrypted as the book's.
"""

import ctypes
import ctypes.util
import functools
import hashlib
import hmac
import pathlib
import struct

PAGE = 4096
SALT, IV, MAC = 16, 16, 64
RESERVED = IV + MAC
MAGIC = b"SQLite format 3\0"
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


class Unreadable(Exception):
    """The book is not whole, or not of this key."""


@functools.cache
def libcrypto():
    """The system's libcrypto, or nothing."""
    for name in ("libcrypto.so.3", "libcrypto.so.1.1", ctypes.util.find_library("crypto")):
        try:
            library = ctypes.CDLL(name) if name else None
        except OSError:
            continue
        if library is None:
            continue
        for function in ("EVP_CIPHER_CTX_new", "EVP_aes_256_cbc"):
            getattr(library, function).restype = ctypes.c_void_p
        return library
    return None


def is_possible():
    return libcrypto() is not None


def decrypted(key, iv, text):
    """AES-256 in chained blocks, without padding."""
    library = libcrypto()
    context = ctypes.c_void_p(library.EVP_CIPHER_CTX_new())
    out, length = ctypes.create_string_buffer(len(text) + 16), ctypes.c_int(0)
    try:
        done = library.EVP_DecryptInit_ex(context, ctypes.c_void_p(library.EVP_aes_256_cbc()), None, key, iv)
        done = done and library.EVP_CIPHER_CTX_set_padding(context, 0)
        done = done and library.EVP_DecryptUpdate(context, out, ctypes.byref(length), text, len(text))
    finally:
        library.EVP_CIPHER_CTX_free(context)
    if not done or length.value != len(text):
        raise OSError("libcrypto does not decrypt")
    return out.raw[: len(text)]


def key_of(letters):
    """The key of a recovery sheet: 32 bytes and 3 of check, five bits a letter."""
    value = 0
    letters = [letter for letter in letters.upper() if letter in LETTERS]
    if len(letters) != 56:
        raise Unreadable(f"a sheet of {len(letters)} letters")
    for letter in letters:
        value = value << 5 | LETTERS.index(letter)
    key, check = value.to_bytes(35, "big")[:32], value.to_bytes(35, "big")[32:]
    if hashlib.sha256(b"shuke recovery sheet 1" + key).digest()[:3] != check:
        raise Unreadable("the sheet is not right in itself")
    return key


def pages(data, key):
    """Every page of an encrypted book as SQLite would see it; what was reserved for seals is zero."""
    if not data or len(data) % PAGE:
        raise Unreadable(f"{len(data)} bytes are no whole pages")
    salt = data[:SALT]
    seal = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    for number in range(1, len(data) // PAGE + 1):
        page = data[(number - 1) * PAGE : number * PAGE]
        begin = SALT if number == 1 else 0
        sealed, mac = page[begin:-MAC], page[-MAC:]
        if not hmac.compare_digest(hmac.digest(seal, sealed + struct.pack("<I", number), "sha512"), mac):
            raise Unreadable(f"page {number} is not as it was written")
        text = decrypted(key, sealed[-IV:], sealed[:-IV])
        yield (MAGIC if number == 1 else b"") + text + bytes(RESERVED)


def rolled_back(data, journal):
    """What a book was before the save whose journal lies beside it. The pages of both are encrypted alike, so no key is needed."""
    data, at, size = bytearray(data), 0, None
    while journal[at : at + 8] == JOURNAL_MAGIC:
        count, nonce, before, sector, page = struct.unpack_from(">IIIII", journal, at + 8)
        if page != PAGE or sector < 512:
            raise Unreadable(f"a journal of pages of {page} and sectors of {sector} bytes")
        size = before if size is None else size
        at += sector
        if count == 0xFFFFFFFF:
            count = (len(journal) - at) // (PAGE + 8)
        for _ in range(count):
            record = journal[at : at + PAGE + 8]
            if len(record) < PAGE + 8:
                break
            number, content = struct.unpack_from(">I", record)[0], record[4:-4]
            summed = nonce + sum(content[place] for place in range(PAGE - 200, 0, -200))
            if number == 0 or summed & 0xFFFFFFFF != struct.unpack(">I", record[-4:])[0]:
                break
            if number <= size:
                data[(number - 1) * PAGE : number * PAGE] = content
            at += PAGE + 8
        else:
            at = -(-at // sector) * sector
            continue
        break
    return bytes(data) if size is None else bytes(data[: size * PAGE])


def read(path, letters, into):
    """Writes what an encrypted book holds into a plain file, and says what is wrong with it: nothing, if every page is proven."""
    path, into = pathlib.Path(path), pathlib.Path(into)
    journal = path.with_name(path.name + "-journal")
    try:
        data = rolled_back(path.read_bytes(), journal.read_bytes() if journal.exists() else b"")
        into.write_bytes(b"".join(pages(data, key_of(letters))))
    except Unreadable as error:
        return [f"encrypted: {error}"]
    return []
