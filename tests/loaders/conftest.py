"""What tests of fitting share: a small corpus, of which folds and thirds can be made."""

import shutil
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = 20


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of the first Korean articles, with nothing fitted but its encoder."""
    folder = tmp_path_factory.mktemp("corpus")
    for path in sorted((CORPUS / "gold").glob("d*.json"))[:ARTICLES]:
        for name in (f"gold/{path.name}", f"texts/{path.stem}.txt"):
            (folder / name).parent.mkdir(exist_ok=True)
            shutil.copy(CORPUS / name, folder / name)
    shutil.copy(CORPUS / "encoder.npz", folder)
    return folder
