"""The facts files that the documentation shows are facts files."""

import re
from pathlib import Path

import pytest

from graph.documents import make_document
from graph.extracts import parse_extract
from loaders.facts.extracted import reading_of
from loaders.facts.handwritten import read_facts

PAGE = (Path(__file__).parents[3] / "docs" / "facts-files.md").read_text("utf-8")
BLOCKS = re.findall(r"```(yaml|csv)\n(.*?)```", PAGE, re.DOTALL)
ARTICLE = "LG 계열사인 LG화학은 2024년 3월 켐코에 3억 달러를 투자해 지분 10%를 확보했다고 밝혔다."


@pytest.mark.parametrize(("suffix", "content"), BLOCKS)
def test_an_example_loads_whole(tmp_path: Path, suffix: str, content: str) -> None:
    """No row of an example is rejected."""
    (tmp_path / "lg.txt").write_text(ARTICLE, "utf-8")
    path = tmp_path / f"facts.{suffix}"
    path.write_text(content, "utf-8")
    result = read_facts(path, find=lambda _: None, max_bytes=10_000)
    (reading,) = result.readings
    assert len(reading.claims) == 1
    assert (*result.rejected, *reading.rejected) == ()


def test_the_extract_object_loads_whole() -> None:
    """The object of another extractor is what the page shows, without mentions."""
    (block,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    reading = reading_of(parse_extract(block), name="mine.ndjson", own=())
    assert len(BLOCKS) == 3
    assert (len(reading.claims), reading.rejected) == (1, ())
    assert reading.document == make_document(
        reading.document.text, url="https://news.example/1", language="ko"
    )
