"""Spellings as keys for searching: letters alone, pairs of syllables, initial consonants (초성)."""

import unicodedata

from kg.patterns import regex

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_SPLIT = {"ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ"}
_SPLIT |= {"ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ"}
_FIRST, _LAST = 0xAC00, 0xD7A3
_PER_INITIAL, _PER_VOWEL = 588, 28
_WORD = regex(r"[^\W_]+")
MOST = 200
"""So many letters of a spelling or a search count; a name is shorter, and nobody can make us index a book."""


def key(text: str) -> str:
    """Letters and digits alone, in lower case, without white space and marks; a lone consonant stays what it is."""
    return "".join(words(text))[:MOST]


def words(text: str) -> list[str]:
    """The words of a spelling or a search as keys."""
    return _WORD.findall("".join(map(_plain, unicodedata.normalize("NFC", text[: 4 * MOST]))).lower())


def _plain(letter: str) -> str:
    """Full-width letters and the like in their plain form; consonants are left as they are typed."""
    return letter if "ㄱ" <= letter <= "ㆎ" else unicodedata.normalize("NFKC", letter)


def pairs(key: str) -> str:
    """All pairs of neighbouring letters and the last letter alone, between spaces: what the full-text index holds."""
    return " ".join(key[i : i + 2] for i in range(len(key)))


def initials(key: str) -> str:
    """Each syllable by its initial consonant, other letters as they are: 광주 AI센터 is ㄱㅈaiㅅㅌ."""
    return "".join(map(_initial, key))


def _initial(letter: str) -> str:
    return INITIALS[(ord(letter) - _FIRST) // _PER_INITIAL] if _FIRST <= ord(letter) <= _LAST else letter


def has_initials(key: str) -> bool:
    """Whether somebody typed initial consonants, alone or among syllables."""
    return any(letter in INITIALS for letter in key)


def fits(typed: str, letters: str) -> bool:
    """Whether letters are what was typed, an initial consonant standing for each syllable that begins with it."""
    return all(t == n or t == _initial(n) for t, n in zip(typed, letters, strict=False)) and len(letters) >= len(typed)


def end_of(key: str) -> str:
    """The first key behind all that begin with this one; an open last syllable may still get its final consonant."""
    last = ord(key[-1])
    open_ = _FIRST <= last <= _LAST and (last - _FIRST) % _PER_VOWEL == 0
    return key[:-1] + chr(last + (_PER_VOWEL if open_ else 1))


def half_typed(key: str) -> str | None:
    """The key with the final consonant of its last syllable as the initial of the next, as a keyboard builds it.

    Whoever types 오세훈 sees 오셓 on the way; None where the last syllable has no final consonant.
    """
    last = ord(key[-1]) - _FIRST
    if not 0 <= last <= _LAST - _FIRST or last % _PER_VOWEL == 0:
        return None
    final = _FINALS[last % _PER_VOWEL]
    stays, goes = _SPLIT.get(final, final)[:-1], _SPLIT.get(final, final)[-1]
    syllable = _FIRST + last - last % _PER_VOWEL + _FINALS.index(stays)
    return f"{key[:-1]}{chr(syllable)}{goes}"
