"""The audit log: what was loaded and taken back, when and by whom; never part of the graph."""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What the ledger did with a document."""

    LOADED = "loaded"
    REPLACED = "replaced"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the ledger's audit log: `at` is ISO 8601 in UTC; never part of the graph."""

    at: str
    action: Action
    document: str
    source: str
    actor: str
    origin: str | None = None
