"""Who may change a file, according to CODEOWNERS."""

import pytest

from toolkit.recognition.guards import May, may_change, owners_of, read_rules

RULES = read_rules(
    """\
# Made by toolkit codeowners.
*                          @everybody
/docs/recognition/iom.yml  @iom/recognition @focal-point # since May
/docs/recognition/ilo.yml
registers/                 @secretariat
*.js                       @scripts
/a/*                       @flat
/b/**/c                    @deep
"""
)


@pytest.mark.parametrize(
    ("path", "owners"),
    [
        ("docs/recognition/iom.yml", ("@iom/recognition", "@focal-point")),
        ("docs/recognition/ilo.yml", ()),
        ("docs/recognition/who.yml", ("@everybody",)),
        ("other/docs/recognition/iom.yml", ("@everybody",)),
        ("docs/registers/organisations.yml", ("@secretariat",)),
        ("assets/deep/x.js", ("@scripts",)),
        ("a/x", ("@flat",)),
        ("a/x/y", ("@everybody",)),
        ("b/c", ("@deep",)),
        ("b/x/y/c", ("@deep",)),
    ],
)
def test_the_last_rule_that_fits_decides(path: str, owners: tuple[str, ...]) -> None:
    assert owners_of(path, RULES) == owners


@pytest.mark.parametrize(
    ("handles", "owners", "expected"),
    [
        (["@a"], ["@A", "@b"], May.YES),
        (["@c"], ["@a", "@b"], May.NO),
        (["@c"], ["@a", "@org/team"], May.IF_IN_TEAM),
        (["@c", "@org/team"], ["@a", "@org/team"], May.YES),
        (["@c", "@org/other"], ["@org/team"], May.NO),
        (["@c"], [], May.NOBODY_NAMED),
        ([], ["@a"], May.PERSON_UNKNOWN),
    ],
)
def test_who_may(handles: list[str], owners: list[str], expected: May) -> None:
    assert may_change(handles, owners) is expected
