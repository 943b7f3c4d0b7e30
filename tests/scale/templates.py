"""The sentences of generated articles. ``{slot|은}`` takes the particle that fits; `stories` fills the slots."""
# ruff: noqa: E501, SIM905

HEADLINES = (
    "{place}, ‘{title}’에 {total} 투입",
    "{place} ‘{title}’ 본격화…{total} 들인다",
    "{place}, {total} 규모 ‘{title}’ 시동",
    "“{slogan}”…{place} ‘{title}’ 나선다",
    "{place}, 내년 ‘{title}’ {first} 편성",
    "[현장] {place} ‘{title}’ 어디까지 왔나",
)
BYLINES = (
    "입력 {day} {clock}\n[{outlet} {reporter} 기자] ",
    "{outlet} | {day} | {reporter} 기자\n\n",
    "{reporter} 기자 | 입력 {day} {clock}\n{outlet}\n\n",
    "{day} {clock}\n\n[{outlet}={reporter} 기자] ",
)
LEADS = (
    "{gov|이} ‘{program}’에 {total|을} 들인다고 {date}일 밝혔다.",
    "{gov|은} {nextyear}년부터 {lastyear}년까지 ‘{program}’에 모두 {total|을} 투입한다고 {date}일 발표했다.",
    "{gov|이} {theme} 분야의 새 사업 ‘{program}’에 {total|을} 쓴다. {unit|은} {date}일 이런 계획을 공개했다.",
    "{gov|은} {date}일 ‘{program}’의 추진 계획을 내놨다. 총사업비는 {total}이다.",
    "{gov|이} {date}일 총사업비 {total} 규모의 ‘{program}’ 계획을 확정했다.",
    "{ministry|이} 공모한 사업에 {gov|의} ‘{program|’이} 최종 선정됐다. 사업비는 모두 {total}이다.",
    "{theme}에 인공지능(AI)을 접목하는 {gov|의} ‘{program|’이} 첫발을 뗐다. {lastyear}년까지 {total|이} 투입된다.",
)
MONEY = (
    "사업 기간은 {nextyear}년부터 {lastyear}년까지다. 국비 {national}에 {unit}비 {local|을} 보태고 나머지 {private|은} 참여 기업이 "
    "낸다. 첫해인 {nextyear}년에는 {first|을} 편성한다.",
    "재원은 국비 {national}, {unit}비 {local}, 민자 {private}이다. {unit|은} {nextyear}년 예산안에 {first|을} 반영했다.",
    "{unit|은} 국비 {national|을} 확보했고 {unit}비 {local|을} 더하기로 했다. {nextyear}년 사업비는 {first}이다.",
    "이 가운데 국비가 {national}, {unit}비가 {local}이며 민간에서 {private|을} 끌어온다. 내년 몫은 {first}이다.",
    "{unit|은} {nextyear}년 본예산에 {first|을} 담았다. 전체로는 국비 {national}, {unit}비 {local}, 민간 부담금 {private}이 들어간다.",
    "총사업비 {total} 가운데 {national|은} 국비로, {local|은} {unit}비로 채운다. 나머지 {private|은} 민간이 부담한다.",
)
WORK = (
    "사업 총괄은 {agency|이} 맡고 현장 실증에는 {firm|이} 참여한다.",
    "{agency|이} 사업을 운영한다. 플랫폼 개발은 {firm|이} 맡았다.",
    "데이터 수집과 분석은 {agency|이}, 장비 설치는 {firm|이} 각각 담당한다.",
    "{unit|은} 운영을 {agency}에 맡기기로 했다. 기술은 {firm|이} 댄다.",
    "수행기관은 {agency}이고 {firm|과} {university|이} 함께한다.",
    "{agency|은} 다음 달까지 참여자를 모집하고 {firm|은} 시스템을 구축한다.",
)
TARGETS = (
    "{unit|은} {measure|을} 현재 {now}{counter}에서 {lastyear}년까지 {goal}{counter}으로 늘린다는 목표를 세웠다.",
    "{lastyear}년까지 {measure} {goal}{counter|을} 확보하는 것이 목표다. 지금은 {now}{counter}에 그친다.",
    "지난해 {now}{counter}이던 {measure|은} {lastyear}년 {goal}{counter}까지 불어난다.",
    "{unit|은} {measure|을} {lastyear}년까지 {goal}{counter}으로 확대할 계획이다. 만족도도 {percent}%까지 끌어올린다.",
    "목표는 뚜렷하다. {measure} {goal}{counter}, 이용자 만족도 {percent}%다. 시한은 {lastyear}년이다.",
    "올해 {now}{counter|을} 시작으로 {lastyear}년에는 {measure|을} 모두 {goal}{counter}까지 넓힌다.",
)
HEADS = (
    "{head} {headtitle|은} 이날 {hall}에서 열린 설명회에서 “{slogan}”며 “{promise}”고 말했다.",
    "{head} {headtitle|은} “{slogan}”고 강조했다. {head2|은} 이어 “{promise}”고 덧붙였다.",
    "“{slogan}” {head} {headtitle|은} {date}일 {hall}에서 이렇게 말했다.",
    "이날 {hall|을} 찾은 {head} {headtitle|은} “{promise}”고 밝혔다.",
    "{head} {headtitle|은} 브리핑에서 “{promise}”면서 “{slogan}”고 했다.",
)
CHIEFS = (
    "{chief} {chiefbody} {chieftitle|은} “{detail}”고 설명했다.",
    "{chiefbody} {chief} {chieftitle|은} “{detail}”며 “{promise2}”고 말했다.",
    "실무를 맡은 {chief} {chieftitle|은} “{detail}”고 전했다.",
    "{chief} {chieftitle|은} 기자들과 만나 “{detail}”고 했다. {chief2|은} 또 “{promise2}”고 답했다.",
    "자리를 함께한 {chief} {chieftitle|은} “{promise2}”고 거들었다.",
)
DIRECTORS = (
    "{director} {directorbody} {directortitle|은} “{detail2}”고 말했다.",
    "사업을 이끄는 {director} {directorbody} {directortitle|은} “{detail2}”며 “{hope}”고 내다봤다.",
    "{director} {directorbody} {directortitle|은} {date}일 협약식에서 “{hope}”고 했다. {director2|은} 지난달부터 준비팀을 꾸렸다.",
    "{directorbody} {director} {directortitle|은} “{detail2}”고 귀띔했다.",
)
BOSSES = (
    "{boss} {firm} 대표는 “{hope}”고 기대했다.",
    "기술을 대는 {firm|의} {boss} 대표는 “{detail2}”고 설명했다. {boss2|은} 직원 {staff}명 가운데 절반이 개발자라고 소개했다.",
    "{firm} {boss} 대표는 “{hope}”면서 현장 인력 {staff}명을 더 뽑겠다고 약속했다.",
    "참여 기업인 {firm|의} {boss} 대표는 “{hope}”고 말했다.",
)
PROFESSORS = (
    "{professor} {university} 교수는 “{doubt}”고 지적했다.",
    "쓴소리도 나왔다. {professor} {university} 교수는 “{doubt}”며 “{advice}”고 조언했다.",
    "사업 기획에 참여한 {professor} {university} 교수는 “{advice}”고 말했다. {professor2|은} 비슷한 사업을 {count}년간 연구했다.",
    "전문가의 눈은 엇갈린다. {university} {professor} 교수는 “{doubt}”고 짚었다.",
)
MEMBERS = (
    "{council|은} 심사를 벼르고 있다. {member} {membertitle|은} “{doubt2}”고 따졌다.",
    "예산은 다음 달 {council} 심사를 거쳐야 한다. {member} {membertitle|은} “{doubt2}”고 예고했다.",
    "{member} {council} {membertitle|은} “{doubt2}”며 “{advice2}”고 주문했다.",
    "{council} {member} {membertitle|은} 행정사무감사에서 “{advice2}”고 요구했다. {member2|은} 지난해 예산도 깎자고 했다.",
)
YEARS = (
    "연도별로는 {nextyear}년 {first}, {secondyear}년 {second}, {lastyear}년 {third|을} 쓴다. 업체 한 곳에 최대 {each|을} 지원한다.",
    "{unit|은} {nextyear}년 {first|을} 시작으로 {secondyear}년 {second}, {lastyear}년 {third|을} 차례로 투입한다.",
    "돈은 {nextyear}년 {first}, {secondyear}년 {second} 순으로 나뉘어 들어간다. 한 가구에 연 {each|을} 보조한다.",
    "{secondyear}년에는 {second|이} 더 들어가고 {lastyear}년에는 {third|이} 편성된다.",
)
SECONDS = (
    "{second_chief} {govplain} {secondtitle|은} “{detail3}”고 말했다. {unit|은} 이용자 {staff2}명을 더 모은다.",
    "{govplain} {second_chief} {secondtitle|은} “{detail3}”며 “{promise3}”고 밝혔다.",
    "{second_chief} {secondtitle|은} 현장 점검에서 “{promise3}”고 했다. 점검에는 주민 {staff2}명이 함께했다.",
)
PARTNERS = (
    "{ministry|은} {lastyear}년까지 같은 사업을 전국 {count}곳으로 넓힌다. {ministry} 관계자는 “{hope2}”고 말했다.",
    "{university|은} 교육을 맡아 {lastyear}년까지 인력 {staff2}명을 기른다. {firm|은} 인턴 {count}명을 받는다.",
    "{ministry|은} 올해 {count}곳을 뽑았다. {unit|은} {ministry} 공모에서 두 번 떨어진 끝에 국비를 따냈다.",
)
BACKGROUND = (
    "{unit|은} 지난해 ‘{other}’에 {spent|을} 썼다. 이용자는 {staff}만 명을 넘었다.",
    "앞서 {unit|은} ‘{other}’ 예산으로 {spent|을} 집행한 바 있다.",
    "한편 {unit|이} 추진하는 ‘{other}’에는 올해 {spent|이} 편성돼 있다.",
    "{unit|은} ‘{other}’도 이어 간다. 올해 예산은 {spent}이다.",
    "비슷한 사업으로 ‘{other|’이} 있다. {unit|은} 여기에 지난해까지 {spent|을} 들였다.",
)
SCHEDULE = (
    "{unit|은} 다음 달 {later}일 {agency|과} 업무협약을 맺고 {month}월에 참여 업체를 모집한다.",
    "{unit|은} {month}월 {later}일 {hall}에서 주민설명회를 연다.",
    "착수보고회는 {month}월 {later}일 {hall}에서 열린다. {agency|과} {firm} 관계자가 참석한다.",
    "{unit|은} {month}월까지 세부 계획을 세우고 하반기에 시범 운영에 들어간다.",
    "공모는 {month}월 {later}일까지다. 자세한 내용은 {agency} 누리집에서 볼 수 있다.",
)
MOVES = (
    "{gov|은} {date}일 {mover} {oldbody} {oldtitle|을} {newbody} {newtitle}에 임명했다.",
    "{mover} 전 {oldbody} {oldtitle|이} {date}일 {newbody} {newtitle}에 취임했다.",
    "{newbody} 신임 {newtitle}에 {mover} 전 {oldbody} {oldtitle|이} {date}일 임명됐다.",
)
MOVED = (
    "{mover} {newbody} {newtitle|은} 직전까지 {oldbody} {oldtitle|을} 지냈다.",
    "{mover} {newbody} {newtitle|은} “{promise}”고 취임 소감을 말했다. 그는 {oldbody} {oldtitle} 출신이다.",
    "{mover} {newbody} {newtitle|은} “{hope}”고 밝혔다.",
)
RENAMINGS = (
    "{gov|은} ‘{old}’의 이름을 ‘{new|’으로} 바꾼다고 {date}일 밝혔다.",
    "{gov|은} {date}일 ‘{old}’의 명칭을 ‘{new|’으로} 변경했다.",
    "{gov|이} 추진해 온 ‘{old|’이} ‘{new|’으로} 이름을 바꿨다.",
)
ENDS = (
    "{reporter} 기자 {mail}@{site}.example",
    "ⓒ {outlet}, 무단 전재 및 재배포 금지",
    "저작권자 © {outlet} 무단전재 및 재배포 금지",
    "{outlet} {reporter} 기자",
)

