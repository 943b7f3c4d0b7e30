"""Where the files that travel with the package stand: lexicon, examples, ontology, shapes."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The path of a shipped file or folder, such as ``data/lexicon`` or ``ontology``.

    An installed wheel holds them under ``kg/_resources``; a checkout at its top level.
    """
    packed = _PACKAGE / "_resources" / name
    return packed if packed.exists() else _PACKAGE.parent / name
