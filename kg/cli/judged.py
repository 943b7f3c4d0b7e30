"""What a build says of the judgements that it obeyed."""

from pathlib import Path

import click


def tell_judgements(store: Path) -> None:
    """Print how many judgements the store obeys and how many want another look; nothing where there are none."""
    from kg.graph.store import open_store
    from kg.use.building.settings import Settings, remembered
    from kg.use.judging.file import obeyed
    from kg.use.judging.stale import changed_beneath

    with open_store(store) as graph:
        number = len(obeyed(graph.meta))
        stale = sum(1 for _ in changed_beneath(graph)) if number else 0
    if number:
        name = (remembered(store) or Settings()).judgements_of(store).name
        look = f", {stale} to look at again (kg issues)" if stale else ""
        click.echo(f"{number} judgement{'s' * (number > 1)} obeyed from {name}{look}")
