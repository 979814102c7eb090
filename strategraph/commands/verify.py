"""The command `verify`: whether the graph is what its documents add up to."""

import typer

from graph.errors import StrategraphError
from graph.verification import verify as verify_store
from strategraph.context import store_of
from strategraph.terminal import put


def verify(context: typer.Context) -> None:
    """Build the graph again from its documents and print its hash.

    Fails where the two differ, or a text is not the one that was loaded.
    """
    with store_of(context) as store:
        verification = verify_store(store)
    if verification.altered:
        raise StrategraphError(
            "the stored text is not the one that was loaded: " + ", ".join(verification.altered)
        )
    if not verification.sound:
        raise StrategraphError(
            f"the stored graph ({verification.stored}) is not what its documents add up to "
            f"({verification.rebuilt})"
        )
    put(verification.stored)
