"""Writing a graph to a server, and telling what came of it."""

import sys
from pathlib import Path

import click

from kg.errors import UserError
from kg.graph.server.address import Address, address_of, is_server, with_writing
from kg.graph.store import GraphStore, open_store


def server_of(url: str, update: str, graph_store: str) -> Address:
    """The server that the words of the command line name. Raises `UserError` for words that are no address."""
    if not is_server(url):
        raise UserError("is no address", url, "write it as http://host:port/query")
    return with_writing(address_of(url), update, graph_store)


def reached(address: Address, update: str, graph_store: str) -> Address:
    """The server that a build is for, found to take updates before anything is read. Raises `UserError`."""
    from kg.graph.server.endpoint import Endpoint
    from kg.graph.server.writing import writer_of

    address = with_writing(address, update, graph_store)
    writer_of(Endpoint(address))
    return address


def publish_folder(folder: Path, address: Address) -> None:
    """Write the graph of a store's folder to a server and say what was done. Raises `UserError`."""
    with open_store(folder) as graph:
        published(graph, address)


def published(graph: GraphStore, address: Address) -> None:
    """Write a graph to a server and say what was done. Raises `UserError`; readers then have what they had."""
    from kg.cli.progress import progress
    from kg.graph.server.publishing import publish

    done = publish(graph, address, progress)
    if not done.written:
        click.echo(f"{address}: holds this graph already")
        return
    click.echo(f"{address}: {done.statements:,} statements written, readers follow them now")
    if done.lost:
        what = f"kg: {address}: {done.lost:,} of these it does not keep (values that it takes for equal)"
        print(f"{what}; see docs/servers.md", file=sys.stderr)
