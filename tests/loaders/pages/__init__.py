"""Web pages to read, written for these tests: their papers are invented."""

from pathlib import Path

_HERE = Path(__file__).parent


def page(name: str, charset: str = "utf-8") -> bytes:
    """The bytes of a page, in the charset that it declares."""
    return (_HERE / f"{name}.html").read_text("utf-8").encode(charset)
