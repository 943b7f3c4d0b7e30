"""The order in which the rules of mentions look at a document; later rules see what earlier ones found."""

from collections.abc import Callable, Iterable

from kg.language.model import Analysis
from kg.lexicon import Lexicon
from kg.mentions.event import find_events
from kg.mentions.measures import measures
from kg.mentions.model import Mention, Mentions
from kg.mentions.organization.acting import companies_acting
from kg.mentions.organization.columns import bodies_in_columns
from kg.mentions.organization.committee import committees_in_short
from kg.mentions.organization.company import companies
from kg.mentions.organization.department import departments
from kg.mentions.organization.ended import bodies_by_their_end
from kg.mentions.organization.form import organizations_by_form
from kg.mentions.organization.office import named_again, organizations_by_office
from kg.mentions.organization.opened import opened_centres, opened_sites
from kg.mentions.organization.organizations import organizations
from kg.mentions.organization.party import parties
from kg.mentions.organization.renamed import companies_renamed
from kg.mentions.organization.roll import companies_on_rolls
from kg.mentions.organization.short import short_forms
from kg.mentions.organization.told import companies_told
from kg.mentions.organization.university import universities_told
from kg.mentions.person.persons import find_persons
from kg.mentions.person.short import find_short_persons
from kg.mentions.place import places
from kg.mentions.program.programs import find_programs
from kg.mentions.program.shorts import find_program_shorts
from kg.mentions.times import times
from kg.mentions.title import find_titles

Rule = Callable[[Analysis, Lexicon, Mentions], Iterable[Mention]]

CASCADE: tuple[Rule, ...] = (
    measures,
    times,
    organizations,
    parties,
    universities_told,
    organizations_by_form,
    bodies_by_their_end,
    companies,
    companies_on_rolls,
    companies_renamed,
    companies_told,
    companies_acting,
    departments,
    bodies_in_columns,
    opened_sites,
    opened_centres,
    find_titles,
    find_persons,
    find_short_persons,
    organizations_by_office,
    named_again,
    find_programs,
    find_program_shorts,
    short_forms,
    committees_in_short,
    places,
    find_events,
)


def find_mentions(analysis: Analysis, lexicon: Lexicon) -> Mentions:
    """All mentions of a document's article parts."""
    mentions = Mentions()
    for rule in CASCADE:
        mentions.add(rule(analysis, lexicon, mentions))
    mentions.drop("money", (m.span for m in mentions.of("person")))  # 이억원 위원장
    return mentions
