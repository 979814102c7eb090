"""Names that only the tagger sees: sure ones are read on by the rules, others are not."""

from graph.documents import make_document
from graph.ontology import Label
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.lines import Line, lines
from loaders.korean.learned.tagger import Tagged
from loaders.korean.names import Learned
from loaders.korean.taught import taught

_TEXT = "삼성전자는 지난 3일 카미노바 이야기를 꺼냈다. 그날 온 것은 카미노바 쪽 사람들이다."


def _tagged(line: Line, words: str, label: Label, probability: float) -> list[Tagged]:
    start = line.text.index(words)
    span = line.tokens(start, start + len(words))
    assert span is not None
    return [Tagged(*span, label, probability)]


def _taught(extractor: KoreanExtractor, label: Label, *probabilities: float) -> dict[str, Learned]:
    story = lines(extractor.first(make_document(_TEXT)).reads)
    seen = [
        _tagged(line, "카미노바", label, probability)
        for line, probability in zip(story, probabilities, strict=True)
    ]
    return taught(story, seen)


def test_a_name_that_the_tagger_is_sure_of_once_is_one_everywhere(
    extractor: KoreanExtractor,
) -> None:
    """The surest of its places decides what it is, and says so."""
    new = _taught(extractor, Label.ORGANIZATION, 0.3, 0.93)
    assert new == {"카미노바": Learned(Label.ORGANIZATION, "company")}
    assert new["카미노바"].by == "the tagger, 0.93"


def test_a_name_that_the_tagger_is_unsure_of_is_left_to_the_ranker(
    extractor: KoreanExtractor,
) -> None:
    """Neither place is sure enough; of a field rules know their own."""
    assert _taught(extractor, Label.ORGANIZATION, 0.3, 0.6) == {}
    assert _taught(extractor, Label.SECTOR, 0.99, 0.99) == {}


def test_what_the_rules_see_is_not_taught(extractor: KoreanExtractor) -> None:
    """A name of the rules keeps the kind that they give it."""
    story = lines(extractor.first(make_document(_TEXT)).reads)
    seen = [_tagged(story[0], "삼성전자", Label.PRODUCT, 0.99), list[Tagged]()]
    assert taught(story, seen) == {}


def test_a_common_noun_is_not_taught_as_a_firm(extractor: KoreanExtractor) -> None:
    """The tagger may know a firm of that name: here the dictionary's word is meant."""
    story = lines(extractor.first(make_document("새 앱은 충전소 지리 정보를 담는다.")).reads)
    seen = [_tagged(story[0], "지리", Label.ORGANIZATION, 0.9)]
    assert taught(story, seen) == {}
