"""Loading: what one more article costs in a small and in a large graph (SQLite)."""

from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.timing import seconds
from graph.claims import Reading
from graph.documents import make_document
from graph.ledger import Ledger
from graph.stores.sqlite import SqliteStore
from tests.graph.writing import Statement, company, person, write

_SMALL, _LARGE = 1_000, 20_000
_MEASURED = 200
# A world as news has it: a few companies in every tenth sentence, two new ones an article.
_HUBS = 30
_RELATIONS = ("PARTNERS_WITH", "ACQUIRED", "SUPPLIES", "HAS_STAKE_IN")


def article(number: int, articles: int, chance: Random) -> Reading:
    """An article of seven statements in a world of so many articles."""

    def somebody(hubs: float) -> str:
        if chance.random() < hubs:
            return f"중심{chance.randrange(_HUBS)}"
        return f"회사{chance.randrange(2 * articles)}"

    pairs = [(somebody(0.3), somebody(0.2)) for _ in range(6)]
    said = [
        Statement(company(one), chance.choice(_RELATIONS), company(other))
        for one, other in pairs
        if one != other
    ]
    leader = person(f"사람{chance.randrange(100)}")
    said.append(Statement(leader, "LEADS", company(f"중심{chance.randrange(_HUBS)}")))
    reading = write(*said)
    document = make_document(
        reading.document.text, url=f"https://news.example/{number}", published="2024-01-02"
    )
    return replace(reading, document=document)


def milliseconds_an_article(articles: int) -> float:
    """The median time of loading one more article, each in a transaction of its own."""
    chance = Random(1)  # noqa: S311
    with TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder) / "graph.db")
        ledger = Ledger(store)
        for start in range(0, articles, 500):
            ledger.load([article(start + n, articles, chance) for n in range(500)])
        more = [article(articles + n, articles, chance) for n in range(_MEASURED)]
        took = [seconds(lambda one=one: ledger.load([one])) for one in more]  # type: ignore[misc]
        store.close()
    return 1000 * median(took)


def main() -> None:
    """Print the time at both sizes and their ratio."""
    small, large = (milliseconds_an_article(articles) for articles in (_SMALL, _LARGE))
    print(f"load, one article more after {_SMALL:>6,}: {small:6.1f} ms")
    print(f"load, one article more after {_LARGE:>6,}: {large:6.1f} ms")
    print(f"ratio: {large / small:.2f} (at most 1.5 is the aim)")


if __name__ == "__main__":
    main()