SLOGANS = (
    "사람이 먼저인 기술을 만들겠다|골목에서 시작해 도시를 바꾸겠다|데이터가 곧 길이다|기다리는 행정은 끝났다|누구도 뒤에 남기지 않겠다|"
    "작은 가게의 하루부터 바꾸겠다|어르신이 먼저 웃는 도시로 가겠다|말보다 현장이 먼저다|기술의 문턱을 낮추겠다|아이들이 돌아오는 마을을 만들겠다"
).split("|")
PROMISES = (
    "내년 봄까지 첫 성과를 보여 드리겠다|예산을 한 푼도 허투루 쓰지 않겠다|주민의 목소리를 끝까지 듣겠다|지역 기업이 주인공이 되게 하겠다|"
    "일자리로 답하겠다|분기마다 결과를 공개하겠다|안전만큼은 양보하지 않겠다|임기 안에 마무리하겠다|부족한 점은 바로 고치겠다"
).split("|")
DETAILS = (
    "장비는 이달 안에 모두 들어온다|신청이 예상보다 두 배 몰렸다|시스템은 기존 관제망과 묶어 쓴다|먼저 여섯 곳에서 시험한다|"
    "현장 점검을 매주 하고 있다|개인정보는 저장하지 않는다|유지비가 해마다 줄도록 설계했다|앱 하나로 모든 절차가 끝난다|전담 인력을 따로 두기로 했다"
).split("|")
DOUBTS = (
    "돈보다 사람이 문제다|한 해 예산으로 끝날 일이 아니다|이용자가 누구인지 먼저 물어야 한다|성과 지표가 흐릿하다|비슷한 사업이 이미 여럿이다|"
    "장비만 들여놓고 멈춘 사업을 여러 번 봤다|고장 나면 누가 고칠지 정해야 한다|데이터의 주인이 누구인지 분명하지 않다"
).split("|")
ADVICE = (
    "운영 인력부터 길러야 한다|작은 마을에서 먼저 시험해 보라|평가 결과를 남김없이 공개하라|이웃 지역과 함께 쓰는 길을 찾아야 한다|"
    "삼 년 뒤 유지비를 먼저 계산해야 한다|쓰는 사람의 말을 설계에 담아야 한다"
).split("|")
HOPES = (
    "지역에서 번 돈이 지역에서 돌게 될 것이다|내년에는 수출도 노려볼 만하다|현장에서 바로 쓰이는 기술이 될 것이다|다른 지역도 곧 따라올 것이다|"
    "젊은 개발자들이 남을 까닭이 생겼다|고장 신고가 절반으로 줄 것으로 본다"
).split("|")
MEASURES = (
    "참여 가게|가게|곳;지원 대상 기업|기업|곳;돌봄 대상 가구|가구|가구;교육 수료생|수료생|명;설치 장비|장비|대;이용 주민|주민|명;실증 공장|공장|곳"
).split(";")
