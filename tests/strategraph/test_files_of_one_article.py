"""Several files about one article: each is loaded and taken back by itself."""

import json
import os
from pathlib import Path

import pytest

from graph.stores.base import Store
from graph.verification import graph_hash
from tests.strategraph.conftest import ARTICLE, FACTS, Run

FOREIGN = {
    "document": {"text": ARTICLE},
    "entities": [
        {"id": "1", "label": "Organization", "name": "LG화학"},
        {"id": "2", "label": "Organization", "name": "GM"},
    ],
    "facts": [
        {
            "id": "x",
            "subject": "1",
            "type": "PARTNERS_WITH",
            "object": "2",
            "evidence": [{"start": 0, "end": 1, "quote": "GM과 손잡고", "extractor": "llm"}],
        }
    ],
}


def sources(store: Store) -> set[str]:
    """The sources of all that is stored."""
    return {reading.source for reading in store.all_readings()}


def write_foreign(path: Path, **changes: object) -> None:
    """A file of one line, by somebody else's extractor."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(FOREIGN | changes) + "\n", "utf-8")


def test_taking_back_a_foreign_file_leaves_our_own_reading(
    run: Run, store: Store, folder: Path
) -> None:
    """What another extractor found goes; the article and what we read in it stay."""
    run("load", "lg.txt")
    before = graph_hash(store)
    write_foreign(folder / "other.ndjson")
    assert run("load", "other.ndjson").exit_code == 0
    assert sources(store) == {"text", "other.ndjson"}
    assert run("retract", "other.ndjson").exit_code == 0
    assert sources(store) == {"text"}
    assert graph_hash(store) == before
    assert run("retract", "other.ndjson").exit_code == 2


def test_taking_back_a_text_leaves_what_others_say_of_it(run: Run, store: Store) -> None:
    """A file stands for what it said itself, a URL or id for all of the document."""
    run("load", "lg.txt", "facts.csv")
    assert run("retract", "lg.txt").exit_code == 0
    assert sources(store) == {"facts.csv"}
    (id_,) = (document.id for document in store.all_documents())
    run("load", "lg.txt")
    assert run("retract", id_).exit_code == 0
    assert sources(store) == set()


def test_a_file_that_holds_both_is_taken_back_with_both(
    run: Run, store: Store, folder: Path
) -> None:
    """A line may be an article, and the next one what somebody found in it."""
    lines = [{"text": ARTICLE}, FOREIGN]
    (folder / "both.ndjson").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    run("load", "both.ndjson", "facts.csv")
    assert sources(store) == {"text", "both.ndjson", "facts.csv"}
    assert run("retract", "both.ndjson").exit_code == 0
    assert sources(store) == {"facts.csv"}


@pytest.mark.parametrize("at_once", [True, False])
def test_a_facts_file_replaces_no_other_of_its_name(
    run: Run, store: Store, folder: Path, at_once: bool
) -> None:
    """The second of two is refused in a sentence with both paths, and can be renamed."""
    for name, row in (("a", 1), ("b", 2)):
        (folder / name).mkdir()
        rows = FACTS.replace("lg.txt", "../lg.txt").splitlines()
        (folder / name / "facts.csv").write_text(f"{rows[0]}\n{rows[row]}\n", "utf-8")
    if at_once:
        result = run("load", "a/facts.csv", "b/facts.csv")
    else:
        assert run("load", "a/facts.csv").exit_code == 0
        result = run("load", "b/facts.csv")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    for words in (str(folder / "a/facts.csv"), str(folder / "b/facts.csv"), "rename"):
        assert words in result.stderr
    assert [f.type for r in store.all_readings() for f in r.claims] == ["HAS_SUBSIDIARY"]
    assert run("load", "a/facts.csv").exit_code == 0
    (folder / "b/facts.csv").rename(folder / "b/more.csv")
    assert run("load", "b/more.csv").exit_code == 0
    assert sources(store) == {"facts.csv", "more.csv"}


def test_the_same_facts_from_another_folder_are_unchanged(
    run: Run, store: Store, folder: Path
) -> None:
    """A folder that was moved can be loaded again: nothing is replaced."""
    run("load", "facts.csv")
    (folder / "moved").mkdir()
    for name in ("lg.txt", "facts.csv"):
        (folder / name).rename(folder / "moved" / name)
    result = run("load", "moved/facts.csv")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 unchanged" in result.stdout
    assert sources(store) == {"facts.csv"}


@pytest.mark.parametrize("at_once", [True, False])
def test_a_foreign_file_replaces_no_other_of_its_name(
    run: Run, store: Store, folder: Path, at_once: bool
) -> None:
    """Lines of extract objects are told apart by the names of their files, too."""
    write_foreign(folder / "a/x.ndjson")
    write_foreign(folder / "b/x.ndjson", facts=[])
    if at_once:
        result = run("load", "a/x.ndjson", "b/x.ndjson")
    else:
        run("load", "a/x.ndjson")
        result = run("load", "b/x.ndjson")
    assert result.exit_code == 2
    assert str(folder / "a/x.ndjson") in result.stderr
    assert store.totals()["facts"] == 1
    write_foreign(folder / "a/x.ndjson", facts=[])
    assert run("load", "a/x.ndjson").exit_code == 0
    assert store.totals()["facts"] == 0


@pytest.mark.parametrize("suffix", [b".txt", b".csv", b".ndjson"])
def test_a_name_that_is_not_utf8_is_a_name(
    run: Run, store: Store, folder: Path, suffix: bytes
) -> None:
    """It is stored and printed with its odd bytes spelled out, and can be taken back."""
    name = os.fsdecode(b"caf\xe9" + suffix)
    content = {b".txt": ARTICLE, b".csv": FACTS, b".ndjson": json.dumps(FOREIGN)}[suffix]
    try:
        (folder / name).write_text(content, "utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 only")
    assert run("load", name).exit_code == 0
    (origin,) = (entry.origin for entry in store.log().items)
    assert origin == f"{folder}/caf\\xe9{suffix.decode()}"
    assert origin in run("log").stdout
    assert run("retract", name).exit_code == 0
    assert store.totals()["documents"] == 0
    missing = run("retract", name)
    assert missing.exit_code == 2
    assert "caf\\xe9" in missing.stderr
    (folder / name).write_bytes(b"\0")
    assert "caf\\xe9" in run("load", name).stderr


def test_the_log_has_one_line_an_entry(run: Run, folder: Path) -> None:
    """A tab or a line end in a file's name is spelled out."""
    (folder / "a\tb\nc.txt").write_text(ARTICLE, "utf-8")
    run("load", "a\tb\nc.txt")
    (line,) = run("log").stdout.splitlines()
    assert line.split("\t")[5] == f"{folder}/a\\tb\\nc.txt"
