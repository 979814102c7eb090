"""`load` takes articles, extracts, facts and shipped data; `retract` takes them back."""

import json
from pathlib import Path

import pytest

from graph.stores.base import Store
from graph.verification import graph_hash
from loaders.reference.documents import reference_readings
from strategraph import loading
from tests.strategraph.conftest import FACTS, Run, started

MANUAL = "manual"


def manual(store: Store) -> set[tuple[str, str]]:
    """The facts that somebody wrote by hand: their types and objects' names."""
    names = {e.id: e.name for e in store.all_entities()}
    return {
        (f.type, names[f.object])
        for f in store.all_facts()
        if any(e.extractor == MANUAL for e in f.evidence)
    }


def test_an_article_is_loaded_once(run: Run, store: Store) -> None:
    """Loading it again changes nothing and says so."""
    first = run("load", "lg.txt")
    assert first.exit_code == 0
    assert "documents: 1 loaded, 0 replaced, 0 unchanged" in first.stdout
    before = graph_hash(store)
    assert "documents: 0 loaded, 0 replaced, 1 unchanged" in run("load", "lg.txt").stdout
    assert graph_hash(store) == before
    assert store.totals()["documents"] == 1


def test_loading_an_extract_is_loading_the_article(run: Run, store: Store, folder: Path) -> None:
    """Extraction may happen elsewhere: the graph is the same."""
    run("load", "lg.txt")
    before = graph_hash(store)
    (folder / "out.ndjson").write_text(run("extract", "--with-text", "lg.txt").stdout, "utf-8")
    assert run("load", "out.ndjson").exit_code == 0
    assert graph_hash(store) == before
    (id_,) = (document.id for document in store.all_documents())
    assert run("retract", id_).exit_code == 0
    assert store.totals()["documents"] == 0
    piped = (folder / "out.ndjson").read_bytes()
    assert run("load", "-", stdin=piped).exit_code == 0
    assert graph_hash(store) == before


def test_facts_stand_beside_what_was_extracted(run: Run, store: Store) -> None:
    """A facts file adds to its article; taking it back leaves the article as it was."""
    run("load", "lg.txt")
    before = graph_hash(store)
    result = run("load", "facts.csv")
    assert "claims: 2 accepted, 0 rejected" in result.stdout
    assert manual(store) == {("HAS_SUBSIDIARY", "LG화학"), ("SUPPLIES", "GM")}
    assert store.totals()["documents"] == 1
    assert run("retract", "facts.csv").exit_code == 0
    assert graph_hash(store) == before


def test_an_edited_facts_file_replaces_what_it_said(run: Run, store: Store, folder: Path) -> None:
    """What is no longer in the file is no longer in the graph, also of other articles."""
    (folder / "other.txt").write_text("GM은 LG화학과 다른 일을 한다.", "utf-8")
    more = FACTS + "other.txt,GM,PARTNERS_WITH,LG화학,다른 일을 한다\n"
    (folder / "facts.csv").write_text(more, "utf-8")
    run("load", "facts.csv")
    assert len(manual(store)) == 3
    (folder / "facts.csv").write_text("\n".join(FACTS.splitlines()[:2]), "utf-8")
    assert run("load", "facts.csv").exit_code == 0
    assert manual(store) == {("HAS_SUBSIDIARY", "LG화학")}
    assert store.totals()["documents"] == 1


