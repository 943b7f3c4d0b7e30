"""Regular expressions that are compiled when they are first asked.

The rules hold some 1,500 of them and a document asks half; compiling all at once would be what a command waits for
longest before it reads the first line.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "groups", "groupindex")


_not_asked: list["Waiting"] = []
"""Those that may not have been compiled yet, in the order in which the rules were imported."""


class Waiting:
    """An expression that becomes a `re.Pattern` when something of it is asked; from then on a question costs the same.

    ``pattern`` is told without compiling. A match's ``re`` is the `re.Pattern`, not this.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.given = flags
        _not_asked.append(self)

    def __getattr__(self, name: str) -> Any:
        """What is not there yet: the pattern is compiled, and all that can be asked of it is kept."""
        if name not in _ASKED:
            raise AttributeError(name)
        made = re.compile(self.pattern, self.given)
        self.__dict__.update((each, getattr(made, each)) for each in _ASKED)
        return self.__dict__[name]


def regex(expression: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression of `re`, which is compiled when it is first asked; ``flags`` as of `re.compile`.

    An expression that cannot be compiled raises `re.error` then.
    """
    return cast("re.Pattern[str]", Waiting(expression, flags))


def compile_while(idle: Callable[[], bool]) -> None:
    """Compile what no one has asked yet, as long as ``idle`` says that there is nothing else to do.

    What cannot be compiled is left to who asks it.
    """
    while _not_asked and idle():
        with suppress(re.error):
            _ = _not_asked.pop().search  # asking is what compiles it
