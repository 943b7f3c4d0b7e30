"""A process that forks builds and kills them at a moment: what `test_kills` runs. It never builds anything itself.

The texts' readings come ready made on the command line's file (Kiwi's threads would not survive the fork); everything
else is the real build. A line of JSON on stdin is one build: store, texts, and the seconds after which it is killed.
"""

import json
import os
import pickle
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.documents.article import Article
from kg.lexicon import load_lexicon
from kg.use.building.settings import Settings
from kg.use.building.shards import Line
from kg.use.building.update import Change, update


def main() -> None:
    """Serve builds until stdin ends; of each say its exit status (negative: killed) and how long it ran."""
    readings = pickle.loads(Path(sys.argv[1]).read_bytes())
    words = load_lexicon()

    def reader(articles: Iterable[Article], number: int) -> Iterator[Line]:
        for article in articles:
            time.sleep(0.005)
            yield Line.of(readings[article.identifier, article.text])

    for line in sys.stdin:
        asked = json.loads(line)
        begin = time.perf_counter()
        child = os.fork()
        if child == 0:
            change = Change([Article(*told) for told in asked["texts"].items()], lambda _: True)
            update(Path(asked["store"]), Settings(Path("/texts")), words, change, reader)
            os._exit(0)
        if asked["after"] is not None:
            time.sleep(asked["after"])
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        print(json.dumps([os.waitstatus_to_exitcode(status), time.perf_counter() - begin]), flush=True)


if __name__ == "__main__":
    main()
