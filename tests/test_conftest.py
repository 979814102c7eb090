"""The rules of a test run: what may be skipped where, and how it is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MISSING = "import pytest\n@pytest.mark.parametrize('x', 'abc')\ndef test(x): pytest.skip('no {x}')"


def run(tests: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {
        name: value for name, value in os.environ.items() if name not in {"CI", "PYTEST_ADDOPTS"}
    }
    options = ["-p", "tests.conftest", "-p", "no:cacheprovider", "-c", os.devnull, "-q", "-rs"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, f"--rootdir={tests.parent}", str(tests)],
        cwd=ROOT,
        env=plain | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def skipping(tmp_path: Path) -> Path:
    """Tests that skip themselves."""
    path = tmp_path / "test_skipping.py"
    path.write_text(MISSING.format(x="printer"), "utf-8")
    return path


def test_a_skip_is_fine_on_a_persons_machine(skipping: Path) -> None:
    result = run(skipping)
    assert result.returncode == pytest.ExitCode.OK, result.stdout
    assert "3 skipped" in result.stdout


def test_a_skip_fails_the_run_on_a_build_server(skipping: Path) -> None:
    """A green build must not hide a check that never ran."""
    result = run(skipping, CI="true")
    assert result.returncode == pytest.ExitCode.TESTS_FAILED
    assert "a test was skipped" in result.stdout


def test_a_known_failure_is_no_skip(tmp_path: Path) -> None:
    path = tmp_path / "test_known.py"
    path.write_text("import pytest\n@pytest.mark.xfail\ndef test(): assert 0", "utf-8")
    assert run(path, CI="true").returncode == pytest.ExitCode.OK


def test_a_missing_neo4j_is_told_once_with_its_remedy(tmp_path: Path) -> None:
    """The line also names what to install, however many tests go without."""
    path = tmp_path / "test_asking.py"
    path.write_text(
        "import tests.conftest as rules\n"
        "import pytest\n"
        "@pytest.fixture(params='abc')\n"
        "def server(request, neo4j_url): return neo4j_url\n"
        "def test_one(server): pass\n"
        "def test_two(server): pass\n"
        "@pytest.fixture(scope='session', autouse=True)\n"
        "def nothing_installed(tmp_path_factory):\n"
        "    with pytest.MonkeyPatch.context() as patch:\n"
        "        patch.setattr(rules, 'ROOT', tmp_path_factory.mktemp('clean'))\n"
        "        yield\n",
        "utf-8",
    )
    lines = run(path, PATH="", STRATEGRAPH_TEST_NEO4J="").stdout.splitlines()
    told = [line for line in lines if line.startswith("SKIPPED")]
    assert len(told) == 1, lines
    assert "[6]" in told[0]
    assert "install Maven" in told[0]
    assert "STRATEGRAPH_TEST_NEO4J" in told[0]


def test_a_test_on_shared_data_is_left_out_where_there_is_none(tmp_path: Path) -> None:
    """It is not skipped, for a build server may have no such folder either."""
    path = tmp_path / "test_shared.py"
    path.write_text(
        "import tests.conftest as rules\n"
        "import pytest\n"
        "rules.SHARED = rules.ROOT / 'not there'\n"
        "@pytest.mark.shared\n"
        "def test_shared(): raise AssertionError\n"
        "def test_plain(): pass\n",
        "utf-8",
    )
    result = run(path, CI="true")
    assert result.returncode == pytest.ExitCode.OK, result.stdout
    assert "left out: 1 tests that read ../shared" in result.stdout
    assert "1 passed, 1 deselected" in result.stdout
