"""``kg serve``: the explorer in the browser, and a SPARQL endpoint."""

from pathlib import Path

import click

from kg.cli.options import place_option
from kg.cli.review import today, user
from kg.graph.places import Place

_LOCAL = ("127.0.0.1", "localhost", "::1")


@click.command(epilog="Stop it with Ctrl+C. A new build of the store is noticed and shown.")
@place_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="Another name that this server is called by.")
@click.option(
    "--query-timeout", default=10.0, show_default=True, type=click.FloatRange(0.1), help="Seconds of one query."
)
@click.option("--max-rows", default=100_000, show_default=True, type=click.IntRange(1), help="Rows of one answer.")
@click.option(
    "--query-memory", default=4096, show_default=True, type=click.IntRange(256), help="Megabytes of one query."
)
@click.option("--query-workers", default=8, show_default=True, type=click.IntRange(1), help="Queries at one time.")
@click.option("--review", is_flag=True, help="Let people judge what is one thing and which facts stand.")
@click.option("--who", envvar="KG_WHO", default=user, help="Who judges.  [default: KG_WHO, else your user name]")
def serve(
    store: Place,
    host: str,
    port: int,
    allow_host: tuple[str, ...],
    query_timeout: float,
    max_rows: int,
    query_memory: int,
    query_workers: int,
    review: bool,
    who: str,
) -> None:
    """Show the store in the browser: search, pages, evidence, tables; and answer SPARQL at /sparql.

    Whoever can reach the address can read the whole store, texts included: it listens on this machine alone until
    --host names another address. With --review they can also judge, and judgements go where kg review writes them.
    """
    import secrets

    from kg.errors import UserError
    from kg.use.building.settings import Settings as Remembered
    from kg.use.building.settings import remembered
    from kg.use.endpoint.pool import Limits
    from kg.use.serving.app import Settings
    from kg.use.serving.judging import Desk
    from kg.use.serving.run import serve as run

    desk = None
    if review:
        if not isinstance(store, Path):
            raise UserError("is the address of a server", str(store), "judge the folder that kg build wrote for it")
        file = (remembered(store) or Remembered()).judgements_of(store)
        desk = Desk(file, who, today, secrets.token_urlsafe(24))
    limits = Limits(query_timeout, max_rows, query_memory, query_workers, min(2, query_workers))
    if host not in _LOCAL:
        click.echo(f"{host}: whoever can reach this address can read the whole store", err=True)
    run(
        Settings(store, host, allow_host, limits, desk), port, lambda address: click.echo(f"{address}  Ctrl+C stops it")
    )
