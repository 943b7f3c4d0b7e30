"""The articles that wait to be read, on disk: a build of any number of documents stays within the same memory."""

import json
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType

from kg.documents.article import Article, original_of


class Waiting:
    """A file without a name in the store's folder, which goes with the process."""

    def __init__(self, store: Path) -> None:
        self._file = TemporaryFile(dir=store)  # noqa: SIM115  # closed by __exit__
        self._begins: dict[str, int] = {}

    def __enter__(self) -> "Waiting":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._file.close()

    def put(self, article: Article) -> None:
        """Keep an article; a later one of the same identifier takes its place."""
        self._begins[article.identifier] = self._file.seek(0, 2)
        line = json.dumps([article.identifier, article.text, article.original], ensure_ascii=False)
        self._file.write(line.encode("utf-8", "surrogatepass") + b"\n")

    def article(self, identifier: str) -> Article | None:
        """The article that waits under an identifier."""
        begin = self._begins.get(identifier)
        if begin is None:
            return None
        self._file.seek(begin)
        name, text, original = json.loads(self._file.readline().decode("utf-8", "surrogatepass"))
        return Article(name, text, original_of(original))
