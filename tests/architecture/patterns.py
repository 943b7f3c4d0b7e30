"""Every regular expression of the package, with the place where it stands."""

import ast
import dataclasses
import functools
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import kg
from kg.lexicon import Lexicon
from kg.patterns import Waiting

_FLAGS_AT = {"compile": 1, "regex": 1, "split": 3, "sub": 4, "subn": 4}
_MAKERS = {"compile", "search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn"}
_DEEP, _MANY = 5, 3000


class Found(NamedTuple):
    """An expression; ``place`` is the module and the name or the line where it was found first."""

    expression: str
    flags: int
    place: str


def every_pattern(lexicon: Lexicon) -> list[Found]:
    """All expressions: of names and their values, of what is built from the lexicon, of calls inside functions.

    An expression that a function builds from what it is given is not among them.
    """
    found: dict[tuple[str, int], str] = {}
    for module in _modules():
        for pattern, flags, place in (*_named(module, lexicon), *_called(module)):
            found.setdefault((pattern, flags & ~re.UNICODE.value), place)
    return [Found(pattern, flags, place) for (pattern, flags), place in found.items()]


def _modules() -> list[ModuleType]:
    names = [m.name for m in pkgutil.walk_packages(kg.__path__, "kg.") if m.name not in ("kg.__main__", "kg.patterns")]
    return [importlib.import_module(name) for name in names if not name.startswith("kg.use.building.engines.")]


def _named(module: ModuleType, lexicon: Lexicon) -> Iterator[tuple[str, int, str]]:
    for name, value in vars(module).items():
        yield from _held(value, f"{module.__name__}.{name}")
        if isinstance(value, functools._lru_cache_wrapper) and value.__module__ == module.__name__:
            asked = list(inspect.signature(value).parameters)
            if asked in ([], ["lexicon"]) and "Pattern" in str(inspect.signature(value).return_annotation):
                yield from _held(value(*[lexicon] * len(asked)), f"{module.__name__}.{name}()")


def _held(value: object, place: str, depth: int = 0) -> Iterator[tuple[str, int, str]]:
    """The expressions that a value is or holds."""
    inner: list[object] = []
    if isinstance(value, Waiting):
        yield value.pattern, int(value.given), place
    elif isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value.pattern, value.flags, place
    elif isinstance(value, dict):
        inner = [*value, *value.values()]
    elif isinstance(value, (list, tuple, set, frozenset)):
        inner = list(value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (type, Lexicon)):
        inner = [getattr(value, field.name, None) for field in dataclasses.fields(value)]
    elif isinstance(value, type):
        inner = [each for name, each in vars(value).items() if not name.startswith("__")]
    if depth < _DEEP and len(inner) < _MANY:
        for each in inner:
            yield from _held(each, place, depth + 1)


def _called(module: ModuleType) -> Iterator[tuple[str, int, str]]:
    """What `re` is asked directly, where the expression is made of the module's own names at most."""
    path = Path(str(module.__file__))
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, (ast.Attribute, ast.Name)) or not node.args:
            continue
        made = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        of_re = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "re" and made in _MAKERS
        if not of_re and made != "regex":
            continue
        at = _FLAGS_AT.get(made, 2)
        given = [k.value for k in node.keywords if k.arg == "flags"] or node.args[at : at + 1]
        try:
            pattern, *flags = (eval(ast.unparse(each), vars(module)) for each in (node.args[0], *given))
        except NameError:  # a word of the function's own stands in it
            continue
        if isinstance(pattern, str):
            yield pattern, int(flags[0]) if flags else 0, f"{module.__name__}:{node.lineno}"
