"""robots.txt as RFC 9309 has it."""

import pytest

from kg.documents.fetching.robots import rules_of

TEXT = """# all
User-agent: *
Disallow: /private/
Allow: /private/open
Disallow: /*.pdf$
Crawl-delay: 3

User-agent: OtherBot
User-agent: regional-ai-kg
Disallow: /only
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/private/x", False),
        ("/private/open/x", True),
        ("/a.pdf", False),
        ("/a.pdf?x", True),
        ("/only", True),
    ],
)
def test_robots_for_all(path: str, allowed: bool) -> None:
    assert rules_of(TEXT, "somebody").allows(path) is allowed


def test_robots_for_us_alone() -> None:
    rules = rules_of(TEXT)
    assert (rules.allows("/only/x"), rules.allows("/private/x"), rules.delay) == (False, True, 0.0)


def test_robots_delay_and_nothing_told() -> None:
    assert rules_of(TEXT, "somebody").delay == 3.0
    assert rules_of("").allows("/x")
    assert rules_of("User-agent: *\nDisallow:").allows("/x")
    assert not rules_of("User-agent: *\nDisallow: /").allows("/x")
