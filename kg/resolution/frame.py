"""What the graph says of the document itself: headline, date, publisher, reporters, region."""

from kg.documents.model import Document
from kg.lexicon.governments import candidates
from kg.mentions.model import Mention, Name
from kg.resolution.cast import Cast
from kg.resolution.draft import Draft
from kg.resolution.home import Home, stem
from kg.resolution.names import entity_key, spaced
from kg.resolution.organizations import council_draft, government_draft, region_draft
from kg.resolution.reading import Property

_TYPES = {"press-release": "rap:PressRelease", "council": "rap:CouncilRecord"}


def document_type(document: Document) -> str:
    """The CURIE of the document's class."""
    return _TYPES.get(document.kind, "schema:NewsArticle")


def document_properties(cast: Cast, home: Home) -> tuple[Property, ...]:
    """The statements about the document; publisher and reporters become entities linked from here alone."""
    document = cast.analysis.document
    told = [Property("dcterms:identifier", document.identifier, "string")]
    told.append(Property("schema:headline", document.title or _opening(cast), "ko"))
    if document.url:
        told.append(Property("schema:url", document.url, "uri"))
    if document.published:
        told.append(Property("schema:datePublished", document.published, "date"))
    if document.publisher:
        told.append(Property("schema:publisher", _publisher(cast, home), "key"))
    for name, span in document.byline:
        reporter = cast.draft("person", entity_key("person", name, document.identifier), name, ("foaf:Person",))
        reporter.bearing.append(Mention(span.begin, span.end, "person", name, "byline"))
        told.append(Property("schema:author", reporter.key, "key"))
    if home.government is not None:
        told.append(Property("schema:spatialCoverage", region_draft(cast, home.government).key, "key"))
    return tuple(sorted(told))


def _publisher(cast: Cast, home: Home) -> str:
    document = cast.analysis.document
    name = spaced(document.publisher or "")
    known = next((d for d in cast.of("organization") if d.matches(name)), None) or _government(cast, home, name)
    draft = known or cast.draft("organization", entity_key("organization", name), name)
    draft.spelled(name)
    if document.publisher_span is not None and (known is None or not known.bearing):
        span = document.publisher_span
        draft.types.append("org:Organization")
        draft.bearing.append(Mention(span.begin, span.end, "organization", Name(name), "masthead-publisher"))
    return draft.key


def _government(cast: Cast, home: Home, name: str) -> Draft | None:
    """The government or the council that a paper comes from, by its official name."""
    meant = home.choose(candidates(cast.lexicon, stem(name), cast.analysis.document.published))
    if meant is None:
        return None
    return (council_draft if name.endswith("의회") else government_draft)(cast, meant)


def _opening(cast: Cast) -> str:
    """What stands for the headline of a page that shows none: its first sentence, else its name."""
    for sentence in cast.analysis.sentences:
        if sentence.block == "body":
            return spaced(cast.text[sentence.begin : sentence.end])
    return cast.analysis.document.identifier
