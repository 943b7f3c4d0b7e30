"""The questions of ``kg review`` on a terminal: what is shown, what may be answered."""

import re
from collections.abc import Callable, Sequence

import click
from rich.console import Console
from rich.text import Text

from kg.errors import UserError
from kg.identity.identity import Identity
from kg.identity.judgements import Decision, Judgement
from kg.identity.slots import parsed, slots_of
from kg.use.judging.asking_claims import Claim
from kg.use.judging.asking_pairs import Pair, Side
from kg.use.judging.file import check_word
from kg.use.judging.named import Readings, keys_named

Write = Callable[[list[Judgement]], None]
_PAIRS: dict[str, Decision] = {"s": "same", "d": "different", "u": "unsure"}
_CLAIMS: dict[str, Decision] = {"a": "accept", "r": "reject", "c": "replace"}
_STATES = {
    "unsure": "unsure: they may be one",
    "joined": "taken for one",
    "apart": "taken for two",
}
_SHOWN = 3


def ask_pairs(pairs: Sequence[Pair], write: Write | None) -> int:
    """Show each pair and ask; how many judgements were written. Without ``write`` nothing is asked."""
    out, written = _console(), 0
    for number, pair in enumerate(pairs, 1):
        score = f" (score {pair.score:g}, joined from 3 on)" if pair.reasons else ""
        out.print(Text(f"{number} of {len(pairs)}  {_STATES[pair.state]}{score}", style="bold"))
        for letter, side in (("A", pair.one), ("B", pair.other)):
            _show_side(out, letter, side)
        for weight, reason in pair.reasons:
            _line(out, " ", f"{weight:+g} {reason}")
        _show_told(out, pair.told)
        if write is not None:
            answer = _ask("[s]ame  [d]ifferent  [u]nsure  Enter: later  [q]uit", (*_PAIRS, "q", ""))
            if answer == "q":
                break
            if answer:
                decision = _PAIRS[answer]
                write([Judgement(decision, pair.one.key, pair.other.key, why=_why())])
                written += 1
                _warn(out, decision, pair.told)
        out.print()
    if not pairs:
        click.echo("nothing to judge", err=True)
    return written


def ask_claims(
    claims: Sequence[Claim], readings: Readings, identity: Identity, least: float, write: Write | None
) -> int:
    """Show each claim and ask; how many claims were judged. Without ``write`` nothing is asked."""
    out, written = _console(), 0
    for number, claim in enumerate(claims, 1):
        state = "" if claim.confidence >= least else ", too low for the graph"
        sure = f"(confidence {claim.confidence:g}{state})"
        out.print(Text(f"{number} of {len(claims)}  {claim.kind} {sure}", style="bold"))
        _line(out, " ", "; ".join(f"{name}={value}" for name, value in claim.slots.items()))
        for _, document, sentence in claim.witnesses[:_SHOWN]:
            _line(out, " ", f"{document}: {sentence}")
        _more(out, len(claim.witnesses))
        for reason in claim.reasons:
            _line(out, "-", reason)
        for key in claim.keys:
            _line(out, " ", key)
        _show_told(out, claim.told)
        if write is not None:
            answer = _ask("[a]ccept  [r]eject  [c]orrect  Enter: later  [q]uit", (*_CLAIMS, "q", ""))
            if answer == "q":
                break
            if answer:
                decision = _CLAIMS[answer]
                other = _correction(claim.kind, readings, identity) if decision == "replace" else ""
                if other or decision != "replace":
                    why = _why()
                    write([Judgement(decision, k, other, *_seen(claim, k), why=why) for k in claim.keys])
                    written += 1
                    _warn(out, decision, claim.told)
        out.print()
    if not claims:
        click.echo("nothing to judge", err=True)
    return written


def _console() -> Console:
    return Console(highlight=False)


def _line(out: Console, mark: str, text: str) -> None:
    """A line that goes on below its own beginning."""
    for number, part in enumerate(Text(text).wrap(out, out.width - 5)):
        part.rstrip()
        out.print(Text(f"   {' ' if number else mark} ") + part)


