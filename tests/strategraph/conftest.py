"""A command line to run, in a folder of its own with its own store."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.stores import open_store
from graph.stores.base import Store
from strategraph.main import app

Run = Callable[..., Result]

ARTICLE = (
    "LG화학이 미국 GM과 손잡고 양극재를 공급한다고 18일 밝혔다.\n"
    "LG화학은 LG그룹의 계열사다. 신학철 LG화학 부회장은 협력을 확대하겠다고 말했다.\n"
)
FACTS = (
    "article,subject,relation,object,quote\n"
    "lg.txt,LG,HAS_SUBSIDIARY,LG화학,LG화학은 LG그룹의 계열사다\n"
    "lg.txt,LG화학,SUPPLIES,GM,양극재를 공급한다\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one article and one facts file about it."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("STRATEGRAPH_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("STRATEGRAPH_STORE", f"sqlite:///{tmp_path}/graph.db")
    (tmp_path / "lg.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "facts.csv").write_text(FACTS, "utf-8")
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Run the command line in this process."""

    def call(*words: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(words), input=stdin)

    return call


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """The store that the commands use."""
    store = open_store(f"sqlite:///{folder}/graph.db")
    yield store
    store.close()


def started(*words: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    """Run the command line as a process of its own."""
    command = [sys.executable, "-m", "strategraph", *words]
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, check=False, timeout=60
    )
