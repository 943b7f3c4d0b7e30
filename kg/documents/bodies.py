"""What the name of a public body looks like where a document's frame tells it, as parts of larger patterns."""

BODY_NAME = (
    r"(?:(?:[가-힣]{1,4}(?:특별자치도|특별자치시|광역시|특별시|도)|서울|부산|대구|인천|광주|대전|울산|경기|강원|충북|충남|전북|전남|경북|"
    r"경남|제주)\s(?:[가-힣]{1,4}시\s)?)?"
    r"(?!(?:다시|수시|역시|반드시|동시|임시|일시|즉시|잠시|혹시|당시|도시)(?![가-힣]))"
    r"[가-힣]{1,12}?(?:특별자치도|특별자치시|광역시|특별시|교육청|교육지원청|의회|위원회|시|도|군|구|부|처|청|원|공단|공사|"
    r"재단|센터|진흥원|연구원|대학교|테크노파크|상공회의소|협회|조합|병원|연구소|개발원|기술원|평가원|정책원|사업단|학회|포럼|노조|"
    r"참여연대|시민연대|[가-힣]연합|경총|농협|수협)(?:\s?의회)?|[가-힣]{1,8}당\s[가-힣]{1,6}[도시]당|[가-힣]{1,8}당(?=\s(?:중앙당|정책위|대변인|원내))"
)
"""A government, council, office, agency or society by the word that its name ends in."""

LEGAL_FORM = r"(?:[(（](?:재|사|주|유)[)）]|㈜|재단법인|사단법인)?\s?"
"""The legal form before a body's name: «(재)»."""

HALLS = ("도청", "시청", "군청", "구청")
"""Halls that stand for their governments where a release names itself: «수성구청 보도자료»."""
