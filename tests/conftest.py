"""What all tests may use: a real Neo4j, and the rule that a build server skips nothing."""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.neo4j_server import ServerUnavailableError, emptied, locked, shared_server

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
NO_NEO4J = "no Neo4j: "
LEFT_OUT = "left out"
LONG = ("test_figures", "test_mutations", "test_folds")
"""Files whose tests take minutes each, the longest first."""
_left_out = pytest.StashKey[int]()
# How long an example takes says how busy the machine is.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of tests that read what a clean checkout does not have."""
    config.addinivalue_line(
        "markers", "shared: reads ../shared, and is left out where it is absent"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what reads ../shared where there is none; a clean checkout has none.

    What takes minutes comes first, so that no worker is left with it at the end.
    """
    longest_first = {stem: place for place, stem in enumerate(LONG)}
    items.sort(key=lambda item: longest_first.get(item.path.stem, len(LONG)))
    absent = [item for item in items if item.get_closest_marker("shared")]
    if SHARED.is_dir() or not absent:
        return
    items[:] = [item for item in items if not item.get_closest_marker("shared")]
    config.stash[_left_out] = len(absent)
    if hasattr(config, "workeroutput"):
        config.workeroutput[LEFT_OUT] = len(absent)
    config.hook.pytest_deselected(items=absent)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a worker has left out; each leaves out the same."""
    node.config.stash[_left_out] = getattr(node, "workeroutput", {}).get(LEFT_OUT, 0)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let all tests that miss Neo4j share one line of the summary: pytest joins equal places."""
    report = yield
    if isinstance(report.longrepr, tuple) and NO_NEO4J in report.longrepr[2]:
        report.longrepr = ("tests/conftest.py", 0, report.longrepr[2])
    return report


def _skipped_on_a_build_server(reporter: pytest.TerminalReporter | None) -> bool:
    skipped = reporter is not None and bool(reporter.stats.get("skipped"))
    return skipped and os.environ.get("CI") == "true"


def pytest_sessionfinish(session: pytest.Session) -> None:
    """On a build server a skipped test is a failed run."""
    if _skipped_on_a_build_server(session.config.pluginmanager.get_plugin("terminalreporter")):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell in one line what was left out, and why a run without failures failed."""
    if count := terminalreporter.config.stash.get(_left_out, 0):
        terminalreporter.write_line(f"left out: {count} tests that read ../shared, not here")
    if _skipped_on_a_build_server(terminalreporter):
        terminalreporter.write_line("CI=true: a test was skipped, so this run fails", red=True)


@pytest.fixture(scope="session")
def neo4j_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the Neo4j that this run's tests share, the same for all of its workers."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "neo4j"


@pytest.fixture(scope="session")
def neo4j_url(neo4j_folder: Path) -> Iterator[str]:
    """A running Neo4j: the one that STRATEGRAPH_TEST_NEO4J names, else one of our own."""
    if named := os.environ.get("STRATEGRAPH_TEST_NEO4J"):
        yield named
        return
    with ExitStack() as running:
        try:
            url = running.enter_context(shared_server(neo4j_folder, ROOT / ".neo4j/lib"))
        except ServerUnavailableError as error:
            pytest.skip(NO_NEO4J + str(error))
        yield url


@pytest.fixture
def empty_neo4j(neo4j_url: str, neo4j_folder: Path) -> Iterator[Callable[[], str]]:
    """Empties the running Neo4j, which is this test's alone: it has one database for all."""
    with locked(neo4j_folder / "turn"):
        yield lambda: emptied(neo4j_url)


@pytest.fixture
def clean_neo4j(empty_neo4j: Callable[[], str]) -> str:
    """The running Neo4j, emptied, and for this test alone."""
    return empty_neo4j()
