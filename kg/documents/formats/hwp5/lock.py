"""HWP 5 documents for distribution only (배포용): their text is enciphered with a key that stands before it.

Source: Hancom's published «한글 문서 파일 형식: 배포용 문서», revision 1.2; the cipher is AES-128 by block (FIPS 197).
"""

from functools import lru_cache

_BLOCK = 16
_ROUNDS = 10


def unlocked(header: bytes, content: bytes) -> bytes:
    """The content in clear; ``header`` is the 256 bytes of the record that carries the key."""
    seed = int.from_bytes(header[:4], "little")
    clear = bytes(a ^ b for a, b in zip(header, _mask(seed, len(header)), strict=True))
    start = 4 + (seed & 0xF)
    return _deciphered(content[: len(content) // _BLOCK * _BLOCK], clear[start : start + _BLOCK])


def _mask(seed: int, size: int) -> bytes:
    """Runs of bytes whose values and lengths (1 to 16) a linear congruential generator tells in turn."""
    mask = bytearray()
    state = seed
    while len(mask) < size:
        state = (state * 214013 + 2531011) & 0xFFFFFFFF
        value = state >> 16 & 0xFF
        state = (state * 214013 + 2531011) & 0xFFFFFFFF
        mask += bytes([value]) * ((state >> 16 & 0xF) + 1)
    return bytes(mask[:size])


def _times(a: int, b: int) -> int:
    """The product in the field of 256 elements that the cipher counts in."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product


@lru_cache(maxsize=1)
def _boxes() -> tuple[bytes, bytes, tuple[tuple[int, ...], ...]]:
    """The substitution, its inverse, and the inverse column mix of each byte at each of the four places."""
    inverses = {a: next(b for b in range(256) if _times(a, b) == 1) for a in range(1, 256)}
    box = bytearray()
    for a in range(256):
        b = inverses.get(a, 0)
        box.append(0x63 ^ b ^ (_left(b, 1) ^ _left(b, 2) ^ _left(b, 3) ^ _left(b, 4)))
    back = bytes(box.index(a) for a in range(256))
    first = [int.from_bytes(bytes(_times(a, m) for m in (14, 9, 13, 11)), "big") for a in range(256)]
    mixes = tuple(tuple(w >> 8 * n | (w << 32 - 8 * n) & 0xFFFFFFFF for w in first) for n in range(4))
    return bytes(box), back, mixes


def _left(a: int, by: int) -> int:
    return (a << by | a >> 8 - by) & 0xFF


def _round_keys(key: bytes) -> list[int]:
    """The 44 words of the key schedule."""
    box, _, _ = _boxes()
    words = [int.from_bytes(key[i : i + 4], "big") for i in range(0, _BLOCK, 4)]
    constant = 1
    while len(words) < 4 * (_ROUNDS + 1):
        word = words[-1]
        if len(words) % 4 == 0:
            turned = (word << 8 | word >> 24) & 0xFFFFFFFF
            word = int.from_bytes(bytes(box[b] for b in turned.to_bytes(4, "big")), "big") ^ constant << 24
            constant = _times(constant, 2)
        words.append(words[-4] ^ word)
    return words


def _deciphered(content: bytes, key: bytes) -> bytes:
    _, back, (m0, m1, m2, m3) = _boxes()
    words = _round_keys(key)
    for i in range(4, 4 * _ROUNDS):  # the column mix drawn to the keys, so that a round is four look-ups a word
        a, b, c, d = words[i].to_bytes(4, "big")
        words[i] = m0[a] ^ m1[b] ^ m2[c] ^ m3[d]
    t0, t1, t2, t3 = ([m[b] for b in back] for m in (m0, m1, m2, m3))
    clear = bytearray()
    for begin in range(0, len(content), _BLOCK):
        block = content[begin : begin + _BLOCK]
        w = [int.from_bytes(block[4 * i : 4 * i + 4], "big") ^ words[4 * _ROUNDS + i] for i in range(4)]
        for turn in range(_ROUNDS - 1, 0, -1):
            w = [
                t0[w[i] >> 24]
                ^ t1[w[i - 1] >> 16 & 0xFF]
                ^ t2[w[i - 2] >> 8 & 0xFF]
                ^ t3[w[i - 3] & 0xFF]
                ^ words[4 * turn + i]
                for i in range(4)
            ]
        for i in range(4):
            word = (
                back[w[i] >> 24] << 24
                | back[w[i - 1] >> 16 & 0xFF] << 16
                | back[w[i - 2] >> 8 & 0xFF] << 8
                | back[w[i - 3] & 0xFF]
            )
            clear += (word ^ words[i]).to_bytes(4, "big")
    return bytes(clear)
