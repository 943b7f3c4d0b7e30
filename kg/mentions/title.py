"""Titles of offices: 시장, 행정1부시장, 지역허브센터장, with the body that the word itself names."""

from collections.abc import Iterable

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.lexicon.gazetteer import Gazetteer
from kg.mentions.model import Mention, Mentions, Name, Title
from kg.mentions.organization.words import Body, bodies
from kg.mentions.person.names import looks_like_name, name_tables
from kg.mentions.person.titles import read_titles
from kg.mentions.title_words import NO_OFFICE, TitleWord
from kg.patterns import regex
from kg.spans import Span

_ACTING = regex(r" ?(권한대행|직무대행|직무대리|대행|직대)(?![가-힣]*(?:체제|업체))")
_LED = regex(
    r"(?:(?:으로|로) (?:하는|한|둔)|(?:을|를) (?:맡는|맡은|맡고 있는|맡아 이끄는)) [‘'「“]?"
    r"((?:[가-힣A-Za-z0-9·]+ ){0,4}?[가-힣A-Za-z0-9·]*"
    r"(?:추진단|지원단|자문단|기획단|사업단|태스크포스|TF|위원회|협의회|협의체|추진본부|대책본부))"
    r"(?=[’'」”]|(?:을|를|이|가|은|는|도|과|와|에|의)?(?![가-힣A-Za-z0-9]))"
)
_BRANCHES = ("지부", "지회", "분회", "지역본부")
_ASSOCIATED = regex(r"노조|노총|노동조합|연맹|연합|협회|본부|조합|연대|회의소|농민회|노련|단체|모임|총연")
_RESIDENTS = regex(
    r"(?:주민자치(?:위원)?회|(?:이장|통장|이장단|이·?통장)(?:연합|협의)회|부녀회|청년회|주민(?:협의체|협의회|대책위원회)|노인회|발전협의회|"
    r"(?:상가|상점가)?(?:상인(?:연합|협동)?회|번영회)|입주자대표회의?|새마을(?:부녀|지도자협의)회|어촌계|영농회|작목반|의용소방대|자율방범대|"
    r"(?:입주)?기업(?:인)?(?:협의|협)회)"
)
_NEIGHBOURHOOD = regex(
    r"(?<![가-힣0-9])(?:[가-힣]{1,4}\d?[동읍면리]|[가-힣A-Za-z0-9]{1,8}"
    r"(?:시장|상점가|상가|골목|거리|마을|아파트|단지|산단|지구|밸리|포구|항)) $"
)
_ZONE = regex(r"(?<![가-힣])(?P<zone>[가-힣]{2,5}권역?) $")
_NO_ZONES = frozenset({"야권", "여권", "정치권", "금융권", "범여권", "범야권", "학원권", "문화권", "생활권", "상권"})
"""Words that end as those for wider regions do and are circles of people."""
_LONG = 4
"""So many letters at least has a body that is known by the word in its head's title: 물류협의회 in 물류협의회장."""
_FORMER = regex(r"(?:^|[^가-힣])(?:전|前|전임|전직|당시|옛|직전|전\(前\))\s?$")


def find_titles(analysis: Analysis, lexicon: Lexicon, mentions: Mentions) -> Iterable[Mention]:
    """Every word that is or ends in an office's title; a body inside the word is an organisation.

    The mention covers the whole word (서울시장), its value the bare title (시장).
    """
    known, text = bodies(lexicon), analysis.text
    for begin, end, words in read_titles(analysis, lexicon).lines:
        skip = 0
        for word in words:
            if word.begin < skip or word.kind in NO_OFFICE:
                continue
            bare, stop, acting = _with_acting(text, word)
            skip = stop
            former = _FORMER.search(text, max(begin, word.begin - 6), word.begin) is not None
            yield Mention(word.begin, stop, "title", Title(bare, former, acting), "title")
            if word.body is not None:
                name = _body_name(text, word, known)
                owner = _owner(text, word, mentions)
                if owner is not None:
                    whole = Name(text[owner.begin : word.body_end], ("Association",))
                    yield Mention(owner.begin, word.body_end, "organization", whole, "organization-branch")
                    continue
                place = _NEIGHBOURHOOD.search(text, max(begin, word.begin - 10), word.begin)
                if place and _RESIDENTS.fullmatch(text, word.begin, word.body_end):  # 새터동 주민자치회장
                    whole = Name(text[place.start() : word.body_end], ("Association",))
                    yield Mention(place.start(), word.body_end, "organization", whole, "organization-branch")
                    continue
                if mentions.free(word.begin, word.body_end, "organization"):
                    zone = _zone(text, begin, word, lexicon)
                    if zone is not None and name.official is None:
                        whole = Name(text[zone : word.begin] + name.text, name.classes)
                        yield Mention(zone, word.body_end, "organization", whole, "organization-in-title")
                        continue
                    yield Mention(word.begin, word.body_end, "organization", name, "organization-in-title")
            elif (led := _LED.match(text, stop, end)) and mentions.free(*led.span(1), "organization"):
                yield Mention(*led.span(1), "organization", Name(led.group(1)), "organization-led")
            elif word.bare in ("국회의원", "국회의장"):
                parliament = Name("국회", ("Parliament",), "국회")
                yield Mention(word.begin, word.begin + 2, "organization", parliament, "organization-in-title")


def _zone(text: str, begin: int, word: TitleWord, lexicon: Lexicon) -> int | None:
    """Where the word for a wider region begins with which the body's name begins: 중부권 물류협의회장."""
    zone = _ZONE.search(text, max(begin, word.begin - 8), word.begin)
    tables = name_tables(lexicon)
    if zone is None or len(word.body or "") < _LONG or looks_like_name(zone["zone"], tables):
        return None
    return zone.start("zone") if zone["zone"] not in _NO_ZONES else None


def _owner(text: str, word: TitleWord, mentions: Mentions) -> Mention | None:
    """The union or association right before the title of whom heads its branch: 누리노총 가온본부 새별지부장."""
    if not (word.body or "").endswith(_BRANCHES) or text[word.begin - 1 : word.begin] != " ":
        return None
    before = mentions.within(Span(max(word.begin - 40, 0), word.begin - 1), "organization")
    return next((m for m in before if m.end == word.begin - 1 and _ASSOCIATED.search(m.value.text)), None)


def _with_acting(text: str, word: TitleWord) -> tuple[str, int, bool]:
    """The bare title, its end and whether somebody stands in (시장 권한대행)."""
    if word.kind == "acting":
        return word.bare, word.end, True
    told = _ACTING.match(text, word.end)
    if told is None:
        return word.bare, word.end, False
    return f"{word.bare} {told.group(1)}", told.end(), True


def _body_name(text: str, word: TitleWord, known: Gazetteer[Body]) -> Name:
    """The name of the body, with its official name where the lexicon has it and the class that the title tells."""
    body = word.body or ""
    for end, listed in known.at(text, word.begin, word.end):
        if end == word.body_end:
            return Name(body, (listed.cls,), listed.official)
    classes: tuple[str, ...] = ()
    if word.kind in ("head", "deputy", "department") and not body.endswith("교육청"):
        classes = ("LocalGovernment",)
    elif word.kind == "minister":
        classes = ("Ministry",)
    elif body.endswith(("위원회", "특위", "협의회", "심의회", "평의회")):
        classes = ("Committee",)
    elif body.endswith("의회"):
        classes = ("Council",)
    elif body.endswith("센터"):
        classes = ("Centre",)
    elif body.endswith(("대", "대학교")):
        classes = ("University",)
    return Name(body, classes)
