"""Evaluation: right answers count, wrong ones cost, debatable ones do neither."""

import json
from pathlib import Path

import pytest

from graph.claims import Claim, Evidence, Reading, Referent
from graph.documents import Document
from graph.errors import BadInputError
from graph.ontology import Label
from loaders.evaluation import evaluate

TEXT = "가나전자는 다라를 인수했다."


def entity(key: str, *names: str) -> dict[str, object]:
    """A labeled organization."""
    return {"key": key, "type": "Organization", "names": list(names)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one labeled article."""
    gold = {
        "id": "x",
        "published": "2024-01-02",
        "sentences": [[0, len(TEXT)]],
        "entities": [entity("a", "가나전자", "Gana Electronics"), entity("b", "다라")],
        "facts": [{"s": "a", "r": "ACQUIRED", "o": "b", "explicit": True, "p": 0}],
        "optional": [{"s": "b", "r": "SUPPLIES", "o": "a"}],
    }
    (tmp_path / "gold.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    (tmp_path / "story.txt").write_text(TEXT, "utf-8")
    return tmp_path


def reader(*relations: tuple[str, str, str]) -> object:
    """An extractor that always finds these claims."""

    def read(document: Document) -> Reading:
        referents = (
            Referent("e1", Label.ORGANIZATION, "㈜가나전자", mentions=((0, 4),)),
            Referent("e2", Label.ORGANIZATION, "다라", mentions=((6, 8),)),
        )
        evidence = (Evidence(0, len(TEXT), "test"),)
        claims = tuple(Claim(s, r, o, evidence) for s, r, o in relations)
        return Reading(document, referents, claims)

    return read


def test_a_right_answer_scores_one(folder: Path) -> None:
    """A right answer scores one."""
    result = evaluate(folder, reader(("e1", "ACQUIRED", "e2")))  # type: ignore[arg-type]
    assert result.scores["facts"].f1 == 1
    assert result.scores["explicit"].recall == 1
    assert result.scores["entities"].f1 == 1
    assert (result.missed, result.false, result.articles) == ((), (), 1)


def test_direction_and_relation_matter(folder: Path) -> None:
    """Direction and relation matter."""
    result = evaluate(folder, reader(("e2", "ACQUIRED", "e1")))  # type: ignore[arg-type]
    assert result.scores["facts"].f1 == 0
    assert [d.sentence for d in result.missed] == [TEXT]
    assert [(d.subject, d.object) for d in result.false] == [("다라", "㈜가나전자")]


def test_a_debatable_answer_neither_helps_nor_hurts(folder: Path) -> None:
    """A debatable answer neither helps nor hurts."""
    both = reader(("e1", "ACQUIRED", "e2"), ("e2", "SUPPLIES", "e1"))
    assert evaluate(folder, both).scores["facts"].precision == 1  # type: ignore[arg-type]


def test_a_folder_without_labels_is_refused(tmp_path: Path) -> None:
    """A folder without labels is refused."""
    with pytest.raises(BadInputError, match="no labeled article"):
        evaluate(tmp_path, reader())  # type: ignore[arg-type]


def test_a_fact_of_an_unknown_entity_is_refused(folder: Path) -> None:
    """The file, the fact and the end that is missing are named."""
    path = folder / "gold.json"
    gold = json.loads(path.read_text("utf-8"))
    gold["facts"].append({"s": "a", "r": "SUPPLIES", "o": "c", "explicit": True, "p": 0})
    path.write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    with pytest.raises(BadInputError, match=r"gold.json: a SUPPLIES c: 'c' is not among"):
        evaluate(folder, reader())  # type: ignore[arg-type]
