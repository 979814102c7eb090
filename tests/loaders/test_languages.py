"""Languages: told apart by script and by their commonest words."""

import pytest

from loaders.languages import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("LG Energy Solution은 GM과 손잡았다", "ko"),
        ("The company said it will build a plant in the US", "en"),
        ("Das Unternehmen ist in der Stadt und baut die Fabrik", "de"),
        ("トヨタは工場を建設すると発表した", "ja"),
        ("公司宣布收购", "zh"),
        ("12345 !!", "und"),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    """The language of a text."""
    assert detect(text) == code
