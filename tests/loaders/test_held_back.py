"""Holding back: what is learned is measured on articles that none of it was learned from."""

import shutil
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from graph.errors import BadInputError
from loaders.evaluation import labeled_articles
from loaders.held_back import (
    blind_encoder,
    blind_ranker,
    fit_without_third,
    hold_back,
    is_for_weighing,
    is_held_back,
)
from loaders.korean.encoder.encoder import fingerprint, load
from loaders.korean.learned.model import FILE, Model
from loaders.languages import detect
from tests.loaders.conftest import CORPUS


def test_what_is_held_back_is_read_by_a_model_that_has_not_seen_it(folder: Path) -> None:
    """Both parts are read, and what was fitted to is read better."""
    both = hold_back(folder)
    assert (both.fitted.articles, both.unseen.articles) == (6, 6)
    assert both.fitted.scores["facts"].f1 > both.unseen.scores["facts"].f1 > 0


def test_less_confidence_asked_for_finds_more(folder: Path) -> None:
    """In either part, of which no more articles are read than is asked for."""
    strict, generous = hold_back(folder, 0.9, at_most=3), hold_back(folder, 0.3, at_most=3)
    for part in ("fitted", "unseen"):
        assert getattr(strict, part).articles == 3
        few, many = (getattr(b, part).scores["facts"].found for b in (strict, generous))
        assert few < many


def test_the_ranker_of_a_folder_is_read_and_not_fitted_again(folder: Path) -> None:
    """With its `model.npz` the figures are those that fitting gives."""
    fitted = hold_back(folder)
    fit_without_third(folder, blind_encoder(folder)).save(folder / "model.npz")
    assert hold_back(folder).unseen.scores == fitted.unseen.scores


def test_a_part_without_articles_is_bad_input(folder: Path, tmp_path: Path) -> None:
    """There is nothing to fit to, or nothing to hold back."""
    for name in ("gold/d01.json", "texts/d01.txt"):
        (tmp_path / name).parent.mkdir()
        shutil.copy(folder / name, tmp_path / name)
    with pytest.raises(BadInputError, match="both parts need an article"):
        hold_back(tmp_path)


def test_the_encoder_of_the_corpus_has_seen_nothing_that_is_held_back() -> None:
    """What is measured there is what it does with new ones; nor is it weighed where it knows."""
    encoder = blind_encoder(CORPUS)
    seen = [gold for gold, text in labeled_articles(CORPUS) if encoder.has_seen(text)]
    assert seen
    assert not any(map(is_held_back, seen))
    assert not any(map(is_for_weighing, seen))


def test_an_encoder_that_has_seen_what_is_held_back_measures_nothing(tmp_path: Path) -> None:
    """The one that ships was trained on such articles: the message says how to make another."""
    for name in ("gold/d03.json", "texts/d03.txt"):
        (tmp_path / name).parent.mkdir()
        shutil.copy(CORPUS / name, tmp_path / name)
    with pytest.raises(BadInputError, match="trained on d03, which is held back"):
        blind_encoder(tmp_path)


def test_the_ranker_of_the_corpus_has_seen_nothing_that_is_held_back() -> None:
    """It is read with the encoder of the corpus, and was fitted to all the rest."""
    blind_ranker(CORPUS, blind_encoder(CORPUS))
    seen = Model.load(CORPUS / "model.npz").seen
    assert len(seen) == sum(
        not is_held_back(gold) for gold, text in labeled_articles(CORPUS) if detect(text) == "ko"
    )


def test_a_ranker_that_has_seen_what_is_held_back_measures_nothing(
    folder: Path, tmp_path: Path
) -> None:
    """The message names the article, and how to make another."""
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    encoder = blind_encoder(tmp_path)
    model = fit_without_third(folder, encoder)
    held = next(fingerprint(text) for gold, text in labeled_articles(folder) if is_held_back(gold))
    replace(model, seen=model.seen | {held}).save(tmp_path / "model.npz")
    with pytest.raises(BadInputError, match="was fitted to d03, which is held back"):
        blind_ranker(tmp_path, encoder)


def test_a_ranker_that_goes_with_another_encoder_is_bad_input(tmp_path: Path) -> None:
    """The one that ships: the message says how to make another."""
    with as_file(files("loaders.korean.learned") / FILE) as path:
        shutil.copy(path, tmp_path / "model.npz")
    with pytest.raises(BadInputError, match="fitted with another encoder"):
        blind_ranker(tmp_path, load(CORPUS / "encoder.npz"))
