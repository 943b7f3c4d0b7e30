"""A piece of a page, as records and feeds carry it in a field."""

from kg.documents.formats.office.blocks import Block, Paragraph
from kg.errors import UserError


def fragment_blocks(markup: str) -> tuple[Block, ...]:
    """The paragraphs and tables of a piece of markup; what no parser can read is taken as it stands."""
    from kg.documents.formats.page.blocks import blocks_of
    from kg.documents.formats.page.pruning import prune
    from kg.documents.formats.page.tree import parsed

    try:
        whole = parsed(f"<html><body><div>{markup}</div></body></html>", "")
    except UserError:
        return (Paragraph(markup),)
    body = whole.find(".//body")
    prune(body if body is not None else whole)
    return blocks_of(body if body is not None else whole)
