"""``kg review``: people decide what is one thing and which facts stand."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import store_option

if TYPE_CHECKING:
    from kg.identity.judgements import Judgement


def today() -> str:
    """Today, the only look at a clock: it stands in what a person writes, never in a build."""
    return date.today().isoformat()


def user() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError):  # a process without a user, as in some containers
        return ""


@click.command(epilog="Judgements are written as they are made; the next kg build obeys them.")
@click.argument("names", nargs=-1, metavar="[NAME|KEY|IRI...]")
@store_option
@click.option("--facts", is_flag=True, help="Judge facts: accept, reject or correct them.")
@click.option("--list", "only_list", is_flag=True, help="Show what there is to judge, and ask nothing.")
@click.option("--who", envvar="KG_WHO", default=user, help="Who decides.  [default: KG_WHO, else your user name]")
@click.option("--when", default=today, help="The day of the decision (2026-03-11).  [default: today]")
def review(names: tuple[str, ...], store: Path, facts: bool, only_list: bool, who: str, when: str) -> None:
    """Walk through pairs that may be one thing, and write your judgements to judgements.csv.

    Without NAME these are the unsure pairs that nobody judged. With NAME they are all pairs about that thing: unsure
    ones, merges that you doubt, and namesakes that stay apart. With --facts they are facts, those that are least sure
    first, or those about NAME.
    """
    from kg.cli.reviewing import ask_claims, ask_pairs
    from kg.errors import UserError
    from kg.graph.store import open_store
    from kg.graph.terms import ID
    from kg.identity.slots import SLOTS
    from kg.lexicon import load_lexicon
    from kg.use.building.settings import Settings, remembered
    from kg.use.judging.asking_claims import claims_to_judge
    from kg.use.judging.asking_pairs import pairs_to_judge
    from kg.use.judging.decided import decided
    from kg.use.judging.file import add_judgements, check_day
    from kg.use.judging.named import keys_named

    try:
        check_day(when)
    except ValueError as error:
        raise UserError(str(error), "--when") from error
    settings = remembered(store) or Settings()
    file = settings.judgements_of(store)
    judged = settings.judged(store)
    with open_store(store) as graph:
        lexicon = load_lexicon(settings.lexicon)
        identity, _ = decided(graph.readings, judged, settings.min_confidence, lexicon)
        told = tuple(n for n in names if facts and n.removeprefix(ID).partition("/")[0] in SLOTS)
        named = keys_named(graph.readings, identity, [n for n in names if n not in told])

        def write(new: "list[Judgement]") -> None:
            add_judgements(file, [j._replace(who=who, when=when) for j in new])

        if facts:
            keys = set().union(*named.values()) if named else set()
            claims = claims_to_judge(graph.readings, identity, judged, keys, told)
            least = settings.min_confidence
            written = ask_claims(claims, graph.readings, identity, least, None if only_list else write)
        else:
            pairs = pairs_to_judge(graph.readings, identity, judged, named, lexicon)
            written = ask_pairs(pairs, None if only_list else write)
    if written:
        click.echo(f"{written} written to {file}")
        click.echo(f"next:\n  kg build{'' if str(store) == 'kg-store' else f' --store {store}'}")
