"""Who is handed a work: «A에 맡겨», «운영을 A에 위탁했다», «A를 통해», and who is told to be the one that does it."""

from kg.facts.involvement.scene import Scene
from kg.facts.involvement.words import behind
from kg.language.model import Sentence
from kg.mentions.model import Mention
from kg.patterns import regex

_HANDS = frozenset(
    {
        "맡기",
        "위탁",
        "넘기",
        "일임",
        "위임",
        "대행",
        "이관",
        "넘어가",
        "떨어지",
        "돌아가",
        "내맡기",
        "떠넘기",
        "떠맡기",
        "안기",
    }
)
_TAKES = frozenset({"위탁받", "넘겨받", "수탁", "이어받", "물려받", "위임받"})
_OF_WORK = frozenset({"떨어지", "돌아가", "안기", "떠넘기", "넘기", "넘어가", "넘겨받", "이관", "이어받", "물려받"})
_WORK = regex(
    r"(?:운영|관리|사업|업무|실무|수행|관제|교육|위탁|진행|총괄|시행|살림|운행|점검|정비|유지보수|강의|수업|일)(?:권|을|를|은|는)"
)
_TO = frozenset({"에", "에게", "한테", "로", "으로"})
_AS_NOUN = regex(r"\s(?:[^\s.]{1,8}\s){0,2}?(?:위탁|위임|일임)\s?(?:운영|관리|시행|수행|추진)")
_FAR = 60
_THROUGH = regex(r"(?:\([^()]*\))?[을를] (?:통해|통하여|통해서|거쳐|앞세워)(?=[\s,])")
_DOES = (
    r"(?:(?:사업|운영|실무|관리|총괄|수행|개발|구축|시공|공사|교육|업무|일)?(?:을|를)?\s?)"
    r"(?:맡은|맡는|맡을|맡고 있는|도맡은|운영하는|운영할|총괄하는|수행하는|이끄는|꾸리는|굴리는|담당하는"
    r"|전담하는|추진하는|주관하는"
    r"|책임지는|개발하는|개발한|구축하는|짓는|지을|만드는|대행하는)"
)
_ONE_WHO = regex(
    _DOES + r" (?:(?:곳|데|기관|주체|쪽|것|이|업체|회사|단체|대학|재단|법인)(?:은|는|도)|건) "
    r"(?:바로 |다름 아닌 )?(?:[^\s.,]{1,8}\s){0,2}?(?:[^\s.,]{1,8}인 )?(?:\(재\)|㈜|재단법인 |사단법인 )?$"
)
_ONE = regex(
    r"[가-힣]?\s(?:곳|데|것|기관|주체|쪽|이|업체|회사|단체|대학|재단|법인|건|사람|손|게)(?:은|는|도)?\s(?:바로\s|다름\s아닌\s|사실\s|정작\s|실은\s)?"
    r"(?:[^\s.,]{1,10}(?:이|가)\s아니라\s|[^\s.,]{1,10}(?:이|가)\s아닌\s)?"
    r"(?:[^\s.,]{1,8}인\s)?(?:\(재\)|㈜|재단법인\s|사단법인\s)?[‘']?"
)
_NAMED = regex(r"[’']?(?:\([^()]*\))?(?:이다|다|입니다|이며|이고|였다|이었다|이에요|예요)(?=[\s.,]|$)")
_OF_MONEY = frozenset(
    {"지원", "투입", "투자", "들이", "쓰", "주", "지급", "제공", "발표", "하", "공모", "확정", "모집"}
)
_IS = regex(r"(?:\([^()]*\))?(?:이다|다|입니다|이며|이고|였다|이었다|이에요|예요|[,.]|$)")


def handed_to(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    """Whether a work is given into the hands of a body: 에 맡기다, 에 위탁하다, 로 넘기다; 이 위탁받다."""
    case, edge = behind(sentence, body, 0)
    if (case not in _TO and case not in ("이", "은")) or scene.is_government(body):
        return False
    if case in _TO and (noun := _AS_NOUN.match(scene.analysis.text, edge)):
        return not _of_body(scene, sentence, noun.end())
    passed = 0
    for verb in scene.verbs(sentence):
        if verb.begin < edge:
            continue
        if verb.begin - edge > _FAR or passed > 1:
            return False
        if verb.stem in _HANDS or verb.stem in _TAKES:
            given = verb.stem in _HANDS and not verb.negated
            took = verb.stem in _TAKES or scene.analysis.text[verb.end : verb.end + 1] == "받"
            if verb.stem in _OF_WORK and not _WORK.search(scene.analysis.text, sentence.begin, verb.begin):
                return False
            return ((given and not took) if case in _TO else took) and not _of_body(scene, sentence, verb.begin)
        if verb.ending not in ("linking", "noun"):
            return False
        passed += 1
    return False


def _of_body(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Whether what is handed over is a body (센터를 맡기다) and no work of a program."""
    return any(b.end <= verb and behind(sentence, b, 0)[0] == "을" for b in scene.bodies(sentence)) or any(
        t.tag == "JKO" and t.begin <= verb and scene.analysis.text[t.begin - 2 : t.begin] == "센터"
        for t in sentence.tokens
    )


def used_by(scene: Scene, sentence: Sentence, end: int) -> list[Mention]:
    """The bodies by which something is done before an offset: «시는 A를 통해 P에 …»."""
    return [
        b
        for b in scene.bodies(sentence)
        if b.end <= end and not scene.is_government(b) and _THROUGH.match(scene.analysis.text, b.end)
    ]


def is_the_one(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    """Whether a body is told to be the one that does the work: «사업을 맡은 곳은 A다»."""
    text = scene.analysis.text
    head = text[max(sentence.begin, body.begin - 48) : body.begin]
    if _IS.match(text, body.end, sentence.end) is None:
        return False
    return _ONE_WHO.search(head) is not None or _is_cleft(scene, sentence, body)


def _is_cleft(scene: Scene, sentence: Sentence, body: Mention) -> bool:
    """«길을 닦고 돌보는 것은 A다»: whether a deed is bent to one who is then named."""
    before = [v for v in scene.deeds(sentence) if v.end <= body.begin and v.ending == "adnominal" and not v.passive]
    if not before or before[-1].stem in _OF_MONEY or _NAMED.match(scene.analysis.text, body.end) is None:
        return False
    acts = any(t.tag == "JKS" and t.begin < before[-1].begin for t in sentence.tokens)
    return not acts and _ONE.fullmatch(scene.analysis.text, before[-1].end, body.begin) is not None
