"""Articles are read character for character, and what cannot be read says why and where."""

import io
import json
import sys
from pathlib import Path

import pytest

from graph.documents import Document
from graph.errors import BadInputError
from graph.extracts import ExtractOut
from loaders.articles import Item, Unread, read_document, read_items
from loaders.files import expand

LIMIT = 10_000


def only(path: Path | str) -> Item | Unread:
    """The one thing that the file holds."""
    (item,) = read_items(str(path), max_bytes=LIMIT)
    return item


def document(path: Path | str) -> Document:
    """The one article that the file holds."""
    item = only(path)
    assert isinstance(item, Item)
    assert isinstance(item.content, Document)
    return item.content


def reason(path: Path | str) -> str:
    """Why the file cannot be read."""
    item = only(path)
    assert isinstance(item, Unread)
    return item.reason


def test_a_text_keeps_its_line_ends(tmp_path: Path) -> None:
    """Offsets are into the file's own characters, whatever ends its lines."""
    path = tmp_path / "a.txt"
    path.write_bytes("첫 줄\r\n둘째 줄\r셋째\n".encode())
    assert document(path).text == "첫 줄\r\n둘째 줄\r셋째\n"


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    """The mark that some editors write is left out."""
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffLG화학".encode())
    assert document(path).text == "LG화학"


def test_a_sidecar_says_where_the_text_is_from(tmp_path: Path) -> None:
    """The object beside a text gives title, publisher, date and URL."""
    (tmp_path / "a.txt").write_text("LG화학", "utf-8")
    about = {
        "title": "제목",
        "publisher": "신문",
        "published": "2023-01-18T09:00:00+09:00",
        "url": "https://news.example/1",
    }
    (tmp_path / "a.json").write_text(json.dumps(about), "utf-8")
    read = document(tmp_path / "a.txt")
    assert (read.title, read.publisher, read.published) == ("제목", "신문", "2023-01-18")
    assert read.url == "https://news.example/1"


def test_a_broken_sidecar_is_no_silent_default(tmp_path: Path) -> None:
    """The text is not read without what its sidecar meant to say."""
    (tmp_path / "a.txt").write_text("LG화학", "utf-8")
    (tmp_path / "a.json").write_text('{"title": ', "utf-8")
    assert "its sidecar a.json" in reason(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("한글".encode("cp949"), "byte 0 is 0xc7"),
        (b"abc\xff", "byte 3 is 0xff"),
        ("LG".encode("utf-16-le"), "byte 1 is NUL"),
        (b"x" * (LIMIT + 1), "longer than 10,000 bytes"),
    ],
)
def test_what_is_no_text_says_why(tmp_path: Path, raw: bytes, why: str) -> None:
    """Empty, binary, wrongly encoded and endless files are refused with their reason."""
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    assert why in reason(path)


@pytest.mark.parametrize("name", ["a.json", "-", "b.txt"])
def test_no_more_is_read_than_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """An endless JSON file or sidecar is refused before all of it is in memory."""
    raw = b'{\n"text": "LG", "more": "' + b"x" * LIMIT + b'"}'
    for sidecar in ("a.json", "b.json"):
        (tmp_path / sidecar).write_bytes(raw)
    (tmp_path / "b.txt").write_text("LG", "utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert "longer than 10,000 bytes" in reason(name if name == "-" else tmp_path / name)


def test_an_article_object_is_read(tmp_path: Path) -> None:
    """A JSON file holds one article with what is known of it."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"text": "가\r\n나", "published": 2023, "more": 1}), "utf-8")
    read = document(path)
    assert (read.text, read.published) == ("가\r\n나", "2023")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ('{"text": 3.5, "title": []}', "not an article object"),
        ('{"title": "x"}', "text: Field required"),
        ("[]", "not an article object"),
        ("{", "this is not JSON"),
        ('{"text": "a", "published": "yesterday"}', "published"),
        ('{"document": {}, "facts": [{}]}', "not an extract object: facts.0"),
    ],
)
def test_an_object_that_is_no_article_says_why(tmp_path: Path, raw: str, why: str) -> None:
    """The first fault of a JSON file is named."""
    path = tmp_path / "a.json"
    path.write_text(raw, "utf-8")
    assert why in reason(path)


def test_lines_hold_articles_and_extract_objects(tmp_path: Path) -> None:
    """A bad line is named by its number, and the others are read."""
    path = tmp_path / "a.ndjson"
    lines = ['{"text": "하나"}', "", "{oops", '{"document": {"text": "둘"}, "entities": []}']
    path.write_text("\n".join(lines), "utf-8")
    first, bad, second = read_items(str(path), max_bytes=LIMIT)
    assert isinstance(first, Item)
    assert isinstance(first.content, Document)
    assert isinstance(bad, Unread)
    assert bad.place == f"{path} line 3"
    assert isinstance(second, Item)
    assert isinstance(second.content, ExtractOut)
    assert second.origin == str(path.resolve())


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        ("LG화학은 1947년\n설립됐다.\n", ["LG화학은 1947년\n설립됐다.\n"]),
        ('{"text": "하나"}\n{"text": "둘"}\n', ["하나", "둘"]),
        ('{\n  "text": "하나"\n}\n', ["하나"]),
    ],
)
def test_standard_input_is_text_or_json(
    monkeypatch: pytest.MonkeyPatch, raw: str, texts: list[str]
) -> None:
    """What comes through a pipe is told by how it opens."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw.encode())))
    items = list(read_items("-", max_bytes=LIMIT))
    contents = [item.content for item in items if isinstance(item, Item)]
    assert [c.text for c in contents if isinstance(c, Document)] == texts
    assert {item.origin for item in items if isinstance(item, Item)} == {"-"}


def test_a_missing_file_is_unread(tmp_path: Path) -> None:
    """A file that vanished says so."""
    assert "No such file" in reason(tmp_path / "gone.txt")


def test_one_document_or_the_reason(tmp_path: Path) -> None:
    """Reading one article raises where there is none."""
    (tmp_path / "a.txt").write_text("LG", "utf-8")
    (tmp_path / "b.ndjson").write_text("", "utf-8")
    assert read_document(tmp_path / "a.txt", max_bytes=LIMIT).text == "LG"
    for name in ("b.ndjson", "c.txt"):
        with pytest.raises(BadInputError, match=name):
            read_document(tmp_path / name, max_bytes=LIMIT)


def test_folders_and_patterns_stand_for_their_files(tmp_path: Path) -> None:
    """A folder is read in order with what lies below it, without sidecars and hidden files."""
    for name in ("b.txt", "b.json", "a.json", "sub/c.ndjson", "d.csv", "e.pdf", ".git/f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    names = [str(Path(n).relative_to(tmp_path)) for n in expand([str(tmp_path)])]
    assert names == ["a.json", "b.txt", "d.csv", "sub/c.ndjson"]
    assert expand([str(tmp_path / "*.txt"), str(tmp_path / "b.txt"), "-"]) == [
        str(tmp_path / "b.txt"),
        "-",
    ]


@pytest.mark.parametrize("path", ["nowhere/a.txt", "nowhere/*.txt"])
def test_a_path_to_nothing_is_refused(path: str) -> None:
    """A typing error never passes for an empty folder."""
    with pytest.raises(BadInputError, match="nowhere"):
        expand([path])
