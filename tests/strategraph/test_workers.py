"""Many articles are read on every core, and come back in their order."""

from pathlib import Path

from graph.claims import Reading
from graph.documents import make_document
from loaders.articles import Item, Unread
from strategraph.workers import cores, outcome, readings


def items(count: int) -> list[Item | Unread]:
    found: list[Item | Unread] = [
        Item(f"/data/{n}.txt", f"{n}.txt", make_document(f"LG화학은 {n}월 미국 GM과 손을 잡았다."))
        for n in range(count)
    ]
    found[3] = Unread("3.txt", "the text is empty")
    found[5] = Item("/data/5.txt", "5.txt", make_document("これは日本語の文章です。ニュースです。"))
    return found


def test_all_cores_read_what_one_would(tmp_path: Path) -> None:
    """Enough articles for a pool: the same readings, in the same order, faults in their place."""
    many = items(150)
    found = list(readings(many))
    assert found == [outcome(item) for item in many]
    assert isinstance(found[3], Unread)
    assert isinstance(found[5], Unread)
    assert [r.origin for r in found if isinstance(r, Reading)][:2] == ["/data/0.txt", "/data/1.txt"]
    assert cores() >= 1
