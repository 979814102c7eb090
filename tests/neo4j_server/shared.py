"""One server for a whole test run, however many workers it has."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.neo4j_server.locks import locked
from tests.neo4j_server.server import Neo4jServer


@contextmanager
def shared_server(folder: Path, jars: Path) -> Iterator[str]:
    """The URL of the server that all workers with this folder share.

    Who comes first starts it, and stops it when nobody uses it any more.
    Raises ServerUnavailableError where none can be had.
    """
    address = folder / "url"
    with ExitStack() as cleanup:
        with locked(folder / "coming"), ExitStack() as failure:
            if not address.exists():
                server = Neo4jServer(folder / "home", jars)
                failure.callback(server.stop)
                server.start()
                address.write_text(server.url)
                cleanup.callback(_leave, folder, server)
            failure.pop_all()
            cleanup.enter_context(locked(folder / "using", shared=True))
        yield address.read_text()


def _leave(folder: Path, server: Neo4jServer) -> None:
    """Stop once the others are done; who comes meanwhile waits and starts the next one."""
    with locked(folder / "coming"), locked(folder / "using"):
        (folder / "url").unlink()
        server.stop()
