"""A server's headers say what pages say, and more; the publishers' guide names them all."""

from pathlib import Path

from toolkit.site.policy import HEADERS, POLICY, headers_file

GUIDE = Path(__file__).parents[2] / "docs" / "contribute" / "hosting.md"


def test_the_policy_allows_nothing_but_the_sites_own_files() -> None:
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules.pop("default-src") == "'none'"
    assert set(rules.values()) <= {"'none'", "'self'"}
    assert "unsafe" not in POLICY


def test_the_file_for_static_hosts_has_every_header() -> None:
    first, *lines = headers_file().decode().splitlines()
    assert first == "/*"
    assert lines == [f"  {name}: {value}" for name, value in HEADERS]
    assert f"{POLICY}; frame-ancestors 'none'" in lines[0]


def test_the_example_for_nginx_sends_the_same() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    for name, value in HEADERS:
        assert f'add_header {name} "{value}" always;' in guide
    assert guide.count("add_header") == len(HEADERS)
