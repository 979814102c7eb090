"""Several processes may load at once, and may die at any moment."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.claims import Reading
from graph.extracts import ExtractOut
from graph.ledger import Ledger
from graph.stores import open_store
from graph.verification import graph_hash, verify
from tests.graph.stores.conftest import Open
from tests.graph.writing import Statement, Thing, company, group, person, unit, write

KILLS = 50


def documents(count: int) -> list[Reading]:
    """Documents of the same few names: every one touches entities of the others."""
    chance = random.Random(7)  # noqa: S311
    names = [company(f"회사{n}") for n in range(8)] + [group("가온"), company("가온")]
    return [
        write(*_statements(chance, names), url=f"https://news.example/{n}", published="2024-01-02")
        for n in range(count)
    ]


def _statements(chance: random.Random, names: Sequence[Thing]) -> list[Statement]:
    one, other, third = chance.sample(names, 3)
    return [
        Statement(one, "PARTNERS_WITH", other),
        Statement(one, "HAS_UNIT", unit("전지사업부")),
        Statement(person("김하늘"), "LEADS", third),
        Statement(third, "ACQUIRED", other, {"share": chance.choice([0.4, 0.6])}),
    ]


def hash_of(readings: Sequence[Reading], tmp_path: Path) -> str:
    """The hash of the graph that one loader makes of them at once."""
    store = open_store(f"sqlite:///{tmp_path / 'expected.db'}")
    Ledger(store).load(readings)
    expected = graph_hash(store)
    store.close()
    return expected


def loader(url: str, readings: Sequence[Reading]) -> "subprocess.Popen[str]":
    """A process that loads these documents."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.graph.stores.loader_process", url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    for reading in readings:
        extract = ExtractOut.from_reading(reading, seconds=0, with_text=True)
        process.stdin.write(extract.model_dump_json(exclude_none=True) + "\n")
    process.stdin.close()
    return process


def test_four_loaders_at_once_make_the_graph_of_one(
    store_url: str, open_again: Open, tmp_path: Path
) -> None:
    readings = documents(40)
    store = open_again()
    processes = [loader(store_url, readings[n::4]) for n in range(4)]
    acknowledged = [p.stdout.read().split() for p in processes if p.stdout is not None]
    for process in processes:
        assert process.wait(timeout=120) == 0
        assert process.stdout is not None
        process.stdout.close()
    assert {id_ for ids in acknowledged for id_ in ids} == {r.document.id for r in readings}
    assert graph_hash(store) == hash_of(readings, tmp_path)


@pytest.mark.parametrize("start", range(5))
def test_a_loader_killed_at_any_moment_loses_nothing_acknowledged(
    store_url: str, open_again: Open, tmp_path: Path, start: int
) -> None:
    """The store opens, what was said to be stored is whole, and nothing is half there.

    Loading again completes the graph.
    """
    chance = random.Random(start)  # noqa: S311
    readings = documents(60)
    acknowledged: set[str] = set()
    for _ in range(KILLS // 5):
        rest = [r for r in readings if r.document.id not in acknowledged]
        acknowledged |= _killed(loader(store_url, rest or readings), chance)
    store = open_again()
    stored = {document.id for document in store.all_documents()}
    assert acknowledged <= stored
    assert all(store.readings(id_) for id_ in stored)
    assert verify(store).sound
    Ledger(store).load(readings)
    assert graph_hash(store) == hash_of(readings, tmp_path)


def _killed(process: "subprocess.Popen[str]", chance: random.Random) -> set[str]:
    """What the process acknowledged before it was killed, at a moment that nobody chose."""
    assert process.stdout is not None
    acknowledged = {process.stdout.readline().strip() for _ in range(chance.randrange(1, 3))}
    time.sleep(chance.random() * 0.03)
    process.send_signal(signal.SIGKILL)
    acknowledged |= {line.strip() for line in process.stdout if line.endswith("\n")}
    process.stdout.close()
    process.wait()
    return acknowledged - {""}