def _more(out: Console, number: int) -> None:
    if number > _SHOWN:
        _line(out, " ", f"and {number - _SHOWN} more")


def _show_side(out: Console, letter: str, side: Side) -> None:
    out.print(Text(f"{letter}  {side.label}", style="bold"))
    _line(out, " ", side.key)
    for name, values in (("also", side.names), ("", side.facts), ("region", side.regions)):
        if values:
            _line(out, " ", f"{name}: " * bool(name) + ", ".join(sorted(values)))
    for document, sentence in sorted(side.sentences.items())[:_SHOWN]:
        _line(out, " ", f"{document}: {sentence}")
    _more(out, len(side.sentences))


def _show_told(out: Console, told: Sequence[Judgement]) -> None:
    for judgement in told:
        by = ", ".join(filter(None, (judgement.who, judgement.when, judgement.why)))
        what = f"{judgement.decision} {judgement.other}" if judgement.decision == "replace" else judgement.decision
        _line(out, "*", f"judged: {what}" + (f" ({by})" if by else ""))


def _warn(out: Console, decision: str, told: Sequence[Judgement]) -> None:
    """A negative of somebody else goes on to win."""
    for judgement in told:
        if judgement.decision in ("different", "reject") and decision not in ("different", "reject"):
            _line(
                out, "!", f"{judgement.decision} of {judgement.who or 'somebody'} wins while its row stands in the file"
            )


def _ask(question: str, answers: Sequence[str]) -> str:
    """One of the answers; the end of the input is «q»."""
    while True:
        try:
            answer: str = click.prompt(question, default="", show_default=False, prompt_suffix=": ")
        except click.Abort:
            click.echo()
            return "q"
        answer = answer.strip().lower()[:1]
        if answer in answers:
            return answer
        click.echo(f"answer with one of {', '.join(a for a in answers if a)}, or Enter")


def _why() -> str:
    return _free("why (Enter: no reason)")


def _free(question: str) -> str:
    try:
        answer: str = click.prompt(question, default="", show_default=False, prompt_suffix=": ")
    except click.Abort:
        click.echo()
        return ""
    return " ".join(answer.split())


def _seen(claim: Claim, key: str) -> tuple[str, str]:
    """The first document that tells a claim under a key, and its sentence."""
    return next((document, sentence) for k, document, sentence in claim.witnesses if k == key)


def _correction(kind: str, readings: Readings, identity: Identity) -> str:
    """The slots that somebody types, names of things as their keys; empty where nothing is typed."""
    while True:
        typed = _free(f"SLOT=VALUE; SLOT=VALUE ({', '.join(slots_of(kind))}; no value takes a slot out)")
        if not typed:
            return ""
        try:
            told = _with_keys(kind, typed, readings, identity)
            for name, value in parsed(kind, told).items():
                check_word(kind, name, value)
        except (ValueError, UserError) as error:
            click.echo(str(error))
        else:
            return told


def _with_keys(kind: str, typed: str, readings: Readings, identity: Identity) -> str:
    """What was typed, with the key of each thing in place of its name. Raises where a name means none or several."""

    def key(match: "re.Match[str]") -> str:
        slot, value = slots_of(kind).get(match["name"]), match["value"].strip()
        if slot is None or slot.type != "key" or slot.of in ("money", "role") or not value or "/" in value:
            return match[0]
        kinds = (slot.of,) if slot.name not in ("speaker", "agent") else ("person", "organization")
        named = keys_named(readings, identity, [value])[value]
        tops = sorted({identity.canonical(k) for k in named if k.partition("/")[0] in kinds})
        if len(tops) != 1:
            raise ValueError(f"{value!r} names {'nothing of this kind' if not tops else ' and '.join(tops)}")
        return f"{match['before']}{match['name']}={tops[0]}"

    return re.sub(r"(?P<before>^|;\s*)(?P<name>[a-z]+)\s*=(?P<value>[^;]*)", key, typed)
