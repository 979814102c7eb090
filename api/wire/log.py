"""The audit log on the wire."""

from pydantic import BaseModel, Field

from graph.stores.log import Action, LogEntry


class LogEntryOut(BaseModel):
    """What was done with a document, when and by whom."""

    at: str = Field(description="ISO 8601, in UTC")
    action: Action
    document: str
    source: str = Field(description="which reading of it: `text`, or a file of facts")
    actor: str
    origin: str | None = Field(description="the file that it came from")

    @classmethod
    def from_entry(cls, entry: LogEntry) -> "LogEntryOut":
        """The wire shape of an entry."""
        return cls(
            at=entry.at,
            action=entry.action,
            document=entry.document,
            source=entry.source,
            actor=entry.actor,
            origin=entry.origin,
        )
