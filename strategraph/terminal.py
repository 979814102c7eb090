"""Terminal: lines on standard output, and progress on a terminal only."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.cells import cell_len
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

Item = TypeVar("Item")


def put(line: str) -> None:
    """Print a line at once, as UTF-8 wherever it goes."""
    put_bytes(line.encode("utf-8", "backslashreplace") + b"\n")


def put_bytes(piece: bytes) -> None:
    """Write to standard output at once."""
    sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def put_styled(line: Text) -> None:
    """Print a line at once, with its styles where a person sees it."""
    console = Console(force_terminal=sys.stdout.isatty(), soft_wrap=True, highlight=False)
    with console.capture() as shown:
        console.print(line, end="")
    put(shown.get())


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows with their cells below each other; a Hangul syllable is two columns wide."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)
        )
        yield "  ".join(padded).rstrip()


def followed(items: Sequence[Item], what: str, *, printing: bool = False) -> Iterator[Item]:
    """The items, with a bar on standard error where a person sees it.

    There is none where the command is `printing` to the same terminal.
    """
    console = Console(stderr=True)
    in_the_way = printing and sys.stdout.isatty()
    if not console.is_terminal or in_the_way or len(items) < 2:
        yield from items
        return
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        yield from progress.track(items)


def most_common(counted: Iterable[tuple[str, int]], limit: int = 10) -> Iterator[str]:
    """Lines of counts, the highest first."""
    ranked = sorted(counted, key=lambda pair: (-pair[1], pair[0]))
    for words, count in ranked[:limit]:
        yield f"{count:>6}  {words}"
    if len(ranked) > limit:
        yield f"        and {len(ranked) - limit} more"
