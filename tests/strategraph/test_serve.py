"""`serve` puts the parts together over HTTP."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.strategraph.conftest import ARTICLE


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    """The port of a server that answers, in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    words = [sys.executable, "-m", "strategraph", "serve", "--port", str(number)]
    with subprocess.Popen(words, cwd=folder, stderr=subprocess.PIPE) as process:
        try:
            _wait_for(number)
            yield number
        finally:
            process.terminate()
            process.communicate(timeout=30)


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server does not answer")


def answer(port: int, method: str, path: str, body: object = None) -> tuple[int, bytes]:
    """Status and body of one request."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Content-Type": "application/json"}
    connection.request(method, path, json.dumps(body) if body else None, headers)
    response = connection.getresponse()
    content = response.status, response.read()
    connection.close()
    return content


def test_it_reads_stores_and_exports(port: int) -> None:
    """An article that is posted is read here, stored there, and in the export."""
    assert answer(port, "GET", "/readyz")[0] == 200
    status, body = answer(port, "POST", "/articles", {"text": ARTICLE})
    assert status in (200, 201)
    assert json.loads(body)["document"]["language"] == "ko"
    status, body = answer(port, "GET", "/graph.graphml")
    assert status == 200
    assert "LG화학".encode() in body
    assert b"yfiles" in answer(port, "GET", "/graph.graphml?flavor=yed")[1]