def test_facts_find_the_articles_of_the_same_run(run: Run, store: Store, folder: Path) -> None:
    """A facts file may name by URL what is loaded with it, whatever the order."""
    url = "https://news.example/1"
    (folder / "lg.json").write_text(json.dumps({"url": url, "title": "제목"}), "utf-8")
    (folder / "facts.csv").write_text(FACTS.replace("lg.txt", url), "utf-8")
    result = run("load", "facts.csv", "lg.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(manual(store)) == 2
    assert run("retract", url).exit_code == 0
    assert store.totals() == {"documents": 0, "entities": 0, "facts": 0}


def test_rejected_rows_are_told_with_their_line(run: Run, folder: Path) -> None:
    """The rest of the file loads, and the command succeeds."""
    bad = FACTS + "lg.txt,LG,OWNS,GM,LG\nnowhere.txt,LG,SUPPLIES,GM,LG\n"
    (folder / "facts.csv").write_text(bad, "utf-8")
    result = run("load", "facts.csv")
    assert result.exit_code == 0
    assert "claims: 2 accepted, 2 rejected" in result.stdout
    assert "facts.csv line 4: 'OWNS' is not a relation of the ontology" in result.stderr
    assert "facts.csv line 5: the article 'nowhere.txt'" in result.stderr


def test_what_cannot_be_read_does_not_stop_the_others(run: Run, store: Store, folder: Path) -> None:
    """A folder with bad files in it loads the good ones, and fails."""
    (folder / "bad.txt").write_bytes(b"\0")
    (folder / "bad.yaml").write_text("a: [", "utf-8")
    (folder / "bad.ndjson").write_text('{"text": "LG화학은 GM과 손잡았다."}\n{oops\n', "utf-8")
    result = run("load", str(folder))
    assert result.exit_code == 2
    assert "3 not read" in result.stdout
    for place in ("bad.txt: ", "bad.yaml: ", "bad.ndjson line 2: "):
        assert place in result.stderr
    assert store.totals()["documents"] == 2


def test_nothing_is_loaded_where_a_path_is_wrong(run: Run, folder: Path) -> None:
    """A typing error stops the command before it touches the store."""
    assert run("load", "lg.txt", "nowhere").exit_code == 2
    assert run("load").exit_code == 2
    (folder / "empty").mkdir()
    assert "nothing to read in empty" in run("load", "empty").stderr
    assert not (folder / "graph.db").exists()


def test_shipped_data_is_loaded_once_and_taken_back(
    run: Run, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--reference` needs no path; a second time it changes nothing."""
    every = list(reference_readings())
    some = [r for r in every if "lg" in (r.document.url or "")]
    monkeypatch.setattr(loading, "reference_readings", lambda: iter(some))
    assert f"{len(some)} loaded" in run("load", "--reference").stdout
    assert f"{len(some)} unchanged" in run("load", "--reference").stdout
    fewer = some[1:]
    monkeypatch.setattr(loading, "reference_readings", lambda: iter(fewer))
    assert "1 retracted" in run("load", "--reference").stdout
    assert store.totals()["documents"] == len(fewer)
    assert run("retract", "--reference").exit_code == 0
    assert store.totals() == {"documents": 0, "entities": 0, "facts": 0}


def test_taking_back_what_is_not_there_takes_nothing_back(run: Run, store: Store) -> None:
    """One unknown name and the rest stays."""
    run("load", "lg.txt")
    result = run("retract", "lg.txt", "https://news.example/none")
    assert result.exit_code == 2
    assert "https://news.example/none" in result.stderr
    assert store.totals()["documents"] == 1
    (id_,) = (document.id for document in store.all_documents())
    assert run("retract", id_).stdout == "documents: 1 retracted\n"
    assert store.totals()["documents"] == 0


def test_the_log_says_who_loaded_what_from_where(
    run: Run, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The audit log has the actor and the absolute path."""
    monkeypatch.setenv("STRATEGRAPH_ACTOR", "kim")
    run("load", "lg.txt")
    (entry,) = store.log().items
    assert (entry.actor, entry.origin) == ("kim", str(folder / "lg.txt"))


def test_as_a_process_of_its_own(folder: Path) -> None:
    """A piped run shows no progress bar."""
    (folder / "sk.txt").write_text("SK하이닉스는 SK그룹의 계열사다.", "utf-8")
    done = started("load", "lg.txt", "sk.txt", "facts.csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("documents: 3 loaded")
