"""What all tests may use: a real Neo4j, and the rule that a build server skips nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.stores.neo4j.address import parse_address
from tests.neo4j_server import Neo4jServer, ServerUnavailableError

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of tests that read what a clean checkout does not have."""
    config.addinivalue_line(
        "markers", "shared: reads ../shared, and is left out where it is absent"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what reads ../shared where there is none; a clean checkout has none."""
    if SHARED.is_dir():
        return
    absent = [item for item in items if item.get_closest_marker("shared")]
    items[:] = [item for item in items if not item.get_closest_marker("shared")]
    config.hook.pytest_deselected(items=absent)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """On a build server a skipped test is a failed run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped"):
        reporter.write_line("CI=true: a test was skipped, so this run fails", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def neo4j_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running Neo4j: the one that STRATEGRAPH_TEST_NEO4J names, else one of our own."""
    if named := os.environ.get("STRATEGRAPH_TEST_NEO4J"):
        yield named
        return
    server = Neo4jServer(tmp_path_factory.mktemp("neo4j") / "home", ROOT / ".neo4j/lib")
    try:
        server.start()
    except ServerUnavailableError as error:
        pytest.skip(f"no Neo4j: {error}")
    try:
        yield server.url
    finally:
        server.stop()


@pytest.fixture
def clean_neo4j(neo4j_url: str) -> str:
    """The running Neo4j, emptied."""
    address = parse_address(neo4j_url)
    with (
        neo4j.GraphDatabase.driver(address.uri, auth=address.credentials) as driver,
        driver.session(database=address.database) as session,
    ):
        session.run(
            "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
        ).consume()
    return neo4j_url
