"""docker-compose.yml sets what the program reads, and a compose client accepts it."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.stores.neo4j.address import parse_address
from strategraph.settings import PREFIX, Settings
from tests.conftest import NO_NEO4J, ROOT
from tests.neo4j_server import Neo4jServer, ServerUnavailableError

POM = Path(__file__).parent / "neo4j_server/pom.xml"
PASSWORD = "correct-horse"


@pytest.fixture
def services() -> dict[str, Any]:
    text = (ROOT / "docker-compose.yml").read_text("utf-8")
    filled = re.sub(r"\$\{NEO4J_PASSWORD:\?[^}]*\}", PASSWORD, text)
    found: dict[str, Any] = yaml.safe_load(filled)["services"]
    return found


def test_every_variable_of_the_api_is_a_setting(services: dict[str, Any]) -> None:
    """A misspelled variable would leave the API on its default store without a word."""
    named = {name.removeprefix(PREFIX).lower() for name in services["api"]["environment"]}
    assert named <= set(Settings.model_fields)
    assert "store" in named


def test_the_api_asks_the_neo4j_of_the_file(services: dict[str, Any]) -> None:
    address = parse_address(services["api"]["environment"]["STRATEGRAPH_STORE"])
    assert address.uri == "neo4j://neo4j:7687"
    assert services["neo4j"]["environment"]["NEO4J_AUTH"] == "/".join(address.credentials or ())
    assert services["api"]["depends_on"]["neo4j"]["condition"] == "service_healthy"


def test_nothing_listens_beyond_this_machine(services: dict[str, Any]) -> None:
    for service in services.values():
        assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_the_api_listens_on_the_port_that_is_published(services: dict[str, Any]) -> None:
    command = (ROOT / "Dockerfile").read_text("utf-8").rpartition("CMD")[2]
    assert '"--port", "8000"' in command
    assert services["api"]["ports"] == ["127.0.0.1:8000:8000"]


def test_the_image_holds_every_room(services: dict[str, Any]) -> None:
    """A package that the Dockerfile forgets would be missing only in production."""
    packages = re.search(r"packages = (\[.*\])", (ROOT / "pyproject.toml").read_text("utf-8"))
    assert packages is not None
    copied = (ROOT / "Dockerfile").read_text("utf-8")
    for package in yaml.safe_load(packages[1]):
        assert f"COPY {package} {package}" in copied
        assert f"!{package}" in (ROOT / ".dockerignore").read_text("utf-8")


def test_the_neo4j_of_the_file_is_the_one_of_the_tests(services: dict[str, Any]) -> None:
    """What the tests say of Neo4j holds for those who start it from the file."""
    versions = re.findall(r"<version>(\d{4}[\d.]+)</version>", POM.read_text("utf-8"))
    assert {f"neo4j:{version}" for version in versions} == {services["neo4j"]["image"]}


def test_neo4j_starts_with_the_settings_of_the_file(
    services: dict[str, Any], tmp_path: Path
) -> None:
    """It refuses a setting that it does not know, and then nothing runs."""
    settings = {
        name.removeprefix("NEO4J_").replace("_", ".").replace("..", "_"): value
        for name, value in services["neo4j"]["environment"].items()
        if name != "NEO4J_AUTH"
    }
    server = Neo4jServer(tmp_path / "neo4j", ROOT / ".neo4j/lib", settings)
    try:
        server.start()
    except ServerUnavailableError as error:
        pytest.skip(f"{NO_NEO4J}{error}")
    finally:
        server.stop()


def compose(*arguments: str, password: str | None) -> subprocess.CompletedProcess[str]:
    client = ["docker-compose"] if shutil.which("docker-compose") else ["docker", "compose"]
    environment = {k: v for k, v in os.environ.items() if k != "NEO4J_PASSWORD"}
    if password is not None:
        environment["NEO4J_PASSWORD"] = password
    return subprocess.run(
        [*client, "--env-file", ".env.example", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def compose_client() -> None:
    if shutil.which("docker-compose") or shutil.which("docker"):
        return
    pytest.skip("no compose client: install docker-compose to check docker-compose.yml")


@pytest.mark.usefixtures("compose_client")
def test_a_compose_client_accepts_the_file() -> None:
    result = compose("config", password=PASSWORD)
    assert result.returncode == 0, result.stderr
    assert PASSWORD in result.stdout


@pytest.mark.usefixtures("compose_client")
def test_without_a_password_compose_says_where_to_put_it() -> None:
    result = compose("config", password=None)
    assert result.returncode != 0
    assert "put NEO4J_PASSWORD into .env" in result.stderr
