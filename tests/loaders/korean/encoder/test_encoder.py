"""The encoder that ships: what it scores, where it sees it, and what it was trained on."""

from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from graph.documents import make_document
from loaders.evaluation import labeled_articles
from loaders.held_back import is_for_weighing
from loaders.korean.encoder.encoder import FILE, Encoder, load, shipped
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned.candidates import Candidates
from loaders.korean.learned.considered import Meant
from loaders.korean.learned.lines import lines
from loaders.korean.learned.pairs import RELATIONS
from loaders.korean.learned.ranker import Ranker

CORPUS = Path(__file__).parents[3] / "corpus"
Facts = dict[tuple[str, str, str], Meant]
Meaning = Callable[[str], tuple[Candidates, Facts]]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return shipped()


@pytest.fixture(scope="module")
def meaning(encoder: Encoder) -> Meaning:
    """What the encoder sees in a text, by the names of the ends."""
    extractor, tagger = KoreanExtractor(learned=False), Ranker().tagger

    def read(text: str) -> tuple[Candidates, Facts]:
        found_by_rules = extractor.by_rules(make_document(text))
        story = lines(found_by_rules.reads)
        found = Candidates(found_by_rules.proposal, story).add(tagger)
        return found, {
            (found.all[s].surface, RELATIONS[r], found.all[o].surface): meant
            for (r, s, o), meant in encoder.meant(text, found, story).items()
        }

    return read


def test_it_knows_who_buys_and_who_is_bought(meaning: Meaning) -> None:
    """The direction of a relation shows in its scores."""
    _, facts = meaning("삼성전자가 미국 오디오 업체 하만을 80억달러에 인수했다.")
    bought = facts["삼성전자", "ACQUIRED", "하만"].score
    assert bought > 0
    turned = facts.get(("하만", "ACQUIRED", "삼성전자"))
    assert turned is None or turned.score < bought


def test_it_reads_across_sentences(meaning: Meaning) -> None:
    """Who acts may have been named a sentence before."""
    _, facts = meaning(
        "LG에너지솔루션이 실적을 발표했다. 올해 매출은 30조원으로 예상된다. "
        "폴란드에 이어 헝가리에도 배터리 공장을 지을 계획이라고 한다."
    )
    assert ("LG에너지솔루션", "LOCATED_IN", "헝가리") in facts


def test_what_it_sees_is_placed_where_an_end_is_named(meaning: Meaning) -> None:
    """Also in a text so long that it is read in sections."""
    text = "\n".join(p.read_text("utf-8") for p in sorted((CORPUS / "texts").glob("k10*.txt")))
    found, facts = meaning(text)
    assert facts
    for meant in facts.values():
        place = meant.place
        here = {mention.candidate for mention in found.mentions[place.line]}
        assert here & {place.subject, place.object}
        for end, mention in ((place.subject, place.left), (place.object, place.right)):
            assert mention is None or (mention.candidate, mention.line) == (end, place.line)


def test_what_stands_around_the_story_does_not_count(meaning: Meaning) -> None:
    """Menus and copyright lines of a copied page change no score."""
    story = "삼성전자가 미국 오디오 업체 하만을 80억달러에 인수했다.\n"
    _, alone = meaning(story)
    _, copied = meaning(f"글씨 크기 조절\n댓글\n0\n{story}Copyright ⓒ 무단 전재-재배포 금지\n")
    assert {fact: meant.score for fact, meant in copied.items()} == {
        fact: meant.score for fact, meant in alone.items()
    }


def test_the_same_text_gets_the_same_scores(meaning: Meaning) -> None:
    text = "SK온은 미국 조지아주에서 포드와 배터리 공장을 짓는다."
    first = meaning(text)[1]
    meaning("카카오는 멜론을 운영한다.")
    assert meaning(text)[1] == first


@pytest.mark.parametrize("text", ["…", "삼성전자", "ⓒ 무단 전재", "A" * 3000, "龍" * 2000])
def test_a_text_without_two_names_says_nothing(meaning: Meaning, text: str) -> None:
    assert meaning(text)[1] == {}


def test_it_was_trained_on_no_article_that_it_is_weighed_on(encoder: Encoder) -> None:
    """The ranker learns how far to trust it where it does not know the answers."""
    seen = [gold for gold, text in labeled_articles(CORPUS) if encoder.has_seen(text)]
    assert seen
    assert not any(map(is_for_weighing, seen))


def test_an_encoder_for_other_labels_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change of what its weights are numbered by it says that it must be trained again."""
    monkeypatch.setattr("loaders.korean.encoder.encoder.STEPS", (1, 2))
    path = files("loaders.korean.encoder").joinpath(FILE)
    with pytest.raises(ValueError, match="scripts/train-encoder"), as_file(path) as file:
        load(file)


def test_of_many_pairs_only_the_nearest_are_asked(
    meaning: Meaning, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table of hundreds of names is read in bounded time."""
    text = (CORPUS / "texts" / "k101.txt").read_text("utf-8")
    everything = meaning(text)[1].keys()
    monkeypatch.setattr("loaders.korean.encoder.encoder._MANY", 100)
    nearest = meaning(text)[1].keys()
    assert nearest < everything
    assert 0 < len({(subject, other) for subject, _, other in nearest}) <= 100
