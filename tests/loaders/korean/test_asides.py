"""What stands in brackets after a name is read as a short sentence about it."""

from graph.documents import make_document
from loaders.korean.extractor import KoreanExtractor

TEXT = (
    "네이버는 SK텔레콤(서울 중구)과 LG전자(LG Electronics), 여천NCC(LG화학·포스코 합작)에 투자했다."
)


def test_a_bracket_is_read_with_the_name_before_it(extractor: KoreanExtractor) -> None:
    """Not one that only spells the name in another way."""
    reads = [r for r in extractor.by_rules(make_document(TEXT)).reads if r.sentence.aside]
    assert [read.masked.text for read in reads] == [
        "SK텔레콤 서울 중구",
        "여천NCC LG화학·포스코 합작",
    ]
    assert {"LG화학", "포스코"} < {name.surface for name in reads[1].names}


def test_its_words_come_from_where_they_stand(extractor: KoreanExtractor) -> None:
    """Every character of it leads back to the same character of the text."""
    for read in extractor.by_rules(make_document(TEXT)).reads:
        for character, place in zip(read.masked.text, read.masked.raw, strict=True):
            assert character in (TEXT[place], " ")
