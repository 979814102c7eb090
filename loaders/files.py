"""Files: which ones a path, a folder or a pattern stands for; a URL stands for itself."""

import glob
import os
from collections.abc import Iterable
from pathlib import Path

from graph.errors import BadInputError
from loaders.addresses import address, is_address

STDIN = "-"
LINES = frozenset({".ndjson", ".jsonl"})
PAGES = frozenset({".html", ".htm"})
WITH_SIDECAR = PAGES | {".txt"}
_FACTS = frozenset({".yaml", ".yml", ".csv"})
_IN_FOLDERS = _FACTS | LINES | WITH_SIDECAR | {".json"}
_PARTS = "_files"
"""How a browser calls the folder of what belongs to a page that it saves."""


def expand(paths: Iterable[str]) -> list[str]:
    """The files that paths, folders and patterns stand for, in that order, folders sorted.

    A sidecar is left to the text or page that it is beside.
    Raises BadInputError for a path that is not there, a pattern that fits nothing, and a URL that
    cannot be a page's.
    """
    found = dict.fromkeys(name for path in paths for name in _files(path))
    return [name for name in found if not _is_sidecar(name, found)]


def origin_of(name: str) -> str:
    """The absolute path of a file, as text; `-` and a URL stay what they are."""
    return name if name == STDIN or is_address(name) else spelled(str(Path(name).resolve()))


def spelled(name: str) -> str:
    """The name of a file as text that can be stored and printed, whatever its bytes are."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def is_facts_file(name: str) -> bool:
    """Whether a person wrote facts by hand there: `loaders.facts` reads it."""
    return not is_address(name) and Path(name).suffix.lower() in _FACTS


def called(name: str) -> str:
    """What a person calls the file."""
    return "standard input" if name == STDIN else spelled(name)


def read_within(path: Path, max_bytes: int) -> bytes:
    """All bytes of a file; raises BadInputError where there are more than that."""
    with path.open("rb") as file:
        return within(file.read(max_bytes + 1), max_bytes)


def within(raw: bytes, max_bytes: int) -> bytes:
    """The bytes; raises BadInputError where there are more than that."""
    if len(raw) > max_bytes:
        limit = f"{max_bytes:,} bytes (STRATEGRAPH_MAX_ARTICLE_BYTES)"
        raise BadInputError(f"the file is longer than {limit}")
    return raw


def _is_sidecar(name: str, beside: Iterable[str]) -> bool:
    stem = name.removesuffix(".json")
    return stem != name and any(stem + suffix in beside for suffix in WITH_SIDECAR)


def _files(path: str) -> list[str]:
    if path == STDIN:
        return [path]
    if is_address(path):
        return [address(path)]
    if Path(path).is_dir():
        return _in_folder(Path(path))
    if Path(path).exists():
        return [path]
    # Path.glob takes no absolute pattern.
    matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []  # noqa: PTH207
    if not matches:
        raise BadInputError(f"{path}: there is no such file or folder")
    return [name for match in matches for name in _files(match)]


def _in_folder(folder: Path) -> list[str]:
    """Everything in the folder that can be read, but what is hidden or a part of a saved page."""
    return [
        str(path)
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in _IN_FOLDERS
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not any(_belongs_to_page(inside) for inside in path.parents)
    ]


def _belongs_to_page(folder: Path) -> bool:
    stem = folder.name.removesuffix(_PARTS)
    return stem != folder.name and any(folder.with_name(stem + page).is_file() for page in PAGES)
