"""Settings come from the environment once, and never show a password."""

import pytest

from graph.errors import BadInputError
from strategraph.settings import described, masked, read_settings


def test_settings_have_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any variable there is a local SQLite file."""
    monkeypatch.delenv("STRATEGRAPH_STORE", raising=False)
    settings = read_settings()
    assert settings.store == "sqlite:///strategraph.db"
    assert settings.actor


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each field is read from its variable; an empty variable is none."""
    monkeypatch.setenv("STRATEGRAPH_STORE", "neo4j://neo4j:secret@db:7687")
    monkeypatch.setenv("STRATEGRAPH_PORT", "9000")
    monkeypatch.setenv("STRATEGRAPH_ACTOR", "")
    settings = read_settings()
    assert (settings.store, settings.port) == ("neo4j://neo4j:secret@db:7687", 9000)
    assert settings.actor != ""


def test_what_is_given_outranks_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An option of the command line wins over the variable."""
    monkeypatch.setenv("STRATEGRAPH_PORT", "9000")
    assert read_settings(port=1).port == 1


def test_a_bad_value_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says which variable cannot be used."""
    monkeypatch.setenv("STRATEGRAPH_PORT", "many")
    with pytest.raises(BadInputError, match="STRATEGRAPH_PORT"):
        read_settings()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("neo4j://neo4j:secret@db:7687", "neo4j://neo4j:***@db:7687"),
        ("bolt+s://u:p@ss:w0rd@db", "bolt+s://u:***@db"),
        ("sqlite:///a/b@c.db", "sqlite:///a/b@c.db"),
        ("neo4j://db:7687", "neo4j://db:7687"),
        ("neo4j://u:sec/ret@db/neo4j", "neo4j://u:***@db/neo4j"),
        ("neo4j:/u:secret@db", "neo4j:/u:***@db"),
        ("neo4j//u:secret@db", "neo4j//u:***@db"),
        ("neo4j:u:secret@db", "neo4j:u:***@db"),
    ],
)
def test_passwords_are_masked(url: str, shown: str) -> None:
    """Only the password goes, also one that holds an @."""
    assert masked(url) == shown


def test_every_setting_is_described(monkeypatch: pytest.MonkeyPatch) -> None:
    """The listing has variable, value and meaning, and no password."""
    monkeypatch.setenv("STRATEGRAPH_STORE", "neo4j://neo4j:secret@db:7687")
    rows = list(described(read_settings()))
    assert {"STRATEGRAPH_STORE", "STRATEGRAPH_HOST", "STRATEGRAPH_PORT"} <= {r[0] for r in rows}
    assert all(meaning for _, _, meaning in rows)
    assert "secret" not in str(rows)
