"""Settings: one frozen object, read from the environment once and passed in."""

import getpass
import re
from collections.abc import Iterator
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import BadInputError

PREFIX = "STRATEGRAPH_"
# From the first colon behind the user to the last @, however many slashes stand between:
# a password with one in it, or a URL with one missing, is still not shown.
_PASSWORD = re.compile(r"^(\w[\w+]*:?/{0,2}[^/@:]*:).*(@)")


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "anonymous"


class Settings(BaseSettings):
    """What the environment may decide; each field is `STRATEGRAPH_` and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True
    )

    store: str = Field(
        default="sqlite:///strategraph.db",
        description="where the graph is kept: sqlite:///PATH or neo4j://USER:PASSWORD@HOST:PORT",
    )
    host: str = Field(default="127.0.0.1", description="the address that `serve` listens on")
    port: int = Field(default=8000, ge=0, le=65535, description="the port that `serve` listens on")
    max_article_bytes: int = Field(
        default=2_000_000, ge=1, description="the longest article that is read, in bytes of UTF-8"
    )
    min_confidence: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="how sure facts must be; by default rules count, and what is nearly certain",
    )
    actor: str = Field(
        default_factory=_login_name,
        min_length=1,
        description="who loads and takes back, for the audit log",
    )
    debug: bool = Field(
        default=False, description="show the traceback of an error that nobody expected"
    )


def read_settings(**given: Any) -> Settings:
    """The settings of the environment, with what is given in place of it.

    Raises BadInputError naming the first variable that cannot be used.
    """
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "settings"
        raise BadInputError(f"{variable(name)}: {first['msg']}") from error


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + name.upper()


def masked(value: str) -> str:
    """The value with the password of a URL in it hidden."""
    return value if value.startswith("sqlite:") else _PASSWORD.sub(r"\1***\2", value)


def described(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Every setting's variable, value without passwords, and meaning."""
    for name, field in type(settings).model_fields.items():
        value = getattr(settings, name)
        shown = "" if value is None else masked(str(value))
        yield variable(name), shown, field.description or ""
