"""docs/api.md: every request in it is made, and answered as it says."""

import json
import re
import shlex
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.app import create_app
from graph.exports import graphml
from graph.stores import open_store
from strategraph.reading import read

DOCS = Path(__file__).parents[2] / "docs/api.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """A curl command of the documentation, and the answer that stands below it."""

    command: str
    answer: str


def shown() -> list[Shown]:
    """Every command of the documentation, in order."""
    found = []
    for block in BLOCK.findall(DOCS.read_text("utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, answer = _cut(part)
            found.append(Shown(command, answer.strip()))
    return found


def _cut(part: str) -> tuple[str, str]:
    """A command, which ends with the line that closes its quotes, and the rest."""
    lines = part.splitlines(keepends=True)
    for n in range(1, len(lines) + 1):
        command = "".join(lines[:n])
        if command.count("'") % 2 == 0:
            return command, "".join(lines[n:])
    raise AssertionError(f"no command ends in {part!r}")


def run(client: TestClient, command: str) -> tuple[Response, bool]:
    """The response to a curl command, and whether it shows the head."""
    parser = ArgumentParser()
    parser.add_argument("curl", choices=["curl"])
    parser.add_argument("url")
    parser.add_argument("-i", action="store_true", dest="head")
    parser.add_argument("-X", dest="method")
    parser.add_argument("-H", action="append", default=[], dest="headers")
    parser.add_argument("-d", dest="data")
    given = parser.parse_args(shlex.split(command))
    response = client.request(
        given.method or ("GET" if given.data is None else "POST"),
        given.url.removeprefix("http://localhost:8000"),
        content=None if given.data is None else given.data.encode(),
        headers=dict(header.split(": ", 1) for header in given.headers),
    )
    return response, given.head


def check(response: Response, answer: str, *, head: bool) -> None:
    """The answer is as shown; of its body the shown part is all there."""
    if head:
        top, _, answer = answer.partition("\n\n")
        status, *headers = top.splitlines()
        assert status.split()[1] == str(response.status_code), response.text
        for header in headers:
            name, value = header.split(": ", 1)
            assert response.headers[name] == value
    else:
        assert response.status_code == 200, response.text
    if answer:
        assert holds(response.json(), json.loads(answer)), response.text


def holds(real: Any, part: Any) -> bool:
    """Whether everything in the part is in the real answer, lists' items in the same order."""
    if isinstance(part, dict):
        return isinstance(real, dict) and all(
            name in real and holds(real[name], value) for name, value in part.items()
        )
    if isinstance(part, list):
        left: Iterator[Any] = iter(real)
        return all(any(holds(item, wanted) for item in left) for wanted in part)
    return bool(real == part)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A client of the app that `strategraph serve` serves, its store empty."""
    app = create_app(
        open_store=lambda: open_store(f"sqlite:///{tmp_path / 'graph.db'}"),
        read=read,
        graphml=graphml.write,
        version="0.1.0",
    )
    with TestClient(app) as opened:
        yield opened


def test_every_request_is_answered_as_shown(client: TestClient) -> None:
    """In the order in which they are read."""
    commands = shown()
    assert len(commands) > 15
    for item in commands:
        response, head = run(client, item.command)
        check(response, item.answer, head=head)


def test_every_route_is_shown(client: TestClient) -> None:
    """No route is left out of the documentation."""
    asked = set()
    for item in shown():
        url = re.search(r"localhost:8000([^\s'?]*)", item.command)
        assert url
        asked.add(re.sub(r"(doc|org|fact)_\w+", "{}", url[1]))
    routes = client.get("/openapi.json").json()["paths"]
    assert {re.sub(r"{\w+}", "{}", path) for path in routes} == asked
