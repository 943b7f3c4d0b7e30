"""Whether somebody speaks whom no rule knows: words with a subject of their own are nobody's who spoke before."""

from kg.language.model import Analysis, Sentence
from kg.patterns import regex

_NOMINAL = frozenset({"NNG", "NNP", "SL", "XSN", "SSC", "SS", "NNB", "SN"})
NO_SPEAKER = frozenset(
    {"말", "답", "대답", "답변", "이유", "까닭", "결론", "설명", "소감", "반응", "첫마디"}
    | {"마디", "일성", "취지", "핵심", "요지", "골자", "내용", "구호", "목표", "뜻", "의미"}
    | {"생각", "이날", "오늘", "어제", "당시", "이번", "처음", "나중", "마지막", "끝", "여기"}
    | {"거기", "때", "뒤", "후", "전", "해", "달", "년", "월", "일", "번"}
    | {"중", "속", "편", "질문", "물음", "글", "제목", "문구", "표현", "이름", "결과"}
    | {"대목", "부분", "장면", "입장", "주장", "요구", "요청", "지적", "전망", "판단", "평가"}
    | {"바람", "각오", "포부", "구상", "계획", "사업", "정책", "제도", "예산", "조례", "조례안"}
    | {"시스템", "서비스", "플랫폼", "센터", "것", "게", "점", "데", "측면", "문제", "상황"}
    | {"그", "이", "저", "그녀", "둘", "모두", "스스로", "자신", "본인", "지금", "요즘"}
    | {"최근", "앞", "다음", "이후", "이전", "한편", "반면", "답장", "편지", "현수막", "팻말"}
    | {"자리", "현장", "회의", "간담회", "브리핑", "발언", "연설", "축사", "목소리", "속내", "심정"}
    | {"슬로건"}
)
"""What is a topic before quoted words and says none of them: «첫마디는 “…”였다», «이번에는 “…”»."""
_STATES = regex(
    r"[^.“”\"]{0,40}(?:성명|논평|입장문|보도자료|기자회견|자료|회견문|결의문)(?:을|를|에서|에)\s?(?:[^\s“”]{1,8}\s){0,3}[“\"]?$"
)


def speaks_unknown(analysis: Analysis, sentence: Sentence, begin: int, opening: int) -> bool:
    """Whether a noun with 은, 는, 이, 가 stands right before the marks, or states something to the public, that is no
    thing or time: «어촌계는 “…”», «농민회는 성명을 내고 “…”»."""
    text = analysis.text
    tokens = [t for t in sentence.tokens if begin <= t.begin < opening]
    for i in range(len(tokens) - 1, 0, -1):
        t = tokens[i]
        if t.tag not in ("JX", "JKS") or t.form not in ("은", "는", "이", "가", "도", "께서", "ᆫ"):
            continue
        left = tokens[i - 1]
        beside = not text[t.end : opening].strip(' \u201c"')
        if not (beside or _STATES.match(text, t.end, opening)):
            return False
        return left.tag in _NOMINAL and left.form not in NO_SPEAKER and text[left.begin : t.begin] not in NO_SPEAKER
    return False
