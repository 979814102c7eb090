"""The command `settings`: what the environment decides."""

import typer

from strategraph.context import settings_of
from strategraph.settings import described
from strategraph.terminal import put


def settings(context: typer.Context) -> None:
    """Print every setting with its environment variable, its value and its meaning."""
    for name, value, meaning in described(settings_of(context)):
        put(f"{name}={value}  # {meaning}")
