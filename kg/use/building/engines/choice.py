"""Choosing an engine by its name; what a cluster needs is imported only where it is asked for."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from importlib import import_module
from typing import NamedTuple

from kg.documents.article import Article
from kg.errors import UserError
from kg.lexicon import Lexicon
from kg.pipeline import Tell
from kg.use.building.engines.local import processes
from kg.use.building.maker import maker
from kg.use.building.shards import Engine, Line, read_shards, shards_of

NAMES = ("local", "dask", "spark")
_SHARD = 8
"""Documents a shard on this machine: enough to make handing over cheap, few enough to share the work evenly."""
_FAR = 64
"""Documents a shard that goes through a scheduler, which costs milliseconds each."""

Opened = AbstractContextManager[Engine]


class Choice(NamedTuple):
    """An engine's name, how many processes it is to start, and the address of a cluster that runs already."""

    name: str = "local"
    workers: int = 1
    scheduler: str = ""

    def read(self, articles: Iterable[Article], lexicon: Lexicon, tell: Tell) -> Iterator[Line]:
        """The readings of articles, in order, as lines; an article that is left out is told to ``tell``.

        Raises `UserError` where what the engine needs is not installed, and where its cluster does not answer.
        """
        with self._open(lexicon) as engine:
            most = _SHARD if self.name == "local" else _FAR
            yield from read_shards(shards_of(articles, maker(lexicon), most), engine, tell)

    def _open(self, lexicon: Lexicon) -> Opened:
        if self.name == "local":
            return processes(lexicon, self.workers)
        try:
            found: Callable[[Lexicon, int, str], Opened] = import_module(f"kg.use.building.engines.{self.name}").cluster
        except ImportError as error:
            what = "needs packages that are not installed"
            raise UserError(what, f"--engine {self.name}", f"pip install 'regional-ai-kg[{self.name}]'") from error
        return found(lexicon, self.workers, self.scheduler)
