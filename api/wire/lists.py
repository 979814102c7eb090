"""Lists: a page of items, and the cursor of the next."""

from typing import Generic, TypeVar

from pydantic import BaseModel, Field

Item = TypeVar("Item")


class ListOut(BaseModel, Generic[Item]):
    """A page of a list: `next` leads on, and is null at the end."""

    items: list[Item]
    next: str | None = Field(None, description="give it as `cursor` for the next page")
