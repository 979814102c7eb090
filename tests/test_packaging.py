"""The package installs what it imports, owns its names, and says nothing of other machines."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.metadata import distribution, entry_points, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
ROOMS = ("graph", "api", "loaders", "strategraph")


def test_nobody_else_installed_owns_our_names() -> None:
    """The rooms have common names: another package's `graph` or `api` would hide ours."""
    owners = packages_distributions()
    for room in ROOMS:
        assert set(owners.get(room, ["strategraph"])) == {"strategraph"}, room


def test_the_command_is_installed() -> None:
    scripts = {e.name: e.value for e in entry_points(group="console_scripts")}
    assert scripts["strategraph"] == "strategraph.main:main"


def test_every_dependency_is_pinned() -> None:
    """An unpinned package can break an install that worked yesterday."""
    pinned = set(
        re.findall(r"^([a-z0-9-]+)==", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)
    )
    assert set(_needed("strategraph[test]", set())) - {"strategraph"} <= pinned


def _needed(requirement: str, seen: set[str]) -> Iterator[str]:
    wanted = Requirement(requirement)
    name = re.sub(r"[-_.]+", "-", wanted.name).lower()
    if str(wanted) in seen:
        return
    seen.add(str(wanted))
    yield name
    for further in distribution(wanted.name).requires or []:
        marker = Requirement(further).marker
        extras = [*wanted.extras, ""]
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
            yield from _needed(further.partition(";")[0], seen)


def test_no_tracked_file_names_a_registry_or_a_home() -> None:
    """A checkout works the same behind any mirror and in any folder."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("no git checkout: only a checkout knows what it tracks")
    # Each pattern has a bracket, so that it does not find itself in this file.
    words = ["py[p]i.org", "python[h]osted", "npm[j]s", "repo.mave[n]", "index-[u]rl"]
    words += ["/hom[e]/", "/roo[t]/", "/User[s]/"]
    found = subprocess.run(
        [git, "grep", "-nIE", "|".join(words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
