"""An extraction accounts for all that its stages saw, stated and refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.admission import admit, claim_words
from graph.claims import Rejected
from graph.documents import make_document
from loaders.accounts import SentenceAccount, Stated
from loaders.articles import read_document
from loaders.korean.extraction import Extraction
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.lines import lines
from loaders.korean.learned.model import Model, shipped
from loaders.korean.learned.ranker import Ranker

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.txt"))


def accounts(extraction: Extraction) -> list[SentenceAccount]:
    """The account of every sentence, after admission."""
    return list(extraction.sentences(admit(extraction.proposal)))


def ranked(extractor: KoreanExtractor, text: str, model: Model) -> list[SentenceAccount]:
    """The account of a text that this model weighs."""
    found = extractor.by_rules(make_document(text, published="2024-05-20"))
    weighed = Ranker(model).rank(text, found.proposal, lines(found.reads))
    return accounts(Extraction(found, weighed))


def stated(extractor: KoreanExtractor, text: str) -> list[Stated]:
    """What the rules alone state in a text, whatever becomes of it."""
    return [s for one in accounts(extractor(make_document(text))) for s in one.stated]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_piece_of_evidence_is_accounted_for(path: Path) -> None:
    """As many statements are shown as accepted as evidence was admitted."""
    extraction = KoreanExtractor()(read_document(path, max_bytes=10**6))
    reading = admit(extraction.proposal)
    told = [s for one in extraction.sentences(reading) for s in (*one.stated, *one.weighed)]
    accepted = [s for s in told if not s.refused]
    assert accepted
    assert len(accepted) == sum(len(claim.evidence) for claim in reading.claims)


def test_what_the_rules_state_too_weakly_shows_the_confidence(extractor: KoreanExtractor) -> None:
    """A model that nothing convinces refuses what a rule states, and says how sure it was."""
    strict = replace(shipped(), keep=1.0)
    (one,) = ranked(extractor, "LG화학은 GM과 손을 잡았다.", strict)
    (refused,) = (s for s in one.stated if s.by == "joins-hands")
    assert refused.confidence is None
    assert refused.refused.startswith("its confidence is 0.")
    assert refused.refused.endswith("and 1.00 is the least")


def test_what_the_model_adds_shows_what_it_was_measured_by(extractor: KoreanExtractor) -> None:
    """Not sure enough, or added and taken back by the words."""
    text = "한빛전자는 폴란드 공장을 미국 텍사스로 옮기지 않았다."
    (one,) = ranked(extractor, text, replace(shipped(), least=0.99))
    assert one.weighed
    assert all(s.refused.endswith("and 0.99 is the least") for s in one.weighed)
    (one,) = ranked(extractor, text, replace(shipped(), least=0.0))
    assert {s.refused for s in one.weighed} == {"'않았' takes it back"}


def test_the_model_s_facts_come_the_surest_first(extractor: KoreanExtractor) -> None:
    """So that the first that are refused are the nearest misses."""
    text = "LG전자는 미국 테네시와 폴란드 브로츠와프에 공장을 둔 삼성SDI의 경쟁사다."
    (one,) = ranked(extractor, text, shipped())
    sure = [s.confidence or 0 for s in one.weighed]
    assert sure == sorted(sure, reverse=True)


def test_what_admission_rejects_shows_its_reason(extractor: KoreanExtractor) -> None:
    """A claim that the rules and the model kept may still not enter the graph."""
    extraction = extractor(make_document("LG화학은 GM과 손을 잡았다."))
    reading = admit(extraction.proposal)
    (claim,) = reading.claims
    rejected = Rejected(claim_words(claim, reading.referents), "it is not admitted")
    (one,) = extraction.sentences(replace(reading, claims=(), rejected=(rejected,)))
    assert [(s.confidence, s.refused) for s in one.stated] == [(None, "it is not admitted")]


def test_a_guessed_post_that_the_text_corrects_says_so(extractor: KoreanExtractor) -> None:
    """Both statements are shown: the one of the story's focus, and the one that goes before it."""
    text = (
        "LG전자, 새 공장 세운다\n"
        "LG전자는 공장을 짓는다. 조주완 사장은 기대가 크다고 말했다.\n"
        "LG전자는 커진다. 조주완 네이버 대표는 반겼다."
    )
    assert {(s.object, s.by, s.refused) for s in stated(extractor, text)} == {
        ("LG전자", "head-of-context", "the text itself says whose post it is"),
        ("네이버", "head-of-firm", ""),
    }


def test_an_article_without_sentences_has_an_empty_account(extractor: KoreanExtractor) -> None:
    """Nothing to show is no error."""
    assert accounts(extractor(make_document("ⓒ 무단 전재"))) == []
