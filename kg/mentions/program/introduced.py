"""Coined names in marks that no known end shows to be a program's: ‘손끝서고’, ‘모두의 비서실’, ‘숨쉬는 블록’.

What a text on policy puts between single marks and uses as a noun of its sentence is the name of something that
is done, unless a word of every day stands there alone, or the words round it say that a word is only mentioned.
"""

from itertools import pairwise

from kg.language.model import Sentence, Token
from kg.lexicon import Lexicon
from kg.mentions.program.witnesses import governed
from kg.patterns import regex

_COPULA = (
    r"(?:이?다|입니다|이?에요|예요|이었다|였다|이었습니다|였습니다|이?죠|이?지요|이?거든요|인데요|이?고요|이?랍니다"
    r"|인 거죠|인 겁니다|이었죠|였죠)"
)
_USED = regex(
    r"[’'」』](?:\s?\([^()]{1,20}\))?"
    r"(?:(?:은|는|이|가|을|를|에|에는|에선|에서|에서는|에서도|에도|에만|의|도|만|와|과|와의|과의|로|으로|으로는|로는|부터|까지|만큼은|만큼|처럼"
    r"|이나|나|이며|이고|이란|란|이라면|이야말로)(?=[\s.,])"
    rf"|{_COPULA}[.,]|[.]|\s?[:：]\s"
    r"|(?:이?라고)(?:, |\s(?:있는데|있어요|있습니다|있죠|하는 (?:사업|서비스|장치|제도|프로그램|시스템|게 있)))"
    r"|\s?[가-힣]{2,4}비(?:로|는|를|가|도|에|와)?\s|\s?(?:개발|보급|설치|운영|도입|구축|조성|확대|가동|시연|개통|공모|시범|마련|착수|개시|출시|첫)(?:을|를|에|도|은|이|중)?\s)"
)
"""What closes a name that its sentence uses as a noun."""
_FATE = regex(
    r"[’'」』]\s?(?:(?:이|가)\s(?:되|될|됐|된|돼|아니|아닌)|(?:으로|로)\s?(?:분류|불[리린렸러릴]|부[르른]|전락|꼽[히혀힌]|여[기겨]|보[는이]|변[하한했]|거듭|남[을는았]|"
    r"만[드들]|평가|규정|표현|통[하한했]|돌아[서선섰]|읽[히힌]|비[치친쳤])|(?:을|를)\s(?:외[치친쳤]|강조|부르짖|내걸|내세|표방|넘어|뛰어넘|목표|지향|자처|꿈꾸|꿈꿔|겪)|"
    r"(?:이라|라)(?:서|니|도)|(?:이|가|은|는|도)\s(?:없|있어야|따로|필요|중요|핵심|관건|문제|화두)|(?:의|이라는)\s(?:시대|기적|꿈)|에\s(?:그[치친쳤]|머[물무]|빠[지진졌]))"
)
"""What is said of a word that names no program: «‘일상’이 된다», «‘완료’로 분류된», «‘상생’을 외치다»."""
_MENTIONED = regex(
    r"(?:이른바|소위|말 그대로|스스로를|자칭|한마디로|요컨대|오히려|이제는|결국|일종의|사실상|"
    r"바로|진짜|진정한|또 다른|제2의|새로운)\s?[‘'「『]$"
)
"""What stands before a word that is only mentioned."""
_WORK = regex(
    r"(?:저서|논문|책|서적|책자|소설|시집|동화|동시|수필|칼럼|사설|기사|기고|기고문|글|노래|곡|앨범|영화|드라마|연극|뮤지컬|그림|작품|방송|강연|발제|제목|문장|구절|속담|말|단어"
    r"|낱말|글자|문구|표어|구호|질문|주제|개념|원칙|정신|철학|가치|키워드|열쇳말|"
    r"화두|항목|등급|판정|의견|이유|사유|조건|상태)(?:인|은|는|에서|의|,|과|와|로|이)? ?[‘'「『]$"
)
"""Behind these stands the name of a book or a song, or a word that is looked at as a word."""
_LAW = regex(r"(?:법|법률|시행령|시행규칙|헌법)$")
_IS = regex(rf"[’'」』](?:\s?\([^()]{{1,20}}\))?{_COPULA}[.,]")
_THING_IS = regex(
    r"(?:사업|정책|공약|결재|과제|카드|서비스|시책|처방|해법|대책|무기|제도|대안|프로그램|프로젝트|"
    r"야심작|결과물|작품|주인공|장치|시스템|기술|곳|것|게)(?:이|가|은|는)? (?:바로 )?[‘'「]$"
)
"""«취임 뒤 첫 결재가 ‘가온 물결’이었다»: what the sentence is about is a thing that is done."""
_CHRISTENED = regex(
    r"[’'」』》〉>\"”](?:이?라는|이?란) (?:새 |사업 |정책 )?(?:이름|명칭|사업명|간판)(?:을|를|으로|이|도)? "
)
_NAMED_SO = regex(r"[’'」』》〉>\"”](?:이?라고|이?라|으?로) 이름 ?(?:을 )?(?:짓|지[은었어]|붙[이인였여]|했)")
"""«시는 ‘가온 물결’이라고 이름 짓고»."""
_NAME_IS = regex(
    r"(?<![가-힣])(?:(?:사업|정책|계획|구상|프로젝트|프로그램|서비스|시스템|기계|장치|기기|설비|로봇|챗봇|앱|인공지능|AI|스피커|감지기|제도|과정|꾸러미)"
    r"(?:의|에 붙인|에 붙은)? (?:이름|명칭|간판)은|이름하여) $"
)
"""«사업의 이름은 ‘가온 물결’이다», «이름하여 ‘가온 물결’»."""
_THING = regex(r"(?:사업|정책|계획|구상|프로젝트|프로그램|서비스|시책)(?:에|의|을|를|은|는|이|가|으로|로)")
_THING_NAMED = regex(
    r"(?:사업|정책|계획|구상|일|프로젝트|프로그램|서비스|과정|시책|공약|전략|대책)(?:에|에는|의|을|를|은|는) $"
)
"""«이 사업에 ‘가온 물결’이라는 이름을 붙였다»: what bears the name is a program."""
_NAME_BECOMES = regex(
    r"(?:사업|프로젝트|과정|단지|서비스|시스템|플랫폼|바우처|프로그램|계획)(?:의)?\s?(?:새\s?)?(?:이름|명칭|간판|이름표|문패|명패|사업명)[을를은는이가]?\s"
    r"(?:[‘'“「][^’'”」]{2,30}[’'”」](?:에서|을|를|은|는|이|가)\s)?[‘'“「]$"
)
"""«사업의 간판을 ‘A’에서 ‘B’로 바꿔 단다»: both are names of the scheme."""
_TELLS_USE = frozenset({"ETM"})
_OBJECTS = frozenset({"JKO", "JKB", "JKS"})
_NOUNS = frozenset({"NNG", "NNP", "SL", "SN", "SH", "XSN", "XPN", "XR", "NNB", "NR", "SW"})
_INSIDE = _NOUNS | {
    "ETM",
    "JKG",
    "JKB",
    "VV",
    "VA",
    "XSV",
    "XSA",
    "MAG",
    "MM",
    "JC",
    "ETN",
    "SP",
    "SO",
    "EC",
    "VX",
    "NP",
}
_PLAIN = frozenset(
    {"MAG", "MM", "NP", "NNG", "NNP", "SL", "SN", "SH", "XSN", "XPN", "XR", "NNB", "NR", "SW", "SP", "SO"}
)
_LONG_NAME = 3
_EACH = ("마다", "까지", "부터", "보다", "만")


