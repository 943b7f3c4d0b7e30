"""The commands, one file each; a command's file is imported only when it runs."""

from importlib import import_module

import click

COMMANDS = {
    "build": "Read files and folders into a store.",
    "remove": "Take documents out of a store.",
    "diff": "Say what changed between two graphs.",
    "extract": "Write one Turtle file a document.",
    "query": "Ask a named question or run a SPARQL file.",
    "export": "Write the whole graph to a file.",
    "draw": "Draw what surrounds a name.",
    "serve": "Show a store in the browser and answer SPARQL.",
    "site": "Write the pages of a store as static files.",
    "explain": "Show how a text was read, sentence by sentence.",
    "conflicts": "List where documents contradict each other.",
    "changes": "List what later documents tell anew.",
    "issues": "List what was seen and not understood.",
    "review": "Judge what is one thing, and which facts stand.",
    "check": "Check shapes, evidence and counts of a store.",
    "mentions": "Find numbers, money and time in lines of JSON.",
    "evaluate": "Score the extraction against gold documents.",
}


class LazyGroup(click.Group):
    """A group that knows its commands' names and summaries without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command from its own file."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"kg.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands of ``kg --help``."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="regional-ai-kg")
def kg() -> None:
    """Korean texts on regional AI policy become a graph in which every fact opens its sentence."""
