"""``kg check``: is the graph as the contract wants it?"""

import sys

import click

from kg.cli.options import place_option
from kg.graph.places import Place


@click.command()
@place_option
def check(store: Place) -> None:
    """Check shapes, evidence and counts of a store; each problem is a line, and the exit code is then 1."""
    from kg.graph.evidence import check as problems
    from kg.graph.evidence import counts
    from kg.graph.ontology import ontology
    from kg.graph.store import open_store

    with open_store(store) as graph:
        found = problems(graph)
        for violation in found:
            print(violation.sentence)
        for cls, number in counts(graph).items():
            print(f"{number:>9,}  {ontology().label(cls)} ({ontology().label(cls, 'en')})")
    if found:
        print(f"kg: {store}: {len(found)} problem{'s' if len(found) > 1 else ''} found", file=sys.stderr)
        sys.exit(1)
    print("Shapes, evidence and names are as they should be.")
