"""What the learned part adds to a reading, and how it puts it."""

from collections.abc import Callable

import pytest

from graph.admission import admit
from graph.claims import Reading
from graph.documents import Document, make_document
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.lines import lines
from loaders.korean.learned.ranker import Ranker
from loaders.korean.learned.training import Sample

STORY = """한빛전자, 폴란드에 배터리 공장 세운다

한빛전자는 지난 3일 폴란드 바르샤바에 배터리 공장을 짓는다고 밝혔다.
이 회사는 삼성전자의 계열사 가람소재와 함께 전기차 배터리 시장을 공략한다.
김도윤 한빛전자 대표는 헝가리 공장도 늘리겠다고 말했다."""

Read = Callable[[Document], Reading]


@pytest.fixture(scope="session")
def generous() -> Read:
    """Reads with so little confidence asked for that much is added."""
    extractor = KoreanExtractor(learned=False)
    ranker = Ranker()

    def read(document: Document) -> Reading:
        found = extractor.by_rules(document)
        weighed = ranker.rank(document.text, found.proposal, lines(found.reads), 0.2)
        return admit(weighed.proposal)

    return read


def test_added_facts_have_a_rule_verbatim_evidence_and_a_confidence(generous: Read) -> None:
    """Each is signed as learned, stands in a sentence, and is legal in the ontology."""
    reading = generous(make_document(STORY))
    added = [c for c in reading.claims if (c.evidence[0].rule or "").startswith("learned:")]
    assert added
    assert not reading.rejected
    for claim in added:
        evidence = claim.evidence[0]
        assert evidence.rule == f"learned:{claim.type}"
        assert STORY[evidence.start : evidence.end] in STORY.splitlines()
        assert 0.2 <= claim.confidence < 1


def test_every_name_added_stands_in_the_text(generous: Read) -> None:
    """A referent's mentions are places of its own name in the raw text."""
    reading = generous(make_document(STORY))
    for referent in reading.referents:
        assert any(STORY[a:b] == referent.name for a, b in referent.mentions)


def test_the_same_document_gives_the_same_reading(generous: Read) -> None:
    """Nothing depends on what was read before."""
    first = generous(make_document(STORY))
    generous(make_document("삼성전자는 미국 텍사스에 공장을 짓는다."))
    assert generous(make_document(STORY)) == first


@pytest.mark.parametrize("text", ["…", "삼성전자", "ⓒ 무단 전재", "\n\n(끝)\n", "12,3 %"])
def test_texts_without_facts_are_no_trouble(generous: Read, text: str) -> None:
    """What is hardly a text gives a reading without claims."""
    assert generous(make_document(text)).claims == ()


def test_the_shipped_model_finds_more_than_the_rules(
    labeled: list[Sample], extractor: KoreanExtractor
) -> None:
    """Over articles that it was fitted to, it adds facts and changes confidences."""
    ranker = Ranker()
    before = [c for s in labeled for c in extractor.reread(s.first, None).proposal.claims]
    after = [c for s in labeled for c in extractor.concluded(s.first, ranker).proposal.claims]
    added = [c for c in after if (c.evidence[0].rule or "").startswith("learned:")]
    assert len(added) > 0.05 * len(before)
    assert len(after) > len(before)
    assert len({claim.confidence for claim in after}) > 0.1 * len(after)


def test_rules_read_on_with_the_names_that_the_tagger_is_sure_of(
    labeled: list[Sample], extractor: KoreanExtractor
) -> None:
    """With them the rules state what they could not without."""
    tagger = Ranker().tagger
    alone = [c for s in labeled for c in extractor.reread(s.first, None).proposal.claims]
    aided = [c for s in labeled for c in extractor.reread(s.first, tagger).proposal.claims]
    assert len(aided) > len(alone)