def only_mentioned(text: str, begin: int, end: int) -> bool:
    """Whether the words round ``text[begin:end]`` say that a word is meant, a book or a law: ‘완료’로 분류된."""
    before = max(0, begin - 14)
    if _FATE.match(text, end) or _LAW.search(text, begin, end):
        return True
    return _MENTIONED.search(text, before, begin) is not None or _WORK.search(text, before, begin) is not None


def used_as_name(sentence: Sentence, inner: list[Token], text: str, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether what stands in marks at ``text[begin:end]`` (its tokens are ``inner``) is used as a name is."""
    if sentence.block in ("title", "subtitle") or not inner or inner[-1].tag not in _NOUNS:
        return False
    if not _USED.match(text, end) or text[begin - 1] == "『":
        return False
    before = max(0, begin - 14)
    coined = len(inner) == 1 and inner[0].tag == "NNP"
    told = coined or is_introduced(sentence, begin) or _THING_IS.search(text, before, begin) is not None
    if _IS.match(text, end) and not told:
        return False  # ‘그림의 떡’이다.
    odd = [t for t in inner if t.tag not in _INSIDE and not (t.tag == "JX" and t.form in _EACH)]
    if odd:
        return all(t.tag == "JKS" for t in odd) and governed(sentence, end + 1, lexicon) is not None
    if len(inner) == 1 and inner[0].tag != "NNP":
        again = text.count(text[begin - 1 : end + 1]) > 1
        return again or (is_introduced(sentence, begin) and text.count(text[begin:end]) > 1)
    return True


def is_introduced(sentence: Sentence, begin: int) -> bool:
    """Whether a clause right before the marks tells what the named thing does: 작업을 영상으로 남기는 ‘손끝서고’."""
    before = [t for t in sentence.tokens if t.end <= begin]
    while before and before[-1].tag in ("SSO", "SS", "SW"):
        before.pop()
    return len(before) > 3 and before[-1].tag in _TELLS_USE and any(t.tag in _OBJECTS for t in before[-9:-1])


def is_christened(text: str, begin: int, end: int) -> bool:
    """Whether the sentence gives the name in marks to a scheme told before it."""
    before = text[max(0, begin - 18) : begin - 1]
    if _NAME_IS.search(before) or _NAME_BECOMES.search(text, max(0, begin - 60), begin):
        return True
    if _NAMED_SO.match(text, end):
        return _THING.search(text, max(0, begin - 90), begin) is not None
    return _CHRISTENED.match(text, end) is not None and _THING_NAMED.search(before) is not None


def are_plain(inner: list[Token], name: str) -> bool:
    """Whether a name is of nouns alone, or one of its three words and more a verb made a noun: 우리 동네 반찬 나눔."""
    made = {t.begin for t, after in pairwise(inner) if t.tag in ("VV", "XSV") and after.tag == "ETN"}
    if made and len(name.split()) < _LONG_NAME:
        return False
    return all(t.tag in _PLAIN or t.tag == "ETN" or t.begin in made for t in inner)
