"""Runs what a page tells its reader to run, in a checkout of its own.

In README.md, docs/operating.md and docs/extraction.md, `sh` and `python` blocks are run in the
order of the page.
A block that ends with a server is left running for the blocks after it.
A `text` block shows lines that they print, in their order, and `…` for what is left out.
`console` blocks are for what no test may start here; they are only looked at.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
LEFT_OUT = "…"
BASH = "/bin/bash"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SERVER = re.compile(r"^(?:scripts/serve|strategraph serve)\b", re.MULTILINE)
_LINKED = ("samples", "tests", "graph", "loaders", "api", "strategraph", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page."""

    language: str
    text: str


def blocks(page: str, *languages: str) -> list[Block]:
    """The page's blocks of these languages, in order."""
    found = [Block(*match) for match in _BLOCK.findall((ROOT / page).read_text("utf-8"))]
    return [block for block in found if block.language in languages]


@dataclass(slots=True)
class Checkout:
    """A folder that looks like a checkout whose scripts have set it up already."""

    folder: Path
    port: int
    output: list[str] = field(default_factory=list)
    servers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def run(self, block: Block) -> None:
        """Run a block; it fails the test with what it printed where it does not end well."""
        text = block.text.replace("localhost:8000", f"localhost:{self.port}")
        if block.language == "python":
            self._finish([sys.executable, "-"], text)
        elif _SERVER.search(text):
            self._serve(text)
        else:
            self._finish([BASH, "-euo", "pipefail", "-s"], text)

    def _finish(self, command: list[str], text: str) -> None:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment(),
            input=text,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, f"{text}\n{done.stdout}"
        self.output.extend(done.stdout.splitlines())

    def _serve(self, text: str) -> None:
        self.stop()
        with (self.folder / "server.log").open("wb") as log:
            server = subprocess.Popen(
                [BASH, "-euc", f"exec {text}"],
                cwd=self.folder,
                env=self._environment(),
                stdout=log,
                stderr=log,
            )
        self.servers.append(server)
        for _ in range(1200):
            if server.poll() is not None:
                break
            try:
                with urlopen(f"http://localhost:{self.port}/readyz", timeout=5):
                    return
            except (URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(f"{text}\n{(self.folder / 'server.log').read_text('utf-8')}")

    def stop(self) -> None:
        """Stop the server, if one runs."""
        while self.servers:
            server = self.servers.pop()
            server.terminate()
            server.wait(timeout=60)

    def _environment(self) -> dict[str, str]:
        own = {k: v for k, v in os.environ.items() if not k.startswith("STRATEGRAPH_")}
        path = f"{self.folder / '.venv/bin'}{os.pathsep}{own.get('PATH', os.defpath)}"
        return own | {"STRATEGRAPH_PORT": str(self.port), "PATH": path, "PYTHONUTF8": "1"}


@contextmanager
def checkout(folder: Path) -> Iterator[Checkout]:
    """A checkout in the folder, its servers stopped behind the block.

    Its `.venv` is the one that runs the tests, and is not installed into.
    """
    for name in _LINKED:
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    shutil.copy(ROOT / "constraints.txt", folder)
    (folder / ".venv").mkdir()
    (folder / ".venv/bin").symlink_to(Path(sys.executable).parent)
    _mark_installed(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        opened = Checkout(folder, free.getsockname()[1])
    try:
        yield opened
    finally:
        opened.stop()


def _mark_installed(folder: Path) -> None:
    """Leave the stamp that scripts/setup.sh leaves when everything is installed."""
    stamp = "{ pwd && cat pyproject.toml constraints.txt; } | sha256sum > .venv/.installed"
    subprocess.run([BASH, "-c", stamp], cwd=folder, check=True)


def unprinted(page: str, output: list[str], *, varying: str = "(?!)") -> list[str]:
    """What the page shows as printed, in each block in order, and the output does not have.

    What matches the pattern `varying` may be another there.
    """
    missing, printed = [], [re.sub(varying, LEFT_OUT, line) for line in output]
    for block in blocks(page, "text"):
        left = iter(printed)
        shown = re.sub(varying, LEFT_OUT, block.text).splitlines()
        wanted = [line for line in shown if line.strip() not in ("", LEFT_OUT)]
        missing += [w for w in wanted if not any(_alike(w, line) for line in left)]
    return missing


def _alike(wanted: str, line: str) -> bool:
    """The same line; of a quotation and its source, which are indented, the words may be fewer."""
    if wanted == line or not (wanted.startswith("    ") and line.startswith("    ")):
        return wanted == line
    (words, _, source), (others, _, other) = wanted.rpartition(" — "), line.rpartition(" — ")
    return source == other and (words.strip() in others or others.strip() in words)
