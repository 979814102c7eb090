"""The command line answers in sentences and exit codes, never in tracebacks."""

import sqlite3
from contextlib import closing
from pathlib import Path

import networkx
import pytest

from graph.stores.base import Store
from graph.verification import graph_hash
from strategraph.commands import verify as verify_command
from strategraph.failures import Debug
from tests.strategraph.conftest import Run, started


def test_settings_are_shown_without_passwords(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every variable with its value."""
    monkeypatch.setenv("STRATEGRAPH_STORE", "neo4j://neo4j:secret@db")
    result = run("settings")
    assert result.exit_code == 0
    assert "STRATEGRAPH_STORE=neo4j://neo4j:***@db" in result.stdout
    assert "secret" not in result.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("extract",),
        ("extract", "--nonsense", "lg.txt"),
        ("nonsense",),
        ("export", "--format", "pdf"),
        ("export", "--flavor", "gephi"),
        ("serve", "--port", "99999"),
        ("retract",),
        ("--store", "mysql://x", "verify"),
    ],
)
def test_bad_usage_is_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    """Whatever is wrong with what was asked, it is the asker's code."""
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_a_bad_variable_is_bad_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the variable."""
    monkeypatch.setenv("STRATEGRAPH_PORT", "many")
    result = run("settings")
    assert result.exit_code == 2
    assert result.stderr.startswith("strategraph: STRATEGRAPH_PORT: ")


@pytest.mark.parametrize(
    "command", [("load", "lg.txt"), ("judge", "same", "LG", "GM", "--reason", "x")]
)
def test_a_store_that_does_not_answer_is_exit_code_1(
    run: Run, folder: Path, command: tuple[str, ...]
) -> None:
    """One sentence, without a password."""
    result = run("--store", f"sqlite:///{folder}/nowhere/graph.db", *command)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "command",
    [
        ("verify",),
        ("export",),
        ("review",),
        ("log",),
        ("changes", "--since", "2023", "--until", "2024"),
        ("retract", "lg.txt"),
    ],
)
def test_a_question_makes_no_store(run: Run, folder: Path, command: tuple[str, ...]) -> None:
    """Where nothing was loaded yet the command says so, and leaves no empty file."""
    result = run(*command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"strategraph: there is no store at {folder}/graph.db yet: load something first\n"
    )
    assert not (folder / "graph.db").exists()


def test_an_unexpected_error_is_a_sentence_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says how to see more; `--debug` shows it."""

    def broken(_: Store) -> None:
        raise ZeroDivisionError("on\npurpose")

    run("load", "lg.txt")
    monkeypatch.setattr(verify_command, "verify_store", broken)
    result = run("verify")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "strategraph: unexpected ZeroDivisionError: on purpose (STRATEGRAPH_DEBUG=1 shows where)\n"
    )
    assert isinstance(run("--debug", "verify").exception, ZeroDivisionError)
    Debug.on = False


def test_verify_prints_the_hash(run: Run, store: Store) -> None:
    """A sound graph gives its hash, the same as long as it is the same graph."""
    run("load", "lg.txt", "facts.csv")
    result = run("verify")
    assert (result.exit_code, result.stdout) == (0, graph_hash(store) + "\n")


def test_verify_fails_where_the_graph_is_not_its_ledger(run: Run, store: Store) -> None:
    """A graph that somebody changed by hand is told."""
    run("load", "lg.txt", "facts.csv")
    fact = next(store.all_facts())
    with store.transaction() as transaction:
        transaction.drop_facts([(fact.type, fact.subject, fact.object)])
    result = run("verify")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "is not what its documents add up to" in result.stderr


def test_verify_fails_where_a_text_was_altered(run: Run, folder: Path) -> None:
    """An article that somebody rewrote in the store is named: what it states was not said."""
    run("load", "lg.txt", "facts.csv")
    with closing(sqlite3.connect(folder / "graph.db")) as database:
        altered, *_ = database.execute(
            "UPDATE documents SET text = text || ' ' RETURNING id"
        ).fetchall()
        database.commit()
    result = run("verify")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "the stored text is not the one that was loaded" in result.stderr
    assert altered[0] in result.stderr


def test_export_writes_a_file_or_standard_output(run: Run, store: Store, folder: Path) -> None:
    """Both hold the same graph, and no unfinished file is left."""
    run("load", "facts.csv")
    assert run("export", "--output", "graph.graphml").exit_code == 0
    printed = run("export", "--format", "graphml")
    assert printed.stdout_bytes == (folder / "graph.graphml").read_bytes()
    graph = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    assert len(graph) == store.totals()["entities"]
    assert not list(folder.glob(".graph*"))
    assert "y:ShapeNode" in run("export", "--flavor", "yed").stdout


def test_export_into_no_folder_says_so(run: Run) -> None:
    """The file's name is in the sentence."""
    run("load", "lg.txt")
    result = run("export", "-o", "nowhere/graph.graphml")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr


def test_help_and_version(run: Run) -> None:
    """The program says what it can do and which it is."""
    assert "extract" in run("--help").stdout
    assert run("--version").stdout.count(".") == 2


def test_as_a_process_of_its_own() -> None:
    """Exit codes and sentences survive the real thing."""
    done = started("verify", "--nonsense")
    assert done.returncode == 2
    done = started("--store", "neo4j://neo4j:secret@localhost:1", "verify")
    assert (done.returncode, done.stdout) == (1, "")
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr
