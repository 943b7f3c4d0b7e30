"""Whose voice a text is told in: an author who says «I» judges what others do, and reports no government's own work."""

import re

from kg.facts.involvement_words import inside_speech
from kg.language.model import Analysis

_AUTHOR = re.compile(
    r"필자(?=[은는이가의도에라와]|\s)"
    r"|(?<![가-힣])(?:나는|내가|내게|나도|나로서는|나라면|저는|제가|제게|저도|본인은|(?:우리|본)\s?(?:연구소|연구원|연구실|센터|단체|모임))"
    r"(?=[은는이가의에\s,])"
)


def told_by_author(analysis: Analysis) -> bool:
    """Whether the running text, outside of speech, is told in the first person: a column, an essay, a study.

    Interviews, minutes and releases are not: there the first person is who answers, sits or publishes.
    """
    if analysis.document.kind in ("interview", "council", "press-release"):
        return False
    return any(not inside_speech(analysis, m.start()) for m in _AUTHOR.finditer(analysis.text))
