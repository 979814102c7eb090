"""The model that ships, and that training makes the same one from the same articles."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from loaders.korean.encoder.encoder import shipped as encoder
from loaders.korean.extractor import KoreanExtractor
from loaders.korean.learned import pairs
from loaders.korean.learned.fitting import fit
from loaders.korean.learned.model import FILE, Model, shipped
from loaders.korean.learned.ranker import Ranker
from loaders.korean.learned.training import Sample

_MEGABYTE = 1_000_000


def test_the_shipped_model_is_small_and_knows_every_relation() -> None:
    """It has a weight for each relation of the ontology."""
    model, count = shipped(), len(pairs.RELATIONS)
    assert files("loaders.korean.learned").joinpath(FILE).read_bytes().__len__() < 7 * _MEGABYTE
    assert model.scorer.weights.shape == (len(model.scorer.vocabulary), count)
    assert 0 < model.keep < model.least < 1
    assert all(0 < share < 1 for share in model.precision.values())


def test_training_twice_makes_the_same_file(
    labeled: list[Sample], extractor: KoreanExtractor, tmp_path: Path
) -> None:
    """The same articles give the same bytes."""
    few = labeled[:8]
    one, two = tmp_path / "one.npz", tmp_path / "two.npz"
    fit(few, extractor.reread, encoder()).model.save(one)
    fit(few, extractor.reread, encoder()).model.save(two)
    assert one.read_bytes() == two.read_bytes()


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Loading and saving again changes nothing."""
    path, again = tmp_path / "model.npz", tmp_path / "again.npz"
    shipped().save(path)
    Model.load(path).save(again)
    assert path.read_bytes() == again.read_bytes()


def test_a_model_for_other_relations_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change of the ontology the model says that it must be trained again."""
    path = tmp_path / "model.npz"
    shipped().save(path)
    monkeypatch.setattr("loaders.korean.learned.model.RELATIONS", pairs.RELATIONS[1:])
    with pytest.raises(ValueError, match="scripts/train"):
        Model.load(path)


def test_a_model_that_was_fitted_with_another_encoder_is_refused() -> None:
    """Its weights are worth nothing for the scores of this one."""
    with pytest.raises(ValueError, match="scripts/train"):
        Ranker(replace(shipped(), encoder="another"))
